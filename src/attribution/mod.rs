//! Attribution: determines the speaker of each quote from what its source refers to, or from the quotes around it.
//!
//! A wrong speaker is worse than none, so a quote has none where the text does not tell with enough certainty.

pub mod basis;
mod choice;
mod context;
mod first_person;
mod numbering;
mod own_paragraph;
pub mod ranking;
mod repetition;
mod rules;

use rustc_hash::FxHashMap;

use crate::coreference::decision::{Decision, Rule, names_of};
use crate::coreference::entity::{Entity, EntityId, MentionForm};
use crate::coreference::pronouns::Resolved;
use crate::coreference::{Coreference, pronoun_class};
use crate::entities::mention::{EntityKind, Mention};
use crate::quotes::quote::Quote;
use crate::quotes::quote::QuoteId;
use crate::text::Document;
use crate::text::span::Span;
use crate::{lexicon, sorting};
use basis::{Attribution, Basis};
use context::QuoteContext;
use ranking::context_words::ContextWords;
use ranking::source_class::SourceClass;
use ranking::{SPEAKER_RANKER, SpeakerContext, SpeakerQuestion};

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
    Rule { name: "dialogue-turn", apply: rules::dialogue_turn::apply },
    Rule { name: "continued", apply: rules::continued::apply },
    Rule { name: "no-source", apply: |_| Some(Attribution::NOBODY) },
];

/// The output of this stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributed {
    /// All entities, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// The attribution of each quote, in the order of the quotes.
    pub attributions: Vec<Attribution>,
    /// Who may have said each quote where that is open, best first, each with how often such an answer is right.
    pub candidates: Vec<Vec<(EntityId, f32)>>,
    /// The rule that decided, for each quote.
    pub decisions: Vec<Decision>,
    /// The rule that resolved the source, for each quote that has one.
    pub source_decisions: Vec<Option<Decision>>,
    /// The pronouns and descriptions that were resolved, in the order of the text.
    pub resolutions: Vec<Resolution>,
}

/// A pronoun or a description, the entity that it was resolved to, and the rule that decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolution {
    /// Its span.
    pub span: Span,
    /// The entity.
    pub entity: EntityId,
    /// The estimated precision of such answers, if known.
    pub confidence: Option<f32>,
    /// The rule that decided.
    pub decision: Decision,
}

/// The confidence from which a resolved pronoun makes its entity a person.
const SURE_OF_KIND: f32 = 0.85;

