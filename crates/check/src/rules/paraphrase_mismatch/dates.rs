//! Months and days on which the same is to happen.

use super::content;
use crate::content_words::is_negation;
use crate::words::is_listed;

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words before a month or a day; two dates are compared behind the same one only.
const PREPOSITIONS: &str = "in on by until from since";

/// Words by which a date is only what was meant or is not so.
const OTHER: &str =
    "wanted hoped planned meant originally instead should if not never unless supposed last again had another next";

/// The months or days in which a paraphrase and a quote about the same things disagree.
pub fn disagreement(said: &[String], quoted: &[String]) -> Option<String> {
    let quoted_content = content(quoted);
    // Without the date itself.
    let is_date = |stem: &String| MONTHS.iter().chain(DAYS).any(|date| date.starts_with(stem.as_str()));
    let mut shared = content(said).into_iter().filter(|stem| quoted_content.contains(stem) && !is_date(stem));
    if quoted.iter().any(|word| is_listed(OTHER, word)) || shared.next().is_none() {
        return None;
    }
    [MONTHS, DAYS].iter().find_map(|names| {
        let (one, other) = (only(said, names)?, only(quoted, names)?);
        (one.0 == other.0 && one.1 != other.1).then(|| format!("{}, {}", one.1, other.1))
    })
}

/// The only month or day of some words, with the word before it; none where it is denied.
fn only<'w>(words: &'w [String], names: &[&str]) -> Option<(&'w str, &'w str)> {
    let mut dates = (1..words.len()).filter(|&at| names.contains(&words[at].as_str()));
    let at = dates.next().filter(|&at| is_listed(PREPOSITIONS, &words[at - 1]))?;
    let is_denied = words[..at].iter().any(|word| is_negation(word));
    (dates.next().is_none() && !is_denied).then(|| (words[at - 1].as_str(), words[at].as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::beside;

    #[test]
    fn dates_of_the_same_agree() {
        for (paraphrase, quote) in [
            ("the bridge would open in June", "The bridge will open in September"),
            ("the trains would run on Monday", "Trains will run on Friday, and on time"),
        ] {
            assert_eq!(beside(paraphrase, quote).len(), 1, "{quote}");
        }
    }

    #[test]
    fn other_dates_are_no_contradiction() {
        for (paraphrase, quote) in [
            ("the bridge would open in June", "We wanted to open the bridge in April"),
            ("the bridge would open in June", "The bridge will be tested in May and open in June"),
            ("the bridge would open in June", "It was raining in September"),
            ("the bridge would open in June", "The bridge will be painted by August"),
        ] {
            assert_eq!(beside(paraphrase, quote), [""; 0], "{quote}");
        }
    }
}
