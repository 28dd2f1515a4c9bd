//! Counts for `docs/reliability.md`.

use std::io::Write;

/// Records how often a promise was tried with a load or a fault, how often it was broken, and what was measured, if
/// anything, with its unit; where `cargo xtask reliability` collects no counts, this does nothing.
pub fn record(promise: &str, load: &str, tries: usize, lost: usize, measured: &str) {
    let Some(folder) = std::env::var_os("WHOSAID_RELIABILITY") else { return };
    let row = serde_json::json!({
        "promise": promise, "load": load, "tries": tries, "lost": lost, "measured": measured
    });
    let file = std::path::Path::new(&folder).join(format!("rust-{}.jsonl", std::process::id()));
    let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).expect("the folder is there");
    // One write, so that lines of tests that run at the same time do not mix.
    file.write_all(format!("{row}\n").as_bytes()).expect("the file can be written");
}
