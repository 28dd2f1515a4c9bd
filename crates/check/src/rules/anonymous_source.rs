//! An anonymous source without a reason.

use whosaid::{Quote, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::plain_words;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "anonymous-source",
    reason: "Readers are told why a source is not named.",
    severity: Severity::Warning,
    check,
};

/// Nouns for people who speak without a name because they want to.
const SOURCES: &[&str] = &[
    "adviser",
    "advisor",
    "aide",
    "associate",
    "backbencher",
    "colleague",
    "confidant",
    "diplomat",
    "employee",
    "executive",
    "insider",
    "lawmaker",
    "legislator",
    "negotiator",
    "official",
    "operative",
    "source",
    "staffer",
    "strategist",
    "whistleblower",
];

/// Nouns for people whose office is often enough to know them.
const HOLDERS: &[&str] = &["delegate", "director", "manager", "minister"];

/// Nouns for people who are sources where the words behind tell of what house they are: `two engineers at the company`.
const OF_A_HOUSE: &[&str] = &[
    "analyst",
    "banker",
    "councillor",
    "councilor",
    "detective",
    "engineer",
    "investigator",
    "lawyer",
    "member",
    "nurse",
    "officer",
    "person",
    "player",
    "staff",
    "teacher",
    "technician",
    "trader",
    "worker",
];

/// Words between such a noun and its house.
const HOUSE_WORDS: &[&str] = &["at", "in", "of", "inside", "within", "familiar", "close", "briefed", "involved"];

/// Houses of which somebody is a member who keeps the name back.
const HOUSES: &[&str] = &[
    "agency",
    "administration",
    "bank",
    "board",
    "cabinet",
    "caucus",
    "club",
    "commission",
    "committee",
    "company",
    "council",
    "crew",
    "department",
    "firm",
    "government",
    "group",
    "jury",
    "leadership",
    "management",
    "ministry",
    "office",
    "panel",
    "party",
    "plant",
    "project",
    "squad",
    "staff",
    "team",
    "unit",
    "service",
    "delegation",
    "campaign",
    "talks",
    "negotiations",
    "inquiry",
    "investigation",
    "plans",
    "matter",
    "deal",
    "contract",
    "discussions",
];

/// Words for one or several of them.
const SOME: &[&str] =
    &["a", "an", "another", "one", "senior", "two", "three", "four", "five", "six", "several", "some", "former"];

/// What the paragraph says where it gives a reason.
const REASONS: &[&str] = &[
    "anonym",
    "withheld",
    "not be named",
    "not to be named",
    "not be identified",
    "not to be identified",
    "not authori",
    "not allowed to",
    "not permitted to",
    "fear",
    "afraid",
    "declined to be named",
    "declined to give",
    "speak publicly",
    "speak to the press",
    "speak to reporters",
];

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    let mut was_found = false;
    for quote in draft.quotes() {
        let Some(range) = quote.source.map(|source| source.range()) else { continue };
        if !is_anonymous(draft, quote, range) {
            continue;
        }
        let speaker = quote.speaker.as_deref().unwrap_or_default();
        let is_again = told.contains(&speaker) && !speaker.is_empty()
            || was_found && draft.at(range).to_lowercase().starts_with("the ");
        if has_reason(draft, quote, range) {
            was_found = true;
        } else if !is_again {
            let message = format!("The article does not say why {} is not named.", draft.at(range));
            findings.push(Finding::new(range, message));
            was_found = true;
        }
        told.push(speaker);
    }
    findings
}

fn is_anonymous(draft: &Draft, quote: &Quote, source: Range) -> bool {
    if quote.anonymous {
        return true;
    }
    if draft.report.speaker(quote).is_some_and(|speaker| speaker.named) || source_name(quote) {
        return false;
    }
    let words = plain_words(draft.at(source));
    let is_break = |word: &String| {
        matches!(word.as_str(), "from" | "with" | "who" | "on" | "whose") || HOUSE_WORDS.contains(&word.as_str())
    };
    let (phrase, behind) = words.split_at(words.iter().position(is_break).unwrap_or(words.len()));
    let starts = phrase.first().is_some_and(|word| SOME.contains(&word.as_str()));
    let Some(head) = phrase.last().filter(|_| starts) else { return false };
    let is_one_of = |nouns: &[&str]| {
        nouns.contains(&head.as_str()) || head.strip_suffix('s').is_some_and(|one| nouns.contains(&one))
    };
    let has_house = || {
        let is_inside = behind.first().is_some_and(|word| HOUSE_WORDS.contains(&word.as_str()));
        is_inside && behind.iter().any(|word| HOUSES.contains(&word.as_str()))
    };
    // `A minister` may be known to everybody, and `one minister` is not.
    let is_kept_back = !matches!(phrase[0].as_str(), "a" | "an")
        || phrase.iter().any(|word| matches!(word.as_str(), "senior" | "former"));
    is_one_of(SOURCES) || is_one_of(HOLDERS) && is_kept_back || is_one_of(OF_A_HOUSE) && has_house()
}

fn source_name(quote: &Quote) -> bool {
    quote.source.is_some_and(|source| source.name.is_some())
}

fn has_reason(draft: &Draft, quote: &Quote, source: Range) -> bool {
    let paragraph =
        draft.paragraph(source.start).map_or("", |number| draft.at(draft.report.paragraphs[number].range()));
    let paragraph = paragraph.to_lowercase();
    quote.anonymity_reason.is_some() || REASONS.iter().any(|reason| paragraph.contains(reason))
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn a_source_without_a_name_needs_a_reason() {
        let text = "The pipe was not repaired. A source at the company said that the work had been put off. \
            “It was on the list every year,” the source said.";
        assert_eq!(found("anonymous-source", text), ["A source at the company"]);
        let text = text.replace("said that", ", who asked not to be named because he feared for his job, said that");
        assert_eq!(found("anonymous-source", &text), [""; 0]);
    }

    #[test]
    fn several_may_keep_their_names_back() {
        let found = |who: &str, reason: &str| {
            let text = format!(
                "The pipe was not repaired. {who} said that the work had been put off{reason}.\n\nIt had rained all night."
            );
            found("anonymous-source", &text).len()
        };
        for who in [
            "Two members of the crew",
            "One senior minister",
            "Three former executives",
            "Two engineers at the company",
            "Several aides",
        ] {
            assert_eq!(found(who, ""), 1, "{who}");
            assert_eq!(found(who, " but were not allowed to speak to the press"), 0, "{who}");
        }
        for who in [
            "A man in slippers",
            "Two members of the audience",
            "A woman with a cello",
            "A teacher from Wexley",
            "One of the passengers",
        ] {
            assert_eq!(found(who, ""), 0, "{who}");
        }
    }

    #[test]
    fn spokespeople_and_institutions_are_not_anonymous() {
        let text = "The pipe was not repaired. A spokesman for the company said that the work had been put off. \
            Health officials said that nobody was ill. Police said the road was closed.";
        assert_eq!(found("anonymous-source", text), [""; 0]);
    }
}
