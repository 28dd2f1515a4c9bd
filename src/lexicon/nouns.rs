//! Nouns for sources without a name, and words in the names of organizations.

use super::word_list::{View, WordList, word_list};

static PERSON_NOUNS: WordList = word_list!("person_nouns");
static RELATION_NOUNS: WordList = word_list!("relation_nouns");
static ORGANIZATION_NOUNS: WordList = word_list!("organization_nouns");
static DOCUMENT_NOUNS: WordList = word_list!("document_nouns");
static UTTERANCE_NOUNS: WordList = word_list!("utterance_nouns");
static ORGANIZATION_WORDS: WordList = word_list!("organization_words");
static COMPANY_NOUNS: WordList = word_list!("company_nouns");

/// Returns whether a singular noun stands for a person by trade or relation: `nurse`, `wife`.
pub fn is_person_noun(word: &str) -> bool {
    is_occupation(word) || RELATION_NOUNS.contains(word)
}

/// Returns whether a singular noun stands for a person by what that person does: `nurse`, but not `wife`.
pub fn is_occupation(word: &str) -> bool {
    PERSON_NOUNS.contains(word) || word.ends_with("ologist")
}

/// Returns whether a singular noun stands for an organization that can speak: `agency`.
pub fn is_organization_noun(word: &str) -> bool {
    ORGANIZATION_NOUNS.contains(word)
}

/// Returns whether a singular noun stands for something written: `report`.
pub fn is_document_noun(word: &str) -> bool {
    DOCUMENT_NOUNS.contains(word)
}

/// Returns whether a word in lower case stands for what a person says or writes: `Doe’s reply`.
pub fn is_utterance_noun(word: &str) -> bool {
    UTTERANCE_NOUNS.contains(word)
}

/// Returns whether a noun before a name marks it as an organization's: `maker` in `the chip maker Acme`.
pub fn is_company_noun(word: &str) -> bool {
    COMPANY_NOUNS.contains(word)
}

/// Returns whether a capitalized word marks the name it belongs to as an organization's: `Bank`, `Ltd.`
pub fn is_organization_word(word: &str) -> bool {
    is_organization_word_in(View::Rules, word)
}

pub(super) fn is_organization_word_in(view: View, word: &str) -> bool {
    ORGANIZATION_WORDS.value_in(view, word).is_some()
}
