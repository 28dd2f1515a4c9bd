//! Short passages of news, each with one quote: how many of these stand under the right name.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/news.rs"]
mod news;

#[path = "common/score.rs"]
mod score;

use std::path::Path;

use serde::Deserialize;

use news::{ExpectedQuote, NewsArticle};
use score::{Floor, assert_floors};

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

/// Raise a floor when the analysis gets better.
const FLOORS: &[Floor] = &[
    Floor { set: "named", right: 850, wrong: 40 },
    Floor { set: "named-unread", right: 820, wrong: 40 },
    Floor { set: "roles-unread", right: 534, wrong: 160 },
];

#[test]
fn quotes_stand_under_the_right_name() {
    assert_floors(FLOORS, read_snippets);
}
