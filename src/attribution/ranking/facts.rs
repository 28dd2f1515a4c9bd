//! What is known of a candidate for one quote, as numbers. Men and women are never told apart.

use std::cmp::Ordering;

use super::SpeakerQuestion;
use super::bucket::bucket;
use super::candidates::{SpeakerCandidate, is_in_content, paragraph};
use super::situation::{Situation, opens_sentence, sentence_number};
use super::source_class::SourceClass;
use crate::coreference::pronouns::context::MentionContext;
use crate::crf::features::pair;
use crate::quotes::quote::{QuoteId, SpeakerLink};

/// A fact about a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Always the same.
    Bias,
    /// The rule that decided.
    Rule,
    /// Whether the rules give the candidate.
    ByRule,
    /// How many quotes ago it spoke.
    Spoke,
    /// How many sentences ago it was mentioned.
    Distance,
    /// How it goes with the pronoun of the source.
    Agreement,
    /// How much of the description its roles and name repeat.
    DescriptionMatch,
    /// How much lies between the quote before and this one.
    Gap,
    /// How many paragraphs lie between them.
    GapParagraphs,
    /// Both, and whether the quote begins its paragraph.
    Position,
    /// Whether it was mentioned since the quote before.
    SinceQuote,
    /// Whether it opens the last sentence before the quote.
    OpensLastSentence,
    /// Whether the quote goes on with the one before it.
    Link,
    /// Whether the quote begins its paragraph.
    StartsParagraph,
    /// How many nearer candidates agree as well.
    Rivals,
    /// How many paragraphs ago it was mentioned.
    Paragraphs,
    /// What it was to its verb there.
    GrammaticalRole,
    /// Whether it opened its sentence there.
    OpensSentence,
    /// Whether it spoke there.
    Speaks,
    /// Whether it was a pronoun there.
    Form,
    /// How many candidates are nearer.
    Rank,
    /// How often it was mentioned before.
    Count,
    /// Whether no candidate was mentioned more often.
    MostMentioned,
    /// Whether it is the first entity of the article.
    FirstEntity,
    /// Its kind, and whether it has a name.
    Kind,
    /// Whether the quote names it.
    InContent,
    /// Where it is mentioned behind the quote.
    Ahead,
    /// Whether the quote is a sentence of its own.
    WholeSentence,
    /// The kind of the quote in which it spoke just before.
    KindOfEarlierQuote,
    /// How sure the rules are.
    RuleCertainty,
    /// What sort of noun the head of the description is.
    HeadClass,
    /// That head.
    Head,
    /// How the quote goes with the one before as a dialogue.
    Exchange,
    /// Which pronouns have referred to it.
    PronounHistory,
    /// Whether another candidate certainly goes with the pronoun.
    RivalFits,
    /// How close the head is in meaning to its roles.
    Closeness,
    /// Whether it has roles.
    HasRoles,
    /// The word cluster of the head.
    HeadCluster,
    /// Whether the quote lies in another one, and in the candidate's.
    Enclosing,
    /// How it goes with the `he` or `she` that the quote speaks of.
    SpokenOfAgreement,
    /// Whether a pronoun in the quote refers to it.
    SpokenOf,
    /// Which first person the quote has.
    FirstPerson,
    /// Whether the quote asks or answers, and the part that the candidate has in it.
    Question,
    /// How many of the quotes around it have no source.
    Sourceless,
    /// Whether the quote and the one before speak to `you`, and begin as answers do.
    Address,
    /// How long both are.
    Lengths,
    /// Whether it has asked and told something so far.
    Part,
    /// How well the description fits it, against the best of the others.
    RivalMatch,
    /// How it goes with the next source.
    Following,
    /// Where the next source is.
    FollowingPlace,
    /// How much of the description stands behind references to it, and to the best of the others.
    ContextMatch,
}

/// How many facts there are.
const FACTS: usize = Fact::ContextMatch as usize + 1;

/// The facts about a candidate, each at its number.
pub struct Facts([u64; FACTS]);

impl Facts {
    /// Returns a fact.
    pub fn get(&self, fact: Fact) -> u64 {
        self.0[fact as usize]
    }

