//! Paragraph segmentation, and the role of each paragraph in the article.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::span::Span;
use super::token_index::{TokenIndex, TokenRange};
use super::tokens::{Token, TokenKind};
use crate::lexicon::page_words::{LineWords, PageLine};

/// The role of a paragraph in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ParagraphRole {
    /// Running text.
    Body,
    /// The article's title, or a heading inside it.
    Headline,
    /// The author (`By Jane Doe`).
    Byline,
    /// Place and date, alone on a line.
    Dateline,
    /// The agency or photographer, alone on a line (`AFP`).
    Credit,
    /// The caption of a picture.
    Caption,
    /// Separators, links to other articles, calls to subscribe.
    Boilerplate,
}

/// A paragraph of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From the first to the last token.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its role in the article.
    pub role: ParagraphRole,
}

impl Paragraph {
    /// Returns whether the paragraph can contain quotes, by its role.
    pub fn holds_speech(&self) -> bool {
        use ParagraphRole::{Boilerplate, Byline, Credit, Dateline};
        !matches!(self.role, Byline | Dateline | Credit | Boilerplate)
    }
}

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is a constant that the tests compile")
}

static BYLINE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?-u:By|BY|Written by|Reported by|Reporting by|Story by) [^.!?]{3,}$"));
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?-u)[(\[]?(?:AFP|AP|REUTERS|Reuters|DPA|dpa|UPI|ANI|PTI|IANS|TASS|Xinhua|EFE|ANSA|Bloomberg|BBC|CNN|NPR|Getty Images|Agence France-Presse|The Associated Press|Associated Press|PA Media|Press Association)(?:[/ -](?:AFP|AP|Reuters|Getty Images|dpa|DPA|[a-z]{2,4}))*[)\].]?$",
    )
});
static CREDIT_LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?-u)[(\[]?(?:Photos?|Pictures?|Images?|Photograph|Source|Credit|Copyright|Photo credit|Image credit|Picture credit)(?: by|:| courtesy|s by) ?",
    )
});
static DESK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\(?(?:Additional reporting|Reporting|Writing|Editing|Compiled) by [^.!?]{3,}\.?\)?$"));
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^.!?]*[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z.]{2,}$"));
static CAPTION: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?-u)(?:File photo|FILE PHOTO|FILE|Image caption|Caption|In this (?:file )?photo)\b"));
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u)\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) [0-9]{1,2}(?:, ?[0-9]{4})?",
    )
});
/// Returns whether a line is `Published: 3 p.m.`, or a date with little text around it.
fn is_dateline(line: &str) -> bool {
    let published = ["Published", "Updated", "Posted", "Last updated"].iter().any(|word| {
        line.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with([':', ' ']) && (4..=61).contains(&rest.chars().count()))
    });
    // A pattern that counts letters would be large.
    let little =
        |around: &str, most: usize| around.chars().count() <= most && !around.contains(['.', '!', '?', '“', '”']);
    published || DAY.find(line).is_some_and(|day| little(&line[..day.start()], 40) && little(&line[day.end()..], 24))
}

/// Returns whether a line is a byline, a date, a credit or a caption, wherever it stands.
pub fn is_detail(line: &str) -> bool {
    let words = line.split_whitespace().count();
    words <= 60
        && (CREDIT.is_match(line)
            || (words <= 14 && (CREDIT_LEAD.is_match(line) || is_dateline(line) || BYLINE.is_match(line)))
            || (words <= 40 && DESK.is_match(line))
            || CAPTION.is_match(line))
}

/// Beginnings of lines that are no part of an article's text, in the case in which they are printed.
const BOILERPLATE_STARTS: [&str; 6] = ["FULL TEXT", "ABSTRACT", "CORRECTION", "http://", "https://", "www."];

/// Returns whether a line is one that sites print between the paragraphs of an article.
fn is_insert(line: &str) -> bool {
    if BOILERPLATE_STARTS.iter().any(|start| line.starts_with(start)) {
        return true;
    }
    let words = LineWords::new(line);
    let is_unquoted = !line.starts_with(['“', '"', '‘', '\'']) && !line.starts_with(char::is_lowercase);
    let is_open = !line.ends_with(['.', '!', '?', '…']);
    is_unquoted
        && (words.opens_insert() || (is_open && words.whole_line().is_some_and(PageLine::stands_between_paragraphs)))
}

/// Splits a text into paragraphs and determines their roles.
///
/// A line end ends a paragraph. Where an article was wrapped at a fixed
/// width, with empty lines between its paragraphs, the wrapped lines are
/// joined again: a line that ends in the middle of a sentence continues on
/// the next one if that begins in lower case.
pub fn split_paragraphs(text: &str, tokens: &[Token]) -> Vec<Paragraph> {
    let lines = lines(text, tokens);
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(lines.len());
    for line in lines {
        let span = tokens[line.start].span.to(tokens[line.end - 1].span);
        match paragraphs.last_mut() {
            Some(last) if continues(text, last.span, span) => {
                last.span = last.span.to(span);
                last.tokens.end = line.end;
            }
            _ => paragraphs.push(Paragraph { span, tokens: line, role: ParagraphRole::Body }),
        }
    }
    let count = paragraphs.len();
    for index in 0..count {
        let role = role(text, tokens, &paragraphs, index, count);
        paragraphs[index].role = role;
    }
    paragraphs
}

