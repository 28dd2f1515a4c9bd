//! Finds the lines of a text whose case says nothing of names.

use super::span::Span;
use crate::lexicon::{is_function_word, to_lowercase};

/// How a line uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineCase {
    /// Capitals mark names.
    Usual,
    /// Nearly every word is in capitals.
    Capitals,
    /// Nearly every word is in small letters.
    Small,
    /// Nearly every word begins with a capital.
    Title,
}

/// How many words a text must have in lines of one case: fewer may be a headline, and title case may be a list of names.
const MIN_WORDS: [(LineCase, usize); 3] = [(LineCase::Capitals, 8), (LineCase::Small, 8), (LineCase::Title, 40)];

/// Words of fewer letters stay small in title case.
const MIN_LETTERS: usize = 4;

/// Returns the lines without case if nearly the whole text is of one such case; otherwise none.
pub fn caseless_lines(text: &str) -> Vec<Span> {
    if has_usual_share_of_capitals(text) {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches('\n');
        let (case, words) = line_case(content);
        lines.push((case, words, Span::new(start, start + content.len())));
        start += line.len();
    }
    let of_case = |case| lines.iter().filter(move |line| line.0 == case);
    let words_in = |case| of_case(case).map(|line| line.1).sum::<usize>();
    let all: usize = lines.iter().map(|line| line.1).sum();
    let found = MIN_WORDS.into_iter().find(|&(case, least)| words_in(case) >= least && words_in(case) * 10 >= all * 9);
    let Some((case, _)) = found else { return Vec::new() };
    if case == LineCase::Title && !capitalizes_function_words(of_case(case).map(|line| line.2.slice(text))) {
        return Vec::new();
    }
    of_case(case).map(|line| line.2).collect()
}

/// How many letters tell the share of capitals.
const MIN_GLANCED_LETTERS: usize = 400;

/// Returns whether the share of capitals among the letters is that of usual text, which spares nearly all texts a closer look.
///
/// It is 2 to 7 % in most news articles, below 1 % in small letters and above 10 % in title case.
fn has_usual_share_of_capitals(text: &str) -> bool {
    let small = text.bytes().filter(u8::is_ascii_lowercase).count();
    let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
    small + capitals >= MIN_GLANCED_LETTERS && capitals * 100 > small + capitals && capitals * 12 < small + capitals
}

/// Returns the case of a line and how many words it has.
fn line_case(line: &str) -> (LineCase, usize) {
    let (mut small, mut capitalized, mut shouted) = (0, 0, 0);
    let (mut long_small, mut long_capitalized) = (0, 0);
    for word in words(line) {
        let is_long = word.len() >= MIN_LETTERS;
        if word.starts_with(char::is_lowercase) {
            small += 1;
            long_small += usize::from(is_long);
        } else if word.contains(char::is_lowercase) {
            capitalized += 1;
            long_capitalized += usize::from(is_long);
        } else if word.starts_with(char::is_uppercase) {
            shouted += 1;
            long_capitalized += usize::from(is_long);
        }
    }
    let case = if shouted > 0 && (small + capitalized) * 10 <= shouted {
        LineCase::Capitals
    } else if small > 0 && (capitalized + shouted) * 50 <= small {
        LineCase::Small
    } else if long_capitalized > 0 && long_small * 10 <= long_capitalized {
        LineCase::Title
    } else {
        LineCase::Usual
    };
    (case, small + capitalized + shouted)
}

/// Returns whether at least one long word in thirty is a function word with a capital, as in title case but not in lists of
/// names.
fn capitalizes_function_words<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let (mut found, mut all) = (0, 0);
    for word in lines.flat_map(words).filter(|word| word.len() >= MIN_LETTERS) {
        all += 1;
        found += usize::from(word.starts_with(char::is_uppercase) && is_function_word(&to_lowercase(word)));
    }
    found > 0 && found * 30 >= all
}

/// Iterates over the words of a line; a single letter is `I`, `a` or an initial.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_a_case() {
        let case = |line| line_case(line).0;
        assert_eq!(
            case("POLICE ARREST A MINISTER, McDONALD SAYS IN THE HOUSE OF COMMONS ON MONDAY"),
            LineCase::Capitals
        );
        assert_eq!(case("police arrest a minister"), LineCase::Small);
        assert_eq!(case("Police Arrest the Former Minister From Leeds"), LineCase::Title);
        assert_eq!(case("Police arrest a minister."), LineCase::Usual);
        assert_eq!(case("12 — 14"), LineCase::Usual);
    }

    #[test]
    fn only_a_text_nearly_all_of_one_case_has_lines_without_case() {
        let body = "the minister said on monday that she would quit at the end of the year.";
        let lines =
            |text: &str| caseless_lines(text).iter().map(|span| span.slice(text).to_owned()).collect::<Vec<_>>();
        assert_eq!(lines(&format!("{body}\n{body}\nPhoto by Jane")), [body, body]);
        assert!(
            lines(&format!("MINISTER QUITS OVER BUDGET AND TAXES\nThe minister of trade quit.\n{body}")).is_empty()
        );
        assert!(lines(&"Jane Doe, John Smith, Mary Jones and ".repeat(20)).is_empty());
        assert_eq!(lines(&"Jane Doe Said That John Smith Has Left ".repeat(9)).len(), 1);
    }
}
