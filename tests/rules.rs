//! Quotes name the rule that decided, and the page has words for rules that exist.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use whosaid::{Analyzer, Explanation, Offsets, Range, Report};

/// The test articles, analyzed and explained.
fn explained() -> Vec<(Report, Explanation)> {
    let folders =
        ["tests/articles", "tests/news/articles"].map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("there are test articles"));
    let files = entries.map(|entry| entry.expect("a file").path());
    let files = files.filter(|file| file.extension().is_some_and(|extension| extension == "json"));
    let mut analyzer = Analyzer::new();
    let mut explain = |file| {
        let article: Value = serde_json::from_slice(&std::fs::read(file).expect("a file")).expect("JSON");
        let text = article["text"].as_str().expect("a text");
        (analyzer.analyze(text, Offsets::Byte), analyzer.explain(text, Offsets::Byte))
    };
    files.map(&mut explain).collect()
}

#[test]
fn a_quote_names_the_rule_that_decided() {
    let mut decided = BTreeSet::new();
    for (report, explanation) in explained() {
        for (quote, explained) in report.quotes.iter().zip(&explanation.quotes) {
            let in_source = |start: usize, end: usize| {
                explained.words.is_some_and(|words: Range| words.start <= start && end <= words.end)
            };
            let mentions = explanation.mentions.iter().filter(|mention| in_source(mention.start, mention.end));
            let mut rules: Vec<&str> = mentions.map(|mention| mention.decision.rule.as_str()).collect();
            rules.push(&explained.attribution.rule);
            rules.extend(explained.source.as_ref().map(|source| source.rule.as_str()));
            assert!(rules.contains(&quote.rule.as_str()), "{} is none of {rules:?}", quote.rule);
            decided.insert(quote.rule.clone());
        }
    }
    for rule in ["name", "nameless", "previous-speaker"] {
        assert!(decided.contains(rule), "no quote of the test articles has the rule {rule}, only {decided:?}");
    }
}

#[test]
fn the_page_has_words_for_rules_that_exist() {
    let mut rules = BTreeSet::new();
    for (_, explanation) in explained() {
        let quotes =
            explanation.quotes.into_iter().flat_map(|quote| quote.source.into_iter().chain([quote.attribution]));
        for decision in quotes.chain(explanation.mentions.into_iter().map(|mention| mention.decision)) {
            rules.insert(decision.rule);
            rules.extend(decision.passed);
        }
    }
    let texts = include_str!("../www/src/texts/en/rules.ts");
    let entries = texts.lines().filter_map(|line| line.strip_prefix("  ").filter(|entry| !entry.starts_with(' ')));
    let keys: Vec<&str> = entries.filter_map(|entry| Some(entry.split_once(':')?.0.trim_matches('"'))).collect();
    assert!(keys.len() > 10, "{keys:?}");
    for key in keys {
        assert!(rules.contains(key), "www/src/texts/en/rules.ts has words for {key}, but there is no such rule");
    }
}
