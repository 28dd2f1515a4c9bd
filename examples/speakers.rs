//! Lists who said what in a file: `cargo run --release --example speakers article.txt`.

use whosaid::{Offsets, analyze};

const ARTICLE: &str = "“We will rebuild,” said mayor Jane Doe. Work starts on Monday, she added.";

fn main() -> std::io::Result<()> {
    let text = match std::env::args().nth(1) {
        Some(file) => std::fs::read_to_string(file)?,
        None => ARTICLE.to_owned(),
    };
    print!("{}", list(&text));
    Ok(())
}

/// One line for each quote.
fn list(text: &str) -> String {
    let report = analyze(text, Offsets::Byte);
    let mut lines = String::new();
    for quote in &report.quotes {
        let speaker = report.speaker(quote).map_or("somebody", |speaker| speaker.name.as_str());
        let cue = quote.cue.as_ref().map_or(String::new(), |cue| report.words(text, cue.range()));
        lines.push_str(&format!("{speaker} | {cue} | {}\n", report.quote_text(text, quote)));
    }
    lines
}

#[test]
fn every_quote_is_listed_with_its_speaker() {
    assert_eq!(list(ARTICLE), "Jane Doe | said | “We will rebuild,”\nJane Doe | added | Work starts on Monday\n");
}
