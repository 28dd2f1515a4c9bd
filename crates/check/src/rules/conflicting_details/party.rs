//! Parties: `, a Democrat`, ` (D-Ohio)`, `Democratic Senator Jane Doe`, `she would be the first Conservative`.

use whosaid::MentionForm;

use super::{Detail, Place, is_past};
use crate::words::is_listed;

/// Parties, by the words for their members; two words of one number are the same party. Longer ones stand first.
const PARTIES: &[(&str, u8)] = &[
    ("Liberal Democrats", 5),
    ("Liberal Democratic", 5),
    ("Liberal Democrat", 5),
    ("Lib Dem", 5),
    ("Christian Democratic", 9),
    ("Christian Democrat", 9),
    ("Social Democratic", 10),
    ("Social Democrat", 10),
    ("Democratic", 1),
    ("Democrat", 1),
    ("Republican", 2),
    ("GOP", 2),
    ("Labour", 3),
    ("Labor", 3),
    ("Conservative", 4),
    ("Tory", 4),
    ("Green", 6),
    ("Libertarian", 7),
    ("Socialist", 8),
    ("Scottish National", 11),
    ("SNP", 11),
    ("Plaid Cymru", 12),
    ("Reform UK", 13),
    ("Liberal", 14),
    ("New Democrat", 15),
    ("Independent", 16),
    ("independent", 16),
];

/// The party before a hyphen or in brackets.
const LETTERS: &[(&str, u8)] = &[("D", 1), ("R", 2), ("Lab", 3), ("Con", 4), ("LD", 5), ("Lib Dem", 5), ("I", 16)];

/// What stands between the party and the name.
const OFFICES: &str = "senator sen representative rep congressman congresswoman mp msp candidate leader councillor councilman \
    councilwoman governor gov mayor lawmaker minister nominee chairman chairwoman chair assemblyman assemblywoman \
    legislator backbencher incumbent spokesman spokeswoman state member whip delegate peer";

pub fn read(place: &Place) -> Option<Detail<u8>> {
    let (value, words) = match place.form {
        MentionForm::Name => behind(place).or_else(|| complement(place)).or_else(|| before(place)),
        MentionForm::Pronoun => complement(place),
        _ => description(place),
    }?;
    let range = place.extended(&words);
    Some(Detail { value, words, range })
}

/// The party at the start of some words.
fn party(words: &str) -> Option<(u8, String)> {
    let found = PARTIES.iter().find(|(party, _)| {
        words
            .strip_prefix(party)
            .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-'))
    });
    found.map(|(party, value)| (*value, (*party).to_owned()))
}

fn behind(place: &Place) -> Option<(u8, String)> {
    let words = place.apposition()?;
    let letters = words.split('-').next().unwrap_or_default();
    let is_short = letters.len() == words.len() || words[letters.len()..].starts_with('-');
    let by_letters = LETTERS.iter().find(|(party, _)| *party == letters && is_short);
    if let Some((party, value)) = by_letters {
        return Some((*value, (*party).to_owned()));
    }
    // `, who sits as an independent`
    let words =
        words.strip_prefix("who ").and_then(|clause| clause.split_once(" as ")).map_or(words, |(_, member)| member);
    let words = words
        .strip_prefix("a ")
        .or_else(|| words.strip_prefix("an "))
        .or_else(|| words.strip_prefix("the "))
        .unwrap_or(words);
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let behind_adjective = party(rest).filter(|_| first.starts_with(char::is_lowercase) && !is_past(first));
    party(words).or(behind_adjective).filter(|_| !is_past(words.split(" of ").next().unwrap_or_default()))
}

/// `is a Democrat`, `was elected as a Democrat`
fn complement(place: &Place) -> Option<(u8, String)> {
    let clause = place.after.split([',', '.', ';', '“', '"', '\n']).next().unwrap_or_default();
    let as_member = || {
        let (before, member) = clause
            .split_once(" as a ")
            .or_else(|| clause.split_once(" as an "))
            .or_else(|| clause.split_once(" as the "))?;
        let is_now = before.split_whitespace().count() <= 4
            && !is_past(member)
            && !member.contains(|sign: char| sign.is_ascii_digit());
        party(member).filter(|_| is_now && before.starts_with(' '))
    };
    // `As a Republican in a blue district, she`
    let sentence = place.before.rsplit(['.', '\n', '”']).next().unwrap_or_default().trim();
    let as_first =
        || sentence.strip_prefix("As a ").filter(|words| words.ends_with(',') && !is_past(words)).and_then(party);
    place.complement().and_then(party).or_else(as_member).or_else(as_first)
}

