//! Quotation marks and dashes: one table each, for all stages.

/// Which marks pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkFamily {
    /// `"…"`, `“…”`, `„…“`, `''…''`
    Double,
    /// `«…»`
    Angle,
    /// `'…'`, `‘…’`, `‹…›`
    Single,
}

/// Quotation marks as they stand in a text, with the family that each belongs to.
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

/// Whether a character can open or close a quote.
pub fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '‛' | '\'' | '`')
}

/// The family of a quotation mark; nothing for any other word.
pub fn mark_family(mark: &str) -> Option<MarkFamily> {
    QUOTATION_MARKS.iter().find(|(known, _)| *known == mark).map(|(_, family)| *family)
}

/// Whether a character can stand for an apostrophe.
pub fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

/// Whether a token is a dash, a hyphen that stands alone included.
pub fn is_dash(token: &str) -> bool {
    token == "-" || is_long_dash(token)
}

/// Whether a token is a dash and no hyphen.
pub fn is_long_dash(token: &str) -> bool {
    matches!(token, "—" | "–" | "―" | "--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_every_single_mark() {
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
