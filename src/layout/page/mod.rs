//! Whole pages of news sites: what stands around and between the paragraphs of the article.
//!
//! Lines are told apart by shallow features of their text (Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using
//! shallow text features", WSDM 2010): how many words they have, whether they end like sentences, and what sites print. The
//! article is the run of lines with the greatest sum of scores; its headline stands above it, and what sites put between
//! its paragraphs is taken out.

mod article;
mod between;
mod headline;
mod page_lines;

use crate::text::span::Span;
use page_lines::PageText;

/// The fewest lines of a page.
const MIN_LINES: usize = 20;

/// The fewest lines of a page that are no sentences.
const MIN_FRAGMENTS: usize = 12;

/// The share of lines of a page that are no sentences.
const MIN_FRAGMENT_SHARE: f32 = 0.4;

/// The fewest lines, all different, of which it is known that sites print them.
const MIN_SITE_LINES: usize = 6;

/// Finds the lines of a page that are no part of its article; none where a text is no page, or has no article.
pub fn page_boilerplate(text: &str) -> Vec<Span> {
    let Some(page) = PageText::read(text) else { return Vec::new() };
    let Some(article) = article::find_article(&page) else { return Vec::new() };
    let headline = headline::find_headline(&page, article.clone());
    let mut is_boilerplate = vec![true; page.lines.len()];
    is_boilerplate[headline..article.end].fill(false);
    between::find_in_head(&page, headline..article.start, &mut is_boilerplate);
    between::find_between(&page, article, &mut is_boilerplate);
    page.lines.iter().zip(is_boilerplate).filter(|(_, is_one)| *is_one).map(|(line, _)| line.span).collect()
}
