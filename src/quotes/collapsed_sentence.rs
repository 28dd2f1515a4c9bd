//! Frames: sentences as the reporter wrote them, each marked passage one unit.

use std::ops::Range;

use super::name_tags::NameTags;
use super::quoted_spans::QuotedSpan;
use crate::lexicon;
use crate::lexicon::reporting_verbs;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::{Token, TokenKind};
use crate::vocabulary::Vocabulary;

/// A token outside marks, or a whole marked passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A token, by its number.
    Token(TokenIndex),
    /// A marked passage, by its number.
    QuotedSpan(usize),
}

/// One sentence of the reporter's.
pub struct CollapsedSentence<'d> {
    document: &'d Document<'d>,
    marked: &'d [QuotedSpan],
    units: Vec<Unit>,
}

impl<'d> CollapsedSentence<'d> {
    /// Parts a range of tokens into sentences; passages of `depth` are the blocks.
    pub fn split(document: &'d Document<'d>, marked: &'d [QuotedSpan], tokens: TokenRange, depth: usize) -> Vec<Self> {
        let mut sentences: Vec<Self> = Vec::new();
        let mut units = Vec::new();
        let first = marked.partition_point(|marked| marked.tokens.start < tokens.start);
        let mut blocks = (first..marked.len())
            .take_while(|&number| marked[number].tokens.start < tokens.end)
            .filter(|&number| marked[number].depth == depth)
            .peekable();
        let mut sentence = document.sentences.partition_point(|sentence| sentence.start <= tokens.start);
        let mut at = tokens.start;
        while at < tokens.end {
            while document.sentences.get(sentence).is_some_and(|sentence| sentence.start < at) {
                sentence += 1;
            }
            let starts = document.sentences.get(sentence).is_some_and(|sentence| sentence.start == at);
            if starts && !units.is_empty() && !attributes(document, marked, &units, at) {
                sentences.push(Self { document, marked, units: std::mem::take(&mut units) });
            }
            if let Some(block) = blocks.next_if(|&block| marked[block].tokens.start == at) {
                units.push(Unit::QuotedSpan(block));
                at = marked[block].tokens.end;
            } else {
                units.push(Unit::Token(at));
                at += 1;
            }
        }
        if !units.is_empty() {
            sentences.push(Self { document, marked, units });
        }
        sentences
    }

    /// All that a reading of the sentence by itself sees of the document: its words, what stands before each of
    /// them, sentences, names, and the marked passages.
    pub fn key(&self, vocabulary: &Vocabulary, names: &NameTags) -> Vec<u32> {
        let tokens = self.tokens(0..self.len());
        let mut sentence = self.document.sentences.partition_point(|sentence| sentence.start < tokens.start);
        let mut key = Vec::with_capacity(2 * tokens.len() + 8);
        for at in tokens {
            let begins = self.document.sentences.get(sentence).is_some_and(|sentence| sentence.start == at);
            sentence += usize::from(begins);
            let Token { kind, spaced, .. } = self.document.tokens[at];
            key.push(vocabulary.word_number(at) as u32);
            key.push(kind as u32 | u32::from(spaced) << 3 | u32::from(begins) << 4 | u32::from(names.code(at)) << 5);
        }
        for marked in self.units.iter().filter_map(|unit| match unit {
            Unit::QuotedSpan(block) => Some(&self.marked[*block]),
            Unit::Token(_) => None,
        }) {
            key.push((marked.tokens.start - tokens.start) as u32);
            key.push((marked.tokens.end - tokens.start) as u32);
            key.push(u32::from(marked.open));
        }
        key.push(tokens.len() as u32);
        key
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there is no unit; `split` makes no such sentence.
    #[cfg(any(test, feature = "training"))]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The word at a place; nothing for a block and past the end.
    pub fn word(&self, at: usize) -> &'d str {
        match self.units.get(at) {
            Some(&Unit::Token(token)) => self.document.word(token),
            _ => "",
        }
    }

