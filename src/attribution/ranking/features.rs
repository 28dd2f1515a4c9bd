//! Features of the ranking: what speaks for a candidate, and for nobody.

use super::bucket::bucket;
use super::candidates::SpeakerCandidate;
use super::facts::Fact::{self, *};
use super::facts::Facts;
use super::situation::Situation;
use crate::crf::features::{FeatureHasher, pair};

/// Where the features begin: others of the library have lower numbers.
const FIRST: u64 = 20_000;

/// The features of a candidate, each a combination of facts. The order is the one that the weights were trained with.
const FEATURES: &[&[Fact]] = &[
    &[Bias],
    &[Rule, ByRule],
    &[ByRule, Spoke],
    &[ByRule, Distance],
    &[ByRule, Agreement],
    &[ByRule, DescriptionMatch],
    &[Spoke],
    &[Spoke, Gap],
    &[Spoke, GapParagraphs],
    &[Spoke, Position],
    &[Spoke, SinceQuote, OpensLastSentence],
    &[Spoke, Link, StartsParagraph],
    &[Spoke, Agreement],
    &[Spoke, Rivals],
    &[Distance],
    &[Distance, Paragraphs],
    &[Distance, GrammaticalRole],
    &[Distance, GrammaticalRole, OpensSentence],
    &[Distance, Speaks],
    &[Distance, Form],
    &[Distance, Agreement],
    &[Rank],
    &[Rank, Agreement],
    &[Rank, GrammaticalRole, Speaks],
    &[Count],
    &[Count, Distance],
    &[MostMentioned, Distance],
    &[MostMentioned, Spoke],
    &[FirstEntity],
    &[Agreement],
    &[Agreement, Rivals],
    &[Kind],
    &[Kind, Distance],
    &[Kind, Spoke],
    &[DescriptionMatch],
    &[DescriptionMatch, Distance],
    &[DescriptionMatch, Spoke],
    &[DescriptionMatch, ByRule, Rank],
    &[InContent],
    &[InContent, Spoke],
    &[Ahead],
    &[Ahead, Spoke, StartsParagraph],
    &[OpensLastSentence, Distance],
    &[OpensLastSentence, Gap, StartsParagraph],
    &[OpensLastSentence, Ahead, Spoke],
    &[SinceQuote, Distance, GrammaticalRole],
    &[Speaks, Spoke, Paragraphs],
    &[WholeSentence, Spoke, Gap],
    &[WholeSentence, Spoke, GapParagraphs, ByRule],
    &[WholeSentence, OpensLastSentence, Distance],
    &[WholeSentence, Distance, Rank],
    &[KindOfEarlierQuote, Gap, WholeSentence],
    &[ByRule, RuleCertainty],
    &[ByRule, RuleCertainty, Kind],
    &[Kind, Form, GrammaticalRole],
    &[Kind, OpensLastSentence, Spoke],
    &[HeadClass, Kind],
    &[HeadClass, Kind, OpensLastSentence],
    &[HeadClass, Kind, Distance],
    &[HeadClass, Kind, MostMentioned],
    &[HeadClass, DescriptionMatch],
    &[Head, Kind],
    &[Exchange],
    &[Exchange, Spoke],
    &[Exchange, Spoke, StartsParagraph, WholeSentence],
    &[PronounHistory],
    &[PronounHistory, Agreement],
    &[PronounHistory, Spoke],
    &[PronounHistory, Distance, GrammaticalRole],
    &[RivalFits, Agreement],
    &[RivalFits, Agreement, Distance],
    &[RivalFits, PronounHistory],
    &[Agreement, Spoke, GapParagraphs],
    &[Agreement, OpensLastSentence, Distance],
    &[Agreement, Paragraphs, GrammaticalRole],
    &[PronounHistory, OpensLastSentence, ByRule],
    &[Closeness],
    &[Closeness, DescriptionMatch],
    &[Closeness, Kind, HasRoles],
    &[Closeness, Distance],
    &[HeadCluster, Kind],
    &[HeadCluster, Kind, OpensLastSentence],
    &[HasRoles, Kind, HeadClass],
    &[Enclosing],
    &[Enclosing, Agreement],
    &[Enclosing, ByRule, Spoke],
    &[Enclosing, Distance],
    &[SpokenOfAgreement],
    &[SpokenOfAgreement, Distance],
    &[SpokenOfAgreement, OpensLastSentence, Spoke],
    &[SpokenOf],
    &[SpokenOf, OpensLastSentence, Spoke],
    &[FirstPerson, Kind],
    &[FirstPerson, Kind, Spoke],
    &[Question],
    &[Question, Spoke],
    &[Question, Exchange],
    &[Question, OpensLastSentence, StartsParagraph],
    &[Sourceless, ByRule],
    &[Sourceless, Spoke, GapParagraphs],
    &[Sourceless, Exchange],
    &[Address, Spoke],
    &[Address, Exchange],
    &[Address, FirstPerson, Spoke, GapParagraphs],
    &[Address, Part],
    &[Lengths, Spoke, GapParagraphs],
    &[Lengths, Exchange],
    &[Part, Question],
    &[Part, Question, Spoke],
    &[Part, FirstPerson],
    &[Part],
    &[RivalMatch],
    &[RivalMatch, Distance],
    &[RivalMatch, DescriptionMatch],
    &[RivalMatch, Rank],
    &[Following],
    &[Following, FollowingPlace],
    &[Following, FollowingPlace, Exchange],
    &[Following, FollowingPlace, Spoke],
    &[Following, FollowingPlace, StartsParagraph, WholeSentence],
    &[Following, ByRule],
    &[ContextMatch],
    &[ContextMatch, Spoke],
    &[ContextMatch, DescriptionMatch],
    &[ContextMatch, HeadClass],
    &[ContextMatch, ByRule, RivalMatch],
];

