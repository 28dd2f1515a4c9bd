//! Lines of a text, and which of them belong to one paragraph.
//!
//! A line that was broken at a width ends where the next word would not have fitted. Where most lines of a text end that
//! way, it was wrapped, and such lines are joined; a line that ends sooner ends its paragraph. Elsewhere a line is a
//! paragraph, unless it ends in the middle of a sentence that goes on in lower case.

use super::hyphenation::{self, LineEndHyphen};
use super::reading_text::Edit;
use super::split_lines::{Line, is_line_end, split_lines};
use crate::sorting;
use crate::text::casing;
use crate::text::span::Span;

/// The widths at which mail programs, terminals and columns break lines, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 24..=130;

/// The share of lines inside a block that must be full for the text to count as wrapped.
const MIN_FULL_SHARE: f32 = 0.6;

/// The share of full lines that must end inside a sentence: lists of sentences end theirs with a full stop.
const MIN_OPEN_SHARE: f32 = 0.35;

/// The fewest lines that show a width.
const MIN_LINES: usize = 2;

/// How many lines show a narrow width; fewer must all be full.
const ENOUGH_LINES: usize = 4;

/// The least width that a few lines show, in characters.
const MIN_WIDTH_OF_FEW: usize = 55;

/// The shortest line that goes on in lower case on the next one, in a text that is not wrapped, in bytes.
const MIN_CONTINUED: usize = 40;

/// How the lines of a text were broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wrapping {
    /// The width, in characters.
    width: usize,
    /// Whether an indented line begins a paragraph.
    indents: bool,
    /// Whether a blank line follows each line.
    double_spaced: bool,
    /// The indent of most lines, in characters.
    margin: usize,
}

/// Joins the lines of each paragraph and the halves of words that a line end parts.
pub fn join_lines(text: &str) -> Vec<Edit> {
    if !text.contains(is_line_end) {
        return Vec::new();
    }
    let is_caseless = !casing::caseless_lines(text).is_empty();
    let lines = split_lines(text);
    let filled: Vec<usize> = (0..lines.len()).filter(|&number| !lines[number].is_blank()).collect();
    let wrapping = find_wrapping(text, &lines, &filled, is_caseless);
    let mut edits = Vec::new();
    for pair in filled.windows(2) {
        let (line, next) = (&lines[pair[0]], &lines[pair[1]]);
        let blank_between = pair[1] - pair[0] > 1;
        let joins = match wrapping {
            Some(wrapping) if blank_between != wrapping.double_spaced => false,
            Some(wrapping) => continues_wrapped(text, line, next, wrapping),
            None => !blank_between && continues_sentence(text, line, next, is_caseless),
        };
        if joins {
            let gap = Span::new(line.span.end(), next.span.start());
            edits.push(match hyphenation::line_end_hyphen(text, line.span, next.span) {
                LineEndHyphen::None => Edit::visible(gap, " "),
                LineEndHyphen::Keep => Edit::visible(gap, ""),
                LineEndHyphen::Drop(width) => Edit::visible(Span::new(gap.start() - width, gap.end()), ""),
            });
        }
    }
    edits
}

/// Finds the width at which a text was wrapped, if it was.
fn find_wrapping(text: &str, lines: &[Line], filled: &[usize], is_caseless: bool) -> Option<Wrapping> {
    let pairs = |double_spaced: bool| {
        filled
            .windows(2)
            .filter(move |pair| (pair[1] - pair[0] > 1) == double_spaced)
            .map(|pair| (&lines[pair[0]], &lines[pair[1]]))
            .filter(|(line, next)| !is_table_row(line.span.slice(text)) && !is_table_row(next.span.slice(text)))
            .collect::<Vec<_>>()
    };
    let single = pairs(false);
    let double_spaced = single.len() * 10 < filled.len();
    let pairs = if double_spaced { pairs(true) } else { single };
    if pairs.len() < MIN_LINES {
        return None;
    }
    let mut indents: Vec<usize> = filled.iter().map(|&number| lines[number].indent).collect();
    sorting::sort_by_key(&mut indents, |&indent| [indent, 0, 0]);
    let margin = indents[indents.len() / 2];
    // Some programs add the hyphen to a full line.
    let unhyphenated = pairs.iter().filter(|(line, _)| !line.span.slice(text).ends_with('-'));
    let mut widths: Vec<usize> = unhyphenated.map(|(line, _)| line.width_beyond(margin)).collect();
    sorting::sort_by_key(&mut widths, |&width| [width, 0, 0]);
    // A few lines may be longer than the width: headlines, addresses of web pages.
    let width = *widths.get(widths.len().checked_sub(1)? - widths.len() / 20)?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    let indented = pairs.iter().filter(|(_, next)| next.indent > margin + 1).count();
    let wrapping = Wrapping { width, indents: indented > 0 && indented * 2 < pairs.len(), double_spaced, margin };
    // Lines before an indented one end a paragraph and tell nothing of the width.
    let inside = || pairs.iter().filter(|(_, next)| !(wrapping.indents && next.indent > margin + 1));
    let count = inside().count();
    let full = || inside().filter(|(line, next)| is_full(text, line, next, &wrapping));
    let full_count = full().count();
    let open = full().filter(|(line, next)| ends_inside_sentence(text, line, next, is_caseless)).count();
    let needed = match count {
        0..ENOUGH_LINES if width < MIN_WIDTH_OF_FEW => return None,
        0..ENOUGH_LINES => 1.0,
        _ => MIN_FULL_SHARE,
    };
    (full_count >= MIN_LINES
        && full_count as f32 >= needed * count as f32
        && open as f32 >= MIN_OPEN_SHARE * full_count as f32)
        .then_some(wrapping)
}

