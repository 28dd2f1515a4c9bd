//! The speaker of each quote: from whom its source refers to, or from the quotes around it.
//!
//! A wrong name under somebody's words is worse than none: where the text
//! does not tell surely enough, a quote has no speaker.

pub mod basis;
mod context;
mod first_person;
mod rules;

use rustc_hash::FxHashMap;

use crate::coreference::decision::{Decision, Rule, names_of};
use crate::coreference::entity::{Entity, EntityId, MentionForm};
use crate::coreference::pronouns::Resolved;
use crate::coreference::{Coreference, pronoun_class};
use crate::entities::mention::{EntityKind, Mention};
use crate::quotes::quote::Quote;
use crate::text::Document;
use crate::text::span::Span;
use crate::{lexicon, sorting};
use basis::Attribution;
use context::QuoteContext;

/// A rule of attribution.
type AttributionRule = Rule<fn(&QuoteContext) -> Option<Attribution>>;

/// The rules in their order.
const RULES: &[AttributionRule] = &[
    Rule { name: "ambiguous-name", apply: rules::ambiguous_name::apply },
    Rule { name: "named", apply: rules::named::apply },
    Rule { name: "coordination", apply: rules::coordination::apply },
    Rule { name: "plural-anaphor", apply: rules::plural_anaphor::apply },
    Rule { name: "sentence-subject", apply: rules::sentence_subject::apply },
    Rule { name: "role", apply: rules::role::apply },
    Rule { name: "nearest-match", apply: rules::nearest_match::apply },
    Rule { name: "described", apply: rules::described::apply },
    Rule { name: "pronoun", apply: rules::pronoun::apply },
    Rule { name: "enclosing", apply: rules::enclosing::apply },
    Rule { name: "interview-answer", apply: rules::interview_answer::apply },
    Rule { name: "unnamed-source", apply: rules::unnamed_source::apply },
    Rule { name: "continued", apply: rules::continued::apply },
    Rule { name: "no-source", apply: |_| Some(Attribution::NOBODY) },
];

/// What this stage gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributed {
    /// All entities, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// One attribution for each quote, in the same order.
    pub attributions: Vec<Attribution>,
    /// The rule that decided, for each quote in the same order.
    pub decisions: Vec<Decision>,
    /// The rule that resolved the source, for each quote in the same order, where it has one.
    pub source_decisions: Vec<Option<Decision>>,
    /// The pronouns and descriptions that were resolved, in the order of the text.
    pub resolutions: Vec<Resolution>,
}

/// A pronoun or a description, the entity that it was resolved to, and the rule that decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolution {
    /// Where it stands.
    pub span: Span,
    /// The entity.
    pub entity: EntityId,
    /// How often such an answer is right, where that is known.
    pub confidence: Option<f32>,
    /// The rule that decided.
    pub decision: Decision,
}

/// How sure a pronoun must be before it tells that a name is a person's.
const SURE_OF_KIND: f32 = 0.85;

/// Gives each quote its speaker, or none, and completes the entities with the mentions found on the way.
pub fn attribute(document: &Document, mentions: &[Mention], quotes: &[Quote], coreference: Coreference) -> Attributed {
    let (attributions, decisions) = attribute_quotes(document, mentions, quotes, &coreference);
    let Coreference { clusters, sources, speech, pronouns } = coreference;
    let mut entities = clusters.entities;
    let mut resolutions = Vec::new();
    for (tokens, entity, decision) in sources.described {
        let pronoun =
            tokens.len() == 1 && pronoun_class::of(&lexicon::to_lowercase(document.word(tokens.start))).is_some();
        let form = if pronoun { MentionForm::Pronoun } else { MentionForm::Nominal };
        let span = document.span(tokens);
        entities[entity].mentions.push((span, form));
        resolutions.push(Resolution { span, entity, confidence: None, decision });
    }
    for resolved in &pronouns {
        entities[resolved.entity].mentions.push((resolved.span, MentionForm::Pronoun));
        let &Resolved { span, entity, confidence, decision, .. } = resolved;
        resolutions.push(Resolution { span, entity, confidence: Some(confidence), decision });
        // Whoever is `he` or `she` is a person, whatever the name was taken for.
        if resolved.personal && resolved.confidence >= SURE_OF_KIND {
            entities[resolved.entity].kind = EntityKind::Person;
        }
    }
    for (span, entity) in first_person::mentions(document, quotes, &speech, &attributions) {
        entities[entity].mentions.push((span, MentionForm::Pronoun));
    }
    for entity in &mut entities {
        sorting::sort_by_key(&mut entity.mentions, |&(span, form)| [span.start, span.end, form as usize]);
        entity.mentions.dedup_by_key(|mention| mention.0);
    }
    sorting::sort_by_key(&mut resolutions, |resolution| [resolution.span.start, resolution.span.end, 0]);
    sorted(Attributed { entities, attributions, decisions, source_decisions: sources.decisions, resolutions })
}

