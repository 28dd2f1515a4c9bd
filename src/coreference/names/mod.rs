//! Names joined into people: full and short forms, initials, nicknames.

pub mod matching;
pub mod people;
