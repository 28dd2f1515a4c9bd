//! Runs the fuzz targets, from seeds and a dictionary made of the project's own articles and word lists.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::reliability::Row;
use crate::{reliability, say};

#[path = "../../../tests/common/arrivals.rs"]
#[allow(dead_code, reason = "tests read the rest")]
mod arrivals;

/// A fuzz target, and the promise that it holds.
struct Target {
    name: &'static str,
    promise: &'static str,
    load: &'static str,
}

const TARGETS: &[Target] = &[
    Target {
        name: "analyze",
        promise: "Every text gets a sound report, the same each time",
        load: "fuzzing of arbitrary bytes, at most 50 µs a byte",
    },
    Target {
        name: "edits",
        promise: "A text that was edited gets the report of the new text",
        load: "fuzzing of edits",
    },
    Target { name: "layout", promise: "Every place that is read has its place in the original", load: "fuzzing" },
    Target { name: "weights", promise: "A damaged model file is an error, never a crash", load: "fuzzing" },
];

/// The longest text that is tried, in bytes; a longer one finds less in the same time.
const LONGEST: usize = 1200;

/// The most memory that a run may take, in megabytes.
const MEMORY: usize = 1024;

/// Runs the targets whose names contain a word, each for some seconds, on one core; an error names those that failed.
pub fn run(root: &Path, name: &str, seconds: u64) -> Result<()> {
    let folder = root.join("fuzz");
    write_dictionary(root)?;
    let mut failed = Vec::new();
    for target in TARGETS.iter().filter(|target| target.name.contains(name)) {
        write_seeds(root, target.name)?;
        say(&format!("fuzzing {} for {seconds} seconds", target.name));
        let mut command = Command::new("cargo");
        // The code is free of unsafe blocks, so that a sanitizer would find nothing and halve the speed.
        command.current_dir(root).args(["+nightly", "fuzz", "run", "--sanitizer", "none", target.name, "--"]);
        command.arg(format!("-max_len={LONGEST}")).arg(format!("-max_total_time={seconds}"));
        command.arg(format!("-rss_limit_mb={MEMORY}")).args(["-print_final_stats=1", "-timeout=10"]);
        if target.name != "weights" {
            command.arg(format!("-dict={}", folder.join("corpus/words.dict").display()));
        }
        let mut child = command.stderr(Stdio::piped()).spawn().context("cannot start cargo")?;
        let mut runs = 0;
        for line in BufReader::new(child.stderr.take().context("no output")?).lines() {
            let line = line?;
            if let Some(count) = line.strip_prefix("stat::number_of_executed_units:") {
                runs = count.trim().parse().unwrap_or_default();
            }
            eprintln!("{line}");
        }
        let is_sound = child.wait()?.success();
        println!("{}: {runs} runs, {}", target.name, if is_sound { "nothing found" } else { "FAILED" });
        if is_sound {
            reliability::keep(root, Row::new(target.promise, target.load, runs, 0))?;
        } else {
            failed.push(target.name);
        }
    }
    if !failed.is_empty() {
        bail!("found something: {}; the inputs are in {}", failed.join(", "), folder.join("artifacts").display());
    }
    Ok(())
}

/// Writes the words of the lists, and the marks, as a dictionary of libFuzzer.
fn write_dictionary(root: &Path) -> Result<()> {
    let mut words: BTreeSet<String> =
        std::fs::read_to_string(root.join("fuzz/marks.txt"))?.lines().map(str::to_owned).collect();
    for list in ["reporting_verbs", "titles", "role_nouns", "anonymous_source_phrases", "page_phrases", "abbreviations"]
    {
        let file = root.join(format!("src/lexicon/data/{list}.txt"));
        let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            let word = line.trim_start_matches(['+', '-']).split("  ").next().unwrap_or_default();
            words.insert(format!(" {word} "));
        }
    }
    let mut dictionary = String::new();
    for word in words.iter().filter(|word| !word.trim().is_empty()) {
        let bytes = word.bytes().fold(String::new(), |mut coded, byte| {
            let _ = write!(coded, "\\x{byte:02x}");
            coded
        });
        let _ = writeln!(dictionary, "\"{bytes}\"");
    }
    std::fs::create_dir_all(root.join("fuzz/corpus"))?;
    Ok(std::fs::write(root.join("fuzz/corpus/words.dict"), dictionary)?)
}

/// Writes the seeds of a target, where there are none yet.
fn write_seeds(root: &Path, target: &str) -> Result<()> {
    let folder = root.join("fuzz/corpus").join(target);
    if folder.is_dir() {
        return Ok(());
    }
    std::fs::create_dir_all(&folder)?;
    let seeds = if target == "weights" { short_models(root)? } else { short_texts(root)? };
    for (number, seed) in seeds.iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{number}")), seed)?;
    }
    Ok(())
}

/// Returns some paragraphs of each article, in its own layout and in a broken one.
fn short_texts(root: &Path) -> Result<Vec<Vec<u8>>> {
    let mut files = Vec::new();
    for folder in ["articles", "news/articles", "news/adversarial", "news/inserts", "news/pages"] {
        let entries = std::fs::read_dir(root.join("tests").join(folder))?;
        files.extend(entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?);
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let mut seeds = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let article: serde_json::Value = serde_json::from_slice(&std::fs::read(file)?)?;
        let text = article["text"].as_str().unwrap_or_default();
        let start = text.match_indices('\n').nth(2 * (number % 5)).map_or(0, |(at, _)| at + 1);
        for change in [|text: &str| text.to_owned(), arrivals::ARRIVALS[number % arrivals::ARRIVALS.len()].change] {
            let changed = change(text[start..].trim_start());
            let end = (0..=LONGEST.min(changed.len())).rev().find(|&end| changed.is_char_boundary(end));
            seeds.push(changed.as_bytes()[..end.unwrap_or_default()].to_vec());
        }
    }
    Ok(seeds)
}

/// Returns bodies of model files with few weights: the beginning of each real one, with the length that it then has.
fn short_models(root: &Path) -> Result<Vec<Vec<u8>>> {
    /// The bytes of a model file before its body.
    const HEADER: usize = 28;
    const WEIGHTS: usize = 400;
    let mut seeds = Vec::new();
    for (file, labels) in [("entities", 19), ("quotes", 3), ("coreference", 1), ("attribution", 1)] {
        let mut body = std::fs::read(root.join(format!("src/{file}/weights.bin")))?.split_off(HEADER);
        let length = 4 * (labels * labels + 4);
        body[length..length + 4].copy_from_slice(&(WEIGHTS as u32).to_le_bytes());
        body.truncate(length + 4 + WEIGHTS);
        seeds.push(body);
    }
    let mut clusters = std::fs::read(root.join("src/vocabulary/clusters.bin"))?.split_off(HEADER);
    clusters.truncate(400);
    clusters[..4].copy_from_slice(&80u32.to_le_bytes());
    seeds.push(clusters);
    Ok(seeds)
}
