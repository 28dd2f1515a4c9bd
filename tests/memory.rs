//! How much memory an analysis takes at most, counted by the allocator of a 64-bit program; in browsers, whose addresses
//! have half the length, it is about half.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::{Mutex, PoisonError};

use peak_alloc::PeakAlloc;
use whosaid::{Offsets, analyze};

#[path = "common/reliability.rs"]
mod reliability;
#[path = "../benches/texts/mod.rs"]
mod texts;
#[path = "../benches/texts/worst.rs"]
mod worst;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The allocator counts for all threads, so that one test runs after the other.
static ALONE: Mutex<()> = Mutex::new(());

/// The most memory for ordinary text of up to 500 kB, in bytes, with the weights of the models.
const MOST_FOR_SHORT: usize = 25_000_000;

/// The most memory for a megabyte or more of ordinary text, as a multiple of its bytes.
const MOST_FOR_LONG: usize = 12;

/// The same for texts that are one sentence of marks or very short words, or lines of one letter.
const MOST_FOR_WORST: usize = 130;

const MEGABYTE: usize = 1_000_000;

/// Kinds of `benches/texts/worst.rs` that take the most memory, and two that take little.
const KINDS: &[&str] =
    &["apostrophes", "straight marks", "brackets in brackets", "line ends", "one long word", "very many names"];

/// Returns the most bytes that are taken at once while a text is analyzed, without the text itself.
fn peak(text: &str) -> usize {
    let others = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    drop(analyze(text, Offsets::Utf16));
    // The weights are read once and stay.
    let weights = ALLOCATOR.current_usage() - others;
    ALLOCATOR.peak_usage() - others + weights_read_before(weights)
}

/// Returns how much the weights take that an earlier analysis has read; `new` is what this one has.
fn weights_read_before(new: usize) -> usize {
    static WEIGHTS: Mutex<usize> = Mutex::new(0);
    let mut known = WEIGHTS.lock().unwrap_or_else(PoisonError::into_inner);
    let before = *known;
    *known = before.max(new);
    before
}

/// Returns the articles of `crates/train/articles`, a blank line between them, without the tags before their quotes.
fn longer_articles() -> String {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/crates/train/articles"));
    let mut files: Vec<_> = folder.expect("the articles are there").flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let untagged = |file: &std::path::PathBuf| {
        let tagged = std::fs::read_to_string(file).expect("an article can be read");
        tagged.split("[[").map(|part| part.split_once("]]").map_or(part, |(_, words)| words)).collect::<String>()
    };
    files.iter().map(untagged).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn ordinary_text_takes_little_memory() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let all = texts::all();
    let mut most = 0;
    for bytes in [1000, 100_000, 500_000] {
        let peak = peak(&texts::repeated(&all, bytes));
        assert!(peak <= MOST_FOR_SHORT, "{peak} bytes for {bytes}");
        most = most.max(peak);
    }
    let measured = format!("{:.1} MB at most", most as f64 / 1e6);
    reliability::record("Memory is bounded", "ordinary text, 1 kB to 500 kB, at most 25 MB", 3, 0, &measured);
    let mut most = 0.0_f64;
    // The longer articles have ten times as many words and entities, and repeat themselves less.
    for (articles, bytes) in [(&all, MEGABYTE), (&all, 2 * MEGABYTE), (&longer_articles(), MEGABYTE)] {
        let peak = peak(&texts::repeated(articles, bytes));
        println!("{bytes} bytes of articles: {:.2} × the text", peak as f64 / bytes as f64);
        assert!(peak <= MOST_FOR_LONG * bytes, "{peak} bytes for {bytes}");
        most = most.max(peak as f64 / bytes as f64);
    }
    let measured = format!("{most:.1} × the text at most");
    let load = format!("ordinary text, 1 MB and 2 MB, at most {MOST_FOR_LONG} × the text");
    reliability::record("Memory is bounded", &load, 3, 0, &measured);
}

fn check_kinds(kinds: &[worst::Kind]) -> f64 {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut most = 0.0_f64;
    for &kind in kinds {
        let text = worst::text(kind, MEGABYTE);
        let peak = peak(&text);
        println!("{:<30} {:.1} × the text", kind.0, peak as f64 / text.len() as f64);
        assert!(peak <= MOST_FOR_WORST * text.len(), "{}: {peak} bytes for {}", kind.0, text.len());
        most = most.max(peak as f64 / text.len() as f64);
    }
    most
}

#[test]
fn the_kinds_of_text_that_take_the_most_memory_are_bounded() {
    let kinds: Vec<worst::Kind> = worst::KINDS.iter().filter(|kind| KINDS.contains(&kind.0)).copied().collect();
    assert_eq!(kinds.len(), KINDS.len(), "a kind was renamed");
    check_kinds(&kinds);
}

#[test]
#[ignore = "takes minutes: run by `cargo xtask reliability`"]
fn all_kinds_of_text_are_bounded() {
    let most = check_kinds(worst::KINDS);
    let load =
        format!("{} kinds of difficult text, 1 MB each, at most {MOST_FOR_WORST} × the text", worst::KINDS.len());
    reliability::record("Memory is bounded", &load, worst::KINDS.len(), 0, &format!("{most:.0} × the text at most"));
}
