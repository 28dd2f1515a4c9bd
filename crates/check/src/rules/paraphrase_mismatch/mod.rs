//! A paraphrase and a quote of the same speaker that disagree in a number, a date or a denial.

mod counts;
mod dates;
mod denials;
mod quantities;
mod stances;

use whosaid::{Quote, QuoteKind, Range};

use super::Rule;
use crate::content_words::{is_function_word, is_negation, stem};
use crate::draft::Draft;
use crate::numbers::parse_number;
use crate::sentences::sentences;
use crate::words::{is_listed, plain_words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "paraphrase-mismatch",
    reason: "A paraphrase says what the quote beside it says.",
    severity: Severity::Warning,
    check,
};

/// Reporting verbs behind which a clause without `that` states something.
const STATING: &[&str] = &[
    "acknowledge",
    "admit",
    "agree",
    "complain",
    "confirm",
    "estimate",
    "note",
    "pledge",
    "predict",
    "promise",
    "recall",
    "report",
    "testify",
    "according to",
    "put",
    "reveal",
    "stress",
    "maintain",
    "suggest",
    "vow",
    "reply",
];

/// Reporting verbs that deny what follows.
const DENYING: &[&str] = &["deny", "dispute", "rule out", "refuse", "decline", "reject"];

/// Verbs that tell what somebody takes for true.
const BELIEVING: &str = "believe think expect";

/// Words of a passage that tells of another time, or of what is not so.
const OTHER_TIMES: &[&str] = &[
    "ago",
    "used",
    "previously",
    "originally",
    "normally",
    "usually",
    "instead",
    "if",
    "expected",
    "hoped",
    "last year",
    "last month",
    "last week",
    "last time",
    "year before",
    "at first",
];

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let direct: Vec<(usize, &Quote)> = draft
        .quotes()
        .filter(|quote| quote.kind == QuoteKind::Direct)
        .filter_map(|quote| Some((draft.paragraph(draft.extent(quote).start)?, quote)))
        .collect();
    let mut findings: Vec<Finding> = Vec::new();
    for paraphrase in draft.quotes().filter(|quote| is_paraphrase(draft, quote)) {
        let Some(own) = draft.paragraph(draft.extent(paraphrase).start) else { continue };
        let said = said(draft, paraphrase);
        let whole = sentence_of(draft, paraphrase);
        let first = direct.partition_point(|(number, _)| number + 1 < own);
        let beside = direct[first..].iter().take_while(|(number, _)| *number <= own + 1).map(|(_, quote)| *quote);
        for quote in beside.filter(|quote| is_by_the_same(draft, paraphrase, quote)) {
            for sentence in quote.content.iter().filter_map(|&range| first_sentence(draft, range)) {
                let text = draft.at(sentence);
                // What comes behind `but` may limit what stands before it.
                let clause = plain_words(
                    text.split([';', ':']).next().unwrap_or_default().split(" but ").next().unwrap_or_default(),
                );
                if is_of_another_time(&whole, &clause) && is_of_another_time(&said, &clause) {
                    continue;
                }
                let disagreement = counts::disagreement(&said, &with_units(text))
                    .or_else(|| counts::disagreement(&whole, &with_units(text)))
                    .or_else(|| dates::disagreement(&said, &clause))
                    .or_else(|| denials::disagreement(&said, &clause).filter(|_| !text.contains('?')))
                    .or_else(|| stances::disagreement(doubts(draft, paraphrase), &said, &clause));
                let is_new = !findings.iter().any(|finding| finding.range == sentence);
                if let Some(what) = disagreement.filter(|_| is_new) {
                    let paraphrase = draft.at(draft.extent(paraphrase));
                    let message = format!("The paraphrase beside it says otherwise ({what}): {paraphrase}");
                    findings.push(Finding::new(sentence, message));
                }
            }
        }
    }
    findings
}

/// Whether a paraphrase tells what somebody does not believe.
fn doubts(draft: &Draft, paraphrase: &Quote) -> bool {
    let cue = paraphrase.cue.as_ref().map_or("", |cue| draft.at(Range { start: cue.start, end: cue.end }));
    let words = plain_words(cue);
    words.iter().any(|word| is_negation(word)) && words.last().is_some_and(|verb| is_listed(BELIEVING, verb))
}

/// Whether a quote tells of another time than the paraphrase.
fn is_of_another_time(said: &[String], quoted: &[String]) -> bool {
    let (said, quoted) = (format!(" {} ", said.join(" ")), format!(" {} ", quoted.join(" ")));
    OTHER_TIMES.iter().map(|time| format!(" {time} ")).any(|time| quoted.contains(&time) && !said.contains(&time))
}

fn is_paraphrase(draft: &Draft, quote: &Quote) -> bool {
    let cue = quote.cue.as_ref().map_or("", |cue| cue.lemma.as_str());
    quote.kind == QuoteKind::Indirect && (draft.is_statement(quote) || STATING.contains(&cue) || DENYING.contains(&cue))
}

/// Whether two quotes are by one speaker, or stand in one paragraph that tells of no other.
fn is_by_the_same(draft: &Draft, paraphrase: &Quote, quote: &Quote) -> bool {
    let place = |quote: &Quote| draft.paragraph(draft.extent(quote).start);
    match (&paraphrase.speaker, &quote.speaker) {
        (Some(one), Some(other)) => one == other,
        _ => place(paraphrase) == place(quote) && (paraphrase.source.is_some() || quote.source.is_some()),
    }
}

