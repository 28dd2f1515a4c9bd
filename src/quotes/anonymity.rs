//! Sources whom the article keeps nameless, and why.

use crate::text::document::Document;
use crate::text::span::Span;

/// That a source is kept nameless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anonymity {
    /// Where the text says why.
    pub reason: Option<Span>,
}

/// What tells that somebody would not be named.
const REQUESTS: &[&str] = &[
    "asked for anonymity",
    "asked not to be identified",
    "asked not to be named",
    "asked that his name not",
    "asked that her name not",
    "condition of anonymity",
    "condition of not being",
    "condition that he not be",
    "condition that she not be",
    "condition that they not be",
    "declined to be identified",
    "declined to be named",
    "did not want to be identified",
    "did not want to be named",
    "did not wish to be named",
    "granted anonymity",
    "not authorised to speak",
    "not authorized to discuss",
    "not authorized to speak",
    "refused to be named",
    "remain anonymous",
    "requested anonymity",
    "requesting anonymity",
    "speaking anonymously",
    "spoke anonymously",
];

/// Words one of which is in each of them, so that most sentences need not be searched.
const WISHES: &[&str] =
    &["anonymity", "anonymous", "anonymously", "asked", "authorised", "authorized", "condition", "identified", "named"];

/// Nouns that stand for people who are kept nameless.
const NAMELESS: &[&str] = &["source", "sources", "insider", "insiders"];

/// What knowledge makes a description that of somebody who would not be named: `people familiar with the deal`.
const KNOWLEDGE: &[&str] = &["familiar with", "close to", "briefed on", "with knowledge of", "with direct knowledge"];

/// Whether the source at `source`, in a sentence, is kept nameless; `named` tells that it holds a name.
pub fn find(document: &Document, source: Span, sentence: Span, named: bool) -> Option<Anonymity> {
    if named {
        return None;
    }
    let phrase = source.slice(document.text).to_lowercase();
    let head = phrase.split([',', ';']).next().unwrap_or_default();
    let words = || head.split(|character: char| !character.is_alphanumeric());
    let nameless = words()
        .any(|word| NAMELESS.contains(&word) || matches!(word, "anonymous" | "unnamed" | "unidentified"))
        || KNOWLEDGE.iter().any(|knowledge| phrase.contains(knowledge));
    // Letters of lower case may be longer than those of upper case, so places are looked for in the text itself.
    let text = sentence.slice(document.text);
    let asks = document.tokens_in(sentence).iter().any(|at| WISHES.contains(&document.word(at)));
    let request = || REQUESTS.iter().find_map(|request| text.find(request).map(|at| at + request.len()));
    let request = asks.then(request).flatten();
    if !nameless && request.is_none() {
        return None;
    }
    let after = request.unwrap_or(0);
    let reason = ["because", "citing", "for fear", "fearing", "owing to", "due to", "since"]
        .iter()
        .filter_map(|word| text[after..].find(word).map(|at| after + at))
        .min()
        .filter(|_| request.is_some())
        .map(|start| {
            let end = text[start..].find(['.', ';', '“', '"', ',']).map_or(text.len(), |length| start + length);
            Span::new(sentence.start + start, sentence.start + start + text[start..end].trim_end().len())
        });
    Some(Anonymity { reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(text: &str, source: &str) -> Option<Option<String>> {
        let document = Document::new(text);
        let start = text.find(source).unwrap();
        let found = find(&document, Span::new(start, start + source.len()), Span::new(0, text.len()), false)?;
        Some(found.reason.map(|span| span.slice(text).to_owned()))
    }

    #[test]
    fn the_nameless_are_known_by_their_wish() {
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
