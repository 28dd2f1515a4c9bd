//! From the unit of a report to bytes, in which the rules count, and back.

use whosaid::{Offsets, Range, Report};

/// The places of a text in one unit.
pub struct Units<'t> {
    text: &'t str,
    /// The byte at which each unit starts, and the text's length; empty where the unit is the byte.
    bytes: Vec<usize>,
}

impl<'t> Units<'t> {
    /// Counts the units of a text.
    pub fn new(text: &'t str, unit: Offsets) -> Self {
        let width = |character: char| match unit {
            Offsets::Byte => 0,
            Offsets::CodePoint => 1,
            _ => character.len_utf16(),
        };
        let mut bytes = Vec::new();
        if unit != Offsets::Byte {
            bytes.reserve(text.len() + 1);
            bytes.extend(text.char_indices().flat_map(|(at, character)| std::iter::repeat_n(at, width(character))));
            bytes.push(text.len());
        }
        Self { text, bytes }
    }

    /// The byte at a place: the start of the character, or the end of the text.
    fn byte(&self, place: usize) -> usize {
        match self.bytes.as_slice() {
            [] => self.text.floor_char_boundary(place),
            bytes => bytes.get(place).copied().unwrap_or(self.text.len()),
        }
    }

    /// The place of a byte.
    fn place(&self, byte: usize) -> usize {
        if self.bytes.is_empty() { byte } else { self.bytes.partition_point(|&start| start < byte) }
    }

    /// Turns bytes into a range in the unit.
    pub fn range(&self, range: Range) -> Range {
        Range { start: self.place(range.start), end: self.place(range.end) }
    }

    /// Returns a report with all places in bytes that are in the text.
    pub fn report_in_bytes(&self, report: &Report) -> Report {
        let mut report = report.clone();
        report.offsets = Offsets::Byte;
        let fit = |start: &mut usize, end: &mut usize| {
            *start = self.byte(*start);
            *end = self.byte(*end).max(*start);
        };
        for paragraph in &mut report.paragraphs {
            fit(&mut paragraph.start, &mut paragraph.end);
        }
        for mention in report.entities.iter_mut().flat_map(|entity| &mut entity.mentions) {
            fit(&mut mention.start, &mut mention.end);
        }
        for quote in &mut report.quotes {
            for range in quote.content.iter_mut().chain(&mut quote.anonymity_reason) {
                fit(&mut range.start, &mut range.end);
            }
            if let Some(cue) = &mut quote.cue {
                fit(&mut cue.start, &mut cue.end);
            }
            if let Some(source) = &mut quote.source {
                fit(&mut source.start, &mut source.end);
                if let Some(name) = &mut source.name {
                    fit(&mut name.start, &mut name.end);
                }
            }
        }
        for marked in &mut report.marked {
            fit(&mut marked.start, &mut marked.end);
        }
        for replacement in &mut report.replacements {
            fit(&mut replacement.start, &mut replacement.end);
        }
        report
    }
}

#[cfg(test)]
mod tests {
    use whosaid::Analyzer;

    use super::*;
    use crate::{Finding, Settings, check_report};

    const UNITS: [Offsets; 3] = [Offsets::Utf16, Offsets::CodePoint, Offsets::Byte];

    #[test]
    fn a_report_has_the_same_places_whatever_its_unit() {
        let text = "👍 “It is over,” said Zoë Marsh, 41, the mayor of Wexley.\n\n“We 👩‍👧 are staying,” said a source who feared \
            reprisals. Her novel “The Long 🍰 Road” won a prize.\n\n“Never again,” Marsh said.\n";
        let mut analyzer = Analyzer::new();
        let expected = analyzer.analyze(text, Offsets::Byte);
        let lists = (expected.quotes.len(), expected.entities.len(), expected.marked.len());
        assert!(lists.0 > 1 && lists.1 > 1 && lists.2 > 0, "{lists:?}");
        for unit in UNITS {
            let report = analyzer.analyze(text, unit);
            assert_eq!(Units::new(text, unit).report_in_bytes(&report), expected, "{unit:?}");
        }
    }

    #[test]
    fn findings_are_in_the_unit_of_the_report() {
        let text = "The bridge 👍 will close, the council said.\n\n“Our thoughts 🎗 are with them,\" said Jane Doe, the mayor.\n";
        let found = |unit| {
            let mut findings =
                check_report(text, &Analyzer::new().analyze(text, unit), &Settings::default()).into_iter();
            findings.find(|finding| finding.rule == "quotation-marks").unwrap()
        };
        let place = text.find('"').unwrap();
        for (unit, place) in [
            (Offsets::Byte, place),
            (Offsets::CodePoint, text[..place].chars().count()),
            (Offsets::Utf16, text[..place].encode_utf16().count()),
        ] {
            let Finding { range, fix, .. } = found(unit);
            assert_eq!(range, Range { start: place, end: place + 1 }, "{unit:?}");
            assert_eq!(fix.unwrap().range, range);
        }
    }

    #[test]
    fn places_that_are_not_in_the_text_are_cut() {
        for unit in UNITS {
            let units = Units::new("a👍", unit);
            assert_eq!(units.byte(usize::MAX), 5);
            assert_eq!(units.byte(0), 0);
        }
        assert_eq!(Units::new("a👍", Offsets::Utf16).byte(2), 1);
        assert_eq!(Units::new("a👍", Offsets::Byte).byte(3), 1);
    }

    #[test]
    fn no_report_that_fits_badly_makes_the_check_panic() {
        let text = "Mayor “sorry”\n\n“We are sorry, said Zoë Doe, the mayor. “We will rebuild it all,\" Doe said.\n\n👍 He claimed that it was “late, very late”. “We are so sorry about it all,” a source said.";
        let mut analyzer = Analyzer::new();
        let mut state = 1_u64;
        for unit in UNITS {
            let report = analyzer.analyze(text, unit);
            for _ in 0..300 {
                let mut report = report.clone();
                let mut place = || {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (state >> 33) as usize % (text.len() + 9)
                };
                for paragraph in &mut report.paragraphs {
                    (paragraph.start, paragraph.end) = (place(), place());
                }
                for mention in report.entities.iter_mut().flat_map(|entity| &mut entity.mentions) {
                    (mention.start, mention.end) = (place(), place());
                }
                for quote in &mut report.quotes {
                    quote.content.iter_mut().for_each(|range| (range.start, range.end) = (place(), place()));
                    quote.cue.iter_mut().for_each(|cue| (cue.start, cue.end) = (place(), place()));
                    quote.source.iter_mut().for_each(|source| (source.start, source.end) = (place(), place()));
                }
                let length = Units::new(text, unit).place(text.len());
                for finding in check_report(text, &report, &Settings::default()) {
                    assert!(finding.range.start <= finding.range.end && finding.range.end <= length);
                }
            }
        }
    }
}
