//! What the words and letters of a passage say of its language.

use rustc_hash::FxHashSet;

use super::script::Script;
use crate::lexicon::language_words::{LanguageSet, language_codes, language_set, languages_with_letters, languages_with_word};
use crate::lexicon::to_lowercase;
use crate::text::Document;
use crate::text::punctuation::{MarkFamily, is_apostrophe, quotation_mark};
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// In what a passage is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Surely in English.
    English,
    /// Surely in another language, whose code this is.
    Foreign(&'static str),
    /// Too little to tell.
    Open,
}

/// How many letters of another script make its language certain.
const SCRIPT_LETTERS: usize = 8;

/// How many different words of another language make it certain, and one in how many words they must be.
const FOREIGN_WORDS: usize = 3;
const FOREIGN_SHARE: usize = 10;

/// How many small words without an English one among them are hardly English; two different words of another language do then.
const SMALL_WORDS: usize = 6;

/// How many times more frequent words of another language than of English it takes.
const FOREIGN_LEAD: usize = 3;

/// A frequent word of some language.
#[derive(Clone, Copy, Debug)]
struct FrequentWord {
    languages: LanguageSet,
    /// Whether it stands between quotation marks.
    quoted: bool,
    /// Whether it has not occurred before in the passage.
    first: bool,
    /// Whether its letters are Latin.
    latin: bool,
}

/// The evidence that one passage gives, or several together.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    words: usize,
    small_words: usize,
    latin_letters: usize,
    script_letters: Vec<(&'static Script, usize)>,
    frequent: Vec<FrequentWord>,
}

/// Small words in names of people and places, which stand in English text too: `Charles de Gaulle`.
fn is_name_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "ap" | "bin" | "da" | "das" | "de" | "dei" | "del" | "della" | "den" | "der" | "di" | "do" | "dos" | "du"
            | "e" | "el" | "i" | "ibn" | "la" | "las" | "le" | "les" | "los" | "och" | "of" | "ten" | "ter" | "und"
            | "van" | "von" | "y" | "zu" | "zum" | "zur"
    )
}

impl Evidence {
    /// Collects the evidence of some tokens.
    pub fn collect(document: &Document, tokens: TokenRange) -> Self {
        let mut evidence = Self::default();
        let english = language_set("en");
        let capitals = is_in_capitals(document, tokens);
        let mut quoted = false;
        let mut seen = FxHashSet::default();
        // Words that may turn out to belong to a name.
        let mut particles: Vec<FrequentWord> = Vec::new();
        for at in tokens {
            let text = document.word(at);
            match document.tokens[at].kind {
                TokenKind::QuotationMark => {
                    quoted ^= quotation_mark(text).is_some_and(|mark| mark.family != MarkFamily::Single);
                    evidence.frequent.append(&mut particles);
                    continue;
                }
                TokenKind::Word if !is_address(text) => {}
                _ => {
                    evidence.frequent.append(&mut particles);
                    continue;
                }
            }
            evidence.words += 1;
            evidence.small_words += usize::from(text.starts_with(char::is_lowercase) || capitals);
            let latin = evidence.count_letters(text);
            let capital = text.starts_with(char::is_uppercase) && !capitals;
            let mut languages = languages_of(text);
            if capital && latin {
                // A name, perhaps; English is believed anyway.
                particles.clear();
                languages &= english;
            }
            if languages == 0 {
                evidence.frequent.append(&mut particles);
                continue;
            }
            let word = FrequentWord { languages, quoted, first: seen.insert(text), latin };
            if is_name_particle(text) {
                particles.push(word);
            } else {
                evidence.frequent.append(&mut particles);
                evidence.frequent.push(word);
            }
        }
        evidence.frequent.append(&mut particles);
        evidence
    }

    /// Counts the letters of a word by script and returns whether most are Latin.
    fn count_letters(&mut self, word: &str) -> bool {
        if word.is_ascii() {
            self.latin_letters += word.len();
            return true;
        }
        let mut latin = 0;
        let mut other = 0;
        for character in word.chars() {
            let Some(script) = Script::of(character) else {
                latin += 1;
                continue;
            };
            other += 1;
            match self.script_letters.iter_mut().find(|(known, _)| *known == script) {
                Some((_, count)) => *count += 1,
                None => self.script_letters.push((script, 1)),
            }
        }
        self.latin_letters += latin;
        latin >= other
    }

    /// Adds the evidence of another passage.
    pub fn add(&mut self, other: Self) {
        self.words += other.words;
        self.small_words += other.small_words;
        self.latin_letters += other.latin_letters;
        for (script, count) in other.script_letters {
            match self.script_letters.iter_mut().find(|(known, _)| *known == script) {
                Some((_, own)) => *own += count,
                None => self.script_letters.push((script, count)),
            }
        }
        self.frequent.extend(other.frequent);
    }

