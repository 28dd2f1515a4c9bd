//! A text as a reader reads it, aligned with the original.
//!
//! The alignment is that of tokenizers that normalize a text before they split it: a list of replaced ranges, so that each
//! position of the new text has a place in the original.

use std::borrow::Cow;

use crate::sorting;
use crate::text::span::Span;

/// A range to be replaced, in bytes of the text as the steps before have left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The range; empty where something is inserted.
    pub span: Span,
    /// What stands in its place.
    pub text: Cow<'static, str>,
    /// Whether people should see the change as well; otherwise it serves the analysis alone.
    pub visible: bool,
}

impl Edit {
    /// An edit that people should see: a line end or an encoding accident.
    pub fn visible(span: Span, text: impl Into<Cow<'static, str>>) -> Self {
        Self { span, text: text.into(), visible: true }
    }

    /// An edit for the analysis alone: a mark in another style.
    pub fn hidden(span: Span, text: impl Into<Cow<'static, str>>) -> Self {
        Self { span, text: text.into(), visible: false }
    }
}

/// A range of the original text and what is read in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The range, in bytes of the original text.
    pub span: Span,
    /// What is read in its place.
    pub text: Cow<'static, str>,
    /// Whether people should see the change as well.
    pub visible: bool,
    /// Where the new text starts, in bytes of the reading text.
    start: usize,
}

impl Replacement {
    /// The byte of the reading text behind the new text.
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// A text as a reader reads it, aligned with the original, which stays as it is.
#[derive(Clone, Debug)]
pub struct ReadingText<'t> {
    /// The original text.
    original: &'t str,
    /// The text that all later stages read.
    text: Cow<'t, str>,
    /// What differs, in order; replacements never overlap.
    replacements: Vec<Replacement>,
    /// What is no part of the article, in bytes of the original text, in no order.
    set_aside: Vec<Span>,
}

impl<'t> ReadingText<'t> {
    /// A text that is read as it stands.
    pub fn new(original: &'t str) -> Self {
        Self { original, text: Cow::Borrowed(original), replacements: Vec::new(), set_aside: Vec::new() }
    }

    /// Returns the text that later stages read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the original text.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// Returns what differs from the original, in order and without overlaps.
    pub fn replacements(&self) -> &[Replacement] {
        &self.replacements
    }

    /// Returns what is no part of the article: ranges of the original text, in order and without overlaps.
    pub fn boilerplate(&self) -> Vec<Span> {
        let mut spans = self.set_aside.clone();
        sorting::sort_spans(&mut spans);
        let mut end = 0;
        spans.retain(|span| {
            let is_new = span.start() >= end;
            end = end.max(span.end());
            is_new
        });
        spans
    }

    /// Returns the range of the original text that a range of the reading text stands for.
    ///
    /// A range that begins or ends inside a replacement takes in all that was replaced; what was deleted at its edges stays
    /// outside.
    pub fn original_span(&self, span: Span) -> Span {
        if self.replacements.is_empty() {
            return span;
        }
        let start = self.original_start(span.start());
        Span::new(start, if span.end() <= span.start() { start } else { self.original_end(span.end()).max(start) })
    }

    fn original_start(&self, at: usize) -> usize {
        let number = self.replacements.partition_point(|replacement| replacement.start <= at);
        match number.checked_sub(1).map(|last| &self.replacements[last]) {
            None => at,
            Some(last) if at < last.end() => last.span.start(),
            Some(last) => last.span.end() + (at - last.end()),
        }
    }

    fn original_end(&self, at: usize) -> usize {
        let number = self.replacements.partition_point(|replacement| replacement.start < at);
        match number.checked_sub(1).map(|last| &self.replacements[last]) {
            None => at,
            Some(last) if at <= last.end() => last.span.end(),
            Some(last) => last.span.end() + (at - last.end()),
        }
    }

    /// Returns the range of the reading text that stands for a range of the original; empty where all of it was left out.
    #[cfg(any(test, feature = "training"))]
    pub fn reading_span(&self, span: Span) -> Span {
        let start = self.reading_place(span.start(), |replacement| replacement.start);
        Span::new(start, self.reading_place(span.end(), Replacement::end).max(start))
    }

    /// The place in the reading text of a place in the original; `inside` tells it for places inside a replacement.
    #[cfg(any(test, feature = "training"))]
    fn reading_place(&self, at: usize, inside: impl Fn(&Replacement) -> usize) -> usize {
        let number = self.replacements.partition_point(|replacement| replacement.span.start() < at);
        match number.checked_sub(1).map(|last| &self.replacements[last]) {
            None => at,
            Some(last) if at < last.span.end() => inside(last),
            Some(last) => last.end() + (at - last.span.end()),
        }
    }

    /// Rewrites the text as the steps before have left it; edits are in order and do not overlap.
    pub fn rewrite(&mut self, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        let text = apply(&self.text, &edits);
        self.replacements = self.compose(edits);
        self.text = Cow::Owned(text);
    }

