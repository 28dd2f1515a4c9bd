//! The run of lines that is the article: the one with the greatest sum of scores, and what goes on with it beyond links and
//! boxes.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::page_lines::{LONG, LineKind, PageText, PageTextLine};
use crate::lexicon::is_calendar_name;
use crate::lexicon::page_words::PageLine;

/// The most words of a line that count.
const MAX_WORDS: usize = 40;

/// The most words that count of a line behind the heading of what follows an article.
const MAX_WORDS_BEHIND: usize = 10;

/// The least sum of scores of an article's longest part.
const MIN_SUM: i32 = 30;

/// The fewest words in the sentences of an article.
const MIN_ARTICLE: usize = 60;

/// From which sum of scores on an article may have ended.
const ENOUGH: i32 = 60;

/// The most lines of links and boxes between two parts of an article.
const MAX_GAP: usize = 16;

/// The fewest sentences, one a line, and the fewest words of a part of an article behind links and boxes.
const MIN_PART: (usize, usize) = (2, 30);

/// The most lines of a picture.
const MAX_PICTURE: usize = 3;

/// The most notes below an article, as about its author.
const MAX_NOTES: usize = 8;

/// The fewest long words of a sentence below an article that stand in it as well, and how many letters they have.
const MIN_RECURRING: usize = 2;
const LONG_WORD: usize = 6;

/// The shortest word that counts as a name, in bytes.
const MIN_NAME: usize = 3;

/// Finds the article of a page.
pub fn find_article(page: &PageText) -> Option<Range<usize>> {
    let core = best_run(&page.lines)?;
    let mut names = ArticleNames::new(page);
    names.add(core.clone());
    let mut article = core.start..without_notes(page, &core, &names);
    while let Some(part) = next_part(page, article.end..page.lines.len(), &names) {
        names.add(part.clone());
        article.end = part.end;
    }
    while let Some(part) = previous_part(page, article.start, &names) {
        names.add(part.clone());
        article.start = part.start;
    }
    let sentences = page.lines[article.clone()].iter().filter(|line| line.kind == LineKind::Sentence);
    if sentences.map(|line| line.word_count).sum::<usize>() < MIN_ARTICLE {
        return None;
    }
    // Who wrote and edited it stands below.
    let is_credit = |line: &&PageTextLine| line.kind == LineKind::Detail && line.word_count > 3;
    article.end += page.lines[article.end..].iter().take_while(is_credit).count();
    Some(article)
}

/// Finds the run of lines with the greatest sum of scores.
fn best_run(lines: &[PageTextLine]) -> Option<Range<usize>> {
    let (mut best, mut best_sum) = (0..0, MIN_SUM);
    let (mut start, mut sum, mut is_behind) = (0, 0, false);
    for (number, line) in lines.iter().enumerate() {
        sum += score(line, is_behind);
        is_behind |= sum > ENOUGH && is_end(line);
        if sum <= 0 {
            (start, sum, is_behind) = (number + 1, 0, false);
        } else if sum >= best_sum {
            (best, best_sum) = (start..number + 1, sum);
        }
    }
    (!best.is_empty()).then_some(best)
}

/// How much a line speaks for an article: its words where it is a sentence.
fn score(line: &PageTextLine, is_behind: bool) -> i32 {
    let most = if is_behind { MAX_WORDS_BEHIND } else { MAX_WORDS };
    match line.kind {
        LineKind::Sentence if line.word_count >= LONG / 2 => i32::try_from(line.word_count.min(most)).unwrap_or(0),
        LineKind::Sentence => 1,
        LineKind::Date | LineKind::Detail | LineKind::Doubtful(_) => -2,
        LineKind::Fragment => -3,
        LineKind::Site(_) if is_end(line) => -40,
        LineKind::Site(_) => -6,
    }
}

/// Returns whether a line begins what follows an article, or is a part of it.
fn is_end(line: &PageTextLine) -> bool {
    matches!(line.kind, LineKind::Site(PageLine::End | PageLine::Comments)) || is_final(line)
}

