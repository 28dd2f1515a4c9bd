//! From one part of a report to another, and to the text.

use super::{Cue, Entity, Marked, Mention, Paragraph, Quote, Range, Report, Source};

impl Report {
    /// Returns the entity with an `id`, such as `e1`.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.id == id)
    }

    /// Returns who said a quote of this report; nobody where the text does not tell surely.
    ///
    /// ```
    /// use whosaid::{Offsets, analyze};
    /// let report = analyze("“It works,” Ada Byron said.", Offsets::Byte);
    /// assert_eq!(report.speaker(&report.quotes[0]).map(|speaker| speaker.name.as_str()), Some("Ada Byron"));
    /// ```
    pub fn speaker(&self, quote: &Quote) -> Option<&Entity> {
        self.entity(quote.speaker.as_deref()?)
    }

    /// Returns the words of a quote, its pieces side by side, quotation marks included; `text` is the text that was
    /// analyzed.
    ///
    /// ```
    /// use whosaid::{Offsets, analyze};
    /// let text = "“It works,” Ada Byron said, “remarkably well.”";
    /// let report = analyze(text, Offsets::Byte);
    /// assert_eq!(report.quote_text(text, &report.quotes[0]), "“It works,” “remarkably well.”");
    /// ```
    pub fn quote_text(&self, text: &str, quote: &Quote) -> String {
        quote.content.iter().map(|&range| self.words(text, range)).collect::<Vec<_>>().join(" ")
    }
}

/// Gives a part of a report its range.
macro_rules! ranges {
    ($($type:ty)+) => {$(
        impl $type {
            /// Returns its range of the text.
            pub fn range(&self) -> Range {
                Range { start: self.start, end: self.end }
            }
        }
    )+};
}

ranges! { Cue Marked Mention Paragraph Source }
