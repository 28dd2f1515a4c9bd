//! Nouns for a person that go with one pronoun.

use super::Gender;
use super::case::to_lowercase;
use super::word_list::{WordList, word_list};

/// The evidence of a word such as `actress` or `brother`, in nats.
pub const RELATION: f32 = 6.0;

/// The evidence of an office with a masculine name, in nats.
const OFFICE: f32 = 3.0;

static MASCULINE: WordList = word_list!("masculine_nouns");
static FEMININE: WordList = word_list!("feminine_nouns");

/// Returns the gender evidence of a noun: above zero for `he` (`brother`), below zero for `she`.
pub fn evidence(word: &str) -> f32 {
    let word = to_lowercase(word);
    // Women are chairmen and spokesmen, too: a given name says more.
    if matches!(word.as_ref(), "chairman" | "spokesman") {
        OFFICE
    } else if MASCULINE.contains(&word) {
        RELATION
    } else if FEMININE.contains(&word) {
        -RELATION
    } else {
        0.0
    }
}

/// Returns whether a noun with this evidence may stand for a person of a gender.
pub fn may_be_of(evidence: f32, gender: Gender) -> bool {
    match gender {
        Gender::Masculine => evidence >= 0.0,
        Gender::Feminine => evidence <= 0.0,
        Gender::Unknown => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_is_stronger_evidence_than_an_office() {
        assert!(evidence("Brother") > evidence("spokesman"));
        assert!(evidence("spokesman") > 0.0 && evidence("actress") < 0.0);
        assert_eq!(evidence("doctor"), 0.0);
    }
}