/// The words of a paraphrase, with `not` where the reporting verb denies them.
fn said(draft: &Draft, paraphrase: &Quote) -> Vec<String> {
    let denies = paraphrase.cue.as_ref().is_some_and(|cue| DENYING.contains(&cue.lemma.as_str()));
    let mut words: Vec<String> = paraphrase.content.iter().flat_map(|&range| with_units(draft.at(range))).collect();
    if denies {
        words.insert(0, "not".to_owned());
    }
    words
}

/// The words of the sentence that a paraphrase lies in, where it has no quotation marks.
fn sentence_of(draft: &Draft, paraphrase: &Quote) -> Vec<String> {
    let start = draft.extent(paraphrase).start;
    let Some(number) = draft.paragraph(start) else { return Vec::new() };
    let paragraph = draft.report.paragraphs[number].range();
    let own = sentences(draft.at(paragraph)).into_iter().find(|own| start < paragraph.start + own.end);
    let text =
        own.map_or("", |own| draft.at(Range { start: paragraph.start + own.start, end: paragraph.start + own.end }));
    if text.contains(['“', '"', '‘']) { Vec::new() } else { with_units(text) }
}

/// The words of a passage, with the signs of percent and money as words.
fn with_units(text: &str) -> Vec<String> {
    let mut written = String::new();
    let mut is_money = false;
    for (at, sign) in text.char_indices() {
        let is_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',');
        if is_money && !is_number(sign) {
            let scale = ["m ", "mn ", " million", "million"].iter().any(|scale| text[at..].starts_with(scale));
            let large = ["bn", " billion"].iter().any(|scale| text[at..].starts_with(scale));
            written += if large {
                " billion"
            } else if scale {
                " million"
            } else {
                ""
            };
            written += " dollars";
            is_money = false;
        }
        match sign {
            '%' => written += " percent",
            '$' | '£' | '€' => is_money = true,
            _ => written.push(sign),
        }
    }
    if is_money {
        written += " dollars";
    }
    plain_words(
        &written
            .replace(" per cent", " percent")
            .replace("dollars million", "dollars")
            .replace("dollars billion", "dollars"),
    )
}

/// The first sentence of a passage.
fn first_sentence(draft: &Draft, range: Range) -> Option<Range> {
    let first = *sentences(draft.at(range)).first()?;
    Some(Range { start: range.start + first.start, end: range.start + first.end })
}

/// The stems of the words that carry meaning.
fn content(words: &[String]) -> Vec<String> {
    let mut stems: Vec<String> = words
        .iter()
        .filter(|word| !is_function_word(word) && parse_number(word).is_none())
        .map(|word| stem(word))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    /// A paraphrase, and a quote of the same speaker behind it.
    pub fn beside(paraphrase: &str, quote: &str) -> Vec<String> {
        let text =
            format!("Jane Doe, the mayor, said that {paraphrase}. “{quote},” she said.\n\nThe town has two bridges.");
        found("paraphrase-mismatch", &text)
    }

    #[test]
    fn numbers_agree() {
        let text = "Jane Doe, the mayor, said that 14 rural schools would have to close.\n\n“Here alone, 40 schools will have to close,” Doe said.";
        assert_eq!(found("paraphrase-mismatch", text), ["“Here alone, 40 schools will have to close,”"]);
        assert_eq!(found("paraphrase-mismatch", &text.replace("40", "fourteen")), [""; 0]);
    }

    #[test]
    fn negations_agree() {
        let text = "Jane Doe, the mayor, said that she had not known of the leak.\n\n“We knew of the leak on Thursday,” Doe said.";
        assert_eq!(found("paraphrase-mismatch", text), ["“We knew of the leak on Thursday,”"]);
        assert_eq!(found("paraphrase-mismatch", &text.replace("had not", "had")), [""; 0]);
        let text = text.replace("We knew of the leak on Thursday", "Nobody will drink this water until Monday");
        assert_eq!(found("paraphrase-mismatch", &text), [""; 0]);
    }

    #[test]
    fn verbs_deny_too() {
        let text = "Jane Doe, the mayor, denied that she had signed the lease. “I signed the lease,” she said.";
        assert_eq!(found("paraphrase-mismatch", text).len(), 1);
        assert_eq!(found("paraphrase-mismatch", &text.replace("I signed", "I never signed")), [""; 0]);
    }

    #[test]
    fn signs_are_units() {
        let text = "Jane Doe, the mayor, said that the roof would cost £40,000. “It will cost us £60,000,” she said. “I know.”";
        assert_eq!(found("paraphrase-mismatch", text).len(), 1);
        assert_eq!(found("paraphrase-mismatch", &text.replace("£60,000", "40,000 pounds")), [""; 0]);
        let text = "Jane Doe, the mayor, said that fewer than 2% of the homes were empty. “We have 12 per cent of our homes empty,” she said.";
        assert_eq!(found("paraphrase-mismatch", text).len(), 1);
    }

    #[test]
    fn only_the_speaker_of_the_paraphrase_is_compared() {
        let text = "Jane Doe, the mayor, said that 14 schools would close.\n\n“It is 40 schools that will close,” said John Roe, a teacher.";
        assert_eq!(found("paraphrase-mismatch", text), [""; 0]);
    }
}
