//! Numbers of the same things.

use super::content;
use super::quantities::{Count, counts};
use crate::content_words::{is_negation, stem};

/// Nouns that measure many things, so that two numbers of them may belong to different ones.
const UNITS: &[&str] = &[
    "percent",
    "cent",
    "day",
    "week",
    "month",
    "year",
    "hour",
    "minute",
    "second",
    "time",
    "people",
    "person",
    "dollar",
    "pound",
    "euro",
    "mile",
    "foot",
    "metre",
    "meter",
    "kilometre",
    "kilometer",
    "point",
    "ton",
    "tonne",
    "money",
    "man",
    "woman",
    "child",
];

/// Words for people of any kind: `three people` may be three volunteers.
const ANYBODY: &[&str] = &["people", "person", "men", "man", "women", "woman"];

/// Words for what something costs, and for how long it takes: two of one row speak of the same.
const CONTEXTS: &[&[&str]] = &[
    &[
        "cost", "costs", "pay", "paid", "price", "priced", "bill", "spend", "spent", "worth", "charge", "fee", "raise",
        "raised",
    ],
    &[
        "take", "takes", "took", "taken", "last", "lasts", "lasted", "wait", "waited", "finish", "finished", "ready",
        "done", "within", "delayed", "delay", "sat", "sit", "stood", "late", "queued", "spend", "spent",
    ],
    &["lived", "live", "worked", "work", "been", "served", "farmed", "here", "there"],
];

/// The numbers in which a paraphrase and a quote about the same things disagree.
pub fn disagreement(said: &[String], quoted: &[String]) -> Option<String> {
    let (said_counts, quoted_counts) = (counts(said), counts(quoted));
    let agree = |one: &Count, other: &Count| one.least <= other.most && other.least <= one.most;
    let is_denied = quoted.iter().any(|word| is_negation(word));
    let quoted_content = content(quoted);
    let shared: Vec<String> = content(said).into_iter().filter(|stem| quoted_content.contains(stem)).collect();
    said_counts.iter().find_map(|count| {
        // Another number of the quote may be the same one in other words.
        let fits = |other: &Count| agree(count, other) && (count.noun == other.noun || count.least == other.least);
        if quoted_counts.iter().any(fits) {
            return None;
        }
        let is_same = |other: &&Count| {
            (is_same_noun(count, other) || shared.len() >= 2 && is_anybody(count, other))
                && are_comparable(count, other)
        };
        // `Two of them` may be two of three.
        let is_part = |other: &Count| other.is_of_them && other.most < count.least && !count.is_share;
        // `Four in ten did not` is no contradiction to a majority that did.
        let is_rest = |other: &Count| other.is_share && other.most > 0.0 && is_denied;
        let other = quoted_counts.iter().find(is_same).filter(|other| !is_part(other) && !is_rest(other))?;
        let noun = count.noun.as_ref()?;
        let is_unit = UNITS.iter().any(|unit| stem(unit) == *noun);
        let speaks_of = |words: &[String], context: &[&str]| words.iter().any(|word| context.contains(&word.as_str()));
        let has_context = shared.iter().any(|stem| stem != noun)
            || CONTEXTS.iter().any(|context| speaks_of(said, context) && speaks_of(quoted, context));
        let is_alone = said_counts.len() == 1 && quoted_counts.len() == 1;
        let is_about_the_same = match other.noun {
            // Two numbers with one unit, at the start of the quote, are taken for the same.
            Some(_) => !is_unit || has_context || is_alone && starts_with(quoted, &other.words),
            None => {
                is_alone && (quoted.windows(2).any(|pair| pair[0] == "of" && pair[1] == "them") || !shared.is_empty())
            }
        };
        is_about_the_same.then(|| format!("{}, {}", count.words, other.words))
    })
}

/// Whether a number is among the first words of a quote.
fn starts_with(quoted: &[String], number: &str) -> bool {
    quoted[..quoted.len().min(6)].join(" ").contains(number)
}

