//! Prints reports and explanations for people.

use std::io::{Result, Write};

use whosaid::{EntityKind, Explanation, Quote, Range, Report, RuleDecision};

use crate::language_names;
use crate::palette::{Palette, printable};

/// The kinds of entities that are listed, with their headings.
const LISTED: [(EntityKind, &str); 5] = [
    (EntityKind::Person, "People"),
    (EntityKind::Organization, "Organizations"),
    (EntityKind::Place, "Places"),
    (EntityKind::Group, "Groups"),
    (EntityKind::Event, "Events"),
];

/// Writes a report whose offsets are bytes of `text`.
pub fn report(output: &mut impl Write, text: &str, report: &Report, palette: &Palette) -> Result<()> {
    if let Some(note) = other_language(report) {
        return writeln!(output, "{note}");
    }
    if report.quotes.is_empty() {
        writeln!(output, "No quotes found.")?;
    }
    for entity in &report.entities {
        let quotes: Vec<&Quote> =
            report.quotes.iter().filter(|quote| quote.speaker.as_deref() == Some(&entity.id)).collect();
        if !quotes.is_empty() {
            let roles = if entity.roles.is_empty() { String::new() } else { format!(" ({})", entity.roles.join("; ")) };
            writeln!(output, "{}{}", palette.speaker(&entity.name), palette.note(&roles))?;
            write_quotes(output, text, report, &quotes, palette)?;
        }
    }
    let unattributed: Vec<&Quote> = report.quotes.iter().filter(|quote| quote.speaker.is_none()).collect();
    if !unattributed.is_empty() {
        writeln!(output, "{}", palette.heading("Unknown speaker"))?;
        write_quotes(output, text, report, &unattributed, palette)?;
    }
    for (kind, heading) in LISTED {
        let names: Vec<&str> =
            report.entities.iter().filter(|entity| entity.kind == kind).map(|entity| entity.name.as_str()).collect();
        if !names.is_empty() {
            writeln!(output, "{} {}", palette.heading(&format!("{heading}:")), printable(&names.join(", ")))?;
        }
    }
    Ok(())
}

/// The note that an article is not in English; none where it is, or where its language is not known.
fn other_language(report: &Report) -> Option<String> {
    let language = language_names::other_language(report)?;
    Some(format!("This text seems to be in {language}. Only English articles are analyzed."))
}

fn write_quotes(
    output: &mut impl Write,
    text: &str,
    report: &Report,
    quotes: &[&Quote],
    palette: &Palette,
) -> Result<()> {
    for quote in quotes {
        let is_uncertain = quote.confidence * quote.speaker_confidence.unwrap_or(1.0) < 0.5;
        let doubt = format!("{}{}", if is_uncertain { ", uncertain" } else { "" }, guess(report, quote));
        let (open, close) = (palette.note(&format!("[{}", quote.kind)), palette.note("]"));
        writeln!(output, "  {} {open}{}{close}", content(text, report, quote), palette.doubt(&doubt))?;
    }
    writeln!(output)
}

/// Who probably said a quote that has no speaker: `, probably Jane Doe (62%)`.
fn guess(report: &Report, quote: &Quote) -> String {
    let candidate = quote.candidates.first().filter(|_| quote.speaker.is_none());
    let found = candidate.and_then(|candidate| {
        let entity = report.entity(&candidate.entity)?;
        Some(format!(", probably {} ({:.0}%)", entity.name, 100.0 * candidate.confidence))
    });
    found.unwrap_or_default()
}

/// The words of a quote, its pieces side by side.
fn content(text: &str, report: &Report, quote: &Quote) -> String {
    printable(&report.quote_text(text, quote))
}

/// Writes which rules decided, for a report whose offsets are bytes of `text`.
pub fn explanation(output: &mut impl Write, text: &str, report: &Report, explanation: &Explanation) -> Result<()> {
    if let Some(note) = other_language(report) {
        return writeln!(output, "{note}");
    }
    let name = |id: &str| report.entity(id).map_or("unknown", |entity| entity.name.as_str());
    let percent = |confidence: Option<f32>| {
        confidence.map_or(String::new(), |share| format!(", {:.0}% confident", 100.0 * share))
    };
    for (quote, explained) in report.quotes.iter().zip(&explanation.quotes) {
        writeln!(output, "{} {}", quote.id, content(text, report, quote))?;
        let speaker = explained.speaker.as_deref().map_or("unknown", name);
        writeln!(output, "  speaker: {speaker}{}", percent(explained.confidence))?;
        if let (Some(words), Some(source)) = (explained.words, &explained.source) {
            writeln!(output, "  source “{}”: {}", printable(&report.words(text, words)), decided(source))?;
        }
        writeln!(output, "  attribution: {}", decided(&explained.attribution))?;
    }
    for mention in &explanation.mentions {
        let words = printable(&report.words(text, Range { start: mention.start, end: mention.end }));
        let sure = percent(mention.confidence);
        writeln!(output, "“{words}” at byte {}: {}{sure}", mention.start, name(&mention.entity))?;
        writeln!(output, "  {}", decided(&mention.decision))?;
    }
    Ok(())
}

fn decided(decision: &RuleDecision) -> String {
    match decision.passed.as_slice() {
        [] => format!("rule {}", decision.rule),
        passed => format!("rule {} (passed: {})", decision.rule, passed.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use whosaid::Replacement;
    use whosaid::{Analyzer, Offsets};

    use super::*;

    #[test]
    fn words_are_printed_without_marks_of_the_layout() {
        let text = "“It works re\u{ad}markably well,” Ada Byron said.";
        let mut analyzer = Analyzer::new();
        let mut read = analyzer.analyze(text, Offsets::Byte);
        let start = text.find("\u{ad}").unwrap();
        read.replacements = vec![Replacement { start, end: start + 2, text: String::new() }];
        let mut printed = Vec::new();
        report(&mut printed, text, &read, &Palette::PLAIN).unwrap();
        explanation(&mut printed, text, &read, &analyzer.explain(text, Offsets::Byte)).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        assert_eq!(printed.matches("“It works remarkably well,”").count(), 2, "{printed}");
    }

    #[test]
    fn control_characters_of_an_article_do_not_reach_the_terminal() {
        let text = "“It \u{1b}[31mworks,” Ada Byron said.";
        let read = Analyzer::new().analyze(text, Offsets::Byte);
        let mut printed = Vec::new();
        report(&mut printed, text, &read, &Palette::PLAIN).unwrap();
        assert!(!printed.contains(&0x1b), "{}", String::from_utf8_lossy(&printed));
    }

    #[test]
    fn an_article_in_another_language_is_not_said_to_quote_nobody() {
        let mut read = Analyzer::new().analyze("", Offsets::Byte);
        for (code, expected) in [
            ("de", "This text seems to be in German. Only English articles are analyzed.\n"),
            ("el", "This text seems to be in Greek. Only English articles are analyzed.\n"),
            ("und", "No quotes found.\n"),
            ("en", "No quotes found.\n"),
        ] {
            read.language = code.parse().unwrap();
            let mut printed = Vec::new();
            report(&mut printed, "", &read, &Palette::PLAIN).unwrap();
            assert_eq!(String::from_utf8(printed).unwrap(), expected);
        }
    }
}
