//! The time for each of many kinds of text that a careless program takes long for, compared with ordinary text: per
//! megabyte, and the slope between a quarter of a megabyte and a whole one, one being linear. Kinds whose names
//! contain an argument are measured, or all; the exit status is 1 where one is beyond the limits.

mod texts;
#[path = "texts/worst.rs"]
mod worst;

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::LazyLock;
use std::time::Instant;

use whosaid::{Offsets, analyze};

/// The most that a megabyte may take, as a multiple of ordinary text.
const MOST: f64 = 5.0;

/// The steepest slope allowed, except where a text takes so little that memory counts more than work.
const STEEPEST: f64 = 1.15;

const SIZES: [usize; 2] = [250_000, 1_000_000];

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    // Tests only see that it builds.
    if arguments.iter().any(|argument| argument == "--test") || !arguments.iter().any(|argument| argument == "--bench")
    {
        return ExitCode::SUCCESS;
    }
    arguments.retain(|argument| !argument.starts_with("--"));
    let all = texts::all();
    let (ordinary, slope) = measure(|bytes| texts::repeated(&all, bytes));
    println!("{:<30} {:>7.0} ms/MB         slope {slope:.2}", "ordinary articles", ordinary * 1e3);
    let mut beyond = 0;
    for &kind in worst::KINDS {
        if !arguments.is_empty() && !arguments.iter().any(|part| kind.0.contains(part.as_str())) {
            continue;
        }
        let (time, slope) = measure(|bytes| worst::text(kind, bytes));
        let share = time / ordinary;
        let verdict = if share > MOST || slope > STEEPEST && share > 0.3 { "  BEYOND" } else { "" };
        println!("{:<30} {:>7.0} ms/MB {share:>6.2}x slope {slope:.2}{verdict}", kind.0, time * 1e3);
        beyond += usize::from(!verdict.is_empty());
    }
    println!("{beyond} beyond {MOST} times ordinary text or a slope of {STEEPEST}");
    ExitCode::from(u8::from(beyond > 0))
}

/// Returns the seconds of processor time that this thread has had, which other work on the machine does not change; the
/// time of day where the system does not tell.
fn now() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let nanoseconds = || std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok();
    nanoseconds().map_or_else(|| START.elapsed().as_secs_f64(), |nanoseconds: f64| nanoseconds / 1e9)
}

/// Returns the seconds for a megabyte at the larger size, and the slope.
fn measure(text: impl Fn(usize) -> String) -> (f64, f64) {
    let [small, large] = SIZES.map(|bytes| {
        let text = text(bytes);
        let mut best = f64::INFINITY;
        for _ in 0..2 {
            let start = now();
            black_box(analyze(black_box(&text), Offsets::Utf16));
            best = best.min(now() - start);
            if best > 2.0 {
                break;
            }
        }
        (best, text.len() as f64)
    });
    (large.0 / large.1 * 1e6, (large.0 / small.0).ln() / (large.1 / small.1).ln())
}
