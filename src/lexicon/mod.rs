//! Word lists that several stages share, all of our own compiling, with a typed look-up for each.
//!
//! The lists are text files; [`word_list`] documents their format and how to change them.

pub mod anonymity_phrases;
mod case;
pub mod entity_words;
mod function_words;
pub mod gazetteer;
mod gender;
pub mod gendered_nouns;
pub mod given_names;
pub mod language_words;
pub mod nouns;
pub mod page_words;
pub mod quotation_words;
pub mod reporting_verbs;
mod roles;
mod segmentation;
pub mod stances;
pub mod trained;
pub mod verb_forms;
pub mod word_list;

pub use case::to_lowercase;
pub use function_words::{
    is_adverb, is_auxiliary, is_calendar_name, is_conjunction, is_determiner, is_form_of_be, is_function_word,
    is_preposition, is_subject_pronoun,
};
pub use gender::Gender;
pub use roles::{is_role, is_role_modifier, title};
pub use segmentation::{is_abbreviation, is_sentence_starter};
