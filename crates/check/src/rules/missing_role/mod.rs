//! A speaker of whom the first mention does not say who that is.

mod telling;

use whosaid::{Entity, Mention, MentionForm, Paragraph, Range};

use super::{Rule, name_spelling};
use crate::draft::Draft;
use crate::words::is_listed;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "missing-role",
    reason: "Readers want to know who a speaker is, and why that person is asked.",
    severity: Severity::Suggestion,
    check,
};

/// How sure the report must be that this is a person.
const LEAST_CONFIDENCE: f32 = 0.7;

/// Words before a name that are no role; verbs that report words are none either.
const NO_ROLES: &str = "a after and as at because before but by for from if in like of on or said says than that the then to told when \
    where while with yes mr mrs ms miss met";

/// Titles that tell what somebody does.
const TITLES: &str = "Sen Rep Gov Lt Sgt Col Gen Capt Det Dr Prof Rev Insp Maj Cpl Supt Cmdr";

fn check(draft: &Draft, settings: &Settings) -> Vec<Finding> {
    let people = draft.speaking_people().filter(|person| {
        let has_full_name = person.name.contains(' ') && !settings.words.known_names.contains(&person.name);
        has_full_name && person.confidence >= LEAST_CONFIDENCE && !draft.is_thing(person)
    });
    let misspelled = name_spelling::rarer_spellings(draft, settings);
    let without = people.filter_map(|person| {
        let first = draft.names(person).find(|mention| draft.at(mention.range()).contains(' '))?;
        // In another spelling, it is somebody whom the text knows already.
        let is_misspelled =
            misspelled.iter().any(|spelling| spelling.range.start < first.end && first.start < spelling.range.end);
        if is_misspelled || is_introduced(draft, person, first) {
            return None;
        }
        let message = format!("The first mention of {} does not say who that is.", person.name);
        Some(Finding::new(first.range(), message))
    });
    without.collect()
}

/// Whether the report has a role or an age, or the words beside a name look like one.
fn is_introduced(draft: &Draft, person: &Entity, first: &Mention) -> bool {
    let is_described = person.mentions.iter().any(|mention| mention.form == MentionForm::Nominal);
    if is_described || !person.roles.is_empty() || person.age.is_some() {
        return true;
    }
    telling::is_told_behind(draft.after(first.end))
        || has_role_before(draft, first)
        || telling::is_told_by_verb(draft, person, first)
        || is_told_around(draft, first)
}

/// Whether the paragraph behind the first name begins with an age (`The 52-year-old`), or the first line of the article speaks of somebody
/// whom the second names: `A bus driver has been thanked.`, `Jane Doe was driving …`.
fn is_told_around(draft: &Draft, first: &Mention) -> bool {
    let Some(own) = draft.paragraph(first.start).filter(|_| draft.is_body(first.start)) else { return false };
    let paragraphs = &draft.report.paragraphs;
    let text = |paragraph: Option<&Paragraph>| paragraph.map_or("", |paragraph| draft.at(paragraph.range()));
    let next = text(paragraphs[own + 1..].iter().find(|paragraph| draft.is_body(paragraph.start)));
    let has_age = next.starts_with("The ") && next.split(' ').nth(1).is_some_and(|word| word.ends_with("-year-old"));
    let opens_second_line = || {
        let mut lines = draft.body();
        let first_line = text(lines.next());
        (first_line.starts_with("A ") || first_line.starts_with("An "))
            && lines.next().is_some_and(|second| second.start == first.start)
    };
    has_age || opens_second_line()
}

/// Whether the word before a name may be a role: `manager Frank Delaney`, `State Sen. Dana Whitlock`.
fn has_role_before(draft: &Draft, first: &Mention) -> bool {
    let name = draft.at(first.range());
    let before = draft.before(first.start).trim_end();
    let before = [" Mr", " Mrs", " Ms", " Mr.", " Mrs.", " Ms."]
        .iter()
        .find_map(|title| before.strip_suffix(title))
        .unwrap_or(before);
    let word = before.rsplit([' ', '“', '"']).next().unwrap_or_default();
    let is_title = |word: &str| is_listed(TITLES, word.trim_end_matches('.'));
    let is_word = word.ends_with(|character: char| character.is_alphanumeric() || character == ',');
    let end = first.start - (draft.before(first.start).len() - before.len());
    // `In an interview, Jane Doe`
    let is_circumstance = || {
        let clause =
            before.strip_suffix(',').map(|clause| clause.rsplit([',', '.', '”', '"']).next().unwrap_or_default());
        clause.is_some_and(telling::is_occasion)
    };
    let is_verb = || draft.is_cue(Range { start: end - word.len(), end });
    name.split(' ').any(is_title)
        || is_title(word)
        || is_word
            && !is_verb()
            && !is_circumstance()
            && !is_listed(NO_ROLES, &word.trim_end_matches(',').to_lowercase())
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn a_name_alone_does_not_say_who_that_is() {
        let text = "The new rosters begin in May. Miriam Castle said that nobody would work longer hours.";
        assert_eq!(found("missing-role", text), ["Miriam Castle"]);
    }

    #[test]
    fn circumstances_are_no_role() {
        for who in [
            "Miriam Castle, speaking on Monday,",
            "In an interview on Monday, Miriam Castle",
            "Miriam Castle, for her part,",
        ] {
            let text = format!("The new rosters begin in May. {who} said that nobody would work longer hours.");
            assert_eq!(found("missing-role", &text), ["Miriam Castle"], "{who}");
        }
        let text = "The new rosters begin in May. “They are too long,” recalled Miriam Castle.";
        assert_eq!(found("missing-role", text), ["Miriam Castle"]);
    }

    #[test]
    fn a_sentence_about_somebody_tells_more() {
        for sentence in [
            "Miriam Castle runs the port.",
            "Miriam Castle has worked here for years.",
            "Miriam Castle became mayor in May.",
        ] {
            let text = format!("The new rosters begin in May.\n\n{sentence} “They are too long,” Castle said.");
            assert_eq!(found("missing-role", &text), [""; 0], "{sentence}");
        }
    }

    #[test]
    fn the_first_line_may_tell_of_whom_the_second_speaks() {
        let text = |first: &str| {
            format!(
                "{first} who pulled a boy from a river has been thanked by his family, the town said.\n\n\
                Kofi Mensah was on the way to Wexley when he saw the boy.\n\n“I did not think twice,” Mensah said."
            )
        };
        assert_eq!(found("missing-role", &text("A bus driver")), [""; 0]);
        assert_eq!(found("missing-role", &text("The ones")), ["Kofi Mensah"]);
    }

    #[test]
    fn roles_stand_before_or_behind_a_name() {
        for who in [
            "Miriam Castle, who runs the port,",
            "Port manager Miriam Castle",
            "Miriam Castle, a docker,",
            "Judge Miriam Castle",
        ] {
            let text = format!("The new rosters begin in May. {who} said that nobody would work longer hours.");
            assert_eq!(found("missing-role", &text), [""; 0], "{who}");
        }
    }
}
