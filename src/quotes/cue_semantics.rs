//! What the reporting words say of the speaker's attitude: lemma, stance,
//! negation, and whether the speech is yet to come.

use serde::{Deserialize, Serialize};

use crate::lexicon;
use crate::lexicon::reporting_verbs;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;
use crate::vocabulary;

/// How a speaker, or the reporter, stands to what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// `said`, `according to`
    Neutral,
    /// `praised`, `confirmed`
    Supportive,
    /// `claimed`, `questioned`, `criticised`
    Sceptical,
    /// `denied`, `rejected`
    Denying,
    /// `asked`, `wondered`
    Asking,
    /// `ordered`, `urged`
    Ordering,
    /// `believes`, `hopes`
    Believing,
    /// `vowed`, `plans`
    Intending,
}

/// Speech that is not simply past or present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tense {
    /// It is yet to come: `will say`, `is expected to announce`.
    Future,
    /// It may or might be: `could say`, `would argue`.
    Possible,
}

/// The sense of a quote's reporting words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueSemantics {
    /// The dictionary form of the reporting verb or noun; the words themselves where there is none.
    pub lemma: String,
    /// The attitude they express.
    pub stance: Stance,
    /// Whether they say that it was not said: `never said`, `declined to confirm`.
    pub negated: bool,
    /// Where it was not simply said.
    pub tense: Option<Tense>,
}

const SUPPORTIVE: &[&str] = &[
    "acknowledge",
    "affirm",
    "agree",
    "applaud",
    "back",
    "celebrate",
    "champion",
    "commend",
    "confirm",
    "congratulate",
    "credit",
    "defend",
    "endorse",
    "enthuse",
    "gush",
    "hail",
    "laud",
    "praise",
    "reaffirm",
    "support",
    "thank",
    "welcome",
];
const SCEPTICAL: &[&str] = &[
    "accuse",
    "allege",
    "attack",
    "bash",
    "blame",
    "blast",
    "castigate",
    "claim",
    "complain",
    "condemn",
    "criticise",
    "criticize",
    "decry",
    "denounce",
    "deride",
    "dismiss",
    "doubt",
    "fume",
    "lambast",
    "lambaste",
    "lament",
    "mock",
    "object",
    "oppose",
    "protest",
    "purport",
    "question",
    "rebuke",
    "ridicule",
    "scoff",
    "slam",
    "sneer",
    "suspect",
];
const DENYING: &[&str] = &["counter", "decline", "deny", "disavow", "dispute", "rebut", "refuse", "refute", "reject"];
const ASKING: &[&str] = &["ask", "inquire", "query", "wonder"];
const ORDERING: &[&str] = &[
    "call for",
    "call on",
    "command",
    "demand",
    "direct",
    "insist",
    "instruct",
    "order",
    "persuade",
    "recommend",
    "rule",
    "urge",
];
const BELIEVING: &[&str] = &[
    "assume",
    "believe",
    "conclude",
    "consider",
    "expect",
    "fear",
    "feel",
    "find",
    "hope",
    "know",
    "realise",
    "realize",
    "reckon",
    "regard",
    "see",
    "suppose",
    "think",
    "understand",
    "view",
    "worry",
];
const INTENDING: &[&str] = &[
    "aim",
    "decide",
    "intend",
    "offer",
    "plan",
    "pledge",
    "prefer",
    "promise",
    "resolve",
    "seek",
    "swear",
    "threaten",
    "volunteer",
    "vow",
    "want",
    "wish",
];

/// What the cue between these tokens says.
pub fn read(document: &Document, cue: TokenRange) -> CueSemantics {
    let phrase = TokenRange::new(verb_group(document, cue.start), cue.end);
    let lemma = lemma(document, cue);
    let words = || phrase.iter().map(|at| lexicon::to_lowercase(document.word(at)));
    let negated = words().any(|word| {
        matches!(word.as_ref(), "not" | "never" | "neither" | "nor" | "cannot" | "without")
            || word.ends_with("n't")
            || word.ends_with("n’t")
    }) || matches!(lemma.as_str(), "decline" | "refuse")
        || refuses(document, phrase);
    let ahead = words().any(|word| matches!(word.as_ref(), "will" | "shall" | "'ll" | "’ll"))
        || has_pair(document, phrase, &["expected", "going", "due", "set", "scheduled", "likely"]);
    let possible = words().any(|word| matches!(word.as_ref(), "might" | "may" | "could" | "would"));
    let tense = match (ahead, possible) {
        (true, _) => Some(Tense::Future),
        (_, true) => Some(Tense::Possible),
        _ => None,
    };
    CueSemantics { stance: stance(&lemma), lemma, negated, tense }
}

/// The auxiliaries, negations and adverbs that belong to the verb at `start`.
fn verb_group(document: &Document, start: TokenIndex) -> TokenIndex {
    let belongs = |at: TokenIndex| {
        let word = lexicon::to_lowercase(document.word(at));
        lexicon::is_auxiliary(&word)
            || lexicon::is_adverb(&word)
            || word.ends_with("n't")
            || word.ends_with("n’t")
            || matches!(word.as_ref(), "not" | "to" | "will" | "shall" | "cannot" | "'ll" | "’ll")
            || (matches!(
                word.as_ref(),
                "declined" | "refused" | "failed" | "declines" | "refuses" | "expected" | "due"
            ) && document.word(at + 1) == "to")
    };
    TokenRange::new(start.saturating_sub(5), start).iter().rev().take_while(|&at| belongs(at)).last().unwrap_or(start)
}

