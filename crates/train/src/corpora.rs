//! Reads the annotated corpora into documents whose tokens have sets of allowed labels.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use whosaid::training::Span;
use whosaid::training::entities::tagger::labels::{EntityClass, LABELS};
use whosaid::training::layout::read_layout;
use whosaid::training::text::document::Document;

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<(usize, usize, String)>,
}

/// The length of an article's opening, in characters.
const OPENING: usize = 400;

impl Line {
    /// Returns the article's opening with its case changed.
    fn opening(&self, change: fn(&str) -> String) -> Self {
        let text: String = self.text.chars().take(OPENING).collect();
        let inside = self.entities.iter().filter(|(_, end, _)| *end <= OPENING).cloned();
        Self { text: change(&text), entities: inside.collect() }
    }
}

/// Capitalizes all but short words.
fn headline(text: &str) -> String {
    let capital = |word: &str| match word.as_bytes().first() {
        Some(first) if word.len() > 3 => format!("{}{}", first.to_ascii_uppercase() as char, &word[1..]),
        _ => word.to_owned(),
    };
    text.split_inclusive(' ')
        .map(|word| if word.is_char_boundary(1) { capital(word) } else { word.to_owned() })
        .collect()
}

/// An article, and for each token the labels that the annotation allows, one bit each.
///
/// A corpus that does not annotate a class leaves its tokens free to have it
/// (training with partial annotations; Tsuboi et al., COLING 2008).
#[derive(Clone)]
pub struct Annotated {
    /// The article's text, as the layout stage reads it.
    pub text: String,
    /// For each token, the labels it may have.
    pub allowed: Vec<u32>,
    /// Whether every class is annotated.
    pub fully_annotated: bool,
}

/// The label outside, as a set.
const OUTSIDE: u32 = 1;

fn first_labels(classes: &[EntityClass]) -> u32 {
    classes.iter().map(|&class| 1 << class.first_label()).sum()
}

fn later_labels(classes: &[EntityClass]) -> u32 {
    first_labels(classes) << 1
}

/// Returns the classes that a corpus's label may stand for.
fn classes(label: &str) -> &'static [EntityClass] {
    use EntityClass::*;
    match label {
        "Person" | "PER" | "person" | "politician" => &[Person],
        "Location" | "country" => &[Place],
        "LOC" | "location" => &[Place, Facility],
        "Organization" | "ORG" | "organisation" | "politicalparty" => &[Organization],
        "Facility" => &[Facility],
        "NORP" => &[Group],
        "Date" => &[Date],
        "Money" => &[Money],
        "Product" => &[Product],
        "MISC" | "misc" => &[Other, Group, Product],
        _ => &[Other],
    }
}

/// Reads all training corpora, never their `dev` parts.
pub fn read(folder: &Path) -> Result<Vec<Annotated>> {
    use EntityClass::*;
    let mut documents = Vec::new();
    // The small corpora, of other kinds of text, are repeated.
    for (file, unannotated, times) in [
        ("worldwide/train.jsonl", [].as_slice(), 1),
        ("wikigold/all.jsonl", [Date, Money].as_slice(), 2),
        ("politics/train.jsonl", [Date, Money, Group, Facility].as_slice(), 8),
    ] {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}: give the corpora's folder with --corpora", path.display()))?;
        for (number, line) in text.lines().enumerate() {
            let line: Line = serde_json::from_str(line)
                .with_context(|| format!("{} has a line that is not an article", path.display()))?;
            // Openings in other cases teach the tagger headlines in capitals and texts without any.
            let change = [str::to_ascii_uppercase, str::to_ascii_lowercase, headline][number % 3];
            if number / 3 % 2 == 0 {
                documents.push(annotate(line.opening(change), unannotated));
            }
            let annotated = annotate(line, unannotated);
            documents.extend(std::iter::repeat_n(annotated, times));
        }
    }
    Ok(documents)
}

fn annotate(line: Line, unannotated: &[EntityClass]) -> Annotated {
    let Line { text, entities } = line;
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let reading = read_layout(&text);
    let document = Document::new(reading.text());
    let free = OUTSIDE | first_labels(unannotated) | later_labels(unannotated);
    let mut allowed = vec![free; document.tokens.len()];
    for (start, end, label) in entities {
        let span = reading.reading_span(Span::new(bytes[start], bytes[end]));
        let classes = classes(&label);
        let mut begun = false;
        let from = document.tokens.partition_point(|token| token.span().end() <= span.start());
        let inside = document.tokens[from..].iter().take_while(|token| token.span().start() < span.end()).count();
        for labels in &mut allowed[from..from + inside] {
            *labels = if begun { later_labels(classes) } else { first_labels(classes) };
            begun = true;
        }
    }
    debug_assert!(allowed.iter().all(|labels| *labels < 1 << LABELS));
    Annotated { text: reading.text().to_owned(), allowed, fully_annotated: unannotated.is_empty() }
}
