//! Grammatical gender of English third-person pronouns.

/// The third-person pronoun that a word goes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// `he`
    Masculine,
    /// `she`
    Feminine,
    /// Either, or not known.
    Unknown,
}
