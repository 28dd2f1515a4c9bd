//! The same quote twice, with different words.

use std::collections::BTreeMap;

use whosaid::{Basis, Quote, QuoteKind, Range};

use super::Rule;
use crate::content_words::{is_function_word, stem};
use crate::draft::Draft;
use crate::numbers::parse_number;
use crate::sentences::sentences;
use crate::words::{common, contains, differ_by_a_letter, plain_words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "repeated-quote",
    reason: "Words between quotation marks are what was said, so they are the same wherever they are quoted.",
    severity: Severity::Error,
    check,
};

/// Shorter passages are alike by chance.
const LEAST_WORDS: usize = 6;

/// The share of words in common, in hundredths, from which on two passages are taken for the same.
const LEAST_SHARE: usize = 60;

/// The least words in common of passages of which the text tells nothing else that they share.
const LEAST_COMMON: usize = 4;

/// From this length on, passages beside each other are compared, and those of which the report does not know the speaker.
const LONG: usize = 8;

/// How many sentences back the same words are looked for, so that long texts take no longer than they must.
const FARTHEST: usize = 300;

/// A sentence that somebody says.
struct Said<'d> {
    quote: &'d Quote,
    range: Range,
    paragraph: usize,
    words: Vec<String>,
    /// What the words that carry meaning have in common with their other forms, once each.
    content: Vec<String>,
    /// The speaker's name.
    name: &'d str,
}

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    if draft.quotes().any(|quote| quote.basis == Basis::Turn) {
        return Vec::new();
    }
    let quotes = draft.spoken();
    let said: Vec<Said> =
        quotes.flat_map(|quote| quote.content.iter().flat_map(|&range| read(draft, quote, range))).collect();
    let uses = uses(draft);
    let mut findings = Vec::new();
    for (number, later) in said.iter().enumerate() {
        let mut before = said[number.saturating_sub(FARTHEST)..number].iter();
        if let Some(earlier) = before.find(|earlier| is_by_the_same(earlier, later) && is_same(earlier, later, &uses)) {
            let message = format!("The same words were quoted differently before: {}", draft.at(earlier.range).trim());
            findings.push(Finding::new(later.range, message));
        }
    }
    findings
}

/// The sentences of a part of a quote that stands between marks; no other marks are inside, since a quote within may be said again in
/// another frame.
fn read<'d>(draft: &Draft<'d>, quote: &'d Quote, part: Range) -> Vec<Said<'d>> {
    let is_spoken = quote.kind == QuoteKind::Direct || draft.at(part).starts_with(['“', '"', '‘']);
    let Some(paragraph) = draft.paragraph(part.start).filter(|_| is_spoken) else { return Vec::new() };
    let name = draft.report.speaker(quote).map_or("", |speaker| speaker.name.as_str());
    let own = sentences(draft.at(part)).into_iter();
    let own = own.map(|own| Range { start: part.start + own.start, end: part.start + own.end }).map(|range| {
        let text = draft.at(range).trim_matches(['“', '”', '"', '‘', '’', '\'']);
        let words = if text.contains(['“', '‘', '"']) { Vec::new() } else { plain_words(text) };
        let mut content: Vec<String> = words
            .iter()
            .filter(|word| !is_function_word(word) || parse_number(word).is_some())
            .map(|word| meaning(word))
            .collect();
        content.sort_unstable();
        content.dedup();
        Said { quote, range, paragraph, words, content, name }
    });
    own.filter(|said| said.words.len() >= LEAST_WORDS).collect()
}

/// A word without its ending; a number as its value, so that `fourteen` is `14`.
fn meaning(word: &str) -> String {
    parse_number(word).map_or_else(|| stem(word), |value| value.to_string())
}

/// How often the text uses a word, in any form.
fn uses(draft: &Draft) -> BTreeMap<String, usize> {
    let mut uses = BTreeMap::new();
    for paragraph in draft.body() {
        for word in plain_words(draft.at(paragraph.range())) {
            *uses.entry(meaning(&word)).or_default() += 1;
        }
    }
    uses
}

/// Whether one person may have said both, in different quotes.
fn is_by_the_same(earlier: &Said, later: &Said) -> bool {
    let (one, other) = (likely_speaker(earlier.quote), likely_speaker(later.quote));
    let is_one = one.is_none() || other.is_none() || one == other || differ_by_a_letter(earlier.name, later.name);
    earlier.quote.id != later.quote.id && is_one
}

