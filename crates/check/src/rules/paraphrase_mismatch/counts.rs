//! Numbers of the same things.

use super::content;
use crate::content_words::{is_function_word, is_negation, stem};
use crate::numbers::{multiplier, parse_number};

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

/// Words before a number of which only a part is counted, or other ones.
const OTHERS: &[&str] = &["first", "last", "next", "other", "another", "those", "these", "extra", "additional"];

/// Words before a number without a noun that is a time, an age or a name.
const BEFORE_TIMES: &[&str] = &[
    "at", "by", "in", "on", "from", "to", "since", "until", "till", "past", "between", "number", "no", "age", "aged",
    "article", "route", "highway", "road", "channel", "page", "section", "room", "line", "unit", "was", "is", "before",
    "after",
];

/// Words of a quote that tells of another time.
const OTHER_TIMES: &[&str] = &["ago", "used", "previously", "originally", "normally", "usually", "instead", "if"];

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

/// How much a number may differ that is given with `about`.
const TOLERANCE: f64 = 0.25;

/// A number of things.
struct Count {
    least: f64,
    most: f64,
    /// Whether it is a part of a whole.
    is_share: bool,
    words: String,
    /// The stem of what is counted; none for `of them`.
    noun: Option<String>,
}

/// The numbers in which a paraphrase and a quote about the same things disagree.
pub fn disagreement(said: &[String], quoted: &[String]) -> Option<String> {
    if quoted.iter().any(|word| OTHER_TIMES.contains(&word.as_str())) {
        return None;
    }
    let (said_counts, quoted_counts) = (counts(said), counts(quoted));
    let agree = |one: &Count, other: &Count| one.least <= other.most && other.least <= one.most;
    let quoted_content = content(quoted);
    let shared: Vec<String> = content(said).into_iter().filter(|stem| quoted_content.contains(stem)).collect();
    said_counts.iter().find_map(|count| {
        // Another number of the quote may be the same one in other words.
        let fits = |other: &Count| agree(count, other) && (count.noun == other.noun || count.least == other.least);
        if quoted_counts.iter().any(fits) {
            return None;
        }
        let other = quoted_counts.iter().find(|other| is_same_noun(count, other) && are_comparable(count, other))?;
        let noun = count.noun.as_ref()?;
        let is_unit = UNITS.iter().any(|unit| stem(unit) == *noun);
        let speaks_of = |words: &[String], context: &[&str]| words.iter().any(|word| context.contains(&word.as_str()));
        let has_context = shared.iter().any(|stem| stem != noun)
            || CONTEXTS.iter().any(|context| speaks_of(said, context) && speaks_of(quoted, context));
        let is_alone = said_counts.len() == 1 && quoted_counts.len() == 1;
        let is_about_the_same = match other.noun {
            // Two numbers with one unit, at the start of the quote, are taken for the same.
            Some(_) => !is_unit || has_context || is_alone && starts_with(quoted, &other.words),
            None => is_alone,
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

/// Whether two numbers count the same; `of them` is whatever the paraphrase counts.
fn is_same_noun(count: &Count, other: &Count) -> bool {
    other.noun.is_none() || count.noun == other.noun
}

/// The numbers of a passage with what they count.
fn counts(words: &[String]) -> Vec<Count> {
    let mut counts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((value, end)) = number(words, at) else {
            counts.extend(quantifier(words, at));
            at += 1;
            continue;
        };
        let is_other = at > 0 && OTHERS.contains(&words[at - 1].as_str());
        let is_more = words.get(end).is_some_and(|word| word == "more");
        let is_time = at > 0 && BEFORE_TIMES.contains(&words[at - 1].as_str());
        let noun = noun(&words[end..]).or((!is_time).then_some(None));
        if let Some(noun) = noun.filter(|_| !is_other && !is_more) {
            let (least, most) = bounds(&words[..at], value);
            let is_share = value < 1.0;
            counts.push(Count { least, most, is_share, words: words[at..end].join(" "), noun });
        }
        at = end;
    }
    counts
}

/// A word that counts without a number: `all the pumps`, `none of the pumps`, `twice`.
fn quantifier(words: &[String], at: usize) -> Option<Count> {
    let word = words[at].as_str();
    let count = |least: f64, most: f64, is_share: bool, noun: String| {
        Some(Count { least, most, is_share, words: word.to_owned(), noun: Some(noun) })
    };
    let is_denied = at > 0 && is_negation(&words[at - 1]);
    let behind = &words[at + 1..];
    // `All the pumps` is `all of the pumps`.
    let has_article = matches!(word, "all" | "most") && behind.first().is_some_and(|word| word == "the");
    let behind = if has_article { &behind[1..] } else { behind };
    let noun = || noun(behind).flatten().filter(|_| !is_denied);
    match word {
        "twice" => count(2.0, 2.0, false, stem("times")),
        "thrice" => count(3.0, 3.0, false, stem("times")),
        "all" | "every" => count(1.0, 1.0, true, noun()?),
        "most" => count(0.5, 1.0, true, noun()?),
        "no" | "none" => count(0.0, 0.0, true, noun()?),
        "both" => count(2.0, 2.0, false, noun()?),
        _ => None,
    }
}

/// The number that begins at a word, and where it has ended; a year is none.
fn number(words: &[String], at: usize) -> Option<(f64, usize)> {
    let word = words[at].as_str();
    let next = words.get(at + 1).map(String::as_str);
    if matches!(word, "a" | "an" | "one") {
        return match next? {
            "third" => Some((1.0 / 3.0, at + 2)),
            "quarter" => Some((0.25, at + 2)),
            "couple" | "pair" => Some((2.0, at + 2)),
            "single" => Some((1.0, at + 2)),
            "of" if word == "one" => Some((1.0, at + 1)),
            next => multiplier(next).map(|value| (value, at + 2)),
        };
    }
    let mut value = parse_number(word)?;
    let is_year =
        word.len() == 4 && (1800.0..2100.0).contains(&value) && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut end = at + 1;
    while let Some(factor) = words.get(end).and_then(|word| multiplier(word)) {
        value *= factor;
        end += 1;
    }
    (!is_year || end > at + 1).then_some((value, end))
}

/// What the words behind a number count: `rural schools`, `of the wall’s sections`; `Some(None)` for `of them`.
fn noun(behind: &[String]) -> Option<Option<String>> {
    let mut words = behind;
    if words.first().is_some_and(|word| word == "of") {
        words = &words[1..];
        if words.first().is_some_and(|word| matches!(word.as_str(), "us" | "them" | "these" | "those")) {
            return Some(None);
        }
        if words.first().is_some_and(|word| {
            matches!(word.as_str(), "the" | "his" | "her" | "its" | "our" | "my" | "their" | "your")
        }) {
            words = &words[1..];
        }
    }
    let counted: Vec<&String> = words.iter().take(3).take_while(|word| !is_function_word(word)).collect();
    let counted = counted.into_iter().filter(|word| !word.contains('\''));
    // The noun of `14 rural schools` is the first plural.
    let first = counted.clone().next()?;
    let plural = counted
        .into_iter()
        .find(|word| word.ends_with('s') || matches!(word.as_str(), "people" | "children" | "men" | "women"));
    Some(Some(stem(plural.filter(|_| first != "percent").unwrap_or(first))))
}

/// The least and the greatest value that the words before a number leave.
fn bounds(before: &[String], value: f64) -> (f64, f64) {
    let last = |count: usize| before[before.len().saturating_sub(count)..].join(" ");
    match (last(3).as_str(), last(2).as_str(), last(1).as_str()) {
        ("no more than" | "not more than", _, _) | (_, "fewer than" | "less than" | "at most" | "up to", _) => {
            (0.0, value)
        }
        (_, "more than" | "at least", _) | (_, _, "over" | "above") => (value, f64::INFINITY),
        (_, _, "under" | "below") => (0.0, value),
        (_, "close to", _)
        | (_, _, "about" | "around" | "nearly" | "almost" | "some" | "roughly" | "approximately") => {
            (value * (1.0 - TOLERANCE), value * (1.0 + TOLERANCE))
        }
        _ => (value, value),
    }
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
            ("eleven people had been rescued", "We took nine out of the water"),
            ("all the pumps had failed", "Half of the pumps are dead"),
            ("none of the pumps had failed", "Three pumps are dead"),
            ("she had warned them twice", "I warned them three times"),
            ("the train had been delayed by four hours", "We sat there for six hours"),
            ("she had been a teacher for 31 years", "In 13 years I have never seen that"),
            ("she had lived there for 40 years", "I’ve been in this house 30 years"),
            ("one of the pumps had failed", "Two of the pumps are dead"),
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
            ("12 trees would be cut", "In 1987 trees were everywhere"),
        ] {
            assert_eq!(beside(paraphrase, quote), [""; 0], "{quote}");
        }
    }
}
