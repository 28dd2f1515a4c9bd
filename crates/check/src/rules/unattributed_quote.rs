//! A quote whose speaker is not told.

use whosaid::{Basis, Entity, Quote, QuoteKind};

use super::Rule;
use crate::draft::Draft;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "unattributed-quote",
    reason: "Readers must be told who said the words between quotation marks.",
    severity: Severity::Error,
    check,
};

/// Shorter passages in quotation marks may be something else than speech.
const LEAST_WORDS: usize = 4;

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let direct = draft.quotes().filter(|quote| quote.kind == QuoteKind::Direct);
    let untold = direct.filter(|quote| draft.quoted_words(quote).len() >= LEAST_WORDS && !is_told(draft, quote));
    untold.map(|quote| Finding::new(draft.extent(quote), "It is not said who says this.".to_owned())).collect()
}

fn is_told(draft: &Draft, quote: &Quote) -> bool {
    match draft.report.speaker(quote) {
        Some(speaker) => quote.cue.is_some() || quote.source.is_some() || is_near(draft, quote, speaker),
        None => quote.anonymous || quote.basis == Basis::Unnamed,
    }
}

/// Whether this paragraph or the one before mentions the speaker, or has more of the speaker's words.
fn is_near(draft: &Draft, quote: &Quote, speaker: &Entity) -> bool {
    let Some(own) = draft.paragraph(draft.extent(quote).start) else { return true };
    let is_close = |at: usize| draft.paragraph(at).is_some_and(|number| number == own || number + 1 == own);
    let others = draft.quotes().filter(|other| other.id != quote.id && other.speaker.as_ref() == Some(&speaker.id));
    let mut others = others.flat_map(|other| &other.content);
    speaker.mentions.iter().any(|mention| is_close(mention.start)) || others.any(|range| is_close(range.start))
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
