//! An anonymous source without a reason.

use whosaid::{Quote, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::{is_listed, plain_words};
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

/// Nouns for people who are sources where the words beside them tell of what institution or matter they know: `two engineers at the
/// company`, `three board members`.
const OF_AN_INSTITUTION: &[&str] = &[
    "analyst",
    "banker",
    "clerk",
    "councillor",
    "councilor",
    "detective",
    "doctor",
    "driver",
    "engineer",
    "guard",
    "investigator",
    "lawyer",
    "member",
    "nurse",
    "officer",
    "people",
    "person",
    "player",
    "staff",
    "teacher",
    "technician",
    "trader",
    "worker",
];

/// Words by which the description of a source goes on behind its noun.
const PREPOSITIONS: &str =
    "at in of inside within familiar close briefed involved from with who on whose to for working";

/// Those behind which nothing tells what somebody knows.
const OF_PLACES: &[&str] = &["from", "for", "on", "to"];

/// Verbs behind `who` by which somebody belongs to what follows, or was there.
const PRESENCE: &str = "was were is are works work worked attended has have had";

/// Institutions of which somebody is a member who keeps the name back, and matters that few know about.
const INSTITUTIONS: &str = "agency administration bank board cabinet case caucus club commission committee company council crew department \
    factory firm force government group hospital jury leadership management meeting ministry office panel party \
    plant police prison project room school squad staff team university unit service delegation campaign talks \
    negotiations inquiry investigation plans matter deal contract discussions";

/// Words for one or several of them.
const SOME: &str = "a an another one senior two three four five six several some former";

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
    let text = draft.at(source);
    // `Two members of the crew, Jane Doe and John Roe`
    if text.match_indices(", ").any(|(comma, _)| text[comma + 2..].starts_with(char::is_uppercase)) {
        return false;
    }
    let words = plain_words(text);
    // `One of his colleagues` is one colleague.
    let words = match words.iter().position(|word| word == "of") {
        Some(1) if words.len() > 3 => [&words[..1], &words[3..]].concat(),
        _ => words,
    };
    let is_break = |word: &String| is_listed(PREPOSITIONS, word);
    let (phrase, behind) = words.split_at(words.iter().position(is_break).unwrap_or(words.len()));
    let starts = phrase.first().is_some_and(|word| is_listed(SOME, word));
    let Some((head, modifiers)) = phrase.split_last().filter(|_| starts) else { return false };
    let is_one_of = |nouns: &[&str]| {
        nouns.contains(&head.as_str()) || head.strip_suffix('s').is_some_and(|one| nouns.contains(&one))
    };
    let has_institution = || {
        let is_telling = match behind {
            // What somebody did once is no office: `a detective who searched the bank`.
            [who, verb, ..] if who == "who" => is_listed(PRESENCE, verb),
            [first, ..] => !OF_PLACES.contains(&first.as_str()),
            [] => false,
        };
        let names_one = |words: &[String]| words.iter().any(|word| is_listed(INSTITUTIONS, word));
        is_telling && names_one(behind) || names_one(modifiers)
    };
    // `A minister` may be known to everybody, and `one minister` is not.
    let is_kept_back = !matches!(phrase[0].as_str(), "a" | "an")
        || phrase.iter().any(|word| matches!(word.as_str(), "senior" | "former"));
    is_one_of(SOURCES) || is_one_of(HOLDERS) && is_kept_back || is_one_of(OF_AN_INSTITUTION) && has_institution()
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
            "One of his colleagues",
            "Three board members",
            "An aide to the mayor",
            "Two people who were in the room",
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
