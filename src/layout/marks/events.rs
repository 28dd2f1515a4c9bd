//! Finds the marks of a paragraph, and the places where one may have been lost, with the cost of each reading.

use super::costs::*;
use super::glyphs::{Family, GLYPHS, glyph_at, may_begin_glyph};
use super::surroundings::{Run, Side};
use super::window::is_blank;
use super::wording::{attribution, first_person_words};
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
