//! What a name stands for, told from its own words and those around it.

use std::collections::HashMap;

use super::{Candidate, Kind};
use crate::document::Document;
use crate::lexicon::{self, names, places};
use crate::tokens::TokenKind;

const ORGANIZATION_WORDS: &[&str] = &[
    "Academy",
    "Administration",
    "Agency",
    "Airlines",
    "Airways",
    "Alliance",
    "Army",
    "Assembly",
    "Association",
    "Authority",
    "Bank",
    "Board",
    "Broadcasting",
    "Brotherhood",
    "Bureau",
    "Cabinet",
    "Center",
    "Centre",
    "Chamber",
    "Club",
    "Coalition",
    "College",
    "Commission",
    "Committee",
    "Community",
    "Company",
    "Conference",
    "Congress",
    "Corp",
    "Corp.",
    "Corporation",
    "Council",
    "Court",
    "Department",
    "Federation",
    "Force",
    "Foundation",
    "Front",
    "Fund",
    "Gazette",
    "Group",
    "Guard",
    "Herald",
    "Inc",
    "Inc.",
    "Initiative",
    "Institute",
    "Institution",
    "Journal",
    "League",
    "Ltd",
    "Ltd.",
    "Magazine",
    "Ministry",
    "Mission",
    "Movement",
    "Navy",
    "Network",
    "News",
    "Office",
    "Organisation",
    "Organization",
    "Parliament",
    "Party",
    "Police",
    "Post",
    "Press",
    "Project",
    "Registry",
    "School",
    "Senate",
    "Service",
    "Services",
    "Society",
    "Telegraph",
    "Times",
    "Tribune",
    "Trust",
    "Union",
    "United",
    "University",
    "Watch",
];
const FACILITY_WORDS: &[&str] = &[
    "Airport",
    "Arena",
    "Bridge",
    "Cathedral",
    "Church",
    "Hall",
    "Hospital",
    "Hotel",
    "Mosque",
    "Museum",
    "Palace",
    "Plaza",
    "Prison",
    "Stadium",
    "Station",
    "Temple",
    "Theater",
    "Theatre",
    "Tower",
];
const PLACE_WORDS: &[&str] = &[
    "Avenue",
    "Bay",
    "City",
    "Coast",
    "County",
    "Desert",
    "District",
    "Gulf",
    "Hills",
    "Island",
    "Islands",
    "Lake",
    "Mountains",
    "Ocean",
    "Peninsula",
    "Province",
    "Republic",
    "River",
    "Road",
    "Sea",
    "Square",
    "Street",
    "Valley",
    "Village",
];
const EVENT_WORDS: &[&str] = &[
    "Awards",
    "Championship",
    "Convention",
    "Cup",
    "Day",
    "Election",
    "Festival",
    "Games",
    "Olympics",
    "Open",
    "Revolution",
    "Spring",
    "Summit",
    "War",
];
const LAW_WORDS: &[&str] =
    &["Accord", "Act", "Agreement", "Amendment", "Constitution", "Convention", "Protocol", "Treaty"];

/// Whether `word` marks the name it belongs to as an organisation's.
pub fn is_organization_word(word: &str) -> bool {
    ORGANIZATION_WORDS.binary_search(&word).is_ok()
}

/// Whether a name goes on over `of` after `word`: the Bank of England, the Gulf of Mexico.
pub fn takes_of(word: &str) -> bool {
    is_organization_word(word)
        || PLACE_WORDS.contains(&word)
        || matches!(
            word,
            "House"
                | "Republic"
                | "Isle"
                | "Declaration"
                | "Secretary"
                | "Minister"
                | "Speaker"
                | "Chamber"
                | "States"
                | "Museum"
                | "Church"
                | "Bishop"
                | "Battle"
                | "Duke"
                | "Bill"
                | "Director"
                | "Chief"
                | "Center"
        )
}

/// Words that open sentences and lines in capitals without being names, in lower case.
pub fn is_common_opener(word: &str) -> bool {
    matches!(
        word,
        "additionally"
            | "according"
            | "asked"
            | "here"
            | "breaking"
            | "update"
            | "updated"
            | "exclusive"
            | "dear"
            | "thanks"
            | "thank"
            | "please"
            | "not"
            | "it's"
            | "it’s"
            | "he's"
            | "he’s"
            | "she's"
            | "we're"
            | "we’re"
            | "that's"
            | "that’s"
            | "there's"
            | "who"
            | "which"
            | "yes"
            | "well"
            | "oh"
            | "let"
            | "let's"
            | "let’s"
            | "don't"
            | "don’t"
            | "maybe"
            | "perhaps"
            | "during"
            | "given"
            | "such"
            | "nearly"
            | "people"
            | "officials"
            | "police"
            | "critics"
            | "experts"
            | "sources"
            | "allies"
            | "residents"
            | "concerns"
            | "reports"
            | "more"
            | "less"
            | "nobody"
            | "everyone"
            | "someone"
            | "nothing"
            | "everything"
            | "something"
            | "speaking"
            | "asking"
            | "responding"
            | "whoever"
            | "whatever"
            | "including"
            | "him"
            | "them"
            | "us"
            | "me"
            | "hers"
            | "ours"
            | "any"
            | "much"
            | "very"
            | "own"
            | "same"
            | "next"
            | "last"
            | "new"
            | "second"
            | "third"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "hundreds"
            | "thousands"
            | "millions"
    )
}