    /// Changes the case of letters; every letter keeps its place, so that the alignment stays as it is.
    pub fn change_case(&mut self, text: String) {
        debug_assert_eq!(text.len(), self.text.len());
        self.text = Cow::Owned(text);
    }

    /// Takes lines that are no part of the article out of the text that later stages read; spans are in order and do not
    /// overlap.
    pub fn set_aside(&mut self, lines: &[Span]) {
        self.set_aside_by(lines, lines.iter().map(|&line| Edit::hidden(line, "")).collect());
    }

    /// Makes edits that take lines out, among others.
    pub fn set_aside_by(&mut self, lines: &[Span], edits: Vec<Edit>) {
        let originals: Vec<Span> = lines.iter().map(|&line| self.original_span(line)).collect();
        self.set_aside.extend(originals);
        self.rewrite(edits);
    }

    /// Merges new edits with the replacements before them into one list over the original.
    fn compose(&self, edits: Vec<Edit>) -> Vec<Replacement> {
        let mut merged: Vec<Replacement> = Vec::with_capacity(self.replacements.len() + edits.len());
        let mut old = self.replacements.iter().peekable();
        let mut edits = edits.into_iter().peekable();
        // How much longer the new text is than the old one so far, in wrapping arithmetic.
        let mut shift = 0_usize;
        loop {
            let edit_comes_first = match (old.peek(), edits.peek()) {
                (None, None) => break,
                (Some(_), None) => false,
                (None, Some(_)) => true,
                (Some(old), Some(edit)) => {
                    let is_before =
                        edit.span.end() <= old.start && (edit.span.start(), edit.span.end()) != (old.start, old.end());
                    let overlaps = overlap(edit.span, Span::new(old.start, old.end()));
                    is_before || (overlaps && edit.span.start() < old.start)
                }
            };
            // A group is all edits and replacements that share a byte.
            let mut group_old: Vec<&Replacement> = Vec::new();
            let mut group_edits: Vec<Edit> = Vec::new();
            let mut range = Span::default();
            if edit_comes_first {
                group_edits.extend(edits.next().inspect(|edit| range = edit.span));
            } else {
                group_old.extend(old.next().inspect(|old| range = Span::new(old.start, old.end())));
            }
            loop {
                if let Some(next) = old.next_if(|next| overlap(range, Span::new(next.start, next.end()))) {
                    range = range.to(Span::new(next.start, next.end()));
                    group_old.push(next);
                } else if let Some(next) = edits.next_if(|next| overlap(range, next.span)) {
                    range = range.to(next.span);
                    group_edits.push(next);
                } else {
                    break;
                }
            }
            let (start, end) = (range.start(), range.end());
            if group_edits.is_empty() {
                merged.extend(group_old.into_iter().map(|replacement| Replacement {
                    start: replacement.start.wrapping_add(shift),
                    ..replacement.clone()
                }));
                continue;
            }
            let new_start = start.wrapping_add(shift);
            let visible =
                group_old.iter().any(|replacement| replacement.visible) || group_edits.iter().any(|edit| edit.visible);
            let original_start =
                group_old.first().map_or(usize::MAX, |first| first.span.start()).min(self.outer_start(start));
            let original_end = group_old.last().map_or(0, |last| last.span.end()).max(self.outer_end(end));
            let span = Span::new(original_start, original_end.max(original_start));
            let text = if let ([], [only]) = (&group_old[..], &group_edits[..]) {
                only.text.clone()
            } else {
                let moved = group_edits.iter().map(|edit| Edit {
                    span: Span::new(edit.span.start() - start, edit.span.end() - start),
                    ..edit.clone()
                });
                Cow::Owned(apply(&self.text[start..end], &moved.collect::<Vec<_>>()))
            };
            for edit in &group_edits {
                shift = shift.wrapping_add(edit.text.len()).wrapping_sub(edit.span.end() - edit.span.start());
            }
            merged.push(Replacement { span, text, visible, start: new_start });
        }
        merged
    }

    /// The original place of a position outside all replacements.
    fn outer_start(&self, at: usize) -> usize {
        let number = self.replacements.partition_point(|replacement| replacement.end() <= at);
        number.checked_sub(1).map_or(at, |last| {
            let last = &self.replacements[last];
            last.span.end() + (at - last.end())
        })
    }

    fn outer_end(&self, at: usize) -> usize {
        let number = self.replacements.partition_point(|replacement| replacement.start < at);
        number.checked_sub(1).map_or(at, |last| {
            let last = &self.replacements[last];
            last.span.end() + at.saturating_sub(last.end())
        })
    }
}

/// Whether two ranges share a byte, or one is empty and inside the other.
fn overlap(one: Span, other: Span) -> bool {
    one.start() < other.end() && other.start() < one.end()
}