/// Returns whether the article ends at a line, whatever follows.
fn is_final(line: &PageTextLine) -> bool {
    matches!(line.kind, LineKind::Site(PageLine::Comment | PageLine::Copyright))
}

/// Finds sentences that go on with an article: several, one after the other, with a name of the article.
///
/// Comments and summaries of other articles stand alone.
fn next_part(page: &PageText, rest: Range<usize>, names: &ArticleNames) -> Option<Range<usize>> {
    let mut at = rest.start;
    let mut gap = 0;
    while at < rest.end && gap < MAX_GAP && !is_final(&page.lines[at]) {
        let part = at..at + part_length(page.lines[at..rest.end].iter());
        if part.is_empty() {
            (at, gap) = (at + 1, gap + 1);
            continue;
        }
        let is_comment =
            page.lines[part.end..].iter().take(3).any(|line| line.kind == LineKind::Site(PageLine::Comment));
        if goes_on(page, part.clone(), names) && !is_comment {
            return Some(part);
        }
        (at, gap) = (part.end, gap + part.len());
    }
    None
}

/// Finds sentences that an article goes on with, above it.
fn previous_part(page: &PageText, end: usize, names: &ArticleNames) -> Option<Range<usize>> {
    let mut at = end;
    while at > 0 && end - at < MAX_GAP && !is_final(&page.lines[at - 1]) {
        let part = at - part_length(page.lines[..at].iter().rev())..at;
        if part.is_empty() {
            at -= 1;
        } else if goes_on(page, part.clone(), names) {
            return Some(part);
        } else {
            at = part.start;
        }
    }
    None
}

/// Returns how many lines are sentences, with nothing but pictures and buttons between them.
fn part_length<'l>(lines: impl Iterator<Item = &'l PageTextLine>) -> usize {
    let (mut length, mut between, mut has_fragment, mut has_credit) = (0, 0, false, false);
    for (number, line) in lines.enumerate() {
        match line.kind {
            LineKind::Sentence if has_fragment && !(has_credit && between <= MAX_PICTURE) => break,
            LineKind::Sentence => {
                length = number + 1;
                (between, has_fragment, has_credit) = (0, false, false);
                continue;
            }
            _ if number == 0 => break,
            // What a picture shows stands above the name of its photographer.
            LineKind::Fragment => has_fragment = true,
            LineKind::Detail => has_credit = true,
            LineKind::Site(PageLine::Button | PageLine::Advertisement) => {}
            _ => break,
        }
        between += 1;
    }
    length
}

/// Returns the end of an article without the notes below it: single sentences below a heading, with no name of the article.
fn without_notes(page: &PageText, article: &Range<usize>, names: &ArticleNames) -> usize {
    let mut end = article.end;
    for _ in 0..MAX_NOTES {
        let start = end - part_length(page.lines[article.start..end].iter().rev());
        let part = start..end;
        let sentences = part.clone().filter(|&number| page.lines[number].kind == LineKind::Sentence).count();
        let has_heading = start > article.start && page.lines[start - 1].kind == LineKind::Fragment;
        if !has_heading
            || sentences != 1
            || names.has_any_before(part.clone(), start)
            || recurs(page, article.start..start, part)
        {
            break;
        }
        end = start;
        while end > article.start && page.lines[end - 1].kind != LineKind::Sentence {
            end -= 1;
        }
    }
    end
}

/// Returns whether long words of some lines stand in the article as well.
fn recurs(page: &PageText, article: Range<usize>, part: Range<usize>) -> bool {
    let long = |number: usize| page.lines[number].words.iter().filter(|word| word.len() >= LONG_WORD);
    let own: HashSet<&str, FxBuildHasher> = part.flat_map(long).collect();
    let recurring: HashSet<&str, FxBuildHasher> = article.flat_map(long).filter(|word| own.contains(word)).collect();
    recurring.len() >= MIN_RECURRING
}

/// Returns whether lines are enough sentences to be an article's and have a name that it has.
fn goes_on(page: &PageText, part: Range<usize>, names: &ArticleNames) -> bool {
    let sentences = || part.clone().filter(|&number| page.lines[number].kind == LineKind::Sentence);
    sentences().count() >= MIN_PART.0
        && sentences().map(|number| page.lines[number].word_count).sum::<usize>() >= MIN_PART.1
        && names.has_any_before(part, usize::MAX)
}