/// The kind of a candidate and how sure that is, or nothing where no sign tells.
pub(super) fn tell(document: &Document, candidate: &Candidate, known: &HashMap<String, usize>) -> Option<(Kind, f32)> {
    let tokens = candidate.tokens.clone();
    let name = document.span(tokens.clone()).of(document.text);
    let (first, last) = (document.word(tokens.start), document.word(tokens.end - 1));
    let words = tokens.len();
    if marked_title(document, candidate) {
        return Some((Kind::Work, 0.6));
    }
    if candidate.titled && !is_organization_word(last) && !places::is_group(name) {
        return Some((Kind::Person, 0.95));
    }
    if places::is_organization(name) {
        return Some((Kind::Organization, 0.9));
    }
    if places::is_group(name) {
        return Some((Kind::Group, 0.9));
    }
    if places::is_place(name)
        && !(words == 1 && known.contains_key(last) && !matches!(last, "Washington" | "Georgia" | "Virginia"))
    {
        return Some((Kind::Place, 0.9));
    }
    let ends_with = |list: &[&str]| list.contains(&last);
    if words > 1 {
        if ends_with(EVENT_WORDS) {
            return Some((Kind::Event, 0.8));
        }
        if ends_with(LAW_WORDS) {
            return Some((Kind::Law, 0.8));
        }
        if tokens.clone().any(|at| is_organization_word(document.word(at))) {
            return Some((Kind::Organization, 0.85));
        }
        if ends_with(FACILITY_WORDS) {
            return Some((Kind::Facility, 0.75));
        }
        if ends_with(PLACE_WORDS) || matches!(first, "Mount" | "Lake" | "Cape" | "Fort" | "Port") {
            return Some((Kind::Place, 0.75));
        }
        if names::given_name(first).is_some() && words <= 5 {
            return Some((Kind::Person, 0.93));
        }
    }
    if known.contains_key(last) && words <= 3 {
        return Some((Kind::Person, 0.9));
    }
    if is_acronym(name) {
        return Some((Kind::Organization, 0.6));
    }
    let next = document.word(tokens.end);
    if name.starts_with('@') {
        return Some((Kind::Person, 0.5));
    }
    if crate::quotes::is_reporting_verb(next) && words <= 4 {
        return Some((Kind::Person, if words > 1 { 0.85 } else { 0.6 }));
    }
    let before = tokens.start.checked_sub(1).map_or("", |at| document.word(at));
    if words == 1
        && matches!(before, "in" | "near" | "outside" | "across")
        && !is_common_noun_context(document, tokens.end)
    {
        return Some((Kind::Place, 0.6));
    }
    let after_article = matches!(before, "the" | "The" | "a" | "an");
    let plain = tokens
        .clone()
        .all(|at| document.word(at).chars().skip(1).any(char::is_lowercase) || document.word(at).len() <= 2);
    if (2..=4).contains(&words) && !after_article && plain {
        return Some((Kind::Person, 0.6));
    }
    if words == 1 && names::given_name(name).is_some_and(|gender| gender != names::Gender::Unknown) {
        return Some((Kind::Person, 0.6));
    }
    (words >= 2 && after_article).then_some((Kind::Organization, 0.4))
}

fn is_common_noun_context(document: &Document, next: usize) -> bool {
    document
        .tokens
        .get(next)
        .is_some_and(|token| token.kind == TokenKind::Word && token.of(document.text).starts_with(char::is_uppercase))
}

/// All of two to six capitals, dots and an `&` allowed.
fn is_acronym(name: &str) -> bool {
    let capitals = name.chars().filter(|character| character.is_ascii_uppercase()).count();
    (2..=6).contains(&capitals)
        && name.chars().all(|character| {
            character.is_ascii_uppercase() || matches!(character, '.' | '&' | '-') || character.is_ascii_digit()
        })
        && !matches!(
            name,
            "OK" | "TV"
                | "CEO"
                | "CFO"
                | "COO"
                | "MP"
                | "MPs"
                | "PM"
                | "AM"
                | "ID"
                | "DNA"
                | "HIV"
                | "AIDS"
                | "VIP"
                | "FAQ"
                | "PHOTO"
                | "VIDEO"
                | "THE"
                | "CO"
                | "GDP"
                | "II"
                | "III"
                | "IV"
                | "VI"
                | "VII"
                | "Q"
                | "A"
                | "NOT"
                | "READ"
                | "MORE"
        )
}

/// A name that fills its quotation marks, without a verb or an end of sentence: a title.
fn marked_title(document: &Document, candidate: &Candidate) -> bool {
    let tokens = &candidate.tokens;
    let opens = tokens.start > 0
        && document.tokens[tokens.start - 1].kind == TokenKind::Mark
        && document.tokens[tokens.start - 1].spaced;
    let closes = document.tokens.get(tokens.end).is_some_and(|token| token.kind == TokenKind::Mark && !token.spaced);
    opens && closes && tokens.len() > 1 && !lexicon::is_role(document.word(tokens.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_where_searched() {
        assert!(ORGANIZATION_WORDS.is_sorted());
    }

    #[test]
    fn acronyms() {
        assert!(is_acronym("NATO") && is_acronym("U.N.") && !is_acronym("CEO") && !is_acronym("Nato"));
    }
}