    /// Collects the facts about a candidate.
    pub fn of(situation: &Situation, candidate: &SpeakerCandidate) -> Self {
        let question = situation.question;
        let context = &question.context;
        let coreference = context.coreference;
        let entity = &coreference.clusters.entities[candidate.entity];
        let references = &coreference.references;
        let nearest = candidate.reference.map(|number| &references[number]);
        let neighbour = &situation.neighbour;
        let quote = question.quote();
        let starts = u64::from(situation.starts_paragraph);
        let mut facts = Self([0; FACTS]);
        let mut set = |fact: Fact, value: u64| facts.0[fact as usize] = value;
        set(Fact::Rule, question.rule);
        let by_rule = question.rule_answer.map_or(0, |answer| 1 + u64::from(answer == candidate.entity));
        set(Fact::ByRule, by_rule);
        set(Fact::RuleCertainty, question.rule_certainty);
        set(Fact::Spoke, candidate.spoke.map_or(4, |ago| ago.min(3) as u64));
        set(Fact::KindOfEarlierQuote, kind_of_earlier_quote(question, candidate));
        let sentences = |nearest: &MentionContext| bucket(situation.sentence.saturating_sub(nearest.sentence()));
        set(Fact::Distance, nearest.map_or(7, sentences));
        let paragraphs = |nearest: &MentionContext| situation.paragraph - paragraph(context, nearest.tokens.start);
        set(Fact::Paragraphs, nearest.map_or(4, |nearest| paragraphs(nearest).min(3) as u64));
        set(Fact::GrammaticalRole, nearest.map_or(6, |nearest| nearest.role.feature_number()));
        let speaks = |nearest: &MentionContext| u64::from(nearest.is_source) | u64::from(nearest.is_quoted) << 1;
        set(Fact::Speaks, nearest.map_or(0, speaks));
        set(Fact::Form, nearest.map_or(3, |nearest| u64::from(nearest.pronoun)));
        set(Fact::OpensSentence, nearest.map_or(0, |nearest| u64::from(opens_sentence(context, nearest))));
        let is_since = nearest.is_some_and(|nearest| neighbour.between.contains(nearest.tokens.start));
        set(Fact::SinceQuote, u64::from(is_since));
        set(Fact::OpensLastSentence, u64::from(situation.last_subject == Some(candidate.entity)));
        set(Fact::Rank, candidate.rank.min(5) as u64);
        set(Fact::Count, candidate.count.min(6) as u64);
        let most = situation.candidates.iter().map(|other| other.count).max();
        set(Fact::MostMentioned, u64::from(most == Some(candidate.count)));
        set(Fact::FirstEntity, u64::from(candidate.entity.number() == 0));
        set(Fact::Kind, entity.kind.feature_number() * 2 + u64::from(entity.named));
        set(Fact::HasRoles, u64::from(!entity.roles.is_empty()));
        set(Fact::InContent, u64::from(is_in_content(question, candidate.entity)));
        set(Fact::Ahead, candidate.ahead.map_or(0, |number| ahead_number(question, &references[number])));
        set(Fact::Agreement, situation.agreements[candidate.rank]);
        set(Fact::Rivals, rivals(situation, candidate));
        set(Fact::RivalFits, u64::from(has_fitting_rival(situation, candidate)));
        set(Fact::PronounHistory, situation.histories[candidate.rank]);
        let nominal = &situation.nominal;
        set(
            Fact::DescriptionMatch,
            nominal.match_number(question, candidate.entity, situation.matches[candidate.rank]),
        );
        set(Fact::Closeness, nominal.closeness(question, candidate.entity));
        set(Fact::Head, nominal.head);
        set(Fact::HeadClass, nominal.head_class);
        set(Fact::HeadCluster, nominal.head_cluster());
        set(Fact::Gap, neighbour.gap);
        set(Fact::GapParagraphs, neighbour.paragraphs);
        set(Fact::Position, pair(neighbour.gap, pair(neighbour.paragraphs, starts)));
        set(Fact::StartsParagraph, starts);
        set(Fact::WholeSentence, u64::from(situation.is_whole_sentence));
        set(Fact::Link, u64::from(quote.link == SpeakerLink::Continued));
        set(Fact::Exchange, situation.dialogue.as_ref().map_or(0, |dialogue| dialogue.exchange(candidate.entity)));
        let enclosing = |outer: QuoteId| 1 + u64::from(question.speaker(outer) == Some(candidate.entity));
        set(Fact::Enclosing, quote.within.map_or(0, enclosing));
        let content = &situation.content;
        set(Fact::SpokenOfAgreement, content.agreement(question, candidate.entity));
        set(Fact::SpokenOf, content.spoken_of(candidate.entity));
        set(Fact::FirstPerson, content.first_person);
        set(Fact::Sourceless, content.sourceless);
        set(Fact::Address, situation.turns.address);
        set(Fact::Lengths, situation.turns.lengths);
        set(Fact::Part, situation.turns.part(candidate.entity));
        set(Fact::RivalMatch, rival_match(situation, candidate));
        set(Fact::ContextMatch, context_match(situation, candidate));
        let following = situation.following.as_ref();
        set(Fact::Following, following.map_or(0, |following| following.agreement(question, candidate.entity)));
        set(Fact::FollowingPlace, following.map_or(0, |following| following.place));
        set(Fact::Question, content.question(question, candidate.entity));
        facts
    }
}

