//! The stance that reporting verbs express.

use serde::{Deserialize, Serialize};

use super::word_list::{WordList, word_list};

/// The attitude of a speaker, or of the reporter, to what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
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

impl Stance {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "supportive" => Self::Supportive,
            "sceptical" => Self::Sceptical,
            "denying" => Self::Denying,
            "asking" => Self::Asking,
            "ordering" => Self::Ordering,
            "believing" => Self::Believing,
            "intending" => Self::Intending,
            _ => return None,
        })
    }
}

static STANCE_VERBS: WordList = word_list!("stance_verbs");

/// Returns the stance that a reporting verb in its dictionary form expresses, with its particle if it has one:
/// `claim`, `call for`.
pub fn stance(lemma: &str) -> Stance {
    STANCE_VERBS.value(lemma).and_then(Stance::from_name).unwrap_or(Stance::Neutral)
}

#[cfg(test)]
mod tests {
    use super::super::word_list::View;
    use super::*;

    #[test]
    fn every_listed_verb_has_a_stance() {
        for (lemma, name) in STANCE_VERBS.entries(View::Rules) {
            assert!(Stance::from_name(name).is_some(), "{lemma}: {name}");
        }
    }

    #[test]
    fn an_unlisted_verb_is_neutral() {
        assert_eq!((stance("call for"), stance("say")), (Stance::Ordering, Stance::Neutral));
    }
}