    /// Returns the number of words.
    pub fn words(&self) -> usize {
        self.words
    }

    /// Decides in what the passage is written.
    pub fn verdict(&self) -> Verdict {
        if let Some(verdict) = self.script_verdict() {
            return verdict;
        }
        let english = language_set("en");
        let only = |of: LanguageSet, and_not: LanguageSet| {
            self.frequent.iter().filter(move |word| word.languages & of != 0 && word.languages & and_not == 0)
        };
        let Some((code, own)) = self.likeliest(true) else {
            return if only(english, 0).count() >= 2 { Verdict::English } else { Verdict::Open };
        };
        let (for_english, against) = (only(english, own).count(), only(own, english).count());
        let outside = |of, and_not| only(of, and_not).filter(|word| !word.quoted).count();
        // A foreign quote in an English sentence leaves it English.
        let (english_outside, foreign_outside) = (outside(english, own), outside(own, english));
        if english_outside >= 2 && english_outside > 2 * foreign_outside {
            return Verdict::English;
        }
        let different = only(own, english).filter(|word| word.first).count();
        let enough = if for_english == 0 && self.small_words >= SMALL_WORDS { FOREIGN_WORDS - 1 } else { FOREIGN_WORDS };
        if different >= enough && against * FOREIGN_SHARE >= self.words && against >= FOREIGN_LEAD * for_english {
            Verdict::Foreign(code)
        } else if for_english >= 2 && for_english > against {
            Verdict::English
        } else {
            Verdict::Open
        }
    }

    /// Returns the verdict where most letters are of a script that is not Latin.
    fn script_verdict(&self) -> Option<Verdict> {
        let all: usize = self.script_letters.iter().map(|(_, count)| count).sum();
        if all <= self.latin_letters {
            return None;
        }
        if all < SCRIPT_LETTERS {
            return Some(Verdict::Open);
        }
        let letters = |language: &str| -> usize {
            self.script_letters.iter().filter(|(script, _)| script.language == language).map(|(_, count)| count).sum()
        };
        // Japanese mixes its own letters with Chinese ones.
        if letters("ja") * 10 >= all {
            return Some(Verdict::Foreign("ja"));
        }
        let (script, _) = self.script_letters.iter().max_by_key(|(_, count)| *count)?;
        Some(Verdict::Foreign(self.likeliest(false).map_or(script.language, |(code, _)| code)))
    }

    /// Returns the language other than English that the words with or without Latin letters speak for most.
    fn likeliest(&self, latin: bool) -> Option<(&'static str, LanguageSet)> {
        let mut scores = [0; LanguageSet::BITS as usize];
        for word in self.frequent.iter().filter(|word| word.latin == latin) {
            // A word that many languages have says little.
            let weight = 8 - word.languages.count_ones().min(63).ilog2();
            let mut rest = word.languages;
            while rest != 0 {
                scores[rest.trailing_zeros() as usize] += weight;
                rest &= rest - 1;
            }
        }
        let english = language_set("en");
        let foreign = language_codes().iter().zip(scores).enumerate().filter(|&(number, (_, score))| score > 0 && english != 1 << number);
        let (number, (code, _)) = foreign.max_by_key(|&(number, (_, score))| (score, std::cmp::Reverse(number)))?;
        Some((code, 1 << number))
    }
}

/// Returns the languages that a word speaks for: those in which it, or the elided part before its apostrophe, is frequent,
/// or else those that have its letters.
fn languages_of(word: &str) -> LanguageSet {
    let lower = to_lowercase(word);
    let mut languages = languages_with_word(&lower);
    if let Some(apostrophe) = lower.find(is_apostrophe) {
        let (before, behind) = lower.split_at(apostrophe);
        let behind = behind.trim_start_matches(is_apostrophe);
        for part in [format!("{before}'{behind}"), format!("{before}'")] {
            if languages == 0 {
                languages = languages_with_word(&part);
            }
        }
    }
    if languages == 0 { languages_with_letters(&lower).unwrap_or(0) } else { languages }
}

fn is_address(word: &str) -> bool {
    word.starts_with(['@', '#']) || word.contains("://") || word.starts_with("www.")
}

/// Returns whether nearly all words are in capitals.
fn is_in_capitals(document: &Document, tokens: TokenRange) -> bool {
    let words = || tokens.iter().filter(|&at: &TokenIndex| document.tokens[at].kind == TokenKind::Word);
    let small = words().filter(|&at| document.word(at).contains(char::is_lowercase)).count();
    small * 5 < words().count()
}
