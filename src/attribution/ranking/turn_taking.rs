//! What tells of a quote, and of the one before it, whether people take turns: short turns, `you`, `Yes` and `No`, and who has
//! asked so far.

use super::SpeakerQuestion;
use super::bucket::bucket;
use super::candidates::quote_before;
use crate::coreference::entity::EntityId;
use crate::lexicon;
use crate::quotes::quote::{Quote, QuoteId};

/// How many quotes before a quote tell who asks.
const MAX_QUOTES: usize = 12;

/// How many words of a quote are read.
const MAX_WORDS: usize = 60;

/// What the words of a quote and of the one before it tell of turns.
pub struct TurnTaking {
    /// Whether each of them speaks to somebody as `you`, and begins as an answer does.
    pub address: u64,
    /// How long both are.
    pub lengths: u64,
    /// Who said each of the quotes before, as far as that is known, and whether it asks.
    asked: Vec<(EntityId, bool)>,
}

/// What is read in one quote.
#[derive(Default)]
struct Turn {
    is_address: bool,
    is_answer: bool,
    length: u64,
}

impl TurnTaking {
    /// Reads a quote and those before it.
    pub fn of(question: &SpeakerQuestion) -> Self {
        let own = turn(question, question.quote());
        let before =
            quote_before(question).map_or_else(Turn::default, |id| turn(question, &question.context.quotes[id]));
        let flags = [own.is_address, own.is_answer, before.is_address, before.is_answer];
        let earlier = (0..question.id.number()).rev().take(MAX_QUOTES).map(QuoteId::new);
        let asked = earlier.filter_map(|id| {
            Some((question.speaker(id)?, question.context.quotes[id].is_question(question.context.document.text)))
        });
        Self {
            address: flags.iter().fold(0, |number, &flag| number * 2 + u64::from(flag)),
            lengths: own.length * 8 + before.length,
            asked: asked.collect(),
        }
    }

    /// Whether a candidate has asked and told something so far: 0 for neither.
    pub fn part(&self, candidate: EntityId) -> u64 {
        let count = |asks: bool| self.asked.iter().filter(|&&(entity, own)| entity == candidate && own == asks).count();
        3 * count(true).min(2) as u64 + count(false).min(2) as u64
    }
}

fn turn(question: &SpeakerQuestion, quote: &Quote) -> Turn {
    let document = question.context.document;
    let tokens = quote.content.iter().flat_map(|&piece| document.tokens_in(piece).iter()).take(MAX_WORDS);
    let words = tokens.map(|token| document.word(token)).filter(|word| word.starts_with(char::is_alphabetic));
    let mut turn = Turn::default();
    let mut count = 0;
    for word in words {
        let word = lexicon::to_lowercase(word);
        match word.split(['\'', '’']).next().unwrap_or_default() {
            "you" | "your" | "sir" | "madam" => turn.is_address = true,
            "yes" | "no" | "yeah" | "yep" | "nope" | "oh" | "well" | "because" | "not" | "never" if count == 0 => {
                turn.is_answer = true;
            }
            _ => {}
        }
        count += 1;
    }
    turn.length = bucket(count / 3);
    turn
}
