//! The lines of a page, and what can be said of each by itself.

use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use super::super::split_lines::split_lines;
use super::{MIN_FRAGMENT_SHARE, MIN_FRAGMENTS, MIN_LINES, MIN_SITE_LINES};
use crate::lexicon::is_calendar_name;
use crate::lexicon::page_words::{LineWords, PageLine, Signs};
use crate::text::line_patterns::is_detail;
use crate::text::span::Span;

/// The fewest words of a sentence that stands for a paragraph by itself.
pub const LONG: usize = 12;

/// The fewest words of a paragraph whose last sentence has no end.
const UNENDED: usize = 25;

/// The most words of a call to subscribe that is one line.
const MAX_CALL: usize = 30;

/// The most words of a line that is a date.
const MAX_DATE: usize = 12;

/// What a line of a page is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// It ends like a sentence.
    Sentence,
    /// A sentence with words that sites print, though an article may have them too.
    Doubtful(PageLine),
    /// Words that are no sentence.
    Fragment,
    /// A date.
    Date,
    /// A byline, a credit, a caption.
    Detail,
    /// What sites print.
    Site(PageLine),
}

/// A line of a page.
#[derive(Debug)]
pub struct PageTextLine {
    /// From its first to its last character.
    pub span: Span,
    /// Whether a blank line stands before it.
    pub after_blank: bool,
    /// How many words it has, white space between them.
    pub word_count: usize,
    /// What it is by itself.
    pub kind: LineKind,
    /// Its words without numbers and punctuation.
    pub words: LineWords,
}

impl PageTextLine {
    /// Returns whether the line is a paragraph of an article by its form.
    pub fn is_paragraph(&self) -> bool {
        self.kind == LineKind::Sentence && self.word_count >= LONG
    }

    /// Returns whether the line draws those beside it to itself: the heading of links, a part of a newsletter's box.
    pub fn attracts(&self) -> bool {
        matches!(
            self.kind,
            LineKind::Site(PageLine::Box | PageLine::Teasers | PageLine::End | PageLine::Comment)
                | LineKind::Doubtful(PageLine::Box)
        )
    }

    /// Returns whether the line belongs to the article, but is not its text.
    pub fn is_detail(&self) -> bool {
        matches!(self.kind, LineKind::Date | LineKind::Detail)
    }

    /// Returns whether the line is known to be printed by the site.
    pub fn is_site(&self) -> bool {
        matches!(self.kind, LineKind::Site(_))
    }
}

/// A text that looks like a whole page.
#[derive(Debug)]
pub struct PageText<'t> {
    /// The text.
    pub text: &'t str,
    /// Its lines that are not blank.
    pub lines: Vec<PageTextLine>,
    /// Whether blank lines part blocks: between paragraphs there are some, between the lines of a menu there are none.
    pub has_blocks: bool,
}

impl<'t> PageText<'t> {
    /// Reads the lines of a text, if it looks like a whole page: many short lines, and several that sites print.
    pub fn read(text: &'t str) -> Option<Self> {
        let lines = split_lines(text);
        let filled = || lines.iter().filter(|line| !line.is_blank()).map(|line| line.span.slice(text));
        let (count, fragments) = filled()
            .fold((0, 0), |(count, fragments), line| (count + 1, fragments + usize::from(!ends_sentence(line))));
        if count < MIN_LINES || fragments < MIN_FRAGMENTS || (fragments as f32) < MIN_FRAGMENT_SHARE * count as f32 {
            return None;
        }
        let mut after_blank = true;
        let mut page_lines = Vec::with_capacity(count);
        for line in lines {
            if line.is_blank() {
                after_blank = true;
                continue;
            }
            page_lines.push(PageTextLine::new(text, line.span, after_blank));
            after_blank = false;
        }
        let site_lines: HashSet<&str, FxBuildHasher> =
            page_lines.iter().filter(|line| line.is_site()).map(|line| line.span.slice(text)).collect();
        (site_lines.len() >= MIN_SITE_LINES).then(|| Self {
            text,
            has_blocks: has_blocks(&page_lines),
            lines: page_lines,
        })
    }

