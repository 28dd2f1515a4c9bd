//! What holds for every text.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use whosaid::{Analyzer, Offsets, analyze};

#[path = "common/invariants.rs"]
mod invariants;

/// Pieces that news is made of, and that trip programs up.
fn news() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "''",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        ", ",
        ". ",
        "? ",
        ": ",
        "— ",
        "(",
        ")",
        "said",
        "says",
        "saying",
        "according to",
        "told",
        "that",
        "who",
        "he",
        "She",
        "the",
        "of",
        "and",
        "Mark Rutte",
        "Mr. Lee",
        "Minister",
        "Berlin",
        "NATO",
        "’s",
        "U.S.",
        "Monday",
        "$3 million",
        "👍🏽",
        "שלום",
        "\0",
        "\u{feff}",
        "e\u{301}",
        "İ",
        "ẞ",
        "called",
        "described",
        "I",
        "not",
        "to",
        "was",
        "has",
        ",”",
        "-",
        "…",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| {
        pieces.iter().enumerate().fold(String::new(), |mut text, (number, piece)| {
            if number % 3 != 0 {
                text.push(' ');
            }
            text.push_str(piece);
            text
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_report(text in any::<String>()) {
        invariants::check(&text);
    }

    #[test]
    fn any_mix_of_news_gives_a_sound_report(text in news()) {
        invariants::check(&text);
    }

    #[test]
    fn what_was_read_before_changes_nothing(texts in prop::collection::vec(news(), 2..5)) {
        let mut analyzer = Analyzer::new();
        for text in &texts {
            prop_assert_eq!(analyzer.analyze(text, Offsets::Utf16), analyze(text, Offsets::Utf16));
        }
    }

    #[test]
    fn an_edit_gives_the_report_of_the_new_text(
        paragraphs in prop::collection::vec(news(), 1..8),
        edits in prop::collection::vec((any::<prop::sample::Index>(), news()), 1..4),
    ) {
        let mut paragraphs = paragraphs;
        let mut analyzer = Analyzer::new();
        analyzer.analyze(&paragraphs.join("\n\n"), Offsets::Utf16);
        for (place, edit) in edits {
            *place.get_mut(&mut paragraphs) = edit;
            let text = paragraphs.join("\n\n");
            prop_assert_eq!(analyzer.analyze(&text, Offsets::Utf16), analyze(&text, Offsets::Utf16));
        }
    }
}

#[test]
fn every_state_of_an_article_gives_its_own_report() {
    let article = include_str!("../www/src/sample.ts");
    let mut analyzer = Analyzer::new();
    let ends: Vec<usize> = article.char_indices().map(|(at, _)| at).step_by(97).collect();
    for end in ends.iter().chain(ends.iter().rev()) {
        let text = &article[..*end];
        assert_eq!(analyzer.analyze(text, Offsets::Utf16), analyze(text, Offsets::Utf16));
    }
}

/// Texts on which an analysis once panicked or broke a promise.
#[test]
fn texts_that_once_failed_give_a_sound_report() {
    for text in [
        "“It works,” she sleepéed.",
        "“It works,” she sleepééed.",
        "“It is over,” a police spokesman and two officials said.",
        "Amina Diallo spoke. According to he said the farmers’ union, half of the fields are dry.",
        ">\n>\n.",
        "> “It works,” Doe said.\n> “It does.”\n“No,” Roe said.",
        "Mayor Jane Doe met the neighbour, who told the court that she heard a shout. “Then it went quiet,” the neighbour said.",
    ] {
        invariants::check(text);
    }
}

#[test]
fn long_texts_are_read() {
    for piece in
        ["“", "\"", "A", "Mark Rutte ", "“A,” said B. ", "said ", "the, ", "'a ", "\n“", "( ", "\u{301}", "who said "]
    {
        let text = piece.repeat(100_000 / piece.len());
        analyze(&text, Offsets::Utf16);
    }
}

#[test]
fn a_megabyte_is_read() {
    let paragraph =
        "“The count of ships has doubled,” said Harbour Master Tom Hale on Monday. He added that it was “a start.”\n";
    let count = 1_000_000 / paragraph.len();
    let report = analyze(&paragraph.repeat(count), Offsets::Utf16);
    assert_eq!(report.quotes.len(), 2 * count);
    assert!(report.quotes.iter().all(|quote| quote.speaker.is_some()));
}

#[test]
fn a_text_that_is_too_long_has_an_empty_report() {
    let text = "“It works,” Ada Byron said. ".repeat(18_000_000);
    assert!(text.len() > 500_000_000);
    let report = analyze(&text, Offsets::Byte);
    assert!(report.quotes.is_empty() && report.entities.is_empty() && report.paragraphs.is_empty());
}
