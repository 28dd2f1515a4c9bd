//! The report as a reader likes it: who speaks, how much, and what was said.

use std::io::{Result, Write};

use whosaid::{EntityKind, Explanation, Quote, Range, Report, RuleDecision};

/// Writes a report whose places are bytes of `text`.
pub fn report(output: &mut impl Write, text: &str, report: &Report) -> Result<()> {
    if report.quotes.is_empty() {
        writeln!(output, "Nobody is quoted.")?;
    }
    for entity in &report.entities {
        let quotes: Vec<&Quote> =
            report.quotes.iter().filter(|quote| quote.speaker.as_deref() == Some(&entity.id)).collect();
        if !quotes.is_empty() {
            let roles = if entity.roles.is_empty() { String::new() } else { format!(" ({})", entity.roles.join("; ")) };
            speaker(output, text, &format!("{}{roles}", entity.name), &quotes)?;
        }
    }
    let nobody: Vec<&Quote> = report.quotes.iter().filter(|quote| quote.speaker.is_none()).collect();
    if !nobody.is_empty() {
        speaker(output, text, "Speaker not named, or not sure", &nobody)?;
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

fn speaker(output: &mut impl Write, text: &str, name: &str, quotes: &[&Quote]) -> Result<()> {
    writeln!(output, "{name}")?;
    for quote in quotes {
        let words: Vec<&str> =
            quote.content.iter().flat_map(|&Range { start, end }| text[start..end].split_whitespace()).collect();
        let unsure = if quote.confidence * quote.speaker_confidence.unwrap_or(1.0) < 0.5 { ", unsure" } else { "" };
        writeln!(output, "  {} [{}{unsure}]", words.join(" "), quote.kind)?;
    }
    writeln!(output)
}

/// Writes which rules decided, for a report whose places are bytes of `text`.
pub fn explanation(output: &mut impl Write, text: &str, report: &Report, explanation: &Explanation) -> Result<()> {
    let name = |id: &str| {
        report.entities.iter().find(|entity| entity.id == id).map_or("nobody", |entity| entity.name.as_str())
    };
    let percent =
        |confidence: Option<f32>| confidence.map_or(String::new(), |share| format!(", {:.0}% sure", 100.0 * share));
    for (quote, explained) in report.quotes.iter().zip(&explanation.quotes) {
        let content: Vec<&str> =
            quote.content.iter().flat_map(|&Range { start, end }| text[start..end].split_whitespace()).collect();
        writeln!(output, "{} {}", quote.id, content.join(" "))?;
        let speaker = explained.speaker.as_deref().map_or("nobody", name);
        writeln!(output, "  speaker: {speaker}{}", percent(explained.confidence))?;
        if let (Some(words), Some(source)) = (explained.words, &explained.source) {
            writeln!(output, "  source “{}”: {}", &text[words.start..words.end], decided(source))?;
        }
        writeln!(output, "  attribution: {}", decided(&explained.attribution))?;
    }
    for mention in &explanation.mentions {
        let words = &text[mention.start..mention.end];
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
