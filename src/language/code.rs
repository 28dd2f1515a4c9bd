//! The type of a language.

use serde::{Deserialize, Serialize};

use crate::parse_error::ParseError;

/// A language, by its ISO 639-1 code (`en`, `de`), or [`Language::UNDETERMINED`].
///
/// ```
/// use whosaid::Language;
/// let german: Language = "de".parse()?;
/// assert_eq!(german.code(), "de");
/// assert!("German".parse::<Language>().is_err());
/// # Ok::<(), whosaid::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Language {
    /// Two or three small letters of ASCII; the third is a zero where there are two.
    letters: [u8; 3],
}

impl Language {
    /// English.
    pub const ENGLISH: Self = Self { letters: *b"en\0" };
    /// A language that the text does not tell; its code is `und`, as in ISO 639-2.
    pub const UNDETERMINED: Self = Self { letters: *b"und" };

    /// Creates a language from a code in a table of this program, which has two letters.
    pub(crate) const fn from_table(code: &str) -> Self {
        match *code.as_bytes() {
            [first, second] => Self { letters: [first, second, 0] },
            _ => Self::UNDETERMINED,
        }
    }

    /// Returns the code: two letters, or `und`.
    pub fn code(&self) -> &str {
        let length = if self.letters[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.letters[..length]).unwrap_or("und")
    }
}

impl std::str::FromStr for Language {
    type Err = ParseError;

    fn from_str(code: &str) -> Result<Self, ParseError> {
        match *code.as_bytes() {
            [first, second] if first.is_ascii_lowercase() && second.is_ascii_lowercase() => {
                Ok(Self { letters: [first, second, 0] })
            }
            [b'u', b'n', b'd'] => Ok(Self::UNDETERMINED),
            _ => {
                Err(ParseError::new(format!("“{code}” is not a language: use a code of ISO 639-1, such as en, or und")))
            }
        }
    }
}

impl TryFrom<String> for Language {
    type Error = ParseError;

    fn try_from(code: String) -> Result<Self, ParseError> {
        code.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.code().to_owned()
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.pad(self.code())
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serializes_as_its_code() {
        for language in [Language::ENGLISH, Language::UNDETERMINED] {
            let json = serde_json::to_string(&language).unwrap();
            assert_eq!(json, format!("\"{language}\""));
            assert_eq!(serde_json::from_str::<Language>(&json).unwrap(), language);
        }
        assert!(serde_json::from_str::<Language>("\"English\"").is_err());
    }
}
