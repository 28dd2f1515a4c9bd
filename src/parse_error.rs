//! The error of parsing a name.

use std::fmt;

/// A name that is not known; the message lists the ones that are, or their form.
///
/// ```
/// use whosaid::Offsets;
/// let error = "utf-8".parse::<Offsets>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown offsets “utf-8”: use utf-16, codepoint or byte");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    message: String,
}

impl ParseError {
    pub(crate) fn new(message: String) -> Self {
        Self { message }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for ParseError {}
