//! Dates, times and sums of money, which have a form of their own.

use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, Mention};
use crate::Span;
use crate::document::Document;
use crate::lexicon::names::Gender;

const MONTH: &str = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept\.|Sep\.|Oct\.|Nov\.|Dec\.)";
const WEEKDAY: &str = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const YEAR: &str = r"(?:1[5-9][0-9][0-9]|20[0-9][0-9])";

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?-u)\b(?:(?:{WEEKDAY}, )?{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? {YEAR}\b)?|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}(?: {YEAR}\b)?|{MONTH},? {YEAR}\b|{WEEKDAY}\b|{YEAR} to {YEAR}\b|{YEAR}(?:-(?:[0-9]{{4}}|[0-9]{{2}}))?\b|(?:early|mid|late)[- ]{YEAR}\b|(?:the )?{YEAR}s\b|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2,4}}\b|[12][0-9]{{3}}-[0-9]{{2}}-[0-9]{{2}}\b)"
    ))
});
static BARE_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u)\b(?:January|February|April|June|July|August|September|October|November|December|(?:in|In|last|next|since|until|Last|by|early|late|this) (March|May))\b",
    )
});
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u)\b(?:[0-9]{1,2}[:.][0-9]{2} ?(?:[ap]\.?m\.?|GMT|[AP]M)|[0-9]{1,2} ?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)|[0-2]?[0-9]:[0-5][0-9])",
    )
});
static MONEY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:(?:(?-u:\b(?:US|A|AU|C|CA|HK|S|NZ|R)))?[$£€¥₹₽₩₦] ?[0-9](?-u:[0-9,]*(?:\.[0-9]+)?)(?-u:(?: ?-?(?:hundred|thousand|million|billion|trillion|bn|mn|m|k))\b)?(?: (?-u:dollars|pounds|euros))?)|(?-u:\b[0-9][0-9,]*(?:\.[0-9]+)?(?: (?:thousand|million|billion|trillion))? (?:U\.?S\.? )?(?:dollars?|euros?|pounds|yen|yuan|rupees?|rubles?|roubles?|baht|rand|pesos?|francs?|shillings?|naira|won|lira|crowns|kroner)\b)",
    )
});

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is a constant that the tests compile")
}

/// Finds dates, times and sums of money; the longer match wins.
pub fn find(document: &Document) -> Vec<Mention> {
    let mut spans: Vec<(Span, Kind)> = Vec::new();
    for (regex, kind) in [(&MONEY, Kind::Money), (&TIME, Kind::Time), (&DATE, Kind::Date)] {
        for found in regex.find_iter(document.text) {
            let span = Span::from(found.range());
            if !spans.iter().rev().take(64).any(|(other, _)| other.overlaps(span)) {
                spans.push((span, kind));
            }
        }
        spans.sort_by_key(|(span, _)| *span);
    }
    for found in BARE_MONTH.captures_iter(document.text) {
        let Some(month) = found.get(1).or_else(|| found.get(0)) else { continue };
        let span = Span::from(month.range());
        let at = spans.partition_point(|(other, _)| other.end <= span.start);
        if !spans.get(at).is_some_and(|(other, _)| other.overlaps(span)) {
            spans.insert(at, (span, Kind::Date));
        }
    }
    spans.into_iter().filter_map(|(span, kind)| mention(document, span, kind)).collect()
}

fn mention(document: &Document, span: Span, kind: Kind) -> Option<Mention> {
    let start = document.token_at(span.start);
    let end = document.token_at(span.end);
    (start < end).then_some(Mention {
        span,
        tokens: start..end,
        kind,
        role: None,
        gender: Gender::Unknown,
        confidence: 0.9,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_dates_times_and_sums() {
        let text = "On Monday, Oct. 3, 2016 at 5:30 p.m. she paid €1,000.50 or 40 billion baht; from 2017 to 2021, in May and in the 1990s.";
        let document = Document::new(text);
        let found: Vec<&str> = find(&document).iter().map(|mention| mention.span.of(text)).collect();
        assert_eq!(
            found,
            ["Monday, Oct. 3, 2016", "5:30 p.m.", "€1,000.50", "40 billion baht", "2017 to 2021", "May", "the 1990s"]
        );
    }
}