/// What speaks for a candidate, hashed.
pub fn speaker_features(situation: &Situation, candidate: &SpeakerCandidate, mut give: impl FnMut(u32)) {
    let facts = Facts::of(situation, candidate);
    let value = |combined: &&[Fact]| {
        let values = combined.iter().rev().map(|&fact| facts.get(fact));
        values.reduce(|last, first| pair(first, last)).unwrap_or(0)
    };
    let values: Vec<u64> = FEATURES.iter().map(value).collect();
    // Each class has weights of its own, and shares others with all classes.
    for group in [situation.question.class.feature_number(), 0] {
        FeatureHasher::starting_at(FIRST + 200 * group, &mut give).add_all(&values);
    }
}

/// What speaks for nobody, hashed.
pub fn nobody_features(situation: &Situation, give: impl FnMut(u32)) {
    let question = situation.question;
    let class = question.class.feature_number();
    let quote = question.quote();
    let document = question.context.document;
    let tokens = document.tokens_in(quote.extent());
    let length = bucket(tokens.len() / 3);
    let is_small = document.word(tokens.start + 1).starts_with(char::is_lowercase);
    let fitting = situation.agreements.iter().filter(|agreement| matches!(agreement, 1 | 2)).count().min(3) as u64;
    let (gap, paragraphs) = (situation.neighbour.gap, situation.neighbour.paragraphs);
    let whole = u64::from(situation.is_whole_sentence);
    let origin = quote.origin.index() as u64;
    let values = [
        0,
        pair(question.rule, u64::from(question.rule_answer.is_some())),
        length,
        pair(length, u64::from(is_small)),
        situation.candidates.len().min(5) as u64,
        fitting,
        pair(quote.kind.feature_number(), length),
        origin,
        pair(gap, paragraphs),
        pair(whole, length),
        pair(whole, pair(origin, quote.kind.feature_number())),
        pair(whole, pair(gap, paragraphs)),
        u64::from(quote.within.is_some()),
    ];
    FeatureHasher::starting_at(FIRST + 4000 + 100 * class, give).add_all(&values);
}
