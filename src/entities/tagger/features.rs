//! What the tagger sees of a token: itself, its neighbours, and what the
//! document says of the same word elsewhere.

use std::collections::HashMap;

use super::super::kinds;
use super::model::Model;
use super::words;
use crate::document::Document;
use crate::lexicon::{self, names, places};
use crate::sentences::Sentence;
use crate::tokens::TokenKind;

/// What is worked out once for each token.
#[derive(Clone, Copy, Default)]
struct Word {
    /// The word in lower case, hashed; digits count as one.
    lower: u64,
    shape: u64,
    prefixes: [u64; 2],
    suffixes: [u64; 3],
    /// The cluster, plus one, the coarser ones, and those of the halves; 0 for an unknown word.
    clusters: [u64; 5],
    /// What the lists know, one bit each.
    lists: u64,
}

/// All tokens of a document, and what is known of its words.
pub struct Context<'d> {
    document: &'d Document<'d>,
    words: Vec<Word>,
    /// For each capitalised word, how it stands elsewhere, one bit for each way.
    elsewhere: HashMap<u64, u32>,
}

const EDGE: Word = Word { lower: 1, shape: 1, prefixes: [1; 2], suffixes: [1; 3], clusters: [2000; 5], lists: 1 << 20 };

impl<'d> Context<'d> {
    /// Works out what later questions need.
    pub fn new(document: &'d Document<'d>, model: &Model) -> Self {
        let mut known: HashMap<&str, Word> = HashMap::new();
        let mut words: Vec<Word> = Vec::with_capacity(document.tokens.len());
        for sentence in &document.sentences {
            let casing = casing(document, sentence);
            for token in &document.tokens[sentence.clone()] {
                let text = token.of(document.text);
                words.push(match casing {
                    Casing::Usual => *known.entry(text).or_insert_with(|| word(text, model)),
                    Casing::Title => {
                        let word = *known.entry(text).or_insert_with(|| word(text, model));
                        Word { shape: word.shape ^ TITLE_CASE, ..word }
                    }
                    Casing::None => {
                        let caseless = word(&capitalised(text), model);
                        Word { shape: shape(&text.to_lowercase()) ^ CASELESS, ..caseless }
                    }
                });
            }
        }
        let mut context = Self { document, words, elsewhere: HashMap::new() };
        for sentence in &document.sentences {
            for at in sentence.clone() {
                let ways = context.ways(sentence, at);
                *context.elsewhere.entry(context.words[at].lower).or_default() |= ways;
            }
        }
        context
    }

    /// How a word stands where it is: what other places of the document can learn from this one.
    fn ways(&self, sentence: &Sentence, at: usize) -> u32 {
        let text = self.document.word(at);
        if self.document.tokens[at].kind != TokenKind::Word {
            return 0;
        }
        if text.starts_with(char::is_lowercase) {
            return 1;
        }
        let before = if at > sentence.start { self.document.word(at - 1) } else { "" };
        let next = if at + 1 < sentence.end { self.document.word(at + 1) } else { "" };
        let middle = at > sentence.start + 1;
        let way = |number: u32, holds: bool| u32::from(holds) << number;
        let name_before = before.starts_with(char::is_uppercase) && before.len() > 1;
        let known_before = if at > sentence.start { self.words[at - 1].lists } else { 0 };
        let known_next = if at + 1 < sentence.end { self.words[at + 1].lists } else { 0 };
        way(1, middle)
            | way(2, known_before & TITLES != 0)
            | way(3, known_before & GIVEN_NAMES != 0)
            | way(4, matches!(before, "in" | "near" | "across" | "outside" | "In"))
            | way(5, known_next & ORGANIZATION_WORDS != 0)
            | way(6, (known_before | known_next) & REPORTING_VERBS != 0)
            | way(7, known_before & ROLES != 0)
            | way(8, matches!(before, "the" | "The"))
            | way(9, name_before)
            | way(10, next.starts_with(char::is_uppercase))
            | way(11, before == "(" && next == ")")
            | way(12, matches!(next, "’s" | "'s"))
            | way(13, text.len() > 1 && text.chars().all(char::is_uppercase))
    }

