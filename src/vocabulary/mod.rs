//! What is known of each word: its parts, its shape, the lists it stands in and
//! the clusters it belongs to. Worked out once for all learned stages.

pub mod ribbon;

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
use ribbon::Table;

/// What is worked out once for each token.
#[derive(Clone, Copy, Default)]
pub struct Word {
    /// The word in lower case, hashed; digits count as one.
    pub lower: u64,
    /// Capitals, small letters, digits and signs, hashed.
    pub shape: u64,
    /// The first three and four letters, hashed.
    pub prefixes: [u64; 2],
    /// The last two, three and four letters, hashed.
    pub suffixes: [u64; 3],
    /// The cluster, plus one, the coarser ones, and those of the halves; 0 for an unknown word.
    pub clusters: [u64; 5],
    /// What the lists know, one bit each.
    pub lists: u64,
    /// The number of the word in lower case among those that a vocabulary knows; 0 for none.
    pub group: u32,
}

/// What is known of each token's word, and of the words of documents read before.
#[derive(Default)]
pub struct Vocabulary {
    /// Each word once for each casing of its sentence.
    distinct: Vec<Word>,
    /// Where each word stands among these, for each casing.
    known: [FxHashMap<Box<str>, u32>; 3],
    /// The numbers of words in lower case, by their hashes; the first is 1.
    groups: FxHashMap<u64, u32>,
    /// For each token of the last document, its word's place among these.
    of_token: Vec<u32>,
}

impl Vocabulary {
    /// Looks up every word of a document.
    #[cfg(any(test, feature = "training"))]
    pub fn from_document(document: &Document) -> Self {
        let mut vocabulary = Self::default();
        vocabulary.add_document(document);
        vocabulary
    }

    /// Turns to another document; a word that was met before keeps its number.
    pub fn add_document(&mut self, document: &Document) {
        let clusters = &*CLUSTERS;
        self.of_token.clear();
        self.of_token.reserve(document.tokens.len());
        for sentence in &document.sentences {
            let casing = casing(document, sentence);
            let known = &mut self.known[casing as usize];
            for token in &document.tokens[*sentence] {
                let text = token.of(document.text);
                let number = known.get(text).copied().unwrap_or_else(|| {
                    let number = self.distinct.len() as u32;
                    let word = cased(text, casing, clusters);
                    let next = self.groups.len() as u32 + 1;
                    let group = *self.groups.entry(word.lower).or_insert(next);
                    self.distinct.push(Word { group, ..word });
                    known.insert(text.into(), number);
                    number
                });
                self.of_token.push(number);
            }
        }
    }

    /// How many groups of words there may be at most, that for no word included.
    pub fn group_count(&self) -> usize {
        self.groups.len() + 1
    }

    /// How many words are known.
    pub fn len(&self) -> usize {
        self.distinct.len()
    }

    /// Whether no document has been read, or none but empty ones.
    #[cfg(any(test, feature = "training"))]
    pub fn is_empty(&self) -> bool {
        self.distinct.is_empty()
    }

    /// What is known of a token's word; nothing past the end.
    pub fn word(&self, token: TokenIndex) -> Option<&Word> {
        self.of_token.get(token.number()).map(|&number| &self.distinct[number as usize])
    }

    /// The number of a token's word: the same for the same word in the same casing, low for those that come early.
    pub fn word_number(&self, token: TokenIndex) -> usize {
        self.of_token[token] as usize
    }
}

fn cased(text: &str, casing: Casing, clusters: &Clusters) -> Word {
    match casing {
        Casing::Usual => word(text, clusters),
        Casing::Title => {
            let word = word(text, clusters);
            Word { shape: word.shape ^ TITLE_CASE, ..word }
        }
        Casing::None => {
            let caseless = word(&capitalised(text), clusters);
            Word { shape: shape(&text.to_lowercase()) ^ CASELESS, ..caseless }
        }
    }
}

/// The clusters of the commonest words: made by `cargo xtask train`, read once.
static CLUSTERS: LazyLock<Clusters> = LazyLock::new(|| {
    Clusters::read(include_bytes!("clusters.bin")).expect("the clusters in the repository are sound, as a test shows")
});

/// Whether a word in lower case is among the commonest; an unknown one is taken for known once in 64 times.
pub fn is_common_word(word: &str) -> bool {
    CLUSTERS.table.clusters(word).is_some()
}

/// The clusters of words, and the coarser ones that these lie in.
#[derive(Debug, PartialEq, Eq)]
pub struct Clusters {
    /// Clusters of words.
    pub table: Table,
    /// For each cluster, the coarser ones it lies in: of 256 and of 64.
    pub parents: Vec<[u16; 2]>,
}

