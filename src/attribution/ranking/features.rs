//! Features of the ranking: what speaks for a candidate, and for nobody. They never tell men from women.

use super::candidates::{SpeakerCandidate, is_in_content, paragraph, quote_before};
use super::dialogue::Dialogue;
use super::nominal_source::NominalSource;
use super::pronoun_history::pronoun_history;
use super::source_class::SourceClass;
use super::{SpeakerContext, SpeakerQuestion};
use crate::coreference::entity::EntityId;
use crate::coreference::gender::agreement;
use crate::coreference::pronouns::context::{Agreement, MentionContext};
use crate::crf::features::{FeatureHasher, pair};
use crate::entities::mention::EntityKind;
use crate::quotes::quote::{QuoteId, SpeakerLink};
use crate::text::sentences::ends_sentence;
use crate::text::token_index::{TokenIndex, TokenRange};

/// Where the features begin: others of the library have lower numbers.
const FIRST: u64 = 20_000;

/// What a quote is to the quote before it.
struct Neighbour {
    /// 0 for none, 1 where nothing is between, 2 for a few words, 3 for up to a sentence, 4 for more.
    gap: u64,
    /// How many paragraphs lie between, at most 3.
    paragraphs: u64,
    /// The tokens between.
    between: TokenRange,
}

/// What speaks for a candidate, hashed.
pub fn speaker_features(
    question: &SpeakerQuestion,
    candidate: &SpeakerCandidate,
    candidates: &[SpeakerCandidate],
    mut give: impl FnMut(u32),
) {
    let context = &question.context;
    let (document, coreference) = (context.document, context.coreference);
    let class = question.class.feature_number();
    let entity = &coreference.clusters.entities[candidate.entity];
    let references = &coreference.references;
    let sentence = sentence_number(context, question.anchor);
    let here = paragraph(context, question.anchor);
    let nearest = candidate.reference.map(|number| &references[number]);
    let distance = nearest.map_or(7, |nearest| bucket(sentence.saturating_sub(nearest.sentence)));
    let paragraphs = nearest.map_or(4, |nearest| (here - paragraph(context, nearest.tokens.start)).min(3) as u64);
    let role = nearest.map_or(6, |nearest| nearest.role.feature_number());
    let speaks = nearest.map_or(0, |nearest| u64::from(nearest.is_source) | u64::from(nearest.is_quoted) << 1);
    let form = nearest.map_or(3, |nearest| u64::from(nearest.pronoun));
    let opens = nearest.map_or(0, |nearest| u64::from(opens_sentence(context, nearest)));
    let neighbour = neighbour(question);
    let spoke = candidate.spoke.map_or(4, |ago| ago.min(3) as u64);
    let rank = candidate.rank.min(5) as u64;
    let count = candidate.count.min(6) as u64;
    let most = candidates.iter().map(|other| other.count).max() == Some(candidate.count);
    let rule = question.rule as u64;
    let by_rule = match question.rule_answer {
        None => 0,
        Some(answer) => 1 + u64::from(answer == candidate.entity),
    };
    let agrees = agreement_number(question, candidate.entity);
    let rivals = rivals(question, candidate, candidates);
    let kind = entity.kind.feature_number() * 2 + u64::from(entity.named);
    let nominal = NominalSource::of(question);
    let described = nominal.match_number(question, candidate.entity);
    let dialogue = Dialogue::of(question, candidate);
    let in_content = u64::from(is_in_content(question, candidate.entity));
    let ahead = candidate.ahead.map_or(0, |number| ahead_number(question, &references[number]));
    let last_before = last_subject(question) == Some(candidate.entity);
    let since = u64::from(nearest.is_some_and(|nearest| neighbour.between.contains(nearest.tokens.start)));
    let quote = question.quote();
    let link = u64::from(quote.link == SpeakerLink::Continued);
    let starts = u64::from(starts_paragraph(context, document.token_at(quote.extent().start)));
    let whole = u64::from(is_whole_sentence(question));
    let position = pair(neighbour.gap, pair(neighbour.paragraphs, starts));
    let closeness = nominal.closeness(question, candidate.entity);
    let head_cluster = nominal.head_cluster();
    let has_roles = !entity.roles.is_empty();
    // 0 outside of other quotes, 1 inside of somebody else's, 2 inside of the candidate's.
    let enclosing = quote.within.map_or(0, |outer| {
        1 + u64::from(question.before.get(outer.number()).is_some_and(|outer| outer.speaker == Some(candidate.entity)))
    });
    let history = pronoun_history(question, candidate.entity);
    let rival_fits = u64::from(has_fitting_rival(question, candidate, candidates));
    let values = [
        0,
        pair(rule, by_rule),
        pair(by_rule, spoke),
        pair(by_rule, distance),
        pair(by_rule, agrees),
        pair(by_rule, described),
        spoke,
        pair(spoke, neighbour.gap),
        pair(spoke, neighbour.paragraphs),
        pair(spoke, position),
        pair(spoke, pair(since, u64::from(last_before))),
        pair(spoke, pair(link, starts)),
        pair(spoke, agrees),
        pair(spoke, rivals),
        distance,
        pair(distance, paragraphs),
        pair(distance, role),
        pair(distance, pair(role, opens)),
        pair(distance, speaks),
        pair(distance, form),
        pair(distance, agrees),
        rank,
        pair(rank, agrees),
        pair(rank, pair(role, speaks)),
        count,
        pair(count, distance),
        pair(u64::from(most), distance),
        pair(u64::from(most), spoke),
        u64::from(candidate.entity.number() == 0),
        agrees,
        pair(agrees, rivals),
        kind,
        pair(kind, distance),
        pair(kind, spoke),
        described,
        pair(described, distance),
        pair(described, spoke),
        pair(described, pair(by_rule, rank)),
        in_content,
        pair(in_content, spoke),
        ahead,
        pair(ahead, pair(spoke, starts)),
        pair(u64::from(last_before), distance),
        pair(u64::from(last_before), pair(neighbour.gap, starts)),
        pair(u64::from(last_before), pair(ahead, spoke)),
        pair(since, pair(distance, role)),
        pair(speaks, pair(spoke, paragraphs)),
        pair(whole, pair(spoke, neighbour.gap)),
        pair(whole, pair(spoke, pair(neighbour.paragraphs, by_rule))),
        pair(whole, pair(u64::from(last_before), distance)),
        pair(whole, pair(distance, rank)),
        pair(spoke_before_kind(question, candidate), pair(neighbour.gap, whole)),
        pair(by_rule, question.rule_certainty),
        pair(by_rule, pair(question.rule_certainty, kind)),
        pair(kind, pair(form, role)),
        pair(kind, pair(u64::from(last_before), spoke)),
        pair(nominal.head_class, kind),
        pair(nominal.head_class, pair(kind, u64::from(last_before))),
        pair(nominal.head_class, pair(kind, distance)),
        pair(nominal.head_class, pair(kind, u64::from(most))),
        pair(nominal.head_class, described),
        pair(nominal.head, kind),
        dialogue.exchange,
        pair(dialogue.exchange, spoke),
        pair(dialogue.exchange, pair(spoke, pair(starts, whole))),
        history,
        pair(history, agrees),
        pair(history, spoke),
        pair(history, pair(distance, role)),
        pair(rival_fits, agrees),
        pair(rival_fits, pair(agrees, distance)),
        pair(rival_fits, history),
        pair(agrees, pair(spoke, neighbour.paragraphs)),
        pair(agrees, pair(u64::from(last_before), distance)),
        pair(agrees, pair(paragraphs, role)),
        pair(history, pair(u64::from(last_before), by_rule)),
        closeness,
        pair(closeness, described),
        pair(closeness, pair(kind, u64::from(has_roles))),
        pair(closeness, distance),
        pair(head_cluster, kind),
        pair(head_cluster, pair(kind, u64::from(last_before))),
        pair(u64::from(has_roles), pair(kind, nominal.head_class)),
        enclosing,
        pair(enclosing, agrees),
        pair(enclosing, pair(by_rule, spoke)),
        pair(enclosing, distance),
    ];
    // Each class has weights of its own, and shares others with all classes.
    for group in [class, 0] {
        let mut features = FeatureHasher::starting_at(FIRST + 200 * group, &mut give);
        values.iter().for_each(|&value| features.add(value));
    }
}