fn lines(text: &str, tokens: &[Token]) -> Vec<TokenRange> {
    let mut lines = Vec::new();
    let mut start = 0;
    for index in 1..=tokens.len() {
        let ends = index == tokens.len() || {
            let between = Span::new(tokens[index - 1].span.end, tokens[index].span.start);
            between.slice(text).contains(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}'])
        };
        if ends && start < index {
            lines.push(TokenRange::new(TokenIndex::new(start), TokenIndex::new(index)));
            start = index;
        }
    }
    lines
}

/// Returns whether `line` continues the sentence that `before` left open.
fn continues(text: &str, before: Span, line: Span) -> bool {
    let between = Span::new(before.end, line.start).slice(text);
    let line_ends = between.matches('\n').count().max(between.matches('\r').count());
    line_ends == 1
        && line.slice(text).starts_with(char::is_lowercase)
        && before
            .slice(text)
            .ends_with(|last: char| last.is_alphanumeric() || matches!(last, ',' | '-' | '—' | '–' | ';'))
        && before.slice(text).len() >= 40
}

fn role(text: &str, tokens: &[Token], paragraphs: &[Paragraph], index: usize, count: usize) -> ParagraphRole {
    let paragraph = &paragraphs[index];
    let words = paragraph.tokens.len();
    let line = paragraph.span.slice(text);
    let has_letters = tokens[paragraph.tokens].iter().any(|token| token.kind == TokenKind::Word);
    if !has_letters {
        return ParagraphRole::Boilerplate;
    }
    if words > 60 {
        return ParagraphRole::Body;
    }
    if CREDIT.is_match(line) || (words <= 14 && CREDIT_LEAD.is_match(line)) {
        return ParagraphRole::Credit;
    }
    if words <= 16 && index < 6 && BYLINE.is_match(line) {
        return ParagraphRole::Byline;
    }
    if CAPTION.is_match(line) {
        return ParagraphRole::Caption;
    }
    if words <= 14 && (index < 6 || index + 2 >= count) && is_dateline(line) {
        return ParagraphRole::Dateline;
    }
    if words <= 40 && DESK.is_match(line) {
        return ParagraphRole::Credit;
    }
    if (words <= 40 && is_insert(line)) || (words <= 20 && ADDRESS.is_match(line)) {
        return ParagraphRole::Boilerplate;
    }
    let first = paragraphs[..index].iter().all(|earlier| earlier.role != ParagraphRole::Body);
    let open_ended = !line.ends_with(['.', '!', '?', '…', ':', ',', ';', '"', '”', '»', ')', '\'', '’']);
    if count > 1
        && index + 1 < count
        && words <= 30
        && open_ended
        && (first || (words <= 14 && starts_in_capital(line)))
    {
        return ParagraphRole::Headline;
    }
    ParagraphRole::Body
}

fn starts_in_capital(line: &str) -> bool {
    line.chars()
        .find(|character| character.is_alphanumeric())
        .is_some_and(|first| first.is_uppercase() || first.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokenize;
    use super::*;

    fn roles(text: &str) -> Vec<ParagraphRole> {
        split_paragraphs(text, &tokenize(text)).iter().map(|paragraph| paragraph.role).collect()
    }

    #[test]
    fn recognizes_the_roles_of_paragraphs() {
        let text = "Minister quits over budget\nBy Jane Doe\nOct. 3, 2024\nThe minister quit on Monday.\nFILE PHOTO: A street.\nRead more: Who is next?\nAFP";
        use ParagraphRole::*;
        assert_eq!(roles(text), [Headline, Byline, Dateline, Body, Caption, Boilerplate, Credit]);
    }

    #[test]
    fn recognizes_bylines() {
        for byline in ["By Jane Doe", "Written by Jane Doe", "Reported by Jane Doe", "Story by Jane Doe"] {
            let text = format!("Minister quits over budget\n{byline}\nThe minister quit on Monday.");
            assert_eq!(roles(&text)[1], ParagraphRole::Byline, "{byline}");
        }
    }

    #[test]
    fn recognizes_notes_and_signatures() {
        use ParagraphRole::*;
        for (line, role) in [
            ("(Reporting by Ana Silva in Lima; editing by Tom Reed)", Credit),
            ("Correction: An earlier version of this story gave a wrong date.", Boilerplate),
            ("Contact the writer at jane.doe@example.com", Boilerplate),
            ("jane.doe@example.com", Boilerplate),
            ("Follow @janedoe on Twitter", Boilerplate),
        ] {
            let text = format!("The minister quit on Monday, her office said.\n{line}");
            assert_eq!(roles(&text), [Body, role], "{line}");
        }
    }

    #[test]
    fn joins_wrapped_lines_only() {
        let wrapped =
            "The minister said on Monday that she would quit\nat the end of the year.\n\nNobody was surprised.";
        assert_eq!(roles(wrapped), [ParagraphRole::Body, ParagraphRole::Body]);
        assert_eq!(roles("It was short\nand sweet.").len(), 2);
    }

    #[test]
    fn empty_text_has_no_paragraphs() {
        assert!(roles(" \r\n\n\0").is_empty());
    }
}
