//! Offices: `, the treasurer of the Open Door Trust`, `Health Secretary Jane Doe`, `the club’s deputy chair, Jane Doe`.

use whosaid::MentionForm;

use super::{Detail, Place, is_past};

/// Offices of which nobody holds two in one house; two words of one number are the same office. Longer ones stand first.
const OFFICES: &[(&str, u8)] = &[
    ("chief executive officer", 2),
    ("chief executive", 2),
    ("chief operating officer", 13),
    ("chief financial officer", 5),
    ("finance director", 5),
    ("managing director", 2),
    ("head teacher", 11),
    ("headteacher", 11),
    ("deputy head", 11),
    ("chairman", 1),
    ("chairwoman", 1),
    ("chairperson", 1),
    ("chair", 1),
    ("ceo", 2),
    ("treasurer", 3),
    ("general secretary", 4),
    ("spokesman", 6),
    ("spokeswoman", 6),
    ("spokesperson", 6),
    ("president", 15),
    ("principal", 16),
    ("mayor", 10),
    ("captain", 17),
    ("head coach", 18),
    ("coach", 18),
    ("leader", 19),
    ("engineer", 22),
    ("attorney", 23),
    ("clerk", 24),
    ("sheriff", 25),
    ("curator", 26),
    ("head", 28),
];

/// Offices that leave no room for another one in the article, even where it does not tell of what house they are.
const WHOLE: &[u8] = &[2, 3, 5, 6, 10, 11, 16, 25];

/// Offices that one person holds in one house only.
const OF_ONE_HOUSE: &[u8] = &[10, 11, 16, 17, 18, 25];

/// Words for a house that do not tell which one it is.
const SOME_HOUSE: &[&str] = &[
    "town",
    "city",
    "village",
    "county",
    "company",
    "club",
    "school",
    "council",
    "group",
    "firm",
    "party",
    "board",
    "team",
    "side",
    "region",
    "state",
    "district",
    "union",
    "hospital",
    "museum",
    "committee",
    "trust",
    "association",
    "country",
    "organisation",
    "organization",
    "charity",
    "its",
    "their",
    "our",
];

/// Words that make somebody the second in an office.
const SECOND: &[&str] = &["deputy", "vice", "assistant", "associate"];

/// Offices that a word before them tells apart: `health secretary`, `transport secretary`.
const HEADS: &[&str] =
    &["secretary", "minister", "commissioner", "director", "chief", "officer", "editor", "chancellor", "professor"];

/// Words before such an office that tell apart nothing.
const MODIFIERS: &[&str] = &[
    "the",
    "a",
    "an",
    "departing",
    "outgoing",
    "new",
    "embattled",
    "retiring",
    "longtime",
    "long-serving",
    "newly",
    "appointed",
    "chief",
    "county",
    "city",
    "town",
    "state",
    "national",
    "federal",
    "regional",
    "local",
    "district",
    "company",
    "club",
    "its",
    "their",
    "his",
    "her",
    "our",
    "executive",
    "general",
    "managing",
    "assistant",
    "associate",
    "deputy",
    "junior",
    "senior",
    "cabinet",
    "government",
    "our",
    "popular",
    "veteran",
    "current",
    "first",
];

/// An office, and of what.
pub struct Office {
    /// A number of `OFFICES`; 0 for an office of `HEADS`.
    number: u8,
    head: &'static str,
    is_second: bool,
    /// `transport` of the transport secretary; empty for offices of a house.
    field: String,
    /// `open door trust`, where the words tell.
    house: String,
}

/// Whether nobody can hold both.
pub fn conflicts(one: &Office, other: &Office) -> bool {
    let is_part = |one: &str, other: &str| one.ends_with(other) || other.ends_with(one);
    if one.number == 0 || other.number == 0 {
        let are_fields = !one.field.is_empty() && !other.field.is_empty();
        return one.head == other.head && are_fields && !is_part(&one.field, &other.field);
    }
    let tells = |house: &str| !house.is_empty() && !SOME_HOUSE.contains(&house);
    let (one_tells, other_tells) = (tells(&one.house), tells(&other.house));
    let is_one_house = !one.house.is_empty() && !other.house.is_empty() && is_part(&one.house, &other.house);
    let may_be_one_house = is_one_house || !(one_tells && other_tells);
    if one.number == other.number {
        let is_elsewhere = one_tells && other_tells && !is_one_house && OF_ONE_HOUSE.contains(&one.number);
        return is_elsewhere || one.is_second != other.is_second && may_be_one_house;
    }
    let are_whole = WHOLE.contains(&one.number) && WHOLE.contains(&other.number);
    is_one_house || are_whole && may_be_one_house
}

pub fn read(place: &Place) -> Option<Detail<Office>> {
    let (value, words) = match place.form {
        MentionForm::Name => {
            let chairs = place.apposition().and_then(|words| words.strip_prefix("who chairs the "));
            if let Some(house) = chairs {
                let value = Office {
                    number: 1,
                    head: "chair",
                    is_second: false,
                    field: String::new(),
                    house: house.to_lowercase(),
                };
                return Some(Detail { value, words: format!("chairs the {house}"), range: place.range });
            }
            let behind = place.apposition().filter(|words| !is_past(words)).and_then(office_first);
            behind.or_else(|| place.complement().and_then(office_first)).or_else(|| before(place))
        }
        MentionForm::Pronoun => {
            place.complement().filter(|_| !place.after.starts_with(['’', '\''])).and_then(office_first)
        }
        _ => Some(place.own).filter(|words| !is_past(words)).and_then(office_first),
    }?;
    let range = place.extended(&words);
    Some(Detail { value, words, range })
}