/// Attributes each quote, and adds the resolved mentions to the entities.
pub fn attribute(document: &Document, mentions: &[Mention], quotes: &[Quote], coreference: Coreference) -> Attributed {
    let context = SpeakerContext { document, mentions, quotes, coreference: &coreference };
    let ranker = &*SPEAKER_RANKER;
    let mut candidates = vec![Vec::new(); quotes.len()];
    let (mut attributions, mut decisions) = attribute_quotes(&context, |question| {
        let ranked = ranking::rank(question, &ranker.fit);
        let answer = choice::decide(question, &ranked, ranker);
        candidates[question.id.number()] = choice::open_candidates(question, &ranked, answer, ranker);
        answer
    });
    let is_named = |entity: EntityId| context.coreference.clusters.entities[entity].named;
    for (id, attribution) in repetition::repeated(document, quotes, &attributions, is_named) {
        attributions[id.number()] = attribution;
        decisions[id.number()] = Decision::new(&[REPETITION], 0);
        candidates[id.number()].clear();
    }
    let ranked = ranked_sources(&context, &attributions, &decisions);
    let Coreference { clusters, sources, speech, pronouns, references, .. } = coreference;
    drop(references);
    let mut entities = clusters.entities;
    let mut resolutions = Vec::new();
    let mut speaks = vec![false; entities.len()];
    for speaker in attributions.iter().filter_map(|attribution| attribution.speaker) {
        speaks[speaker] = true;
    }
    let mut left_out = Vec::new();
    for (tokens, entity, decision) in sources.described {
        let pronoun =
            tokens.len() == 1 && pronoun_class::of(&lexicon::to_lowercase(document.word(tokens.start))).is_some();
        let form = if pronoun { MentionForm::Pronoun } else { MentionForm::Nominal };
        let span = document.span(tokens);
        if ranked_in(&ranked, span).is_some() {
            left_out.push((span, entity, form));
        } else {
            entities[entity].mentions.push((span, form));
            resolutions.push(Resolution { span, entity, confidence: None, decision });
        }
    }
    for resolved in &pronouns {
        let &Resolved { span, entity, confidence, decision, .. } = resolved;
        if ranked_in(&ranked, span).is_none() {
            entities[entity].mentions.push((span, MentionForm::Pronoun));
            resolutions.push(Resolution { span, entity, confidence: Some(confidence), decision });
        }
        // The referent of `he` or `she` is a person, whatever its kind was taken for.
        if resolved.personal && resolved.confidence >= SURE_OF_KIND {
            entities[resolved.entity].kind = EntityKind::Person;
        }
    }
    for (tokens, entity) in sources.openings {
        // Whom the text describes without quoting him is of interest only where something refers to him.
        if !entities[entity].named && (speaks[entity] || !entities[entity].mentions.is_empty()) {
            entities[entity].mentions.push((document.span(tokens), MentionForm::Nominal));
        }
    }
    for (tokens, entity, decision) in sources.described_members {
        let span = document.span(tokens);
        entities[entity].mentions.push((span, MentionForm::Nominal));
        resolutions.push(Resolution { span, entity, confidence: None, decision });
    }
    for source in ranked {
        entities[source.entity].mentions.push((source.span, source.form));
        let RankedSource { span, entity, confidence, decision, .. } = source;
        resolutions.push(Resolution { span, entity, confidence: Some(confidence), decision });
    }
    for (span, entity) in first_person::mentions(document, quotes, &speech, &attributions) {
        entities[entity].mentions.push((span, MentionForm::Pronoun));
    }
    for (span, entity, form) in left_out {
        // Who speaks has a mention, even where it stands around a source that is somebody else's.
        if speaks[entity] && entities[entity].mentions.is_empty() {
            entities[entity].mentions.push((span, form));
        }
    }
    for entity in &mut entities {
        sorting::sort_by_key(&mut entity.mentions, |&(span, form)| [span.start(), span.end(), form as usize]);
        entity.mentions.dedup_by_key(|mention| mention.0);
    }
    sorting::sort_by_key(&mut resolutions, |resolution| [resolution.span.start(), resolution.span.end(), 0]);
    resolutions.shrink_to_fit();
    numbering::in_order(Attributed {
        entities,
        attributions,
        candidates,
        decisions,
        source_decisions: sources.decisions,
        resolutions,
    })
}

/// A source that the ranking resolved in another way than the rules.
#[derive(Clone, Copy)]
struct RankedSource {
    span: Span,
    entity: EntityId,
    form: MentionForm,
    confidence: f32,
    decision: Decision,
}

/// Returns the sources that the ranking resolved, in the order of the text.
fn ranked_sources(context: &SpeakerContext, attributions: &[Attribution], decisions: &[Decision]) -> Vec<RankedSource> {
    let mut ranked = Vec::new();
    for (id, quote) in QuoteId::enumerate(context.quotes) {
        let (attribution, decision) = (&attributions[id.number()], decisions[id.number()]);
        let (Some(source), Some(entity)) = (quote.source, attribution.speaker) else { continue };
        if decision.rule() != RANKING {
            continue;
        }
        let tokens = context.document.tokens_in(source);
        let (span, form) = match SourceClass::of(context, id) {
            Some(SourceClass::Pronoun(_)) => (context.document.tokens[tokens.start].span(), MentionForm::Pronoun),
            _ => (source, MentionForm::Nominal),
        };
        ranked.push(RankedSource { span, entity, form, confidence: attribution.confidence, decision });
    }
    sorting::sort_by_key(&mut ranked, |source| [source.span.start(), source.span.end(), 0]);
    ranked.dedup_by_key(|source| source.span);
    ranked
}

