//! Short articles with their right answers, one file for each.
#![cfg(not(target_arch = "wasm32"))]

use std::path::{Path, PathBuf};

use serde::Deserialize;
use whosaid::report::{Quote, Range};
use whosaid::{Offsets, Report, analyze};

#[derive(Deserialize)]
struct Article {
    text: String,
    quotes: Vec<Expected>,
}

/// A quote as a reader would write it down.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Expected {
    kind: String,
    speaker: Option<String>,
    content: Vec<String>,
    cue: Option<String>,
    source: Option<String>,
    #[serde(default)]
    within: Option<usize>,
}

fn plain(text: &str, report: &Report, quote: &Quote) -> Expected {
    let words = |range: &Range| text[range.start..range.end].to_owned();
    Expected {
        kind: quote.kind.clone(),
        speaker: quote
            .speaker
            .as_ref()
            .map(|id| report.entities.iter().find(|entity| entity.id == *id).unwrap().name.clone()),
        content: quote.content.iter().map(words).collect(),
        cue: quote.cue.as_ref().map(words),
        source: quote.source.as_ref().map(words),
        within: quote.within.as_ref().map(|id| report.quotes.iter().position(|quote| quote.id == *id).unwrap()),
    }
}

fn articles(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn every_article_is_read_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut wrong = Vec::new();
    let files = articles(&folder);
    assert!(files.len() >= 10);
    for file in files {
        let article: Article = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let report = analyze(&article.text, Offsets::Byte);
        let found: Vec<Expected> = report.quotes.iter().map(|quote| plain(&article.text, &report, quote)).collect();
        if found != article.quotes {
            wrong.push(format!("{}\n expected {:#?}\n found {:#?}", file.display(), article.quotes, found));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn roles_are_read_off_the_text() {
    let text = "Polish Prime Minister Ewa Nowak and Lars Holm, the mayor of Aalborg, met former senator Ann Cole.";
    let report = analyze(text, Offsets::Byte);
    let roles = |name: &str| report.entities.iter().find(|entity| entity.name == name).unwrap().roles.clone();
    assert_eq!(roles("Ewa Nowak"), ["Polish Prime Minister"]);
    assert_eq!(roles("Lars Holm"), ["mayor of Aalborg"]);
    assert_eq!(roles("Ann Cole"), ["former senator"]);
}