    /// The word at a place in lower case.
    pub fn lower(&self, at: usize) -> std::borrow::Cow<'d, str> {
        lexicon::to_lowercase(self.word(at))
    }

    /// The marked passage at a place, if there is one.
    pub fn block(&self, at: usize) -> Option<&'d QuotedSpan> {
        match self.units.get(at) {
            Some(&Unit::QuotedSpan(block)) => Some(&self.marked[block]),
            _ => None,
        }
    }

    /// Whether the unit is a word or a number.
    pub fn is_word(&self, at: usize) -> bool {
        matches!(self.units.get(at), Some(&Unit::Token(token)) if matches!(self.document.tokens[token].kind, TokenKind::Word | TokenKind::Number))
    }

    /// Whether the unit is the possessive ending.
    pub fn is_possessive(&self, at: usize) -> bool {
        matches!(self.units.get(at), Some(&Unit::Token(token)) if self.document.tokens[token].kind == TokenKind::Possessive)
    }

    /// Whether the unit is a word with a capital.
    pub fn is_capitalized(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether the unit is a sign that ends the sentence or a clause.
    pub fn is_end(&self, at: usize) -> bool {
        at >= self.len() || self.word(at).starts_with(['.', '!', '?', '…', ';'])
    }

    /// Whether a name under what was said stands behind the dash at this place, up to the sentence's end.
    pub fn is_signature(&self, at: usize) -> bool {
        let tokens = self.tokens(at..self.len());
        is_signature(self.document, tokens.start) && !(at..self.len()).any(|at| self.block(at).is_some())
    }

    /// The tokens that units cover.
    pub fn tokens(&self, units: Range<usize>) -> TokenRange {
        let start = match self.units[units.start] {
            Unit::Token(token) => token,
            Unit::QuotedSpan(block) => self.marked[block].tokens.start,
        };
        let end = match self.units[units.end - 1] {
            Unit::Token(token) => token + 1,
            Unit::QuotedSpan(block) => self.marked[block].tokens.end,
        };
        TokenRange::new(start, end)
    }

    /// Whether there is nothing but marked passages and signs.
    pub fn is_marked_only(&self) -> bool {
        (0..self.len()).all(|at| !self.is_word(at)) && (0..self.len()).any(|at| self.block(at).is_some())
    }

    /// The last sign inside a marked passage.
    pub fn block_ending(&self, at: usize) -> &'d str {
        self.block(at).map_or("", |marked| self.document.word(marked.inner().end - 1))
    }

    /// Whether a marked passage begins as a sentence does.
    pub fn block_begins_sentence(&self, at: usize) -> bool {
        self.block(at).is_some_and(|marked| self.document.word(marked.inner().start).starts_with(char::is_uppercase))
    }

    /// How many words a marked passage holds.
    pub fn block_words(&self, at: usize) -> usize {
        self.block(at).map_or(0, |marked| {
            self.document.tokens[marked.inner()].iter().filter(|token| token.kind == TokenKind::Word).count()
        })
    }
}

/// Whether a dash and a name, with an office perhaps, take up the rest of a sentence: `– Jane Doe, mayor of X`
fn is_signature(document: &Document, dash: TokenIndex) -> bool {
    if !matches!(document.word(dash), "—" | "–" | "―" | "--" | "-") {
        return false;
    }
    let sentence = document.sentences.partition_point(|sentence| sentence.end <= dash + 1);
    let Some(end) = document.sentences.get(sentence).map(|sentence| sentence.end) else {
        return false;
    };
    let words = || {
        TokenRange::new(dash + 1, end)
            .iter()
            .filter(|&at| document.tokens[at].kind == TokenKind::Word)
            .map(|at| document.word(at))
    };
    let capitals = words().filter(|word| word.starts_with(char::is_uppercase)).count();
    let verb = words().any(|word| lexicon::is_auxiliary(word) || reporting_verbs::reporting_verb(word).is_some());
    document.word(dash + 1).starts_with(char::is_uppercase) && capitals >= 1 && words().count() <= 14 && !verb
}

/// Whether what starts at `at` says who spoke the passage before it: `“Why?” Smith asked.`
fn attributes(document: &Document, marked: &[QuotedSpan], units: &[Unit], at: TokenIndex) -> bool {
    let Some(&Unit::QuotedSpan(block)) = units.last() else {
        return false;
    };
    if is_signature(document, at) {
        return true;
    }
    let ending = document.word(marked[block].inner().end - 1);
    let exclaims = ending.starts_with(['?', '!'])
        || ending == "…"
        || ending.starts_with("..")
        || matches!(ending, "—" | "--" | "-");
    if !(exclaims || ending == ".") || document.tokens[at].kind == TokenKind::QuotationMark {
        return false;
    }
    let mut aside = false;
    for place in TokenRange::new(at, at + ATTRIBUTION) {
        let word = document.word(place);
        if place > at
            && let Some(verb) = reporting_verbs::reporting_verb(word)
            && verb.class == reporting_verbs::VerbClass::Speech
            && matches!(verb.form, reporting_verbs::VerbForm::Past | reporting_verbs::VerbForm::Present)
        {
            let next = document.word(place + 1);
            let closes = next.starts_with(['.', ',', ':']) || next.is_empty();
            return closes
                || (exclaims
                    && (lexicon::is_preposition(next) || lexicon::is_calendar_name(&lexicon::to_lowercase(next))));
        }
        // `“Go!” Smith’s niece, state Del. Jane Price, shouted to the crowd.`
        aside |= word == "," && exclaims;
        let nominal = word.starts_with(char::is_uppercase)
            || lexicon::is_determiner(word)
            || lexicon::is_role(word)
            || matches!(word, "of" | "for")
            || document.token(place).is_some_and(|token| token.kind == TokenKind::Possessive);
        let ends = word.is_empty() || word.starts_with(['.', '?', '!', ';']) && word.len() == 1;
        if ends || lexicon::is_auxiliary(word) || !(nominal || aside || place < at + 4 && exclaims && place > at) {
            return false;
        }
    }
    false
}

/// How many tokens there may be between a passage and its reporting verb.
const ATTRIBUTION: usize = 26;
