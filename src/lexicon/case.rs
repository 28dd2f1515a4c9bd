//! Letter case.

use std::borrow::Cow;

/// Lower-cases a word for a look-up; borrows it where it has no capital.
pub fn to_lowercase(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return word.into();
    }
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
}