/// What speaks for nobody, hashed.
pub fn nobody_features(question: &SpeakerQuestion, candidates: &[SpeakerCandidate], give: impl FnMut(u32)) {
    let class = question.class.feature_number();
    let quote = question.quote();
    let document = question.context.document;
    let tokens = document.tokens_in(quote.extent());
    let length = bucket(tokens.len() / 3);
    let small = document.word(tokens.start + 1).starts_with(char::is_lowercase);
    let fitting = candidates
        .iter()
        .filter(|candidate| matches!(agreement_number(question, candidate.entity), 1 | 2))
        .count()
        .min(3) as u64;
    let answered = u64::from(question.rule_answer.is_some());
    let neighbour = neighbour(question);
    let mut features = FeatureHasher::starting_at(FIRST + 4000 + 100 * class, give);
    let mut add = |value: u64| features.add(value);
    add(0);
    add(pair(question.rule as u64, answered));
    add(length);
    add(pair(length, u64::from(small)));
    add(candidates.len().min(5) as u64);
    add(fitting);
    add(pair(quote.kind.feature_number(), length));
    add(quote.origin.index() as u64);
    add(pair(neighbour.gap, neighbour.paragraphs));
    let whole = u64::from(is_whole_sentence(question));
    add(pair(whole, length));
    add(pair(whole, pair(quote.origin.index() as u64, quote.kind.feature_number())));
    add(pair(whole, pair(neighbour.gap, neighbour.paragraphs)));
    add(u64::from(quote.within.is_some()));
}

