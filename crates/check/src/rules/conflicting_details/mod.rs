//! An age, an office or a party that is given in two ways.

mod age;
mod descriptions;
mod office;
mod party;

use whosaid::{Entity, EntityKind, Mention, MentionForm, ParagraphRole, Range};

use super::Rule;
use crate::draft::Draft;
use crate::sentences::is_abbreviation;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "conflicting-details",
    reason: "A person has one age, one party and one office at a time.",
    severity: Severity::Error,
    check,
};

/// Words by which a detail belongs to another time.
const FORMERLY: &[&str] = &[
    "former",
    "formerly",
    "used",
    "joined",
    "ex",
    "then",
    "once",
    "previously",
    "late",
    "future",
    "incoming",
    "next",
    "until",
    "was",
    "acting",
    "interim",
    "ago",
    "when",
    "later",
    "before",
    "were",
    "as",
    "shadow",
    "defected",
    "switched",
    "opponent",
    "rival",
    "candidate’s",
    // Of two offices at a time.
    "also",
    "both",
];

/// A mention of a person with the words beside it.
#[derive(Clone, Copy)]
struct Place<'d> {
    /// The words before it, in its clause.
    before: &'d str,
    /// The mention itself, and for a description what follows `of`.
    own: &'d str,
    /// The words behind it, in its paragraph.
    after: &'d str,
    form: MentionForm,
    range: Range,
}

/// What is said of a person: the words, and where they are.
struct Detail<V> {
    value: V,
    words: String,
    range: Range,
}

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let people = draft.report.entities.iter().filter(|entity| entity.kind == EntityKind::Person && entity.named);
    let described = descriptions::all(draft);
    let mut findings = Vec::new();
    for person in people {
        let places = places(draft, person, &described);
        findings.extend(compare(person, "age", &places, age::read, |one, other| one != other));
        findings.extend(compare(person, "party", &places, party::read, |one, other| one != other));
        findings.extend(compare(person, "office", &places, office::read, office::conflicts));
    }
    findings
}

/// The first place that does not agree with an earlier one.
fn compare<V>(
    person: &Entity,
    kind: &str,
    places: &[Place],
    read: fn(&Place) -> Option<Detail<V>>,
    conflicts: fn(&V, &V) -> bool,
) -> Option<Finding> {
    let details: Vec<Detail<V>> = places.iter().filter_map(read).collect();
    details.iter().enumerate().find_map(|(number, detail)| {
        let earlier = details[..number].iter().find(|earlier| conflicts(&earlier.value, &detail.value))?;
        let message =
            format!("The {kind} of {} is “{}” here, and “{}” before.", person.name, detail.words, earlier.words);
        Some(Finding::new(detail.range, message))
    })
}

/// The mentions of a person outside headlines, with descriptions that can only mean the person.
fn places<'d>(draft: &Draft<'d>, person: &'d Entity, described: &[(&str, Place<'d>)]) -> Vec<Place<'d>> {
    let mut places: Vec<Place> = person.mentions.iter().filter_map(|mention| place(draft, mention)).collect();
    // A description stands behind what it is compared with.
    places.extend(described.iter().filter(|(id, _)| *id == person.id).map(|(_, place)| *place));
    places
}

fn place<'d>(draft: &Draft<'d>, mention: &Mention) -> Option<Place<'d>> {
    let paragraph = &draft.report.paragraphs[draft.paragraph(mention.start)?];
    if !matches!(paragraph.role, ParagraphRole::Body | ParagraphRole::Caption) || draft.is_title(paragraph) {
        return None;
    }
    let after = draft.at(Range { start: mention.end, end: paragraph.end.max(mention.end) });
    let before = draft.at(Range { start: paragraph.start.min(mention.start), end: mention.start });
    let own = draft.at(Range { start: mention.start, end: mention.end + institution_behind(after) });
    Some(Place { before, own, after, form: mention.form, range: mention.range() })
}

