//! Tokenization.
//!
//! A token is a word, a number, a quotation mark or a punctuation mark. Only white space and control characters are
//! between tokens.

use super::punctuation::{is_apostrophe, is_quotation_mark};
use super::span::Span;
use crate::lexicon;

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, abbreviation dots and, in small letters,
    /// hyphens (`don’t`, `co-founder`, `U.S.`, `Mr.`), or a web address.
    Word,
    /// The possessive ending `’s`; a bare apostrophe is a quotation mark.
    Possessive,
    /// Digits with inner signs (`1,000`, `3.5`), also with letters after (`1st`).
    Number,
    /// A mark that may open or close a quote.
    QuotationMark,
    /// Any other character, or a run of the same one.
    Punctuation,
}

/// A word, number or mark of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Byte at which it starts.
    start: u32,
    /// Its length in bytes.
    length: u16,
    /// Its kind.
    pub kind: TokenKind,
    /// Whether white space or the start of the text precedes it.
    pub spaced: bool,
}

impl Token {
    /// Returns its range in the text.
    pub fn span(&self) -> Span {
        let start = self.start as usize;
        Span::new(start, start + usize::from(self.length))
    }

    /// Returns the token's text.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        self.span().slice(text)
    }
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || is_combining(character)
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{64b}'..='\u{65f}' | '\u{5b0}'..='\u{5c7}')
}

/// How many bytes a token has at most; what is longer is several tokens.
const MAX_LENGTH: usize = u16::MAX as usize;

/// Splits a text into tokens.
///
/// ```
/// # #[cfg(feature = "training")] {
/// use whosaid::training::text::tokens::tokenize;
/// let text = "Mr. Lee’s “plan” cost $1,000.";
/// let words: Vec<&str> = tokenize(text).iter().map(|token| token.text(text)).collect();
/// assert_eq!(words, ["Mr.", "Lee", "’s", "“", "plan", "”", "cost", "$", "1,000", "."]);
/// # }
/// ```
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() || first.is_control() || matches!(first, '\u{feff}' | '\u{200b}' | '\u{ad}') {
            spaced = true;
            at += first.len_utf8();
            continue;
        }
        let rest = &text[at..text.floor_char_boundary(at + MAX_LENGTH)];
        let (length, kind) = match first {
            _ if !spaced && possessive_length(rest) > 0 => (possessive_length(rest), TokenKind::Possessive),
            _ if first.is_numeric() => scan_number(rest),
            '@' | '#' if rest[1..].starts_with(is_letter) => (1 + word_length(&rest[1..]), TokenKind::Word),
            _ if is_letter(first) => (address_length(rest).unwrap_or_else(|| word_length(rest)), TokenKind::Word),
            _ if is_quotation_mark(first) => (first.len_utf8(), TokenKind::QuotationMark),
            '.' | '-' | '_' | '*' | '=' => (run_length(rest, first), TokenKind::Punctuation),
            _ => (first.len_utf8(), TokenKind::Punctuation),
        };
        tokens.push(Token { start: at as u32, length: length as u16, kind, spaced });
        at += length;
        spaced = false;
    }
    tokens.shrink_to_fit();
    tokens
}

fn run_length(rest: &str, sign: char) -> usize {
    rest.len() - rest.trim_start_matches(sign).len()
}

/// Returns the length of a possessive ending at the start of `rest`, or 0.
pub fn possessive_length(rest: &str) -> usize {
    let mut characters = rest.chars();
    let (Some(first), Some(second)) = (characters.next(), characters.next()) else { return 0 };
    let ends = characters.next().is_none_or(|third| !is_letter(third));
    if is_apostrophe(first) && matches!(second, 's' | 'S') && ends { first.len_utf8() + 1 } else { 0 }
}

/// Within how many bytes the sign `://` of a web address ends.
const MAX_SCHEME: usize = 64;

