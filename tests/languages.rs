//! The language of whole texts and of parts of them, and that nothing is found in what is not English.
//!
//! `languages/foreign.tsv` and `languages/english.txt` say in their first line what they hold.

use whosaid::Language;
use whosaid::{Offsets, Report, analyze};

fn report(text: &str) -> Report {
    analyze(text, Offsets::Byte)
}

fn is_empty(report: &Report) -> bool {
    report.quotes.is_empty() && report.entities.is_empty() && report.marked.is_empty()
}

/// The code and the two sentences of each foreign text.
fn foreign_texts() -> impl Iterator<Item = (&'static str, [&'static str; 2])> {
    let lines = include_str!("languages/foreign.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [code, first, second] = fields[..] else { panic!("not three fields: {line}") };
        (code, [first, second])
    })
}

fn english_texts() -> impl Iterator<Item = &'static str> {
    include_str!("languages/english.txt").lines().filter(|line| !line.starts_with('#'))
}

#[test]
fn two_sentences_tell_the_language_and_nothing_is_found_in_them() {
    for (code, sentences) in foreign_texts() {
        for text in [sentences.join(" "), sentences.join("\n")] {
            let report = report(&text);
            assert_eq!(report.language.code(), code, "{text}");
            assert!(is_empty(&report), "{text}: {:?} {:?}", report.quotes, report.entities);
            assert!(!report.paragraphs.is_empty());
        }
    }
}

#[test]
fn most_single_sentences_tell_the_language_and_none_seems_english() {
    let (mut exact, mut all) = (0, 0);
    for (code, sentences) in foreign_texts() {
        for text in sentences {
            let language = report(text).language;
            assert_ne!(language, Language::ENGLISH, "{text}");
            if language.code() != code {
                println!("{code} seems {language}: {text}");
            }
            exact += usize::from(language.code() == code);
            all += 1;
        }
    }
    println!("{exact} of {all} sentences");
    assert!(exact * 100 >= all * 90, "{exact} of {all}");
}

#[test]
fn english_is_never_taken_for_another_language() {
    for text in english_texts() {
        let report = report(text);
        assert!([Language::ENGLISH, Language::UNDETERMINED].contains(&report.language), "{}: {text}", report.language);
    }
    let article: Vec<&str> = english_texts().collect();
    let report = report(&article.join("\n\n"));
    assert_eq!(report.language, Language::ENGLISH);
    for paragraph in &report.paragraphs {
        assert_eq!(paragraph.language, None);
    }
}
