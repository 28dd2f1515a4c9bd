//! A quote whose speaker is not told.

use whosaid::{Basis, Quote, QuoteKind, Range};

use super::Rule;
use crate::draft::Draft;
use crate::sentences::sentences;
use crate::words::{is_listed, plain_words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "unattributed-quote",
    reason: "Readers must be told who said the words between quotation marks.",
    severity: Severity::Error,
    check,
};

/// Shorter passages in quotation marks may be something else than speech.
const LEAST_WORDS: usize = 4;

/// Words beside a quote that may tell who speaks.
const TELLERS: &str = "he she they i we said says read reads called cried told added";

/// Words of a sentence that announces what somebody wrote or said.
const WRITING: &str = "wrote writes letter email statement note message posted tweeted apologised apologized replied answered asked \
    explained complained recalled joked shouted";

/// Participles that report words without `as`; in the passive, without `by`, they leave out who said them.
const REPORTED: &str =
    "called dubbed branded labelled labeled likened compared told promised warned assured billed termed deemed said";

/// Participles before `as` by which something is named or put into a list, and nobody is quoted.
const NAMED: &str = "known listed sold registered translated published released marketed used filed performed entered marked \
    stamped";

/// Forms of the verb that makes a passive.
const PASSIVE: &str = "was were is are been being be gets got getting";

/// Where the same sentence tells whose words they are.
const WHOSE: &str = "according said says wrote whom letter report review ruling statement complaint lawsuit advertisement brochure \
    newspaper magazine sign asked words";

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let direct = draft.quotes().filter(|quote| quote.kind == QuoteKind::Direct);
    let untold = direct.filter(|quote| draft.quoted_words(quote).len() >= LEAST_WORDS && !is_told(draft, quote));
    let mut ranges: Vec<Range> = untold.map(|quote| draft.extent(quote)).collect();
    // A part of a sentence, which the report may take for a term or a part of a statement.
    let parts = draft
        .quotes()
        .filter(|quote| quote.speaker.is_none() && !quote.anonymous)
        .flat_map(|quote| quote.content.iter().copied());
    let marked = draft.report.marked.iter().map(|marked| Range { start: marked.start, end: marked.end });
    let parts = parts.map(|piece| {
        let opening = draft.at(piece).find(['“', '"', '‘']).unwrap_or(0);
        Range { start: piece.start + opening, end: piece.end }
    });
    for part in parts.chain(marked).filter(|part| draft.is_body(part.start) && is_passive_part(draft, *part)) {
        if !ranges.iter().any(|range| range.start < part.end && part.start < range.end) {
            ranges.push(part);
        }
    }
    ranges.into_iter().map(|range| Finding::new(range, "It is not said who says this.".to_owned())).collect()
}

/// Whether a passage between marks stands behind a passive that leaves out who said it: `it was once called “…”`.
fn is_passive_part(draft: &Draft, part: Range) -> bool {
    let text = draft.at(part);
    let Some(quoted) = text.strip_prefix(['“', '"', '‘', '\'']) else { return false };
    let is_name =
        quoted.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() * 2 > quoted.split(' ').count();
    if is_name || plain_words(text).len() < LEAST_WORDS {
        return false;
    }
    let Some(number) = draft.paragraph(part.start) else { return false };
    let paragraph = draft.report.paragraphs[number].range();
    let before = draft.at(Range { start: paragraph.start, end: part.start });
    let sentence = before.rsplit(['.', '”', '"']).next().unwrap_or_default();
    let behind = draft.at(Range { start: part.end, end: paragraph.end });
    let behind = behind.split(['.', '“', '"', '‘']).next().unwrap_or_default();
    let (words, rest) = (plain_words(sentence), plain_words(behind));
    let last = words.len().saturating_sub(5);
    let reported = words[last..].iter().rposition(|word| is_listed(REPORTED, word));
    let reported = reported.map(|at| at + last).or_else(|| participle_before_as(&words));
    let Some(reported) = reported else { return false };
    let passive = words[..reported].iter().rposition(|word| is_listed(PASSIVE, word));
    // `The stadium, once hailed as`.
    let is_short = matches!(
        words[..reported].last().map_or("", String::as_str),
        "once" | "long" | "often" | "widely" | "sometimes" | "frequently"
    );
    let is_passive = is_short || passive.is_some_and(|at| reported - at <= 3);
    let tells = |words: &[String]| words.iter().any(|word| is_listed(WHOSE, word));
    let by = |words: &[String]| words.iter().any(|word| word == "by");
    is_passive && !tells(&words) && !tells(&rest) && !by(&words[reported..]) && !by(&rest[..rest.len().min(3)])
}

