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

#[cfg(test)]
mod tests {
    use super::*;

    /// The menu of a site.
    const MENU: &str =
        "Skip to content\nThe Holm Gazette\nSign in\nSubscribe\nNews\nSport\nWeather\nPuzzles\nMy account";

    /// The headline of an article and its byline.
    const HEAD: &str = "Minister quits over harbour wall\n\nBy Jane Doe\n3 March 2025";

    /// The paragraphs of an article.
    const BODY: [&str; 4] = [
        "The harbour minister of Holm quit on Monday, after a vote on the wall that nobody in her party had expected to lose.",
        "“We knew,” said Ada Byron, who leads the opposition in the lower house. “All of us knew, and none of us spoke of it.”",
        "The wall was to be built next year. It has been promised to the people of Holm four times, and each time it was put off.",
        "Byron said that she would bring the plan back, and that the minister should have asked the harbour’s skippers first.",
    ];

    /// What stands below an article.
    const FOOT: &str = "Comments (2)\n\nskipper61\n3 March 2025\nMy old father said to me, “Never trust a wall that you have not built yourself, boy.”\nReply\nReport\n\nMost read\nShop sorry for “rude” scarecrow\nMan gave kidney to stranger at bus stop\n\nAbout us\nContact us\nPrivacy policy\n© 2025 Holm Gazette. All rights reserved.";

    fn page(between: &str) -> String {
        [MENU, HEAD, BODY[0], BODY[1], between, BODY[2], BODY[3], FOOT].join("\n\n")
    }

    /// The lines that are left of a page.
    fn kept(page: &str) -> Vec<&str> {
        let boilerplate = page_boilerplate(page);
        let lines = page.lines().filter(|line| !line.is_empty());
        lines
            .filter(|line| {
                let start = line.as_ptr().addr() - page.as_ptr().addr();
                !boilerplate.iter().any(|span| span.start() == start)
            })
            .collect()
    }

    #[test]
    fn finds_the_article_with_its_headline() {
        let expected: Vec<&str> = HEAD.lines().filter(|line| !line.is_empty()).chain(BODY).collect();
        assert_eq!(kept(&page("Share")), expected);
        let cramped = page("Share").replace("\n\n", "\n");
        assert_eq!(kept(&cramped), expected);
    }

    #[test]
    fn takes_out_what_sites_put_between_paragraphs() {
        let expected: Vec<&str> = HEAD.lines().filter(|line| !line.is_empty()).chain(BODY).collect();
        for between in [
            "Advertisement\nScroll down to continue",
            "READ MORE: “I sleep badly”: the minister in her own words",
            "Related stories\nByron: “I will not rest”\nWhat the skippers say",
            "Our harbour newsletter\n“The only one I open,” says a reader.\nEnter your email address\nSubscribe",
            "“All of us knew, and none of us spoke of it”\nAda Byron",
            "Shop sorry for rude scarecrow in window\nMan gave kidney to stranger at bus stop\nBest pie in county sold out by nine",
            "Most read\nShop sorry for “rude” scarecrow\nMan gave kidney to stranger at bus stop\nTen of the best soups\nBypass shut for weeks",
        ] {
            assert_eq!(kept(&page(between)), expected, "{between}");
        }
    }

    #[test]
    fn keeps_what_is_the_articles_own() {
        for between in [
            "A promise of many years",
            "JD: Was it the wall?\n\nAB: Yes.\n\nJD: All of it?\n\nAB: We had no choice.",
            "“It was on the table.”\n\n“In February?”\n\n“I like the table.”",
            "Boats in the harbour on Monday. Photograph: Jo Doe/Holm Gazette",
            "You can sign up for a walk along the wall, the minister’s office said.",
        ] {
            let page = page(between);
            let kept = kept(&page);
            assert!(between.lines().filter(|line| !line.is_empty()).all(|line| kept.contains(&line)), "{kept:?}");
        }
    }

    #[test]
    fn leaves_texts_that_are_no_pages() {
        let article =
            [HEAD, BODY[0], BODY[1], "Advertisement", BODY[2], "Share", BODY[3], "Read more: Walls"].join("\n\n");
        assert_eq!(page_boilerplate(&article), []);
        let menu = [MENU, FOOT].join("\n\n");
        assert_eq!(page_boilerplate(&menu), [], "a page without an article");
        let list = (1..40).map(|number| format!("Item {number} of the list")).collect::<Vec<_>>().join("\n");
        assert_eq!(page_boilerplate(&list), []);
        assert_eq!(page_boilerplate(""), []);
    }
}
