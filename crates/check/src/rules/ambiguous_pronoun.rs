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

/// The probability from which on a name in one word is taken for that of a person.
const LEAST_CONFIDENCE_OF_NAMES: f32 = 0.7;

/// Words behind which a name tells of whom, where or for whom, and nobody takes it for the speaker.
const BESIDE_THE_POINT: &str = "of about like than as including named called from in at near over through under";

/// How an aside behind a name begins.
const ASIDES: &str = "who whose whom which where when a an the his her its their";

/// How many sentences back a pronoun is understood.
const FARTHEST: usize = 3;

/// Fewer words between marks may be a term that nobody says.
const LEAST_WORDS: usize = 6;

/// Words for several people, by which each of them is in view again.
const SEVERAL: &str = "both two they pair together each";

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let quotes = draft.quotes().filter(|quote| quote.confidence >= LEAST_CONFIDENCE && draft.is_statement(quote));
    let findings = quotes.filter_map(|quote| {
        let pronoun = quote.source?.range();
        let is_woman = match draft.at(pronoun).to_lowercase().as_str() {
            "he" => false,
            "she" => true,
            _ => return None,
        };
        let (before, own) = sentences_before(draft, quote, pronoun)?;
        let may_speak = |person: &&Entity| {
            let fits = gender::fits(draft, person, is_woman, own)
                || is_candidate(quote, person) && !gender::is_named(draft, person);
            fits && !is_named_in(draft, quote, person)
        };
        let people = antecedents(draft, &before, may_speak);
        let [one, other, ..] = people[..] else { return None };
        let is_other = quote.speaker_confidence >= Some(CERTAIN)
            && people.iter().all(|person| quote.speaker.as_ref() != Some(&person.id));
        if is_other {
            return None;
        }
        let message = format!("“{}” may mean {} or {}.", draft.at(pronoun), one.name, other.name);
        Some(Finding::new(pronoun, message))
    });
    findings.collect()
}

/// The sentences before the one of a quote, the last one first, and the range of its own up to the pronoun; none where that names somebody.
fn sentences_before(draft: &Draft, quote: &Quote, pronoun: Range) -> Option<(Vec<Range>, Range)> {
    let number = draft.paragraph(pronoun.start)?;
    let paragraph = draft.report.paragraphs[number].range();
    let content = draft.extent(quote).start;
    let opened = if content >= paragraph.start { content.min(pronoun.start) } else { pronoun.start };
    let all = |range: Range| {
        let own = sentences(draft.at(range)).into_iter();
        own.map(move |own| Range { start: range.start + own.start, end: range.start + own.end })
    };
    let mut before: Vec<Range> = all(Range { start: paragraph.start, end: opened }).collect();
    let text = draft.at(Range { start: paragraph.start, end: opened }).trim_end();
    // `On Monday he said`: the words before the pronoun are of its own sentence.
    let is_ended = text.ends_with(['.', '!', '?', ':', '”', '"', '’', '\'']);
    let start = if is_ended { opened } else { before.pop().map_or(opened, |own| own.start) };
    if !people(draft, Range { start, end: opened }).is_empty() {
        return None;
    }
    let previous = number.checked_sub(1).map(|number| draft.report.paragraphs[number].range());
    if let Some(previous) = previous.filter(|previous| draft.is_body(previous.start)) {
        before.splice(..0, all(previous));
    }
    before.reverse();
    before.truncate(FARTHEST);
    Some((before, Range { start, end: pronoun.end }))
}

