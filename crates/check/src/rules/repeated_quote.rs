//! The same quote twice, with different words.

use std::collections::BTreeMap;

use whosaid::{Basis, Quote, QuoteKind, Range};

use super::Rule;
use crate::content_words::{is_function_word, stem};
use crate::draft::Draft;
use crate::numbers::parse_number;
use crate::sentences::sentences;
use crate::words::{common, contains, differ_by_a_letter, plain_words, words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "repeated-quote",
    reason: "Words between quotation marks are what was said, so they are the same wherever they are quoted.",
    severity: Severity::Error,
    check,
};

/// Shorter passages are alike by chance.
const LEAST_WORDS: usize = 8;

/// The share of words in common, in hundredths, from which on two passages are taken for the same.
const LEAST_SHARE: usize = 60;

/// The share of the words that carry meaning, where they may stand in another order.
const LEAST_SHARE_OF_CONTENT: usize = 50;

/// Sentences with fewer words are compared together with the next one, too.
const SHORT_SENTENCE: usize = 9;

/// How many sentences back the same words are looked for, so that long texts take no longer than they must.
const FARTHEST: usize = 300;

/// A sentence that somebody says, or two short ones.
struct Said<'d> {
    quote: &'d Quote,
    range: Range,
    paragraph: usize,
    words: Vec<String>,
    /// The stems of the words that carry meaning.
    content: Vec<String>,
    /// The speaker's name.
    name: &'d str,
    numbers: Vec<String>,
    is_pair: bool,
}

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    if draft.quotes().any(|quote| quote.basis == Basis::Turn) {
        return Vec::new();
    }
    let said = read(draft);
    let uses = uses(draft);
    let mut findings = Vec::new();
    for (number, later) in said.iter().enumerate() {
        let mut before = said[number.saturating_sub(FARTHEST)..number].iter();
        let earlier = before.find(|earlier| is_by_the_same(earlier, later) && is_same(earlier, later, &uses));
        let is_told = findings.last().is_some_and(|last: &Finding| later.range.start < last.range.end);
        if let Some(earlier) = earlier.filter(|_| !is_told) {
            let message = format!("The same words were quoted differently before: {}", draft.at(earlier.range).trim());
            findings.push(Finding::new(later.range, message));
        }
    }
    findings
}

/// The passages of the text that are compared.
fn read<'d>(draft: &Draft<'d>) -> Vec<Said<'d>> {
    let quotes = draft.spoken().filter(|quote| quote.kind == QuoteKind::Direct);
    let sentences: Vec<(&Quote, Range)> = quotes
        .flat_map(|quote| quote.content.iter().map(move |&range| (quote, range)))
        .flat_map(|(quote, range)| {
            let own = sentences(draft.at(range)).into_iter();
            own.map(move |own| (quote, Range { start: range.start + own.start, end: range.start + own.end }))
        })
        .collect();
    let mut said = Vec::new();
    for (number, &(quote, range)) in sentences.iter().enumerate() {
        let own = passage(draft, quote, &[range]);
        let next = sentences.get(number + 1).filter(|(next, other)| {
            let is_short = own.as_ref().is_some_and(|own| own.words.len() < SHORT_SENTENCE);
            let is_one = next.speaker == quote.speaker && draft.paragraph(other.start) == draft.paragraph(range.start);
            is_short && is_one
        });
        let pair = next.and_then(|(_, other)| passage(draft, quote, &[range, *other]));
        said.extend(own.into_iter().chain(pair).filter(|said| said.words.len() >= LEAST_WORDS));
    }
    said
}

