//! Reporting verbs (cues), in all their forms.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::to_lowercase;

/// What a reporting verb takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbClass {
    /// Speech in any form: `say`, `add`, `write`.
    Speech,
    /// Speech after the one it is said to: `tell`, `warn`, `assure`.
    Addressed,
    /// A statement in the reporter's words, or a part of one in marks: `describe`, `call`.
    Naming,
    /// A statement, only as a clause: `announce that`, `show that`.
    Statement,
    /// A belief or an intention: `think`, `hope`.
    Belief,
}

/// The form in which a reporting verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// `say`
    Base,
    /// `says`
    Present,
    /// `said`
    Past,
    /// `saying`
    Gerund,
}

/// One form of a reporting verb.
#[derive(Clone, Copy, Debug)]
pub struct ReportingVerb {
    /// What it takes.
    pub class: VerbClass,
    /// Its form.
    pub form: VerbForm,
    /// Its dictionary form.
    pub lemma: &'static str,
}

/// Lemmas; where the past is irregular or the consonant doubles, it follows a colon.
const SPEECH: &str = "say:said add admit:admitted agree allege announce answer argue ask assert boast claim comment complain conclude confess confirm continue cry declare demand deny explain exclaim insist joke lament mention muse note object observe opine point proclaim promise protest quip recall recount reiterate remark repeat reply report respond reveal shout signal state stress suggest tweet:tweeted underline underscore vow whisper write:wrote yell speculate quote scream chant read:read counter:countered emphasize emphasise acknowledge predict post caution maintain contend charge concede affirm reaffirm reassert rejoin retort venture interject sneer scoff fume rail gush enthuse elaborate clarify estimate blast:blasted reason volunteer:volunteered testify joke posit theorize blog plead stipulate urge pledge:pledged warn advise intone sigh beam groan grumble mutter mumble murmur roar snap:snapped hiss chuckle plead joke scold scrawl";
const ADDRESSED: &str = "tell:told warn assure inform remind notify urge persuade convince instruct advise";
const NAMING: &str = "call describe characterize characterise label:labeled dub:dubbed brand deem denounce condemn criticize criticise praise hail dismiss slam:slammed blast decry mock deride cite refer:referred compare accuse blame defend reject highlight";
const STATEMENT: &str = "find:found show indicate imply hint hear:heard learn disclose recommend propose rule order advise guarantee certify determine outline detail document threaten discuss ask request swear:swore applaud endorse oppose support decide";
const BELIEF: &str = "think:thought believe feel:felt hope expect fear worry want wish doubt know:knew realize realise consider assume suspect understand:understood see:saw intend plan seek:sought conclude reckon wonder regard prefer:preferred";

static VERBS: LazyLock<FxHashMap<String, ReportingVerb>> = LazyLock::new(|| {
    let mut verbs = FxHashMap::with_capacity_and_hasher(900, rustc_hash::FxBuildHasher);
    for (list, class) in [
        (SPEECH, VerbClass::Speech),
        (ADDRESSED, VerbClass::Addressed),
        (NAMING, VerbClass::Naming),
        (STATEMENT, VerbClass::Statement),
        (BELIEF, VerbClass::Belief),
    ] {
        for entry in list.split(' ') {
            let (lemma, past) =
                entry.split_once(':').map_or_else(|| (entry, past(entry)), |(lemma, past)| (lemma, past.to_owned()));
            for (word, form) in [
                (lemma.to_owned(), VerbForm::Base),
                (third_person(lemma), VerbForm::Present),
                (past.clone(), VerbForm::Past),
                (gerund(lemma, &past), VerbForm::Gerund),
            ] {
                verbs.entry(word).or_insert(ReportingVerb { class, form, lemma });
            }
        }
    }
    verbs
});

fn past(lemma: &str) -> String {
    if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if lemma.ends_with('y') && !lemma.ends_with("ay") {
        format!("{}ied", &lemma[..lemma.len() - 1])
    } else {
        format!("{lemma}ed")
    }
}

fn third_person(lemma: &str) -> String {
    if lemma.ends_with(['s', 'x']) || lemma.ends_with("ch") || lemma.ends_with("sh") || lemma == "go" {
        format!("{lemma}es")
    } else if lemma.ends_with('y') && !lemma.ends_with("ay") {
        format!("{}ies", &lemma[..lemma.len() - 1])
    } else {
        format!("{lemma}s")
    }
}

fn gerund(lemma: &str, past: &str) -> String {
    if let Some(stem) = lemma.strip_suffix('e').filter(|stem| !stem.ends_with('e')) {
        format!("{stem}ing")
    } else if past.len() == lemma.len() + 3 && past.ends_with("ed") {
        format!("{}ing", &past[..past.len() - 2])
    } else if lemma == "begin" {
        "beginning".to_owned()
    } else {
        format!("{lemma}ing")
    }
}

/// The reporting verb of which `word` is a form, if it is one.
pub fn find(word: &str) -> Option<ReportingVerb> {
    VERBS.get(to_lowercase(word).as_ref()).copied()
}

/// Whether `word` is a form of a verb that introduces speech.
pub fn is_reporting_verb(word: &str) -> bool {
    find(word)
        .is_some_and(|verb| verb.class == VerbClass::Speech && matches!(verb.form, VerbForm::Past | VerbForm::Present))
}

/// Whether a present form is as often the plural of a noun: `remarks`, `reports`.
pub fn is_often_noun(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "answers",
        "blogs",
        "boasts",
        "cautions",
        "charges",
        "claims",
        "comments",
        "complaints",
        "cries",
        "demands",
        "details",
        "documents",
        "estimates",
        "fears",
        "finds",
        "hints",
        "hopes",
        "jokes",
        "laments",
        "notes",
        "objects",
        "orders",
        "plans",
        "pledges",
        "points",
        "posts",
        "promises",
        "protests",
        "quips",
        "quotes",
        "reasons",
        "remarks",
        "repeats",
        "replies",
        "reports",
        "rules",
        "screams",
        "shouts",
        "shows",
        "sighs",
        "signals",
        "states",
        "supports",
        "tweets",
        "volunteers",
        "vows",
        "wishes",
    ];
    NOUNS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_built_from_lemmas() {
        for (word, form) in [
            ("said", VerbForm::Past),
            ("denies", VerbForm::Present),
            ("admitting", VerbForm::Gerund),
            ("Writing", VerbForm::Gerund),
            ("replied", VerbForm::Past),
        ] {
            assert_eq!(find(word).map(|verb| verb.form), Some(form), "{word}");
        }
        assert!(find("table").is_none());
    }
}
