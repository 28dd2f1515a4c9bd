//! The meaning of a cue: its lemma, the stance it expresses, negation and tense.

use serde::{Deserialize, Serialize};

use crate::lexicon;
use crate::lexicon::reporting_verbs::reporting_verb;
pub use crate::lexicon::stances::Stance;
use crate::lexicon::stances::stance;
use crate::lexicon::verb_forms::{irregular_verb_lemma, is_negative_contraction};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;
use crate::vocabulary;

/// The time or mood of speech that is not simply past or present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Tense {
    /// It is yet to come: `will say`, `is expected to announce`.
    Future,
    /// It may or might be: `could say`, `would argue`.
    Possible,
}

/// The meaning of a quote's cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueSemantics {
    /// The dictionary form of the reporting verb or noun; the words themselves if it is unknown.
    pub lemma: Box<str>,
    /// The attitude that the cue expresses.
    pub stance: Stance,
    /// Whether it was not said: `never said`, `declined to confirm`.
    pub negated: bool,
    /// The tense, unless it was simply said.
    pub tense: Option<Tense>,
}

/// How many auxiliaries, negations and adverbs before a cue belong to its verb at most.
const MAX_VERB_GROUP: usize = 5;

/// Interprets a cue.
pub fn interpret_cue(document: &Document, cue: TokenRange) -> CueSemantics {
    let phrase = TokenRange::new(verb_group_start(document, cue.start), cue.end);
    let lemma = cue_lemma(document, cue);
    CueSemantics {
        stance: stance(&lemma),
        negated: is_negated(document, phrase) || matches!(&*lemma, "decline" | "refuse"),
        tense: tense(document, phrase),
        lemma: lemma.into(),
    }
}

fn is_negated(document: &Document, phrase: TokenRange) -> bool {
    has_word(document, phrase, |word| {
        is_negative_contraction(word) || matches!(word, "not" | "never" | "neither" | "nor" | "cannot" | "without")
    }) || governs_infinitive(
        document,
        phrase,
        &["declined", "declines", "declining", "failed", "refused", "refuses", "refusing"],
    )
}

fn tense(document: &Document, phrase: TokenRange) -> Option<Tense> {
    let is_future = has_word(document, phrase, |word| matches!(word, "will" | "shall" | "'ll" | "’ll"))
        || governs_infinitive(document, phrase, &["expected", "going", "due", "set", "scheduled", "likely"]);
    if is_future {
        return Some(Tense::Future);
    }
    has_word(document, phrase, |word| matches!(word, "might" | "may" | "could" | "would")).then_some(Tense::Possible)
}

fn has_word(document: &Document, phrase: TokenRange, matches: impl Fn(&str) -> bool) -> bool {
    phrase.iter().any(|token| matches(&lexicon::to_lowercase(document.word(token))))
}

/// Whether one of the words stands before `to` and a verb: `declined to confirm`.
fn governs_infinitive(document: &Document, phrase: TokenRange, words: &[&str]) -> bool {
    phrase.iter().any(|token| {
        token + 2 < phrase.end
            && words.contains(&lexicon::to_lowercase(document.word(token)).as_ref())
            && document.word(token + 1) == "to"
    })
}

/// Returns where the auxiliaries, negations and adverbs begin that belong to the verb at `start`.
fn verb_group_start(document: &Document, start: TokenIndex) -> TokenIndex {
    let belongs = |token: TokenIndex| {
        let word = lexicon::to_lowercase(document.word(token));
        lexicon::is_auxiliary(&word)
            || lexicon::is_adverb(&word)
            || is_negative_contraction(&word)
            || matches!(word.as_ref(), "not" | "to" | "will" | "shall" | "cannot" | "'ll" | "’ll")
            || (matches!(
                word.as_ref(),
                "declined" | "refused" | "failed" | "declines" | "refuses" | "expected" | "due"
            ) && document.word(token + 1) == "to")
    };
    let before = TokenRange::new(start.saturating_sub(MAX_VERB_GROUP), start);
    before.iter().rev().take_while(|&token| belongs(token)).last().unwrap_or(start)
}

