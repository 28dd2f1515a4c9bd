//! Look-ups for features: the lists as they were when the models were last trained.
//!
//! Features call these instead of the look-ups for rules, so that a new entry of a list does not shift the inputs of
//! the models; see [`word_list`](super::word_list).

use super::reporting_verbs::{self, ReportingVerb};
use super::word_list::View;
use super::{function_words, gazetteer, given_names, nouns, roles};

/// Returns whether a word is a common given name.
pub fn is_given_name(word: &str) -> bool {
    given_names::given_name_in(View::Features, word).is_some()
}

/// Returns whether a name is a country, state, large city or region.
pub fn is_place(name: &str) -> bool {
    gazetteer::is_place_in(View::Features, name)
}

/// Returns whether a name is a nationality, a religion or a party's followers.
pub fn is_group(name: &str) -> bool {
    gazetteer::is_group_in(View::Features, name)
}

/// Returns whether a name is an organization, although no word in it says so.
pub fn is_organization(name: &str) -> bool {
    gazetteer::is_organization_in(View::Features, name)
}

/// Returns whether a word in lower case names an office or a trade.
pub fn is_role(word: &str) -> bool {
    roles::is_role_in(View::Features, word)
}

/// Returns whether a word is a title that stands before a name.
pub fn is_title(word: &str) -> bool {
    roles::title_in(View::Features, word).is_some()
}

/// Returns whether a word in lower case is the name of a month or weekday.
pub fn is_calendar_name(word: &str) -> bool {
    function_words::is_calendar_name_in(View::Features, word)
}

/// Returns whether a capitalized word marks the name it belongs to as an organization's.
pub fn is_organization_word(word: &str) -> bool {
    nouns::is_organization_word_in(View::Features, word)
}

/// Returns whether a word in lower case is a preposition.
pub fn is_preposition(word: &str) -> bool {
    function_words::is_preposition_in(View::Features, word)
}

/// Returns whether a word in lower case begins a noun phrase.
pub fn is_determiner(word: &str) -> bool {
    function_words::is_determiner_in(View::Features, word)
}

/// Returns whether a word in lower case is an auxiliary verb.
pub fn is_auxiliary(word: &str) -> bool {
    function_words::is_auxiliary_in(View::Features, word)
}

/// Returns the reporting verb of which a word is a form.
pub fn reporting_verb(word: &str) -> Option<ReportingVerb> {
    reporting_verbs::reporting_verb_in(View::Features, word)
}

/// Returns whether a word is a present or past form of a verb that introduces speech.
pub fn is_speech_verb(word: &str) -> bool {
    reporting_verb(word).is_some_and(ReportingVerb::introduces_speech)
}