/// The names in the article so far.
struct ArticleNames<'p> {
    page: &'p PageText<'p>,
    /// The words that stand in lower case somewhere in the page.
    common: HashSet<&'p str, FxBuildHasher>,
    /// The names, each with the first line that has it.
    names: HashMap<&'p str, usize, FxBuildHasher>,
}

impl<'p> ArticleNames<'p> {
    fn new(page: &'p PageText<'p>) -> Self {
        let words = (0..page.lines.len()).flat_map(|number| words(page.line(number)));
        Self {
            page,
            common: words.filter(|word| word.starts_with(char::is_lowercase)).collect(),
            names: HashMap::default(),
        }
    }

    fn add(&mut self, lines: Range<usize>) {
        for number in lines {
            let new: Vec<&str> = self.of_line(number).collect();
            for name in new {
                self.names.entry(name).and_modify(|first| *first = number.min(*first)).or_insert(number);
            }
        }
    }

    /// Returns whether lines have a name that the article has before a line.
    fn has_any_before(&self, mut lines: Range<usize>, before: usize) -> bool {
        lines.any(|number| self.of_line(number).any(|name| self.names.get(name).is_some_and(|&first| first < before)))
    }

    /// The names in a line: words that stand with a capital everywhere in the page.
    fn of_line(&self, number: usize) -> impl Iterator<Item = &'p str> {
        words(self.page.line(number)).filter(|word| {
            let lower = word.to_lowercase();
            word.len() >= MIN_NAME
                && word.starts_with(char::is_uppercase)
                && !self.common.contains(&*lower)
                && !is_calendar_name(&lower)
        })
    }
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    let is_mark = |one: char| !one.is_alphanumeric();
    line.split_whitespace().map(move |word| word.trim_matches(is_mark).trim_end_matches("’s").trim_end_matches("'s"))
}

#[cfg(test)]
mod tests {
    use super::super::page_lines::PageText;
    use super::*;

    /// Paragraphs of two parts of one article with links between them, below a menu and above other texts.
    fn page(second: [&str; 2], below: &str) -> String {
        let menu = "Home\nNews\nSport\nSign in\nSubscribe\nSearch\nWeather\nJobs\nMotors\nMy account\nLog out";
        let first = [
            "Ada Byron said on Monday that she would bring the plan for the wall of Holm back to the lower house, as she had promised to the skippers of the town before the vote.",
            "Nobody had expected that, least of all the harbour’s skippers, who had asked for the wall of Holm four times and were told each time to wait.",
        ];
        let links = "Most read\nShop sorry for scarecrow\nBest pie sold out\nTen of the best soups\nBypass shut for weeks\nMan gave kidney to stranger\nBrewer raises its prices\nMore from us\nAirline cuts jobs";
        [menu, first[0], first[1], links, second[0], second[1], below].join("\n")
    }

    fn last_line(text: &str) -> &str {
        let page = PageText::read(text).unwrap();
        page.line(find_article(&page).unwrap().end - 1)
    }

    #[test]
    fn an_article_goes_on_behind_links_with_its_names() {
        let second = [
            "The vote is in May, Byron said at a meeting in the town hall.",
            "She will need eleven votes more than she had in the vote of last year, which she lost.",
        ];
        assert_eq!(last_line(&page(second, "© 2025 Holm Gazette")), second[1]);
        let other = [
            "A shop in Vale said that its scarecrow had been stolen twice.",
            "It will stand in the window from next week on, behind a pane of glass that nobody can break.",
        ];
        assert!(last_line(&page(other, "© 2025 Holm Gazette")).starts_with("Nobody had expected"));
    }

    #[test]
    fn comments_do_not_go_on_with_an_article() {
        let comments = [
            "Byron never said that, and I was at the meeting in the town hall.",
            "Nobody was at the meeting in the town hall at all.",
        ];
        assert!(last_line(&page(comments, "Reply\nReport\n© 2025 Holm Gazette")).starts_with("Nobody had expected"));
    }
}
