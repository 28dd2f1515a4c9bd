//! The usual case: capitals at the beginnings of sentences and of names.

use super::{capital, small};
use crate::entities::tagger::labels::{EntityClass, TaggedMention};
use crate::lexicon::{self, gazetteer};
use crate::text::document::Document;
use crate::text::punctuation::is_apostrophe;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// The capitals of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordCase {
    Small,
    /// As in the form without case, where names begin with capitals.
    Kept,
    First,
    All,
}

/// Returns the text of a document without case, with the usual case in some of its lines.
pub fn restore(document: &Document, names: &[TaggedMention], lines: &[Span]) -> String {
    let mut cases = vec![WordCase::Small; document.tokens.len()];
    for at in document.all_tokens() {
        if is_known_acronym(document.word(at)) {
            cases[at] = WordCase::All;
        } else if is_always_capitalized(document, at) {
            cases[at] = WordCase::Kept;
        }
    }
    for sentence in &document.sentences {
        mark_listed_names(document, *sentence, &mut cases);
    }
    for name in names {
        mark_name(document, name, &mut cases);
    }
    for sentence in &document.sentences {
        mark_openings(document, *sentence, &mut cases);
    }
    let mut new = String::with_capacity(document.text.len());
    for (token, case) in document.tokens.iter().zip(cases) {
        let is_caseless = {
            let line = lines.partition_point(|line| line.end() <= token.span().start());
            lines.get(line).is_some_and(|line| line.start() <= token.span().start())
        };
        new.push_str(&document.text[new.len()..token.span().start()]);
        let text = token.text(document.text);
        match case {
            _ if !is_caseless => new.push_str(text),
            WordCase::Kept => new.push_str(text),
            WordCase::Small => new.extend(text.chars().map(small)),
            WordCase::All => new.extend(text.chars().map(capital)),
            WordCase::First => {
                let mut letters = text.chars();
                new.extend(letters.next().map(capital));
                new.push_str(letters.as_str());
            }
        }
    }
    new.push_str(&document.text[new.len()..]);
    new
}

/// Returns whether a word has a capital wherever it stands: `I`, `U.S.`, `J.`, `Tuesday`.
fn is_always_capitalized(document: &Document, at: TokenIndex) -> bool {
    let word = document.word(at);
    let folded = lexicon::to_lowercase(word);
    let is_contraction_of_i = || {
        let mut letters = word.chars();
        letters.next() == Some('I') && letters.next().is_none_or(is_apostrophe)
    };
    is_contraction_of_i()
        || is_initial(word)
        || (lexicon::is_calendar_name(&folded) && !matches!(folded.as_ref(), "may" | "march"))
}

/// Marks names of several words that are in a list, whatever the tagger found: `White House`, `House of Commons`.
fn mark_listed_names(document: &Document, sentence: TokenRange, cases: &mut [WordCase]) {
    for start in sentence.iter().filter(|&at| document.word(at).starts_with(char::is_uppercase)) {
        for end in [start + 2, start + 3].into_iter().filter(|&end| end <= sentence.end) {
            let tokens = TokenRange::new(start, end);
            let name = document.span(tokens).slice(document.text);
            if gazetteer::is_organization(name) || gazetteer::is_place(name) || gazetteer::is_group(name) {
                tokens.iter().for_each(|at| cases[at] = WordCase::Kept);
            }
        }
    }
}

/// Returns whether a word is an initial or begins as `U.S.` does.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.')
}

/// Marks the words of a name, and the title before it.
fn mark_name(document: &Document, name: &TaggedMention, cases: &mut [WordCase]) {
    match name.class {
        EntityClass::Money => return,
        EntityClass::Date => {
            for at in
                name.tokens.iter().filter(|&at| lexicon::is_calendar_name(&lexicon::to_lowercase(document.word(at))))
            {
                cases[at] = WordCase::First;
            }
            return;
        }
        _ => {}
    }
    for at in name.tokens {
        if cases[at] != WordCase::All {
            cases[at] = if is_unspeakable(document.word(at)) { WordCase::All } else { WordCase::Kept };
        }
    }
    if name.class == EntityClass::Person {
        cases[name.tokens.start] = WordCase::First;
        let mut first = name.tokens.start;
        while let Some(before) = first.checked_sub(1).filter(|&before| is_title(document, before)) {
            cases[before] = WordCase::Kept;
            first = before;
        }
    }
}

/// Returns whether a word in front of a name is a title or an office: `Sen.`, `President`.
fn is_title(document: &Document, at: TokenIndex) -> bool {
    let word = document.word(at);
    lexicon::title(word).is_some() || lexicon::is_role(&lexicon::to_lowercase(word))
}

/// Returns whether a word is listed in capitals and is no other word: `GOP`, `UK`.
fn is_known_acronym(word: &str) -> bool {
    let whole = word.to_ascii_uppercase();
    (2..7).contains(&word.len()) && whole != "US" && (gazetteer::is_organization(&whole) || gazetteer::is_place(&whole))
}

/// Returns whether a word of a name is written in capitals since it has no vowel: `FBI` has one, `NSDL` none.
fn is_unspeakable(word: &str) -> bool {
    (2..=5).contains(&word.len())
        && word.bytes().all(|letter| letter.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&letter))
        && lexicon::title(word).is_none()
        && !lexicon::is_abbreviation(&word.to_ascii_lowercase())
}

/// Marks the first word of a sentence, and those of the quotes in it that are sentences of their own.
fn mark_openings(document: &Document, sentence: TokenRange, cases: &mut [WordCase]) {
    let mut begins = true;
    for at in sentence {
        let token = &document.tokens[at];
        match token.kind {
            TokenKind::Word if begins => {
                if cases[at] != WordCase::All {
                    cases[at] = WordCase::First;
                }
                begins = false;
            }
            TokenKind::Word | TokenKind::Number | TokenKind::Possessive => begins = false,
            TokenKind::QuotationMark => {
                let before = at.checked_sub(1).filter(|&before| sentence.contains(before));
                begins |= token.spaced && before.is_some_and(|before| matches!(document.word(before), "," | ":"));
            }
            TokenKind::Punctuation => {}
        }
    }
}
