//! The frequent words and the letters of languages, by which a text's language is told.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::word_list::{View, WordList, word_list};

static LANGUAGE_WORDS: WordList = word_list!("language_words");
static LANGUAGE_LETTERS: WordList = word_list!("language_letters");
static NAME_PARTICLES: WordList = word_list!("name_particles");

static INDEX: LazyLock<LanguageIndex> = LazyLock::new(LanguageIndex::new);

/// A set of the languages in the list: a bit for each, in the list's order.
pub type LanguageSet = u128;

struct LanguageIndex {
    codes: Vec<&'static str>,
    /// For each word the place of its languages in `sets`.
    words: FxHashMap<&'static str, usize>,
    sets: Vec<LanguageSet>,
    /// Sorted by letter.
    letters: Vec<(char, LanguageSet)>,
    /// For each language, how many letters beyond the basic ones it has.
    letter_counts: Vec<usize>,
}

impl LanguageIndex {
    fn new() -> Self {
        let mut index = Self {
            codes: Vec::new(),
            words: FxHashMap::default(),
            sets: Vec::new(),
            letters: Vec::new(),
            letter_counts: Vec::new(),
        };
        for (code, words) in LANGUAGE_WORDS.entries(View::Rules) {
            let language = 1 << index.codes.len();
            index.codes.push(code);
            for word in words.split(' ') {
                let next = index.sets.len();
                let place = *index.words.entry(word).or_insert(next);
                if place == next {
                    index.sets.push(0);
                }
                index.sets[place] |= language;
            }
            for letter in LANGUAGE_LETTERS.value(code).unwrap_or("").chars() {
                let place = index.letters.partition_point(|&(other, _)| other < letter);
                match index.letters.get_mut(place) {
                    Some((other, set)) if *other == letter => *set |= language,
                    _ => index.letters.insert(place, (letter, language)),
                }
            }
        }
        let has = |language: usize| index.letters.iter().filter(move |(_, set)| set & (1 << language) != 0);
        index.letter_counts = (0..index.codes.len()).map(|language| has(language).count()).collect();
        index
    }
}

/// Returns the ISO 639-1 codes of the languages whose words are known; a language's place is its bit in a set.
pub fn language_codes() -> &'static [&'static str] {
    &INDEX.codes
}

/// Returns the languages in which a word in lower case is frequent.
pub fn languages_with_word(word: &str) -> LanguageSet {
    INDEX.words.get(word).map_or(0, |&place| INDEX.sets[place])
}

/// Returns the languages that have all letters of a word in lower case, as far as its letters tell languages apart; none
/// where they do not.
pub fn languages_with_letters(word: &str) -> LanguageSet {
    let mut common = None;
    for letter in word.chars().filter(|letter| !letter.is_ascii()) {
        let place = INDEX.letters.partition_point(|&(other, _)| other < letter);
        if let Some((_, set)) = INDEX.letters.get(place).filter(|(other, _)| *other == letter) {
            common = Some(common.unwrap_or(LanguageSet::MAX) & set);
        }
    }
    common.unwrap_or(0)
}

/// Returns how many letters beyond the basic ones the language with a place in [`language_codes`] has.
pub fn letter_count(language: usize) -> usize {
    INDEX.letter_counts[language]
}

/// Returns whether a word in lower case stands inside names from other languages, also in English text.
pub fn is_name_particle(word: &str) -> bool {
    NAME_PARTICLES.contains(word)
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
    fn tells_the_languages_of_letters() {
        assert_eq!(languages_with_letters("łąka"), language_set("pl"));
        assert_eq!(languages_with_letters("smørrebrød"), languages_with_letters("ø"));
        assert_eq!(languages_with_letters("bread"), 0);
        assert_eq!(languages_with_letters("łø"), 0);
        assert_eq!(letter_count(language_codes().iter().position(|&code| code == "de").unwrap()), 4);
    }

    #[test]
    fn every_language_with_letters_has_words() {
        for (code, _) in LANGUAGE_LETTERS.entries(View::Rules) {
            assert!(language_codes().contains(&code), "{code}");
        }
    }

    #[test]
    fn a_set_has_a_bit_for_each_language() {
        assert!(language_codes().len() <= LanguageSet::BITS as usize);
        assert!(language_codes().iter().all(|code| code.len() == 2));
    }
}
