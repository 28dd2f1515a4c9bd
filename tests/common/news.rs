//! Articles of ordinary length with right answers.

use std::path::Path;

use serde::Deserialize;

/// A file of `tests/news`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "each test reads what it needs")]
pub struct NewsArticle {
    #[serde(skip)]
    pub name: String,
    pub style: String,
    pub text: String,
    pub quotes: Vec<ExpectedQuote>,
    #[serde(default)]
    pub marked: Vec<ExpectedNonQuotation>,
    /// What interrupts the article's speeches, in `tests/news/inserts`.
    #[serde(default)]
    pub inserts: Vec<String>,
}

/// A quote as a reader would write it down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "each test reads what it needs")]
pub struct ExpectedQuote {
    pub kind: String,
    pub speaker: Option<String>,
    pub how: String,
    pub content: Vec<String>,
    pub cue: Option<String>,
    pub source: Option<String>,
    #[serde(default)]
    pub within: Option<usize>,
}

/// A passage in quotation marks that is nobody's speech.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "each test reads what it needs")]
pub struct ExpectedNonQuotation {
    pub text: String,
    pub kind: String,
}

/// Reads all articles of a folder of `tests/news`, in the order of their names.
#[allow(dead_code, reason = "each test reads what it needs")]
pub fn read_articles(folder: &str) -> Vec<NewsArticle> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/news").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&folder).expect("the folder is there").flatten().collect();
    files.sort_by_key(std::fs::DirEntry::path);
    let read = |file: &std::fs::DirEntry| {
        let text = std::fs::read_to_string(file.path()).expect("the file is UTF-8");
        let mut article: NewsArticle =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.path().display()));
        article.name = file.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        article
    };
    files.iter().filter(|file| file.path().extension().is_some_and(|it| it == "json")).map(read).collect()
}
