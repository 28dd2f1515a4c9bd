//! Finds the marks of a paragraph, and the places where one may have been lost, with the cost of each reading.

use super::costs::*;
use super::glyphs::{Family, GLYPHS, Glyph, glyph_at, may_begin_glyph};
use crate::layout::lines::is_line_end;
use crate::lexicon;
use crate::lexicon::quotation_words::is_elided_word;
use crate::lexicon::reporting_verbs::{ReportingVerb, reporting_verb};
use crate::text::span::Span;

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EventKind {
    /// A mark, by its place in the table of glyphs.
    Mark(usize),
    /// Nothing, but a closing mark may have been lost.
    LostClosing,
    /// Nothing, but an opening mark may have been lost.
    LostOpening,
}

/// A mark or the place of a lost one, with the costs of its readings.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// What it is.
    pub kind: EventKind,
    /// What it costs to open, beside the glyph's own cost.
    pub opens: Cost,
    /// What it costs to close, beside the glyph's own cost.
    pub closes: Cost,
    /// What it costs to do neither; for the place of a lost mark, inside a quoted span.
    pub ignored: Cost,
    /// What it costs to begin a paragraph here.
    pub begins_paragraph: Cost,
    /// What it costs if the text before it stands outside quotation marks.
    pub outside: Cost,
    /// What it costs if a span is open behind it.
    pub inside: Cost,
    /// Whether the name of who spoke stands before it, behind a dash: `“No.” – Jane Doe “Yes.”`
    pub follows_signature: bool,
    /// Whether it is a sign for inches or seconds, if it is no quotation mark.
    pub is_prime: bool,
}

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
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

    fn is_letter(self) -> bool {
        matches!(self, Self::Capital | Self::Small | Self::Digit)
    }
}

/// How many characters beside a mark are looked at.
const REACH: usize = 40;

/// Finds the events of a paragraph, from the byte `start` of the text on.
///
/// Apostrophes inside words that are not written `’` are set apart.
pub(super) fn find_events(text: &str, start: usize, end: usize, events: &mut Vec<Event>, apostrophes: &mut Vec<Span>) {
    events.clear();
    apostrophes.clear();
    let line = &text[start..end];
    if !line.contains(may_begin_glyph) {
        return;
    }
    let mut scanner = Scanner { line, events, apostrophes, offset: start, gap: 0, sentence: None, address_end: 0 };
    scanner.scan();
}

struct Scanner<'t, 'e> {
    line: &'t str,
    events: &'e mut Vec<Event>,
    apostrophes: &'e mut Vec<Span>,
    /// Where the line begins in the text.
    offset: usize,
    /// The end of the last mark.
    gap: usize,
    /// The last beginning of a sentence since the last mark.
    sentence: Option<usize>,
    /// The end of the web address that was met last.
    address_end: usize,
}

impl Scanner<'_, '_> {
    fn scan(&mut self) {
        let line = self.line;
        let first = line.find(|character: char| !character.is_whitespace()).unwrap_or(0);
        if !line[first..].starts_with(may_begin_glyph) {
            self.push_lost(first, EventKind::LostOpening, LOST_AT_START, 0);
        }
        let mut at = 0;
        let mut before_character = None;
        while let Some(character) = line[at..].chars().next() {
            if may_begin_glyph(character) && at >= self.address_end {
                at = self.scan_marks(at);
                before_character = line[..at].chars().next_back();
                continue;
            }
            let next = at + character.len_utf8();
            match character {
                ',' | '?' | '!' if line[next..].starts_with(is_blank) => {
                    if let Some(ends) = attribution(&line[next..]) {
                        let inside = if ends { ATTRIBUTION_INSIDE } else { ATTRIBUTION_GOES_ON_INSIDE };
                        self.push_lost(next, EventKind::LostClosing, LOST_BEFORE_ATTRIBUTION, inside);
                    }
                }
                ':' if at >= self.address_end && line[next..].starts_with("//") => self.skip_address(at),
                'w' if at >= self.address_end && line[at..].starts_with("www.") => self.skip_address(at),
                _ => {}
            }
            if is_blank(character) && matches!(before_character, Some('.' | '!' | '?' | '…')) {
                let rest = line[next..].chars().next();
                if rest.is_some_and(char::is_uppercase) {
                    self.sentence = Some(next);
                }
            }
            before_character = Some(character);
            at = next;
        }
    }

