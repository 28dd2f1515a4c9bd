//! Attributions that begin a sentence of their own behind a quoted span: `“Why?” Smith asked.`, `“Why?” – Jane Doe`.

use super::quoted_spans::QuotedSpan;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{ReportingVerb, VerbClass, VerbForm, reporting_verb};
use crate::text::document::Document;
use crate::text::punctuation::{closing_mark, is_dash};
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// The largest number of tokens between a quoted span and its reporting verb.
const MAX_DISTANCE: usize = 26;

/// How many tokens of an object are looked at.
const MAX_OBJECT: usize = 8;

/// The largest number of words in a signature.
const MAX_SIGNATURE_WORDS: usize = 14;

/// Returns whether a dash and a name, with a role perhaps, make up the rest of a sentence: `– Jane Doe, mayor of X`
pub(super) fn is_signature(document: &Document, dash: TokenIndex) -> bool {
    if !is_dash(document.word(dash)) || !document.paragraph_containing(dash).contains(dash + 1) {
        return false;
    }
    let sentence = document.sentences.partition_point(|sentence| sentence.end <= dash + 1);
    let Some(sentence) = document.sentences.get(sentence) else { return false };
    let words = || {
        TokenRange::new(dash + 1, sentence.end)
            .iter()
            .filter(|&token| document.tokens[token].kind == TokenKind::Word)
            .map(|token| document.word(token))
    };
    // `– Jane Doe, speaking in X`
    let is_finite = |word| reporting_verb(word).is_some_and(|verb| verb.form != VerbForm::Gerund);
    let has_verb = words().any(|word| lexicon::is_auxiliary(word) || is_finite(word));
    document.word(dash + 1).starts_with(char::is_uppercase)
        && words().any(|word| word.starts_with(char::is_uppercase))
        && words().count() <= MAX_SIGNATURE_WORDS
        && !has_verb
}

/// Returns whether the sentence that starts at a token says who spoke the quoted span before it.
pub(super) fn is_attributed_by(document: &Document, span: &QuotedSpan, start: TokenIndex) -> bool {
    if is_signature(document, start) {
        return true;
    }
    let ending = document.word(span.inner().end - 1);
    // What ends like this can be followed by its attribution without a comma.
    let exclaims = ending.starts_with(['?', '!', '…']) || ending.starts_with("..") || is_dash(ending);
    if !(exclaims || ending == ".") || document.tokens[start].kind == TokenKind::QuotationMark {
        return false;
    }
    if exclaims && is_name_and_verb(document, start) {
        return true;
    }
    let mut in_apposition = false;
    for token in TokenRange::new(start, start + MAX_DISTANCE) {
        let word = document.word(token);
        if token > start && reporting_verb(word).is_some_and(ReportingVerb::introduces_speech) {
            return ends_attribution(document, token + 1, exclaims);
        }
        if token > start && exclaims && addresses(document, token) {
            return true;
        }
        // `“Go!” Smith’s niece, state Del. Jane Price, shouted to the crowd.`
        in_apposition |= word == "," && exclaims;
        let ends = word.is_empty() || word.starts_with(['.', '?', '!', ';']) && word.len() == 1;
        let belongs_to_subject =
            in_apposition || is_nominal(document, token) || (exclaims && token > start && token < start + 4);
        if ends || lexicon::is_auxiliary(word) || !belongs_to_subject {
            return false;
        }
    }
    false
}

/// Whether a sentence is a name and a verb, of whatever kind, and nothing else: `“Why?” Smith deadpanned.`
fn is_name_and_verb(document: &Document, start: TokenIndex) -> bool {
    let Some(verb) = (1..5).map(|words| start + words).find(|&at| document.word(at).starts_with(char::is_lowercase))
    else {
        return false;
    };
    let is_name = TokenRange::new(start, verb).iter().all(|at| document.word(at).starts_with(char::is_uppercase));
    let word = document.word(verb);
    is_name && word.ends_with("ed") && matches!(document.word(verb + 1), "." | "")
}

/// Whether a verb such as `told` has an object but no content of its own: `“Why?” Smith told reporters.`
fn addresses(document: &Document, verb: TokenIndex) -> bool {
    let is_addressed = reporting_verb(document.word(verb))
        .is_some_and(|verb| verb.class == VerbClass::Addressed && verb.form == VerbForm::Past);
    let object = TokenRange::new(verb + 1, verb + 1 + MAX_OBJECT);
    let mut words = object
        .iter()
        .map(|at| document.word(at))
        .take_while(|word| !matches!(*word, "" | "." | "," | "in" | "on" | "at" | "after" | "during"));
    is_addressed
        && words.all(|word| {
            !matches!(word, "that" | "to" | "how" | "why" | "what" | "about" | ":" | "he" | "she" | "they" | "it")
        })
}

/// Whether a reporting verb is the end of an attribution, with this token behind it.
fn ends_attribution(document: &Document, behind: TokenIndex, exclaims: bool) -> bool {
    let next = document.word(behind);
    // `“We won.” Smith added: “It was late.”`
    let introduces_next = next == ":" || (next == "," && !exclaims);
    if introduces_next && closing_mark(document.word(behind + 1)).is_some() {
        return false;
    }
    let closes = next.starts_with(['.', ',', ':']) || next.is_empty();
    let goes_on = || {
        lexicon::is_preposition(next)
            || lexicon::is_adverb(next)
            || lexicon::is_calendar_name(&lexicon::to_lowercase(next))
    };
    closes || (exclaims && goes_on())
}

/// Whether a token can belong to the noun phrase of a speaker.
fn is_nominal(document: &Document, token: TokenIndex) -> bool {
    let word = document.word(token);
    word.starts_with(char::is_uppercase)
        || lexicon::is_determiner(word)
        || lexicon::is_role(word)
        || matches!(word, "of" | "for")
        || document.token(token).is_some_and(|token| token.kind == TokenKind::Possessive)
}
