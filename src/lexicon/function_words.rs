//! Function words and the names of months and weekdays.

use super::word_list::{View, WordList, word_list};

static AUXILIARIES: WordList = word_list!("auxiliaries");
static PREPOSITIONS: WordList = word_list!("prepositions");
static DETERMINERS: WordList = word_list!("determiners");
static CONJUNCTIONS: WordList = word_list!("conjunctions");
static ADVERBS: WordList = word_list!("adverbs");
static LY_NOUNS: WordList = word_list!("ly_nouns");
static CALENDAR_NAMES: WordList = word_list!("calendar_names");

/// Returns whether a word in lower case is an auxiliary verb: `has`, `would`, `was`.
pub fn is_auxiliary(word: &str) -> bool {
    is_auxiliary_in(View::Rules, word)
}

pub(super) fn is_auxiliary_in(view: View, word: &str) -> bool {
    AUXILIARIES.value_in(view, word).is_some()
}

/// Returns whether a word in lower case is a form of `be`.
pub fn is_form_of_be(word: &str) -> bool {
    matches!(word, "am" | "are" | "be" | "been" | "being" | "is" | "was" | "were")
}

/// Returns whether a word in lower case is a preposition.
pub fn is_preposition(word: &str) -> bool {
    is_preposition_in(View::Rules, word)
}

pub(super) fn is_preposition_in(view: View, word: &str) -> bool {
    PREPOSITIONS.value_in(view, word).is_some()
}

/// Returns whether a word in lower case begins a noun phrase: an article, demonstrative, possessive or quantity.
pub fn is_determiner(word: &str) -> bool {
    is_determiner_in(View::Rules, word)
}

pub(super) fn is_determiner_in(view: View, word: &str) -> bool {
    DETERMINERS.value_in(view, word).is_some()
}

/// Returns whether a word in lower case is a personal pronoun that can be the subject of a sentence.
pub fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "i" | "we" | "it" | "you")
}

/// Returns whether a word in lower case begins a subordinate clause or joins two clauses.
pub fn is_conjunction(word: &str) -> bool {
    CONJUNCTIONS.contains(word)
}

/// Returns whether a word in lower case is an adverb, as stands between subject and verb or opens a sentence.
pub fn is_adverb(word: &str) -> bool {
    ADVERBS.contains(word) || (word.len() > 4 && word.ends_with("ly") && !LY_NOUNS.contains(word))
}

/// Returns whether a word in lower case is a pronoun, or of another class whose words are small inside names.
pub fn is_function_word(word: &str) -> bool {
    is_auxiliary(word)
        || is_determiner(word)
        || is_preposition(word)
        || is_conjunction(word)
        || matches!(word, "he" | "she" | "they" | "we" | "it" | "you")
        || matches!(word, "him" | "me" | "us" | "them" | "who" | "whom" | "not" | "there")
}

/// Returns whether a word in lower case is the name of a month or weekday.
pub fn is_calendar_name(word: &str) -> bool {
    is_calendar_name_in(View::Rules, word)
}

pub(super) fn is_calendar_name_in(view: View, word: &str) -> bool {
    CALENDAR_NAMES.value_in(view, word).is_some()
}