    /// Skips the rest of a web address, in which marks are letters like others; one mark at its end is no part of it.
    fn skip_address(&mut self, at: usize) {
        let rest = &self.line[at..];
        let address = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
        let without_end = address.trim_end_matches(|character: char| {
            may_begin_glyph(character) || matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
        });
        self.address_end = at + if without_end.contains(may_begin_glyph) { address } else { without_end }.len();
    }

    fn push_lost(&mut self, at: usize, kind: EventKind, cost: Cost, ignored: Cost) {
        self.events.push(Event {
            start: self.offset + at,
            end: self.offset + at,
            kind,
            opens: cost,
            closes: cost,
            ignored,
            begins_paragraph: IMPOSSIBLE,
            outside: 0,
            inside: 0,
            follows_signature: false,
            is_prime: false,
        });
    }

    /// Adds the marks that stand together at a byte; returns the byte behind them.
    fn scan_marks(&mut self, start: usize) -> usize {
        let line = self.line;
        let length = line[start..].find(|character| !may_begin_glyph(character)).unwrap_or(line.len() - start);
        let end = start + length;
        let run = Run::new(line, start, end);
        let mut at = start;
        let mut previous = None;
        let may_close = !matches!(run.left, Side::Blank | Side::Edge | Side::Opening | Side::Dash);
        while at < end {
            let Some(mut glyph) = glyph_at(&line[at..end]) else { break };
            if GLYPHS[glyph].is_triple() && !(may_close && at == start) {
                let second = line[at..end].char_indices().nth(2).map_or(end, |(length, _)| at + length);
                glyph = glyph_at(&line[at..second]).unwrap_or(glyph);
            }
            let next = at + GLYPHS[glyph].text.len();
            let inside_word = run.left.is_letter() && run.right.is_letter() && at == start && next == end;
            if inside_word && GLYPHS[glyph].is_apostrophe {
                if run.left != Side::Digit && run.right != Side::Digit && GLYPHS[glyph].text != "’" {
                    self.apostrophes.push(Span::new(self.offset + at, self.offset + next));
                }
                return end;
            }
            self.push_mark(&run, at, glyph, previous, next == end);
            previous = Some(glyph);
            at = next;
        }
        end
    }

    fn push_mark(&mut self, run: &Run, at: usize, number: usize, previous: Option<usize>, is_last: bool) {
        let glyph = &GLYPHS[number];
        let first_person = first_person_words(&self.line[self.gap.min(at)..at]).min(MAX_FIRST_PERSON);
        if let Some(sentence) = self.sentence.take().filter(|&sentence| sentence < at && previous.is_none()) {
            // It stands before the places of other lost marks behind it.
            let number = self.events.iter().rposition(|event| event.start <= self.offset + sentence);
            self.push_lost(sentence, EventKind::LostOpening, LOST_AT_SENTENCE, 0);
            let place = number.map_or(0, |number| number + 1);
            self.events[place..].rotate_right(1);
        }
        let end = at + glyph.text.len();
        self.gap = end;
        let doubled = previous.filter(|_| glyph.family == Family::Double).and_then(|previous| {
            let same_family = GLYPHS[previous].family == Family::Double;
            same_family.then_some(if previous == number { DOUBLED } else { DOUBLED_IN_OTHER_GLYPH })
        });
        let is_prime = glyph.family == Family::Double && run.left == Side::Digit && !run.right.is_letter();
        self.events.push(Event {
            start: self.offset + at,
            end: self.offset + end,
            kind: EventKind::Mark(number),
            opens: run.opening_cost(glyph),
            closes: run.closing_cost(glyph),
            ignored: doubled.unwrap_or_else(|| run.ignoring_cost(glyph, at, is_last)),
            begins_paragraph: if run.may_begin_paragraph && previous.is_none() { LOST_BREAK } else { IMPOSSIBLE },
            outside: first_person * FIRST_PERSON_OUTSIDE,
            inside: if is_last && run.precedes_attribution() { INSIDE_BEFORE_ATTRIBUTION } else { 0 },
            follows_signature: previous.is_none() && run.left == Side::Blank && run.follows_signature(),
            is_prime,
        });
    }
}

