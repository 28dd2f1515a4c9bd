//! Compares hashes of the reports on many articles with the saved ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{run, say};

/// The file of saved hashes: for each set of articles a line with the hash and the name of the set.
const KEPT: &str = "tests/reports.sha256";

/// The sets in the folder of the corpora; missing ones are skipped.
const SETS: &[&str] = &["polnear/dev.jsonl", "speakers/dev.jsonl", "gap/validation.tsv"];

/// Compares the hashes with the saved ones, or saves them if `accept` is set.
pub fn check(root: &Path, corpora: &Path, accept: bool) -> Result<()> {
    run(Command::new("cargo").current_dir(root).args([
        "build",
        "--quiet",
        "--profile",
        "checks",
        "-p",
        "whosaid-cli",
    ]))?;
    let mut sets = vec![("tests/articles".to_owned(), own_articles(root)?)];
    for name in SETS {
        let file = corpora.join(name);
        match std::fs::read_to_string(&file) {
            Ok(text) => sets.push(((*name).to_owned(), articles(&text, name.ends_with(".tsv"))?)),
            Err(_) => say(&format!("skipped: {} does not exist", file.display())),
        }
    }
    let kept = root.join(KEPT);
    let mut hashes = read(&std::fs::read_to_string(&kept).unwrap_or_default());
    let mut changed = Vec::new();
    for (name, texts) in sets {
        let hash = hash(root, &texts).with_context(|| format!("cannot analyze {name}"))?;
        let before = hashes.insert(name.clone(), hash.clone());
        let verdict = if before.as_ref() == Some(&hash) { "same" } else { "CHANGED" };
        println!("{verdict:<8} {name} ({} articles)", texts.len());
        if before != Some(hash) {
            changed.push(name);
        }
    }
    if accept {
        let lines = hashes.iter().fold(String::new(), |mut lines, (name, hash)| {
            let _ = writeln!(lines, "{hash}  {name}");
            lines
        });
        return std::fs::write(&kept, lines).with_context(|| format!("cannot write {}", kept.display()));
    }
    if !changed.is_empty() {
        bail!(
            "reports changed on {}: if that is intended, run `cargo xtask same --accept` and say in the commit message what changes",
            changed.join(", ")
        );
    }
    Ok(())
}

fn read(kept: &str) -> BTreeMap<String, String> {
    kept.lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(hash, name)| (name.to_owned(), hash.to_owned()))
        .collect()
}

/// Returns the texts of the test articles, sorted by file name.
fn own_articles(root: &Path) -> Result<Vec<String>> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(root.join("tests/articles"))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let text = |file: &PathBuf| -> Result<String> {
        let article: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
        Ok(article["text"].as_str().with_context(|| format!("{} has no text", file.display()))?.to_owned())
    };
    files.iter().map(text).collect()
}

/// Returns the texts of a corpus: JSON lines, or a table with a column `Text`.
fn articles(corpus: &str, table: bool) -> Result<Vec<String>> {
    if table {
        let mut lines = corpus.lines();
        let header = lines.next().context("the table is empty")?;
        let column = header.split('\t').position(|name| name == "Text").context("the table has no column Text")?;
        return Ok(lines.filter_map(|line| line.split('\t').nth(column)).map(str::to_owned).collect());
    }
    let text = |line: &str| -> Result<String> {
        let article: Value = serde_json::from_str(line)?;
        Ok(article["text"].as_str().context("a line has no text")?.to_owned())
    };
    corpus.lines().filter(|line| !line.trim().is_empty()).map(text).collect()
}

/// Returns the hash of the reports on `texts`, as the command line writes them.
fn hash(root: &Path, texts: &[String]) -> Result<String> {
    let program = root.join(target_folder(root)).join("checks/whosaid");
    let mut child = Command::new(program)
        .args(["report", "--jsonl", "--offsets", "byte"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start whosaid")?;
    let mut input = child.stdin.take().context("no standard input")?;
    let lines: String =
        texts.iter().enumerate().map(|(id, text)| json!({ "id": id, "text": text }).to_string() + "\n").collect();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output()?;
    writer.join().map_err(|_| anyhow::anyhow!("the articles could not be sent"))??;
    if !output.status.success() {
        bail!("whosaid ended with {}", output.status);
    }
    Ok(Sha256::digest(&output.stdout).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

fn target_folder(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}
