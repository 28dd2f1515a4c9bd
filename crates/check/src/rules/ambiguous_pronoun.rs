//! A pronoun that may mean two people.

use whosaid::{Entity, MentionForm, Quote, Range};

use super::Rule;
use crate::draft::Draft;
use crate::sentences::sentences;
use crate::words::is_listed;
use crate::{Finding, Settings, Severity, gender, words};

pub const RULE: Rule = Rule {
    id: "ambiguous-pronoun",
    reason: "Readers must not have to guess which of two people speaks.",
    severity: Severity::Warning,
    check,
};

/// How sure the report must be of a quote.
const LEAST_CONFIDENCE: f32 = 0.4;

/// The probability from which on the report takes somebody else for the speaker.
const CERTAIN: f32 = 0.9;

/// Words behind which a name tells of whom, where or for whom, and nobody takes it for the speaker.
const BESIDE_THE_POINT: &str = "of for in from under about like than on as including at over named called through";

/// How an aside behind a name begins.
const ASIDES: &str = "who whose whom which where when a an the his her its their";

/// A subject that is a pronoun already.
const SUBJECTS: &[&str] = &["he", "she", "his", "her"];

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let quotes = draft.quotes().filter(|quote| quote.confidence >= LEAST_CONFIDENCE && draft.is_statement(quote));
    let findings = quotes.filter_map(|quote| {
        let pronoun = quote.source?.range();
        let is_woman = match draft.at(pronoun).to_lowercase().as_str() {
            "he" => false,
            "she" => true,
            _ => return None,
        };
        let (before, own) = sentence_before(draft, quote, pronoun)?;
        let people: Vec<&Entity> = people(draft, before)
            .into_iter()
            .filter(|person| {
                gender::fits(draft, person, is_woman, own)
                    || is_candidate(quote, person) && !gender::is_named(draft, person)
            })
            .filter(|person| !is_named_in(draft, quote, person))
            .collect();
        let [one, other, ..] = people[..] else { return None };
        let is_other = quote.speaker.is_some()
            && quote.speaker_confidence >= Some(CERTAIN)
            && people.iter().all(|person| quote.speaker.as_ref() != Some(&person.id));
        if is_other {
            return None;
        }
        let message = format!("“{}” may mean {} or {}.", draft.at(pronoun), one.name, other.name);
        Some(Finding::new(pronoun, message))
    });
    findings.collect()
}

/// The sentence before the one of a quote that opens it, and the range of the latter; none where either tells who speaks.
fn sentence_before(draft: &Draft, quote: &Quote, pronoun: Range) -> Option<(Range, Range)> {
    let number = draft.paragraph(pronoun.start)?;
    let paragraph = draft.report.paragraphs[number].range();
    let content = draft.extent(quote).start;
    let opened = if content >= paragraph.start { content.min(pronoun.start) } else { pronoun.start };
    let before = draft.at(Range { start: paragraph.start, end: opened });
    let found = sentences(before);
    let is_ended =
        before.trim_end().is_empty() || before.trim_end().ends_with(['.', '!', '?', ':', '”', '"', '’', '\'']);
    let (last, sentence, start) = match (found.last(), is_ended) {
        (Some(last), true) => (paragraph.start, *last, opened),
        // `On Monday he said`: the words before the pronoun are of its own sentence.
        (Some(own), false) if found.len() > 1 => (paragraph.start, found[found.len() - 2], paragraph.start + own.start),
        (own, _) => {
            let previous = draft.report.paragraphs[number.checked_sub(1)?];
            let sentence = *sentences(draft.at(previous.range())).last()?;
            (previous.start, sentence, own.map_or(opened, |own| paragraph.start + own.start))
        }
    };
    let own = Range { start, end: pronoun.end };
    let sentence = Range { start: last + sentence.start, end: last + sentence.end };
    let names_somebody = !people(draft, Range { start, end: opened }).is_empty();
    (draft.is_body(sentence.start) && !names_somebody && !has_subject(draft, sentence)).then_some((sentence, own))
}

/// Whether somebody speaks in a sentence or a pronoun is its subject, so that the next pronoun means the same person.
fn has_subject(draft: &Draft, sentence: Range) -> bool {
    let is_inside = |at: usize| sentence.start <= at && at < sentence.end;
    let first = words::plain_words(draft.at(sentence)).into_iter().next().unwrap_or_default();
    let speaks = draft.report.quotes.iter().any(|quote| {
        let has_words =
            quote.content.iter().any(|content| is_inside(content.start) || is_inside(content.end.saturating_sub(1)));
        let is_sure = quote.confidence >= LEAST_CONFIDENCE
            && (draft.is_statement(quote) || quote.cue.as_ref().is_some_and(|cue| cue.lemma == "ask"))
            && quote.source.is_some_and(|source| is_inside(source.start));
        is_sure || has_words && draft.at(sentence).contains(['“', '"', '‘'])
    });
    speaks || SUBJECTS.contains(&first.as_str())
}