/// Whether both are shares or both are numbers; `no` is either.
fn are_comparable(count: &Count, other: &Count) -> bool {
    let is_none = |count: &Count| count.most == 0.0;
    count.is_share == other.is_share || is_none(count) || is_none(other)
}

/// Whether one of two numbers counts people of any kind.
fn is_anybody(count: &Count, other: &Count) -> bool {
    let counts_people =
        |count: &Count| count.noun.as_ref().is_some_and(|noun| ANYBODY.iter().any(|people| stem(people) == *noun));
    counts_people(count) || counts_people(other)
}

/// Whether two numbers count the same; `of them` is whatever the paraphrase counts.
fn is_same_noun(count: &Count, other: &Count) -> bool {
    other.noun.is_none() || count.noun == other.noun
}

#[cfg(test)]
mod tests {
    use super::super::tests::beside;

    #[test]
    fn numbers_of_the_same_things_agree() {
        for (paraphrase, quote) in [
            ("eleven of the wall’s sections had no stone", "We have 17 sections without rock on them"),
            ("thirty of her trucks crossed it every day", "That is 50 trucks that now have to go around"),
            ("fewer than 2 percent of the customers had left", "We have lost 12 percent of our customers since Friday"),
            ("about a third of the nurses had left", "Half of our nurses are gone"),
            ("more than 40 trees would be cut", "It is thirty trees and no more"),
            ("the work would take three weeks", "The work will take five weeks at best"),
            ("twenty-five boats had sunk", "All of thirty-five boats are at the bottom"),
            ("forty families had moved", "There were sixty of them in the end"),
            ("all the pumps had failed", "Half of the pumps are dead"),
            ("none of the pumps had failed", "Three pumps are dead"),
            ("she had warned them twice", "I warned them three times"),
            ("the train had been delayed by four hours", "We sat there for six hours"),
            ("she had been a teacher for 31 years", "In 13 years I have never seen that"),
            ("she had lived there for 40 years", "I’ve been in this house 30 years"),
            ("one of the pumps had failed", "Two of the pumps are dead"),
            ("a majority of the members had backed it", "Only four in ten of our members voted for it"),
            (
                "none of the volunteers had needed a hospital after a dose",
                "Three people went to the hospital after the second dose",
            ),
        ] {
            assert_eq!(beside(paraphrase, quote).len(), 1, "{quote}");
        }
    }

    #[test]
    fn other_numbers_are_no_contradiction() {
        for (paraphrase, quote) in [
            ("more than ten sections had no stone", "We have 17 sections without rock on them"),
            ("about 30 trucks crossed it every day", "That is 28 trucks that now have to go around"),
            (
                "seventeen sections had no stone",
                "There are 17 sections without rock, and two sections without a foot of it",
            ),
            ("she had worked there for thirty years", "For the first ten years nobody noticed me"),
            ("forty pupils would move", "The other 12 pupils will stay where they are"),
            ("a dozen boats had sunk", "Twelve boats are at the bottom"),
            ("all the boats had sunk", "Twelve boats are at the bottom"),
            ("eleven people had been rescued", "We started at nine"),
            ("eleven people had been rescued", "We took nine out of the water and two from a roof"),
            ("no boat had sunk", "None of the boats has sunk"),
            ("both boats had sunk", "Two boats are at the bottom"),
            ("she had waited three weeks", "Nobody who came by the house said a word for the last two weeks"),
            ("14 schools would close", "We used to have 40 schools"),
            ("three ferries had been damaged", "Two of them will not sail again"),
            ("no school would close", "We will not close a single school"),
            ("a third of the crop was lost", "Last year half of the crop was lost"),
            ("12 trees would be cut", "In 1987 trees were everywhere"),
        ] {
            assert_eq!(beside(paraphrase, quote), [""; 0], "{quote}");
        }
    }
}