/// Returns whether the first word of the next line would not have fitted into a line.
fn is_full(text: &str, line: &Line, next: &Line, wrapping: &Wrapping) -> bool {
    let word = next.span.slice(text).split(char::is_whitespace).next().unwrap_or("");
    line.width_beyond(wrapping.margin) + 1 + word.chars().count() > wrapping.width
}

/// Returns whether a line ends inside a sentence: verse begins its lines with capitals, prose does not.
fn ends_inside_sentence(text: &str, line: &Line, next: &Line, is_caseless: bool) -> bool {
    next.span.slice(text).starts_with(char::is_lowercase) || (!ends_sentence(line.span.slice(text)) && is_caseless)
}

/// Returns whether a line of a wrapped text goes on in the next one.
fn continues_wrapped(text: &str, line: &Line, next: &Line, wrapping: Wrapping) -> bool {
    let (before, after) = (line.span.slice(text), next.span.slice(text));
    if is_table_row(before) || is_table_row(after) || begins_item(after) {
        return false;
    }
    if wrapping.indents && next.indent > wrapping.margin + 1 {
        return false;
    }
    // A line may end a little sooner than it could.
    let wide = line.width_beyond(wrapping.margin) * 10 >= wrapping.width * 7;
    is_full(text, line, next, &wrapping)
        || (!ends_sentence(before)
            && (wide || (after.starts_with(char::is_lowercase) && line.width * 2 > wrapping.width)))
}

/// Returns whether a line of a text that is not wrapped ends inside a sentence which the next line continues.
fn continues_sentence(text: &str, line: &Line, next: &Line, is_caseless: bool) -> bool {
    let (before, after) = (line.span.slice(text), next.span.slice(text));
    let parts_word = hyphenation::line_end_hyphen(text, line.span, next.span) != LineEndHyphen::None;
    let ends_openly =
        before.ends_with(|last: char| last.is_alphanumeric() || matches!(last, ',' | '-' | '—' | '–' | ';'));
    after.starts_with(char::is_lowercase)
        && (parts_word || (before.len() >= MIN_CONTINUED && ends_openly && !is_caseless))
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '\'', '’', ')', ']', '»']).ends_with(['.', '!', '?', '…', ':'])
}

/// Returns whether a line is a row of a table: cells between tabs, bars or wide gaps.
fn is_table_row(line: &str) -> bool {
    line.contains('\t') || line.matches('|').count() >= 2 || line.matches("   ").count() >= 2
}