/// The people whom a sentence names where a reader may take them for the speaker.
fn people<'d>(draft: &Draft<'d>, sentence: Range) -> Vec<&'d Entity> {
    let mut people: Vec<&Entity> = Vec::new();
    for (person, name) in draft.people_in(sentence).filter(|(_, mention)| mention.form == MentionForm::Name) {
        let before = draft.at(Range { start: sentence.start, end: name.start });
        let is_whole = person.name.contains(' ') || gender::is_named(draft, person);
        // `The James Cole Stadium` is no person.
        let is_longer = draft.after(name.end).trim_start().starts_with(char::is_uppercase);
        let is_meant = person.named && is_whole && !is_longer && !draft.is_thing(person);
        let is_known = people.iter().any(|known| known.id == person.id);
        if is_meant && !is_known && !draft.after(name.end).starts_with(['’', '\'']) && !is_aside(before) {
            people.push(person);
        }
    }
    people
}

/// Whether a name behind these words of its sentence is part of a description: `, the lawyer for`, `, who had worked with`.
fn is_aside(before: &str) -> bool {
    let clause = before.rsplit([',', '(', '–', '—', ';']).next().unwrap_or_default();
    let words = words::plain_words(clause);
    let is_beside = words.last().is_some_and(|word| is_listed(BESIDE_THE_POINT, word));
    let is_behind = clause.len() < before.len();
    is_beside || is_behind && words.len() > 1 && is_listed(ASIDES, &words[0]) && !is_title(clause)
}

/// Whether words are an article with a role: ` the state forester`.
fn is_title(clause: &str) -> bool {
    let words = words::plain_words(clause);
    !words.iter().skip(1).any(|word| {
        word.ends_with("ed") || is_listed(BESIDE_THE_POINT, word) || matches!(word.as_str(), "with" | "to" | "by")
    }) && !matches!(words[0].as_str(), "who" | "whose" | "whom" | "which" | "where" | "when")
}

/// Whether the report thinks that somebody may have said it too.
fn is_candidate(quote: &Quote, person: &Entity) -> bool {
    quote.candidates.iter().any(|candidate| candidate.entity == person.id && candidate.confidence >= 0.2)
}

/// Whether the speaker talks about this person, who is then not the speaker.
fn is_named_in(draft: &Draft, quote: &Quote, person: &Entity) -> bool {
    let mut names = person.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
    names.any(|name| quote.content.iter().any(|content| content.start <= name.start && name.end <= content.end))
        || quote.content.iter().any(|&content| {
            let surname = person.name.rsplit(' ').next().unwrap_or_default();
            draft.at(content).contains(surname)
        })
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    fn after(sentence: &str) -> Vec<String> {
        found(
            "ambiguous-pronoun",
            &format!(
                "The mill burned down on Sunday, the police said. {sentence} “The smell of smoke was all over the street,” he said.\n\n\
                Nobody was hurt in the fire, and the street was open again by noon."
            ),
        )
    }

    #[test]
    fn a_pronoun_has_one_meaning() {
        let text = include_str!("../../tests/drafts/own/faults-07-merger.txt");
        assert_eq!(found("ambiguous-pronoun", text), ["She"]);
        let text = text.replace("Laura Menzies met Karen Whitford", "Laura Menzies was there");
        assert_eq!(found("ambiguous-pronoun", &text), [""; 0]);
    }

    #[test]
    fn a_sentence_before_names_two_people() {
        for sentence in [
            "Peter Roe, a fire inspector, met John Doe, the owner, on the sidewalk.",
            "Peter Roe and the owner, John Doe, walked through the ruins.",
            "Peter Roe, who leads the inquiry, had breakfast with John Doe on Monday.",
            "Peter Roe questioned John Doe in the ruins.",
            "Mr Roe and Mr Doe have known each other for years.",
        ] {
            assert_eq!(after(sentence), ["he"], "{sentence}");
        }
    }

    #[test]
    fn one_of_two_people_is_meant_where_the_text_tells() {
        for sentence in [
            "Peter Roe, a fire inspector, met Mary Doe, the owner, on the sidewalk.",
            "Peter Roe said that John Doe, the owner, was away.",
            "Peter Roe, the lawyer for John Doe, walked through the ruins.",
            "Peter Roe walked through the ruins of John Doe’s mill.",
            "He met Peter Roe and John Doe on the sidewalk.",
            "Peter Roe, who once worked for John Doe, walked through the ruins.",
            "Peter Roe walked through the John Doe Museum.",
        ] {
            assert_eq!(after(sentence), [""; 0], "{sentence}");
        }
    }

    #[test]
    fn nobody_is_meant_who_is_named_in_the_words() {
        let text = "Peter Roe, a fire inspector, met John Doe, the owner, on the sidewalk. “Doe was not surprised at all,” he said.";
        assert_eq!(found("ambiguous-pronoun", text), [""; 0]);
    }
}
