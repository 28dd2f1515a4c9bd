//! Words that tell whether a passage is somebody's speech or the reporter's.

use super::costs::{Cost, MAX_FIRST_PERSON};
use super::window::head;
use crate::lexicon::reporting_verbs::{ReportingVerb, reporting_verb};

/// The number of words of the first or second person, no more than count.
pub(super) fn first_person_words(gap: &str) -> Cost {
    let mut count = 0;
    for word in gap.split(|character: char| !character.is_alphanumeric()) {
        count +=
            Cost::from(matches!(word, "I" | "we" | "We" | "our" | "Our" | "my" | "My" | "me" | "us" | "you" | "You"));
        if count >= MAX_FIRST_PERSON {
            break;
        }
    }
    count
}

/// Whether a clause behind a comma says who spoke before it (`he said`, `said Jane Doe`), and if so, whether the sentence or
/// the clause ends with it.
pub(super) fn attribution(rest: &str) -> Option<bool> {
    let is_verb = |word: &str| reporting_verb(word).is_some_and(ReportingVerb::introduces_speech);
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word != "I";
    let is_pronoun = |word: &str| matches!(word, "he" | "she" | "they");
    let mut rest = head(rest);
    let first = next_word(&mut rest)?;
    if is_verb(first) {
        let mut behind = rest;
        let mut has_subject = false;
        for _ in 0..3 {
            let Some(word) = next_word(&mut behind) else { break };
            if !(is_name(word) || is_pronoun(word) || matches!(word, "the" | "a")) {
                break;
            }
            has_subject = true;
            rest = behind;
        }
        if !has_subject {
            return None;
        }
    } else {
        let mut word = first;
        let mut words = 1;
        while !is_verb(word) {
            if !(is_name(word) || is_pronoun(word)) || words > 3 {
                return None;
            }
            word = next_word(&mut rest)?;
            words += 1;
        }
    }
    Some(rest.is_empty() || rest.starts_with(['.', ',', ':', ';']))
}

/// Takes the next word off a text, with the blanks before it; there is none where a sign comes first.
fn next_word<'t>(rest: &mut &'t str) -> Option<&'t str> {
    let text = rest.trim_start();
    let is_inside = |character: char| character.is_alphanumeric() || matches!(character, '-' | '\'' | '’' | '.');
    let mut length = text.find(|character| !is_inside(character)).unwrap_or(text.len());
    // A full stop belongs to the word behind an initial or a title only: `J. Doe`, `Mr. Doe`.
    let word = &text[..length];
    if word.ends_with('.') && word.trim_end_matches('.').chars().count() > 3 {
        length = word.trim_end_matches('.').len();
    }
    *rest = &text[length..];
    (length > 0).then_some(&text[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributions_are_told_from_other_clauses() {
        for (text, expected) in [
            (" he said. “No.”", Some(true)),
            (" said Jane Doe, the mayor", Some(true)),
            (" Mr. Doe said that", Some(false)),
            (" the mayor left", None),
            (" and he said", None),
            ("", None),
        ] {
            assert_eq!(attribution(text), expected, "{text}");
        }
    }
}
