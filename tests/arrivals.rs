//! The same article as it arrives from elsewhere – wrapped, quoted in a mail, with other marks – has the same report.
//!
//! Letters and digits stay as they are in every arrival; only white space, line ends and marks change. Two reports are the
//! same if their quotes have the same letters in content, cue and source, and speakers with the same names.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/news.rs"]
mod news;

#[path = "common/arrivals.rs"]
mod arrivals;

use arrivals::ARRIVALS;
use news::read_articles;
use whosaid::Range;
use whosaid::{Offsets, Report, analyze};

/// The letters and digits of a passage.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

/// The quotes of a report: the letters of content, cue and source, and the speaker's name.
fn quotes(text: &str, report: &Report) -> Vec<String> {
    let place = |start: usize, end: usize| letters(&report.words(text, Range { start, end }));
    report
        .quotes
        .iter()
        .map(|quote| {
            let content: String = quote.content.iter().map(|piece| place(piece.start, piece.end)).collect();
            let cue = quote.cue.as_ref().map(|cue| place(cue.start, cue.end));
            let source = quote.source.as_ref().map(|source| place(source.start, source.end));
            let speaker = report.speaker(quote);
            format!(
                "{:?} {content} | {cue:?} | {source:?} | {:?}",
                quote.kind,
                speaker.map(|entity| letters(&entity.name))
            )
        })
        .collect()
}

#[test]
fn an_article_has_the_same_report_however_it_arrives() {
    let articles = read_articles("articles");
    assert!(articles.len() >= 30 && ARRIVALS.len() >= 16);
    let usual: Vec<Vec<String>> =
        articles.iter().map(|article| quotes(&article.text, &analyze(&article.text, Offsets::Byte))).collect();
    let mut failures = Vec::new();
    for arrival in ARRIVALS {
        let (mut same, mut total) = (0, 0);
        for (article, usual) in articles.iter().zip(&usual) {
            let text = (arrival.change)(&article.text);
            let found = quotes(&text, &analyze(&text, Offsets::Byte));
            total += usual.len().max(found.len());
            same += usual.iter().filter(|quote| found.contains(quote)).count();
            for quote in usual.iter().filter(|quote| !found.contains(quote)) {
                println!("{}, {}: lost {quote}", arrival.name, article.name);
            }
            for quote in found.iter().filter(|quote| !usual.contains(quote)) {
                println!("{}, {}: instead {quote}", arrival.name, article.name);
            }
        }
        println!("{}: {same} of {total} quotes are the same", arrival.name);
        if total - same > arrival.may_differ {
            failures.push(format!(
                "{}: {} of {total} differ, at most {} may",
                arrival.name,
                total - same,
                arrival.may_differ
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
