//! Words that decide where tokens and sentences end.

use super::word_list::{WordList, word_list};

static ABBREVIATIONS: WordList = word_list!("abbreviations");
static SENTENCE_STARTERS: WordList = word_list!("sentence_starters");

/// Returns whether a word in lower case is an abbreviation without its dot: `gen`, `inc`.
pub fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.contains(word)
}

/// Returns whether a capitalized word begins a sentence when it follows an abbreviation: `The`, `However`.
pub fn is_sentence_starter(word: &str) -> bool {
    SENTENCE_STARTERS.contains(word)
}