    /// The word at a token, hashed, where its other places in the document tell something of it.
    pub fn repeated(&self, at: usize) -> Option<u64> {
        let text = self.document.word(at);
        let name =
            self.document.tokens[at].kind == TokenKind::Word && text.len() > 1 && text.starts_with(char::is_uppercase);
        let word = &self.words[at];
        (name && word.lists & FUNCTION_WORDS == 0).then_some(word.lower)
    }

    /// Gives every feature of a token, hashed.
    pub fn each(&self, sentence: &Sentence, at: usize, mut give: impl FnMut(u32)) {
        let word = |offset: isize| {
            let place = at.checked_add_signed(offset).filter(|place| sentence.contains(place));
            place.map_or(&EDGE, |place| &self.words[place])
        };
        let mut number = 0u64;
        let mut add = |value: u64| {
            number += 1;
            give(
                ((value ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32,
            );
        };
        let pair = |first: u64, second: u64| {
            (first.rotate_left(29) ^ second).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(31)
        };
        let (before2, before, this, next, next2) = (word(-2), word(-1), word(0), word(1), word(2));
        add(0);
        for neighbour in [before2, before, this, next, next2] {
            add(neighbour.lower);
            add(neighbour.clusters[0]);
            add(neighbour.clusters[1]);
            add(neighbour.shape);
        }
        for neighbour in [before, this, next] {
            add(neighbour.suffixes[1]);
            add(neighbour.lists);
            add(neighbour.clusters[2]);
            add(neighbour.clusters[3]);
            add(neighbour.clusters[4]);
        }
        add(this.prefixes[0]);
        add(this.prefixes[1]);
        add(this.suffixes[0]);
        add(this.suffixes[2]);
        add(pair(before.lower, this.lower));
        add(pair(this.lower, next.lower));
        add(pair(before.lower, next.lower));
        add(pair(before2.lower, before.lower));
        add(pair(next.lower, next2.lower));
        add(pair(before2.lists, before.lists));
        add(pair(pair(before.clusters[1], this.clusters[2]), next.clusters[1]));
        add(pair(before2.clusters[1], before.clusters[1]));
        add(pair(before.shape, this.shape));
        add(pair(this.shape, next.shape));
        add(pair(pair(before.shape, this.shape), next.shape));
        add(pair(this.shape, this.clusters[0]));
        add(pair(this.shape, this.clusters[1]));
        add(pair(this.shape, this.clusters[3]));
        add(pair(this.shape, this.clusters[4]));
        add(pair(before.clusters[1], this.clusters[1]));
        add(pair(this.clusters[1], next.clusters[1]));
        add(pair(before.clusters[1], this.shape));
        add(pair(this.shape, next.clusters[1]));
        add(pair(before.lower, this.shape));
        add(pair(this.shape, next.lower));
        add(pair(before.clusters[2], next.clusters[2]));
        add(pair(before.lists, this.lists));
        add(pair(this.lists, next.lists));
        add(pair(this.lists, this.shape));
        let first = at == sentence.start;
        add(pair(u64::from(first), this.shape));
        add(pair(u64::from(first), this.clusters[1]));
        // What the document says of the word, and of the one after it.
        let ways = |word: &Word| self.elsewhere.get(&word.lower).copied().unwrap_or(0);
        let own = ways(this);
        for way in 0..14u64 {
            if own >> way & 1 == 1 {
                add(pair(way, u64::from(this.shape == word_shape_capital())));
            } else {
                add(way << 8);
            }
        }
        add(pair(u64::from(own & 0b11), pair(u64::from(first), this.shape)));
        add(u64::from(own));
        add(pair(u64::from(ways(next) & 0b1110_0011_1111), next.shape));
        add(pair(u64::from(ways(before) & 0b1110_0011_1111), before.shape));
    }
}

fn word_shape_capital() -> u64 {
    words::hash("Xx")
}

fn word(text: &str, model: &Model) -> Word {
    let lower = text.to_lowercase();
    let numberless: String =
        lower.chars().map(|character| if character.is_numeric() { '0' } else { character }).collect();
    let characters: Vec<char> = numberless.chars().collect();
    let head = |count: usize| words::hash(&characters[..characters.len().min(count)].iter().collect::<String>());
    let tail =
        |count: usize| words::hash(&characters[characters.len().saturating_sub(count)..].iter().collect::<String>());
    let compound = || lower.split(['-', '.']).rfind(|part| part.len() > 2).filter(|part| *part != lower);
    let known = model.words.clusters(&lower).or_else(|| compound().and_then(|part| model.words.clusters(part)));
    let clusters = known.map_or([0; 5], |known| {
        let [coarse, coarser] = model.parents.get(usize::from(known.whole)).copied().unwrap_or_default();
        let [first, second] = known.halves;
        [u64::from(known.whole), u64::from(coarse), u64::from(coarser), u64::from(first), u64::from(second)]
            .map(|cluster| cluster + 1)
    });
    Word {
        lower: words::hash(&numberless),
        shape: shape(text),
        prefixes: [head(3), head(4)],
        suffixes: [tail(2), tail(3), tail(4)],
        clusters,
        lists: lists(text, &lower),
    }
}

/// Set apart from all usual shapes.
const TITLE_CASE: u64 = 0x5851_f42d_4c95_7f2d;
const CASELESS: u64 = 0x1405_7b7e_f767_814f;

/// What a sentence's capitals tell of its names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Casing {
    /// They mark names.
    Usual,
    /// Nearly every word has one, as in a headline.
    Title,
    /// There are none, or nothing else.
    None,
}

fn casing(document: &Document, sentence: &Sentence) -> Casing {
    let (mut small, mut capital, mut shouted) = (0, 0, 0);
    for token in &document.tokens[sentence.clone()] {
        let text = token.of(document.text);
        // Short words stay small in headlines, and tell nothing elsewhere.
        if token.kind != TokenKind::Word || text.len() < 4 {
            continue;
        }
        if text.starts_with(char::is_lowercase) {
            small += 1;
        } else if text.chars().all(|character| !character.is_lowercase()) {
            shouted += 1;
        } else {
            capital += 1;
        }
    }
    match (small, capital, shouted) {
        (0, 0, 3..) => Casing::None,
        (4.., 0, 0) if !document.word(sentence.start).starts_with(char::is_uppercase) => Casing::None,
        (0 | 1, 4.., _) if small * 5 <= capital => Casing::Title,
        _ => Casing::Usual,
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + &characters.as_str().to_lowercase()
}

/// Capitals, small letters, digits and signs, runs shortened: `Xx`, `X`, `XX`, `d`, `x-x`.
fn shape(text: &str) -> u64 {
    let mut shape = String::new();
    let mut last = ('\0', 0);
    for character in text.chars() {
        let class = if character.is_uppercase() {
            'X'
        } else if character.is_alphabetic() {
            'x'
        } else if character.is_numeric() {
            'd'
        } else {
            character
        };
        last = if class == last.0 { (class, last.1 + 1) } else { (class, 1) };
        let most = match class {
            'X' | 'd' => 4,
            _ => 1,
        };
        if last.1 <= most {
            shape.push(class);
        }
    }
    words::hash(&shape)
}

// What the bits that `lists` gives stand for.
const GIVEN_NAMES: u64 = 1;
const ROLES: u64 = 1 << 4;
const TITLES: u64 = 1 << 5;
const ORGANIZATION_WORDS: u64 = 1 << 7;
const REPORTING_VERBS: u64 = 1 << 8;
/// Prepositions, determiners and auxiliaries.
const FUNCTION_WORDS: u64 = 0b111 << 9;

fn lists(text: &str, lower: &str) -> u64 {
    let given = names::given_name(text);
    [
        given.is_some(),
        places::is_place(text),
        places::is_group(text),
        places::is_organization(text),
        lexicon::is_role(lower),
        lexicon::title(text).is_some(),
        lexicon::is_calendar_name(lower),
        kinds::is_organization_word(text),
        crate::quotes::is_reporting_verb(lower),
        lexicon::is_preposition(lower),
        lexicon::is_determiner(lower),
        lexicon::is_auxiliary(lower),
    ]
    .iter()
    .enumerate()
    .map(|(number, known)| u64::from(*known) << number)
    .sum()
}
