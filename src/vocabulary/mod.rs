//! Features of single words: their affixes, their shape, the word lists they are in and the word clusters they belong
//! to. Computed once for all learned stages.

pub mod ribbon;
mod word_features;

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

use crate::lexicon::{self, trained};
use crate::model_file::{ModelFileError, ModelFileReader};
#[cfg(any(test, feature = "training"))]
use crate::model_file::{add_header, write_packed};
use crate::text::document::Document;
use crate::text::sentences::Sentence;
use crate::text::token_index::TokenIndex;
use crate::text::tokens::TokenKind;
use ribbon::ClusterTable;
pub use word_features::{Affixes, EDGE, WordFeatures};

/// The features of each token's word, and of the words of earlier documents.
#[derive(Default)]
pub struct Vocabulary {
    /// Each distinct word, once for each casing of its sentence.
    distinct: Vec<WordFeatures>,
    /// The number of each word in `distinct`, by the hash of the word and its casing.
    numbers: FxHashMap<u64, u32>,
    /// The number of each lower-cased word, by its hash; the first is 1.
    groups: FxHashMap<u64, u32>,
    /// The number of distinct lower-cased words.
    group_count: u32,
    /// For each token of the last document, its word's number in `distinct`: the lower half.
    of_token: Vec<u16>,
    /// The higher halves, where a document has so many words that one of them is not 0.
    higher: Vec<u16>,
}

impl Vocabulary {
    /// Creates the vocabulary of one document.
    #[cfg(any(test, feature = "training"))]
    pub fn from_document(document: &Document) -> Self {
        let mut vocabulary = Self::default();
        vocabulary.add_document(document);
        vocabulary
    }

    /// Moves on to another document; the words of earlier ones keep their numbers.
    pub fn add_document(&mut self, document: &Document) {
        let clusters = &*CLUSTERS;
        self.of_token.clear();
        self.of_token.reserve(document.tokens.len());
        self.higher.clear();
        for sentence in &document.sentences {
            let casing = if document.is_caseless { Casing::None } else { casing(document, sentence) };
            for token in &document.tokens[*sentence] {
                let text = token.text(document.text);
                let number = *self.numbers.entry(casing.mark(ribbon::hash(text))).or_insert_with(|| {
                    let word = cased(text, casing, clusters);
                    let group = *self.groups.entry(word.lower).or_insert_with(|| {
                        self.group_count += 1;
                        self.group_count
                    });
                    self.distinct.push(WordFeatures { group, ..word });
                    self.distinct.len() as u32 - 1
                });
                if number > u32::from(u16::MAX) || !self.higher.is_empty() {
                    self.higher.reserve(document.tokens.len() - self.higher.len());
                    self.higher.resize(self.of_token.len(), 0);
                    self.higher.push((number >> 16) as u16);
                }
                self.of_token.push(number as u16);
            }
        }
    }

    /// Forgets which words the tokens of the last document have.
    pub fn forget_document(&mut self) {
        (self.of_token, self.higher) = Default::default();
    }

    /// Forgets by which letters words are known: those of later documents are all new.
    pub fn forget_letters(&mut self) {
        (self.numbers, self.groups) = Default::default();
        self.distinct.shrink_to_fit();
    }

    /// Returns the number of distinct lower-cased words, plus one for none.
    pub fn group_count(&self) -> usize {
        self.group_count as usize + 1
    }

    /// Returns the number of distinct words.
    pub fn len(&self) -> usize {
        self.distinct.len()
    }

    /// Returns whether there is no word.
    #[cfg(any(test, feature = "training"))]
    pub fn is_empty(&self) -> bool {
        self.distinct.is_empty()
    }

    /// Returns the features of a token's word, or `None` past the end.
    pub fn word(&self, token: TokenIndex) -> Option<&WordFeatures> {
        (token.number() < self.of_token.len()).then(|| &self.distinct[self.word_number(token)])
    }

