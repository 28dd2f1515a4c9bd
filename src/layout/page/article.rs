//! The run of lines that is the article: the one with the greatest sum of scores.

use std::collections::HashSet;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::page_lines::{LONG, LineKind, PageText, PageTextLine};
use crate::lexicon::is_calendar_name;
use crate::lexicon::page_words::PageLine;

/// The most words of a line that count.
const MAX_WORDS: usize = 40;

/// The most words that count of a line which stands alone behind the heading of what follows an article.
const MAX_WORDS_BEHIND: usize = 10;

/// How many sentences behind such a heading, one after the other, are the article's again.
const ENOUGH_GOING_ON: usize = 3;

/// How much a line that sites print, and the first heading of what follows an article, speak against an article.
const SITE_LINE: i32 = 6;
const END: i32 = 40;

/// The least sum of scores of an article: a few paragraphs.
const MIN_SUM: i32 = 60;

/// The shortest word that counts as a name, in bytes.
const MIN_NAME: usize = 4;

/// Finds the article of a page.
pub fn find_article(page: &PageText) -> Option<Range<usize>> {
    let (mut best, mut best_sum) = (0..0, 0);
    let mut run = Run::default();
    for (number, line) in page.lines.iter().enumerate() {
        run.add(line, page.line(number));
        if run.sum <= 0 {
            run = Run { start: number + 1, ..Run::default() };
        } else if run.sum >= best_sum {
            (best, best_sum) = (run.start..number + 1, run.sum);
        }
    }
    // Who wrote and edited it stands below.
    let is_credit = |line: &&PageTextLine| line.kind == LineKind::Detail && line.word_count > 3;
    best.end += page.lines[best.end..].iter().take_while(is_credit).count();
    (best_sum >= MIN_SUM).then_some(best)
}

/// A run of lines that may be the article.
#[derive(Default)]
struct Run<'t> {
    start: usize,
    /// The sum of its lines' scores.
    sum: i32,
    /// Whether it has the heading of what follows an article, and has not gone on since: some stand inside an article.
    is_behind: bool,
    /// How many sentences without others between them go on with the article behind such a heading.
    going_on: usize,
    /// What sentences behind such a heading have added since the last one.
    gained: i32,
    /// The names in its paragraphs.
    names: HashSet<&'t str, FxBuildHasher>,
}

impl<'t> Run<'t> {
    fn add(&mut self, line: &PageTextLine, text: &'t str) {
        match line.kind {
            LineKind::Sentence => self.add_sentence(line.word_count, text),
            LineKind::Doubtful(_) | LineKind::Detail => self.sum -= 2,
            LineKind::Fragment => {
                self.sum -= 3;
                self.going_on = 0;
            }
            LineKind::Site(PageLine::End | PageLine::Comment | PageLine::Copyright) => self.add_end(line.kind),
            LineKind::Site(_) => self.sum -= SITE_LINE,
        }
    }

    /// Adds a sentence: it speaks for an article with its words.
    fn add_sentence(&mut self, word_count: usize, text: &'t str) {
        if self.is_behind {
            // Comments and summaries of other articles stand alone; sentences that go on with the article have its names.
            let goes_on = self.going_on > 0 || names(text).any(|name| self.names.contains(name));
            self.going_on = if goes_on { self.going_on + 1 } else { 0 };
            self.is_behind = self.going_on < ENOUGH_GOING_ON;
        }
        let most = if self.is_behind && self.going_on == 0 { MAX_WORDS_BEHIND } else { MAX_WORDS };
        let gain = if word_count >= LONG / 2 { i32::try_from(word_count.min(most)).unwrap_or(0) } else { 1 };
        self.sum += gain;
        if self.is_behind {
            self.gained += gain;
        } else {
            self.names.extend(names(text));
        }
    }

    /// Adds the heading of what follows an article, or a part of it.
    fn add_end(&mut self, kind: LineKind) {
        if self.is_behind {
            // What stood before was a comment.
            self.sum -= SITE_LINE + if kind == LineKind::Site(PageLine::Comment) { self.gained } else { 0 };
        } else {
            self.sum -= END;
        }
        self.is_behind = self.sum > MIN_SUM || self.is_behind;
        (self.going_on, self.gained) = (0, 0);
    }
}

/// Words with a capital inside sentences.
fn names(line: &str) -> impl Iterator<Item = &str> {
    let is_mark = |one: char| !one.is_alphanumeric();
    let words = line.split_whitespace();
    words.clone().zip(words.skip(1)).filter_map(move |(before, word)| {
        let begins_sentence = before.ends_with(['.', '!', '?', '…', ':', '”', '"', '’']) || word.starts_with(is_mark);
        let name = word.trim_end_matches(is_mark).trim_end_matches("’s").trim_end_matches("'s");
        let is_name = !begins_sentence
            && name.len() >= MIN_NAME
            && name.starts_with(char::is_uppercase)
            && !is_calendar_name(&name.to_lowercase());
        is_name.then_some(name)
    })
}
