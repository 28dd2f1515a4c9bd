//! Why an analysis came out as it did: for each quote and each resolved mention, the rule that decided.

use serde::{Deserialize, Serialize};

use super::labels::{entity_id, quote_id, round};
use super::units::Units;
use super::{Offsets, Range};
use crate::attribution::Attributed;
use crate::coreference::decision::Decision;
use crate::layout::ReadingText;
use crate::quotes::quote::{Quote, QuoteId};
use crate::text::span::Span;

/// The rule of an ordered table that decided, and the rules before it that had no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RuleDecision {
    /// The name of the rule.
    pub rule: String,
    /// The names of the rules that passed before it, in their order.
    pub passed: Vec<String>,
}

/// How the speaker of one quote was found, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuoteExplanation {
    /// The `id` of the quote in the report.
    pub quote: String,
    /// The `id` of the speaker's entity; null where no speaker is given.
    pub speaker: Option<String>,
    /// The words that were resolved, if the quote has a source.
    pub words: Option<Range>,
    /// How often such a speaker is right, from 0 to 1; null where no speaker is given.
    pub confidence: Option<f32>,
    /// The rule that resolved the source, if the quote has one.
    pub source: Option<RuleDecision>,
    /// The rule that gave the speaker.
    pub attribution: RuleDecision,
}

/// How a pronoun or a description was resolved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MentionExplanation {
    /// Where the mention starts.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// The `id` of the entity in the report.
    pub entity: String,
    /// How often such an answer is right, from 0 to 1; null where that is not known.
    pub confidence: Option<f32>,
    /// The rule that decided.
    pub decision: RuleDecision,
}

/// The rules behind one report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Explanation {
    /// One for each quote of the report, in the same order.
    pub quotes: Vec<QuoteExplanation>,
    /// One for each pronoun and description that was resolved, in the order of the text.
    pub mentions: Vec<MentionExplanation>,
}

impl From<Decision> for RuleDecision {
    fn from(decision: Decision) -> Self {
        Self {
            rule: decision.rule().to_owned(),
            passed: decision.passed().iter().map(|&name| name.to_owned()).collect(),
        }
    }
}

/// The name of the rule that says most about how a quote's speaker was found, or why there is none.
///
/// A rule of attribution may only pass on what another rule decided: the one that resolved the pronoun, or the one
/// that resolved the source's words. Then it is the name of that rule.
pub(super) fn deciding_rule(attributed: &Attributed, number: usize, quote: &Quote) -> &'static str {
    let rule = attributed.decisions[number].rule();
    let resolved = match rule {
        "pronoun" => quote.source.and_then(|source| {
            let first = attributed.resolutions.partition_point(|resolution| resolution.span.start() < source.start());
            attributed.resolutions.get(first).filter(|resolution| source.contains(resolution.span))
        }),
        "named" | "role" | "nearest-match" | "described" => {
            return attributed.source_decisions[number].map_or(rule, |decision| decision.rule());
        }
        _ => None,
    };
    resolved.map_or(rule, |resolution| resolution.decision.rule())
}

/// Explains the attributions of a text.
pub(crate) fn explain(
    reading: &ReadingText,
    quotes: &[Quote],
    attributed: &Attributed,
    offsets: Offsets,
) -> Explanation {
    let units = Units::new(reading, offsets);
    let range = |span: Span| units.range(span);
    let decisions = attributed.decisions.iter().zip(&attributed.source_decisions);
    let quotes = QuoteId::enumerate(quotes).zip(&attributed.attributions).zip(decisions);
    let quotes = quotes.map(|(((id, quote), attribution), (decision, source))| QuoteExplanation {
        quote: quote_id(id),
        speaker: attribution.speaker.map(entity_id),
        words: quote.source.map(range),
        confidence: attribution.speaker.map(|_| round(attribution.confidence)),
        source: source.map(RuleDecision::from),
        attribution: (*decision).into(),
    });
    let mentions = attributed.resolutions.iter().map(|resolution| {
        let Range { start, end } = units.range(resolution.span);
        MentionExplanation {
            start,
            end,
            entity: entity_id(resolution.entity),
            confidence: resolution.confidence.map(round),
            decision: resolution.decision.into(),
        }
    });
    Explanation { quotes: quotes.collect(), mentions: mentions.collect() }
}
