//! The rules by which sources are resolved, a file each.

pub mod coordination;
pub mod demonym;
pub mod description;
pub mod first_person;
pub mod name;
pub mod plural_anaphor;
pub mod pronoun;
pub mod relative_clause;
pub mod sentence_subject;
pub mod unknown_name;
