//! Speech that its form alone shows: the turns of an interview or a
//! transcript, and posts quoted whole with their writer under them.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon;
use crate::text::document::Document;
use crate::text::paragraphs::ParagraphRole;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// Whose turn a paragraph is, by token numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The words that tell the speaker: `SMITH`, `Q`, the name under a post.
    pub label: TokenRange,
    /// The colon or the dash.
    pub sign: TokenIndex,
    /// What is said.
    pub content: TokenRange,
    /// Whether the paragraph goes on with the turn before, whose label this is.
    pub goes_on: bool,
}

/// How many tokens a label has at most.
const LONGEST: usize = 9;

/// Words before a colon that name nobody.
const NO_SPEAKERS: &[&str] = &[
    "also",
    "answer",
    "caption",
    "contact",
    "correction",
    "credit",
    "editor",
    "example",
    "fact",
    "follow",
    "image",
    "live",
    "location",
    "more",
    "note",
    "opinion",
    "photo",
    "picture",
    "read",
    "related",
    "see",
    "source",
    "sources",
    "time",
    "update",
    "updated",
    "video",
    "warning",
    "watch",
    "where",
    "when",
];

/// The turn that each paragraph is, or none; `people` are the tokens of people's names.
pub fn find(document: &Document, people: &FxHashSet<TokenRange>) -> Vec<Option<Turn>> {
    let mut turns: Vec<Option<Turn>> = document.paragraphs.iter().map(|_| None).collect();
    let labelled: Vec<Option<Turn>> = document
        .paragraphs
        .iter()
        .map(|paragraph| labelled(document, paragraph.tokens).filter(|_| paragraph.role.holds_speech()))
        .collect();
    if is_transcript(document, &labelled) {
        let first = labelled.iter().position(Option::is_some).unwrap_or(0);
        let last = labelled.iter().rposition(Option::is_some).unwrap_or(0);
        let spoken = labelled.iter().flatten().count();
        // Where most paragraphs have a label, one without goes on with the turn before.
        let dense = spoken * 5 >= (last + 1 - first) * 3;
        let mut open: Option<Turn> = None;
        for (number, turn) in labelled.into_iter().enumerate() {
            let paragraph = &document.paragraphs[number];
            open = match turn {
                Some(turn) => Some(turn),
                None if dense && number < last && paragraph.role.holds_speech() => {
                    open.map(|turn| Turn { content: paragraph.tokens, goes_on: true, ..turn })
                }
                None => None,
            };
            turns[number].clone_from(&open);
        }
    }
    for (turn, paragraph) in turns.iter_mut().zip(&document.paragraphs).filter(|(turn, _)| turn.is_none()) {
        // `Doe: I will not resign` above an article.
        let headline = (paragraph.role == ParagraphRole::Headline)
            .then(|| self::labelled(document, paragraph.tokens))
            .flatten()
            .filter(|turn| people.contains(&turn.label));
        *turn = headline.or_else(|| post(document, paragraph.tokens));
    }
    turns
}

/// Labels are believed where they come again, or where questions and answers alternate.
fn is_transcript(document: &Document, turns: &[Option<Turn>]) -> bool {
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    for turn in turns.iter().flatten() {
        let label = document.span(turn.label).slice(document.text);
        *counts.entry(label.trim_end_matches('.').to_lowercase()).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let answers = (counts.contains_key("q") && counts.contains_key("a"))
        || (counts.contains_key("question") && counts.contains_key("answer"));
    answers || (total >= 3 && counts.len() >= 2 && counts.values().any(|&count| count >= 2))
}

fn labelled(document: &Document, paragraph: TokenRange) -> Option<Turn> {
    let first = document.word(paragraph.start);
    if matches!(first, "Q." | "A.") && paragraph.len() > 2 {
        let content = TokenRange::new(paragraph.start + 1, paragraph.end);
        return Some(Turn {
            label: TokenRange::single(paragraph.start),
            sign: paragraph.start,
            content,
            goes_on: false,
        });
    }
    let sign = TokenRange::new(paragraph.start + 1, paragraph.end.min(paragraph.start + LONGEST + 1))
        .iter()
        .find(|&at| document.word(at) == ":")?;
    let label = TokenRange::new(paragraph.start, sign);
    let names = label.iter().all(|at| {
        let word = document.word(at);
        match document.tokens[at].kind {
            TokenKind::Word => {
                word.starts_with(char::is_uppercase)
                    || matches!(word, "of" | "de" | "da" | "van" | "von" | "al" | "for")
            }
            TokenKind::Punctuation => matches!(word, "," | "." | "(" | ")" | "-"),
            _ => false,
        }
    });
    let folded = lexicon::to_lowercase(first);
    let nobody = NO_SPEAKERS.contains(&folded.as_ref()) && !matches!(first, "Answer" | "ANSWER")
        || lexicon::is_calendar_name(&folded);
    let content = TokenRange::new(sign + 1, paragraph.end);
    let says = document.tokens[content].iter().any(|token| token.kind == TokenKind::Word);
    (names && !nobody && says).then_some(Turn { label, sign, content, goes_on: false })
}

/// `So sad! — Jane Doe (@janedoe) May 3, 2016`
fn post(document: &Document, paragraph: TokenRange) -> Option<Turn> {
    let handle = paragraph.iter().rev().take(16).find(|&at| document.word(at).starts_with('@'))?;
    let sign = (TokenRange::new(paragraph.start + 1, handle))
        .iter()
        .rev()
        .take(10)
        .find(|&at| matches!(document.word(at), "—" | "–" | "―" | "--" | "-"))?;
    let label = TokenRange::new(sign + 1, handle.checked_sub(1).filter(|&at| document.word(at) == "(")?);
    let content = TokenRange::new(paragraph.start, sign);
    let says = document.tokens[content].iter().any(|token| token.kind == TokenKind::Word);
    (!label.is_empty() && says).then_some(Turn { label, sign, content, goes_on: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(text: &str) -> Vec<Option<(&str, &str, bool)>> {
        let document = Document::new(text);
        find(&document, &FxHashSet::default())
            .into_iter()
            .map(|turn| {
                turn.map(|turn| {
                    (document.span(turn.label).slice(text), document.span(turn.content).slice(text), turn.goes_on)
                })
            })
            .collect()
    }

    #[test]
    fn an_interview_has_turns() {
        assert_eq!(
            turns("Q: Why now?\nA: It was time.\nIt was late, even.\nQ: And then?\nA: We went."),
            [
                Some(("Q", "Why now?", false)),
                Some(("A", "It was time.", false)),
                Some(("A", "It was late, even.", true)),
                Some(("Q", "And then?", false)),
                Some(("A", "We went.", false)),
            ]
        );
    }

    #[test]
    fn one_label_is_no_transcript() {
        assert_eq!(turns("Smith: I was wrong.\nThe mayor left.\nUpdate: He came back."), [None, None, None]);
    }

    #[test]
    fn a_post_has_its_writer_under_it() {
        assert_eq!(turns("So sad! — Jane Doe (@janedoe) May 3, 2016"), [Some(("Jane Doe", "So sad!", false))]);
    }
}
