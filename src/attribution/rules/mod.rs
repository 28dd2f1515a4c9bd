//! The rules of attribution, a file each.

pub mod ambiguous_name;
pub mod continued;
pub mod coordination;
pub mod described;
pub mod dialogue_turn;
pub mod enclosing;
pub mod interview_answer;
pub mod named;
pub mod nearest_match;
pub mod plural_anaphor;
pub mod pronoun;
pub mod role;
pub mod sentence_subject;
pub mod unnamed_source;
