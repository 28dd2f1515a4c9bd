//! The page has a sentence for most rules that find a speaker; these are those rules, each with a text in which it
//! decides for the last quote.

use std::collections::BTreeSet;

use whosaid::{Offsets, analyze};

const EXAMPLES: &[(&str, &str)] = &[
    ("coordination", "“We won,” Ann Smith and Bob Jones said."),
    ("epithet", "Karl Weber won the race on Monday. “I am happy,” the striker said."),
    (
        "interview-answer",
        "Ada Byron met us on Monday.\nQ: Why now?\nA: It was time.\nQ: And then?\nA: We went home to our families.",
    ),
    ("just-quoted", "“We lost,” said Jane Doe. She said that it was a pity."),
    ("only-candidate", "The club fired Jane Doe on Monday. “It was hard,” she said."),
    ("organization", "The Ministry of Health met on Monday in Oslo. “It is over,” the ministry said."),
    ("previous-speaker", "Judge Jane Doe thanked the jury. “It was hard,” she said."),
    ("ranking", "Jane Doe met Tom Hale before he said that it was hard."),
    ("relative-clause", "The crowd cheered Jane Doe, who said: “It is over.”"),
    ("sentence-subject", "Curators at two museums watched the sale. They said it was a pity."),
    (
        "speaker-ranking",
        "Jane Doe lost the game today.\n\n“It was a hard game for all of us, and we will come back.”\n\nShe left.",
    ),
    ("singular-they", "“It is over,” a spokesperson said. “We are sorry,” they added."),
    (
        "speaking-organization",
        "The agency said on Monday that the river was rising. They said that help was on its way.",
    ),
    ("unique-role", "Mayor Jane Doe met Bob Jones on Monday. “It is over,” the mayor said."),
];

#[test]
fn a_quote_names_the_rule_that_decided() {
    let decided = |text| analyze(text, Offsets::Byte).quotes.pop().map(|quote| quote.rule);
    let wrong: Vec<_> = EXAMPLES
        .iter()
        .map(|&(rule, text)| (rule, decided(text), text))
        .filter(|(rule, decided, _)| decided.as_deref() != Some(rule))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_page_has_sentences_for_these_rules_and_no_others() {
    let texts = include_str!("../www/src/texts/en/shared.ts");
    let (_, rules) = texts.split_once("rules: {").expect("the texts have rules");
    let entries = rules.lines().filter_map(|line| line.strip_prefix("    ").filter(|entry| !entry.starts_with(' ')));
    let keys = entries.filter_map(|entry| Some(entry.split_once(':')?.0.trim_matches('"')));
    let examples: BTreeSet<&str> = EXAMPLES.iter().map(|&(rule, _)| rule).collect();
    assert_eq!(keys.collect::<BTreeSet<_>>(), examples);
}
