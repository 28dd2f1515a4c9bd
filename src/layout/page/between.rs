//! What sites put between an article's paragraphs, and between its headline and the first of them.

use std::collections::HashSet;
use std::hash::BuildHasher;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::page_lines::{LineKind, PageText};
use crate::lexicon::page_words::PageLine;

/// The most words of a line in a box that is not read with the article.
const MAX_BOX_LINE: usize = 30;

/// The most lines between two parts of one box.
const MAX_GAP: usize = 3;

/// The fewest words of a link to another article, and how many stand together.
const MIN_LINK: usize = 5;
const MIN_LINKS: usize = 3;

/// The fewest words of a pull quote.
const MIN_PULL_QUOTE: usize = 4;

/// The most words of the line below a pull quote that says whose it is.
const MAX_PULL_QUOTE_SOURCE: usize = 8;

/// Marks what is no part of the article between its paragraphs.
pub fn find_between(page: &PageText, article: Range<usize>, is_boilerplate: &mut [bool]) {
    mark_site_lines(page, article.clone(), is_boilerplate);
    if page.has_blocks {
        for block in blocks(page, article.clone()) {
            mark_block(page, block, is_boilerplate);
        }
    }
    for run in runs(page, article.clone()) {
        mark_links(page, run.clone(), is_boilerplate);
        mark_run(page, run, is_boilerplate);
    }
    mark_pull_quotes(page, article, is_boilerplate);
}

/// Marks what is no part of the article between its headline and its first paragraph.
pub fn find_in_head(page: &PageText, head: Range<usize>, is_boilerplate: &mut [bool]) {
    let Some(first) = head.clone().next() else { return };
    let below = first + 1..head.end;
    mark_site_lines(page, below.clone(), is_boilerplate);
    mark_run(page, below.clone(), is_boilerplate);
    let is_detail = |number: usize| page.lines.get(number).is_some_and(|line| line.is_detail());
    for number in below {
        let line = &page.lines[number];
        let is_short = line.kind == LineKind::Fragment && line.word_count <= 2;
        is_boilerplate[number] |= is_short && !is_detail(number - 1) && !is_detail(number + 1);
    }
}

/// Marks the lines of which it is known that sites print them.
fn mark_site_lines(page: &PageText, range: Range<usize>, is_boilerplate: &mut [bool]) {
    for number in range {
        is_boilerplate[number] |= page.lines[number].is_site();
    }
}

/// The blocks of lines between blank lines.
fn blocks(page: &PageText, range: Range<usize>) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for number in range {
        match blocks.last_mut() {
            Some(block) if !page.lines[number].after_blank => block.end = number + 1,
            _ => blocks.push(number..number + 1),
        }
    }
    blocks
}

/// Marks a block in which some line is of a box, or the heading of links; a paragraph at its edge belongs to the article.
fn mark_block(page: &PageText, block: Range<usize>, is_boilerplate: &mut [bool]) {
    let lines = &page.lines[block.clone()];
    if lines.len() < 2 || !lines.iter().any(|line| line.attracts()) {
        return;
    }
    for number in block.clone() {
        let line = &page.lines[number];
        let at_edge = number == block.start || number + 1 == block.end;
        let is_own = match line.kind {
            LineKind::Date | LineKind::Detail => true,
            LineKind::Sentence => at_edge && line.is_paragraph(),
            _ => false,
        };
        is_boilerplate[number] |= !is_own;
    }
}

/// The runs of lines between paragraphs.
fn runs(page: &PageText, range: Range<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for number in range {
        match runs.last_mut() {
            _ if page.lines[number].is_paragraph() => {}
            Some(run) if run.end == number => run.end = number + 1,
            _ => runs.push(number..number + 1),
        }
    }
    runs
}

/// Marks links behind their heading, and what stands inside a box.
fn mark_run(page: &PageText, run: Range<usize>, is_boilerplate: &mut [bool]) {
    let is_name_above_date = |number: usize| run.contains(&(number + 1)) && page.lines[number + 1].is_detail();
    let mut heading = None;
    let mut last_box = None;
    for number in run.clone() {
        let line = &page.lines[number];
        match line.kind {
            LineKind::Fragment if heading.is_some() && !is_name_above_date(number) => is_boilerplate[number] = true,
            LineKind::Site(PageLine::Teasers | PageLine::End) => heading = Some(number),
            LineKind::Site(_) | LineKind::Doubtful(_) => {}
            _ => heading = None,
        }
        if !matches!(line.kind, LineKind::Site(PageLine::Box) | LineKind::Doubtful(PageLine::Box)) {
            continue;
        }
        let is_box = |before: usize| page.lines[number].is_site() || page.lines[before].is_site();
        if let Some(before) = last_box.replace(number).filter(|&it| number - it <= MAX_GAP + 1 && is_box(it)) {
            for (inside, marked) in is_boilerplate.iter_mut().enumerate().take(number + 1).skip(before) {
                let line = &page.lines[inside];
                *marked |= !line.is_detail() && line.word_count <= MAX_BOX_LINE;
            }
        }
    }
}

/// Marks links to other articles without a heading: several lines like headlines, one after the other.
fn mark_links(page: &PageText, run: Range<usize>, is_boilerplate: &mut [bool]) {
    let follows_colon = run.start > 0 && page.line(run.start - 1).ends_with(':');
    let is_link = |number: usize| {
        let begins_item = !page.line(number).starts_with(|one: char| one.is_alphabetic() || "“\"‘'".contains(one));
        page.lines[number].kind == LineKind::Fragment && page.lines[number].word_count >= MIN_LINK && !begins_item
    };
    let mut start = run.start;
    for number in run.clone() {
        if !is_link(number) {
            start = number + 1;
        } else if number + 1 - start >= MIN_LINKS && !follows_colon {
            is_boilerplate[start..=number].fill(true);
        }
    }
}

/// Marks lines that repeat words of a paragraph, and those below that say whose they are.
fn mark_pull_quotes(page: &PageText, article: Range<usize>, is_boilerplate: &mut [bool]) {
    let hashed = |number: usize| -> Vec<u64> {
        let words: Vec<&str> = page.lines[number].words.iter().collect();
        words.windows(3).map(|three| FxBuildHasher.hash_one(three)).collect()
    };
    let mut of_paragraphs: HashSet<u64, FxBuildHasher> = HashSet::default();
    for number in article.clone().filter(|&number| page.lines[number].is_paragraph()) {
        of_paragraphs.extend(hashed(number));
    }
    for number in article.clone() {
        let line = &page.lines[number];
        let is_alone = matches!(line.kind, LineKind::Fragment) && line.words.count() >= MIN_PULL_QUOTE;
        if !is_alone || is_boilerplate[number] || !hashed(number).iter().all(|three| of_paragraphs.contains(three)) {
            continue;
        }
        is_boilerplate[number] = true;
        let below = number + 1;
        let is_source = article.contains(&below)
            && page.lines[below].kind == LineKind::Fragment
            && page.lines[below].word_count <= MAX_PULL_QUOTE_SOURCE
            && !(page.has_blocks && page.lines[below].after_blank);
        is_boilerplate[below.min(article.end - 1)] |= is_source;
    }
}
