//! What news sites print around and between the paragraphs of an article.

use super::word_list::{View, WordList, word_list};

static INSERT_OPENINGS: WordList = word_list!("insert_openings");
static PAGE_LINES: WordList = word_list!("page_lines");
static PAGE_OPENINGS: WordList = word_list!("page_openings");
static PAGE_PHRASES: WordList = word_list!("page_phrases");

/// The most words of an entry.
const MAX_WORDS: usize = 8;

/// What a line of a page is that is no part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageLine {
    /// A link to a section or a service of the site (`menu`).
    Menu,
    /// Something to press, or a count beside it: `Share`, `5 min read` (`button`).
    Button,
    /// An advertisement, or that the story continues behind one (`advertisement`).
    Advertisement,
    /// A call to subscribe, a newsletter, a request for consent (`box`).
    Box,
    /// The heading of links to other articles, or one of them: `Read more` (`teasers`).
    Teasers,
    /// What follows an article: `Most read`, `Tags` (`end`).
    End,
    /// The heading of readers' comments, or how many there are (`comments`).
    Comments,
    /// A part of a reader's comment: `Reply` (`comment`).
    Comment,
    /// Whose the page is (`copyright`).
    Copyright,
}

impl PageLine {
    /// Returns whether sites print such a line between the paragraphs of an article, rather than around it.
    pub fn stands_between_paragraphs(self) -> bool {
        matches!(self, Self::Button | Self::Advertisement | Self::Box | Self::Teasers)
    }

    fn from_value(value: &str) -> Option<Self> {
        Some(match value {
            "menu" => Self::Menu,
            "button" => Self::Button,
            "advertisement" => Self::Advertisement,
            "box" => Self::Box,
            "teasers" => Self::Teasers,
            "end" => Self::End,
            "comments" => Self::Comments,
            "comment" => Self::Comment,
            "copyright" => Self::Copyright,
            _ => return None,
        })
    }
}

/// The words of a line in lower case, without numbers and without the punctuation around them.
#[derive(Debug)]
pub struct LineWords {
    /// The words, with a space between two of them.
    text: String,
    /// The bytes at which they end.
    ends: Vec<usize>,
}

impl LineWords {
    /// Reads the words of a line.
    pub fn new(line: &str) -> Self {
        let mut words = Self { text: String::with_capacity(line.len()), ends: Vec::new() };
        for word in line.split_whitespace().filter(|word| !word.contains(|one: char| one.is_ascii_digit())) {
            let is_mark = |one: char| !one.is_alphanumeric() && !matches!(one, '&' | '©');
            let trimmed = word.trim_start_matches(is_mark).trim_end_matches(|one| is_mark(one) && one != ':');
            let trimmed = if trimmed.trim_end_matches(':').is_empty() { "" } else { trimmed };
            if trimmed.is_empty() {
                continue;
            }
            if !words.text.is_empty() {
                words.text.push(' ');
            }
            let lower = trimmed.chars().flat_map(char::to_lowercase);
            words.text.extend(lower.map(|character| if character == '’' { '\'' } else { character }));
            words.ends.push(words.text.len());
        }
        words
    }

    /// Returns how many words there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Returns the words with a space between two of them.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Iterates over the words.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|word| &self.text[self.start(word)..self.ends[word]])
    }

    fn start(&self, word: usize) -> usize {
        word.checked_sub(1).map_or(0, |before| self.ends[before] + 1)
    }

    /// The longest run of words from one on that a list has.
    fn longest_entry<'l>(&self, list: &'l WordList, word: usize) -> Option<&'l str> {
        let start = self.start(word);
        let last = self.ends.len().min(word + MAX_WORDS);
        self.ends[word..last].iter().rev().find_map(|&end| list.value_in(View::Rules, &self.text[start..end]))
    }

    /// Returns whether a line between paragraphs is none of the article's text: `Read more: …`.
    pub fn opens_insert(&self) -> bool {
        self.count() > 0 && self.longest_entry(&INSERT_OPENINGS, 0).is_some()
    }

    /// Returns what the whole line is, if it is one that sites print: `Share`, `12 Comments`.
    pub fn whole_line(&self) -> Option<PageLine> {
        PAGE_LINES.value(self.text.trim_end_matches(':')).and_then(PageLine::from_value)
    }

    /// Returns what speaks for a line being one that sites print: its beginning (`More from …`) and phrases in it (`all
    /// rights reserved`).
    pub fn signs(&self) -> Option<Signs> {
        let opening = (self.count() > 0).then(|| self.longest_entry(&PAGE_OPENINGS, 0).and_then(PageLine::from_value));
        let opening = opening.flatten().or_else(|| self.opens_insert().then_some(PageLine::Teasers));
        let first = usize::from(opening.is_some());
        let phrases = (first..self.count()).filter_map(|word| self.longest_entry(&PAGE_PHRASES, word));
        let kinds = opening.into_iter().chain(phrases.filter_map(PageLine::from_value));
        kinds.fold(None, |signs: Option<Signs>, kind| match signs {
            None => Some(Signs { kind, count: 1 }),
            Some(signs) => Some(Signs { kind: kind.max(signs.kind), count: signs.count + 1 }),
        })
    }
}

/// What speaks for a line being one that sites print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// What the line would be.
    pub kind: PageLine,
    /// How many signs there are.
    pub count: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognizes_lines_whatever_their_case_and_numbers() {
        for (line, kind) in [
            ("Share", PageLine::Button),
            ("12 Comments", PageLine::Comments),
            ("Most Read", PageLine::End),
            ("READ MORE:", PageLine::Teasers),
            ("Advertisement · Scroll to continue", PageLine::Advertisement),
            ("Already a subscriber? Log in", PageLine::Menu),
            ("Terms & Conditions", PageLine::Menu),
            ("Recommend (121)", PageLine::Comment),
        ] {
            assert_eq!(LineWords::new(line).whole_line(), Some(kind), "{line}");
        }
        assert_eq!(LineWords::new("She said no.").whole_line(), None);
        assert_eq!(LineWords::new("17").whole_line(), None);
    }

    #[test]
    fn recognizes_openings_and_phrases() {
        assert!(LineWords::new("Article continues after advertisement").opens_insert());
        assert!(!LineWords::new("The article continues a debate.").opens_insert());
        for (line, kind, count) in [
            ("Tags: Rowing, Courts", PageLine::End, 1),
            ("© 2025 CNA. All rights reserved", PageLine::Copyright, 1),
            ("It comes straight to your inbox.", PageLine::Box, 1),
            ("Click here to read. Sign up to our newsletter.", PageLine::Box, 3),
        ] {
            assert_eq!(LineWords::new(line).signs(), Some(Signs { kind, count }), "{line}");
        }
        assert_eq!(LineWords::new("She said that it was over.").signs(), None);
    }

    #[test]
    fn every_entry_of_the_lists_can_be_found() {
        for list in [&PAGE_LINES, &PAGE_OPENINGS, &PAGE_PHRASES] {
            for (entry, value) in list.entries(View::Rules) {
                assert!(PageLine::from_value(value).is_some(), "{entry}: {value}");
            }
        }
        for list in [&PAGE_LINES, &PAGE_OPENINGS, &PAGE_PHRASES, &INSERT_OPENINGS] {
            for (entry, _) in list.entries(View::Rules) {
                let words = LineWords::new(entry);
                assert_eq!(words.text, entry);
                assert!(words.count() <= MAX_WORDS, "{entry}");
            }
        }
    }
}
