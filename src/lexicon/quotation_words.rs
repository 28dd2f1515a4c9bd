//! Words beside quotation marks and colons that tell what is quoted, or that nothing is.

use super::word_list::{WordList, word_list};

static ELIDED_WORDS: WordList = word_list!("elided_words");
static NON_SPEAKER_LABELS: WordList = word_list!("non_speaker_labels");
static TERM_WORDS: WordList = word_list!("term_words");
static WORK_NOUNS: WordList = word_list!("work_nouns");

/// Returns whether an apostrophe can stand before a word in lower case in place of letters: `tis`, `em`.
pub fn is_elided_word(word: &str) -> bool {
    ELIDED_WORDS.contains(word)
}

/// Returns whether a word in lower case that stands before a colon names no speaker: `photo`, `note`.
pub fn is_non_speaker_label(word: &str) -> bool {
    NON_SPEAKER_LABELS.contains(word)
}

/// Returns whether a quoted expression behind a word in lower case is mentioned rather than said: `so-called`.
pub fn is_term_word(word: &str) -> bool {
    TERM_WORDS.contains(word)
}

/// Returns whether a noun stands for a work that has a title: `film`, `song`.
pub fn is_work_noun(word: &str) -> bool {
    WORK_NOUNS.contains(word)
}
