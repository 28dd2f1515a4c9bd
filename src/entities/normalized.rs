//! Normalized values: dates and times in ISO 8601, money as an amount and an ISO 4217 currency; only where they are
//! unambiguous.

use super::mention::{EntityKind, Mention};
use crate::lexicon::entity_words;
use crate::text::document::Document;

/// Whether a bare dollar or pound is ambiguous in an article.
pub struct AmbiguousCurrencies {
    dollars: bool,
    pounds: bool,
}

impl AmbiguousCurrencies {
    /// Looks for other countries with a dollar or a pound among the mentions.
    pub fn in_document(document: &Document, mentions: &[Mention]) -> Self {
        let names = |is_listed: fn(&str) -> bool| {
            mentions.iter().any(|mention| {
                matches!(mention.kind, EntityKind::Place | EntityKind::Group)
                    && mention.tokens.iter().any(|at| is_listed(document.word(at)))
            })
        };
        Self { dollars: names(entity_words::is_dollar_country), pounds: names(entity_words::is_pound_country) }
    }
}

/// Returns the normalized value of a mention, if it has an unambiguous one.
#[inline(never)] // Few names are dates, times or amounts.
pub fn normalize(kind: EntityKind, text: &str, currencies: &AmbiguousCurrencies) -> Option<String> {
    match kind {
        EntityKind::Date => date(text),
        EntityKind::Time => time(text),
        EntityKind::Money => money(text, currencies),
        _ => None,
    }
}

const MONTHS: [&str; 12] = [
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

fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.').to_lowercase();
    let number = MONTHS
        .iter()
        .position(|name| *name == word || (word.len() >= 3 && word.len() <= 4 && name.starts_with(&word)))?;
    Some(number as u32 + 1)
}

fn year(word: &str) -> Option<u32> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1000..2200).contains(year))
}

/// Parses a day of the month: `5`, `5th`, `31st`.
fn day(word: &str) -> Option<u32> {
    let word = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let digits = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|day| digits && (1..=31).contains(day))
}

fn iso_date(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn date(text: &str) -> Option<String> {
    let weekday = |word: &&str| {
        !matches!(
            *word,
            "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | "of" | "the" | "in"
        )
    };
    let words: Vec<&str> =
        text.split([' ', ',', '\u{a0}', '\n']).filter(|word| !word.is_empty()).filter(weekday).collect();
    match words.as_slice() {
        [one] => year(one).map(|year| year.to_string()).or_else(|| numeric_date(one)),
        [name, number] => Some(format!("{:04}-{:02}", year(number)?, month(name)?)),
        [first, second, last] => match (month(first), month(second)) {
            (Some(month), None) => iso_date(year(last)?, month, day(second)?),
            (None, Some(month)) => iso_date(year(last)?, month, day(first)?),
            _ => None,
        },
        _ => None,
    }
}

/// Normalizes `2019-03-05`, `13/3/2019` and `2010–2014`, but not `5/3/2019`, which is May or March.
fn numeric_date(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split(['-', '/', '.', '–']).collect();
    match parts.as_slice() {
        [from, to] if word.contains(['-', '–']) => {
            let (from, to) = (year(from)?, year(to)?);
            (from < to).then(|| format!("{from:04}/{to:04}"))
        }
        [first, second, third] if year(first).is_some() => iso_date(year(first)?, day(second)?, day(third)?),
        [first, second, third] => {
            let (first, second, year) = (day(first)?, day(second)?, year(third)?);
            match (first > 12, second > 12) {
                (true, false) => iso_date(year, second, first),
                (false, true) => iso_date(year, first, second),
                _ => None,
            }
        }
        _ => None,
    }
}

fn time(text: &str) -> Option<String> {
    let lower = text.to_lowercase().replace('.', "");
    if lower == "noon" {
        return Some("12:00".to_owned());
    }
    let zone = if lower.ends_with("gmt") || lower.ends_with("utc") { "Z" } else { "" };
    let clock = lower.trim_end_matches("gmt").trim_end_matches("utc").trim();
    let (clock, meridiem) = match (clock.strip_suffix("am"), clock.strip_suffix("pm")) {
        (Some(clock), _) => (clock.trim(), Some(0)),
        (_, Some(clock)) => (clock.trim(), Some(12)),
        _ => (clock, None),
    };
    let (hours, minutes) = clock.split_once(':').unwrap_or((clock, "00"));
    let figure = |word: &str| word.parse::<u32>().ok().filter(|_| word.len() <= 2);
    let (hour, minute) = (figure(hours)?, figure(minutes).filter(|&minute| minute < 60 && minutes.len() == 2)?);
    let hour = match meridiem {
        Some(offset) if (1..=12).contains(&hour) => hour % 12 + offset,
        // Without a.m. or p.m., only what cannot be a 12-hour time.
        None if clock.contains(':') && hour < 24 && (hour > 12 || hours.starts_with('0')) => hour,
        _ => return None,
    };
    Some(format!("{hour:02}:{minute:02}{zone}"))
}

fn currency(sign: &str, currencies: &AmbiguousCurrencies) -> Option<&'static str> {
    match sign {
        "$" | "dollars" | "dollar" => (!currencies.dollars).then_some("USD"),
        "£" | "pounds" | "pound" => (!currencies.pounds).then_some("GBP"),
        _ => entity_words::currency_code(sign),
    }
}