/// The office that some words begin with, behind articles and what they say of it.
fn office_first(words: &str) -> Option<(Office, String)> {
    let (title, house) = words.split_once(" of ").or_else(|| words.split_once(" for ")).unwrap_or((words, ""));
    let house = house.trim().trim_start_matches("the ").to_lowercase();
    let (owner, title) = possessor(title);
    let house = if house.is_empty() { owner } else { house };
    office(title, &house).map(|office| (office, words.trim().to_owned()))
}

/// `Health Secretary Jane Doe`, `the club’s treasurer, Jane Doe`
fn before(place: &Place) -> Option<(Office, String)> {
    let words = place.words_before();
    if is_past(words) || words.split_whitespace().count() > 8 {
        return None;
    }
    let title = words.split(" of ").next().unwrap_or_default().to_lowercase();
    let start = if title.starts_with("the ") { 4 } else { title.rfind(" the ").map_or(0, |at| at + 5) };
    office_first(words.get(start..).unwrap_or_default())
}

/// The house before an office: `the club’s treasurer`.
fn possessor(title: &str) -> (String, &str) {
    let found = title.split_once("’s ").or_else(|| title.split_once("'s "));
    found.map_or((String::new(), title), |(owner, rest)| (owner.trim_start_matches("the ").to_lowercase(), rest))
}

fn office(title: &str, house: &str) -> Option<Office> {
    let plain = title.trim().to_lowercase();
    let plain = ["the ", "a ", "an "].iter().find_map(|article| plain.strip_prefix(article)).unwrap_or(&plain);
    let named = |known: &&(&'static str, u8)| {
        plain.strip_suffix(known.0).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    if let Some(&(head, number)) = OFFICES.iter().find(named) {
        let before: Vec<&str> = plain[..plain.len() - head.len()].split_whitespace().collect();
        // An engineer is no office, and the county engineer is one.
        let is_trade = matches!(number, 22..=24 | 26..=28) && before.is_empty() && house.is_empty();
        let is_second = before.iter().any(|word| SECOND.contains(word)) || head == "deputy head";
        let own = before.iter().rfind(|word| SOME_HOUSE.contains(word)).copied().unwrap_or_default();
        let house = if house.is_empty() { own } else { house };
        return (!is_trade).then(|| Office { number, head, is_second, field: String::new(), house: house.to_owned() });
    }
    let words: Vec<&str> = plain.split(' ').collect();
    let (at, head) =
        words.iter().enumerate().rev().find_map(|(at, word)| Some((at, *HEADS.iter().find(|head| *head == word)?)))?;
    // `Professor of history`, `minister for health`.
    let field = match at.checked_sub(1) {
        Some(before) => words[before],
        None => house,
    };
    let is_telling = field.len() > 2 && !MODIFIERS.contains(&field) && !field.contains('-');
    is_telling.then(|| Office { number: 0, head, is_second: false, field: field.to_owned(), house: house.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn a_person_has_one_office_of_a_house() {
        for (first, second) in [
            ("Jane Doe, the chair of the Open Door Trust,", "The treasurer of the Open Door Trust, Jane Doe, left"),
            ("Transport Secretary Jane Doe", "Doe, the health secretary, left"),
            ("Jane Doe, the county engineer,", "Doe, the county clerk, left"),
            ("Jane Doe, the club’s captain,", "Doe, the coach of the club, left"),
            ("Jane Doe, the mayor of Wexley,", "Doe, the deputy mayor of Wexley, left"),
            ("The council’s leader, Jane Doe,", "Doe, the deputy leader of the council, left"),
            ("The mayor of Wexley, Jane Doe,", "Doe, the mayor of Thornaby, left"),
            ("Chief executive Jane Doe", "Doe, the company’s finance director, left"),
            ("The head of the fire service, Jane Doe,", "Doe, the deputy head of the fire service, left"),
            ("Jane Doe, who chairs the school board,", "Doe, the treasurer of the school board, left"),
            ("Jane Doe, the chief medical officer,", "Doe, the chief nursing officer, left"),
            ("Jane Doe, the minister for health,", "Doe, the minister for transport, left"),
            ("Planning director Jane Doe", "Jane Doe, the museum’s operations director, left"),
        ] {
            assert_eq!(told(first, second), 1, "{second}");
        }
    }

    #[test]
    fn offices_of_other_houses_and_times_are_left_alone() {
        for (first, second) in [
            ("Jane Doe, the chair of the Open Door Trust,", "The treasurer of the choir, Jane Doe, left"),
            ("Transport Secretary Jane Doe", "Doe, a former health secretary, left"),
            ("Transport Secretary Jane Doe", "Doe, the transport secretary, left"),
            ("Jane Doe, the county engineer,", "Doe, the chief engineer, left"),
            ("The council’s leader, Jane Doe,", "Doe, who leads the council, left"),
            ("Jane Doe, an engineer,", "Doe, the chair of the choir, left"),
            ("The mayor of Wexley, Jane Doe,", "Doe, the mayor, left"),
            ("Jane Doe, the chairwoman and chief executive of Quill,", "Doe, the chief executive of Quill, left"),
            ("Jane Doe, the chief executive of Quill,", "Doe, the managing director of Quill, left"),
            ("Jane Doe, the mayor of Wexley,", "Doe, once the deputy mayor of Wexley, left"),
        ] {
            assert_eq!(told(first, second), 0, "{second}");
        }
    }
}