/// How far a description goes on with an institution: ` of the Open Door Trust`.
fn institution_behind(after: &str) -> usize {
    if after.starts_with(" of ") {
        after.find([',', '.', ')', ';', '“', '”', '"']).unwrap_or(after.len())
    } else {
        0
    }
}

impl<'d> Place<'d> {
    /// The words behind a name up to the sign that ends them: `the mayor of Miravel`, `D`.
    fn apposition(&self) -> Option<&'d str> {
        let rest = self.after.strip_prefix(", ").or_else(|| self.after.strip_prefix(" ("))?;
        let end = rest.find([',', '.', ')', ';', '“', '”', '"', '–', '—']).unwrap_or(rest.len());
        let words = rest[..end].trim();
        // `, who is a Democrat`
        Some(words.strip_prefix("who is ").unwrap_or(words))
    }

    /// The words before a name in its clause, and those of the clause before where the name is an apposition to them:
    /// `The Labour candidate, Jane Doe`.
    fn words_before(&self) -> &'d str {
        let is_end = [',', '.', ';', ':', '“', '”', '"', '(', ')', '–', '—', '\n'];
        let before = self.before.trim_end();
        let before = before.strip_suffix(',').unwrap_or(before);
        // The period of `Sgt.` ends no sentence.
        let before = before.strip_suffix('.').filter(|words| is_abbreviation(words)).unwrap_or(before);
        let start = before.rfind(is_end).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        before[start..].trim()
    }

    /// What a verb behind a name or a pronoun says the person is: `is a Democrat`, `would be the first Conservative to`.
    fn complement(&self) -> Option<&'d str> {
        const ARE: &[&str] = &[" is ", "’s ", "'s ", " will be ", " would be ", " becomes ", " became ", " remains "];
        let rest = ARE.iter().find_map(|verb| self.after.strip_prefix(verb))?;
        let end = rest.find([',', '.', ')', ';', '“', '”', '"', '–', '—']).unwrap_or(rest.len());
        let articles = ["a ", "an ", "the first ", "the only ", "the last ", "the "];
        let words = &rest[..end];
        Some(articles.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words))
    }

    /// The place itself, with what is read from behind it.
    fn extended(&self, words: &str) -> Range {
        let is_behind = self.after.find(words).filter(|&at| at < 40).map_or(0, |at| at + words.len());
        Range { start: self.range.start, end: self.range.end + is_behind }
    }
}

/// Whether words say that something was so at another time.
fn is_past(words: &str) -> bool {
    let is_past = |word: &str| FORMERLY.contains(&word) || word.starts_with("then-") || word.starts_with("ex-");
    words.to_lowercase().split(|sign: char| !sign.is_alphanumeric() && sign != '-').any(is_past)
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    /// What is found where a person is introduced in one way and described in another.
    pub fn told(first: &str, second: &str) -> usize {
        let text = format!(
            "{first} said that the bill was late.\n\nIt was raining in the valley. {second}, and nobody was surprised by that."
        );
        found("conflicting-details", &text).len()
    }

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
            assert_eq!(found("conflicting-details", &text(second)).len(), 1, "{second}");
            assert_eq!(found("conflicting-details", &text(first)), [""; 0]);
        }
    }

    #[test]
    fn a_description_may_stand_for_the_person_before() {
        let text = |office: &str| {
            format!(
                "Jane Doe, the transport secretary, said that the bill was late.\n\nDoe, 49, was an engineer. She is to speak on Monday. \
                The departing {office} secretary was cheered when she took her seat there."
            )
        };
        assert_eq!(found("conflicting-details", &text("health")).len(), 1);
        assert_eq!(found("conflicting-details", &text("transport")), [""; 0]);
        let other = text("health").replace("when she took her seat", "by the crowd");
        assert_eq!(found("conflicting-details", &other), [""; 0]);
    }

    #[test]
    fn one_person_may_have_several_offices() {
        let text = "Owen Prothero, the mayor of Penllyn, said that the bill was late. Prothero, the chairman of the choir, said he was tired.";
        assert_eq!(found("conflicting-details", text), [""; 0]);
    }
}
