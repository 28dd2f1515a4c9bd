//! What holds for the report on any text.

use whosaid::{Analyzer, Offsets, ParagraphRole, Report, analyze};

/// Every range of a report, in its own units.
fn ranges(report: &Report) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    ranges.extend(report.paragraphs.iter().map(|paragraph| (paragraph.start, paragraph.end)));
    ranges
        .extend(report.entities.iter().flat_map(|entity| &entity.mentions).map(|mention| (mention.start, mention.end)));
    for quote in &report.quotes {
        ranges.extend(quote.content.iter().chain(&quote.anonymity_reason).map(|range| (range.start, range.end)));
        ranges.extend(quote.cue.iter().map(|cue| (cue.start, cue.end)));
        ranges.extend(quote.source.iter().map(|source| (source.start, source.end)));
        ranges.extend(quote.source.iter().filter_map(|source| source.name).map(|name| (name.start, name.end)));
    }
    ranges.extend(report.marked.iter().map(|marked| (marked.start, marked.end)));
    ranges.extend(report.replacements.iter().map(|replaced| (replaced.start, replaced.end)));
    ranges
}

/// Analyzes a text in each unit, and panics where a report breaks a promise.
#[allow(dead_code, reason = "some tests check many texts with one analyzer")]
pub fn check(text: &str) {
    let report = check_with(&mut Analyzer::new(), text);
    assert_eq!(report, analyze(text, Offsets::Byte), "a second analysis differs");
}

/// The same with an analyzer that has read other texts; returns the report in bytes.
pub fn check_with(analyzer: &mut Analyzer, text: &str) -> Report {
    let report = check_in_bytes(analyzer, text);
    check_units(analyzer, text, &report);
    report
}

/// The same in bytes alone, which takes a third of the time.
pub fn check_in_bytes(analyzer: &mut Analyzer, text: &str) -> Report {
    let report = analyzer.analyze(text, Offsets::Byte);
    for (start, end) in ranges(&report) {
        assert!(start < end && text.get(start..end).is_some(), "{start}..{end} is no part of {text:?}");
    }
    check_order(text, &report);
    check_entities(text, &report);
    check_quotes(text, &report);
    report
}

/// The other units count the same places.
fn check_units(analyzer: &mut Analyzer, text: &str, report: &Report) {
    let points = ranges(&analyzer.analyze(text, Offsets::CodePoint));
    let units = ranges(&analyzer.analyze(text, Offsets::Utf16));
    let bytes = ranges(report);
    assert_eq!((bytes.len(), bytes.len()), (points.len(), units.len()), "reports differ by unit on {text:?}");
    let mut counts = vec![(0, 0); text.len() + 1];
    let (mut point, mut unit) = (0, 0);
    for (at, character) in text.char_indices() {
        counts[at] = (point, unit);
        point += 1;
        unit += character.len_utf16();
    }
    counts[text.len()] = (point, unit);
    for ((byte, point), unit) in bytes.into_iter().zip(points).zip(units) {
        let (start, end) = (counts[byte.0], counts[byte.1]);
        assert_eq!((point, unit), ((start.0, end.0), (start.1, end.1)), "{byte:?} of {text:?}");
    }
}

fn check_order(text: &str, report: &Report) {
    assert!(report.paragraphs.is_sorted_by_key(|paragraph| paragraph.start), "paragraphs out of order in {text:?}");
    // Boilerplate may interrupt a paragraph.
    let own = report.paragraphs.iter().filter(|paragraph| paragraph.role != ParagraphRole::Boilerplate);
    let apart = own.clone().zip(own.skip(1)).all(|(one, next)| one.end <= next.start);
    assert!(apart, "paragraphs overlap in {text:?}");
    assert!(report.marked.is_sorted_by_key(|marked| marked.start), "marked passages out of order in {text:?}");
    let replacements = report.replacements.windows(2).all(|pair| pair[0].end <= pair[1].start);
    assert!(replacements, "replacements overlap in {text:?}");
}

fn check_entities(text: &str, report: &Report) {
    let exists = |id: &String| report.entities.iter().any(|entity| entity.id == *id);
    for (number, entity) in report.entities.iter().enumerate() {
        assert_eq!(entity.id, format!("e{}", number + 1));
        assert!(!entity.mentions.is_empty(), "{} has no mention in {text:?}", entity.name);
        assert!(entity.mentions.is_sorted_by_key(|mention| mention.start), "mentions out of order in {text:?}");
        assert!(entity.members.iter().chain(&entity.affiliations).all(exists), "no such entity in {text:?}");
        assert!((0.0..=1.0).contains(&entity.confidence));
    }
}

fn check_quotes(text: &str, report: &Report) {
    let starts = report.quotes.iter().map(|quote| quote.content.first().map(|piece| piece.start));
    assert!(starts.is_sorted(), "quotes out of order in {text:?}");
    for (number, quote) in report.quotes.iter().enumerate() {
        assert_eq!(quote.id, format!("q{}", number + 1));
        assert!(!quote.content.is_empty());
        assert!(quote.content.windows(2).all(|pair| pair[0].end <= pair[1].start), "pieces overlap in {text:?}");
        assert!(quote.speaker.iter().all(|id| report.entities.iter().any(|entity| entity.id == *id)));
        assert!(quote.within.iter().all(|id| report.quotes[..number].iter().any(|other| other.id == *id)));
        assert!((0.0..=1.0).contains(&quote.confidence));
        assert_eq!(quote.speaker.is_some(), quote.speaker_confidence.is_some(), "{} of {text:?}", quote.id);
        assert!(quote.speaker_confidence.is_none_or(|share| (0.0..=1.0).contains(&share)));
        let known = |id: &String| report.entities.iter().any(|entity| entity.id == *id);
        assert!(quote.candidates.iter().all(|candidate| known(&candidate.entity)), "no such candidate in {text:?}");
        assert!(quote.candidates.iter().all(|candidate| (0.0..=1.0).contains(&candidate.confidence)));
        assert!(quote.candidates.is_sorted_by(|one, next| one.confidence >= next.confidence), "in {text:?}");
    }
}
