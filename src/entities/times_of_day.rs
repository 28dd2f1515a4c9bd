//! Times of day, told by their form alone.

use std::ops::Range;

use crate::text::document::Document;

/// `5:30`, `p.m.`, `noon`.
pub(super) fn is_clock(word: &str) -> bool {
    is_half(word) || is_zone(word) || is_figure(word) || matches!(word, "noon" | "midnight")
}

/// `5:30`, `17.45` only with a colon: a dot would be a decimal.
fn is_figure(word: &str) -> bool {
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once(':').is_some_and(|(hour, minute)| {
        digits(hour, 2) && minute.len() == 2 && digits(minute, 2) && hour.parse::<u8>().is_ok_and(|hour| hour < 25)
    })
}

fn is_half(word: &str) -> bool {
    matches!(word, "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" | "A.M." | "P.M.")
}

fn is_zone(word: &str) -> bool {
    matches!(word, "GMT" | "UTC")
}

/// The tokens of the time of day that begins at `at`: `5:30 p.m.`, `7am`, `17:45 GMT`.
///
/// A figure alone is none: `3:2` may be a score, and `4:15` a verse.
pub(super) fn time_at(document: &Document, at: usize) -> Option<Range<usize>> {
    let first = document.word(at);
    if !first.starts_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let number = |word: &str| is_figure(word) || word.parse::<u8>().is_ok_and(|hour| (1..=12).contains(&hour));
    let joined = ["am", "pm"].iter().any(|half| first.strip_suffix(half).is_some_and(number));
    let follows = |end: usize, is: fn(&str) -> bool| end < document.tokens.len() && is(document.word(end));
    let mut end = at + 1;
    let half = !joined && number(first) && follows(end, is_half);
    end += usize::from(half);
    let zone = (half || joined || is_figure(first)) && follows(end, is_zone);
    (joined || half || zone).then(|| at..end + usize::from(zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks() {
        assert!(is_clock("5:30") && is_clock("p.m.") && !is_clock("2019") && !is_clock("3:2"));
    }

    #[test]
    fn times_of_day() {
        for (text, time) in [
            ("at 5:30 p.m. on Monday", Some("5:30 p.m.")),
            ("from 7am onwards", Some("7am")),
            ("at 17:45 GMT.", Some("17:45 GMT")),
            ("won 3:2 there", None),
            ("in Luke 4:15 too", None),
            ("13 pm", None),
        ] {
            let document = Document::new(text);
            let found = (0..document.tokens.len()).find_map(|at| time_at(&document, at));
            assert_eq!(found.map(|tokens| document.span(tokens).of(text)), time, "{text}");
        }
    }
}
