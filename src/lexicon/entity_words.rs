//! Words that say what kind of thing a name stands for.

use super::word_list::{WordList, word_list};

static EVENT_WORDS: WordList = word_list!("event_words");
static HELD_EVENTS: WordList = word_list!("held_events");
static LAW_WORDS: WordList = word_list!("law_words");
static LANGUAGES: WordList = word_list!("languages");
static BUILDING_WORDS: WordList = word_list!("building_words");
static DOLLAR_COUNTRIES: WordList = word_list!("dollar_countries");
static POUND_COUNTRIES: WordList = word_list!("pound_countries");
static CURRENCIES: WordList = word_list!("currencies");

/// Returns whether a word marks a name as an event: `Festival`.
pub fn is_event_word(word: &str) -> bool {
    EVENT_WORDS.contains(word)
}

/// Returns whether a word names an event that is called after the place where it is held: `Summit`.
pub fn is_held_event(word: &str) -> bool {
    HELD_EVENTS.contains(word)
}

/// Returns whether a word marks a name as a law or a treaty: `Protocol`.
pub fn is_law_word(word: &str) -> bool {
    LAW_WORDS.contains(word)
}

/// Returns whether a word is the name of a language.
pub fn is_language(word: &str) -> bool {
    LANGUAGES.contains(word)
}

/// Returns whether a word is the last one of a building's name, and not a family name: `Hospital`.
pub fn is_building_word(word: &str) -> bool {
    BUILDING_WORDS.contains(word)
}

/// Returns whether a word belongs to the name of a country, besides the United States, whose currency is a dollar.
pub fn is_dollar_country(word: &str) -> bool {
    DOLLAR_COUNTRIES.contains(word)
}

/// Returns whether a word belongs to the name of a country, besides Britain, whose currency is a pound.
pub fn is_pound_country(word: &str) -> bool {
    POUND_COUNTRIES.contains(word)
}

/// Returns the ISO 4217 code of a currency's sign or name in lower case: `yen`, `us$`.
pub fn currency_code(sign: &str) -> Option<&'static str> {
    CURRENCIES.value(sign)
}
