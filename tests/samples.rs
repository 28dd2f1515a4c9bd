//! Longer articles that the repository may not contain: run with `cargo test --test samples -- --ignored`
//! where `WHOSAID_ARTICLES` names their folder. `cargo xtask test` runs them where the folder exists.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Deserialize;
use whosaid::{Offsets, ParagraphRole, QuoteKind, Report, analyze};

#[derive(Deserialize)]
struct Sample {
    text: String,
    quotes: Vec<Quote>,
    entities: Vec<(usize, usize, String)>,
    credit: (usize, usize),
    marks_that_are_not_speech: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct Quote {
    kind: QuoteKind,
    content: Vec<(usize, usize)>,
    speaker: String,
}

fn sample(name: &str) -> Sample {
    let folder = std::env::var_os("WHOSAID_ARTICLES")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/articles"), PathBuf::from);
    let json = std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| {
        panic!("cannot read {name} in {}: {error}; set WHOSAID_ARTICLES to its folder", folder.display())
    });
    serde_json::from_str(&json).unwrap()
}

fn speaker(report: &Report, quote: &whosaid::Quote) -> String {
    let entity = report.entities.iter().find(|entity| Some(&entity.id) == quote.speaker.as_ref());
    entity.map_or_else(String::new, |entity| entity.name.clone())
}

/// The share of positions that both contents have, of those that either has.
fn overlap(found: &whosaid::Quote, wanted: &Quote) -> f64 {
    let found: BTreeSet<usize> = found.content.iter().flat_map(|piece| piece.start..piece.end).collect();
    let wanted: BTreeSet<usize> = wanted.content.iter().flat_map(|&(start, end)| start..end).collect();
    found.intersection(&wanted).count() as f64 / found.union(&wanted).count() as f64
}

#[test]
#[ignore = "needs nato.gold.json, which the repository may not contain: set WHOSAID_ARTICLES to its folder and run with --ignored"]
fn the_nato_article_is_analyzed_correctly() {
    let sample = sample("nato.gold.json");
    let report = analyze(&sample.text, Offsets::CodePoint);
    for wanted in sample.quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect) {
        let found = report.quotes.iter().find(|quote| overlap(quote, wanted) >= 0.8);
        let found = found.unwrap_or_else(|| panic!("no quote at {:?}", wanted.content));
        assert_eq!((&found.kind, &speaker(&report, found)), (&wanted.kind, &wanted.speaker));
    }
    for quote in &report.quotes {
        assert_ne!(speaker(&report, quote), "Olaf Scholz");
        for &(start, end) in &sample.marks_that_are_not_speech {
            assert!(
                quote.content.iter().all(|piece| piece.end <= start || end <= piece.start),
                "{start}..{end} is not speech"
            );
        }
    }
    let gold: BTreeSet<(usize, usize, String)> = sample.entities.into_iter().collect();
    let found: BTreeSet<(usize, usize, String)> = report
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|mention| (mention.start, mention.end, entity.kind.to_string())))
        .collect();
    assert!(gold.intersection(&found).count() * 10 >= gold.len() * 8);
    let credit = report.paragraphs.iter().find(|paragraph| (paragraph.start, paragraph.end) == sample.credit);
    assert_eq!(credit.map(|paragraph| paragraph.role), Some(ParagraphRole::Credit));
}
