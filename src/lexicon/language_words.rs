//! The frequent words and the letters of languages, by which a text's language is told.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::word_list::{View, WordList, word_list};

static LANGUAGE_WORDS: WordList = word_list!("language_words");
static LANGUAGE_LETTERS: WordList = word_list!("language_letters");

static INDEX: LazyLock<LanguageIndex> = LazyLock::new(LanguageIndex::new);

/// A set of the languages in the list: a bit for each, in the list's order.
pub type LanguageSet = u128;

struct LanguageIndex {
    codes: Vec<&'static str>,
    words: FxHashMap<&'static str, LanguageSet>,
    letters: FxHashMap<char, LanguageSet>,
}

impl LanguageIndex {
    fn new() -> Self {
        let mut codes = Vec::new();
        let mut words = FxHashMap::default();
        for (number, (code, list)) in LANGUAGE_WORDS.entries(View::Rules).enumerate() {
            codes.push(code);
            for word in list.split(' ') {
                *words.entry(word).or_insert(0) |= 1 << number;
            }
        }
        let mut letters = FxHashMap::default();
        for (code, list) in LANGUAGE_LETTERS.entries(View::Rules) {
            let number = codes.iter().position(|&known| known == code).expect("a test compares the lists");
            for letter in list.chars() {
                *letters.entry(letter).or_insert(0) |= 1 << number;
            }
        }
        Self { codes, words, letters }
    }
}

/// Returns the ISO 639-1 codes of the languages whose words are known; a language's place is its bit in a set.
pub fn language_codes() -> &'static [&'static str] {
    &INDEX.codes
}

/// Returns the languages in which a word in lower case is frequent.
pub fn languages_with_word(word: &str) -> LanguageSet {
    INDEX.words.get(word).copied().unwrap_or(0)
}

/// Returns the languages that have all letters of a word in lower case, as far as its letters tell languages apart;
/// `None` where none of them does.
pub fn languages_with_letters(word: &str) -> Option<LanguageSet> {
    let sets = word.chars().filter(|letter| !letter.is_ascii()).filter_map(|letter| INDEX.letters.get(&letter));
    sets.copied().reduce(|all, own| all & own)
}

/// Returns the set that contains one language, empty where its words are not known.
pub fn language_set(code: &str) -> LanguageSet {
    language_codes().iter().position(|&known| known == code).map_or(0, |number| 1 << number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_languages_of_a_word() {
        assert_eq!(languages_with_word("nicht"), language_set("de"));
        assert_eq!(languages_with_word("och"), language_set("sv") | language_set("lb"));
        assert_eq!(languages_with_word("whosaid"), 0);
    }

    #[test]
    fn a_set_has_a_bit_for_each_language() {
        assert!(language_codes().len() <= LanguageSet::BITS as usize);
        assert!(language_codes().iter().all(|code| code.len() == 2));
    }
}
