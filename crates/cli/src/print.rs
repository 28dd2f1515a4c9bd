//! Prints reports and explanations for people.

use std::io::{Result, Write};

use whosaid::{EntityKind, Explanation, Language, Quote, Range, Report, RuleDecision};

use crate::language_names::language_name;

/// Writes a report whose offsets are bytes of `text`.
pub fn report(output: &mut impl Write, text: &str, report: &Report) -> Result<()> {
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
            speaker(output, text, report, &format!("{}{roles}", entity.name), &quotes)?;
        }
    }
    let unattributed: Vec<&Quote> = report.quotes.iter().filter(|quote| quote.speaker.is_none()).collect();
    if !unattributed.is_empty() {
        speaker(output, text, report, "Unknown speaker", &unattributed)?;
    }
    for kind in [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Group, EntityKind::Event]
    {
        let names: Vec<&str> =
            report.entities.iter().filter(|entity| entity.kind == kind).map(|entity| entity.name.as_str()).collect();
        if !names.is_empty() {
            writeln!(output, "{kind}: {}", names.join(", "))?;
        }
    }
    Ok(())
}

/// The note that an article is not in English; none where it is, or where its language is not known.
fn other_language(report: &Report) -> Option<String> {
    if [Language::ENGLISH, Language::UNDETERMINED].contains(&report.language) {
        return None;
    }
    let language = language_name(report.language.code());
    Some(format!("This text seems to be in {language}. whosaid reads English articles only."))
}

fn speaker(output: &mut impl Write, text: &str, report: &Report, name: &str, quotes: &[&Quote]) -> Result<()> {
    writeln!(output, "{name}")?;
    for quote in quotes {
        let uncertain =
            if quote.confidence * quote.speaker_confidence.unwrap_or(1.0) < 0.5 { ", uncertain" } else { "" };
        let guess = guess(report, quote);
        writeln!(output, "  {} [{}{uncertain}{guess}]", content(text, report, quote), quote.kind)?;
    }
    writeln!(output)
}

/// Who probably said a quote that has no speaker: `, probably Jane Doe (62%)`.
fn guess(report: &Report, quote: &Quote) -> String {
    let candidate = quote.candidates.first().filter(|_| quote.speaker.is_none());
    let found = candidate.and_then(|candidate| {
        let entity = report.entities.iter().find(|entity| entity.id == candidate.entity)?;
        Some(format!(", probably {} ({:.0}%)", entity.name, 100.0 * candidate.confidence))
    });
    found.unwrap_or_default()
}

/// The words of a quote, its pieces side by side.
fn content(text: &str, report: &Report, quote: &Quote) -> String {
    quote.content.iter().map(|&range| report.words(text, range)).collect::<Vec<_>>().join(" ")
}

/// Writes which rules decided, for a report whose offsets are bytes of `text`.
pub fn explanation(output: &mut impl Write, text: &str, report: &Report, explanation: &Explanation) -> Result<()> {
    if let Some(note) = other_language(report) {
        return writeln!(output, "{note}");
    }
    let name = |id: &str| {
        report.entities.iter().find(|entity| entity.id == id).map_or("unknown", |entity| entity.name.as_str())
    };
    let percent = |confidence: Option<f32>| {
        confidence.map_or(String::new(), |share| format!(", {:.0}% confident", 100.0 * share))
    };
    for (quote, explained) in report.quotes.iter().zip(&explanation.quotes) {
        writeln!(output, "{} {}", quote.id, content(text, report, quote))?;
        let speaker = explained.speaker.as_deref().map_or("unknown", name);
        writeln!(output, "  speaker: {speaker}{}", percent(explained.confidence))?;
        if let (Some(words), Some(source)) = (explained.words, &explained.source) {
            writeln!(output, "  source “{}”: {}", report.words(text, words), decided(source))?;
        }
        writeln!(output, "  attribution: {}", decided(&explained.attribution))?;
    }
    for mention in &explanation.mentions {
        let words = report.words(text, Range { start: mention.start, end: mention.end });
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
        report(&mut printed, text, &read).unwrap();
        explanation(&mut printed, text, &read, &analyzer.explain(text, Offsets::Byte)).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        assert_eq!(printed.matches("“It works remarkably well,”").count(), 2, "{printed}");
    }
    #[test]
    fn an_article_in_another_language_is_not_said_to_quote_nobody() {
        let mut read = Analyzer::new().analyze("", Offsets::Byte);
        for (code, expected) in [
            ("de", "This text seems to be in German. whosaid reads English articles only.\n"),
            ("el", "This text seems to be in Greek. whosaid reads English articles only.\n"),
            ("und", "No quotes found.\n"),
            ("en", "No quotes found.\n"),
        ] {
            read.language = code.parse().unwrap();
            let mut printed = Vec::new();
            report(&mut printed, "", &read).unwrap();
            assert_eq!(String::from_utf8(printed).unwrap(), expected);
        }
    }
}
