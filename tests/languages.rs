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

/// English texts that are taken for another language: each is a line of nothing but foreign dishes behind one English word.
const KNOWN_FAILURES: &[&str] = &["Menu: crème brûlée"];

#[test]
fn english_is_never_taken_for_another_language() {
    for text in english_texts() {
        let report = report(text);
        if KNOWN_FAILURES.iter().any(|known| text.starts_with(known)) {
            assert_ne!(report.language, Language::ENGLISH, "remove it from KNOWN_FAILURES: {text}");
            continue;
        }
        assert!([Language::ENGLISH, Language::UNDETERMINED].contains(&report.language), "{}: {text}", report.language);
    }
    let is_known = |text: &&str| KNOWN_FAILURES.iter().any(|known| text.starts_with(known));
    let article: Vec<&str> = english_texts().filter(|text| !is_known(text)).collect();
    let report = report(&article.join("\n\n"));
    assert_eq!(report.language, Language::ENGLISH);
    for paragraph in &report.paragraphs {
        assert_eq!(paragraph.language, None);
    }
}

#[test]
fn a_paragraph_in_another_language_holds_nothing_and_the_others_are_analyzed() {
    let text = "The chancellor said on Tuesday that she would not step down.\n\n\
        „Ich werde nicht zurücktreten“, sagte Anna Vogel am Dienstag in Berlin vor der Presse.\n\n\
        “I will not step down,” said Anna Vogel.";
    let report = report(text);
    assert_eq!(report.language, Language::ENGLISH);
    let languages: Vec<_> = report.paragraphs.iter().map(|paragraph| paragraph.language).collect();
    assert_eq!(languages, [None, Some("de".parse().unwrap()), None]);
    let foreign = report.paragraphs[1].start..report.paragraphs[1].end;
    let mentions = report.entities.iter().flat_map(|entity| &entity.mentions);
    assert!(mentions.clone().all(|mention| !foreign.contains(&mention.start)));
    assert!(mentions.clone().any(|mention| &text[mention.start..mention.end] == "Anna Vogel"));
    assert!(report.quotes.iter().flat_map(|quote| &quote.content).all(|content| !foreign.contains(&content.start)));
    assert!(report.quotes.iter().any(|quote| text[quote.content[0].start..].starts_with("“I will not step down,”")));
}

#[test]
fn a_foreign_quote_in_an_english_paragraph_stays_a_quote() {
    let report = report("“Wir können nicht länger warten, denn es geht um Menschenleben,” Mayor Anna Vogel said.");
    assert_eq!(report.language, Language::ENGLISH);
    assert_eq!(report.quotes.len(), 1);
    let speaker = report.entities.iter().find(|entity| report.quotes[0].speaker.as_ref() == Some(&entity.id));
    assert_eq!(speaker.map(|entity| entity.name.as_str()), Some("Anna Vogel"));
}

#[test]
fn what_is_too_short_to_tell_is_analyzed_as_english() {
    let report = report("Anna Vogel, Berlin");
    assert_eq!(report.language, Language::UNDETERMINED);
    assert!(!report.entities.is_empty());
}
