//! What one passage denies and the other does not.

use crate::content_words::{is_function_word, is_negation, stem};
use crate::numbers::parse_number;

/// Words for opposites: the first one is affirmed where the other is denied.
const OPPOSITES: &[(&str, &str)] = &[
    ("accept", "turned down"),
    ("accept", "reject"),
    ("accept", "refuse"),
    ("accept", "decline"),
    ("support", "oppose"),
    ("agree", "disagree"),
    ("win", "lose"),
    ("open", "close"),
    ("open", "shut"),
    ("rise", "fall"),
    ("increase", "decrease"),
    ("safe", "unsafe"),
    ("safe", "dangerous"),
    ("guilty", "innocent"),
    ("remember", "forget"),
    ("pass", "fail"),
    ("allow", "ban"),
    ("allow", "forbid"),
    ("possible", "impossible"),
    ("stay", "leave"),
    ("keep", "abandon"),
    ("before", "after"),
    ("legal", "illegal"),
    ("happy", "unhappy"),
    ("full", "empty"),
];

/// Verbs of so many meanings that one denied and one affirmed are no contradiction by themselves.
const VAGUE: &[&str] = &[
    "know", "think", "want", "say", "see", "get", "go", "make", "take", "believe", "feel", "come", "need", "expect",
    "tell", "give",
];

/// Words by which a denial is only of a part: `not until May`, `not because of that`.
const LIMITS: &[&str] = &[
    "by",
    "until",
    "yet",
    "alone",
    "only",
    "enough",
    "because",
    "immediately",
    "longer",
    "anymore",
    "always",
    "every",
    "fully",
    "unless",
    "simply",
    "just",
];

/// Words of a wish or a condition.
const UNREAL: &[&str] = &["if", "unless", "wish", "would've", "otherwise", "else", "imagine", "suppose"];

/// A word that carries meaning, and whether it is denied.
#[derive(PartialEq)]
struct Meaning {
    base: String,
    is_denied: bool,
}

/// What is denied in one of two passages about the same, and affirmed in the other.
pub fn disagreement(said: &[String], clause: &[String]) -> Option<String> {
    let (said_meanings, clause_meanings) = (meanings(said), meanings(clause));
    let has = |words: &[String], list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if has(said, UNREAL) || has(clause, UNREAL) {
        return None;
    }
    let denies = |words: &[String]| words.iter().any(|word| is_negation(word));
    let is_limited = |one: &[String], other: &[String]| {
        denies(one) && LIMITS.iter().any(|limit| has(one, &[limit]) && !has(other, &[limit]))
    };
    if is_limited(said, clause) || is_limited(clause, said) {
        return None;
    }
    said_meanings.iter().find_map(|meaning| {
        let same = |other: &&Meaning| other.base == meaning.base;
        let other = clause_meanings.iter().find(same)?;
        let shared =
            |one: &&Meaning| one.base != meaning.base && clause_meanings.iter().any(|other| other.base == one.base);
        // `Nobody knew`, `we all knew`.
        let is_of_all = has(said, &["nobody", "none"]) && has(clause, &["all", "everybody", "everyone", "every"])
            || has(clause, &["nobody", "none"]) && has(said, &["all", "everybody", "everyone", "every"]);
        let is_vague = !is_of_all && VAGUE.iter().any(|vague| stem(vague) == meaning.base);
        let is_about_the_same =
            said_meanings.iter().any(|one| shared(&one)) || (said_meanings.len() <= 2 || is_of_all) && !is_vague;
        let is_affirmed_too =
            said_meanings.contains(&Meaning { base: meaning.base.clone(), is_denied: !meaning.is_denied });
        (other.is_denied != meaning.is_denied && is_about_the_same && !is_affirmed_too).then(|| "not".to_owned())
    })
}

/// The words of a passage that carry meaning, opposites as the denial of each other.
fn meanings(words: &[String]) -> Vec<Meaning> {
    let mut meanings = Vec::new();
    let mut denied = 0_usize;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", String::as_str);
        if is_negation(word) {
            // `Not only` affirms; `none of the dogs was hurt` denies what is behind the noun as well.
            let is_subject = matches!(word.as_str(), "no" | "none" | "nobody" | "nothing" | "neither");
            denied = if matches!(next, "only" | "but") {
                0
            } else if is_subject {
                2
            } else {
                1
            };
            continue;
        }
        if is_function_word(word) || parse_number(word).is_some() {
            continue;
        }
        let own = stem(word);
        let opposite = OPPOSITES.iter().find(|(_, negative)| match negative.split_once(' ') {
            Some((verb, particle)) => stem(verb) == own && next == particle,
            None => stem(negative) == own,
        });
        let base = opposite.map_or(own, |(positive, _)| stem(positive));
        meanings.push(Meaning { base, is_denied: (denied > 0) != opposite.is_some() });
        denied = denied.saturating_sub(1);
    }
    meanings
}

#[cfg(test)]
mod tests {
    use super::super::tests::beside;

    #[test]
    fn what_is_denied_is_denied_in_both() {
        for (paraphrase, quote) in [
            ("she had not turned down their offer", "I never accepted an offer from those people"),
            ("none of the horses had been hurt", "All of the horses were hurt in some way"),
            ("no child had been in the house", "There was a child in the house"),
            ("nobody at the firm had known about the crack", "We all knew, from the first day on"),
            ("she would not appeal", "We will appeal this on Friday"),
            ("she had rejected the plan", "I accepted the plan with both hands"),
            ("the company had signed the lease", "We didn’t sign a lease with anybody"),
        ] {
            assert_eq!(beside(paraphrase, quote).len(), 1, "{quote}");
        }
    }

    #[test]
    fn a_denial_of_something_else_is_no_contradiction() {
        for (paraphrase, quote) in [
            ("she had not accepted their offer", "I turned down an offer from those people"),
            ("the town would not pay for the wall", "We pay for roads"),
            ("the wall would not be finished by May", "The wall will be finished in June"),
            ("she did not know why the wall fell", "I know what I saw"),
            ("the wall was not safe", "If the wall were safe I would sleep under it"),
            ("she was not only late with the lease but rude", "I was late with the lease"),
            ("she had not signed the lease", "Who would sign a lease like that?"),
        ] {
            assert_eq!(beside(paraphrase, quote), [""; 0], "{quote}");
        }
    }
}
