//! Articles to measure with.

use serde_json::Value;

/// All articles, a blank line between them.
pub fn all() -> String {
    let text = |line: &str| serde_json::from_str::<Value>(line).ok()?["text"].as_str().map(str::to_owned);
    let texts: Vec<String> = if let Some(file) = std::env::var_os("WHOSAID_ARTICLES_JSONL") {
        let lines = std::fs::read_to_string(file).expect("WHOSAID_ARTICLES_JSONL names a file that can be read");
        lines.lines().filter_map(text).collect()
    } else {
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles"));
        let mut files: Vec<_> = folder.expect("the articles are there").flatten().map(|entry| entry.path()).collect();
        files.sort();
        files.iter().filter_map(|file| text(&std::fs::read_to_string(file).ok()?)).collect()
    };
    texts.join("\n\n")
}

/// A text over and over, up to a number of bytes.
pub fn repeated(text: &str, bytes: usize) -> String {
    let mut all = String::with_capacity(bytes + text.len() + 2);
    while all.len() < bytes {
        all.push_str(text);
        all.push_str("\n\n");
    }
    let end = (bytes..=all.len()).find(|&end| all.is_char_boundary(end)).unwrap_or(all.len());
    all.truncate(end);
    all
}