/// Whether a quote is at least one sentence of its own: it begins with a capital and ends with a full stop.
fn is_whole_sentence(question: &SpeakerQuestion) -> bool {
    let document = question.context.document;
    let (Some(first), Some(last)) = (question.quote().content.first(), question.quote().content.last()) else {
        return false;
    };
    let begins = first.slice(document.text).chars().find(|character| character.is_alphanumeric());
    let ends = last.slice(document.text).trim_end_matches(['”', '’', '"']).ends_with(['.', '!', '?', '…']);
    ends && begins.is_some_and(|begins| !begins.is_lowercase())
}

/// The kind of the last quote of a candidate that spoke just before, from 1.
fn spoke_before_kind(question: &SpeakerQuestion, candidate: &SpeakerCandidate) -> u64 {
    match candidate.spoke {
        Some(ago @ 0..=1) => {
            let before = &question.context.quotes[QuoteId::new(question.id.number() - 1 - ago)];
            1 + before.kind.feature_number() + 3 * ago as u64
        }
        _ => 0,
    }
}

fn bucket(distance: usize) -> u64 {
    match distance {
        0..=2 => distance as u64,
        3 | 4 => 3,
        5..=8 => 4,
        9..=16 => 5,
        _ => 6,
    }
}

fn sentence_number(context: &SpeakerContext, token: TokenIndex) -> usize {
    context.document.sentences.partition_point(|sentence| sentence.end <= token)
}

fn starts_paragraph(context: &SpeakerContext, token: TokenIndex) -> bool {
    context.document.paragraph_containing(token).start == token
}

/// Whether a reference is the first thing in its sentence, but for a few words.
fn opens_sentence(context: &SpeakerContext, reference: &MentionContext) -> bool {
    let start = context.document.sentences[reference.sentence].start;
    reference.tokens.start <= start + 3
}

