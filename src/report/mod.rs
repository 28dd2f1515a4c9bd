//! Seventh stage: the report, the one type that everything outside reads.
//!
//! Offsets into the text are turned from bytes into the units asked for
//! here, and nowhere else. Serialised, the field names are a contract.

mod build;
#[cfg(test)]
mod contract;
mod explanation;
mod labels;
mod lookup;
mod names;
mod share;
mod units;
mod words;

use serde::{Deserialize, Serialize};

pub use crate::attribution::basis::Basis;
pub use crate::coreference::entity::MentionForm;
pub use crate::entities::mention::EntityKind;
pub use crate::language::Language;
pub use crate::parse_error::ParseError;
pub use crate::quotes::cue_semantics::{Stance, Tense};
pub use crate::quotes::non_quotations::NonQuotationKind;
pub use crate::quotes::quote::QuoteKind;
pub use crate::text::paragraphs::ParagraphRole;

pub(crate) use build::build;
pub(crate) use explanation::explain;
pub use explanation::{Explanation, MentionExplanation, QuoteExplanation, RuleDecision};

/// The version of the report's form, raised when a field changes its meaning.
pub(crate) const VERSION: &str = "3";

/// The unit in which a report counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
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
    type Err = ParseError;

    fn from_str(name: &str) -> Result<Self, ParseError> {
        match name {
            "utf-16" => Ok(Self::Utf16),
            "codepoint" => Ok(Self::CodePoint),
            "byte" => Ok(Self::Byte),
            _ => Err(ParseError::new(format!("unknown offsets “{name}”: use utf-16, codepoint or byte"))),
        }
    }
}

/// A range of the text, end exclusive, in the report's units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "TextRange"))]
pub struct Range {
    /// Where it starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
}

/// A paragraph and what it is in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Paragraph {
    /// Where it starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// Its role in the article.
    pub role: ParagraphRole,
    /// Its language, as a code of ISO 639-1, where it is not the article's. A paragraph that is not in English has no
    /// names and no quotes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub language: Option<Language>,
}

/// One place where an entity is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mention {
    /// Where it starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// How it refers to the entity.
    pub form: MentionForm,
}

/// Somebody or something that the article names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entity {
    /// `e1`, `e2`, … in the order of the first mention.
    pub id: String,
    /// Its kind.
    pub kind: EntityKind,
    /// The fullest form found.
    pub name: String,
    /// Whether it has a name; otherwise `name` is a description such as `police spokesman`.
    pub named: bool,
    /// Offices and trades, as the article words them.
    pub roles: Vec<String>,
    /// The `id`s of the organisations and places that its roles name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub affiliations: Vec<String>,
    /// The `id`s of those who speak together, where the entity is several that are named side by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// A person's age in years, where the article gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
    /// A person's party, where the article gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Every mention, in the order of the text.
    pub mentions: Vec<Mention>,
    /// How often such an entity and its kind are right, from 0 to 1.
    #[serde(serialize_with = "share::serialize")]
    pub confidence: f32,
    /// A date or time in ISO 8601 (`2019-03-05`), a sum as its amount and ISO 4217 currency (`3000000 USD`);
    /// only where the text makes it certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub normalized: Option<String>,
}

/// The reporting words, and what they say of the speaker's attitude.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cue {
    /// Where they start.
    pub start: usize,
    /// Where they have ended.
    pub end: usize,
    /// The dictionary form of the reporting verb or noun; `:` where a sign stands for it.
    pub lemma: String,
    /// The attitude they express.
    pub stance: Stance,
    /// Whether it was *not* said: `never said`, `declined to confirm`.
    pub negated: bool,
    /// Whether it was not simply said: `will say`, `might say`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tense: Option<Tense>,
}

/// The phrase that names or describes the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Source {
    /// Where it starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// The part that names the speaker, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Range>,
}

/// A passage in quotation marks that is not speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Marked {
    /// Always the same, to tell it from quotes.
    pub kind: MarkedKind,
    /// Where it starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// What it seems to be.
    pub seems: NonQuotationKind,
}

/// The kind of a passage in quotation marks that is not speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MarkedKind {
    /// It stands in quotation marks.
    Marked,
}

/// What to read in place of a range of the text that belongs to its layout or encoding, not to its words.
///
/// A line end inside a paragraph is read as a space, a soft hyphen as nothing, `&ldquo;` as `“`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Replacement {
    /// Where the range starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// The words to read there; empty where there are none.
    pub text: String,
}

/// Somebody who may have said a quote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SpeakerCandidate {
    /// The `id` of the entity.
    pub entity: String,
    /// How often such a speaker is right, from 0 to 1.
    #[serde(serialize_with = "share::serialize")]
    pub confidence: f32,
}

/// Somebody's words or thoughts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// `q1`, `q2`, … in the order of the text.
    pub id: String,
    /// How much of it stands between quotation marks.
    pub kind: QuoteKind,
    /// What was said, in one or more pieces, quotation marks included.
    pub content: Vec<Range>,
    /// The reporting words.
    pub cue: Option<Cue>,
    /// The phrase that names or describes the speaker.
    pub source: Option<Source>,
    /// The `id` of the speaker's entity; null where the text does not tell surely.
    pub speaker: Option<String>,
    /// How often such a quote is right in content, cue and source, from 0 to 1.
    #[serde(serialize_with = "share::serialize")]
    pub confidence: f32,
    /// How often such a speaker is right where the quote is, from 0 to 1; null where no speaker is given.
    #[serde(serialize_with = "share::serialize_optional")]
    pub speaker_confidence: Option<f32>,
    /// Who may have said it, best first, where no speaker is sure enough or another one is likely too; at most three. Their
    /// names may be shown as a guess, never as the speaker.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<SpeakerCandidate>,
    /// Whether the article keeps the source anonymous.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
    /// Where the article says why the source is anonymous.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anonymity_reason: Option<Range>,
    /// The `id` of the quote that this one lies in.
    pub within: Option<String>,
    /// How the speaker was found, or why it was not.
    pub basis: Basis,
    /// The rule that decided, such as `unique-role`. It says more than `basis`, but rules come and go with versions
    /// of the library: fall back on `basis` for a name that you do not know.
    #[serde(default)]
    pub rule: String,
}

/// Who said what in one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    /// The version of this form.
    pub version: String,
    /// The language of the article, as a code of ISO 639-1 (`en`, `de`). An article that is not in English has paragraphs, but no names and no quotes; one
    /// whose language cannot be told (`und`) is analyzed as English.
    #[cfg_attr(test, schemars(with = "String"))]
    pub language: Language,
    /// The unit in which all places are counted.
    pub offsets: Offsets,
    /// The article's paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// The people, organizations and other things that it names or that speak in it.
    pub entities: Vec<Entity>,
    /// The quotes, in the order of the text.
    pub quotes: Vec<Quote>,
    /// Passages in quotation marks that are not speech.
    pub marked: Vec<Marked>,
    /// What to read in place of ranges of the text, in order and without overlaps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replacements: Vec<Replacement>,
}
