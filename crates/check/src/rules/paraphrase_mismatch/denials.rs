//! What one passage denies and the other does not.

use crate::content_words::{is_function_word, is_negation, stem};
use crate::numbers::parse_number;
use crate::words::is_listed;

/// Words for opposites: the first one is affirmed where the other is denied. What begins with `un` is the opposite of the rest.
const OPPOSITES: &[(&str, &str)] = &[
    ("accept", "turned down"),
    ("accept", "reject"),
    ("accept", "decline"),
    ("support", "oppose"),
    ("approve", "disapprove"),
    ("agree", "disagree"),
    ("win", "lose"),
    ("open", "close"),
    ("open", "shut"),
    ("rise", "fall"),
    ("rise", "drop"),
    ("increase", "decrease"),
    ("grow", "shrink"),
    ("fast", "slow"),
    ("better", "worse"),
    ("safe", "dangerous"),
    ("guilty", "innocent"),
    ("remember", "forget"),
    ("pass", "fail"),
    ("allow", "ban"),
    ("allow", "forbid"),
    ("possible", "impossible"),
    ("stay", "leave"),
    ("keep", "abandon"),
    ("legal", "illegal"),
    ("full", "empty"),
    ("easy", "difficult"),
    ("true", "false"),
    ("survive", "die"),
    ("cheap", "expensive"),
    ("strong", "weak"),
    ("clean", "dirty"),
];

/// Verbs that deny the verb behind them: `stopped hiring`, `failed to open`.
const ENDING: &[&str] = &["stop", "cease", "refuse", "fail", "decline"];

/// Words that hand a denial on to the verb behind them: `is not going to open`.
const TRANSPARENT: &str = "going want wants wanted plan plans planning intend intends able trying";

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
    "first",
    "initially",
    "again",
    "here",
];

/// Words of a wish or a condition.
const UNREAL: &[&str] = &["if", "unless", "wish", "would've", "otherwise", "else", "imagine", "suppose"];

/// A word that carries meaning, and whether it is denied.
struct Meaning {
    base: String,
    is_denied: bool,
    /// Whether another word denies it.
    is_negated: bool,
}

/// What is denied in one of two passages about the same, and affirmed in the other.
pub fn disagreement(said: &[String], clause: &[String]) -> Option<String> {
    let (said_meanings, clause_meanings) = (meanings(said), meanings(clause));
    let has = |words: &[String], list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let is_unreal =
        |words: &[String]| has(words, UNREAL) || words.windows(2).any(|pair| pair[0] == "would" && pair[1] == "have");
    if is_unreal(said) || is_unreal(clause) {
        return None;
    }
    // What both deny is denied of the same: `no library will close`, `we will not close a single library`.
    let is_denied_in_both = |one: &Meaning, other: &Meaning| {
        one.base == other.base && one.is_denied == other.is_denied && one.is_negated && other.is_negated
    };
    if said_meanings.iter().any(|one| clause_meanings.iter().any(|other| is_denied_in_both(one, other))) {
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
            said_meanings.iter().any(|one| one.base == meaning.base && one.is_denied != meaning.is_denied);
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
            // `Not only` affirms, `not all` denies but a part; `none of the dogs was hurt` denies what is behind the noun as well.
            let is_subject = matches!(word.as_str(), "no" | "none" | "nobody" | "nothing" | "neither");
            denied = if matches!(
                next,
                "only" | "but" | "all" | "every" | "everybody" | "everyone" | "everything" | "always"
            ) {
                0
            } else if is_subject {
                2
            } else {
                1
            };
            continue;
        }
        let moves = matches!(stem(word).as_str(), "go" | "com") && matches!(next, "up" | "down");
        if !moves && is_function_word(word) || parse_number(word).is_some() {
            continue;
        }
        if is_listed(TRANSPARENT, word) {
            // What is behind `to` is denied in its place.
            if next != "to" {
                denied = denied.saturating_sub(1);
            }
            continue;
        }
        let own = stem(word);
        if ENDING.iter().any(|verb| stem(verb) == own) && (next == "to" || next.ends_with("ing")) {
            denied = 1;
            continue;
        }
        let (base, is_opposite) = affirmed(&own, word, next);
        meanings.push(Meaning { base, is_denied: (denied > 0) != is_opposite, is_negated: denied > 0 });
        denied = denied.saturating_sub(1);
    }
    meanings
}

/// The word that affirms what a word with this stem tells, and whether that is its opposite.
fn affirmed(own: &str, word: &str, next: &str) -> (String, bool) {
    if matches!(own, "go" | "com") && matches!(next, "up" | "down") {
        return (stem("rise"), next == "down");
    }
    let opposite = OPPOSITES.iter().find(|(_, negative)| match negative.split_once(' ') {
        Some((verb, particle)) => stem(verb) == own && next == particle,
        None => stem(negative) == own,
    });
    if let Some((positive, _)) = opposite {
        return (stem(positive), true);
    }
    match word.strip_prefix("un").filter(|rest| rest.len() > 3) {
        Some(rest) => (stem(rest), true),
        None => (own.to_owned(), false),
    }
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
            ("the shop would open before Christmas", "We are not going to open the shop before Christmas"),
            ("the company was hiring drivers", "We have stopped hiring drivers"),
            ("taxes would go up next year", "Taxes will go down next year"),
            ("the rates had risen", "The rates have fallen for four years"),
            ("it was safe to swim in the lake", "It is unsafe to swim in that lake"),
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
            ("all of the wards were open", "We do not want to shut any of the wards"),
            ("she supported the bill", "I did not support it at first"),
            ("the parents had been asked", "Not all of the parents were asked"),
        ] {
            assert_eq!(beside(paraphrase, quote), [""; 0], "{quote}");
        }
    }
}
