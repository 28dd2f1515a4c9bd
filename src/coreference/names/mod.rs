//! Name matching: which names are of one person.

mod bearers;
pub mod matching;
pub mod people;
pub mod short_organizations;
pub mod told_gender;
