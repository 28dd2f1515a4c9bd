//! Puts the report together.

use super::explanation::deciding_rule;
use super::units::Units;
use super::{Cue, Entity, Marked, MarkedKind, Mention, Offsets, Paragraph, Quote, Range, Report, Source, VERSION};
use crate::attribution::Attributed;
use crate::attribution::basis::Attribution;
use crate::quotes::FoundQuotes;
use crate::quotes::quote::Quote as FoundQuote;
use crate::text::document::Document;

pub fn build(document: &Document, found: &FoundQuotes, attributed: &Attributed, offsets: Offsets) -> Report {
    let units = Units::new(document.text, offsets);
    let paragraphs = document.paragraphs.iter().map(|paragraph| {
        let Range { start, end } = units.range(paragraph.span);
        Paragraph { start, end, role: paragraph.role }
    });
    let entities = attributed.entities.iter().enumerate().map(|(number, entity)| Entity {
        id: entity_id(number),
        kind: entity.kind,
        name: entity.name.split_whitespace().collect::<Vec<_>>().join(" "),
        roles: entity.roles.iter().map(|role| role.split_whitespace().collect::<Vec<_>>().join(" ")).collect(),
        affiliations: entity.affiliations.iter().copied().map(entity_id).collect(),
        members: entity.members.iter().copied().map(entity_id).collect(),
        mentions: entity
            .mentions
            .iter()
            .map(|&(span, form)| {
                let Range { start, end } = units.range(span);
                Mention { start, end, form }
            })
            .collect(),
        named: entity.named,
        age: entity.age,
        party: entity.party.clone(),
        confidence: round(entity.confidence),
        normal: entity.normal.clone(),
    });
    let quotes = found.quotes.iter().zip(&attributed.attributions).enumerate();
    let quotes = quotes.map(|(number, (quote, attribution))| {
        let rule = deciding_rule(attributed, number, quote);
        self::quote(&units, number, quote, attribution, rule)
    });
    let marked = found.non_quotations.iter().map(|non_quotation| {
        let Range { start, end } = units.range(non_quotation.span);
        Marked { kind: MarkedKind::Marked, start, end, seems: non_quotation.kind }
    });
    Report {
        version: VERSION.to_owned(),
        language: "en".to_owned(),
        offsets,
        paragraphs: paragraphs.collect(),
        entities: entities.collect(),
        quotes: quotes.collect(),
        marked: marked.collect(),
        replacements: Vec::new(),
    }
}

fn quote(units: &Units, number: usize, quote: &FoundQuote, attribution: &Attribution, rule: &str) -> Quote {
    Quote {
        id: quote_id(number),
        kind: quote.kind,
        content: quote.content.iter().map(|&span| units.range(span)).collect(),
        cue: quote.cue.zip(quote.cue_semantics.as_ref()).map(|(span, semantics)| {
            let Range { start, end } = units.range(span);
            Cue {
                start,
                end,
                lemma: semantics.lemma.clone(),
                stance: semantics.stance,
                negated: semantics.negated,
                tense: semantics.tense,
            }
        }),
        source: quote.source.map(|span| {
            let Range { start, end } = units.range(span);
            Source { start, end, name: attribution.name.map(|name| units.range(name)) }
        }),
        speaker: attribution.speaker.map(entity_id),
        confidence: round(quote.confidence),
        speaker_confidence: attribution.speaker.map(|_| round(attribution.confidence)),
        anonymous: quote.anonymity.is_some(),
        anonymity_reason: quote.anonymity.and_then(|anonymity| anonymity.reason).map(|span| units.range(span)),
        within: quote.within.map(quote_id),
        basis: attribution.basis,
        rule: rule.to_owned(),
    }
}

pub(super) fn entity_id(number: usize) -> String {
    format!("e{}", number + 1)
}

pub(super) fn quote_id(number: usize) -> String {
    format!("q{}", number + 1)
}

pub(super) fn round(confidence: f32) -> f32 {
    (confidence * 100.0).round() / 100.0
}
