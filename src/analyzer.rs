//! All stages in their order, and what is kept from one text to the next.

use crate::attribution::Attributed;
use crate::crf::cache::LONG;
use crate::language::Languages;
use crate::layout::ReadingText;
use crate::quotes::FoundQuotes;
use crate::report::{self, Explanation, Offsets, Report};
use crate::text::Document;
use crate::vocabulary::Vocabulary;
use crate::{attribution, coreference, entities, language, layout, quotes, truecasing};

/// How many words are kept at most for the next text.
const WORDS: usize = 20_000;

/// How long a text may be at most, in bytes: places are counted in 32 bits, and with its marks written as `“…”` a text may
/// become several times as long.
const MAX_BYTES: usize = 500_000_000;

/// Analyzes one text after another: articles of an archive, or one that is being written.
///
/// It remembers what it has worked out for words and, of the last text, for sentences, so that little is left to do
/// where a few have changed. Reports are the same as from [`analyze`](crate::analyze), whatever it has read before.
///
/// ```
/// use whosaid::{Analyzer, Offsets, analyze};
/// let mut analyzer = Analyzer::new();
/// for text in ["“It works,” Ada Byron said.", "“It works well,” Ada Byron said."] {
///     assert_eq!(analyzer.analyze(text, Offsets::Utf16), analyze(text, Offsets::Utf16));
/// }
/// ```
#[derive(Default)]
pub struct Analyzer {
    vocabulary: Vocabulary,
    names_without_case: entities::TaggerCache,
    names: entities::TaggerCache,
    quotes: quotes::QuoteCache,
}

impl Analyzer {
    /// An analyzer that has read nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Analyzes a text; any is accepted, and an empty one gives an empty report, as does one of more than 500 MB.
    pub fn analyze(&mut self, text: &str, offsets: Offsets) -> Report {
        self.analyze_with_progress(text, offsets, |_| {})
    }

    /// Analyzes a text and tells after each stage about how much of the work is done, from 0 to 1.
    pub fn analyze_with_progress(&mut self, text: &str, offsets: Offsets, mut done: impl FnMut(f32)) -> Report {
        self.stages(text, &mut done, |reading, document, languages, found, attributed| {
            report::build(reading, document, languages, found, attributed, offsets)
        })
    }

    /// Analyzes a text and explains, for each quote and each resolved mention of its report, which rule decided.
    ///
    /// ```
    /// use whosaid::{Analyzer, Offsets};
    /// let explanation = Analyzer::new().explain("“It works,” Ada Byron said.", Offsets::Utf16);
    /// assert_eq!(explanation.quotes[0].attribution.rule, "named");
    /// ```
    pub fn explain(&mut self, text: &str, offsets: Offsets) -> Explanation {
        self.stages(text, &mut |_| {}, |reading, _, _, found, attributed| {
            report::explain(reading, &found.quotes, &attributed, offsets)
        })
    }

    /// Runs all stages and hands what they found to `finish`.
    fn stages<T>(
        &mut self,
        text: &str,
        done: &mut impl FnMut(f32),
        finish: impl FnOnce(&ReadingText, &Document, &Languages, FoundQuotes, Attributed) -> T,
    ) -> T {
        let text = if text.len() > MAX_BYTES { "" } else { text };
        let mut reading = layout::read_lines(text);
        if let Some(text) = truecasing::restore_case(reading.text(), &mut self.vocabulary, &mut self.names_without_case)
        {
            reading.change_case(text);
        }
        layout::read_parts(&mut reading);
        let mut whole = Document::new(reading.text());
        let languages = language::identify_languages(&whole);
        let english = language::english_part(&whole, &languages);
        let document = english.as_ref().unwrap_or(&whole);
        self.vocabulary.add_document(document);
        // Then nothing is kept for the next text, and each stage's share is given back as soon as it is of no use.
        let forgets = self.vocabulary.len() > WORDS || document.tokens.len() > LONG;
        if forgets {
            self.vocabulary.forget_letters();
            self.names_without_case = Default::default();
        }
        // The shares are those of a profile over news articles.
        done(0.15);
        let mentions = entities::tag_entities_cached(document, &self.vocabulary, &mut self.names);
        if forgets {
            self.names = Default::default();
        }
        done(0.5);
        let found = quotes::find_quotes_cached(document, &self.vocabulary, &mentions, &mut self.quotes);
        if forgets {
            self.quotes = Default::default();
        }
        done(0.85);
        let coreference = coreference::resolve(document, &self.vocabulary, &mentions, &found.quotes);
        if forgets {
            self.vocabulary = Vocabulary::default();
        } else {
            self.vocabulary.forget_document();
        }
        let attributed = attribution::attribute(document, &mentions, &found.quotes, coreference);
        done(0.95);
        // The report, which is large itself, needs only the paragraphs.
        drop((mentions, english));
        (whole.tokens, whole.sentences) = Default::default();
        finish(&reading, &whole, &languages, found, attributed)
    }
}

/// Analyzes an article; an [`Analyzer`] is faster for several.
///
/// Any text is accepted, and none makes it panic; an empty one gives an empty report, as does one of more than 500 MB.
///
/// ```
/// use whosaid::{Offsets, analyze};
/// let report = analyze("“It works,” Ada Byron said.", Offsets::CodePoint);
/// assert_eq!(report.quotes[0].kind, whosaid::QuoteKind::Direct);
/// assert_eq!(report.quotes[0].speaker, Some(report.entities[0].id.clone()));
/// assert_eq!(report.entities[0].name, "Ada Byron");
/// assert_eq!((report.quotes[0].content[0].start, report.quotes[0].content[0].end), (0, 11));
/// ```
pub fn analyze(text: &str, offsets: Offsets) -> Report {
    Analyzer::new().analyze(text, offsets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_case_has_the_report_of_the_usual_text() {
        let usual = "Mayor Jane Doe said: “We will rebuild.” She added that work starts on Monday. The U.S. has promised help, John \
            Smith of the White House told Reuters.";
        let expected = analyze(usual, Offsets::Utf16);
        assert_eq!(expected.quotes.len(), 3);
        for text in [usual.to_uppercase(), usual.to_lowercase()] {
            let report = analyze(&text, Offsets::Utf16);
            let quotes = |report: &Report| {
                let quote = |quote: &crate::report::Quote| (quote.content.clone(), quote.source, quote.speaker.clone());
                report.quotes.iter().map(quote).collect::<Vec<_>>()
            };
            assert_eq!(quotes(&report), quotes(&expected), "{text}");
            let names = |report: &Report| report.entities.iter().map(|entity| entity.name.clone()).collect::<Vec<_>>();
            assert_eq!(names(&report), names(&expected), "{text}");
        }
    }

    #[test]
    fn an_empty_text_gives_an_empty_report() {
        let report = analyze("", Offsets::default());
        assert!(report.paragraphs.is_empty() && report.entities.is_empty() && report.quotes.is_empty());
    }
}