/// `declined to confirm`, `refused to say`
fn refuses(document: &Document, phrase: TokenRange) -> bool {
    has_pair(document, phrase, &["declined", "declines", "refused", "refuses", "refusing", "declining", "failed"])
}

/// Whether one of the words stands before `to` and more.
fn has_pair(document: &Document, phrase: TokenRange, first: &[&str]) -> bool {
    phrase.iter().any(|at| {
        at + 2 < phrase.end
            && first.contains(&lexicon::to_lowercase(document.word(at)).as_ref())
            && document.word(at + 1) == "to"
    })
}

fn lemma(document: &Document, cue: TokenRange) -> String {
    let words: Vec<String> = cue
        .iter()
        .filter(|&at| document.tokens[at].kind == TokenKind::Word)
        .map(|at| lexicon::to_lowercase(document.word(at)).into_owned())
        .collect();
    let joined = words.join(" ");
    if words.is_empty() || joined.starts_with("according to") {
        return if words.is_empty() { ":".to_owned() } else { "according to".to_owned() };
    }
    if let Some((at, verb)) =
        words.iter().enumerate().find_map(|(at, word)| Some((at, reporting_verbs::reporting_verb(word)?)))
    {
        let particle = words.get(at + 1).filter(|next| verb.lemma == "call" && matches!(next.as_str(), "for" | "on"));
        return particle.map_or_else(|| verb.lemma.to_owned(), |particle| format!("{} {particle}", verb.lemma));
    }
    let content = words.iter().find(|word| {
        !lexicon::is_auxiliary(word)
            && !lexicon::is_adverb(word)
            && !lexicon::is_preposition(word)
            && !lexicon::is_determiner(word)
            && !matches!(word.as_str(), "not" | "to")
    });
    content.or(words.first()).map_or(joined, |word| base(word))
}

/// The dictionary form of a regular verb, where it is a word that is known.
fn base(word: &str) -> String {
    const IRREGULAR: &[(&str, &str)] = &[
        ("began", "begin"),
        ("brought", "bring"),
        ("came", "come"),
        ("gave", "give"),
        ("given", "give"),
        ("got", "get"),
        ("held", "hold"),
        ("kept", "keep"),
        ("laid", "lay"),
        ("led", "lead"),
        ("made", "make"),
        ("meant", "mean"),
        ("put", "put"),
        ("sang", "sing"),
        ("sent", "send"),
        ("set", "set"),
        ("shot", "shoot"),
        ("spoke", "speak"),
        ("spoken", "speak"),
        ("stood", "stand"),
        ("took", "take"),
        ("taken", "take"),
        ("went", "go"),
        ("wrote", "write"),
        ("written", "write"),
    ];
    if let Some((_, lemma)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return (*lemma).to_owned();
    }
    let known = |stem: String| vocabulary::is_common_word(&stem).then_some(stem);
    let stripped = |stem: &str| {
        let doubled = stem.as_bytes().last_chunk::<2>().is_some_and(|[first, second]| first == second);
        known(format!("{stem}e"))
            .filter(|_| !doubled)
            .or_else(|| {
                known(stem[..stem.len() - 1].to_owned())
                    .filter(|_| doubled && !stem.ends_with('s') && !stem.ends_with('l'))
            })
            .or_else(|| known(stem.to_owned()))
    };
    let found = if let Some(stem) = word.strip_suffix("ies").or(word.strip_suffix("ied")) {
        known(format!("{stem}y"))
    } else if let Some(stem) = word.strip_suffix("ed").or(word.strip_suffix("ing")).filter(|stem| stem.len() > 2) {
        stripped(stem)
    } else if let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')) {
        known(stem.to_owned())
    } else {
        None
    };
    found.unwrap_or_else(|| word.to_owned())
}

fn stance(lemma: &str) -> Stance {
    let lists = [
        (SUPPORTIVE, Stance::Supportive),
        (SCEPTICAL, Stance::Sceptical),
        (DENYING, Stance::Denying),
        (ASKING, Stance::Asking),
        (ORDERING, Stance::Ordering),
        (BELIEVING, Stance::Believing),
        (INTENDING, Stance::Intending),
    ];
    lists.iter().find(|(list, _)| list.contains(&lemma)).map_or(Stance::Neutral, |(_, stance)| *stance)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wording(text: &str, cue: &str) -> (String, Stance, bool, Option<Tense>) {
        let document = Document::new(text);
        let start = text.find(cue).unwrap();
        let tokens = TokenRange::new(document.token_at(start), document.token_at(start + cue.len()));
        let CueSemantics { lemma, stance, negated, tense } = read(&document, tokens);
        (lemma, stance, negated, tense)
    }

    #[test]
    fn verbs_tell_the_stance() {
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
            let found = wording(text, cue);
            assert_eq!((found.0.as_str(), found.1), (lemma, stance), "{text}");
        }
    }

    #[test]
    fn what_was_not_said_is_told_apart() {
        assert!(wording("She never said that.", "said").2);
        assert!(wording("He did not say so.", "say").2);
        assert!(wording("They didn’t say so.", "say").2);
        assert!(wording("They declined to confirm it.", "declined to confirm").2);
        assert!(!wording("She said he never came.", "said").2);
        assert_eq!(wording("She will say so.", "will say").3, Some(Tense::Future));
        assert_eq!(wording("He is expected to announce it.", "expected to announce").3, Some(Tense::Future));
        assert_eq!(wording("He might say so.", "say").3, Some(Tense::Possible));
        assert_eq!(wording("He said so.", "said").3, None);
    }
}
