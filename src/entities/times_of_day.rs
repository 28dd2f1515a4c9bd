//! Times of day, recognized by their form.

use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

/// Returns whether a word belongs to a time of day: `5:30`, `p.m.`, `noon`.
pub(super) fn is_time_word(word: &str) -> bool {
    is_meridiem(word) || is_time_zone(word) || is_clock_time(word) || matches!(word, "noon" | "midnight")
}

/// Returns whether a word is hours and minutes with a colon between them; with a dot it could be a decimal.
fn is_clock_time(word: &str) -> bool {
    let digits =
        |chunk: &str, most: usize| (1..=most).contains(&chunk.len()) && chunk.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once(':').is_some_and(|(hour, minute)| {
        digits(hour, 2) && minute.len() == 2 && digits(minute, 2) && hour.parse::<u8>().is_ok_and(|hour| hour < 25)
    })
}

/// Returns whether a word is `a.m.` or `p.m.`
fn is_meridiem(word: &str) -> bool {
    matches!(word, "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" | "A.M." | "P.M.")
}

fn is_time_zone(word: &str) -> bool {
    matches!(word, "GMT" | "UTC")
}

/// Returns the tokens of the time of day that begins at a token: `5:30 p.m.`, `7am`, `17:45 GMT`.
///
/// `3:2` alone may be a score, and `4:15` a verse: they are no times.
pub(super) fn time_of_day_at(document: &Document, at: TokenIndex) -> Option<TokenRange> {
    let first = document.word(at);
    if !first.starts_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let number = |word: &str| is_clock_time(word) || word.parse::<u8>().is_ok_and(|hour| (1..=12).contains(&hour));
    let joined = ["am", "pm"].iter().any(|half| first.strip_suffix(half).is_some_and(number));
    let follows = |end: TokenIndex, is: fn(&str) -> bool| end < document.end() && is(document.word(end));
    let mut end = at + 1;
    let half = !joined && number(first) && follows(end, is_meridiem);
    end += usize::from(half);
    let zone = (half || joined || is_clock_time(first)) && follows(end, is_time_zone);
    (joined || half || zone).then(|| TokenRange::new(at, end + usize::from(zone)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognizes_words_of_times() {
        assert!(is_time_word("5:30") && is_time_word("p.m.") && !is_time_word("2019") && !is_time_word("3:2"));
    }

    #[test]
    fn finds_times_of_day() {
        for (text, time) in [
            ("at 5:30 p.m. on Monday", Some("5:30 p.m.")),
            ("from 7am onwards", Some("7am")),
            ("at 17:45 GMT.", Some("17:45 GMT")),
            ("won 3:2 there", None),
            ("in Luke 4:15 too", None),
            ("13 pm", None),
        ] {
            let document = Document::new(text);
            let found = document.all_tokens().iter().find_map(|at| time_of_day_at(&document, at));
            assert_eq!(found.map(|tokens| document.span(tokens).slice(text)), time, "{text}");
        }
    }
}
