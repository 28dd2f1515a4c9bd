//! Measures the precision of attributions by their basis, on articles with annotated sources.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use whosaid::{Entity, Offsets, Range, analyze};

#[derive(Deserialize)]
struct Article {
    text: String,
    quotes: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Annotated {
    content: Vec<(usize, usize)>,
    source: Option<Vec<(usize, usize)>>,
}

/// Prints, for each basis, how often the speaker is mentioned in the annotated source of the same content.
///
/// This measures sources, names and continued quotes, but not the resolution of pronouns and descriptions.
pub fn measure(file: &Path) -> Result<()> {
    let lines = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut seen: BTreeMap<String, (usize, usize, f64)> = BTreeMap::new();
    for line in lines.lines() {
        let article: Article = serde_json::from_str(line)?;
        let report = analyze(&article.text, Offsets::CodePoint);
        for quote in &report.quotes {
            let Some(speaker) = report.entities.iter().find(|entity| quote.speaker.as_ref() == Some(&entity.id)) else {
                continue;
            };
            let same = article.quotes.iter().filter(|annotated| shared(&quote.content, &annotated.content) >= 0.5);
            let sources: Vec<&Vec<(usize, usize)>> = same.filter_map(|annotated| annotated.source.as_ref()).collect();
            if sources.is_empty() {
                continue;
            }
            let right = sources.iter().any(|source| mentioned(speaker, source));
            let (rights, all, expected) = seen.entry(format!("{:?}", quote.basis)).or_default();
            *rights += usize::from(right);
            *all += 1;
            *expected += f64::from(quote.speaker_confidence.unwrap_or(0.0));
        }
    }
    for (basis, (right, all, expected)) in seen {
        let share = |part: f64| 100.0 * part / all as f64;
        println!(
            "{basis:<10} {right:>6} of {all:>6} right: {:.1} % (expected {:.1} %)",
            share(right as f64),
            share(expected)
        );
    }
    Ok(())
}

fn mentioned(entity: &Entity, source: &[(usize, usize)]) -> bool {
    entity.mentions.iter().any(|mention| source.iter().any(|&(start, end)| mention.start < end && start < mention.end))
}

/// Returns the Jaccard index of two contents.
fn shared(found: &[Range], annotated: &[(usize, usize)]) -> f64 {
    let length = |(start, end): (usize, usize)| end.saturating_sub(start);
    let both: usize = found
        .iter()
        .flat_map(|piece| annotated.iter().map(|&(start, end)| length((piece.start.max(start), piece.end.min(end)))))
        .sum();
    let all: usize = found.iter().map(|piece| length((piece.start, piece.end))).sum::<usize>()
        + annotated.iter().copied().map(length).sum::<usize>();
    both as f64 / (all - both).max(1) as f64
}
