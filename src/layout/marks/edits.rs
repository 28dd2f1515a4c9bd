//! Turns the decisions about marks into edits of the reading text.

use super::decode::Decision;
use super::events::{Event, EventKind};
use super::glyphs::{Family, GLYPHS};
use super::window::is_blank;
use crate::layout::reading_text::Edit;
use crate::text::span::Span;

/// Adds the edits that write the marks and apostrophes of a paragraph in one style; the paragraph begins at the byte `start`.
pub(super) fn push_edits(
    text: &str,
    start: usize,
    events: &[Event],
    apostrophes: &[Span],
    decisions: &[Decision],
    edits: &mut Vec<Edit>,
) {
    let mut writer = Writer { text, at: start, edits };
    let mut apostrophes = apostrophes.iter().copied().peekable();
    let mut depth = 0;
    for (event, &decision) in events.iter().zip(decisions) {
        while let Some(span) = apostrophes.next_if(|span| span.start() < event.start) {
            writer.edits.push(Edit::hidden(span, "’"));
        }
        match decision {
            Decision::Ignored => {
                if let EventKind::Mark(number) = event.kind {
                    writer.write_other(event, number, depth);
                }
            }
            Decision::Opens(new) => {
                depth = new;
                let is_outer = depth % 2 == 1;
                let blanks = blanks_behind(text, event.end);
                // `said.” Yes.“`: the mark stands on the wrong side of the blank.
                let is_misplaced = blanks > 0 && text[..event.start].ends_with(is_end_of_clause);
                let new = match (is_misplaced, is_outer) {
                    (false, true) => "“",
                    (false, false) => "‘",
                    (true, true) => " “",
                    (true, false) => " ‘",
                };
                if event.follows_signature && depth == 1 {
                    writer.begin_paragraph(event);
                    writer.replace(event, event.start, event.end + blanks, "“");
                } else {
                    writer.replace(event, event.start, event.end + blanks, new);
                }
            }
            Decision::Closes(_) | Decision::ClosesTwo(_) => {
                depth = match decision {
                    Decision::ClosesTwo(old) => old - 2,
                    _ => depth.saturating_sub(1),
                };
                let is_outer = depth % 2 == 0;
                let blanks = if event.start == event.end { 0 } else { blanks_before(text, event.start) };
                let is_misplaced = blanks > 0 && text[event.end..].starts_with(char::is_alphanumeric);
                let new = match (is_misplaced, is_outer) {
                    (false, true) => "”",
                    (false, false) => "’",
                    (true, true) => "” ",
                    (true, false) => "’ ",
                };
                writer.replace(event, event.start - blanks, event.end, new);
            }
            Decision::ClosesBoth(old) => {
                depth = old - 2;
                let start = event.start - blanks_before(text, event.start);
                writer.replace(event, start, event.end, if depth % 2 == 0 { "’”" } else { "”’" });
            }
            Decision::BeginsParagraph => {
                depth = 1;
                writer.begin_paragraph(event);
                writer.replace(event, event.start, event.end + blanks_behind(text, event.end), "“");
            }
        }
    }
    writer.edits.extend(apostrophes.map(|span| Edit::hidden(span, "’")));
}

fn is_end_of_clause(character: char) -> bool {
    matches!(character, '.' | ',' | '!' | '?' | '…' | ':' | ';')
}

struct Writer<'t, 'e> {
    text: &'t str,
    /// The byte behind the last edit.
    at: usize,
    edits: &'e mut Vec<Edit>,
}

impl Writer<'_, '_> {
    fn replace(&mut self, event: &Event, start: usize, end: usize, new: &'static str) {
        let start = start.max(self.at);
        self.at = end.max(start);
        if start < end && &self.text[start..end] == new {
            return;
        }
        let span = Span::new(start, end.max(start));
        let is_latex = matches!(event.kind, EventKind::Mark(number) if matches!(GLYPHS[number].text, "``" | "''"));
        self.edits.push(if is_latex { Edit::visible(span, new) } else { Edit::hidden(span, new) });
    }

    /// Replaces the blanks before a mark by a line end.
    fn begin_paragraph(&mut self, event: &Event) {
        let start = (event.start - blanks_before(self.text, event.start)).max(self.at);
        self.edits.push(Edit::hidden(Span::new(start, event.start), "\n"));
        self.at = event.start;
    }

    /// Writes a mark that is no quotation mark so that nobody takes it for one.
    fn write_other(&mut self, event: &Event, number: usize, depth: u8) {
        let glyph = &GLYPHS[number];
        if event.start < self.at {
            return;
        }
        let new = match (glyph.family, glyph.text) {
            _ if event.is_prime => "″",
            (Family::Double | Family::Angle | Family::SingleAngle, _) => {
                // Words stay apart.
                let before = self.text[..event.start].chars().next_back();
                let behind = self.text[event.end..].chars().next();
                let is_inside_word = [before, behind].iter().all(|side| side.is_some_and(char::is_alphanumeric));
                if is_inside_word { " " } else { "" }
            }
            // Feet and minutes.
            (_, "'") if self.text[..event.start].ends_with(char::is_numeric) => "'",
            // `’` would close what `‘` has opened.
            (_, "’" | "'" | "‘" | "‛" | "`" | "´") => {
                if depth >= 2 {
                    "'"
                } else {
                    "’"
                }
            }
            (_, same) => same,
        };
        self.replace(event, event.start, event.end, new);
    }
}

/// The length of the blanks before a byte.
fn blanks_before(text: &str, at: usize) -> usize {
    at - text[..at].trim_end_matches(is_blank).len()
}

/// The length of the blanks behind a byte.
fn blanks_behind(text: &str, at: usize) -> usize {
    text.len() - at - text[at..].trim_start_matches(is_blank).len()
}