/// How far the quote before is.
fn neighbour(question: &SpeakerQuestion) -> Neighbour {
    let context = &question.context;
    let document = context.document;
    let none = Neighbour { gap: 0, paragraphs: 3, between: TokenRange::default() };
    let Some(before) = quote_before(question) else { return none };
    let start = document.token_at(question.quote().extent().start);
    let end = document.token_at(context.quotes[before].extent().end);
    if end > start {
        return Neighbour { gap: 5, paragraphs: 0, between: TokenRange::default() };
    }
    let between = TokenRange::new(end, start);
    let ends = between.iter().filter(|&at| ends_sentence(document.text, &document.tokens, at)).count();
    let gap = match (between.len(), ends) {
        (0, _) => 1,
        (1..=4, _) => 2,
        (_, 0 | 1) => 3,
        _ => 4,
    };
    let last = paragraph(context, end.saturating_sub(1));
    Neighbour {
        gap,
        paragraphs: (paragraph(context, start) - last.min(paragraph(context, start))).min(3) as u64,
        between,
    }
}

/// How an entity goes with the pronoun of a source, or its kind with a description.
fn agreement_number(question: &SpeakerQuestion, candidate: EntityId) -> u64 {
    let coreference = question.context.coreference;
    let entity = &coreference.clusters.entities[candidate];
    match question.class {
        SourceClass::Pronoun(class) => {
            let agreement = agreement(&coreference.clusters, &coreference.gender_evidence, class, candidate);
            let fits = if agreement == Agreement::Unknown && class.admits(entity.kind) {
                7
            } else {
                agreement.feature_number()
            };
            fits + 10 * u64::from(class.admits(entity.kind))
        }
        SourceClass::Person => 1 + u64::from(entity.kind != EntityKind::Person),
        SourceClass::Organization => 1 + u64::from(entity.kind == EntityKind::Person),
        SourceClass::Other | SourceClass::Missing => 0,
    }
}

/// How many nearer candidates agree as well, at most 3.
fn rivals(question: &SpeakerQuestion, candidate: &SpeakerCandidate, candidates: &[SpeakerCandidate]) -> u64 {
    let own = agreement_number(question, candidate.entity);
    let nearer = candidates.iter().filter(|other| other.rank < candidate.rank);
    nearer.filter(|other| agreement_number(question, other.entity) == own).count().min(3) as u64
}

/// Whether another candidate certainly goes with the pronoun and is as near, or nearer.
fn has_fitting_rival(
    question: &SpeakerQuestion,
    candidate: &SpeakerCandidate,
    candidates: &[SpeakerCandidate],
) -> bool {
    let fits = |other: &SpeakerCandidate| {
        let history = pronoun_history(question, other.entity);
        history == 1 || history == 0 && agreement_number(question, other.entity) % 10 == 1
    };
    let near = |other: &&SpeakerCandidate| other.entity != candidate.entity && other.rank <= candidate.rank + 2;
    matches!(question.class, SourceClass::Pronoun(_)) && candidates.iter().filter(near).any(fits)
}

/// Where a reference behind the quote stands, and what it does there.
fn ahead_number(question: &SpeakerQuestion, reference: &MentionContext) -> u64 {
    let context = &question.context;
    let end = context.document.token_at(question.quote().extent().end);
    let same_paragraph = paragraph(context, end.saturating_sub(1)) == paragraph(context, reference.tokens.start);
    let next = reference.sentence.saturating_sub(sentence_number(context, end)).min(2) as u64;
    1 + u64::from(reference.is_source) + 2 * u64::from(same_paragraph) + 4 * next
}

/// Who opens the last sentence before the quote, outside of anybody's words.
fn last_subject(question: &SpeakerQuestion) -> Option<EntityId> {
    let context = &question.context;
    let start = context.document.token_at(question.quote().extent().start).min(question.anchor);
    let references = &context.coreference.references;
    let end = references.partition_point(|reference| reference.tokens.start < start);
    let told =
        references[..end].iter().rev().take(12).filter(|reference| reference.quote.is_none() && !reference.modifies);
    let mut subjects =
        told.filter(|reference| reference.role.feature_number() == 0 || opens_sentence(context, reference));
    subjects.next().map(|reference| reference.entity)
}
