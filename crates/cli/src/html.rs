//! Finds the article in an HTML page.

use std::path::Path;

use anyhow::{Result, bail};
use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

/// The largest number of elements that are searched for the article.
const MAX_ELEMENTS: usize = 200_000;
/// How deeply elements may lie in one another; browsers go no deeper either.
const MAX_DEPTH: usize = 512;

/// Whether an input is HTML, by the name of its file or its first characters.
pub fn is_html(file: &Path, text: &str) -> bool {
    let has_name = file
        .extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| ["html", "htm", "xhtml"].iter().any(|known| extension.eq_ignore_ascii_case(known)));
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let begins = |start: &str| text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start));
    has_name || begins("<!doctype html") || begins("<html")
}

/// Returns the text of the article in a page, one paragraph a line, after its headline.
///
/// As the page does with files that are opened there, this finds the article by Mozilla's Readability, here in a version for Rust.
pub fn article(html: &str) -> Result<String> {
    let config = Config { text_mode: TextMode::Formatted, max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    let page = Document::from(html);
    if !is_depth_usual(&page) {
        bail!("the elements of this HTML page are nested too deeply. Save the article’s text and pass that");
    }
    let article = match Readability::with_document(page, None, Some(config)).and_then(|mut reader| reader.parse()) {
        Ok(article) => article,
        Err(error) => bail!("no article found in this HTML page ({error}). Save the article’s text and pass that"),
    };
    let body = article
        .text_content
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n");
    let title = article.title.trim();
    Ok(if title.is_empty() || body.starts_with(title) { body } else { format!("{title}\n\n{body}") })
}

/// Whether no element lies deeper than browsers allow; Readability calls itself for each level.
fn is_depth_usual(page: &Document) -> bool {
    let mut pending = vec![(page.root(), 0)];
    while let Some((node, depth)) = pending.pop() {
        if depth > MAX_DEPTH {
            return false;
        }
        pending.extend(node.next_sibling().map(|sibling| (sibling, depth)));
        pending.extend(node.first_child().map(|child| (child, depth + 1)));
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with an article of some length, so that Readability has something to weigh.
    fn page() -> String {
        let paragraph =
            "The harbour has been closed since Monday, when a storm broke the northern wall and sank four boats.";
        format!(
            "<!DOCTYPE html><html><head><title>Harbour to reopen | The Example</title></head><body>\
             <nav><ul><li><a href=/>Home</a></li><li><a href=/s>Sport</a></li></ul></nav>\
             <article><h1>Harbour to reopen</h1><p>{paragraph}</p><p>“We will&nbsp;open on\n Friday,” said mayor \
             <b>Jane Doe</b>. “Nobody was hurt.”</p><p>{paragraph}</p><p>{paragraph}</p></article>\
             <script>say('no')</script><footer>All rights reserved. Contact us.</footer></body></html>"
        )
    }

    #[test]
    fn the_article_is_read_and_nothing_around_it() {
        let text = article(&page()).unwrap();
        assert!(text.contains("\n\n“We will open on Friday,” said mayor Jane Doe. “Nobody was hurt.”\n\n"), "{text}");
        assert_eq!(text.matches("Harbour to reopen").count(), 1, "{text}");
        for noise in ["Sport", "say(", "All rights"] {
            assert!(!text.contains(noise), "{noise} in {text}");
        }
    }

    #[test]
    fn pages_are_told_by_name_or_beginning() {
        let text = Path::new("a.txt");
        assert!(is_html(text, "\u{feff}\n<!doctype HTML><p>") && is_html(Path::new("A.HTM"), "<p>Yes."));
        assert!(!is_html(text, "<who> said it?") && !is_html(text, "é") && !is_html(Path::new("-"), ""));
    }

    #[test]
    fn a_page_without_an_article_is_an_error_that_says_what_to_do() {
        for page in ["<html></html>", "<html><body><script>a()</script></body></html>", ""] {
            let error = article(page).unwrap_err().to_string();
            assert!(error.contains("no article found"), "{error}");
        }
    }

    #[test]
    fn damaged_and_deeply_nested_pages_do_no_harm() {
        let nested = |depth: usize| page().replacen("<p>", &format!("{}<p>", "<div>".repeat(depth)), 1);
        assert!(article(&nested(20_000)).unwrap_err().to_string().contains("nested too deeply"));
        assert!(article(&nested(100)).is_ok());
        for page in [page().replace("</p>", "<p"), "<".repeat(50_000)] {
            let _ = article(&page);
        }
    }
}