/// The kind of the last quote of a candidate that spoke just before, from 1.
fn kind_of_earlier_quote(question: &SpeakerQuestion, candidate: &SpeakerCandidate) -> u64 {
    match candidate.spoke {
        Some(ago @ 0..=1) => {
            let before = &question.context.quotes[QuoteId::new(question.id.number() - 1 - ago)];
            1 + before.kind.feature_number() + 3 * ago as u64
        }
        _ => 0,
    }
}

/// How many nearer candidates agree as well, at most 3.
fn rivals(situation: &Situation, candidate: &SpeakerCandidate) -> u64 {
    let own = situation.agreements[candidate.rank];
    let nearer = &situation.agreements[..candidate.rank];
    nearer.iter().filter(|&&other| other == own).count().min(3) as u64
}

/// Whether the description fits no other candidate as well: 0 where it does not fit this one, 1 where it fits another one
/// better, 2 as well, 3 where it fits none so well.
fn rival_match(situation: &Situation, candidate: &SpeakerCandidate) -> u64 {
    let strength = |rank: usize| situation.matches[rank].strength();
    let own = strength(candidate.rank);
    if own == 0 {
        return 0;
    }
    let others = (0..situation.matches.len()).filter(|&rank| rank != candidate.rank);
    match others.map(|rank| own.cmp(&strength(rank))).min() {
        Some(Ordering::Less) => 1,
        Some(Ordering::Equal) => 2,
        _ => 3,
    }
}

/// How much of the description stands behind references to a candidate, and to the best of the others.
fn context_match(situation: &Situation, candidate: &SpeakerCandidate) -> u64 {
    let matches = &situation.context_matches;
    let others = matches.iter().enumerate().filter(|(rank, _)| *rank != candidate.rank);
    3 * matches[candidate.rank] + others.map(|(_, found)| *found).max().unwrap_or(0)
}

/// Whether another candidate certainly goes with the pronoun and is as near, or nearer.
fn has_fitting_rival(situation: &Situation, candidate: &SpeakerCandidate) -> bool {
    let fits = |other: usize| {
        let history = situation.histories[other];
        history == 1 || history == 0 && situation.agreements[other] % 10 == 1
    };
    let near = 0..situation.candidates.len().min(candidate.rank + 3);
    let is_pronoun = matches!(situation.question.class, SourceClass::Pronoun(_));
    is_pronoun && near.into_iter().any(|other| other != candidate.rank && fits(other))
}

/// Where a reference behind the quote stands, and what it does there.
fn ahead_number(question: &SpeakerQuestion, reference: &MentionContext) -> u64 {
    let context = &question.context;
    let end = context.document.token_at(question.quote().extent().end());
    let same_paragraph = paragraph(context, end.saturating_sub(1)) == paragraph(context, reference.tokens.start);
    let next = reference.sentence().saturating_sub(sentence_number(context, end)).min(2) as u64;
    1 + u64::from(reference.is_source) + 2 * u64::from(same_paragraph) + 4 * next
}