/// Returns the ranked source that a mention stands in or holds.
fn ranked_in(ranked: &[RankedSource], mention: Span) -> Option<&RankedSource> {
    let near = sorting::last_starting_by(ranked, mention.start(), |source| source.span.start());
    near.iter().rev().find(|source| source.span.contains(mention) || mention.contains(source.span))
}

/// The name of the rule for quotes whose words recur in another quote.
const REPETITION: &str = "repetition";

/// The name of the rule by which the ranking decides.
const RANKING: &str = "speaker-ranking";

/// Returns the attribution of each quote, and the rule that decided.
///
/// `ask` is asked for the speaker of each quote whose source does not tell it by itself, and how often such an answer is
/// right.
pub fn attribute_quotes(
    context: &SpeakerContext,
    mut ask: impl FnMut(&SpeakerQuestion) -> Option<(EntityId, f32)>,
) -> (Vec<Attribution>, Vec<Decision>) {
    let &SpeakerContext { document, mentions, quotes, coreference, .. } = context;
    let pronouns: FxHashMap<usize, &Resolved> =
        coreference.pronouns.iter().map(|resolved| (resolved.span.start(), resolved)).collect();
    let interviewee = rules::interview_answer::interviewee(document, mentions, quotes, &coreference.clusters);
    let context_words = ContextWords::of(context);
    let mut attributions: Vec<Attribution> = Vec::with_capacity(quotes.len());
    let mut decisions = Vec::with_capacity(quotes.len());
    for ((id, quote), &referent) in QuoteId::enumerate(quotes).zip(&coreference.sources.of_quote) {
        let own = QuoteContext {
            document,
            mentions,
            coreference,
            pronouns: &pronouns,
            interviewee,
            quotes,
            id,
            quote,
            referent,
            before: &attributions,
        };
        let mut answers = RULES.iter().enumerate();
        let answer = answers.find_map(|(number, rule)| Some((number, (rule.apply)(&own)?)));
        let (number, mut attribution) = answer.unwrap_or((RULES.len(), Attribution::NOBODY));
        let mut decision = Decision::new(names_of!(RULES), number);
        if let Some(question) =
            SpeakerQuestion::new(*context, id, (decision.rule(), &attribution), &attributions, &context_words)
        {
            let answer = ask(&question);
            let same = answer.map(|(entity, _)| entity) == attribution.speaker;
            attribution = match answer {
                Some((_, confidence)) if same => Attribution { confidence, ..attribution },
                Some((entity, confidence)) => Attribution::given(entity, basis(&question, entity), confidence),
                None if attribution.speaker.is_none() => attribution,
                None => Attribution { basis: Basis::Ambiguous, ..Attribution::NOBODY },
            };
            if !same {
                decision = Decision::new(&[RANKING], 0);
            }
        }
        attributions.push(attribution);
        decisions.push(decision);
    }
    (attributions, decisions)
}

/// Returns how a speaker that the ranking gives was found.
fn basis(question: &SpeakerQuestion, entity: EntityId) -> Basis {
    match question.class {
        SourceClass::Pronoun(_) => Basis::Pronoun,
        SourceClass::Missing => Basis::Continued,
        _ if question.context.coreference.clusters.entities[entity].named => Basis::Role,
        _ => Basis::Described,
    }
}

/// Helpers for the tests of single rules.
#[cfg(test)]
pub mod test_support {
    use super::*;
    use crate::vocabulary::Vocabulary;
    use crate::{coreference, entities, quotes};

    /// Returns the rule that decided for each quote, in the order of the text.
    pub fn rules(text: &str) -> Vec<&'static str> {
        let document = Document::new(text);
        let vocabulary = Vocabulary::from_document(&document);
        let mentions = entities::tag_entities(&document, &vocabulary);
        let quotes = quotes::find_quotes(&document, &vocabulary, &mentions).quotes;
        let coreference = coreference::resolve(&document, &vocabulary, &mentions, &quotes);
        let context =
            SpeakerContext { document: &document, mentions: &mentions, quotes: &quotes, coreference: &coreference };
        let rules = |question: &SpeakerQuestion| question.rule_answer.map(|entity| (entity, 1.0));
        attribute_quotes(&context, rules).1.iter().map(Decision::rule).collect()
    }
}