/// The participle before `as` at the end of some words: `was once written off as`, `is seen as`.
fn participle_before_as(words: &[String]) -> Option<usize> {
    let before = words.strip_suffix(&["as".to_owned()])?;
    let at = match before {
        [.., _, particle] if matches!(particle.as_str(), "off" | "up" | "to" | "down") => before.len() - 2,
        _ => before.len().checked_sub(1)?,
    };
    let word = before[at].as_str();
    let is_participle =
        word.ends_with("ed") || word.ends_with("en") || matches!(word, "seen" | "sold" | "held" | "thought");
    (is_participle && !is_listed(NAMED, word)).then_some(at)
}

fn is_told(draft: &Draft, quote: &Quote) -> bool {
    let extent = draft.extent(quote);
    let Some(own) = draft.paragraph(extent.start) else { return true };
    if quote.cue.is_some() || quote.source.is_some() || quote.anonymous || quote.basis == Basis::Turn {
        return true;
    }
    let opens = draft.at(Range { start: draft.report.paragraphs[own].start, end: extent.start }).trim().is_empty();
    names_somebody(draft, quote, own) || opens && own.checked_sub(1).is_some_and(|before| leads_in(draft, before))
}

/// Whether a paragraph has words beside a quote that may tell who speaks.
fn names_somebody(draft: &Draft, quote: &Quote, number: usize) -> bool {
    let paragraph = draft.report.paragraphs[number];
    let extent = draft.extent(quote);
    let beside = [Range { start: paragraph.start, end: extent.start }, Range { start: extent.end, end: paragraph.end }];
    beside.iter().any(|&range| {
        let text = draft.at(range);
        let tells = |word: &String| is_listed(TELLERS, word) || is_listed(WRITING, word);
        let has_teller = plain_words(text).iter().any(tells);
        has_teller || text.contains([':', '“', '"']) || is_mentioned(draft, range)
    })
}

/// Whether the paragraph before a quote has a quote, names a person or announces words.
fn leads_in(draft: &Draft, number: usize) -> bool {
    let range = draft.report.paragraphs[number].range();
    let text = draft.at(range);
    let last = sentences(text).last().map_or("", |last| &text[last.start..last.end]);
    let has_teller = plain_words(last).iter().any(|word| is_listed(WRITING, word));
    draft.has_quote(range) || has_teller || text.trim_end().ends_with([':', '”', '"']) || is_mentioned(draft, range)
}

/// Whether a person is mentioned in a range.
fn is_mentioned(draft: &Draft, range: Range) -> bool {
    draft.people_in(range).next().is_some()
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn a_quote_needs_a_speaker() {
        let text = "The library will close in June, the council decided.\n\n\
            “My daughter learned to read in that building.”\n\nThe vote was close.";
        assert_eq!(found("unattributed-quote", text), ["“My daughter learned to read in that building.”"]);
    }

    #[test]
    fn a_quote_may_go_on_in_the_next_paragraph() {
        let text = "Jane Doe, the mayor, said she was sorry.\n\n“We will rebuild all of it, and soon.”\n\n\
            “It works well enough for us,” said John Roe, a baker.";
        assert_eq!(found("unattributed-quote", text), [""; 0]);
    }

    /// What is found of a sentence in a draft that tells nothing else.
    fn in_text(sentence: &str) -> Vec<String> {
        let text = format!(
            "The bridge will close on Monday, the council decided. {sentence} It dates from 1938.\n\nJane Doe, the mayor, said she was sorry."
        );
        found("unattributed-quote", &text)
    }

    #[test]
    fn a_passive_leaves_out_who_spoke() {
        for sentence in [
            "At a meeting a decade ago it was called “a bad day that has been scheduled,” and the plan was dropped.",
            "The stadium, once hailed as “the finest ground in the north of England”, is to be pulled down.",
            "The workers had been told it was “a temporary measure until the market recovers”.",
            "It was once called “a screen door on a bank vault,” but it grew by a third.",
            "The firm was once described as “a screen door on a bank vault”.",
            "The firm was once written off as “a screen door on a bank vault”.",
            "The firm is widely seen as “a screen door on a bank vault”.",
            "One of the leaflets was denounced as ‘a haddock wrapped in last week’s promises’ at a debate.",
        ] {
            assert_eq!(in_text(sentence).len(), 1, "{sentence}");
        }
    }

    #[test]
    fn the_sentence_may_tell_who_spoke() {
        for sentence in [
            "At a meeting it was called “a bad day that has been scheduled” by the engineer.",
            "The firm was described as “a screen door on a bank vault” in a report.",
            "One member, who asked to be described only as “a friend of the minister’s”, was there.",
            "The song is called “The Long Way Back to Nowhere”.",
            "It was called “a lemon”.",
            "It is known as “the long way back to nowhere”.",
            "The council has called it “a bad day that has been scheduled”.",
            "According to the engineer it was called “a bad day that has been scheduled”.",
        ] {
            assert_eq!(in_text(sentence), [""; 0], "{sentence}");
        }
    }
}
