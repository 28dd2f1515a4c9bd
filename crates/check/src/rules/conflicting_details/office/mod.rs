//! Offices: `, the treasurer of the Open Door Trust`, `Health Secretary Jane Doe`, `the club’s deputy chair, Jane Doe`.

mod titles;

use whosaid::MentionForm;

use super::{Detail, Place, is_past};
use crate::numbers::parse_number;
use crate::words::is_listed;
use titles::{GENERIC_INSTITUTIONS, HEADS, MODIFIERS, OF_ONE_INSTITUTION, OFFICES, RANKS, SECOND, WHOLE};

/// An office, and of what.
struct Office {
    /// A number of `OFFICES`; 0 for an office of `HEADS`.
    number: u8,
    head: &'static str,
    is_second: bool,
    /// `transport` of the transport secretary; empty for offices of an institution.
    field: String,
    /// `open door trust`, where the words tell.
    institution: String,
}

/// Whether all words of one institution are words of another: the union of the teachers’ union, the local of Dockers’ Local 88.
fn is_within(one: &str, other: &str) -> bool {
    let mut words = one.split_whitespace();
    words.all(|word| other.split_whitespace().any(|known| known == word))
}

/// The offices that one place names: `the chairman and chief executive of Quill`.
pub struct Offices(Vec<Office>);

/// Whether nobody can hold any of some offices together with any of others.
pub fn conflicts(some: &Offices, others: &Offices) -> bool {
    some.0.iter().all(|one| others.0.iter().all(|other| exclude_each_other(one, other)))
}

/// Whether nobody can hold both.
fn exclude_each_other(one: &Office, other: &Office) -> bool {
    let is_part = |one: &str, other: &str| is_within(one, other) || is_within(other, one);
    if one.number == 0 || other.number == 0 {
        let are_fields = !one.field.is_empty() && !other.field.is_empty();
        let is_one_field = if are_fields {
            is_part(&one.field, &other.field)
        } else {
            one.field == other.field && is_part(&one.institution, &other.institution)
        };
        let conflicts = if is_one_field { one.is_second != other.is_second } else { are_fields };
        return one.head == other.head && conflicts;
    }
    if one.number >= RANKS || other.number >= RANKS {
        return one.number >= RANKS && other.number >= RANKS && one.number != other.number;
    }
    let tells = |institution: &str| !institution.is_empty() && !is_listed(GENERIC_INSTITUTIONS, institution);
    let (one_tells, other_tells) = (tells(&one.institution), tells(&other.institution));
    let is_one_institution =
        !one.institution.is_empty() && !other.institution.is_empty() && is_part(&one.institution, &other.institution);
    let may_be_one_institution = is_one_institution || !(one_tells && other_tells);
    if one.number == other.number {
        let is_elsewhere = one_tells && other_tells && !is_one_institution && OF_ONE_INSTITUTION.contains(&one.number);
        return is_elsewhere || one.is_second != other.is_second && may_be_one_institution;
    }
    let are_whole = WHOLE.contains(&one.number) && WHOLE.contains(&other.number);
    is_one_institution || are_whole && may_be_one_institution
}

