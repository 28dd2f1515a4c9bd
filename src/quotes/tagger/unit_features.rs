//! The features of single units, on which all others are built.

use super::super::collapsed_sentence::CollapsedSentence;
use super::super::name_tags::NameTags;
use super::super::quote_candidate::QuoteCandidate;
use crate::crf::features::pair;
use crate::lexicon;
use crate::lexicon::reporting_verbs::ReportingVerb;
use crate::lexicon::trained;
use crate::vocabulary::{Affixes, EDGE, Vocabulary, WordFeatures, ribbon};

/// A unit is part of a cue that the rules found.
pub(super) const RULE_CUE: u64 = 1;
/// A unit is part of a source that the rules found.
const RULE_SOURCE: u64 = 2;
/// A unit is part of content that the rules found.
const RULE_CONTENT: u64 = 4;

/// The cluster of a quoted span, above those of words.
const QUOTED_CLUSTER: u16 = 3000;
/// The word list of a quoted span, above those of words.
const QUOTED_LIST: u32 = 1 << 21;

/// The features of one unit.
#[derive(Clone, Copy)]
pub(super) struct UnitFeatures<'f> {
    /// Those of its word; a sentence may be long, and they are large.
    pub word: &'f WordFeatures,
    /// The tag of the name that the unit belongs to.
    pub name: u64,
    /// The number of a reporting verb's class and form; 0 for another word.
    pub verb: u64,
    pub is_subject_pronoun: bool,
    pub is_quoted: bool,
    /// What the rules found the unit to be: a sum of `RULE_CUE`, `RULE_SOURCE` and `RULE_CONTENT`.
    pub rule: u64,
    /// The number of the distinct word for caches: 0 beyond the edge, `None` for a quoted span.
    pub word_number: Option<usize>,
}

/// A unit beyond the edge of the sentence.
pub(super) const BEYOND_EDGE: UnitFeatures = UnitFeatures {
    word: &EDGE,
    name: 0,
    verb: 0,
    is_subject_pronoun: false,
    is_quoted: false,
    rule: 0,
    word_number: Some(0),
};

/// Computes the features of every unit of a sentence; `candidates` are the quotes that the rules found in it, and `quoted`
/// is from [`quoted_features`].
pub(super) fn unit_features<'f>(
    sentence: &CollapsedSentence,
    candidates: &[QuoteCandidate],
    vocabulary: &'f Vocabulary,
    names: &NameTags,
    quoted: &'f [WordFeatures],
) -> Vec<UnitFeatures<'f>> {
    let mut quoted = quoted.iter();
    let mut units: Vec<UnitFeatures> = (0..sentence.len())
        .map(|unit| {
            if let Some(word) = sentence.is_quoted(unit).then(|| quoted.next()).flatten() {
                return UnitFeatures { word, is_quoted: true, word_number: None, ..BEYOND_EDGE };
            }
            let token = sentence.tokens(unit..unit + 1).start;
            let lower = sentence.lowercase(unit);
            UnitFeatures {
                word: vocabulary.word(token).unwrap_or(&EDGE),
                name: u64::from(names.tag(token)),
                verb: verb_number(trained::reporting_verb(&lower)),
                is_subject_pronoun: lexicon::is_subject_pronoun(&lower),
                is_quoted: false,
                rule: 0,
                word_number: Some(vocabulary.word_number(token) + 1),
            }
        })
        .collect();
    for candidate in candidates {
        let source = candidate.source.iter().map(|source| (source, RULE_SOURCE));
        let content = candidate.content.iter().map(|content| (content, RULE_CONTENT));
        for (range, rule) in std::iter::once((&candidate.cue, RULE_CUE)).chain(source).chain(content) {
            units[range.clone()].iter_mut().for_each(|unit| unit.rule |= rule);
        }
    }
    units
}

/// Computes the features of the quoted spans of a sentence in place of a word's.
#[inline(never)] // Its code is large, and few sentences have many quoted spans.
pub fn quoted_features(sentence: &CollapsedSentence) -> Vec<WordFeatures> {
    let quoted = (0..sentence.len()).filter(|&unit| sentence.is_quoted(unit));
    quoted.map(|unit| features_of_quoted_span(sentence, unit)).collect()
}

/// The features of a quoted span in place of a word's: its size, its last sign, whether it begins with a capital.
fn features_of_quoted_span(sentence: &CollapsedSentence, unit: usize) -> WordFeatures {
    let size = match sentence.quoted_word_count(unit) {
        0..=1 => 1,
        2..=3 => 2,
        4..=6 => 3,
        7..=12 => 4,
        _ => 5u16,
    };
    let ending = ribbon::hash(sentence.quoted_ending(unit));
    let begins_sentence = u64::from(sentence.quoted_begins_sentence(unit));
    let lower = ribbon::hash("“”");
    let prefix = u64::from(size);
    let suffix = pair(prefix, begins_sentence);
    WordFeatures {
        lower,
        shape: pair(lower, pair(ending, begins_sentence)),
        affixes: Affixes::Values(Box::new([prefix, prefix, suffix, suffix, suffix])),
        clusters: [QUOTED_CLUSTER + size, QUOTED_CLUSTER, QUOTED_CLUSTER, QUOTED_CLUSTER, QUOTED_CLUSTER],
        lists: QUOTED_LIST,
        group: 0,
    }
}

/// The number of a reporting verb's class and form in features; 0 for another word.
fn verb_number(verb: Option<ReportingVerb>) -> u64 {
    verb.map_or(0, |verb| 1 + verb.class.feature_number() * 4 + verb.form.feature_number())
}

/// Returns the number of a distance in features, which fold long distances together.
pub(super) fn distance_bucket(distance: usize) -> u64 {
    match distance {
        0..=3 => distance as u64,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=20 => 7,
        21..=35 => 8,
        _ => 9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verb_numbers_stay_as_trained() {
        let number = |word| verb_number(trained::reporting_verb(word));
        assert_eq!([number("say"), number("says"), number("said"), number("saying")], [1, 2, 3, 4]);
        assert_eq!([number("tell"), number("described"), number("table")], [5, 11, 0]);
    }

    #[test]
    fn distance_buckets_stay_as_trained() {
        let buckets = [0, 3, 4, 5, 6, 9, 14, 21, 36].map(distance_bucket);
        assert_eq!(buckets, [0, 3, 4, 4, 5, 6, 7, 8, 9]);
    }
}
