//! Sources that the article keeps anonymous, and why.

use crate::lexicon::anonymity_phrases::{
    anonymity_reason_start, anonymity_request_end, describes_anonymous_source, is_anonymity_request_word,
    is_anonymous_source_word,
};
use crate::text::document::Document;
use crate::text::span::Span;

/// That a source is kept anonymous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anonymity {
    /// Where the text gives the reason.
    pub reason: Option<Span>,
}

/// What sentences say of their sources; it remembers the last one, which may be long and hold many quotes.
#[derive(Default)]
pub struct AnonymityRequests {
    last: Option<(Span, Option<Anonymity>)>,
}

impl AnonymityRequests {
    /// Returns whether and why a sentence keeps its sources anonymous.
    fn of_sentence(&mut self, document: &Document, sentence: Span) -> Option<Anonymity> {
        match self.last {
            Some((known, request)) if known == sentence => request,
            _ => {
                let request = find_request(document, sentence);
                self.last = Some((sentence, request));
                request
            }
        }
    }

    /// Returns whether and why a source is kept anonymous, by its own words and its sentence; a source with a
    /// person's name is not.
    pub fn find(&mut self, document: &Document, source: Span, sentence: Span, is_named: bool) -> Option<Anonymity> {
        if is_named {
            return None;
        }
        self.of_sentence(document, sentence)
            .or_else(|| is_unnamed(source.slice(document.text)).then_some(Anonymity { reason: None }))
    }
}

/// Returns whether a source is anonymous by its own words.
fn is_unnamed(source: &str) -> bool {
    let phrase = source.to_lowercase();
    let head = phrase.split([',', ';']).next().unwrap_or_default();
    head.split(|character: char| !character.is_alphanumeric()).any(is_anonymous_source_word)
        || describes_anonymous_source(&phrase)
}

fn find_request(document: &Document, sentence: Span) -> Option<Anonymity> {
    // Lower-casing can change the length of letters, so offsets are searched in the text itself.
    let text = sentence.slice(document.text);
    let may_request = document.tokens_in(sentence).iter().any(|token| is_anonymity_request_word(document.word(token)));
    let request_end = may_request.then(|| anonymity_request_end(text)).flatten()?;
    let reason = anonymity_reason_start(&text[request_end..]).map(|start| {
        let start = request_end + start;
        let end = text[start..].find(['.', ';', '“', '"', ',']).map_or(text.len(), |length| start + length);
        Span::new(sentence.start() + start, sentence.start() + start + text[start..end].trim_end().len())
    });
    Some(Anonymity { reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(text: &str, source: &str) -> Option<Option<String>> {
        let document = Document::new(text);
        let start = text.find(source).unwrap();
        let source = Span::new(start, start + source.len());
        let anonymity = AnonymityRequests::default().find(&document, source, Span::new(0, text.len()), false)?;
        Some(anonymity.reason.map(|span| span.slice(text).to_owned()))
    }

    #[test]
    fn sources_that_ask_not_to_be_named_are_anonymous() {
        assert_eq!(
            reason(
                "“It is over,” said a senior official, who spoke on condition of anonymity because he was not allowed to talk.",
                "a senior official"
            ),
            Some(Some("because he was not allowed to talk".to_owned()))
        );
        assert_eq!(
            reason("Two people familiar with the deal said it was off.", "Two people familiar with the deal"),
            Some(None)
        );
        assert_eq!(reason("A source said it was off.", "A source"), Some(None));
    }

    #[test]
    fn a_spokesman_without_a_name_is_not_anonymous() {
        assert_eq!(reason("A police spokesman said it was off.", "A police spokesman"), None);
        assert_eq!(reason("People in the street said it was off.", "People in the street"), None);
    }
}