impl Clusters {
    /// Reads a file of clusters.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelFileError> {
        let mut reader = ModelFileReader::open(bytes)?;
        let count = reader.read_u32()? as usize;
        let values = reader.read_packed(count, ribbon::BITS)?;
        let count = reader.read_u32()? as usize;
        let parents = reader.read_u16s(count.checked_mul(2).ok_or(ModelFileError::Truncated)?)?;
        reader.finish()?;
        let parents = parents.as_chunks::<2>().0.to_vec();
        Ok(Self { table: Table { values }, parents })
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

/// What stands before the first word of a sentence, and behind its last.
pub const EDGE: Word =
    Word { lower: 1, shape: 1, prefixes: [1; 2], suffixes: [1; 3], clusters: [2000; 5], lists: 1 << 20, group: 0 };

fn word(text: &str, clusters: &Clusters) -> Word {
    let lower = lexicon::to_lowercase(text);
    let numberless = match lower.contains(char::is_numeric) {
        true => lower.replace(char::is_numeric, "0").into(),
        false => Cow::Borrowed(lower.as_ref()),
    };
    let head = |count: usize| {
        let end = numberless.char_indices().nth(count).map_or(numberless.len(), |(end, _)| end);
        ribbon::hash(&numberless[..end])
    };
    let tail = |count: usize| {
        let start = numberless.char_indices().nth_back(count - 1).map_or(0, |(start, _)| start);
        ribbon::hash(&numberless[start..])
    };
    let compound = || lower.split(['-', '.']).rfind(|part| part.len() > 2).filter(|part| *part != lower.as_ref());
    let known = clusters.table.clusters(&lower).or_else(|| compound().and_then(|part| clusters.table.clusters(part)));
    let found = known.map_or([0; 5], |known| {
        let [coarse, coarser] = clusters.parents.get(usize::from(known.whole)).copied().unwrap_or_default();
        let [first, second] = known.halves;
        [u64::from(known.whole), u64::from(coarse), u64::from(coarser), u64::from(first), u64::from(second)]
            .map(|cluster| cluster + 1)
    });
    Word {
        lower: ribbon::hash(&numberless),
        shape: shape(text),
        prefixes: [head(3), head(4)],
        suffixes: [tail(2), tail(3), tail(4)],
        clusters: found,
        lists: lists(text, &lower),
        group: 0,
    }
}

/// Set apart from all usual shapes.
const TITLE_CASE: u64 = 0x5851_f42d_4c95_7f2d;
const CASELESS: u64 = 0x1405_7b7e_f767_814f;

/// What a sentence's capitals tell of its names.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
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
    for token in &document.tokens[*sentence] {
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
    ribbon::hash(&shape)
}

// What the bits that `lists` gives stand for.
/// A bit of [`Word::lists`].
pub const GIVEN_NAMES: u64 = 1;
/// A bit of [`Word::lists`].
pub const ROLES: u64 = 1 << 4;
/// A bit of [`Word::lists`].
pub const TITLES: u64 = 1 << 5;
/// A bit of [`Word::lists`].
pub const ORGANIZATION_WORDS: u64 = 1 << 7;
/// A bit of [`Word::lists`].
pub const REPORTING_VERBS: u64 = 1 << 8;
/// Bits of [`Word::lists`]: prepositions, determiners and auxiliaries.
pub const FUNCTION_WORDS: u64 = 0b111 << 9;

fn lists(text: &str, lower: &str) -> u64 {
    // Most words begin with a small letter, and of names only some with a hyphen do.
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
    .map(|(number, known)| u64::from(*known) << number)
    .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clusters_are_sound() {
        let bytes = include_bytes!("clusters.bin");
        let clusters = Clusters::read(bytes).unwrap();
        assert_eq!(clusters.write(), bytes);
        assert!(Clusters::read(&bytes[..900]).is_err());
    }

    #[test]
    fn capitals_are_read_by_sentence() {
        let shapes = |text: &str| {
            let document = Document::new(text);
            let vocabulary = Vocabulary::from_document(&document);
            document.all_tokens().iter().map(|at| vocabulary.word(at).unwrap().shape).collect::<Vec<_>>()
        };
        assert_eq!(shapes("POLICE ARREST MINISTER"), shapes("police arrest minister today quietly")[..3].to_vec());
        assert_ne!(shapes("Police Arrest Former Minister")[0], shapes("Police took him in.")[0]);
    }
}
