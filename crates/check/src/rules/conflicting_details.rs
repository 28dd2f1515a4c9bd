//! An age, a title or a party that is given in two ways.

use whosaid::{Entity, EntityKind, Range};

use super::Rule;
use crate::draft::Draft;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "conflicting-details",
    reason: "A person has one age, one party and one office at a time.",
    severity: Severity::Error,
    check,
};

/// Parties, by the words for their members; two words of one number are the same party.
const PARTIES: &[(&str, u8)] = &[
    ("democrat", 1),
    ("democratic", 1),
    ("d", 1),
    ("republican", 2),
    ("r", 2),
    ("labour", 3),
    ("conservative", 4),
    ("tory", 4),
    ("liberal democrat", 5),
    ("green", 6),
];

/// Offices of which nobody holds two in one house; two words of one number are the same office.
const OFFICES: &[(&str, u8)] = &[
    ("chair", 1),
    ("chairman", 1),
    ("chairwoman", 1),
    ("chairperson", 1),
    ("chief executive", 2),
    ("ceo", 2),
    ("treasurer", 3),
    ("secretary", 4),
    ("finance director", 5),
    ("spokesman", 6),
    ("spokeswoman", 6),
    ("spokesperson", 6),
    ("deputy director", 7),
    ("vice president", 8),
    ("deputy mayor", 9),
    ("mayor", 10),
    ("head teacher", 11),
    ("deputy head teacher", 12),
];

/// Reads a detail from the words before and behind a name.
type Read = fn(&str, &str) -> Option<String>;

/// What is said of a person, where.
struct Detail {
    value: String,
    range: Range,
}

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let people = draft.report.entities.iter().filter(|entity| entity.kind == EntityKind::Person && entity.named);
    let mut findings = Vec::new();
    for person in people {
        let kinds: [(&str, Read); 3] = [("age", age), ("party", party), ("office", office)];
        for (kind, read) in kinds {
            let details = details(draft, person, read);
            let Some(first) = details.first() else { continue };
            let other = details.iter().find(|detail| differs(kind, &first.value, &detail.value));
            if let Some(other) = other {
                let message =
                    format!("The {kind} of {} is “{}” here, and “{}” before.", person.name, other.value, first.value);
                findings.push(Finding::new(other.range, message));
            }
        }
    }
    findings
}

/// What stands beside the mentions of a person by name.
fn details(draft: &Draft, person: &Entity, read: Read) -> Vec<Detail> {
    let details = draft.names(person).filter_map(|mention| {
        let after = apposition(draft.after(mention.end));
        let before = draft.before(mention.start);
        let value = read(before, after)?;
        let end =
            if after.to_lowercase().contains(&value.to_lowercase()) { mention.end + after.len() } else { mention.end };
        Some(Detail { value, range: Range { start: mention.start, end } })
    });
    details.collect()
}

/// The words behind a name up to the sign that ends them: `, the mayor of Miravel`, ` (D)`.
fn apposition(after: &str) -> &str {
    let Some(rest) = after.strip_prefix(", ").or_else(|| after.strip_prefix(" (")) else { return "" };
    let end = rest.find([',', '.', ')', ';', '“', '”', '"']).unwrap_or(rest.len());
    &after[..2 + end]
}

fn differs(kind: &str, first: &str, other: &str) -> bool {
    let number = |value: &str, table: &[(&str, u8)]| {
        table.iter().find(|(word, _)| *word == value.to_lowercase()).map(|(_, number)| *number)
    };
    match kind {
        "party" => number(first, PARTIES) != number(other, PARTIES),
        "office" => {
            let (Some((office, house)), Some((other_office, other_house))) =
                (first.split_once(" of "), other.split_once(" of "))
            else {
                return false;
            };
            house == other_house && number(office, OFFICES) != number(other_office, OFFICES)
        }
        _ => first != other,
    }
}

/// The age behind a name (`, 58,`, `, aged 58`) or in the words before or behind it (`a 58-year-old farmer`).
fn age(before: &str, after: &str) -> Option<String> {
    let direct = after.strip_prefix(", ").map(|words| words.strip_prefix("aged ").unwrap_or(words));
    let direct = direct.filter(|words| matches!(words.len(), 1..=3) && words.bytes().all(|byte| byte.is_ascii_digit()));
    let written = |words: &str| {
        let (number, _) = words.split_once("-year-old")?;
        let number = number.rsplit(' ').next()?;
        number.parse::<u8>().ok().map(|age| age.to_string())
    };
    let last_words = before.rsplit([',', '.', ';']).next().unwrap_or_default();
    let is_beside = last_words.split_once("-year-old").is_some_and(|(_, rest)| rest.split_whitespace().count() <= 3);
    direct.map(str::to_owned).or_else(|| written(after)).or_else(|| written(last_words).filter(|_| is_beside))
}

/// The party behind a name: `, a Democrat`, ` (R)`.
fn party(_: &str, after: &str) -> Option<String> {
    let words =
        after.strip_prefix(" (").or_else(|| after.strip_prefix(", a ")).or_else(|| after.strip_prefix(", the "))?;
    let lower = words.to_lowercase();
    let found = PARTIES
        .iter()
        .rev()
        .find(|(party, _)| lower.strip_prefix(party).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    // `, a green jacket` is no party: its name has a capital.
    found.filter(|_| words.starts_with(char::is_uppercase)).map(|(party, _)| words[..party.len()].to_owned())
}

/// The office behind a name, with its house: `, the chair of the Open Door Trust`.
fn office(_: &str, after: &str) -> Option<String> {
    let words = after.strip_prefix(", ")?;
    let words = words.strip_prefix("the ").or_else(|| words.strip_prefix("a ")).unwrap_or(words);
    let (office, house) = words.split_once(" of ")?;
    let is_office = OFFICES.iter().any(|(name, _)| *name == office.to_lowercase());
    is_office.then(|| format!("{office} of {house}"))
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn details_are_the_same_everywhere() {
        for (first, second) in [
            (", a 29-year-old farmer", ", 31"),
            (", a Republican", ", a Democrat"),
            (" (D)", ", a Republican"),
            (", the chair of the Open Door Trust", ", the treasurer of the Open Door Trust"),
        ] {
            let text = |second: &str| {
                format!(
                    "Owen Prothero{first}, said that the bill was late.\n\nIt was raining in the valley. Prothero{second}, said that he was tired."
                )
            };
            assert_eq!(found("conflicting-details", &text(second)), [format!("Prothero{second}")]);
            assert_eq!(found("conflicting-details", &text(first)), [""; 0]);
        }
    }

    #[test]
    fn one_person_may_have_several_offices() {
        let text = "Owen Prothero, the mayor of Penllyn, said that the bill was late. Prothero, the chairman of the choir, said he was tired.";
        assert_eq!(found("conflicting-details", text), [""; 0]);
    }
}
