//! Names of places, groups and organizations that need no context to be recognized.

use super::case::to_lowercase;
use super::word_list::{View, WordList, word_list};

static PLACES: WordList = word_list!("places");
static GROUPS: WordList = word_list!("groups");
static ORGANIZATIONS: WordList = word_list!("organizations");
static DEMONYM_NOUNS: WordList = word_list!("demonym_nouns");

/// Returns whether a name is a country, state, large city or region.
pub fn is_place(name: &str) -> bool {
    is_place_in(View::Rules, name)
}

pub(super) fn is_place_in(view: View, name: &str) -> bool {
    PLACES.value_in(view, name).is_some()
}

/// Returns whether a name is a nationality, a religion or a party's followers.
pub fn is_group(name: &str) -> bool {
    is_group_in(View::Rules, name)
}

pub(super) fn is_group_in(view: View, name: &str) -> bool {
    GROUPS.value_in(view, name).is_some()
}

/// Returns whether a name is an organization, although no word in it says so: `Pentagon`.
pub fn is_organization(name: &str) -> bool {
    is_organization_in(View::Rules, name)
}

pub(super) fn is_organization_in(view: View, name: &str) -> bool {
    ORGANIZATIONS.value_in(view, name).is_some()
}

/// Returns whether a word names one person by country: `Dutchman`.
pub fn is_demonym_noun(word: &str) -> bool {
    DEMONYM_NOUNS.contains(&to_lowercase(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_places_groups_and_organizations() {
        assert!(is_place("Kyiv") && is_group("North Korean") && is_organization("White House"));
        assert!(!is_place("kyiv") && is_demonym_noun("Dutchman"));
    }
}
