//! Words that a line end parts.

use crate::text::span::Span;
use crate::vocabulary::is_common_word;

/// What to do about the end of a line that goes on in the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEndHyphen {
    /// No word is parted.
    None,
    /// The line ends in a hyphen or dash of its own: only the line end is left out.
    Keep,
    /// The hyphen, of so many bytes, stands for the line end.
    Drop(usize),
}

/// First parts of words that keep their hyphen.
const KEPT_PREFIXES: &[&str] = &[
    "all", "anti", "co", "cross", "ex", "full", "half", "high", "left", "long", "low", "mid", "multi", "non", "one",
    "part", "post", "pre", "pro", "right", "self", "semi", "short", "so", "three", "top", "two", "well",
];

/// Decides whether the hyphen at the end of a line belongs to a word.
pub fn line_end_hyphen(text: &str, line: Span, next: Span) -> LineEndHyphen {
    let (before, after) = (line.slice(text), next.slice(text));
    let Some(last) = before.chars().next_back() else { return LineEndHyphen::None };
    if last == '\u{ad}' {
        return LineEndHyphen::Drop(last.len_utf8());
    }
    if !matches!(last, '-' | '\u{2010}' | '—' | '/') {
        return LineEndHyphen::None;
    }
    let stem = &before[..before.len() - last.len_utf8()];
    if stem.ends_with(|character: char| character.is_whitespace() || character == '-') || stem.is_empty() {
        return LineEndHyphen::None;
    }
    let first_half = stem.rsplit(|character: char| !character.is_alphabetic()).next().unwrap_or("");
    let second_half = after.split(|character: char| !character.is_alphabetic()).next().unwrap_or("");
    let parts_word = matches!(last, '-' | '\u{2010}')
        && !first_half.is_empty()
        && after.starts_with(char::is_lowercase)
        && !keeps_hyphen(text, &first_half.to_lowercase(), &second_half.to_lowercase());
    if parts_word { LineEndHyphen::Drop(last.len_utf8()) } else { LineEndHyphen::Keep }
}

/// Returns whether a compound has a hyphen anyway: `well-known`, but not `exami-nation`.
fn keeps_hyphen(text: &str, first: &str, second: &str) -> bool {
    if is_common_word(&format!("{first}{second}")) {
        return false;
    }
    KEPT_PREFIXES.contains(&first)
        || text.contains(&format!("{first}-{second}"))
        || (first.len() > 2 && second.len() > 2 && is_common_word(first) && is_common_word(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hyphen(line: &str, next: &str) -> LineEndHyphen {
        let text = format!("{line}\n{next}");
        line_end_hyphen(&text, Span::new(0, line.len()), Span::new(line.len() + 1, text.len()))
    }

    #[test]
    fn tells_halves_of_words_from_compounds() {
        use LineEndHyphen::{Drop, Keep, None};
        for (line, next, expected) in [
            ("the exami-", "nation of", Drop(1)),
            ("the inter\u{ad}", "national of", Drop(2)),
            ("Mr. Zyskow-", "ski said", Drop(1)),
            ("a well-", "known man", Keep),
            ("the Anglo-", "Irish treaty", Keep),
            ("in 2004-", "05 he", Keep),
            ("he came—", "and went", Keep),
            ("he came -", "and went", None),
            ("he came --", "and went", None),
            ("he came", "and went", None),
        ] {
            assert_eq!(hyphen(line, next), expected, "{line} {next}");
        }
    }
}
