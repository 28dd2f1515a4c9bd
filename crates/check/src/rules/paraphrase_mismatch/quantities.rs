//! Numbers with what they count: `14 rural schools`, `half of the pumps`, `two of them`.

use crate::content_words::{is_function_word, is_negation, stem};
use crate::numbers::{multiplier, parse_number};
use crate::words::is_listed;

/// Words before a number of which only a part is counted, or other ones.
const OTHERS: &str = "first last next other another those these extra additional";

/// Words before a number without a noun that is a time, an age or a name.
const BEFORE_TIMES: &str = "at by in on from to since until till past between number no age aged article route highway road channel page \
    section room line unit was is before after";

/// How much a number may differ that is given with `about`.
const TOLERANCE: f64 = 0.25;

/// A number of things.
pub struct Count {
    pub least: f64,
    pub most: f64,
    /// Whether it is a part of a whole.
    pub is_share: bool,
    pub words: String,
    /// The stem of what is counted; none for `of them`.
    pub noun: Option<String>,
    /// Whether `of them` follows, which may be a part of those.
    pub is_of_them: bool,
}

/// The numbers of a passage with what they count.
pub fn counts(words: &[String]) -> Vec<Count> {
    let mut counts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((value, end)) = number(words, at) else {
            counts.extend(quantifier(words, at));
            at += 1;
            continue;
        };
        let is_other = at > 0 && is_listed(OTHERS, &words[at - 1]);
        let is_more = words.get(end).is_some_and(|word| word == "more");
        let is_time = at > 0 && is_listed(BEFORE_TIMES, &words[at - 1]);
        let noun = noun(&words[end..]).or((!is_time).then_some(None));
        if let Some(noun) = noun.filter(|_| !is_other && !is_more) {
            // `Not a single one`.
            let is_denied = value == 1.0 && words[at.saturating_sub(4)..at].iter().any(|word| is_negation(word));
            let (least, most) = if is_denied { (0.0, 0.0) } else { bounds(&words[..at], value) };
            let is_share = value < 1.0;
            // `There were sixty of them` is all of them.
            let is_there = words[at.saturating_sub(2)..at].iter().any(|word| word == "there");
            let is_of_them = noun.is_none() && words.get(end).is_some_and(|word| word == "of") && !is_there;
            counts.push(Count { least, most, is_share, words: words[at..end].join(" "), noun, is_of_them });
        }
        at = end;
    }
    counts
}

/// A word that counts without a number: `all the pumps`, `none of the pumps`, `twice`.
fn quantifier(words: &[String], at: usize) -> Option<Count> {
    let word = words[at].as_str();
    let count = |least: f64, most: f64, is_share: bool, noun: String| {
        Some(Count { least, most, is_share, words: word.to_owned(), noun: Some(noun), is_of_them: false })
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
        "most" | "majority" => count(0.5, 1.0, true, noun()?),
        "minority" => count(0.0, 0.5, true, noun()?),
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
            "couple" | "pair" if words.get(at + 2).is_some_and(|word| word == "of") => Some((2.0, at + 2)),
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
    // `Four in ten`, `four out of ten`.
    let whole = match words.get(end..).unwrap_or_default() {
        [within, whole, ..] if within == "in" => Some((whole, end + 2)),
        [out, of, whole, ..] if out == "out" && of == "of" => Some((whole, end + 3)),
        _ => None,
    };
    let share = whole.and_then(|(whole, end)| Some((value / parse_number(whole).filter(|whole| *whole > value)?, end)));
    if let Some(share) = share {
        return Some(share);
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
