//! The words of a range, without what belongs to the text's layout or encoding.

use super::units::width;
use super::{Offsets, Range, Report};

impl Report {
    /// Returns the words at a range of `text`, the text that was analyzed: with the replacements in their places,
    /// and each run of blanks as one space.
    ///
    /// A replacement that lies only partly in the range is read where it starts. Any range is accepted; outside the
    /// text there are no words. Takes time in proportion to the range with [`Offsets::Byte`], to the text otherwise.
    ///
    /// ```
    /// use whosaid::{Offsets, analyze};
    /// let text = "“It works  well,” Ada Byron said.";
    /// let report = analyze(text, Offsets::Utf16);
    /// assert_eq!(report.words(text, report.quotes[0].content[0]), "“It works well,”");
    /// ```
    pub fn words(&self, text: &str, range: Range) -> String {
        let (mut at, rest) = match self.offsets {
            Offsets::Byte => (range.start, text.get(range.start..).unwrap_or_default()),
            _ => (0, text),
        };
        let first = self.replacements.partition_point(|replacement| replacement.start < range.start);
        let mut replaced_until = first.checked_sub(1).map_or(0, |before| self.replacements[before].end);
        let mut replacements = self.replacements[first..].iter().peekable();
        let mut words = String::new();
        for character in rest.chars() {
            if at >= range.end {
                break;
            }
            if at >= range.start {
                while let Some(replacement) = replacements.next_if(|replacement| replacement.start <= at) {
                    words.push_str(&replacement.text);
                    replaced_until = replacement.end;
                }
                if at >= replaced_until {
                    words.push(character);
                }
            }
            at += width(character, self.offsets);
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::Replacement;
    use super::*;

    /// The place of a passage in a text.
    fn range(text: &str, offsets: Offsets, passage: &str) -> Range {
        let length = |text: &str| text.chars().map(|character| width(character, offsets)).sum::<usize>();
        let start = length(&text[..text.find(passage).expect("the passage is in the text")]);
        Range { start, end: start + length(passage) }
    }

    /// An empty report on a text of which each of these passages is to be read as something else.
    fn report(text: &str, offsets: Offsets, replaced: &[(&str, &str)]) -> Report {
        let mut report = crate::analyze("", offsets);
        let replacement = |&(passage, words): &(&str, &str)| {
            let Range { start, end } = range(text, offsets, passage);
            Replacement { start, end, text: words.to_owned() }
        };
        report.replacements = replaced.iter().map(replacement).collect();
        report
    }

    const TEXT: &str = "👋 “A co-\nordinated\n> ef\u{ad}fort,&rdquo; he said";
    const REPLACED: &[(&str, &str)] = &[("-\n", ""), ("\n> ", " "), ("\u{ad}", ""), ("&rdquo;", "”")];

    #[test]
    fn layout_and_encoding_are_not_read() {
        let quote = "“A co-\nordinated\n> ef\u{ad}fort,&rdquo;";
        for offsets in [Offsets::Utf16, Offsets::CodePoint, Offsets::Byte] {
            let words = report(TEXT, offsets, REPLACED).words(TEXT, range(TEXT, offsets, quote));
            assert_eq!(words, "“A coordinated effort,”", "{offsets:?}");
        }
    }

    #[test]
    fn ranges_side_by_side_have_the_words_of_the_whole() {
        let report = report(TEXT, Offsets::CodePoint, REPLACED);
        let whole: String = report.words(TEXT, Range { start: 0, end: 100 }).split(' ').collect();
        for middle in 0..50 {
            let parts = [Range { start: 0, end: middle }, Range { start: middle, end: 100 }];
            let parts: String = parts.iter().map(|&range| report.words(TEXT, range).replace(' ', "")).collect();
            assert_eq!(parts, whole, "cut at {middle}");
        }
    }

    #[test]
    fn ranges_outside_the_text_have_no_words() {
        let report = report("aé", Offsets::Byte, &[]);
        for (start, end) in [(2, 3), (9, 12), (3, 1)] {
            assert_eq!(report.words("aé", Range { start, end }), "");
        }
    }
}