/// Marks that stand together, and what is around them.
struct Run<'t> {
    line: &'t str,
    start: usize,
    end: usize,
    left: Side,
    right: Side,
    /// What stands behind a blank to the right, or to the right.
    next: Side,
    /// Whether a sentence ends before the marks, with a blank behind it, and another begins behind them.
    may_begin_paragraph: bool,
}

impl<'t> Run<'t> {
    fn new(line: &'t str, start: usize, end: usize) -> Self {
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

    fn opening_cost(&self, glyph: &Glyph) -> Cost {
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

    fn closing_cost(&self, glyph: &Glyph) -> Cost {
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
    fn ignoring_cost(&self, glyph: &Glyph, at: usize, is_last: bool) -> Cost {
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
    fn precedes_attribution(&self) -> bool {
        matches!(self.left, Side::Terminal | Side::Closing)
            && self.right == Side::Blank
            && attribution(&self.line[self.end..]).is_some()
    }

    /// `“No.” – Jane Doe “`
    fn follows_signature(&self) -> bool {
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
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    &text[start..]
}

/// The first characters of a text, no more than are looked at.
fn head(text: &str) -> &str {
    let end = text.char_indices().nth(REACH).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// Whether a character is white space within a line.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() && !is_line_end(character)
}

fn first_person_words(gap: &str) -> Cost {
    let mut count = 0;
    for word in gap.split(|character: char| !character.is_alphanumeric()) {
        count +=
            Cost::from(matches!(word, "I" | "we" | "We" | "our" | "Our" | "my" | "My" | "me" | "us" | "you" | "You"));
        if count >= MAX_FIRST_PERSON {
            break;
        }
    }
    count
}

/// Whether a clause behind a comma says who spoke before it (`he said`, `said Jane Doe`), and if so, whether the sentence or
/// the clause ends with it.
fn attribution(rest: &str) -> Option<bool> {
    let is_verb = |word: &str| reporting_verb(word).is_some_and(ReportingVerb::introduces_speech);
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word != "I";
    let is_pronoun = |word: &str| matches!(word, "he" | "she" | "they");
    let mut rest = head(rest);
    let first = next_word(&mut rest)?;
    if is_verb(first) {
        let mut behind = rest;
        let mut has_subject = false;
        for _ in 0..3 {
            let Some(word) = next_word(&mut behind) else { break };
            if !(is_name(word) || is_pronoun(word) || matches!(word, "the" | "a")) {
                break;
            }
            has_subject = true;
            rest = behind;
        }
        if !has_subject {
            return None;
        }
    } else {
        let mut word = first;
        let mut words = 1;
        while !is_verb(word) {
            if !(is_name(word) || is_pronoun(word)) || words > 3 {
                return None;
            }
            word = next_word(&mut rest)?;
            words += 1;
        }
    }
    Some(rest.is_empty() || rest.starts_with(['.', ',', ':', ';']))
}

/// Takes the next word off a text, with the blanks before it; there is none where a sign comes first.
fn next_word<'t>(rest: &mut &'t str) -> Option<&'t str> {
    let text = rest.trim_start();
    let is_inside = |character: char| character.is_alphanumeric() || matches!(character, '-' | '\'' | '’' | '.');
    let mut length = text.find(|character| !is_inside(character)).unwrap_or(text.len());
    // A full stop belongs to the word behind an initial or a title only: `J. Doe`, `Mr. Doe`.
    let word = &text[..length];
    if word.ends_with('.') && word.trim_end_matches('.').chars().count() > 3 {
        length = word.trim_end_matches('.').len();
    }
    *rest = &text[length..];
    (length > 0).then_some(&text[..length])
}