    /// Returns the number of a token's word in the vocabulary, which is the same for the same word and casing.
    pub fn word_number(&self, token: TokenIndex) -> usize {
        let higher = self.higher.get(token.number()).copied().unwrap_or_default();
        usize::from(higher) << 16 | usize::from(self.of_token[token])
    }
}

fn cased(text: &str, casing: Casing, clusters: &ClusterFile) -> WordFeatures {
    match casing {
        Casing::Usual => word(text, clusters),
        Casing::Title => {
            let word = word(text, clusters);
            WordFeatures { shape: word.shape ^ TITLE_CASE, ..word }
        }
        Casing::None => {
            let caseless = word(&capitalized(text), clusters);
            WordFeatures { shape: shape(&text.to_lowercase()) ^ CASELESS, ..caseless }
        }
    }
}

/// The clusters of the most frequent words, made by `cargo xtask train entities`.
static CLUSTERS: LazyLock<ClusterFile> = LazyLock::new(|| {
    ClusterFile::read(include_bytes!("clusters.bin"))
        .expect("the clusters file is part of the program and a test reads it")
});

/// Returns whether a lower-cased word is among the most frequent words, with a false-positive rate of 1/64.
pub fn is_common_word(word: &str) -> bool {
    CLUSTERS.table.clusters(word).is_some()
}

/// Returns the cluster of a lower-cased word, and the one of 256 and the one of 64 coarser clusters that contain it;
/// `None` for a rare word.
pub fn clusters_of(word: &str) -> Option<[u16; 3]> {
    let clusters = &*CLUSTERS;
    let full = clusters.table.clusters(word)?.full;
    let [coarse, coarser] = clusters.parents.get(usize::from(full)).copied().unwrap_or_default();
    Some([full, coarse, coarser])
}

/// The clusters of the most frequent words, and the hierarchy of the clusters.
#[derive(Debug, PartialEq, Eq)]
pub struct ClusterFile {
    /// The clusters of each word.
    pub table: ClusterTable,
    /// For each cluster, the one of 256 and the one of 64 coarser clusters that contain it.
    pub parents: Vec<[u16; 2]>,
}

impl ClusterFile {
    /// Reads a file of clusters.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are no complete file of this version.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelFileError> {
        let mut reader = ModelFileReader::open(bytes)?;
        let count = reader.read_u32()? as usize;
        let values = reader.read_packed(count, ribbon::BITS)?;
        let count = reader.read_u32()? as usize;
        let parents = reader.read_u16s(count.checked_mul(2).ok_or(ModelFileError::Truncated)?)?;
        reader.finish()?;
        let parents = parents.as_chunks::<2>().0.to_vec();
        Ok(Self { table: ClusterTable { values }, parents })
    }

    /// Writes a file of clusters.
    #[cfg(any(test, feature = "training"))]
    pub fn write(&self) -> Vec<u8> {
        let mut body = Vec::new();
        body.extend((self.table.values.len() as u32).to_le_bytes());
        write_packed(&mut body, &self.table.values, ribbon::BITS);
        body.extend((self.parents.len() as u32).to_le_bytes());
        body.extend(self.parents.iter().flatten().flat_map(|value| value.to_le_bytes()));
        add_header(&body)
    }
}

fn word(text: &str, clusters: &ClusterFile) -> WordFeatures {
    let lower = lexicon::to_lowercase(text);
    let numberless = match lower.contains(char::is_numeric) {
        true => lower.replace(char::is_numeric, "0").into(),
        false => Cow::Borrowed(lower.as_ref()),
    };
    let compound = || lower.split(['-', '.']).rfind(|part| part.len() > 2).filter(|part| *part != lower.as_ref());
    let known = clusters.table.clusters(&lower).or_else(|| compound().and_then(|part| clusters.table.clusters(part)));
    let found = known.map_or([0; 5], |known| {
        let [coarse, coarser] = clusters.parents.get(usize::from(known.full)).copied().unwrap_or_default();
        let [first, second] = known.halves;
        [known.full, coarse, coarser, u16::from(first), u16::from(second)].map(|cluster| cluster + 1)
    });
    WordFeatures {
        lower: ribbon::hash(&numberless),
        shape: shape(text),
        affixes: Affixes::of(&numberless),
        clusters: found,
        lists: lists(text, &lower),
        group: 0,
    }
}