pub fn read(place: &Place) -> Option<Detail<Offices>> {
    let (value, words) = match place.form {
        MentionForm::Name => {
            let chairs = place.apposition().and_then(|words| words.strip_prefix("who chairs the "));
            if let Some(institution) = chairs {
                let value = Office {
                    number: 1,
                    head: "chair",
                    is_second: false,
                    field: String::new(),
                    institution: institution.to_lowercase(),
                };
                return Some(Detail {
                    value: Offices(vec![value]),
                    words: format!("chairs the {institution}"),
                    range: place.range,
                });
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

/// The office that some words begin with, or several with `and`, behind articles and what they say of it.
fn office_first(words: &str) -> Option<(Offices, String)> {
    let (title, institution) = words.split_once(" of ").or_else(|| words.split_once(" for ")).unwrap_or((words, ""));
    let institution = institution.trim().trim_start_matches("the ").to_lowercase();
    // `Chief for nine years` is of no institution.
    let is_time = institution.split(' ').next().is_some_and(|first| parse_number(first).is_some() || first == "years");
    let institution = if is_time { String::new() } else { institution };
    let (owner, title) = possessor(title);
    let institution = if institution.is_empty() { owner } else { institution };
    let offices: Vec<Office> = title.split(" and ").filter_map(|title| office(title, &institution)).collect();
    (!offices.is_empty()).then(|| (Offices(offices), words.trim().to_owned()))
}

/// `Health Secretary Jane Doe`, `the club’s treasurer, Jane Doe`
fn before(place: &Place) -> Option<(Offices, String)> {
    let words = place.words_before();
    if is_past(words) || words.split_whitespace().count() > 8 {
        return None;
    }
    let title = words.split(" of ").next().unwrap_or_default().to_lowercase();
    let start = if title.starts_with("the ") { 4 } else { title.rfind(" the ").map_or(0, |at| at + 5) };
    office_first(words.get(start..).unwrap_or_default())
}

/// The institution before an office: `the club’s treasurer`.
fn possessor(title: &str) -> (String, &str) {
    let found = title.split_once("’s ").or_else(|| title.split_once("'s "));
    found.map_or((String::new(), title), |(owner, rest)| (owner.trim_start_matches("the ").to_lowercase(), rest))
}

fn office(title: &str, institution: &str) -> Option<Office> {
    let plain = title.trim().to_lowercase();
    let plain = ["the ", "a ", "an "].iter().find_map(|article| plain.strip_prefix(article)).unwrap_or(&plain);
    let plain = plain.strip_prefix("vice-").map_or(plain.to_owned(), |office| format!("vice {office}"));
    let plain = plain.trim_end_matches('.');
    // Somebody retires from one trade.
    if let Some(trade) = plain.strip_prefix("retired ") {
        let field = trade.rsplit(' ').next().unwrap_or_default().to_owned();
        return Some(Office { number: 0, head: "retired", is_second: false, field, institution: String::new() });
    }
    let named = |known: &&(&'static str, u8)| {
        plain.strip_suffix(known.0).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    if let Some(&(head, number)) = OFFICES.iter().find(named) {
        let before: Vec<&str> = plain[..plain.len() - head.len()].split_whitespace().collect();
        // An engineer is no office, and the county engineer is one.
        let is_trade = matches!(number, 22..=24 | 26..=28) && before.is_empty() && institution.is_empty();
        let is_second = before.iter().any(|word| SECOND.contains(word)) || head == "deputy head";
        let own = before.iter().rfind(|word| is_listed(GENERIC_INSTITUTIONS, word)).copied().unwrap_or_default();
        let institution = if institution.is_empty() { own } else { institution };
        return (!is_trade).then(|| Office {
            number,
            head,
            is_second,
            field: String::new(),
            institution: institution.to_owned(),
        });
    }
    let words: Vec<&str> = plain.split(' ').collect();
    let (at, head) =
        words.iter().enumerate().rev().find_map(|(at, word)| Some((at, *HEADS.iter().find(|head| *head == word)?)))?;
    // `Professor of history`, `minister for health`.
    let field = match at.checked_sub(1) {
        Some(before) => words[before],
        None => institution,
    };
    let is_second = words[..at].iter().any(|word| SECOND.contains(word));
    // The secretary of a club is no minister, but one of its officers.
    if head == "secretary" && words.len() == at + 1 && is_listed(GENERIC_INSTITUTIONS, institution) {
        return Some(Office { number: 33, head, is_second, field: String::new(), institution: institution.to_owned() });
    }
    let is_telling = field.len() > 2 && !is_listed(MODIFIERS, field) && !field.contains('-');
    // `The deputy director of the museum`
    let is_of_one = !institution.is_empty() && words[..at].iter().all(|word| SECOND.contains(word));
    // `The minister for health`
    let has_field = at == 0 && matches!(head, "minister" | "secretary" | "commissioner" | "chancellor" | "professor");
    let field = if is_of_one && !has_field { "" } else { field };
    (is_telling || is_of_one).then(|| Office {
        number: 0,
        head,
        is_second,
        field: field.to_owned(),
        institution: institution.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn a_person_has_one_office_of_an_institution() {
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
            ("Jane Doe, the president of Dockers’ Local 88,", "Doe, the local’s treasurer, left"),
            ("Jane Doe, the director of the museum,", "Doe, the deputy director of the museum, left"),
            ("Jane Doe, the MP for Wexley,", "Doe, the MP for Thornaby, left"),
            ("Jane Doe, a retired teacher,", "Doe, a retired quantity surveyor, left"),
            ("Governor Jane Doe", "Doe, the lieutenant governor, left"),
            ("Jane Doe, the president of the union,", "Doe, the union’s vice-president, left"),
            ("Sgt. Jane Doe", "Inspector Jane Doe left"),
            ("Jane Doe, the prosecutor,", "Doe, the defence lawyer, left"),
            ("Treasurer Jane Doe", "Doe, the club’s secretary, left"),
        ] {
            assert_eq!(told(first, second), 1, "{second}");
        }
    }

    #[test]
    fn offices_of_other_institutions_and_times_are_left_alone() {
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
            ("Jane Doe, the chairman and chief executive of Quill,", "Doe, the chairman of Quill, left"),
            ("Transport Secretary Jane Doe", "Doe, who is also the deputy prime minister, left"),
            ("Fire chief Jane Doe", "Doe, the town’s chief for nine years, left"),
            ("Foreign minister Jane Doe", "Doe, who used to be health minister, left"),
            ("Detective Sgt. Jane Doe", "Sergeant Doe left"),
        ] {
            assert_eq!(told(first, second), 0, "{second}");
        }
    }
}
