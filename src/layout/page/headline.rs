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
