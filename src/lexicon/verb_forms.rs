//! Forms of verbs: contractions with `not`, and irregular forms of verbs that can introduce speech though they are no
//! reporting verbs: `began`, `went`.

use super::word_list::{WordList, word_list};

static IRREGULAR_VERB_FORMS: WordList = word_list!("irregular_verb_forms");

/// Returns the dictionary form of an irregular past form or participle in lower case.
pub fn irregular_verb_lemma(form: &str) -> Option<&'static str> {
    IRREGULAR_VERB_FORMS.value(form)
}

/// Returns whether a word in lower case is a verb contracted with `not`: `didn't`.
pub fn is_negative_contraction(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contractions_have_either_apostrophe() {
        assert!(
            is_negative_contraction("didn't") && is_negative_contraction("didn’t") && !is_negative_contraction("ant")
        );
    }

    #[test]
    fn irregular_forms_have_a_lemma() {
        assert_eq!((irregular_verb_lemma("went"), irregular_verb_lemma("walked")), (Some("go"), None));
    }
}
