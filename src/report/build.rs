//! Puts the report together.

use super::units::Units;
use super::{Cue, Entity, Marked, Mention, Offsets, Paragraph, Quote, Range, Report, Source, VERSION};
use crate::document::Document;
use crate::entities::Kind as EntityKind;
use crate::paragraphs::Role;
use crate::quotes::{Found, Kind as QuoteKind, Quote as FoundQuote, Seems, Stance, Tense};
use crate::speakers::{Attribution, Basis, Form, Speakers};

pub fn build(document: &Document, found: &Found, speakers: &Speakers, offsets: Offsets) -> Report {
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
        affiliations: entity.affiliations.iter().copied().map(entity_id).collect(),
        members: entity.members.iter().copied().map(entity_id).collect(),
        mentions: entity
            .mentions
            .iter()
            .map(|&(span, form)| {
                let Range { start, end } = units.range(span);
                Mention { start, end, form: form_name(form).to_owned() }
            })
            .collect(),
        named: entity.named,
        age: entity.age,
        party: entity.party.clone(),
        confidence: round(entity.confidence),
        normal: entity.normal.clone(),
    });
    let quotes = found.quotes.iter().zip(&speakers.attributions).enumerate();
    let quotes = quotes.map(|(number, (quote, attribution))| self::quote(&units, number, quote, attribution));
    let marked = found.unspoken.iter().map(|unspoken| {
        let Range { start, end } = units.range(unspoken.span);
        Marked { kind: "marked".to_owned(), start, end, seems: seems_name(unspoken.seems).to_owned() }
    });
    Report {
        version: VERSION.to_owned(),
        language: "en".to_owned(),
        offsets,
        paragraphs: paragraphs.collect(),
        entities: entities.collect(),
        quotes: quotes.collect(),
        marked: marked.collect(),
    }
}

fn quote(units: &Units, number: usize, quote: &FoundQuote, attribution: &Attribution) -> Quote {
    Quote {
        id: quote_id(number),
        kind: match quote.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
        }
        .to_owned(),
        content: quote.content.iter().map(|&span| units.range(span)).collect(),
        cue: quote.cue.zip(quote.wording.as_ref()).map(|(span, wording)| {
            let Range { start, end } = units.range(span);
            Cue {
                start,
                end,
                lemma: wording.lemma.clone(),
                stance: stance_name(wording.stance).to_owned(),
                negated: wording.negated,
                tense: wording.tense.map(|tense| tense_name(tense).to_owned()),
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
        basis: basis_name(attribution.basis).to_owned(),
    }
}

fn stance_name(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => "neutral",
        Stance::Supportive => "supportive",
        Stance::Sceptical => "sceptical",
        Stance::Denying => "denying",
        Stance::Asking => "asking",
        Stance::Ordering => "ordering",
        Stance::Believing => "believing",
        Stance::Intending => "intending",
    }
}

fn tense_name(tense: Tense) -> &'static str {
    match tense {
        Tense::Future => "future",
        Tense::Possible => "possible",
    }
}

fn seems_name(seems: Seems) -> &'static str {
    match seems {
        Seems::Title => "title",
        Seems::Name => "name",
        Seems::Term => "term",
        Seems::Translation => "translation",
        Seems::Scare => "scare",
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
        Basis::Described => "described",
        Basis::Continued => "continued",
        Basis::Enclosing => "enclosing",
        Basis::Turn => "turn",
        Basis::Unnamed => "unnamed",
        Basis::Ambiguous => "ambiguous",
        Basis::Unknown => "unknown",
    }
}