fn apply(text: &str, edits: &[Edit]) -> String {
    let replaced: usize = edits.iter().map(|edit| edit.span.end() - edit.span.start()).sum();
    let mut new =
        String::with_capacity(text.len() - replaced + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits {
        new.push_str(&text[at..edit.span.start()]);
        new.push_str(&edit.text);
        at = edit.span.end();
    }
    new.push_str(&text[at..]);
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &'static str) -> Edit {
        Edit::visible(Span::new(start, end), text)
    }

    #[test]
    fn a_span_leads_back_to_the_original() {
        let mut reading = ReadingText::new("> one two\n> thr-\n> ee four");
        reading.rewrite(vec![edit(0, 2, ""), edit(9, 12, " "), edit(15, 19, "")]);
        assert_eq!(reading.text(), "one two three four");
        let original = |start, end| reading.original_span(Span::new(start, end)).slice(reading.original());
        assert_eq!(original(0, 3), "one");
        assert_eq!(original(4, 13), "two\n> thr-\n> ee");
        assert_eq!(original(14, 18), "four");
        for (start, end) in [(0, 3), (4, 13), (14, 18)] {
            let span = Span::new(start, end);
            assert_eq!(reading.reading_span(reading.original_span(span)), span);
        }
        assert_eq!(original(8, 11), "thr");
        assert_eq!(original(11, 13), "ee");
    }

    #[test]
    fn later_edits_merge_with_earlier_ones() {
        let mut reading = ReadingText::new("a&ldquo;b\n\nc d");
        reading.rewrite(vec![edit(1, 8, "“")]);
        assert_eq!(reading.text(), "a“b\n\nc d");
        reading.rewrite(vec![edit(1, 4, "\""), edit(5, 7, "\n"), edit(8, 9, "")]);
        assert_eq!(reading.text(), "a\"b\ncd");
        let texts: Vec<_> = reading.replacements().iter().map(|one| one.span.slice(reading.original())).collect();
        assert_eq!(texts, ["&ldquo;", "\n\n", " "]);
        assert_eq!(reading.original_span(Span::new(1, 2)).slice(reading.original()), "&ldquo;");
        assert_eq!(reading.original_span(Span::new(0, 6)), Span::new(0, 14));
        assert_eq!(reading.original_span(Span::new(4, 5)).slice(reading.original()), "c");
        reading.rewrite(vec![edit(2, 3, "xyz")]);
        assert_eq!(reading.text(), "a\"xyz\ncd");
        assert_eq!(reading.original_span(Span::new(7, 8)).slice(reading.original()), "d");
    }

    #[test]
    fn a_span_of_the_original_has_its_place_in_the_reading_text() {
        let original = "> one two\n> thr-\n> ee \"four\"";
        let mut reading = ReadingText::new(original);
        reading.rewrite(vec![edit(0, 2, ""), edit(9, 12, " "), edit(15, 19, ""), edit(22, 23, "“"), edit(27, 28, "”")]);
        assert_eq!(reading.text(), "one two three “four”");
        let read = |words: &str| {
            let start = original.find(words).unwrap();
            reading.reading_span(Span::new(start, start + words.len())).slice(reading.text())
        };
        for (words, expected) in [
            ("one", "one"),
            ("two", "two"),
            ("thr-\n> ee", "three"),
            ("four", "four"),
            ("\"four\"", "“four”"),
            ("two\n> thr", "two thr"),
            ("> one", "one"),
        ] {
            assert_eq!(read(words), expected);
        }
        for (start, _) in reading.text().char_indices() {
            let end = start + reading.text()[start..].chars().next().map_or(0, char::len_utf8);
            let span = reading.reading_span(reading.original_span(Span::new(start, end)));
            assert!(span.start() <= start && end <= span.end());
        }
    }

    #[test]
    fn neighbours_stay_apart() {
        let mut reading = ReadingText::new("> \"No\" \u{ad}\n> \"Yes\"");
        reading.rewrite(vec![edit(0, 2, ""), edit(6, 12, "\n")]);
        reading.rewrite(vec![edit(0, 1, "“"), edit(3, 4, "”"), edit(5, 6, "“")]);
        assert_eq!(reading.text(), "“No”\n“Yes\"");
        let original = |start, end| reading.original_span(Span::new(start, end)).slice(reading.original());
        assert_eq!(original(0, 8), "\"No\"");
        assert_eq!(original(9, 16), "\"Yes\"");
    }

    #[test]
    fn edits_beside_one_another_stay_apart() {
        let mut reading = ReadingText::new("a. \"b\"");
        reading.rewrite(vec![edit(2, 3, "\n"), edit(3, 4, "“"), edit(5, 6, "”")]);
        assert_eq!(reading.text(), "a.\n“b”");
        assert_eq!(reading.original_span(Span::new(3, 10)), Span::new(3, 6));
    }

    #[test]
    fn an_insertion_has_an_empty_range_in_the_original() {
        let mut reading = ReadingText::new("ab");
        reading.rewrite(vec![edit(1, 1, "\n")]);
        reading.rewrite(vec![edit(0, 0, "“")]);
        assert_eq!(reading.text(), "“a\nb");
        assert_eq!(reading.original_span(Span::new(3, 4)), Span::new(0, 1));
        assert_eq!(reading.original_span(Span::new(5, 6)), Span::new(1, 2));
    }
}