/// Those who may be meant: the people of the sentences before, the last one first.
///
/// A sentence in which somebody speaks, or of which a pronoun is the subject, decides it if nobody is named behind it, unless a later one
/// speaks of both.
fn antecedents<'d>(draft: &Draft<'d>, before: &[Range], may_speak: impl Fn(&&Entity) -> bool) -> Vec<&'d Entity> {
    let mut found: Vec<&Entity> = Vec::new();
    let mut speaks_of_both = false;
    for &sentence in before {
        let (speaks, is_about_one) = (has_speaker(draft, sentence), has_pronoun(draft, sentence));
        if is_about_one && found.is_empty() && !speaks_of_both {
            break;
        }
        let mut people = people(draft, sentence);
        if speaks && found.is_empty() && !speaks_of_both {
            // To whom or beside whom somebody speaks, not of whom.
            people.retain(|person| !draft.is_reported(person, sentence));
        }
        people.retain(|person| may_speak(person) && !found.iter().any(|known| is_same(known, person)));
        found.extend(people);
        if speaks || is_about_one || found.len() > 1 {
            break;
        }
        speaks_of_both |= words::plain_words(draft.at(sentence)).iter().any(|word| is_listed(SEVERAL, word));
    }
    found
}

/// Whether somebody speaks in a sentence.
fn has_speaker(draft: &Draft, sentence: Range) -> bool {
    let is_inside = |at: usize| sentence.start <= at && at < sentence.end;
    draft.report.quotes.iter().any(|quote| {
        let has_words =
            quote.content.iter().any(|content| is_inside(content.start) || is_inside(content.end.saturating_sub(1)));
        let is_term = quote.source.is_none() && draft.quoted_words(quote).len() < LEAST_WORDS;
        // `Jane Doe, who has asked for an inquiry`, is no subject.
        let is_main = |source: Range| is_inside(source.start) && draft.at(source) != "who";
        let is_sure = quote.confidence >= LEAST_CONFIDENCE
            && draft.is_statement(quote)
            && quote.source.is_some_and(|source| is_main(source.range()));
        is_sure || has_words && !is_term && draft.at(sentence).contains(['“', '"', '‘'])
    })
}

/// Whether a pronoun is the subject of a sentence, so that the next one means the same person: `His wife told him`.
fn has_pronoun(draft: &Draft, sentence: Range) -> bool {
    let words = words::plain_words(draft.at(sentence));
    let starts_with_owner = words.first().is_some_and(|word| matches!(word.as_str(), "his" | "her"));
    starts_with_owner || words.iter().any(|word| matches!(word.as_str(), "he" | "she"))
}

/// The people whom a sentence names where a reader may take them for the speaker.
fn people<'d>(draft: &Draft<'d>, sentence: Range) -> Vec<&'d Entity> {
    let mut people: Vec<&Entity> = Vec::new();
    for (person, name) in draft.people_in(sentence).filter(|(_, mention)| mention.form != MentionForm::Pronoun) {
        let before = draft.at(Range { start: sentence.start, end: name.start });
        let is_whole = person.name.contains(' ')
            || person.confidence >= LEAST_CONFIDENCE_OF_NAMES
            || gender::is_named(draft, person);
        // `The James Cole Stadium` is no person.
        let is_longer = draft.after(name.end).trim_start().starts_with(char::is_uppercase);
        let is_meant = person.named && is_whole && !is_longer && !draft.is_thing(person);
        let is_known = people.iter().any(|known| is_same(known, person));
        if is_meant && !is_known && !draft.after(name.end).starts_with(['’', '\'']) && !is_aside(before) {
            people.push(person);
        }
    }
    people
}

/// Whether two names are those of one person, though the report may not know it: `Tabitha Were`, `Tabitha`.
fn is_same(one: &Entity, other: &Entity) -> bool {
    let (short, long) = if one.name.len() < other.name.len() { (one, other) } else { (other, one) };
    one.id == other.id
        || one.name.split(' ').next() == other.name.split(' ').next()
        || !short.name.contains(' ') && long.name.split([' ', '-']).any(|part| part == short.name)
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
        word.ends_with("ed") || is_listed(BESIDE_THE_POINT, word) || is_listed("with to by for in from under", word)
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
            "Peter Roe met John Doe, who has asked for an inquiry, on the sidewalk.",
            "Peter Roe met John Doe on the sidewalk. The street was still wet.",
            "Peter Roe told John Doe that the roof was gone.",
            "Peter Roe said that he had met John Doe. Both men were pale.",
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