/// Normalizes `$3.5 million` to `3500000 USD`; returns `None` for ranges and rough amounts.
fn money(text: &str, currencies: &AmbiguousCurrencies) -> Option<String> {
    let lower = text.to_lowercase();
    let start = lower.find(|character: char| character.is_ascii_digit())?;
    let figures = &lower[start..];
    let length = figures.find(|character: char| !character.is_ascii_digit() && !matches!(character, ',' | '.'));
    let (number, after) = figures.split_at(length.unwrap_or(figures.len()));
    let (scale, rest) = scale(after.trim_start_matches([' ', '-', '\u{a0}']));
    let (before, after) = (lower[..start].trim(), rest.trim());
    let sign = match (before, after) {
        (sign, "") => sign,
        ("", sign) => sign,
        _ => return None,
    };
    let code = currency(sign, currencies)?;
    Some(format!("{} {code}", amount(number.trim_end_matches(['.', ',']), scale)?))
}

/// Returns the number of zeros that a word such as `million` adds, and the text behind it.
fn scale(text: &str) -> (usize, &str) {
    for (words, zeros) in [
        (["thousand", "k"].as_slice(), 3),
        (&["million", "mn", "m"], 6),
        (&["billion", "bn", "b"], 9),
        (&["trillion", "tn"], 12),
        (&["lakh"], 5),
        (&["crore"], 7),
    ] {
        for word in words {
            if let Some(rest) = text.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphabetic)) {
                return (zeros, rest.trim_start_matches('-'));
            }
        }
    }
    (0, text)
}

/// Returns an amount in plain digits, exactly.
fn amount(number: &str, zeros: usize) -> Option<String> {
    let (whole, chunk) = number.split_once('.').unwrap_or((number, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    // Groups of three, or of two before the last three, as in South Asia.
    let last = groups.len() - 1;
    let grouped = groups.iter().enumerate().all(|(at, group)| match at {
        0 => !group.is_empty() && (last == 0 || group.len() <= 3),
        at if at == last => group.len() == 3,
        _ => matches!(group.len(), 2 | 3),
    });
    if !grouped || !chunk.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (moved, rest) = chunk.split_at(chunk.len().min(zeros));
    let digits = format!("{}{moved}{}", groups.concat(), "0".repeat(zeros - moved.len()));
    let digits = digits.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    Some(if rest.is_empty() { digits.to_owned() } else { format!("{digits}.{rest}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: AmbiguousCurrencies = AmbiguousCurrencies { dollars: false, pounds: false };

    #[test]
    fn normalizes_dates() {
        for (text, normalized) in [
            ("March 5, 2019", "2019-03-05"),
            ("5 March 2019", "2019-03-05"),
            ("Tuesday, Sept. 11, 2001", "2001-09-11"),
            ("the 1st of May 2020", "2020-05-01"),
            ("June 2021", "2021-06"),
            ("1984", "1984"),
            ("2010–2014", "2010/2014"),
            ("2019-03-05", "2019-03-05"),
            ("13/3/2019", "2019-03-13"),
        ] {
            assert_eq!(date(text).as_deref(), Some(normalized), "{text}");
        }
    }

    #[test]
    fn does_not_normalize_ambiguous_dates() {
        for text in ["Monday", "March 5", "5/3/2019", "the 1990s", "February 30, 2019", "last year", "2014-2010", ""] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn normalizes_times() {
        for (text, normalized) in [
            ("5:30 p.m.", "17:30"),
            ("12 a.m.", "00:00"),
            ("17:45", "17:45"),
            ("09:00 GMT", "09:00Z"),
            ("noon", "12:00"),
        ] {
            assert_eq!(time(text).as_deref(), Some(normalized), "{text}");
        }
        for text in ["5:30", "5", "25:10", "13 p.m.", "midnight", "5:3 p.m."] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn normalizes_money() {
        for (text, normalized) in [
            ("$3 million", "3000000 USD"),
            ("US$2.5bn", "2500000000 USD"),
            ("1,250.50 euros", "1250.50 EUR"),
            ("£40", "40 GBP"),
            ("₹1,00,000", "100000 INR"),
            ("0.5 million yen", "500000 JPY"),
        ] {
            assert_eq!(money(text, &PLAIN).as_deref(), Some(normalized), "{text}");
        }
        for text in ["$3-5 million", "millions of dollars", "three crowns", "$1,00", "5 million rupees", "$"] {
            assert_eq!(money(text, &PLAIN), None, "{text}");
        }
    }

    #[test]
    fn does_not_normalize_an_ambiguous_dollar() {
        assert_eq!(money("$5", &AmbiguousCurrencies { dollars: true, pounds: false }), None);
        assert_eq!(money("US$5", &AmbiguousCurrencies { dollars: true, pounds: false }).as_deref(), Some("5 USD"));
    }
}
