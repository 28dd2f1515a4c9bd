//! Name matching: which names are of one person.

mod bearers;
pub mod matching;
pub mod people;
pub mod told_gender;
