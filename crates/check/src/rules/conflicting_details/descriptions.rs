//! Descriptions that can only mean one person, though the report does not say so: `The departing health secretary`, `the 52-year-old`.

use whosaid::{Entity, MentionForm, Range};

use super::Place;
use crate::draft::Draft;
use crate::sentences::sentences;

/// Verbs that end a description.
const VERBS: &[&str] = &[" was ", " is ", " has ", " had ", " will ", " would ", " said", " told ", " says"];

/// The descriptions of a text, each with the `id` of the person.
pub fn all<'d>(draft: &Draft<'d>) -> Vec<(&'d str, Place<'d>)> {
    let mut found = Vec::new();
    for (number, paragraph) in draft.report.paragraphs.iter().enumerate() {
        if draft.is_body(paragraph.start) {
            found.extend(openings(draft, paragraph.range()));
            found.extend(bare_ages(draft, number));
        }
    }
    found
}

/// Sentences that begin with a description where the one before, and a pronoun in it, mean one person.
fn openings<'d>(draft: &Draft<'d>, paragraph: Range) -> Vec<(&'d str, Place<'d>)> {
    let text = draft.at(paragraph);
    let mut found = Vec::new();
    if !text.contains("The ") {
        return found;
    }
    for pair in sentences(text).windows(2) {
        let whole = |own: Range| Range { start: paragraph.start + own.start, end: paragraph.start + own.end };
        let (previous, own) = (whole(pair[0]), whole(pair[1]));
        let sentence = draft.at(own);
        let Some(description) = sentence.strip_prefix("The ") else { continue };
        let Some(person) = only(draft.people_in(previous).chain(draft.people_in(own)).map(|(person, _)| person)) else {
            continue;
        };
        let is_in_both = draft.people_in(previous).next().is_some() && draft.people_in(own).next().is_some();
        if is_in_both && draft.people_in(own).all(|(_, mention)| mention.form == MentionForm::Pronoun) {
            let end = description.find([',', '.', '“', '”', '"', ';']).unwrap_or(description.len());
            let words = first_words(&description[..end], 5);
            let verb = VERBS.iter().filter_map(|verb| words.find(verb)).min();
            let words = &words[..verb.unwrap_or(words.len())];
            let range = Range { start: own.start + 4, end: own.start + 4 + words.len() };
            let after = &sentence[4 + words.len()..];
            found
                .push((person.id.as_str(), Place { before: "", own: words, after, form: MentionForm::Nominal, range }));
        }
    }
    found
}

/// Places like `the 52-year-old was thanked`, with no name, where the words before are about nobody but one person.
fn bare_ages<'d>(draft: &Draft<'d>, number: usize) -> Vec<(&'d str, Place<'d>)> {
    let paragraph = draft.report.paragraphs[number].range();
    let text = draft.at(paragraph);
    let only_about = |range: Range| {
        let told = draft
            .people_in(range)
            .filter(|(_, mention)| mention.form != MentionForm::Nominal && !draft.is_quoted(mention.start));
        only(told.map(|(person, _)| person))
    };
    let mut found = Vec::new();
    for (at, _) in text.match_indices("-year-old") {
        let Some(start) = text[..at].rfind(' ').map(|space| space + 1) else { continue };
        let Some(article) = ["the ", "The "].iter().find(|article| text[..start].ends_with(*article)) else { continue };
        let (own, behind) = (&text[start..at + 9], &text[at + 9..]);
        let next = behind.trim_start().split(' ').next().unwrap_or_default();
        let is_bare = behind.starts_with([',', '.', '’', '\''])
            || next.ends_with("ed")
            || VERBS.iter().any(|verb| verb.trim() == next);
        // `The 52-year-old teacher` is somebody whom the text knows, but not one of whom it gave this age before.
        let is_known = || {
            let clause = behind.split(['.', ',']).next().unwrap_or_default();
            *article == "The "
                && !clause.contains(char::is_uppercase)
                && !draft.text[..paragraph.start + start].contains(own)
        };
        let place = Range { start: paragraph.start + start, end: paragraph.start + at + 9 };
        if draft.is_quoted(place.start) || !is_bare && !is_known() {
            continue;
        }
        let previous = || number.checked_sub(1).map(|number| draft.report.paragraphs[number].range());
        let is_first = start == article.len();
        let before = if is_first { previous() } else { Some(Range { start: paragraph.start, end: place.start }) };
        if let Some(person) = before.and_then(only_about) {
            let described = Place { before: "", own, after: "", form: MentionForm::Nominal, range: place };
            found.push((person.id.as_str(), described));
        }
    }
    found
}

/// The person whom all mentions mean.
fn only<'d>(mut people: impl Iterator<Item = &'d Entity>) -> Option<&'d Entity> {
    let first = people.next()?;
    people.all(|person| person.id == first.id).then_some(first)
}

fn first_words(text: &str, count: usize) -> &str {
    let end = text.match_indices(' ').nth(count - 1).map_or(text.len(), |(at, _)| at);
    &text[..end]
}
