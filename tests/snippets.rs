//! Short passages of news, each with one quote whose speaker is asked for.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/news.rs"]
mod news;

#[path = "common/score.rs"]
mod score;

use std::path::Path;

use serde::Deserialize;

use news::{ExpectedQuote, NewsArticle};
use score::Scores;

/// A line of a file in `tests/snippets`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Snippet {
    text: String,
    /// The first words of the quote, with its mark.
    quote: String,
    speaker: String,
}

/// Reads the snippets of a file, each as an article with one quote.
fn read_snippets(name: &str) -> Vec<NewsArticle> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snippets/{name}.jsonl"));
    let lines = std::fs::read_to_string(file).expect("the file is UTF-8");
    let read = |(number, line): (usize, &str)| {
        let Snippet { text, quote, speaker } = serde_json::from_str(line).expect("each line is a snippet");
        let quote = ExpectedQuote {
            kind: "direct".to_owned(),
            how: if speaker.contains(char::is_uppercase) { "named" } else { "described" }.to_owned(),
            speaker: Some(speaker),
            content: vec![quote],
            cue: None,
            source: None,
            within: None,
        };
        NewsArticle {
            name: format!("{name} {}", number + 1),
            style: "snippet".to_owned(),
            text,
            quotes: vec![quote],
            marked: Vec::new(),
            inserts: Vec::new(),
        }
    };
    lines.lines().enumerate().map(read).collect()
}

/// What an analysis must reach on a file: how many quotes are right at least, and wrong at most.
struct Bound {
    file: &'static str,
    right: usize,
    wrong: usize,
}

/// Raise a bound when the analysis gets better.
const BOUNDS: &[Bound] = &[
    Bound { file: "named", right: 85, wrong: 4 },
    Bound { file: "named-unread", right: 82, wrong: 4 },
    Bound { file: "roles-unread", right: 40, wrong: 12 },
];

#[test]
fn quotes_stand_under_the_right_name() {
    let mut failures = Vec::new();
    for bound in BOUNDS {
        let mut scores = Scores::default();
        let mut mistakes = Vec::new();
        for snippet in read_snippets(bound.file) {
            scores.add(&snippet, &mut mistakes);
        }
        for mistake in mistakes.iter().filter(|_| !bound.file.ends_with("unread")) {
            println!("{mistake}");
        }
        let all = scores.all();
        println!("{}: {all:?} of {}", bound.file, all.total());
        if all.right < bound.right || all.wrong > bound.wrong {
            failures.push(format!("{}: {all:?}", bound.file));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
