//! Common given names, and the pronoun that usually goes with them.
//!
//! The pronoun serves only to rule out a wrong antecedent; it is never reported, and a name that goes with both
//! decides nothing.

use super::gender::Gender;
use super::word_list::{View, WordList, word_list};

static MASCULINE: WordList = word_list!("given_names_masculine");
static FEMININE: WordList = word_list!("given_names_feminine");
static EITHER: WordList = word_list!("given_names_either");

/// Returns the pronoun that goes with a given name, or `None` if the word is not a common one.
pub fn given_name(word: &str) -> Option<Gender> {
    given_name_in(View::Rules, word)
}

pub(super) fn given_name_in(view: View, word: &str) -> Option<Gender> {
    let listed = |list: &WordList| list.value_in(view, word).is_some();
    if listed(&EITHER) {
        return Some(Gender::Unknown);
    }
    match (listed(&MASCULINE), listed(&FEMININE)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        (true, true) => Some(Gender::Unknown),
        (false, false) => None,
    }
}

/// Iterates over the names of men, then those of women.
#[cfg(any(test, feature = "training"))]
pub fn gendered_names() -> impl Iterator<Item = (&'static str, Gender)> {
    let list = |names: &'static WordList, gender| names.entries(View::Rules).map(move |(name, _)| (name, gender));
    list(&MASCULINE, Gender::Masculine).chain(list(&FEMININE, Gender::Feminine))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_men_and_women_decides_nothing() {
        assert_eq!(given_name("Kim"), Some(Gender::Unknown));
        assert_eq!(given_name("Ursula"), Some(Gender::Feminine));
        assert_eq!(given_name("Table"), None);
    }

    #[test]
    fn names_of_men_come_first() {
        let genders: Vec<Gender> = gendered_names().map(|(_, gender)| gender).collect();
        assert_eq!(genders.first(), Some(&Gender::Masculine));
        assert!(genders.is_sorted_by_key(|gender| *gender == Gender::Feminine));
    }
}
