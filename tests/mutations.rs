//! What holds for every text holds for mutated test articles, always the same 20,000.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use whosaid::{Analyzer, Offsets, analyze};

use mutations::{Numbers, mutate};

#[path = "common/invariants.rs"]
mod invariants;
#[path = "common/mutations.rs"]
mod mutations;
#[path = "common/reliability.rs"]
mod reliability;

/// How many texts each test reads.
const TEXTS: usize = 5000;

/// Every so many texts, a whole article is read rather than one or two paragraphs of it, and its report is made twice.
const WHOLE: usize = 50;

/// Every so many texts, the report is made in all units.
const IN_ALL_UNITS: usize = 5;

/// The texts of the test articles, in the order of their names.
fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let read = |file| serde_json::from_slice::<serde_json::Value>(&std::fs::read(file).unwrap()).unwrap();
    files.into_iter().map(|file| read(file)["text"].as_str().unwrap().to_owned()).collect()
}

/// Checks the texts of one seed; each has its own test, so that they run at the same time.
fn check_mutations(seed: u64) {
    let articles = articles();
    let mut numbers = Numbers(seed);
    let mut analyzer = Analyzer::new();
    for count in 0..TEXTS {
        let article = &articles[numbers.below(articles.len())];
        let other = &articles[numbers.below(articles.len())];
        if count % WHOLE == 0 {
            let text = mutate(article, other, &mut numbers);
            let report = invariants::check_with(&mut analyzer, &text);
            assert_eq!(report, analyze(&text, Offsets::Byte), "what was read before changes the report of {text:?}");
        } else {
            let paragraphs: Vec<&str> = article.split("\n\n").collect();
            let start = numbers.below(paragraphs.len());
            let end = paragraphs.len().min(start + 1 + numbers.below(4) / 3);
            let text = mutate(&paragraphs[start..end].join("\n\n"), other, &mut numbers);
            let check = if count % IN_ALL_UNITS == 0 { invariants::check_with } else { invariants::check_in_bytes };
            check(&mut analyzer, &text);
        }
    }
    let promise = "Every text gets a sound report, the same each time";
    reliability::record(promise, &format!("mutated articles, part {seed} of 4"), TEXTS, 0, "");
}

#[test]
fn mutated_articles_have_sound_reports_1() {
    check_mutations(1);
}

#[test]
fn mutated_articles_have_sound_reports_2() {
    check_mutations(2);
}

#[test]
fn mutated_articles_have_sound_reports_3() {
    check_mutations(3);
}

#[test]
fn mutated_articles_have_sound_reports_4() {
    check_mutations(4);
}
