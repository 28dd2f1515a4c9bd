//! Paragraph segmentation, and the role of each paragraph in the article.

use serde::{Deserialize, Serialize};

use super::line_patterns::{
    is_address, is_byline, is_caption, is_credit, is_credit_lead, is_dateline, is_desk_note, is_insert,
};
use super::span::Span;
use super::token_index::{TokenIndex, TokenRange};
use super::tokens::{Token, TokenKind};

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

/// The most tokens of a line inside a box.
const MAX_BOX_LINE: usize = 40;

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
        let span = tokens[line.start].span().to(tokens[line.end - 1].span());
        match paragraphs.last_mut() {
            Some(last) if continues(text, last.span, span) => {
                last.span = last.span.to(span);
                last.tokens.end = line.end;
            }
            _ => paragraphs.push(Paragraph { span, tokens: line, role: ParagraphRole::Body }),
        }
    }
    let count = paragraphs.len();
    let mut begun = false;
    for index in 0..count {
        let role = role(text, tokens, &paragraphs, index, begun);
        begun |= role == ParagraphRole::Body;
        paragraphs[index].role = role;
    }
    mark_inside_boxes(text, &mut paragraphs);
    paragraphs.shrink_to_fit();
    paragraphs
}

/// Gives a line between two of boilerplate, as in a box that offers a newsletter, their role.
fn mark_inside_boxes(text: &str, paragraphs: &mut [Paragraph]) {
    let is_next = |before: &Paragraph, after: &Paragraph| {
        let between = Span::new(before.span.end(), after.span.start()).slice(text);
        between.matches('\n').count().max(between.matches('\r').count()) == 1
    };
    let is_part = |one: &Paragraph| one.role == ParagraphRole::Boilerplate && is_insert(one.span.slice(text));
    let is_inside = |lines: &[Paragraph]| {
        is_part(&lines[0])
            && is_part(&lines[2])
            && is_next(&lines[0], &lines[1])
            && is_next(&lines[1], &lines[2])
            && lines[1].tokens.len() <= MAX_BOX_LINE
    };
    let inside: Vec<usize> =
        (1..).zip(paragraphs.windows(3)).filter(|(_, lines)| is_inside(lines)).map(|it| it.0).collect();
    for line in inside {
        paragraphs[line].role = ParagraphRole::Boilerplate;
    }
}

fn lines(text: &str, tokens: &[Token]) -> Vec<TokenRange> {
    let mut lines = Vec::new();
    let mut start = 0;
    for index in 1..=tokens.len() {
        let ends = index == tokens.len() || {
            let between = Span::new(tokens[index - 1].span().end(), tokens[index].span().start());
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
    let between = Span::new(before.end(), line.start()).slice(text);
    let line_ends = between.matches('\n').count().max(between.matches('\r').count());
    line_ends == 1
        && line.slice(text).starts_with(char::is_lowercase)
        && before
            .slice(text)
            .ends_with(|last: char| last.is_alphanumeric() || matches!(last, ',' | '-' | '—' | '–' | ';'))
        && before.slice(text).len() >= 40
}

/// Returns the role of a paragraph, where `begun` says whether there is running text before it.
fn role(text: &str, tokens: &[Token], paragraphs: &[Paragraph], index: usize, begun: bool) -> ParagraphRole {
    let count = paragraphs.len();
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
    if is_credit(line) || (words <= 14 && is_credit_lead(line)) {
        return ParagraphRole::Credit;
    }
    if words <= 16 && index < 6 && is_byline(line) {
        return ParagraphRole::Byline;
    }
    if is_caption(line) {
        return ParagraphRole::Caption;
    }
    if words <= 14 && (index < 6 || index + 2 >= count) && is_dateline(line) {
        return ParagraphRole::Dateline;
    }
    if words <= 40 && is_desk_note(line) {
        return ParagraphRole::Credit;
    }
    if (words <= 40 && is_insert(line)) || (words <= 20 && is_address(line)) {
        return ParagraphRole::Boilerplate;
    }
    let open_ended = !line.ends_with(['.', '!', '?', '…', ':', ',', ';', '"', '”', '»', ')', '\'', '’']);
    if count > 1
        && index + 1 < count
        && words <= 30
        && open_ended
        && (!begun || (words <= 14 && starts_in_capital(line)))
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
    fn recognizes_lines_inside_a_box() {
        use ParagraphRole::*;
        let text = "The minister quit on Monday, her office said.\n\nSign up to our newsletter\nEvery verdict. “Gripping,” says our editor.\nThank you for subscribing!\n\n“No,” she said.";
        assert_eq!(roles(text), [Body, Boilerplate, Boilerplate, Boilerplate, Body]);
        let spaced = text.replace('\n', "\n\n");
        assert_eq!(roles(&spaced), [Body, Boilerplate, Body, Boilerplate, Body]);
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