    /// The text of a line.
    pub fn line(&self, number: usize) -> &'t str {
        self.lines[number].span.slice(self.text)
    }
}

/// Returns whether blank lines stand between paragraphs and not between other lines.
fn has_blocks(lines: &[PageTextLine]) -> bool {
    let share = |paragraphs: bool| {
        let pairs = || lines.windows(2).filter(|pair| pair.iter().all(|line| line.is_paragraph()) == paragraphs);
        pairs().filter(|pair| pair[1].after_blank).count() as f32 / pairs().count().max(1) as f32
    };
    share(true) > 0.5 && share(false) < 0.6
}

impl PageTextLine {
    fn new(text: &str, span: Span, after_blank: bool) -> Self {
        let line = span.slice(text);
        let words = LineWords::new(line);
        let word_count = line.split_whitespace().count();
        let is_sentence = ends_sentence(line) || word_count >= UNENDED;
        let kind = if let Some(kind) = words.whole_line() {
            LineKind::Site(kind)
        } else if line.starts_with('©') {
            // A photographer's name has no year.
            if has_number(line) { LineKind::Site(PageLine::Copyright) } else { LineKind::Detail }
        } else if !is_sentence && [" > ", " › ", " » "].iter().any(|between| line.contains(between)) {
            // The path of sections to the page.
            LineKind::Site(PageLine::Menu)
        } else if is_date(line, &words, word_count) {
            LineKind::Date
        } else if is_detail(line) || is_credit(&words) {
            LineKind::Detail
        } else {
            match words.signs() {
                Some(signs) if is_sentence && !is_certain(line, signs, word_count) => LineKind::Doubtful(signs.kind),
                Some(signs) => LineKind::Site(signs.kind),
                None if is_sentence => LineKind::Sentence,
                None => LineKind::Fragment,
            }
        };
        Self { span, after_blank, word_count, kind, words }
    }
}

/// Returns whether a sentence with signs of a site's lines cannot be an article's.
fn is_certain(line: &str, signs: Signs, word_count: usize) -> bool {
    match signs.kind {
        PageLine::Advertisement | PageLine::Copyright => true,
        _ if line.starts_with(['“', '"', '‘', '\'']) => false,
        PageLine::Box => word_count < LONG || (signs.count > 1 && word_count <= MAX_CALL),
        _ => signs.count > 1 && word_count <= MAX_CALL,
    }
}

/// Returns whether a line ends like a sentence, or leads over to the next one.
fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '\'', '’', ')', ']', '»']);
    line.ends_with(['.', '!', '?', '…']) || (line.ends_with(':') && line.contains(' '))
}

fn has_number(line: &str) -> bool {
    line.contains(|one: char| one.is_ascii_digit())
}

/// Words that stand in captions and credits only.
const CREDIT_WORDS: [&str; 12] = [
    "photograph:",
    "photographs:",
    "photo:",
    "photos:",
    "picture:",
    "image:",
    "photographs by",
    "photography by",
    "image source",
    "image caption",
    "getty images",
    "credit:",
];

/// Returns whether a line has the name of who made a picture.
fn is_credit(words: &LineWords) -> bool {
    CREDIT_WORDS.iter().any(|credit| words.text().contains(credit)) || words.text().starts_with("item of")
}

/// Returns whether a line is a date with little text around it.
fn is_date(line: &str, words: &LineWords, word_count: usize) -> bool {
    let is_month = |word: &str| {
        let word = word.trim_end_matches(['.', ',']);
        is_calendar_name(word)
            || matches!(
                word,
                "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec"
            )
    };
    has_number(line)
        && word_count <= MAX_DATE
        && words.count() <= MAX_DATE / 2
        && !ends_sentence(line)
        && words.iter().any(is_month)
}