/// The speaker of a quote, or whoever most likely is.
fn likely_speaker(quote: &Quote) -> Option<&str> {
    quote.speaker.as_deref().or_else(|| Some(quote.candidates.first()?.entity.as_str()))
}

/// Whether two sentences say the same: with most of their words in common, or with words that the text has nowhere else.
fn is_same(earlier: &Said, later: &Said, uses: &BTreeMap<String, usize>) -> bool {
    let shared: Vec<&String> = earlier.content.iter().filter(|word| later.content.contains(word)).collect();
    if shared.is_empty() || contains(&later.words, &earlier.words) || contains(&earlier.words, &later.words) {
        return false;
    }
    let (short, long) = (earlier.words.len().min(later.words.len()), earlier.words.len().max(later.words.len()));
    let in_order = common(&earlier.words, &later.words);
    if short >= LONG && in_order * 100 >= long * LEAST_SHARE {
        return true;
    }
    // Two sentences in a row may have the same words to make a point.
    if later.paragraph <= earlier.paragraph + 1
        || likely_speaker(earlier.quote).is_none()
        || likely_speaker(later.quote).is_none()
    {
        return false;
    }
    let own_uses = |shared: &String| {
        let all = earlier.words.iter().chain(&later.words);
        all.filter(|word| meaning(word) == *shared).count()
    };
    let rare = shared.iter().filter(|shared| uses.get(**shared).is_none_or(|&uses| uses <= own_uses(shared))).count();
    rare >= 2 || in_order >= LEAST_COMMON && in_order * 100 >= short * LEAST_SHARE
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    /// Two quotes of one speaker with a paragraph in between.
    fn twice(first: &str, second: &str) -> Vec<String> {
        let text = format!(
            "“{first},” said Jane Doe, the manager.\n\nIt had rained all week, and the roads in the valley were closed.\n\n“{second},” Doe said."
        );
        found("repeated-quote", &text)
    }

    #[test]
    fn the_same_words_are_quoted_alike() {
        let text = "“We will not fly a single passenger until we know why,” said Jane Doe, the manager.\n\nIn a message, Doe wrote: \
            “We will not fly one passenger until we know the reason.”";
        assert_eq!(found("repeated-quote", text), ["“We will not fly one passenger until we know the reason.”"]);
        let text = text.replace("one passenger until we know the reason", "a single passenger until we know why");
        assert_eq!(found("repeated-quote", &text), [""; 0]);
    }

    #[test]
    fn other_words_may_say_the_same() {
        for (first, second) in [
            (
                "I showed it to plumbers, to painters and to my landlord, and none of them noticed",
                "My landlord saw it, plumbers and painters saw it, and nobody ever noticed",
            ),
            (
                "I had seven boats and twelve crews to send out",
                "There were seven ships and twelve crews waiting for one",
            ),
            (
                "I fed her cats, and she thanked me at the gate",
                "I looked after the cats for her, and she thanked me warmly at the gate",
            ),
            (
                "A loss I can explain to people, but I could not explain that one to my mother",
                "I could explain a defeat, but not even my mother would have believed that one",
            ),
            ("They had fourteen ships in the bay", "There were 14 of them in that bay"),
            (
                "The fire is gone by then. It is the bricks that remember",
                "The fire has left by then. It is the stones that know",
            ),
        ] {
            assert_eq!(twice(first, second).len(), 1, "{second}");
            assert_eq!(twice(first, first), [""; 0]);
        }
    }

    #[test]
    fn speakers_may_repeat_a_phrase() {
        let text = "“We will not forget those who were here before us,” said Jane Doe, the mayor.\n\n\
            “We will not stop until every street of this town has light,” Doe said.";
        assert_eq!(found("repeated-quote", text), [""; 0]);
        for (first, second) in [
            ("We will mend the road before the winter comes", "We will not let the road take the whole budget"),
            ("I had seven boats and twelve crews to send out", "I have been here for seven years and nobody called me"),
            ("The water came up to the door of the mill", "The water is gone now and the shop is open"),
        ] {
            assert_eq!(twice(first, second), [""; 0], "{second}");
        }
    }

    #[test]
    fn two_people_may_say_the_same() {
        let text = "“We will not fly a single passenger until we know why,” said Jane Doe, the manager.\n\n\
            “We will not fly a single passenger until we know the reason,” said John Roe, a pilot.";
        assert_eq!(found("repeated-quote", text), [""; 0]);
    }
}
