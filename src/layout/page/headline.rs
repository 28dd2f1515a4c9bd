//! The headline above an article: the line whose words recur in it.

use std::collections::HashSet;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::page_lines::{LineKind, PageText};

/// How many lines a headline may stand above the article's first paragraph.
const MAX_DISTANCE: usize = 40;

/// The fewest words of a headline.
const MIN_WORDS: usize = 3;

/// How many letters of a word must be the same for the word to recur: `council`, `councillors`.
const STEM: usize = 5;

/// The share of a headline's words that recur, and how many at least.
const RECURRING: (f32, usize) = (0.5, 3);

/// The fewest words of a line above a line whose words recur that is the headline in its place, and how far it may be.
const MIN_WORDS_ABOVE: usize = 6;
const MAX_ABOVE: usize = 2;

/// Finds the first line that belongs to the article: its headline, or, without one, its first paragraph.
pub fn find_headline(page: &PageText, article: Range<usize>) -> usize {
    let body: HashSet<String, FxBuildHasher> =
        page.lines[article.clone()].iter().flat_map(|line| line.words.iter()).filter_map(stem).collect();
    let mut best = None;
    for number in article.start.saturating_sub(MAX_DISTANCE)..article.start {
        let line = &page.lines[number];
        if !matches!(line.kind, LineKind::Fragment | LineKind::Sentence) || line.word_count < MIN_WORDS {
            continue;
        }
        let stems: HashSet<String, FxBuildHasher> = line.words.iter().filter_map(stem).collect();
        let recurring = stems.iter().filter(|stem| body.contains(*stem)).count();
        let share = recurring as f32 / stems.len().max(1) as f32;
        if share >= RECURRING.0 && recurring >= RECURRING.1 {
            best = Some((recurring, number));
            break;
        }
        if recurring > best.map_or(0, |(most, _)| most) && share >= RECURRING.0 / 2.0 {
            best = Some((recurring, number));
        }
    }
    best.map_or(article.start, |(_, number)| uppermost(page, number))
}

/// Returns the first line of a headline: one that recurs less may stand above its summary.
fn uppermost(page: &PageText, number: usize) -> usize {
    let above = number.saturating_sub(MAX_ABOVE)..number;
    let is_headline =
        |line: usize| page.lines[line].kind == LineKind::Fragment && page.lines[line].word_count >= MIN_WORDS_ABOVE;
    above
        .rev()
        .take_while(|&line| !page.lines[line].is_site())
        .filter(|&line| is_headline(line))
        .last()
        .unwrap_or(number)
}

/// The beginning of a word that is long enough to tell something.
fn stem(word: &str) -> Option<String> {
    let word = word.trim_matches(|one: char| !one.is_alphanumeric());
    (word.chars().count() > 3).then(|| word.chars().take(STEM).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headline(above: &str) -> String {
        let menu = "Home\nNews\nSport\nSign in\nSubscribe\nSearch\nWeather\nJobs\nMotors\nLetters\nPolitics\nCrime\nHealth\nScience\nCookies\nHelp\nContact us\nAbout us";
        let body = "Councillors voted on Tuesday to halve the opening hours of four libraries in the valley, after a debate of three hours.\nThe libraries will open on two days of the week from September on, the council said in a statement after the vote.";
        let text = [menu, above, body].join("\n");
        let page = PageText::read(&text).unwrap();
        page.line(find_headline(&page, page.lines.len() - 2..page.lines.len())).to_owned()
    }

    #[test]
    fn the_headlines_words_recur() {
        let headline_line = "Anger as councillors vote to halve library hours";
        assert_eq!(headline(&format!("Trending: Bypass, Vale Show\n{headline_line}\nBy Jo Doe")), headline_line);
        assert!(headline("Trending: Bypass, Vale Show").starts_with("Councillors voted"));
    }

    #[test]
    fn a_headline_may_stand_above_its_summary() {
        let above = "Not a page is turned in the valley\nCouncillors halve opening hours of libraries\nBy Jo Doe";
        assert_eq!(headline(above), "Not a page is turned in the valley");
    }
}
