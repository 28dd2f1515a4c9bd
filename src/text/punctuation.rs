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

/// Whether a quotation mark opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkDirection {
    /// It opens.
    Opening,
    /// It opens, but is often typed where a quote ends.
    UsuallyOpening,
    /// It closes, but is often typed where a quote begins.
    UsuallyClosing,
    /// It opens, unless a mark of its family is open: `«…»` and `»…«` are both in use.
    OpeningOrClosing,
    /// Only the white space around it tells; single marks can be apostrophes, too.
    Ambiguous,
}

/// A quotation mark and its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotationMark {
    /// The mark itself.
    pub text: &'static str,
    /// The marks that it pairs with.
    pub family: MarkFamily,
    /// Whether it opens or closes.
    pub direction: MarkDirection,
    /// Opening marks that it closes in some languages, whatever its direction: `„…“`.
    pub closes: &'static [&'static str],
}

impl QuotationMark {
    const fn new(text: &'static str, family: MarkFamily, direction: MarkDirection) -> Self {
        Self { text, family, direction, closes: &[] }
    }

    const fn closing(self, closes: &'static [&'static str]) -> Self {
        Self { closes, ..self }
    }
}

/// All quotation marks: a new mark of one character needs an entry here, and nothing else.
const QUOTATION_MARKS: &[QuotationMark] = {
    use MarkDirection::{Ambiguous, Opening, OpeningOrClosing, UsuallyClosing, UsuallyOpening};
    use MarkFamily::{Angle, Double, Single};
    &[
        QuotationMark::new("\"", Double, Ambiguous),
        QuotationMark::new("“", Double, UsuallyOpening).closing(&["„"]),
        QuotationMark::new("”", Double, UsuallyClosing),
        QuotationMark::new("„", Double, Opening),
        QuotationMark::new("‟", Double, Opening),
        QuotationMark::new("''", Double, Ambiguous),
        QuotationMark::new("``", Double, Opening),
        QuotationMark::new("«", Angle, Opening).closing(&["»"]),
        QuotationMark::new("»", Angle, OpeningOrClosing),
        QuotationMark::new("‹", Single, Opening),
        QuotationMark::new("›", Single, OpeningOrClosing),
        QuotationMark::new("‘", Single, Ambiguous).closing(&["‚"]),
        QuotationMark::new("’", Single, Ambiguous),
        QuotationMark::new("‚", Single, Opening),
        QuotationMark::new("‛", Single, Ambiguous).closing(&["‚"]),
        QuotationMark::new("'", Single, Ambiguous),
        QuotationMark::new("`", Single, Ambiguous),
    ]
};

/// Returns whether a character can open or close a quote.
pub fn is_quotation_mark(character: char) -> bool {
    QUOTATION_MARKS.iter().any(|mark| mark.text.starts_with(character))
}

/// Returns the quotation mark that a token is, if it is one.
pub fn quotation_mark(token: &str) -> Option<&'static QuotationMark> {
    QUOTATION_MARKS.iter().find(|mark| mark.text == token)
}

/// Returns whether a token is one character that can stand for an apostrophe.
pub fn is_apostrophe_token(token: &str) -> bool {
    let mut characters = token.chars();
    characters.next().is_some_and(is_apostrophe) && characters.next().is_none()
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
    fn the_table_has_every_mark_once() {
        for mark in QUOTATION_MARKS {
            assert!(mark.text.chars().all(is_quotation_mark), "{}", mark.text);
            assert_eq!(quotation_mark(mark.text), Some(mark));
        }
        assert_eq!(quotation_mark("«").map(|mark| mark.family), Some(MarkFamily::Angle));
        assert!(quotation_mark("-").is_none() && !is_quotation_mark('-'));
    }

    #[test]
    fn only_a_single_character_is_an_apostrophe() {
        assert!(is_apostrophe_token("’") && is_apostrophe_token("'") && !is_apostrophe_token("''"));
    }

    #[test]
    fn a_hyphen_is_a_dash_only_by_itself() {
        assert!(is_dash("-") && !is_long_dash("-") && is_long_dash("–") && !is_dash("co-op"));
    }
}
