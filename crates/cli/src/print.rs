//! The report as a reader likes it: who speaks, how much, and what was said.

use std::io::{Result, Write};

use whosaid::Report;
use whosaid::report::EntityKind;
use whosaid::report::{Quote, Range};

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
