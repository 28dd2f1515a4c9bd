//! Name matching: which names are of one person.

pub mod matching;
pub mod people;
