//! Ages: `, 58,`, `aged 58`, `a 58-year-old farmer`, `the 58-year-old`, `who turned 58 on Monday`.

use whosaid::MentionForm;

use super::{Detail, Place, is_past};
use crate::numbers::parse_number;

/// Words behind `turned 58` by which that was not long ago.
const LATELY: &[&str] = &["on ", "this ", "last week", "last month", "yesterday", "today", "in "];

/// Verbs before the age at which somebody died.
const DEATHS: &[&str] = &[
    " dies at ",
    " dies aged ",
    " dead at ",
    " died at the age of ",
    " died aged ",
    " has died at the age of ",
    " has died aged ",
    ", who died aged ",
    ", who has died aged ",
];

pub fn read(place: &Place) -> Option<Detail<u8>> {
    let (age, words) = behind(place).or_else(|| in_description(place)).or_else(|| before(place))?;
    let range = place.extended(&words);
    Some(Detail { value: age, words, range })
}

/// The age behind a name or a pronoun.
fn behind(place: &Place) -> Option<(u8, String)> {
    if let Some(words) = place.apposition().filter(|_| place.form == MentionForm::Name) {
        let number = ["aged ", "now ", "age "].iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words);
        let turned = words.strip_prefix("who turned ").and_then(lately);
        let found = leading(number).or_else(|| of_years(words).filter(|_| !is_past(words))).or(turned);
        if let Some(age) = found {
            return Some((age, age.to_string()));
        }
    }
    let complement = place.complement().and_then(|words| leading(words).or_else(|| of_years(words)));
    let died = DEATHS.iter().find_map(|verb| place.after.strip_prefix(verb));
    let died =
        died.map(|age| age.split([',', '.', ' ', '\n', '’', '\'']).next().unwrap_or_default()).and_then(in_words);
    let is_future = [" will", " would"].iter().any(|verb| place.after.starts_with(verb));
    let turned = place.after.strip_prefix(" turned ").and_then(lately);
    // `At 58, she is the oldest`.
    let sentence = place.before.rsplit(['.', '\n', '”']).next().unwrap_or_default().trim();
    let at_age = sentence.strip_prefix("At ").and_then(|age| in_words(age.trim_end_matches(',')));
    let turned = turned.or(at_age.filter(|_| place.after.starts_with(" is ")));
    let turned =
        turned.or(place.after.strip_prefix(" was ").filter(|_| place.form == MentionForm::Name).and_then(at_death));
    let age = complement.filter(|_| !is_future && place.form != MentionForm::Nominal).or(turned).or(died)?;
    Some((age, age.to_string()))
}

/// `58`, `58 when she died`; in the past tense, only the age of the dead is told by itself.
fn at_death(words: &str) -> Option<u8> {
    let clause = words.split(['.', '\n']).next().unwrap_or_default();
    let (number, rest) = clause.split_once(' ').unwrap_or((clause, ""));
    in_words(number).filter(|_| rest.is_empty() || rest.starts_with("when ") && rest.contains(" died"))
}

/// `58 on Monday`, `nineteen in March`.
fn lately(words: &str) -> Option<u8> {
    let (number, rest) = words.split_once(' ')?;
    let ends = rest.find([',', '.', ';']).unwrap_or(rest.len());
    let is_lately = LATELY.iter().any(|start| rest.starts_with(start))
        && !rest[..ends].contains(|sign: char| sign.is_ascii_digit());
    in_words(number).filter(|_| is_lately && !rest.starts_with("in a "))
}

/// `58-year-old farmer`
fn in_description(place: &Place) -> Option<(u8, String)> {
    let last = place.before.trim_end().rsplit(' ').next().unwrap_or_default();
    let found = of_years(place.own).filter(|_| place.form == MentionForm::Nominal && !is_past(last));
    found.map(|age| (age, age.to_string()))
}

/// `58-year-old farmer Jane Doe`
fn before(place: &Place) -> Option<(u8, String)> {
    let words = place.words_before();
    let (_, rest) = words.split_once("-year-old")?;
    let is_beside =
        rest.split_whitespace().count() <= 3 && !is_past(place.before.rsplit(['.', '\n']).next().unwrap_or_default());
    let age = of_years(words).filter(|_| is_beside && place.form == MentionForm::Name && !is_past(words))?;
    Some((age, age.to_string()))
}

/// The number before `-year-old`.
fn of_years(words: &str) -> Option<u8> {
    let (number, _) = words.split_once("-year-old")?;
    let number = number.rsplit([' ', '(']).next()?;
    // `Fifty-two-year-old`.
    in_words(number)
}

/// An age in digits or in words.
fn in_words(number: &str) -> Option<u8> {
    let written = || parse_number(&number.to_lowercase()).filter(|age| (1.0..120.0).contains(age)).map(|age| age as u8);
    whole(number).or_else(written)
}

/// An age in digits.
fn whole(words: &str) -> Option<u8> {
    let is_number = matches!(words.len(), 1..=3) && words.bytes().all(|byte| byte.is_ascii_digit());
    words.parse().ok().filter(|_| is_number)
}

/// An age at the start of what somebody is: `58`, `58 years old`, `58 and was a logger`.
fn leading(words: &str) -> Option<u8> {
    let (number, rest) = words.split_once(' ').unwrap_or((words, ""));
    let is_age = rest.is_empty() || ["years old", "and ", "but "].iter().any(|start| rest.starts_with(start));
    in_words(number).filter(|_| is_age)
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use crate::test_support::found;

    #[test]
    fn a_person_has_one_age() {
        let first = "Jane Doe, 58, a farmer,";
        for second in [
            "Doe, aged 55, was late",
            "Doe, who is 55, was late",
            "Doe is 55",
            "Doe turned 55 in March",
            "Doe, who turned 55 on Monday, was late",
            "Doe, a 55-year-old farmer, was late",
            "The 55-year-old farmer Jane Doe was late",
            "Doe, who is 55 and has a farm, was late",
            "Doe went home. At 55, she is the oldest of them",
            "Doe went home. The 55-year-old was late",
        ] {
            assert_eq!(told(first, second), 1, "{second}");
            assert_eq!(told(first, &second.replace("55", "fifty-five")), 1, "{second}");
            assert_eq!(told(first, &second.replace("55", "58")), 0, "{second}");
        }
    }

    #[test]
    fn captions_have_ages_too() {
        let text = "Jane Doe, 58, a farmer, said that the bill was late.\n\nIt was raining in the valley.\n\nPHOTO: Jane Doe, 55, leaves the court on Monday.";
        assert_eq!(found("conflicting-details", text).len(), 1);
    }

    #[test]
    fn ages_of_other_times_and_people_are_left_alone() {
        let first = "Jane Doe, 58, a farmer,";
        for second in [
            "Doe was 22 when the valley was flooded",
            "In 1998 the then-mayor, a 34-year-old dentist named Jane Doe, left",
            "Doe, who turned 30 in a tent, was late",
            "Doe has a son, Tom, 21",
            "Doe, at 22 the youngest of them, was late",
            "Doe will be 59",
            "Doe met Ann Roe. The 55-year-old was late",
            "Doe met a man. The 55-year-old farmer John Roe was late",
        ] {
            assert_eq!(told(first, second), 0, "{second}");
        }
    }
}
