//! Quotation marks, apostrophes and dashes.

/// A family of quotation marks that pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkFamily {
    /// `"…"`, `“…”`, `„…“`, `''…''`
    Double,
    /// `«…»`
    Angle,
    /// `'…'`, `‘…’`, `‹…›`
    Single,
}

/// All quotation marks, each with its family.
const QUOTATION_MARKS: &[(&str, MarkFamily)] = &[
    ("\"", MarkFamily::Double),
    ("“", MarkFamily::Double),
    ("”", MarkFamily::Double),
    ("„", MarkFamily::Double),
    ("‟", MarkFamily::Double),
    ("''", MarkFamily::Double),
    ("``", MarkFamily::Double),
    ("«", MarkFamily::Angle),
    ("»", MarkFamily::Angle),
    ("‹", MarkFamily::Single),
    ("›", MarkFamily::Single),
    ("‘", MarkFamily::Single),
    ("’", MarkFamily::Single),
    ("‚", MarkFamily::Single),
    ("‛", MarkFamily::Single),
    ("'", MarkFamily::Single),
    ("`", MarkFamily::Single),
];

/// Returns whether a character can open or close a quote.
pub fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '‛' | '\'' | '`')
}

/// Returns the family of a quotation mark, or `None` for any other token.
pub fn mark_family(mark: &str) -> Option<MarkFamily> {
    QUOTATION_MARKS.iter().find(|(known, _)| *known == mark).map(|(_, family)| *family)
}

/// Returns whether a character can be an apostrophe.
pub fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

/// Returns whether a token is a dash or a hyphen.
pub fn is_dash(token: &str) -> bool {
    token == "-" || is_long_dash(token)
}

/// Returns whether a token is a dash, but not a hyphen.
pub fn is_long_dash(token: &str) -> bool {
    matches!(token, "—" | "–" | "―" | "--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_consists_of_quotation_characters() {
        for (mark, _) in QUOTATION_MARKS {
            assert!(mark.chars().all(is_quotation_mark), "{mark}");
        }
        assert_eq!(mark_family("«"), Some(MarkFamily::Angle));
        assert_eq!(mark_family("-"), None);
    }

    #[test]
    fn a_hyphen_is_a_dash_only_by_itself() {
        assert!(is_dash("-") && !is_long_dash("-") && is_long_dash("–") && !is_dash("co-op"));
    }
}
