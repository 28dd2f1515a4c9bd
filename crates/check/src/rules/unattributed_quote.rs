//! A quote whose speaker is not told.

use whosaid::{Basis, EntityKind, Quote, QuoteKind, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::plain_words;
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
const TELLERS: &[&str] = &[
    "he", "she", "they", "it", "i", "we", "who", "his", "her", "their", "said", "says", "asked", "read", "reads",
    "wrote", "called", "cried", "shouted", "told", "answered", "replied", "added",
];

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let direct = draft.quotes().filter(|quote| quote.kind == QuoteKind::Direct);
    let untold = direct.filter(|quote| draft.quoted_words(quote).len() >= LEAST_WORDS && !is_told(draft, quote));
    untold.map(|quote| Finding::new(draft.extent(quote), "It is not said who says this.".to_owned())).collect()
}

fn is_told(draft: &Draft, quote: &Quote) -> bool {
    let Some(own) = draft.paragraph(draft.extent(quote).start) else { return true };
    if quote.cue.is_some() || quote.source.is_some() || quote.anonymous || quote.basis == Basis::Turn {
        return true;
    }
    names_somebody(draft, quote, own) || own.checked_sub(1).is_some_and(|before| leads_in(draft, before))
}

/// Whether a paragraph has words beside a quote that may tell who speaks.
fn names_somebody(draft: &Draft, quote: &Quote, number: usize) -> bool {
    let paragraph = draft.report.paragraphs[number];
    let extent = draft.extent(quote);
    let beside = [Range { start: paragraph.start, end: extent.start }, Range { start: extent.end, end: paragraph.end }];
    beside.iter().any(|&range| {
        let text = draft.at(range);
        let has_teller = plain_words(text).iter().any(|word| TELLERS.contains(&word.as_str()));
        has_teller || text.contains([':', '“', '"']) || is_mentioned(draft, range)
    })
}

/// Whether the paragraph before a quote has a quote, names a person or announces words.
fn leads_in(draft: &Draft, number: usize) -> bool {
    let range = draft.report.paragraphs[number].range();
    let text = draft.at(range);
    let has_quote = draft
        .report
        .quotes
        .iter()
        .flat_map(|quote| &quote.content)
        .any(|content| range.start <= content.start && content.start < range.end);
    has_quote || text.trim_end().ends_with([':', '”', '"']) || is_mentioned(draft, range)
}

/// Whether a person is mentioned in a range.
fn is_mentioned(draft: &Draft, range: Range) -> bool {
    let people = draft.report.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    people.flat_map(|person| &person.mentions).any(|mention| range.start <= mention.start && mention.end <= range.end)
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
}
