//! Offices, trades and titles that stand beside a person's name.

use super::gender::Gender;
use super::nouns;
use super::word_list::{View, WordList, word_list};

static ROLE_NOUNS: WordList = word_list!("role_nouns");
static ROLE_MODIFIERS: WordList = word_list!("role_modifiers");
static TITLES: WordList = word_list!("titles");

/// Returns whether a word in lower case names an office or a trade, in the singular or with a plural `s`: `minister`,
/// `ministers`.
pub fn is_role(word: &str) -> bool {
    is_role_in(View::Rules, word)
        || nouns::is_occupation(word)
        || word.strip_suffix('s').is_some_and(nouns::is_occupation)
}

pub(super) fn is_role_in(view: View, word: &str) -> bool {
    let listed = |word: &str| ROLE_NOUNS.value_in(view, word).is_some();
    listed(word) || word.strip_suffix('s').is_some_and(listed)
}

/// Returns whether a word in lower case narrows an office down: `acting`, `foreign`, `vice`.
pub fn is_role_modifier(word: &str) -> bool {
    ROLE_MODIFIERS.contains(word)
}

/// Returns the pronoun that goes with a title before a name, or `None` if the word is no title.
pub fn title(word: &str) -> Option<Gender> {
    title_in(View::Rules, word)
}

pub(super) fn title_in(view: View, word: &str) -> Option<Gender> {
    TITLES.value_in(view, word).map(|pronoun| match pronoun {
        "he" => Gender::Masculine,
        "she" => Gender::Feminine,
        _ => Gender::Unknown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_go_with_a_pronoun() {
        assert_eq!(title("Mrs."), Some(Gender::Feminine));
        assert_eq!(title("Prof."), Some(Gender::Unknown));
        assert_eq!(title("Table"), None);
    }

    #[test]
    fn role_nouns_may_be_plural() {
        assert!(is_role("minister") && is_role("ministers") && !is_role("ministry"));
        assert!(is_role("headteacher") && is_role("goalkeepers") && !is_role("wife"));
    }
}
