//! Seventh stage: the report, the one type that everything outside reads.
//!
//! Offsets into the text are turned from bytes into the units asked for
//! here, and nowhere else. Serialised, the field names are a contract.

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::entities::Kind as EntityKind;
use crate::paragraphs::Role;
use crate::quotes::{Found, Kind as QuoteKind};
use crate::speakers::{Basis, Form, Speakers};
use crate::vocabulary::Vocabulary;
use crate::{Span, entities, quotes, speakers};

/// The version of the report's form, raised when a field changes its meaning.
pub const VERSION: &str = "1";

/// The unit in which a report counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Offsets {
    /// UTF-16 code units, as JavaScript strings count.
    #[default]
    #[serde(rename = "utf-16")]
    Utf16,
    /// Unicode code points, as Python strings count.
    #[serde(rename = "codepoint")]
    CodePoint,
    /// Bytes of UTF-8, as Rust strings count.
    #[serde(rename = "byte")]
    Byte,
}

impl std::str::FromStr for Offsets {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "utf-16" => Ok(Self::Utf16),
            "codepoint" => Ok(Self::CodePoint),
            "byte" => Ok(Self::Byte),
            _ => Err(format!("unknown offsets “{name}”: use utf-16, codepoint or byte")),
        }
    }
}

/// A range of the text, end exclusive, in the report's units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// Where it starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
}

/// A paragraph and what it is in the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Where it starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// `body`, `headline`, `byline`, `dateline`, `credit`, `caption` or `furniture`.
    pub role: String,
}

/// One place where an entity is mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// `name`, `nominal` or `pronoun`.
    pub form: String,
}

/// Somebody or something that the article names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// `e1`, `e2`, … in the order of the first mention.
    pub id: String,
    /// `person`, `organization`, `place`, `facility`, `group`, `event`, `date`, `time`, `money`, `product`, `work`, `law` or `language`.
    pub kind: String,
    /// The fullest form found.
    pub name: String,
    /// Offices and trades, as the article words them.
    pub roles: Vec<String>,
    /// Every mention, in the order of the text.
    pub mentions: Vec<Mention>,
    /// How sure the entity and its kind are, from 0 to 1.
    pub confidence: f32,
    /// A date or time in ISO 8601 (`2019-03-05`), a sum as its amount and ISO 4217 currency (`3000000 USD`);
    /// only where the text makes it certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub normal: Option<String>,
}

/// Somebody's words or thoughts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// `q1`, `q2`, … in the order of the text.
    pub id: String,
    /// `direct`, `mixed` or `indirect`.
    pub kind: String,
    /// What was said, in one or more pieces, marks included.
    pub content: Vec<Range>,
    /// The reporting words.
    pub cue: Option<Range>,
    /// The phrase that names the speaker.
    pub source: Option<Range>,
    /// The `id` of the speaker's entity; null where the text does not tell surely.
    pub speaker: Option<String>,
    /// How sure the quote and its speaker are, from 0 to 1.
    pub confidence: f32,
    /// The `id` of the quote that this one lies in.
    pub within: Option<String>,
    /// How the speaker was found: `named`, `pronoun`, `role`, `continued`, `enclosing`, `unnamed` or `unknown`.
    pub basis: String,
}

/// Who said what in one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The version of this form.
    pub version: String,
    /// The language of the article, as a BCP 47 tag. English is the only one so far.
    pub language: String,
    /// The unit in which all places are counted.
    pub offsets: Offsets,
    /// The article's paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Everything it names.
    pub entities: Vec<Entity>,
    /// Everything that somebody says in it.
    pub quotes: Vec<Quote>,
}

/// Analyzes an article.
///
/// Any text is accepted, and none makes it panic; an empty one gives an empty report.
///
/// ```
/// use whosaid::{Offsets, analyze};
/// let report = analyze("“It works,” Ada Byron said.", Offsets::CodePoint);
/// assert_eq!(report.quotes[0].kind, "direct");
/// assert_eq!(report.quotes[0].speaker, Some(report.entities[0].id.clone()));
/// assert_eq!(report.entities[0].name, "Ada Byron");
/// assert_eq!((report.quotes[0].content[0].start, report.quotes[0].content[0].end), (0, 11));
/// ```
pub fn analyze(text: &str, offsets: Offsets) -> Report {
    let document = Document::new(text);
    let vocabulary = Vocabulary::of(&document);
    let mentions = entities::find(&document, &vocabulary);
    let found = quotes::find(&document, &vocabulary, &mentions);
    let speakers = speakers::resolve(&document, &mentions, &found.quotes);
    build(&document, &found, &speakers, offsets)
}

