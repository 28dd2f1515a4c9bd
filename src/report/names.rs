//! The names of a report's values, as they are serialized.

use std::fmt;

use serde::Serialize;

use super::{Basis, MarkedKind, MentionForm, NonQuotationKind, Offsets, ParagraphRole, Stance, Tense};

/// Displays a value by its name in reports.
macro_rules! display_names {
    ($($type:ty)+) => {$(
        /// Its name in reports.
        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                self.serialize(formatter)
            }
        }
    )+};
}

display_names! { Basis MarkedKind MentionForm NonQuotationKind Offsets ParagraphRole Stance Tense }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_parsed_from_what_they_display() {
        for offsets in [Offsets::Utf16, Offsets::CodePoint, Offsets::Byte] {
            assert_eq!(offsets.to_string().parse(), Ok(offsets));
            assert_eq!(serde_json::to_string(&offsets).unwrap(), format!("\"{offsets}\""));
        }
        let error = "utf-8".parse::<Offsets>().unwrap_err();
        assert_eq!(error.to_string(), "unknown offsets “utf-8”: use utf-16, codepoint or byte");
    }
}
