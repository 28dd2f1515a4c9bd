//! Puts the report together.

use super::explanation::deciding_rule;
use super::labels::{entity_id, quote_id, round};
use super::units::Units;
use super::{
    Cue, Entity, Marked, MarkedKind, Mention, Offsets, Paragraph, ParagraphRole, Quote, Range, Replacement, Report,
    Source, SpeakerCandidate, VERSION,
};
use crate::attribution::Attributed;
use crate::attribution::basis::Attribution;
use crate::coreference::entity::{Entity as FoundEntity, EntityId};
use crate::language::Languages;
use crate::layout::ReadingText;
use crate::quotes::FoundQuotes;
use crate::quotes::quote::{Quote as FoundQuote, QuoteId};
use crate::sorting;
use crate::text::document::Document;
use crate::text::punctuation::is_quotation_mark;

/// An entity's name with the apostrophes and quotation marks that it has in the original.
fn original_name(reading: &ReadingText, document: &Document, entity: &FoundEntity) -> String {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let letters = |name: &str| name.chars().filter(|character| character.is_alphanumeric()).collect::<String>();
    let name = plain(&entity.name);
    if !name.contains(is_quotation_mark) {
        return name;
    }
    let same = entity.mentions.iter().find(|(span, _)| span.slice(document.text) == entity.name);
    let original = same.map(|&(span, _)| plain(reading.original_span(span).slice(reading.original())));
    original.filter(|original| letters(original) == letters(&name)).unwrap_or(name)
}

pub fn build(
    reading: &ReadingText,
    document: &Document,
    languages: &Languages,
    mut found: FoundQuotes,
    mut attributed: Attributed,
    offsets: Offsets,
) -> Report {
    let units = Units::new(reading, offsets);
    // What is found takes much memory, as does the report: each part goes when its part of the report is there.
    let rules = found.quotes.iter().enumerate().map(|(number, quote)| deciding_rule(&attributed, number, quote));
    let rules: Vec<&str> = rules.collect();
    (attributed.decisions, attributed.source_decisions, attributed.resolutions) = Default::default();
    let quotes = QuoteId::enumerate(&found.quotes).zip(&attributed.attributions).enumerate();
    let quotes = quotes.map(|(number, ((id, quote), attribution))| {
        let candidates = attributed.candidates[number]
            .iter()
            .map(|&(entity, confidence)| SpeakerCandidate { entity: entity_id(entity), confidence: round(confidence) });
        Quote { candidates: candidates.collect(), ..self::quote(&units, id, quote, attribution, rules[number]) }
    });
    let quotes = quotes.collect();
    found.quotes = Vec::new();
    let entities: Vec<Entity> = EntityId::enumerate(&attributed.entities)
        .map(|(id, entity)| Entity {
            id: entity_id(id),
            kind: entity.kind,
            name: original_name(reading, document, entity),
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
            normalized: entity.normalized.clone(),
        })
        .collect();
    attributed.entities = Vec::new();
    let marked = found.non_quotations.iter().map(|non_quotation| {
        let Range { start, end } = units.range(non_quotation.span);
        Marked { kind: MarkedKind::Marked, start, end, seems: non_quotation.kind }
    });
    Report {
        version: VERSION.to_owned(),
        language: languages.article,
        offsets,
        paragraphs: paragraphs(reading, document, languages, &units),
        entities,
        quotes,
        marked: marked.collect(),
        replacements: replacements(reading, &units),
    }
}

/// Lists what people should read in place of ranges of the original text.
fn replacements(reading: &ReadingText, units: &Units) -> Vec<Replacement> {
    let visible = reading.replacements().iter().filter(|replacement| replacement.visible);
    visible
        .map(|replacement| {
            let Range { start, end } = units.original_range(replacement.span);
            Replacement { start, end, text: replacement.text.to_string() }
        })
        .collect()
}

/// Lists the article's paragraphs and what stands around it, in the order of the original text.
fn paragraphs(reading: &ReadingText, document: &Document, languages: &Languages, units: &Units) -> Vec<Paragraph> {
    let boilerplate = reading.boilerplate().into_iter().map(|span| {
        let Range { start, end } = units.original_range(span);
        Paragraph { start, end, role: ParagraphRole::Boilerplate, language: None }
    });
    let own = document.paragraphs.iter().enumerate().map(|(number, paragraph)| {
        let Range { start, end } = units.range(paragraph.span);
        Paragraph { start, end, role: paragraph.role, language: languages.other(number) }
    });
    let mut paragraphs: Vec<Paragraph> = own.chain(boilerplate).collect();
    sorting::sort_by_key(&mut paragraphs, |paragraph| [paragraph.start, paragraph.end, 0]);
    paragraphs
}

fn quote(units: &Units, id: QuoteId, quote: &FoundQuote, attribution: &Attribution, rule: &str) -> Quote {
    Quote {
        id: quote_id(id),
        kind: quote.kind,
        content: quote.content.iter().map(|&span| units.range(span)).collect(),
        cue: quote.cue.zip(quote.cue_semantics.as_ref()).map(|(span, semantics)| {
            let Range { start, end } = units.range(span);
            Cue {
                start,
                end,
                lemma: String::from(&*semantics.lemma),
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
        candidates: Vec::new(),
        anonymous: quote.anonymity.is_some(),
        anonymity_reason: quote.anonymity.and_then(|anonymity| anonymity.reason).map(|span| units.range(span)),
        within: quote.within.map(quote_id),
        basis: attribution.basis,
        rule: rule.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, analyze};

    #[test]
    fn names_keep_the_marks_of_the_original() {
        let report = analyze("Mayor Sinead O'Neill said: \"We won.\"", Offsets::Byte);
        assert_eq!(report.entities[0].name, "Sinead O'Neill");
    }
}