/// Distinguishes the shapes in title-cased sentences.
const TITLE_CASE: u64 = 0x5851_f42d_4c95_7f2d;
/// Distinguishes the shapes in sentences without meaningful case.
const CASELESS: u64 = 0x1405_7b7e_f767_814f;

/// The use of capitals in a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Casing {
    /// Capitals mark names.
    Usual,
    /// Nearly every word is capitalized, as in a headline.
    Title,
    /// All letters are small, or all are capitals.
    None,
}

impl Casing {
    /// Makes the hashes of a word in sentences of different casings differ.
    fn mark(self, hash: u64) -> u64 {
        match self {
            Self::Usual => hash,
            Self::Title => hash ^ TITLE_CASE,
            Self::None => hash ^ CASELESS,
        }
    }
}

fn casing(document: &Document, sentence: &Sentence) -> Casing {
    let (mut small, mut capital, mut shouted) = (0, 0, 0);
    for token in &document.tokens[*sentence] {
        let text = token.text(document.text);
        // Short words stay small in headlines, and are no evidence elsewhere.
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

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + &characters.as_str().to_lowercase()
}

/// Returns the hash of a word's shape, with runs shortened: `Xx`, `X`, `XX`, `d`, `x-x`.
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
    ribbon::hash(&shape)
}

/// The bit of given names in [`WordFeatures::lists()`].
pub const GIVEN_NAMES: u64 = 1;
/// The bit of role nouns in [`WordFeatures::lists()`].
pub const ROLES: u64 = 1 << 4;
/// The bit of titles in [`WordFeatures::lists()`].
pub const TITLES: u64 = 1 << 5;
/// The bit of organization words in [`WordFeatures::lists()`].
pub const ORGANIZATION_WORDS: u64 = 1 << 7;
/// The bit of speech verbs in [`WordFeatures::lists()`].
pub const REPORTING_VERBS: u64 = 1 << 8;
/// The bits of prepositions, determiners and auxiliaries in [`WordFeatures::lists()`].
pub const FUNCTION_WORDS: u64 = 0b111 << 9;

fn lists(text: &str, lower: &str) -> u32 {
    // Spares most words the look-up: of all names, only some with a hyphen begin with a small letter.
    let capital = !text.starts_with(|first: char| first.is_ascii_lowercase());
    [
        capital && trained::is_given_name(text),
        capital && trained::is_place(text),
        capital && trained::is_group(text),
        (capital || text.contains('-')) && trained::is_organization(text),
        trained::is_role(lower),
        capital && trained::is_title(text),
        trained::is_calendar_name(lower),
        capital && trained::is_organization_word(text),
        trained::is_speech_verb(lower),
        trained::is_preposition(lower),
        trained::is_determiner(lower),
        trained::is_auxiliary(lower),
    ]
    .iter()
    .enumerate()
    .map(|(number, known)| u32::from(*known) << number)
    .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_clusters_file() {
        let bytes = include_bytes!("clusters.bin");
        let clusters = ClusterFile::read(bytes).unwrap();
        assert_eq!(clusters.write(), bytes);
        assert!(ClusterFile::read(&bytes[..900]).is_err());
    }

    #[test]
    fn shapes_depend_on_the_casing_of_the_sentence() {
        let shapes = |text: &str| {
            let document = Document::new(text);
            let vocabulary = Vocabulary::from_document(&document);
            document.all_tokens().iter().map(|at| vocabulary.word(at).unwrap().shape).collect::<Vec<_>>()
        };
        assert_eq!(shapes("POLICE ARREST MINISTER"), shapes("police arrest minister today quietly")[..3].to_vec());
        assert_ne!(shapes("Police Arrest Former Minister")[0], shapes("Police took him in.")[0]);
    }
}
