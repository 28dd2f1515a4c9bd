//! A paraphrase and a quote of the same speaker that disagree in a number or in `not`.

use whosaid::{Quote, QuoteKind, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::plain_words;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "paraphrase-mismatch",
    reason: "A paraphrase says what the quote beside it says.",
    severity: Severity::Warning,
    check,
};

/// The share of a paraphrase's words, in hundredths, that a quote has if both say the same.
const LEAST_SHARE: usize = 60;

/// Words that carry no meaning of their own.
const FUNCTION_WORDS: &[&str] = &[
    "about", "after", "all", "also", "and", "any", "are", "because", "been", "before", "but", "can", "could", "did",
    "does", "for", "from", "had", "has", "have", "her", "him", "his", "into", "its", "just", "more", "most", "one",
    "only", "our", "out", "she", "should", "some", "than", "that", "the", "their", "them", "then", "there", "they",
    "this", "was", "were", "what", "when", "which", "who", "will", "with", "would", "you", "your", "alone", "even",
    "still", "very",
];

const NEGATIONS: &[&str] = &["not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"];

/// Forms of frequent verbs that do not share their first letters with the others.
const FORMS: &[(&str, &str)] = &[
    ("knew", "know"),
    ("known", "know"),
    ("knows", "know"),
    ("gave", "give"),
    ("given", "give"),
    ("took", "take"),
    ("taken", "take"),
    ("lost", "lose"),
    ("paid", "pay"),
    ("met", "meet"),
    ("sold", "sell"),
    ("told", "tell"),
    ("built", "build"),
    ("left", "leave"),
    ("went", "go"),
    ("gone", "go"),
    ("saw", "see"),
    ("seen", "see"),
    ("chose", "choose"),
    ("felt", "feel"),
    ("found", "find"),
];

const NUMBERS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let direct: Vec<(usize, &Quote)> = draft
        .quotes()
        .filter(|quote| quote.kind == QuoteKind::Direct)
        .filter_map(|quote| Some((draft.paragraph(draft.extent(quote).start)?, quote)))
        .collect();
    let mut findings = Vec::new();
    for paraphrase in draft.quotes().filter(|quote| is_paraphrase(draft, quote)) {
        let Some(own) = draft.paragraph(draft.extent(paraphrase).start) else { continue };
        let said = draft.quoted_words(paraphrase);
        let first = direct.partition_point(|(number, _)| number + 1 < own);
        let beside = direct[first..].iter().take_while(|(number, _)| *number <= own + 1).map(|(_, quote)| *quote);
        for quote in beside.filter(|quote| quote.speaker == paraphrase.speaker) {
            for &range in &quote.content {
                let sentence = first_sentence(draft, range);
                let quoted = plain_words(draft.at(sentence));
                let clause = plain_words(draft.at(sentence).split(',').next().unwrap_or_default());
                if let Some(what) =
                    number_disagreement(&said, &quoted).or_else(|| negation_disagreement(&said, &clause))
                {
                    let message = format!(
                        "The paraphrase beside it says otherwise ({what}): {}",
                        draft.at(draft.extent(paraphrase))
                    );
                    findings.push(Finding::new(sentence, message));
                }
            }
        }
    }
    findings
}

fn is_paraphrase(draft: &Draft, quote: &Quote) -> bool {
    quote.kind == QuoteKind::Indirect && quote.speaker.is_some() && draft.is_statement(quote)
}

/// The first sentence of a passage.
fn first_sentence(draft: &Draft, range: Range) -> Range {
    let text = draft.at(range);
    let end = text.match_indices(['.', '!', '?']).find(|(at, _)| text[at + 1..].starts_with(' '));
    Range { start: range.start, end: end.map_or(range.end, |(at, _)| range.start + at + 1) }
}

/// The numbers in which two passages about the same things disagree.
fn number_disagreement(said: &[String], quoted: &[String]) -> Option<String> {
    for (number, noun) in counted(said) {
        let others = || counted(quoted).filter(|(_, other)| *other == noun);
        let same = others().any(|(other, _)| value(other) == value(number));
        if let Some((other, _)) = others().next().filter(|_| !same && shared(said, quoted) >= 2) {
            return Some(format!("{number}, {other}"));
        }
    }
    None
}

/// Whether one of two passages that say the same denies it.
fn negation_disagreement(said: &[String], clause: &[String]) -> Option<String> {
    let least = content(said).len().min(content(clause).len());
    let is_same = shared(said, clause) >= 2 && shared(said, clause) * 100 >= least * LEAST_SHARE;
    (is_same && is_negated(said) != is_negated(clause)).then(|| "not".to_owned())
}

/// The numbers of a passage, each with the content word that it counts.
fn counted(words: &[String]) -> impl Iterator<Item = (&str, String)> {
    words.iter().enumerate().filter(|(_, word)| is_number(word)).filter_map(|(at, number)| {
        let counted: Vec<&String> = words[at + 1..].iter().take(3).take_while(|word| !is_function_word(word)).collect();
        // The noun of `14 rural schools` is the last one before a word without meaning.
        let noun = counted.iter().find(|word| word.ends_with('s')).or(counted.first())?;
        Some((number.as_str(), stem(noun)))
    })
}

fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) || NUMBERS.contains(&word)
}

/// A number in digits.
fn value(number: &str) -> String {
    let written = NUMBERS.iter().position(|word| *word == number).map(|at| (at + 2).to_string());
    written.unwrap_or_else(|| number.replace(',', ""))
}

fn is_function_word(word: &str) -> bool {
    word.chars().count() < 3 || FUNCTION_WORDS.contains(&word) || NEGATIONS.contains(&word) || word.contains("n't")
}

fn is_negated(words: &[String]) -> bool {
    words.iter().any(|word| NEGATIONS.contains(&word.as_str()) || word.ends_with("n't"))
}

/// The stems of the words that carry meaning.
fn content(words: &[String]) -> Vec<String> {
    words.iter().filter(|word| !is_function_word(word) && !is_number(word)).map(|word| stem(word)).collect()
}

fn stem(word: &str) -> String {
    let form = FORMS.iter().find(|(form, _)| *form == word).map_or(word, |(_, base)| base);
    form.chars().take(5).collect::<String>().trim_end_matches(['s', 'e']).to_owned()
}

/// The number of meaningful words that two passages share.
fn shared(one: &[String], other: &[String]) -> usize {
    let other = content(other);
    let mut own = content(one);
    own.sort();
    own.dedup();
    own.iter().filter(|word| other.contains(word)).count()
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

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
}