/// `The Labour candidate, Jane Doe`, `Republican Senator Jane Doe`, `Labour’s Jane Doe`
fn before(place: &Place) -> Option<(u8, String)> {
    let words = place.words_before();
    let starts = std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1));
    let mut found = None;
    for start in starts {
        let Some((value, name)) = party(&words[start..]) else { continue };
        let rest = words[start + name.len()..].to_lowercase();
        let rest = rest.strip_prefix("’s").or_else(|| rest.strip_prefix("'s")).unwrap_or(&rest);
        // `Labour MP for Wexley`
        let rest = [" for ", " from ", " of "]
            .iter()
            .find_map(|place| rest.split_once(place))
            .map_or(rest, |(office, _)| office);
        let is_beside = rest.split_whitespace().all(|word| is_listed(OFFICES, word.trim_end_matches('.')));
        let previous = words[..start].trim_end().rsplit(' ').next().unwrap_or_default();
        let is_longer =
            previous.starts_with(char::is_uppercase) && !matches!(previous, "The" | "A" | "State" | "But" | "And");
        if is_beside && !is_longer && !is_past(previous) {
            found = found.or(Some((value, name)));
        }
    }
    // `the Democrat, Jane Doe` is an apposition only behind an article.
    let is_apposition = place.before.trim_end().ends_with(',');
    found.filter(|_| !is_apposition || words.to_lowercase().starts_with("the ") || words.contains(" the "))
}

/// `The Democratic senator`
fn description(place: &Place) -> Option<(u8, String)> {
    let words = place.own.strip_prefix("The ").or_else(|| place.own.strip_prefix("the ")).unwrap_or(place.own);
    let last = place.before.trim_end().rsplit(' ').next().unwrap_or_default();
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    party(words).or_else(|| party(rest).filter(|_| !is_past(first))).filter(|_| !is_past(last))
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn a_person_has_one_party() {
        for (first, second) in [
            ("Senator Jane Doe, a Republican from Wexley,", "Jane Doe, a Democrat, left"),
            ("Republican Senator Jane Doe", "Doe, a Democrat, left"),
            ("Senator Jane Doe (R-Ohio)", "Doe, a moderate Democrat, left"),
            (
                "The Labour candidate, Jane Doe,",
                "Doe left early. If she wins, she will be the first Conservative to hold the seat",
            ),
            ("Labour’s Jane Doe", "Doe is a Conservative"),
            ("The Labour MP for Wexley, Jane Doe,", "Doe (Con) was late"),
            (
                "Senator Jane Doe, a Republican from Wexley,",
                "Doe left. As a Democrat in a red state, she has had close races",
            ),
            ("Labour’s Jane Doe", "Doe is standing as a Conservative"),
            ("Jane Doe, the Conservative MP for Wexley,", "Ms Doe, who sits as an independent, left"),
            ("Senator Jane Doe, a Republican from Wexley,", "Democratic Senator Jane Doe left"),
        ] {
            assert_eq!(told(first, second), 1, "{second}");
        }
    }

    #[test]
    fn parties_of_other_times_and_people_are_left_alone() {
        for (first, second) in [
            ("Senator Jane Doe, a Republican from Wexley,", "Doe, a former Democrat, left"),
            ("Senator Jane Doe, a Republican from Wexley,", "Doe, whose Democratic rival was late, left"),
            ("Senator Jane Doe, a Republican from Wexley,", "Doe was a Democrat until 2010"),
            ("Senator Jane Doe, a Republican from Wexley,", "Doe, a green jacket over her arm, left"),
            ("Labour’s Jane Doe", "Doe, the Labour candidate, left"),
            ("Senator Jane Doe (R-Ohio)", "Doe, a Republican, left"),
        ] {
            assert_eq!(told(first, second), 0, "{second}");
        }
    }
}
