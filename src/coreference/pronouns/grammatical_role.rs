//! Predicts the grammatical role of names and pronouns from the words around them.

use crate::crf::features::{FeatureHasher, pair};
use crate::crf::weights::{Row, Weights};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;
use crate::vocabulary::{EDGE, Vocabulary, WordFeatures};

/// The grammatical role of a noun phrase in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GrammaticalRole {
    /// The subject of a verb.
    Subject,
    /// An object of a verb.
    Object,
    /// The object of a preposition.
    Oblique,
    /// A possessor: `her plan`, `Smith’s plan`.
    Owner,
    /// Anything else: an apposition, an address, a later conjunct.
    Other,
}

impl GrammaticalRole {
    /// All roles, in the order of their labels.
    pub const ALL: [Self; 5] = [Self::Subject, Self::Object, Self::Oblique, Self::Owner, Self::Other];

    /// Returns the label of the role in the model that predicts it.
    pub fn label(self) -> usize {
        match self {
            Self::Subject => 0,
            Self::Object => 1,
            Self::Oblique => 2,
            Self::Owner => 3,
            Self::Other => 4,
        }
    }

    /// Returns the number of the role in features.
    pub fn feature_number(self) -> u64 {
        self.label() as u64
    }
}

/// The number of labels.
pub const LABELS: usize = GrammaticalRole::ALL.len();

/// Emits the features of a phrase, hashed.
pub fn features(document: &Document, vocabulary: &Vocabulary, phrase: &TokenRange, give: impl FnMut(u32)) {
    let sentence = document.sentence_containing(phrase.start);
    let word = |at: Option<TokenIndex>| -> &WordFeatures {
        at.filter(|at| sentence.contains(*at)).and_then(|at| vocabulary.word(at)).unwrap_or(&EDGE)
    };
    let before = |back: usize| word(phrase.start.checked_sub(back));
    let after = |on: usize| word(Some(phrase.end + on - 1));
    let head = word(Some(phrase.end - 1));
    let pronoun = phrase.len() == 1 && document.word(phrase.start).len() <= 7;
    let own = if pronoun { head.lower } else { 7 };
    let mut features = FeatureHasher::starting_at(2000, give);
    features.add_all(&[0, own, u64::from(phrase.start == sentence.start)]);
    for near in [before(1), before(2), before(3), after(1), after(2), after(3)] {
        features.add_all(&[near.lower, near.cluster(0), near.cluster(1), near.suffix(0), near.lists()]);
    }
    features.add_all(&[
        pair(before(1).lower, after(1).lower),
        pair(before(1).lower, after(1).cluster(0)),
        pair(before(1).cluster(0), after(1).lower),
        pair(before(1).cluster(1), after(1).cluster(1)),
        pair(before(2).lower, before(1).lower),
        pair(after(1).lower, after(2).lower),
        pair(after(1).cluster(1), after(2).cluster(1)),
        pair(after(1).suffix(0), after(2).suffix(0)),
        pair(own, before(1).lower),
        pair(own, after(1).cluster(1)),
        pair(own, after(1).suffix(0)),
        pair(own, before(1).cluster(1)),
    ]);
    let possessive = document.token(phrase.end).is_some_and(|next| next.kind == TokenKind::Possessive);
    features.add(u64::from(possessive));
}

/// Returns the most probable role of a phrase.
pub fn of(
    document: &Document,
    vocabulary: &Vocabulary,
    phrase: &TokenRange,
    weights: &Weights<LABELS>,
) -> GrammaticalRole {
    let row: Row<LABELS> = weights.score(|sums| features(document, vocabulary, phrase, |feature| sums.add(feature)));
    let best = (0..LABELS).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap_or(0);
    GrammaticalRole::ALL[best]
}

/// Returns whether a name has a possessive ending: `Doe’s`, `Reuters’`.
pub fn owns(document: &Document, name: &TokenRange) -> bool {
    let next = document.token(name.end).map(|next| (next.kind, next.spaced));
    next.is_some_and(|(kind, _)| kind == TokenKind::Possessive)
        || matches!(document.word(name.end), "'" | "’") && next.is_some_and(|(_, spaced)| !spaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_feature_numbers_stay_as_trained() {
        assert_eq!(GrammaticalRole::ALL.map(GrammaticalRole::label), [0, 1, 2, 3, 4]);
        use GrammaticalRole::{Object, Oblique, Other, Owner, Subject};
        assert_eq!([Subject, Object, Oblique, Owner, Other].map(GrammaticalRole::feature_number), [0, 1, 2, 3, 4]);
    }
}
