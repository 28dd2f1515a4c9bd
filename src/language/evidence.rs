//! What the words and letters of a passage say of its language.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::Language;
use super::script::{SCRIPT_COUNT, script_language, script_number};
use crate::lexicon::language_words::{
    LanguageSet, is_name_particle, language_codes, language_set, languages_with_letters, languages_with_word,
    letter_count,
};
use crate::lexicon::to_lowercase;
use crate::text::Document;
use crate::text::punctuation::is_apostrophe;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// The language that a passage is written in, as far as it is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A language.
    Certain(Language),
    /// Too little to tell.
    Open,
}

/// How many letters of a script that is not Latin make its language certain.
const SCRIPT_LETTERS: usize = 8;

/// How many different words of another language make it certain, and one in how many words they must be.
const FOREIGN_WORDS: usize = 3;
const FOREIGN_SHARE: usize = 10;

/// How many uncapitalized words of which none is English make a passage foreign with one word less.
const NO_ENGLISH: usize = 4;

/// How many times as many words of another language as of English are needed.
const FOREIGN_LEAD: usize = 3;

/// A word that some languages have often, or whose letters only some languages have.
#[derive(Clone, Copy, Debug)]
struct Indicator<'t> {
    text: &'t str,
    languages: LanguageSet,
    /// Whether its letters speak, and not the word.
    by_letters: bool,
    /// Whether it stands between quotation marks.
    quoted: bool,
    /// Whether its letters are Latin.
    latin: bool,
}

/// The evidence that one passage gives, or several together.
#[derive(Default)]
pub struct Evidence<'t> {
    words: usize,
    /// Words that do not begin with a capital; in a passage in capitals, all.
    uncapitalized: usize,
    /// Whether names can be told from other words by their capitals.
    cased: bool,
    latin_letters: usize,
    /// Letters of each other script.
    script_letters: [usize; SCRIPT_COUNT],
    indicators: Vec<Indicator<'t>>,
}

impl<'t> Evidence<'t> {
    /// Adds the evidence of some tokens.
    pub fn add(&mut self, document: &Document<'t>, tokens: TokenRange) {
        let english = language_set("en");
        let casing = Casing::of(document, tokens);
        self.cased |= casing == Casing::Mixed;
        let mut quoted = false;
        // The indicators from here on are particles of a name, if a name follows.
        let mut particles = self.indicators.len();
        for at in tokens {
            let text = document.word(at);
            if document.tokens[at].kind != TokenKind::Word || is_in_address(document, at) {
                quoted ^= matches!(text, "“" | "”" | "\"" | "«" | "»");
                particles = self.indicators.len();
                continue;
            }
            let latin = self.count_letters(text);
            let capital = text.starts_with(char::is_uppercase);
            self.words += 1;
            self.uncapitalized += usize::from(!capital || casing == Casing::Capitals);
            let lower = to_lowercase(text);
            let (mut languages, by_letters) = languages_of(&lower);
            let mut particle = false;
            if latin {
                if capital && casing == Casing::Mixed {
                    // A name, perhaps; English words are believed anyway.
                    self.indicators.truncate(particles);
                    languages &= english;
                }
                particle = is_name_particle(&lower);
                // Without capitals nothing tells names from other words.
                if casing != Casing::Mixed && (particle || text.len() == 1) {
                    continue;
                }
            }
            if languages != 0 {
                self.indicators.push(Indicator { text, languages, by_letters, quoted, latin });
            }
            if !particle {
                particles = self.indicators.len();
            }
        }
    }

    /// Counts the letters of a word by script and returns whether most are Latin.
    fn count_letters(&mut self, word: &str) -> bool {
        let mut latin = 0;
        let mut other = 0;
        for character in word.chars() {
            match script_number(character) {
                Some(number) => {
                    self.script_letters[number] += 1;
                    other += 1;
                }
                None => latin += 1,
            }
        }
        self.latin_letters += latin;
        latin >= other
    }

