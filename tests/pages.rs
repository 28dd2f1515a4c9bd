//! Whole pages of news sites, as they are pasted: the article's quotes are found, and nobody else's.
#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code, reason = "other tests read the right answers")]
#[path = "common/news.rs"]
mod news;

use std::collections::HashSet;
use std::path::Path;

use news::{NewsArticle, read_articles};
use serde::Deserialize;
use whosaid::{Offsets, Report, analyze};
use whosaid::{ParagraphRole, Quote, Range};

/// A file of `tests/news/pages`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    #[serde(skip)]
    name: String,
    #[serde(rename = "style")]
    _style: String,
    /// The name of its article in `tests/news/articles`.
    article: String,
    text: String,
    /// The lines that are no part of the article.
    boilerplate: HashSet<String>,
    /// Lines that belong to the article but are not its text: bylines, dates, captions.
    other: HashSet<String>,
}

/// How a page compares with its article alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Figures {
    article_lines: usize,
    /// The article's lines that are read.
    kept: usize,
    boilerplate_lines: usize,
    /// The other lines that are taken for boilerplate.
    set_aside: usize,
    quotes: usize,
    /// The article's quotes that have the same content, cue, source and speaker in the page.
    same: usize,
    /// Quotes in the article's lines that the article alone does not have.
    different: usize,
    /// Quotes in boilerplate.
    stray: usize,
}

impl Figures {
    fn add(&mut self, other: Self) {
        self.article_lines += other.article_lines;
        self.kept += other.kept;
        self.boilerplate_lines += other.boilerplate_lines;
        self.set_aside += other.set_aside;
        self.quotes += other.quotes;
        self.same += other.same;
        self.different += other.different;
        self.stray += other.stray;
    }
}

/// What an analysis of all pages must reach; raise a floor when the analysis gets better.
const FLOOR: Figures = Figures {
    article_lines: 273,
    kept: 273,
    boilerplate_lines: 1457,
    set_aside: 1385,
    quotes: 321,
    same: 284,
    different: 36,
    stray: 17,
};

fn read_pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/news/pages");
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).expect("the folder is there").flatten().map(|it| it.path()).collect();
    files.sort();
    let read = |file: &Path| {
        let text = std::fs::read_to_string(file).expect("the file is UTF-8");
        let mut page: Page = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        page.name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        page
    };
    files.iter().filter(|file| file.extension().is_some_and(|it| it == "json")).map(|file| read(file)).collect()
}

/// The letters of some ranges: marks and white space may differ.
fn letters<'r>(text: &str, ranges: impl IntoIterator<Item = &'r Range>) -> String {
    let pieces = ranges.into_iter().map(|range| &text[range.start..range.end]);
    pieces.flat_map(str::chars).filter(|character| character.is_alphanumeric()).collect()
}

/// A quote's content, cue, source, and its speaker's name.
type Answer = (String, String, String, Option<String>);

fn answer(text: &str, report: &Report, quote: &Quote) -> Answer {
    let range = |start, end| letters(text, [&Range { start, end }]);
    let speaker = quote.speaker.as_ref().and_then(|id| report.entities.iter().find(|entity| entity.id == *id));
    (
        letters(text, &quote.content),
        quote.cue.as_ref().map(|cue| range(cue.start, cue.end)).unwrap_or_default(),
        quote.source.as_ref().map(|source| range(source.start, source.end)).unwrap_or_default(),
        speaker.map(|entity| entity.name.clone()),
    )
}

/// Compares a page with its article alone.
fn compare(page: &Page, article: &NewsArticle) -> Figures {
    let mut figures = Figures::default();
    let report = analyze(&page.text, Offsets::Byte);
    let is_set_aside = |start: usize| {
        report.paragraphs.iter().any(|paragraph| {
            paragraph.role == ParagraphRole::Boilerplate && (paragraph.start..paragraph.end).contains(&start)
        })
    };
    let mut start = 0;
    for line in page.text.split('\n') {
        let content = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        start += line.len() + 1;
        if content.is_empty() || page.other.contains(content) {
            continue;
        }
        let aside = is_set_aside(at);
        let is_boilerplate = page.boilerplate.contains(content);
        if is_boilerplate {
            figures.boilerplate_lines += 1;
            figures.set_aside += usize::from(aside);
        } else {
            figures.article_lines += 1;
            figures.kept += usize::from(!aside);
        }
        if aside != is_boilerplate {
            println!("{}: {} {content:?}", page.name, if aside { "set aside" } else { "kept" });
        }
    }
    let alone = analyze(&article.text, Offsets::Byte);
    let mut expected: Vec<Answer> = alone.quotes.iter().map(|quote| answer(&article.text, &alone, quote)).collect();
    figures.quotes = expected.len();
    for quote in &report.quotes {
        let first = quote.content.first().expect("a quote has content").start;
        let start = page.text[..first].rfind('\n').map_or(0, |end| end + 1);
        let line = page.text[start..].split('\n').next().unwrap_or_default().trim();
        let answer = answer(&page.text, &report, quote);
        if page.boilerplate.contains(line) {
            figures.stray += 1;
            println!("{}: stray {answer:?}", page.name);
        } else if !page.other.contains(line) {
            if let Some(place) = expected.iter().position(|one| *one == answer) {
                expected.swap_remove(place);
                figures.same += 1;
            } else {
                figures.different += 1;
                println!("{}: different {answer:?}", page.name);
            }
        }
    }
    for missing in expected {
        println!("{}: not in the page {missing:?}", page.name);
    }
    figures
}

#[test]
fn quotes_of_a_page_are_those_of_its_article() {
    let articles = read_articles("articles");
    let mut all = Figures::default();
    for page in read_pages() {
        let stem = page.article.trim_end_matches(".json");
        let article = articles.iter().find(|article| article.name == stem).expect("the article is there");
        let figures = compare(&page, article);
        println!("{}: {figures:?}", page.name);
        all.add(figures);
    }
    println!("all: {all:?}");
    assert_eq!((all.article_lines, all.boilerplate_lines), (FLOOR.article_lines, FLOOR.boilerplate_lines));
    assert!(all.kept >= FLOOR.kept && all.set_aside >= FLOOR.set_aside && all.same >= FLOOR.same, "{all:?}");
    assert!(all.different <= FLOOR.different && all.stray <= FLOOR.stray, "{all:?}");
}
