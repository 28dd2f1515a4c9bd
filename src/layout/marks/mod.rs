//! Last step: quotation marks, in whatever style they come.
//!
//! All later stages read `“…”` for outer and `‘…’` for inner marks. What a mark is – one that opens or closes, an apostrophe, a
//! sign for inches, a stray – is decided for all marks of a paragraph together, by costs ([`costs`]) and a search
//! for the cheapest reading ([`decode`]). So a mark that is lost, doubled or turned harms as little as possible.
//!
//! Where paragraphs were run together, a mark that opens while a speech is open goes on with it: there the paragraph's
//! beginning is restored, as English style repeats the opening mark in each paragraph of a speech.

mod costs;
mod decode;
mod edits;
mod events;
mod glyphs;
mod surroundings;
mod window;
mod wording;

use super::reading_text::Edit;
use super::split_lines::split_lines;
use decode::{Surroundings, decide};
use glyphs::{Family, GLYPHS, glyph_at};

/// How many lines behind a paragraph are searched for one that goes on with its speech.
const MAX_LINES_BETWEEN: usize = 3;
/// The longest line between two paragraphs of a speech, in bytes: a subheading, an advertisement.
const MAX_LINE_BETWEEN: usize = 90;

/// Returns the edits that write the quotation marks of a text in one style; each line of the text is a paragraph.
pub(super) fn read_marks(text: &str) -> Vec<Edit> {
    let lines: Vec<(usize, usize)> = split_lines(text)
        .into_iter()
        .filter(|line| !line.is_blank())
        .map(|line| (line.span.start(), line.span.end()))
        .collect();
    let beginnings: Vec<Option<Family>> =
        lines.iter().map(|&(start, end)| glyph_at(&text[start..end]).map(|number| GLYPHS[number].family)).collect();
    let mut edits = Vec::new();
    let mut events = Vec::new();
    let mut apostrophes = Vec::new();
    let mut follows_open = false;
    for (number, &(start, end)) in lines.iter().enumerate() {
        events::find_events(text, start, end, &mut events, &mut apostrophes);
        if events.is_empty() {
            edits.extend(apostrophes.iter().map(|&span| Edit::hidden(span, "’")));
            follows_open &= end - start <= MAX_LINE_BETWEEN;
            continue;
        }
        let following = (number + 1..lines.len()).take(MAX_LINES_BETWEEN);
        let next_begins = following
            .map(|next| (beginnings[next], lines[next].1 - lines[next].0))
            .find(|(family, length)| family.is_some() || *length > MAX_LINE_BETWEEN)
            .and_then(|(family, _)| family);
        let (decisions, left_open) = decide(&events, Surroundings { follows_open, next_begins });
        edits::push_edits(text, start, &events, &apostrophes, &decisions, &mut edits);
        follows_open = left_open;
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::ReadingText;

    /// `¶` stands for a line end, `~` for a no-break blank, `_` for a narrow one.
    fn shown(text: &str) -> String {
        text.replace('¶', "\n").replace('~', "\u{a0}").replace('_', "\u{202f}")
    }

    fn read(text: &str) -> String {
        let mut reading = ReadingText::new(text);
        reading.rewrite(read_marks(text));
        reading.text().to_owned()
    }

    #[test]
    fn difficult_cases_are_read_right() {
        let mut kind = "";
        let mut count = 0;
        let mut wrong = String::new();
        for line in include_str!("cases.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let Some((text, expected)) = line.split_once('\t') else {
                kind = line;
                continue;
            };
            count += 1;
            let found = read(&shown(text)).replace('\n', "¶");
            if found != expected {
                wrong += &format!("{kind}\n  text     {text}\n  expected {expected}\n  read     {found}\n");
            }
        }
        assert!(wrong.is_empty(), "{} of {count} wrong:\n{wrong}", wrong.lines().count() / 4);
    }

    #[test]
    fn canonical_marks_stay_as_they_are() {
        for line in include_str!("cases.txt").lines() {
            if let Some((_, expected)) = line.split_once('\t') {
                let expected = shown(expected);
                assert_eq!(read(&expected), expected);
            }
        }
    }

    #[test]
    fn a_line_of_many_marks_takes_linear_time() {
        for unit in [
            "\"",
            "'",
            "“",
            "\"a ",
            "“a. “B ",
            "'s ' ",
            "«",
            "``''",
            " \" ",
            "“‘",
            "), he said. ",
            "'''",
            "’’",
            "www.",
            "' '",
        ] {
            let text = format!("“{}", unit.repeat(10_000));
            read(&text);
        }
    }
}
