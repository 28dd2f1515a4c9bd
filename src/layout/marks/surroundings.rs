//! What stands around marks, and what it costs to read them one way or another there.

use super::costs::*;
use super::glyphs::{Family, Glyph, may_begin_glyph};
use super::window::{REACH, head, is_blank};
use super::wording::attribution;
use crate::lexicon;
use crate::lexicon::quotation_words::is_elided_word;

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The paragraph's edge.
    Edge,
    Blank,
    Capital,
    Small,
    Digit,
    /// `.`, `!`, `?`, `…`
    Terminal,
    /// `,`, `;`, `:`, `%`, `)` and what else stands behind a word.
    Closing,
    /// `(`, `[`, `$`, `#` and what else stands before a word.
    Opening,
    /// `—`, `–`, `--`
    Dash,
    /// `-`, `/`
    Hyphen,
    /// A glyph of quotation marks.
    Mark,
}

impl Side {
    fn of(character: Option<char>) -> Self {
        match character {
            None => Self::Edge,
            Some(character) if character.is_whitespace() => Self::Blank,
            Some(character) if character.is_numeric() => Self::Digit,
            Some(character) if character.is_alphabetic() => {
                if character.is_lowercase() {
                    Self::Small
                } else {
                    Self::Capital
                }
            }
            Some('.' | '!' | '?' | '…') => Self::Terminal,
            Some('(' | '[' | '{' | '<' | '$' | '£' | '€' | '#' | '@' | '¿' | '¡' | '*' | '_' | '&' | '+') => {
                Self::Opening
            }
            Some('—' | '–' | '―') => Self::Dash,
            Some('-' | '/' | '\\' | '=' | '|') => Self::Hyphen,
            Some(character) if may_begin_glyph(character) => Self::Mark,
            Some(_) => Self::Closing,
        }
    }

    /// Whether it is a letter or a digit.
    pub fn is_letter(self) -> bool {
        matches!(self, Self::Capital | Self::Small | Self::Digit)
    }
}

/// Marks that stand together, and what is around them.
pub(super) struct Run<'t> {
    line: &'t str,
    start: usize,
    end: usize,
    /// What stands before them.
    pub left: Side,
    /// What stands behind them.
    pub right: Side,
    /// What stands behind a blank to the right, or to the right.
    next: Side,
    /// Whether a sentence ends before the marks, with a blank behind it, and another begins behind them.
    pub may_begin_paragraph: bool,
}

impl<'t> Run<'t> {
    /// Looks around the marks between two bytes of a line.
    pub fn new(line: &'t str, start: usize, end: usize) -> Self {
        let before = line[..start].chars().next_back();
        let after = line[end..].chars().next();
        let mut left = Side::of(before);
        if before == Some('-') && line[..start].ends_with("--") {
            left = Side::Dash;
        }
        let mut right = Side::of(after);
        if line[end..].starts_with("--") {
            right = Side::Dash;
        } else if line[end..].starts_with("...") || after == Some('…') {
            // Words left out begin a quoted span as well as they end one.
            right = if left == Side::Blank || left == Side::Edge { Side::Opening } else { Side::Closing };
        }
        let is_edge = |rest: &str| rest.chars().all(char::is_whitespace);
        if left == Side::Blank && is_edge(tail(&line[..start])) && start <= REACH {
            left = Side::Edge;
        }
        if right == Side::Blank && is_edge(head(&line[end..])) && line.len() - end <= REACH {
            right = Side::Edge;
        }
        let next = Side::of(line[end..].chars().take(REACH).find(|character| !character.is_whitespace()));
        let ends_sentence = left == Side::Blank
            && tail(&line[..start])
                .trim_end_matches(|character: char| {
                    is_blank(character) || may_begin_glyph(character) || character == ')'
                })
                .ends_with(['.', '!', '?', '…']);
        let may_begin_paragraph = ends_sentence && matches!(next, Side::Capital | Side::Digit | Side::Opening);
        Self { line, start, end, left, right, next, may_begin_paragraph }
    }

    fn blank_inside(glyph: &Glyph) -> Cost {
        match (glyph.family, glyph.is_straight()) {
            (Family::Angle | Family::SingleAngle, _) => 0,
            (_, false) => BLANK_INSIDE_DIRECTED,
            (Family::Single, true) => BLANK_INSIDE_SINGLE,
            (_, true) => BLANK_INSIDE_STRAIGHT,
        }
    }