/// A sentence or two, if no other marks are inside: a quote within may be said again in another frame.
fn passage<'d>(draft: &Draft<'d>, quote: &'d Quote, ranges: &[Range]) -> Option<Said<'d>> {
    let (first, last) = (ranges.first()?, ranges.last()?);
    let is_plain =
        |range: &Range| !draft.at(*range).trim_matches(['“', '”', '"', '‘', '’', '\'']).contains(['“', '‘', '"']);
    let words: Vec<String> = ranges.iter().flat_map(|range| plain_words(draft.at(*range))).collect();
    let mut content: Vec<String> = words.iter().filter(|word| !is_function_word(word)).map(|word| stem(word)).collect();
    content.sort_unstable();
    content.dedup();
    let numbers = words.iter().filter(|word| parse_number(word).is_some()).cloned().collect();
    let range = Range { start: first.start, end: last.end };
    let name = draft.report.speaker(quote).map_or("", |speaker| speaker.name.as_str());
    let paragraph = draft.paragraph(range.start)?;
    ranges.iter().all(is_plain).then_some(Said {
        quote,
        range,
        paragraph,
        words,
        content,
        numbers,
        name,
        is_pair: ranges.len() > 1,
    })
}

/// How often the text uses a stem.
fn uses(draft: &Draft) -> BTreeMap<String, usize> {
    let mut uses = BTreeMap::new();
    for paragraph in draft.body() {
        for word in words(draft.at(paragraph.range())) {
            *uses.entry(stem(&word.plain)).or_default() += 1;
        }
    }
    uses
}

/// Whether one person may have said both, in different quotes.
fn is_by_the_same(earlier: &Said, later: &Said) -> bool {
    let (one, other) = (&earlier.quote.speaker, &later.quote.speaker);
    let is_one = one.is_none() || other.is_none() || one == other || differ_by_a_letter(earlier.name, later.name);
    earlier.quote.id != later.quote.id && is_one
}

fn is_same(earlier: &Said, later: &Said, uses: &BTreeMap<String, usize>) -> bool {
    if contains(&later.words, &earlier.words) || contains(&earlier.words, &later.words) {
        return false;
    }
    let (short, long) = (earlier.words.len().min(later.words.len()), earlier.words.len().max(later.words.len()));
    let shared: Vec<&String> = earlier.content.iter().filter(|stem| later.content.contains(stem)).collect();
    if shared.is_empty() {
        return false;
    }
    let in_order = common(&earlier.words, &later.words);
    if in_order * 100 >= long * LEAST_SHARE {
        return true;
    }
    // Two sentences in a row may have the same words to make a point.
    if later.paragraph <= earlier.paragraph + 1 || earlier.quote.speaker.is_none() || later.quote.speaker.is_none() {
        return false;
    }
    // Words that nothing but these two sentences has.
    let own_uses = |stem: &String| {
        let all = earlier.words.iter().chain(&later.words);
        all.filter(|word| self::stem(word) == *stem).count()
    };
    let is_rare =
        |stem: &String| parse_number(stem).is_none() && uses.get(stem).is_none_or(|&uses| uses <= own_uses(stem));
    let rare = shared.iter().filter(|stem| is_rare(stem)).count();
    let least = earlier.content.len().min(later.content.len());
    let telling = shared.iter().filter(|stem| !matches!(stem.as_str(), "com" | "go")).count();
    let has_content = telling >= 3 && rare >= 1 && shared.len() * 100 >= least * LEAST_SHARE_OF_CONTENT;
    let has_frame = in_order * 100 >= short * LEAST_SHARE;
    if earlier.is_pair || later.is_pair {
        return has_frame;
    }
    let has_words = rare >= 2 && in_any_order(&earlier.words, &later.words) * 100 >= short * LEAST_SHARE;
    let has_numbers =
        earlier.numbers.len() >= 2 && earlier.numbers == later.numbers && shared.len() * 100 >= least * 40 && rare >= 1;
    has_content || has_frame || has_words || has_numbers
}

/// The number of words that two passages have in common, in any order.
fn in_any_order(one: &[String], other: &[String]) -> usize {
    let mut left: Vec<&String> = other.iter().collect();
    let mut taken = |word: &String| left.iter().position(|known| *known == word).map(|at| left.swap_remove(at));
    one.iter().filter(|word| taken(word).is_some()).count()
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
            ("The water came up to the door of the shop", "The water is gone now and the shop is open"),
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
