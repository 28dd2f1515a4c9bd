//! What holds for the report on any text.

use whosaid::{Offsets, Report, analyze};

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
    ranges
}

/// Analyzes a text in each unit, and panics where a report breaks a promise.
pub fn check(text: &str) {
    let report = analyze(text, Offsets::Byte);
    for (start, end) in ranges(&report) {
        assert!(start < end && text.get(start..end).is_some(), "{start}..{end} is no part of {text:?}");
    }
    check_units(text, &report);
    check_entities(text, &report);
    check_quotes(text, &report);
    assert_eq!(report, analyze(text, Offsets::Byte), "a second analysis differs");
}

/// The other units count the same places.
fn check_units(text: &str, report: &Report) {
    let points = ranges(&analyze(text, Offsets::CodePoint));
    let units = ranges(&analyze(text, Offsets::Utf16));
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
    }
}