    /// What it costs a glyph to open here, beside its own cost.
    pub fn opening_cost(&self, glyph: &Glyph) -> Cost {
        let left = match self.left {
            Side::Edge | Side::Blank | Side::Opening | Side::Dash | Side::Mark => 0,
            Side::Hyphen => OPENS_BEHIND_HYPHEN,
            Side::Terminal | Side::Closing => OPENS_BEHIND_SIGN,
            Side::Capital | Side::Small | Side::Digit => OPENS_BEHIND_LETTER,
        };
        let right = match self.right {
            Side::Capital | Side::Small | Side::Digit | Side::Opening | Side::Dash | Side::Hyphen | Side::Mark => 0,
            Side::Blank => Self::blank_inside(glyph),
            Side::Terminal | Side::Closing => OPENS_BEFORE_SIGN,
            Side::Edge => OPENS_AT_END,
        };
        let elision = if glyph.is_apostrophe && self.is_elision() { OPENS_ELISION } else { 0 };
        left + right + elision + if glyph.family.is_single() { SINGLE_OPENS } else { 0 }
    }

    /// What it costs a glyph to close here, beside its own cost.
    pub fn closing_cost(&self, glyph: &Glyph) -> Cost {
        let left = match self.left {
            Side::Blank => Self::blank_inside(glyph),
            Side::Edge => CLOSES_AT_START,
            Side::Opening => CLOSES_BEHIND_BRACKET,
            _ => 0,
        };
        let right = match self.right {
            Side::Capital | Side::Small | Side::Digit if glyph.is_apostrophe => SINGLE_CLOSES_BEFORE_LETTER,
            Side::Capital | Side::Small | Side::Digit => CLOSES_BEFORE_LETTER,
            Side::Opening => CLOSES_BEFORE_OPENING_SIGN,
            _ => 0,
        };
        let possessive = if glyph.is_apostrophe && self.is_possessive() && self.next == Side::Small {
            CLOSES_LIKE_POSSESSIVE
        } else {
            0
        };
        left + right + possessive
    }

    /// What it costs to read a glyph as no quotation mark.
    pub fn ignoring_cost(&self, glyph: &Glyph, at: usize, is_last: bool) -> Cost {
        if !glyph.is_apostrophe {
            let behind_number = glyph.family == Family::Double && self.left == Side::Digit && at == self.start;
            return match glyph.family {
                Family::Double if behind_number && self.is_behind_feet() => FEET_AND_INCHES,
                Family::Double if behind_number && !self.right.is_letter() => INCHES,
                Family::Double | Family::Angle => STRAY,
                Family::Single | Family::SingleAngle => STRAY_SINGLE,
            };
        }
        let follows_word = at == self.start && matches!(self.left, Side::Capital | Side::Small | Side::Digit);
        let precedes_word = is_last && self.right.is_letter();
        if precedes_word && self.is_elision() {
            return ELISION;
        }
        if follows_word {
            let before = tail(&self.line[..self.start]);
            let is_elided = |apostrophe: char| {
                before.rsplit_once(apostrophe).is_some_and(|(_, word)| is_elided_word(&lexicon::to_lowercase(word)))
            };
            return match self.left {
                Side::Digit => FEET,
                _ if self.is_possessive() => POSSESSIVE,
                _ if before.ends_with("in") => DROPPED_G,
                _ if is_elided('\'') || is_elided('’') || is_elided('‘') => ELISION,
                _ => FINAL_APOSTROPHE,
            };
        }
        if precedes_word {
            return if glyph.opens < glyph.closes { TURNED_ELISION } else { UNKNOWN_ELISION };
        }
        STRAY_APOSTROPHE
    }

    /// `,” she said`
    pub fn precedes_attribution(&self) -> bool {
        matches!(self.left, Side::Terminal | Side::Closing)
            && self.right == Side::Blank
            && attribution(&self.line[self.end..]).is_some()
    }

    /// `“No.” – Jane Doe “`
    pub fn follows_signature(&self) -> bool {
        let before = tail(&self.line[..self.start]);
        let Some((dash, name)) = before
            .char_indices()
            .rev()
            .find(|(_, character)| matches!(character, '—' | '–' | '―'))
            .map(|(at, character)| (&before[..at], &before[at + character.len_utf8()..]))
        else {
            return false;
        };
        let words = || name.split_whitespace();
        let is_name = |word: &str| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '.' | '-' | '’' | '\''))
        };
        (1..=4).contains(&words().count()) && words().all(is_name) && dash.trim_end().ends_with(may_begin_glyph)
    }

    /// `the dogs'`
    fn is_possessive(&self) -> bool {
        self.line[..self.start].ends_with(['s', 'S', 'z', 'x'])
    }

    /// `6'2"`
    fn is_behind_feet(&self) -> bool {
        let digits =
            tail(&self.line[..self.start]).trim_end_matches(|character: char| character.is_numeric()).trim_end();
        digits.strip_suffix(['\'', '’', '′']).is_some_and(|feet| feet.ends_with(char::is_numeric))
    }

    /// `'em`, `'90s`, `'04`
    fn is_elision(&self) -> bool {
        let rest = head(&self.line[self.end..]);
        let word = &rest[..rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len())];
        let digits = word.trim_end_matches('s');
        let is_year = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit());
        is_year || is_elided_word(&lexicon::to_lowercase(word))
    }
}

/// The last characters of a text, no more than are looked at.
pub(super) fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    &text[start..]
}
