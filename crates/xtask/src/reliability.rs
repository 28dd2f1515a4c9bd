//! What was tried to break the promises, and what was lost: `docs/reliability.md`.
//!
//! Tests append rows as lines of JSON to files in the folder that `WHOSAID_RELIABILITY` names. A row replaces the earlier
//! one with the same promise and the same load; all are kept in `docs/reliability.jsonl`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::{say, site};

/// How often a promise was tried in one way, and how often it was broken.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What is promised, as a sentence without its full stop.
    promise: String,
    /// The load or the fault.
    load: String,
    /// How often it was tried.
    tries: u64,
    /// How often the promise was broken, or something was lost.
    lost: u64,
    /// A figure that was measured, with its unit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    measured: String,
}

impl Row {
    /// A row without a figure.
    pub fn new(promise: &str, load: &str, tries: u64, lost: u64) -> Self {
        Self { promise: promise.into(), load: load.into(), tries, lost, measured: String::new() }
    }
}

/// The rows that are kept.
const KEPT: &str = "docs/reliability.jsonl";

/// The page that they make.
const PAGE: &str = "docs/reliability.md";

const INTRODUCTION: &str = "# Reliability

What whosaid promises, what was done to break it, how often, and what was lost. `cargo xtask reliability` runs the tests and
makes this page from their counts; the rows of fuzzing come from the last `cargo xtask fuzz`. [SECURITY.md](../SECURITY.md)
names the test behind each promise of security.
";

/// Runs the tests that count, and makes the page.
pub fn measure(root: &Path) -> Result<()> {
    let folder = root.join("target/reliability");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    // Without this, a test in another folder than the project's would write elsewhere.
    let folder = std::path::absolute(folder)?;
    say("running the tests that count");
    let mut tests = Command::new("cargo");
    tests.current_dir(root).args([
        "test",
        "--quiet",
        "--profile",
        "checks",
        "--test",
        "mutations",
        "--test",
        "properties",
    ]);
    tests.args(["--test", "memory", "--", "--include-ignored"]);
    crate::run(tests.env("WHOSAID_RELIABILITY", &folder))?;
    site::build(root)?;
    for script in ["test:unit", "test"] {
        let mut command = Command::new("npm");
        command.current_dir(root.join("www")).args(["run", "--silent", script]);
        crate::run(command.env("WHOSAID_RELIABILITY", &folder))?;
    }
    collect(root, &folder)
}

/// Adds the rows of all files in a folder, and makes the page.
pub fn collect(root: &Path, folder: &Path) -> Result<()> {
    let mut rows = read(&root.join(KEPT))?;
    for file in files(folder)? {
        merge(&mut rows, read(&file)?);
    }
    write(root, &rows)
}

/// Keeps a row and makes the page anew.
pub fn keep(root: &Path, row: Row) -> Result<()> {
    let mut rows = read(&root.join(KEPT))?;
    merge(&mut rows, vec![row]);
    write(root, &rows)
}

/// Adds rows; one with the same promise and the same load takes the place of the earlier one.
fn merge(rows: &mut Vec<Row>, new: Vec<Row>) {
    for row in new {
        match rows.iter_mut().find(|old| (&old.promise, &old.load) == (&row.promise, &row.load)) {
            Some(old) => *old = row,
            None => rows.push(row),
        }
    }
}

fn read(file: &Path) -> Result<Vec<Row>> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line).with_context(|| format!("{}, line {}", file.display(), number + 1))
        })
        .collect()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

fn write(root: &Path, rows: &[Row]) -> Result<()> {
    let mut lines = String::new();
    for row in rows {
        lines.push_str(&serde_json::to_string(row)?);
        lines.push('\n');
    }
    std::fs::write(root.join(KEPT), lines)?;
    Ok(std::fs::write(root.join(PAGE), page(rows))?)
}

/// Returns the page: the promises in the order of their first rows, with all their loads.
fn page(rows: &[Row]) -> String {
    let mut order: Vec<&str> = Vec::new();
    let mut by_promise: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if !order.contains(&row.promise.as_str()) {
            order.push(&row.promise);
        }
        by_promise.entry(&row.promise).or_default().push(row);
    }
    let mut page =
        format!("{INTRODUCTION}\n| promise | load or fault | tried | lost | measured |\n|---|---|--:|--:|---|\n");
    for promise in order {
        for (number, row) in by_promise[promise].iter().enumerate() {
            let promise = if number == 0 { promise } else { "" };
            let Row { load, measured, lost, .. } = row;
            let _ = writeln!(page, "| {promise} | {load} | {} | {lost} | {measured} |", grouped(row.tries));
        }
    }
    page
}

/// Returns a number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_row_takes_the_place_of_the_earlier_one() {
        let mut rows = vec![Row::new("A", "x", 1, 0), Row::new("B", "x", 1, 0)];
        merge(&mut rows, vec![Row::new("A", "y", 2, 0), Row::new("A", "x", 1_234_567, 1)]);
        assert_eq!(rows, [Row::new("A", "x", 1_234_567, 1), Row::new("B", "x", 1, 0), Row::new("A", "y", 2, 0)]);
        let page = page(&rows);
        assert!(page.ends_with("| A | x | 1,234,567 | 1 |  |\n|  | y | 2 | 0 |  |\n| B | x | 1 | 0 |  |\n"), "{page}");
    }
}
