//! Reporting verbs (cues), in all their forms.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::case::to_lowercase;
use super::word_list::{View, WordList, word_list};

/// What a reporting verb takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbClass {
    /// Speech in any form: `say`, `add`, `write`.
    Speech,
    /// Speech after the addressee: `tell`, `assure`.
    Addressed,
    /// A statement in the reporter's words, or a quoted part of one: `describe`, `call`.
    Naming,
    /// A statement, only as a clause: `announce that`, `show that`.
    Statement,
    /// A belief or an intention: `think`, `hope`.
    Belief,
}

impl VerbClass {
    /// Returns the number of the class in features.
    pub fn feature_number(self) -> u64 {
        match self {
            Self::Speech => 0,
            Self::Addressed => 1,
            Self::Naming => 2,
            Self::Statement => 3,
            Self::Belief => 4,
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "speech" => Self::Speech,
            "addressed" => Self::Addressed,
            "naming" => Self::Naming,
            "statement" => Self::Statement,
            "belief" => Self::Belief,
            _ => return None,
        })
    }
}

/// The form of a verb.
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

impl VerbForm {
    /// Returns the number of the form in features.
    pub fn feature_number(self) -> u64 {
        match self {
            Self::Base => 0,
            Self::Present => 1,
            Self::Past => 2,
            Self::Gerund => 3,
        }
    }
}

/// One form of a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportingVerb {
    /// What the verb takes.
    pub class: VerbClass,
    /// The form.
    pub form: VerbForm,
    /// The verb's dictionary form.
    pub lemma: &'static str,
}

impl ReportingVerb {
    /// Returns whether it is a present or past form that introduces speech.
    pub fn introduces_speech(self) -> bool {
        self.class == VerbClass::Speech && matches!(self.form, VerbForm::Past | VerbForm::Present)
    }
}

static LEMMAS: WordList = word_list!("reporting_verbs");
static PLURALS: WordList = word_list!("plurals_like_verbs");

type Forms = FxHashMap<String, ReportingVerb>;

static FORMS: LazyLock<Forms> = LazyLock::new(|| inflect_all(View::Rules));

/// The forms that features know, where they are others.
static TRAINED_FORMS: LazyLock<Option<Forms>> =
    LazyLock::new(|| LEMMAS.has_marks().then(|| inflect_all(View::Features)));

fn inflect_all(view: View) -> Forms {
    let mut forms = FxHashMap::with_capacity_and_hasher(900, rustc_hash::FxBuildHasher);
    for (lemma, value) in LEMMAS.entries(view) {
        let (class, irregular) = value.split_once("  ").map_or((value, None), |(class, past)| (class, Some(past)));
        let Some(class) = VerbClass::from_name(class) else { continue };
        let past = irregular.map_or_else(|| regular_past(lemma), str::to_owned);
        for (word, form) in [
            (lemma.to_owned(), VerbForm::Base),
            (third_person(lemma), VerbForm::Present),
            (past.clone(), VerbForm::Past),
            (gerund(lemma, &past), VerbForm::Gerund),
        ] {
            forms.entry(word).or_insert(ReportingVerb { class, form, lemma });
        }
    }
    forms
}

fn regular_past(lemma: &str) -> String {
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

/// Returns the reporting verb of which a word is a form.
pub fn reporting_verb(word: &str) -> Option<ReportingVerb> {
    reporting_verb_in(View::Rules, word)
}

pub(super) fn reporting_verb_in(view: View, word: &str) -> Option<ReportingVerb> {
    let forms = match view {
        View::Rules => &FORMS,
        View::Features => TRAINED_FORMS.as_ref().unwrap_or(&FORMS),
    };
    forms.get(to_lowercase(word).as_ref()).copied()
}

/// Returns whether a form of a reporting verb is as often the plural of a noun: `remarks`, `reports`.
pub fn is_often_noun(word: &str) -> bool {
    PLURALS.contains(word)
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
            assert_eq!(reporting_verb(word).map(|verb| verb.form), Some(form), "{word}");
        }
        assert!(reporting_verb("table").is_none());
    }

    #[test]
    fn every_lemma_has_a_class() {
        for (lemma, value) in LEMMAS.entries(View::Rules).chain(LEMMAS.entries(View::Features)) {
            assert!(VerbClass::from_name(value.split("  ").next().unwrap()).is_some(), "{lemma}: {value}");
        }
    }

    #[test]
    fn feature_numbers_stay_as_trained() {
        use VerbClass::*;
        use VerbForm::*;
        let classes = [Speech, Addressed, Naming, Statement, Belief].map(VerbClass::feature_number);
        let forms = [Base, Present, Past, Gerund].map(VerbForm::feature_number);
        assert_eq!((classes, forms), ([0, 1, 2, 3, 4], [0, 1, 2, 3]));
    }
}
