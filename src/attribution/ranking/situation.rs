//! What is read once for a quote, and serves all its candidates.

use super::agreement::agreement_number;
use super::candidates::{SpeakerCandidate, paragraph, quote_before};
use super::content::QuoteContent;
use super::dialogue::Dialogue;
use super::following::FollowingSource;
use super::nominal_source::{DescriptionMatch, NominalSource};
use super::pronoun_history::pronoun_history;
use super::turn_taking::TurnTaking;
use super::{SpeakerContext, SpeakerQuestion};
use crate::coreference::entity::EntityId;
use crate::coreference::nominals::descriptions;
use crate::coreference::pronouns::context::MentionContext;
use crate::lexicon;
use crate::text::sentences::ends_sentence;
use crate::text::token_index::{TokenIndex, TokenRange};

/// A quote whose speaker is asked for, and what is known before its candidates are compared.
pub struct Situation<'q, 'a> {
    /// The quote.
    pub question: &'q SpeakerQuestion<'a>,
    /// Its candidates, in the order of their ranks.
    pub candidates: &'q [SpeakerCandidate],
    /// For each candidate, how it goes with the source.
    pub agreements: Vec<u64>,
    /// For each candidate, which pronouns have referred to it.
    pub histories: Vec<u64>,
    /// How the quote goes with the one before it as a dialogue, if there is one.
    pub dialogue: Option<Dialogue>,
    /// Its source, if that is a description.
    pub nominal: NominalSource,
    /// What its words tell.
    pub content: QuoteContent,
    /// For each candidate, how well the description fits it.
    pub matches: Vec<DescriptionMatch>,
    /// For each candidate, how much of the description stands behind references to it.
    pub context_matches: Vec<u64>,
    /// The next quote with a source, if one is near.
    pub following: Option<FollowingSource>,
    /// What tells of turns.
    pub turns: TurnTaking,
    /// What lies between it and the quote before it.
    pub neighbour: Neighbour,
    /// Who opens the last sentence before the quote.
    pub last_subject: Option<EntityId>,
    /// The number of its sentence.
    pub sentence: usize,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// Whether it begins its paragraph.
    pub starts_paragraph: bool,
    /// Whether it is at least one sentence of its own.
    pub is_whole_sentence: bool,
}

impl<'q, 'a> Situation<'q, 'a> {
    /// Reads what stands around a quote.
    pub fn new(question: &'q SpeakerQuestion<'a>, candidates: &'q [SpeakerCandidate]) -> Self {
        let context = &question.context;
        let start = context.document.token_at(question.quote().extent().start());
        let nominal = NominalSource::of(question);
        Self {
            question,
            candidates,
            agreements: candidates
                .iter()
                .map(|candidate| agreement_number(question, &nominal, candidate.entity))
                .collect(),
            context_matches: candidates
                .iter()
                .map(|candidate| nominal.context_match(question, candidate.entity))
                .collect(),
            histories: candidates.iter().map(|candidate| pronoun_history(question, candidate.entity)).collect(),
            dialogue: Dialogue::of(question),
            matches: candidates.iter().map(|candidate| nominal.compare(question, candidate.entity)).collect(),
            nominal,
            following: FollowingSource::of(question),
            content: QuoteContent::of(question),
            turns: TurnTaking::of(question),
            neighbour: neighbour(question),
            last_subject: last_subject(question),
            sentence: sentence_number(context, question.anchor),
            paragraph: paragraph(context, question.anchor),
            starts_paragraph: context.document.paragraph_containing(start).start == start,
            is_whole_sentence: is_whole_sentence(question),
        }
    }
}

/// What a quote is to the quote before it.
pub struct Neighbour {
    /// 0 for none, 1 where nothing is between, 2 for a few words, 3 for up to a sentence, 4 for more.
    pub gap: u64,
    /// How many paragraphs lie between, at most 3.
    pub paragraphs: u64,
    /// The tokens between.
    pub between: TokenRange,
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

/// Returns the number of the sentence of a token.
pub fn sentence_number(context: &SpeakerContext, token: TokenIndex) -> usize {
    context.document.sentences.partition_point(|sentence| sentence.end <= token)
}

/// The largest number of tokens in a description before a name that opens a sentence.
const MAX_DESCRIPTION: usize = 9;

/// Whether a reference is the first thing in its sentence, but for a few words or a description: `The yard’s lawyer, Tom Weir,`
pub fn opens_sentence(context: &SpeakerContext, reference: &MentionContext) -> bool {
    let document = context.document;
    let start = document.sentences[reference.sentence()].start;
    let at = reference.tokens.start;
    let is_described = || {
        at > start + 2
            && at - start <= MAX_DESCRIPTION
            && document.word(at - 1) == ","
            && descriptions::is_person(&lexicon::to_lowercase(document.word(at - 2)))
            && TokenRange::new(start, at - 1).iter().all(|token| document.word(token) != ",")
    };
    at <= start + 3 || is_described()
}

/// How far the quote before is.
fn neighbour(question: &SpeakerQuestion) -> Neighbour {
    let context = &question.context;
    let document = context.document;
    let none = Neighbour { gap: 0, paragraphs: 3, between: TokenRange::default() };
    let Some(before) = quote_before(question) else { return none };
    let start = document.token_at(question.quote().extent().start());
    let end = document.token_at(context.quotes[before].extent().end());
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

/// Who opens the last sentence before the quote, outside of anybody's words.
fn last_subject(question: &SpeakerQuestion) -> Option<EntityId> {
    let context = &question.context;
    let start = context.document.token_at(question.quote().extent().start()).min(question.anchor);
    let references = &context.coreference.references;
    let end = references.partition_point(|reference| reference.tokens.start < start);
    let told =
        references[..end].iter().rev().take(12).filter(|reference| reference.quote.is_none() && !reference.modifies);
    let mut subjects =
        told.filter(|reference| reference.role.feature_number() == 0 || opens_sentence(context, reference));
    subjects.next().map(|reference| reference.entity)
}