/// Returns whether a line begins an item of a list.
fn begins_item(line: &str) -> bool {
    let marker = line.split(char::is_whitespace).next().unwrap_or("");
    let number = marker.trim_end_matches(['.', ')']);
    matches!(marker, "*" | "-" | "–" | "—" | "o" | "•" | "◦" | "▪" | "■" | "●" | "‣" | "·" | "►")
        || line.starts_with(['•', '▪', '●', '■', '►'])
        || (number.len() < marker.len()
            && (1..=2).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::reading_text::ReadingText;
    use super::*;

    fn joined(text: &str) -> String {
        let mut reading = ReadingText::new(text);
        reading.rewrite(join_lines(text));
        reading.text().to_owned()
    }

    const PARAGRAPHS: [&str; 3] = [
        "The minister said on Monday that she would quit at the end of the year, after a vote that nobody in the governing party had expected to lose.",
        "Nobody was surprised, least of all her deputy. He had told reporters the week before that something was in the air.",
        "“We knew,” said Ada Byron, who leads the opposition in the lower house. “All of us knew, and none of us spoke. That is the shame of it.”",
    ];

    fn wrap(paragraph: &str, width: usize, first_indent: &str) -> String {
        let mut lines = vec![first_indent.to_owned()];
        for word in paragraph.split(' ') {
            let line = lines.last_mut().unwrap();
            if line.chars().count() + 1 + word.chars().count() > width && !line.trim().is_empty() {
                lines.push(word.to_owned());
            } else {
                if !line.trim().is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
        }
        lines.join("\n")
    }

    fn title_case(text: &str) -> String {
        let mut inside = false;
        let capital = |letter: char| {
            let was_inside = std::mem::replace(&mut inside, letter.is_alphanumeric() || letter == '’');
            if was_inside { letter } else { letter.to_ascii_uppercase() }
        };
        text.chars().map(capital).collect()
    }

    #[test]
    fn joins_lines_broken_at_a_width() {
        for width in [40, 60, 72, 80] {
            let blocks = PARAGRAPHS.map(|paragraph| wrap(paragraph, width, ""));
            assert_eq!(joined(&blocks.join("\n\n")), PARAGRAPHS.join("\n\n"), "blank lines, {width}");
            let blocks = PARAGRAPHS.map(|paragraph| wrap(paragraph, width, "   "));
            assert_eq!(joined(&blocks.join("\n")), format!("   {}", PARAGRAPHS.join("\n   ")), "indents, {width}");
        }
        // At other widths a paragraph may end just where its line does.
        for width in [60, 80] {
            let doubled = PARAGRAPHS.map(|paragraph| wrap(paragraph, width, "").replace('\n', "\n\n"));
            assert_eq!(joined(&doubled.join("\n\n")), PARAGRAPHS.join("\n\n"), "double spaced, {width}");
        }
        for width in [40, 72] {
            let windows = PARAGRAPHS.map(|paragraph| wrap(paragraph, width, "").replace('\n', "\r\n"));
            assert_eq!(joined(&windows.join("\r\n\r\n")), PARAGRAPHS.join("\r\n\r\n"), "carriage returns, {width}");
        }
    }

    #[test]
    fn leaves_paragraphs_verse_tables_and_lists() {
        for text in [
            "A first paragraph of an article that is quite long, as they are.\nA second one.\nAnd a third, which is longer than the second.\nA fourth one that ends it.\nOne more.",
            "Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer’s lease hath all too short a date:\nSometime too hot the eye of heaven shines,\nAnd often is his gold complexion dimm’d;",
            "Team\tPlayed\tPoints\nRovers\t12\t30\nUnited\t12\t28\nCity\t11\t20\nTown\t12\t9",
            "• Bread and butter\n• Milk from the farm\n• Eggs and some flour\n• Salt and pepper too\n• Oil of the olive tree",
            "1. Bread and butter\n2. Milk from the farm\n3. Eggs and some flour\n4. Salt and pepper too\n5. Oil of the olive tree",
        ] {
            assert_eq!(joined(text), text);
        }
    }

    #[test]
    fn joins_the_halves_of_words() {
        let text = "The minister said on Monday that she would con-\nsider the well-\nknown plan and the exami-\nnation of it.";
        assert_eq!(
            joined(text),
            "The minister said on Monday that she would consider the well-known plan and the examination of it."
        );
    }

    #[test]
    fn wrapped_lines_of_a_text_without_case_are_joined() {
        let small = PARAGRAPHS.map(str::to_lowercase);
        let title = small.clone().map(|paragraph| title_case(&paragraph));
        for paragraphs in [small, title, PARAGRAPHS.map(str::to_uppercase)] {
            let blocks = paragraphs.clone().map(|paragraph| wrap(&paragraph, 60, ""));
            assert_eq!(joined(&blocks.join("\n\n")), paragraphs.join("\n\n"));
        }
        let lines = "minister quits over the budget for the next year\nthe minister quit on monday.";
        assert_eq!(joined(lines), lines);
    }

    #[test]
    fn a_sentence_may_go_on_in_lower_case() {
        assert_eq!(
            joined("The minister said on Monday that she would quit\nat the end of the year.\n\nNo."),
            "The minister said on Monday that she would quit at the end of the year.\n\nNo."
        );
        assert_eq!(joined("It was short\nand sweet."), "It was short\nand sweet.");
    }
}