/// Returns the length of a web address at the start of `rest`: up to white space, without closing punctuation.
fn address_length(rest: &str) -> Option<usize> {
    let lead = &rest.as_bytes()[..rest.len().min(8)];
    if !(lead.starts_with(b"http") || lead.starts_with(b"www.")) {
        return None;
    }
    let beginning = &rest.as_bytes()[..rest.len().min(MAX_SCHEME)];
    if !lead.starts_with(b"www.") && !beginning.windows(3).any(|signs| signs == b"://") {
        return None;
    }
    let end =
        rest.find(|character: char| character.is_whitespace() || is_quotation_mark(character)).unwrap_or(rest.len());
    let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']']);
    (address.contains("://") || address.starts_with("www.")).then_some(address.len())
}

fn scan_number(rest: &str) -> (usize, TokenKind) {
    let mut end = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next_is_digit = characters.peek().is_some_and(|(_, next)| next.is_numeric());
        if is_letter(character) || (matches!(character, ',' | '.' | ':' | '/') && next_is_digit) {
            end = at + character.len_utf8();
        } else if character == '-' && characters.peek().is_some_and(|(_, next)| is_letter(*next)) {
            end = at + 1;
        } else {
            break;
        }
    }
    (end, TokenKind::Number)
}

fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters_since_dot = 0;
    let mut initials = true;
    let mut has_capital = false;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let next_is_letter = next.is_some_and(is_letter);
        if is_letter(character) {
            letters_since_dot += 1;
            has_capital |= character.is_uppercase();
            end = at + character.len_utf8();
        } else if is_apostrophe(character) && next_is_letter {
            if possessive_length(&rest[at..]) > 0 {
                break;
            }
            initials = false;
            end = at + character.len_utf8();
        } else if matches!(character, '-' | '\u{2010}' | '\u{2011}') && next_is_letter {
            // A capitalized part of a compound is a token of its own: `UK-based`, `Meso-American`.
            let small = !has_capital && next.is_some_and(|next| !next.is_uppercase());
            if !small {
                break;
            }
            initials = false;
            letters_since_dot = 0;
            end = at + character.len_utf8();
        } else if matches!(character, '&' | '_') && next_is_letter {
            initials = false;
            letters_since_dot = 0;
            end = at + character.len_utf8();
        } else if character == '.' && initials && letters_since_dot == 1 {
            let single_capital = rest[..at].chars().next_back().is_some_and(char::is_uppercase);
            if !(next_is_letter || single_capital || rest[..at].contains('.')) {
                break;
            }
            letters_since_dot = 0;
            end = at + 1;
            // An initial before a full name ends the token: `J.Smith` is rare, `J. Smith` common.
            if !next_is_letter {
                break;
            }
        } else if character == '.' && is_abbreviation(&rest[..at]) {
            end = at + 1;
            break;
        } else {
            break;
        }
    }
    end.max(rest.chars().next().map_or(0, char::len_utf8))
}

fn is_abbreviation(word: &str) -> bool {
    word.len() <= 6 && word.starts_with(char::is_uppercase) && lexicon::is_abbreviation(&word.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|token| token.span().slice(text)).collect()
    }

    #[test]
    fn keeps_inner_apostrophes_and_splits_possessives() {
        assert_eq!(words("O’Neill don't dogs' Rutte's"), ["O’Neill", "don't", "dogs", "'", "Rutte", "'s"]);
    }

    #[test]
    fn keeps_the_dots_of_abbreviations() {
        assert_eq!(
            words("U.S. Sen. J. Doe, Ph.D. said no."),
            ["U.S.", "Sen.", "J.", "Doe", ",", "Ph", ".", "D.", "said", "no", "."]
        );
    }

    #[test]
    fn recognizes_numbers_and_addresses() {
        assert_eq!(
            words("“1,000.5” 17-year-old www.example.org/a."),
            ["“", "1,000.5", "”", "17-year-old", "www.example.org/a", "."]
        );
    }

    #[test]
    fn accepts_unusual_characters() {
        assert_eq!(words("\0a\u{feff} 👍🏽 שלום.").len(), 5);
    }
}
