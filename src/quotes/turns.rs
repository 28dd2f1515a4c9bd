//! Paragraphs that are speech by their layout: turns of an interview or a transcript, and quoted posts that their
//! writer's name follows.

use rustc_hash::{FxHashMap, FxHashSet};

use super::quote::{Quote, QuoteKind, QuoteOrigin};
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon;
use crate::lexicon::quotation_words::is_non_speaker_label;
use crate::text::document::Document;
use crate::text::paragraphs::ParagraphRole;
use crate::text::punctuation::is_dash;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// A paragraph that is somebody's turn to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The words that name the speaker: `SMITH`, `Q`, the name below a post.
    label: TokenRange,
    /// The colon or the dash; the first token of the label if there is neither.
    separator: TokenIndex,
    /// What is said.
    content: TokenRange,
    /// Whether the paragraph continues the turn of the previous one, whose label it has.
    continues: bool,
}

/// The largest number of tokens in a label.
const MAX_LABEL_TOKENS: usize = 9;

/// Finds the turn of each paragraph that is one.
pub fn find_turns(document: &Document, mentions: &[Mention]) -> Vec<Option<Turn>> {
    let labelled: Vec<Option<Turn>> = document
        .paragraphs
        .iter()
        .map(|paragraph| labelled_turn(document, paragraph.tokens).filter(|_| paragraph.holds_speech()))
        .collect();
    let mut turns = if is_transcript(document, &labelled) {
        with_continuations(document, labelled)
    } else {
        vec![None; document.paragraphs.len()]
    };
    let people = mentions.iter().filter(|mention| mention.kind == EntityKind::Person);
    let people: FxHashSet<TokenRange> = people.map(|mention| mention.tokens).collect();
    for (turn, paragraph) in turns.iter_mut().zip(&document.paragraphs).filter(|(turn, _)| turn.is_none()) {
        // `Doe: I will not resign` above an article.
        let headline = (paragraph.role == ParagraphRole::Headline)
            .then(|| labelled_turn(document, paragraph.tokens))
            .flatten()
            .filter(|turn| people.contains(&turn.label));
        *turn = headline.or_else(|| post(document, paragraph.tokens));
    }
    turns
}

/// Adds a turn to the quotes: as a quote of its own, or as a further piece of the previous one.
pub fn push_turn(document: &Document, turn: &Turn, quotes: &mut Vec<Quote>) {
    let content = document.span(turn.content);
    let source = document.span(turn.label);
    if let Some(last) = quotes.last_mut().filter(|last| turn.continues && last.source == Some(source)) {
        last.content.push(content);
        return;
    }
    let cue = (!turn.label.contains(turn.separator)).then(|| document.tokens[turn.separator].span());
    quotes.push(Quote { cue, source: Some(source), ..Quote::new(QuoteKind::Direct, QuoteOrigin::Turn, vec![content]) });
}

/// Whether labels recur as in a transcript, or questions and answers alternate.
fn is_transcript(document: &Document, turns: &[Option<Turn>]) -> bool {
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    for turn in turns.iter().flatten() {
        let label = document.span(turn.label).slice(document.text);
        *counts.entry(label.trim_end_matches('.').to_lowercase()).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let has_answers = (counts.contains_key("q") && counts.contains_key("a"))
        || (counts.contains_key("question") && counts.contains_key("answer"));
    has_answers || (total >= 3 && counts.len() >= 2 && counts.values().any(|&count| count >= 2))
}

/// Lets paragraphs without a label continue the turn before them, if most paragraphs have a label.
fn with_continuations(document: &Document, turns: Vec<Option<Turn>>) -> Vec<Option<Turn>> {
    let first = turns.iter().position(Option::is_some).unwrap_or(0);
    let last = turns.iter().rposition(Option::is_some).unwrap_or(0);
    let is_dense = turns.iter().flatten().count() * 5 >= (last + 1 - first) * 3;
    let mut current: Option<Turn> = None;
    let continued = turns.into_iter().zip(&document.paragraphs).enumerate().map(|(number, (turn, paragraph))| {
        let may_continue = is_dense && number < last && paragraph.holds_speech();
        let continuation =
            || current.map(|turn| Turn { content: paragraph.tokens, continues: true, ..turn }).filter(|_| may_continue);
        current = turn.or_else(continuation);
        current
    });
    continued.collect()
}

/// The turn of a paragraph that begins with a label: `SMITH: …`, `Q. …`
fn labelled_turn(document: &Document, paragraph: TokenRange) -> Option<Turn> {
    let first = document.word(paragraph.start);
    if matches!(first, "Q." | "A.") && paragraph.len() > 2 {
        return Some(Turn {
            label: TokenRange::single(paragraph.start),
            separator: paragraph.start,
            content: TokenRange::new(paragraph.start + 1, paragraph.end),
            continues: false,
        });
    }
    let search = TokenRange::new(paragraph.start + 1, paragraph.end.min(paragraph.start + MAX_LABEL_TOKENS + 1));
    let colon = search.iter().find(|&token| document.word(token) == ":")?;
    let label = TokenRange::new(paragraph.start, colon);
    let is_name = label.iter().all(|token| {
        let word = document.word(token);
        match document.tokens[token].kind {
            TokenKind::Word => {
                word.starts_with(char::is_uppercase)
                    || matches!(word, "of" | "de" | "da" | "van" | "von" | "al" | "for")
            }
            TokenKind::Punctuation => matches!(word, "," | "." | "(" | ")" | "-"),
            _ => false,
        }
    });
    let lowercase = lexicon::to_lowercase(first);
    let names_nobody = is_non_speaker_label(&lowercase) && !matches!(first, "Answer" | "ANSWER")
        || lexicon::is_calendar_name(&lowercase);
    let content = TokenRange::new(colon + 1, paragraph.end);
    (is_name && !names_nobody && has_word(document, content)).then_some(Turn {
        label,
        separator: colon,
        content,
        continues: false,
    })
}

/// The turn of a paragraph that is a post: `So sad! — Jane Doe (@janedoe) May 3, 2016`
fn post(document: &Document, paragraph: TokenRange) -> Option<Turn> {
    let handle = paragraph.iter().rev().take(16).find(|&token| document.word(token).starts_with('@'))?;
    let before_handle = TokenRange::new(paragraph.start + 1, handle);
    let dash = before_handle.iter().rev().take(10).find(|&token| is_dash(document.word(token)))?;
    let label = TokenRange::new(dash + 1, handle.checked_sub(1).filter(|&token| document.word(token) == "(")?);
    let content = TokenRange::new(paragraph.start, dash);
    (!label.is_empty() && has_word(document, content)).then_some(Turn {
        label,
        separator: dash,
        content,
        continues: false,
    })
}

fn has_word(document: &Document, tokens: TokenRange) -> bool {
    document.tokens[tokens].iter().any(|token| token.kind == TokenKind::Word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(text: &str) -> Vec<Option<(&str, &str, bool)>> {
        let document = Document::new(text);
        find_turns(&document, &[])
            .into_iter()
            .map(|turn| {
                turn.map(|turn| {
                    (document.span(turn.label).slice(text), document.span(turn.content).slice(text), turn.continues)
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
    fn one_label_makes_no_transcript() {
        assert_eq!(turns("Smith: I was wrong.\nThe mayor left.\nUpdate: He came back."), [None, None, None]);
    }

    #[test]
    fn the_name_below_a_post_is_its_label() {
        assert_eq!(turns("So sad! — Jane Doe (@janedoe) May 3, 2016"), [Some(("Jane Doe", "So sad!", false))]);
    }
}