fn build(document: &Document, found: &Found, speakers: &Speakers, offsets: Offsets) -> Report {
    let units = Units::new(document.text, offsets);
    let paragraphs = document.paragraphs.iter().map(|paragraph| {
        let Range { start, end } = units.range(paragraph.span);
        Paragraph { start, end, role: role_name(paragraph.role).to_owned() }
    });
    let entities = speakers.entities.iter().enumerate().map(|(number, entity)| Entity {
        id: entity_id(number),
        kind: kind_name(entity.kind).to_owned(),
        name: entity.name.split_whitespace().collect::<Vec<_>>().join(" "),
        roles: entity.roles.iter().map(|role| role.split_whitespace().collect::<Vec<_>>().join(" ")).collect(),
        mentions: entity
            .mentions
            .iter()
            .map(|&(span, form)| {
                let Range { start, end } = units.range(span);
                Mention { start, end, form: form_name(form).to_owned() }
            })
            .collect(),
        confidence: round(entity.confidence),
        normal: entity.normal.clone(),
    });
    let quotes =
        found.quotes.iter().zip(&speakers.attributions).enumerate().map(|(number, (quote, attribution))| Quote {
            id: quote_id(number),
            kind: match quote.kind {
                QuoteKind::Direct => "direct",
                QuoteKind::Mixed => "mixed",
                QuoteKind::Indirect => "indirect",
            }
            .to_owned(),
            content: quote.content.iter().map(|&span| units.range(span)).collect(),
            cue: quote.cue.map(|span| units.range(span)),
            source: quote.source.map(|span| units.range(span)),
            speaker: attribution.speaker.map(entity_id),
            confidence: round(if attribution.speaker.is_some() {
                quote.confidence.min(attribution.confidence)
            } else {
                quote.confidence
            }),
            within: quote.within.map(quote_id),
            basis: basis_name(attribution.basis).to_owned(),
        });
    Report {
        version: VERSION.to_owned(),
        language: "en".to_owned(),
        offsets,
        paragraphs: paragraphs.collect(),
        entities: entities.collect(),
        quotes: quotes.collect(),
    }
}

fn entity_id(number: usize) -> String {
    format!("e{}", number + 1)
}

fn quote_id(number: usize) -> String {
    format!("q{}", number + 1)
}

fn round(confidence: f32) -> f32 {
    (confidence * 100.0).round() / 100.0
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Body => "body",
        Role::Headline => "headline",
        Role::Byline => "byline",
        Role::Dateline => "dateline",
        Role::Credit => "credit",
        Role::Caption => "caption",
        Role::Furniture => "furniture",
    }
}

fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Facility => "facility",
        EntityKind::Group => "group",
        EntityKind::Event => "event",
        EntityKind::Date => "date",
        EntityKind::Time => "time",
        EntityKind::Money => "money",
        EntityKind::Product => "product",
        EntityKind::Work => "work",
        EntityKind::Law => "law",
        EntityKind::Language => "language",
    }
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Name => "name",
        Form::Nominal => "nominal",
        Form::Pronoun => "pronoun",
    }
}

fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Named => "named",
        Basis::Pronoun => "pronoun",
        Basis::Role => "role",
        Basis::Continued => "continued",
        Basis::Enclosing => "enclosing",
        Basis::Unnamed => "unnamed",
        Basis::Unknown => "unknown",
    }
}

/// Bytes between two entries of the table below.
const STEP: usize = 64;

/// Turns bytes into the units asked for, by a table of every 64th byte.
struct Units<'t> {
    text: &'t str,
    offsets: Offsets,
    before: Vec<usize>,
}

impl<'t> Units<'t> {
    fn new(text: &'t str, offsets: Offsets) -> Self {
        let mut before = Vec::new();
        if offsets != Offsets::Byte {
            before.reserve(text.len() / STEP + 1);
            let mut count = 0;
            for (at, character) in text.char_indices() {
                while before.len() * STEP <= at {
                    before.push(count);
                }
                count += width(character, offsets);
            }
        }
        Self { text, offsets, before }
    }

    fn range(&self, span: Span) -> Range {
        Range { start: self.at(span.start), end: self.at(span.end) }
    }

    fn at(&self, byte: usize) -> usize {
        if self.offsets == Offsets::Byte {
            return byte;
        }
        let Some(entry) = (byte / STEP).checked_sub(usize::from(byte / STEP >= self.before.len())) else { return 0 };
        let Some(&count) = self.before.get(entry) else { return 0 };
        let mut start = entry * STEP;
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let rest = self.text.get(start..byte).unwrap_or("");
        count + rest.chars().map(|character| width(character, self.offsets)).sum::<usize>()
    }
}

fn width(character: char, offsets: Offsets) -> usize {
    match offsets {
        Offsets::Utf16 => character.len_utf16(),
        Offsets::CodePoint => 1,
        Offsets::Byte => character.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_offset() {
        let text = "a“é👍🏽”\u{202e}".repeat(40);
        for offsets in [Offsets::Utf16, Offsets::CodePoint, Offsets::Byte] {
            let units = Units::new(&text, offsets);
            let mut count = 0;
            for (at, character) in text.char_indices() {
                assert_eq!(units.at(at), count, "{offsets:?} at byte {at}");
                count += width(character, offsets);
            }
            assert_eq!(units.at(text.len()), count);
        }
    }

    #[test]
    fn an_empty_text_gives_an_empty_report() {
        let report = analyze("", Offsets::default());
        assert!(report.paragraphs.is_empty() && report.entities.is_empty() && report.quotes.is_empty());
    }
}