fn cue_lemma(document: &Document, cue: TokenRange) -> String {
    let words: Vec<_> = cue
        .iter()
        .filter(|&token| document.tokens[token].kind == TokenKind::Word)
        .map(|token| lexicon::to_lowercase(document.word(token)))
        .collect();
    let Some(first) = words.first() else { return ":".to_owned() };
    if first == "according" && words.get(1).is_some_and(|word| word.starts_with("to")) {
        return "according to".to_owned();
    }
    let verb = words.iter().enumerate().find_map(|(number, word)| Some((number, reporting_verb(word)?)));
    if let Some((number, verb)) = verb {
        let particle = words.get(number + 1).filter(|next| matches!(next.as_ref(), "for" | "on"));
        return match particle {
            Some(particle) if verb.lemma == "call" => format!("call {particle}"),
            _ => verb.lemma.to_owned(),
        };
    }
    let is_content_word = |word: &str| {
        !lexicon::is_auxiliary(word)
            && !lexicon::is_adverb(word)
            && !lexicon::is_preposition(word)
            && !lexicon::is_determiner(word)
            && !matches!(word, "not" | "to")
    };
    verb_lemma(words.iter().find(|word| is_content_word(word)).unwrap_or(first))
}

/// The dictionary form of a verb; the word itself if that is no common word.
fn verb_lemma(word: &str) -> String {
    if let Some(lemma) = irregular_verb_lemma(word) {
        return lemma.to_owned();
    }
    let common = |stem: String| vocabulary::is_common_word(&stem).then_some(stem);
    let lemma = if let Some(stem) = word.strip_suffix("ies").or(word.strip_suffix("ied")) {
        common(format!("{stem}y"))
    } else if let Some(stem) = word.strip_suffix("ed").or(word.strip_suffix("ing")).filter(|stem| stem.len() > 2) {
        let mut letters = stem.chars().rev();
        let last = letters.next();
        if last == letters.next() {
            let single = last.map_or(stem, |letter| &stem[..stem.len() - letter.len_utf8()]);
            let may_double = !stem.ends_with(['s', 'l']);
            may_double.then(|| common(single.to_owned())).flatten().or_else(|| common(stem.to_owned()))
        } else {
            common(format!("{stem}e")).or_else(|| common(stem.to_owned()))
        }
    } else if let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')) {
        common(stem.to_owned())
    } else {
        None
    };
    lemma.unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn semantics(text: &str, cue: &str) -> (String, Stance, bool, Option<Tense>) {
        let document = Document::new(text);
        let start = text.find(cue).unwrap();
        let tokens = TokenRange::new(document.token_at(start), document.token_at(start + cue.len()));
        let CueSemantics { lemma, stance, negated, tense } = interpret_cue(&document, tokens);
        (lemma.into_string(), stance, negated, tense)
    }

    #[test]
    fn a_cue_has_a_lemma_and_a_stance() {
        for (text, cue, lemma, stance) in [
            ("She said it was late.", "said", "say", Stance::Neutral),
            ("She has repeatedly highlighted it.", "has repeatedly highlighted", "highlight", Stance::Neutral),
            ("According to him, it was late.", "According to", "according to", Stance::Neutral),
            ("She praised the plan.", "praised", "praise", Stance::Supportive),
            ("He claimed it was late.", "claimed", "claim", Stance::Sceptical),
            ("He denied it.", "denied", "deny", Stance::Denying),
            ("They wondered why.", "wondered", "wonder", Stance::Asking),
            ("He called for calm.", "called for", "call for", Stance::Ordering),
            ("She hopes it ends.", "hopes", "hope", Stance::Believing),
            ("He vowed to stay.", "vowed", "vow", Stance::Intending),
            ("She lashed out at them.", "lashed out", "lash", Stance::Neutral),
        ] {
            let found = semantics(text, cue);
            assert_eq!((found.0.as_str(), found.1), (lemma, stance), "{text}");
        }
    }

    #[test]
    fn negation_and_tense_are_recognized() {
        assert!(semantics("She never said that.", "said").2);
        assert!(semantics("He did not say so.", "say").2);
        assert!(semantics("They didn’t say so.", "say").2);
        assert!(semantics("They declined to confirm it.", "declined to confirm").2);
        assert!(!semantics("She said he never came.", "said").2);
        assert_eq!(semantics("She will say so.", "will say").3, Some(Tense::Future));
        assert_eq!(semantics("He is expected to announce it.", "expected to announce").3, Some(Tense::Future));
        assert_eq!(semantics("He might say so.", "say").3, Some(Tense::Possible));
        assert_eq!(semantics("He said so.", "said").3, None);
    }
}