/// Returns the attribution of each quote, and the rule that decided.
fn attribute_quotes(
    document: &Document,
    mentions: &[Mention],
    quotes: &[Quote],
    coreference: &Coreference,
) -> (Vec<Attribution>, Vec<Decision>) {
    let pronouns: FxHashMap<usize, &Resolved> =
        coreference.pronouns.iter().map(|resolved| (resolved.span.start, resolved)).collect();
    let interviewee = rules::interview_answer::interviewee(document, mentions, quotes, &coreference.clusters);
    let mut attributions: Vec<Attribution> = Vec::with_capacity(quotes.len());
    let mut decisions = Vec::with_capacity(quotes.len());
    for (quote, &referent) in quotes.iter().zip(&coreference.sources.of_quote) {
        let context = QuoteContext {
            document,
            mentions,
            coreference,
            pronouns: &pronouns,
            interviewee,
            quote,
            referent,
            before: &attributions,
        };
        let mut answers = RULES.iter().enumerate();
        let answer = answers.find_map(|(number, rule)| Some((number, (rule.apply)(&context)?)));
        let (number, attribution) = answer.unwrap_or((RULES.len(), Attribution::NOBODY));
        attributions.push(attribution);
        decisions.push(Decision::new(names_of!(RULES), number));
    }
    (attributions, decisions)
}

/// Brings the entities into the order of their first mention, and all that refers to them with them.
fn sorted(mut attributed: Attributed) -> Attributed {
    let entities = std::mem::take(&mut attributed.entities);
    let start = |entity: &Entity| entity.mentions.first().map_or(usize::MAX, |mention| mention.0.start);
    let mut order: Vec<EntityId> = (0..entities.len()).map(EntityId::new).collect();
    sorting::sort_by_key(&mut order, |&old| [start(&entities[old]), 0, 0]);
    let mut new_ids = vec![EntityId::default(); entities.len()];
    for (new, &old) in EntityId::enumerate(&order) {
        new_ids[old] = new;
    }
    let mut entities: Vec<Option<Entity>> = entities.into_iter().map(Some).collect();
    attributed.entities = order.into_iter().filter_map(|old| entities[old].take()).collect();
    for entity in &mut attributed.entities {
        for other in entity.members.iter_mut().chain(&mut entity.affiliations) {
            *other = new_ids[*other];
        }
    }
    for attribution in &mut attributed.attributions {
        attribution.speaker = attribution.speaker.map(|speaker| new_ids[speaker]);
    }
    for resolution in &mut attributed.resolutions {
        resolution.entity = new_ids[resolution.entity];
    }
    attributed
}

/// What the tests of single rules ask.
#[cfg(test)]
pub mod test_support {
    use super::*;
    use crate::vocabulary::Vocabulary;
    use crate::{coreference, entities, quotes};

    /// The rule that decided for each quote, in the order of the text.
    pub fn rules(text: &str) -> Vec<&'static str> {
        let document = Document::new(text);
        let vocabulary = Vocabulary::from_document(&document);
        let mentions = entities::tag_entities(&document, &vocabulary);
        let quotes = quotes::find_quotes(&document, &vocabulary, &mentions).quotes;
        let coreference = coreference::resolve(&document, &vocabulary, &mentions, &quotes);
        attribute_quotes(&document, &mentions, &quotes, &coreference).1.iter().map(Decision::rule).collect()
    }
}