    /// Decides in which language the passage is written.
    pub fn verdict(&self) -> Verdict {
        if let Some(verdict) = self.script_verdict() {
            return verdict;
        }
        let english = language_set("en");
        let likeliest = self.likeliest(true);
        let own = likeliest.map_or(0, |(_, language)| language);
        let (mut for_english, mut english_outside, mut against, mut foreign_outside) = (0, 0, 0, 0);
        // Different words of the other language, and different words with its letters; a few will do.
        let mut different: [Vec<&str>; 2] = [Vec::new(), Vec::new()];
        for indicator in &self.indicators {
            let outside = usize::from(!indicator.quoted);
            match (indicator.languages & english != 0, indicator.languages & own != 0) {
                (true, false) => {
                    for_english += 1;
                    english_outside += outside;
                }
                (false, true) => {
                    against += 1;
                    foreign_outside += outside;
                    let different = &mut different[usize::from(indicator.by_letters)];
                    if different.len() < FOREIGN_WORDS && !different.contains(&indicator.text) {
                        different.push(indicator.text);
                    }
                }
                _ => {}
            }
        }
        let [by_words, by_letters] = different.map(|words| words.len());
        // Letters alone could be those of names.
        let different = by_words + if self.cased && by_words > 0 { by_letters } else { by_letters.min(by_words) };
        let needed = FOREIGN_WORDS - usize::from(for_english == 0 && self.uncapitalized >= NO_ENGLISH);
        // A foreign quote in an English sentence leaves it English.
        let english_frame = english_outside > 2 * foreign_outside && (english_outside >= 2 || foreign_outside == 0);
        let foreign = different >= needed
            && against * FOREIGN_SHARE >= self.words
            && against >= FOREIGN_LEAD * for_english
            && !english_frame;
        match likeliest {
            Some((code, _)) if foreign => Verdict::Certain(Language::from_table(code)),
            _ if english_frame || (for_english >= 2 && for_english > against) => Verdict::Certain(Language::ENGLISH),
            _ => Verdict::Open,
        }
    }

    /// Decides where most letters are of scripts that are not Latin.
    fn script_verdict(&self) -> Option<Verdict> {
        let all: usize = self.script_letters.iter().sum();
        if all <= self.latin_letters {
            return None;
        }
        if all < SCRIPT_LETTERS {
            return Some(Verdict::Open);
        }
        let letters = |number: usize| self.script_letters[number];
        let number = (0..SCRIPT_COUNT).max_by_key(|&number| letters(number))?;
        // Japanese mixes its own letters with Chinese ones.
        let japanese = |number: &usize| script_language(*number) == "ja" && letters(*number) * 10 >= all;
        let number = (0..SCRIPT_COUNT).find(japanese).unwrap_or(number);
        let by_words = self.likeliest(false).map(|(code, _)| code);
        Some(Verdict::Certain(Language::from_table(by_words.unwrap_or(script_language(number)))))
    }

    /// Returns the language other than English for which the indicators with or without Latin letters speak most.
    fn likeliest(&self, latin: bool) -> Option<(&'static str, LanguageSet)> {
        let mut scores = [0; LanguageSet::BITS as usize];
        for indicator in self.indicators.iter().filter(|indicator| indicator.latin == latin) {
            // What many languages have says little, and letters less than words.
            let weight = (8 - indicator.languages.count_ones().min(63).ilog2()) << u32::from(!indicator.by_letters);
            let mut rest = indicator.languages;
            while rest != 0 {
                scores[rest.trailing_zeros() as usize] += weight;
                rest &= rest - 1;
            }
        }
        let codes = language_codes();
        let foreign = (0..codes.len()).filter(|&number| scores[number] > 0 && codes[number] != "en");
        let number = foreign.max_by_key(|&number| (scores[number], Reverse(letter_count(number)), Reverse(number)))?;
        Some((codes[number], 1 << number))
    }
}

/// Returns the languages for which a word in lower case speaks, and whether only its letters do: those in which it, or
/// the elided word before its apostrophe, is frequent, or else those that have its letters.
fn languages_of(word: &str) -> (LanguageSet, bool) {
    let word: Cow<str> = if word.contains('’') { word.replace('’', "'").into() } else { word.into() };
    let elided = word.find(is_apostrophe).and_then(|at| word.get(..=at));
    let languages =
        [Some(&*word), elided].into_iter().flatten().map(languages_with_word).find(|&languages| languages != 0);
    languages.map_or_else(|| (languages_with_letters(&word), true), |languages| (languages, false))
}

/// Returns whether a word is a web address or a part of one.
fn is_in_address(document: &Document, at: TokenIndex) -> bool {
    let word = document.word(at);
    let joined = || at.checked_sub(1).is_some_and(|before| matches!(document.word(before), "." | "/"));
    word.starts_with(['@', '#']) || word.contains("://") || (!document.tokens[at].spaced && joined())
}

/// How the words of a passage begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Casing {
    /// Some with a capital, so that names can be told from other words.
    Mixed,
    /// Nearly all in capitals.
    Capitals,
    /// None with a capital.
    Small,
}

impl Casing {
    fn of(document: &Document, tokens: TokenRange) -> Self {
        let (mut words, mut capital, mut small) = (0, 0, 0);
        for token in &document.tokens[tokens] {
            if token.kind == TokenKind::Word {
                let text = token.text(document.text);
                words += 1;
                capital += usize::from(text.starts_with(char::is_uppercase));
                small += usize::from(text.contains(char::is_lowercase));
            }
        }
        match capital {
            0 => Self::Small,
            _ if small * 5 < words => Self::Capitals,
            _ => Self::Mixed,
        }
    }
}
