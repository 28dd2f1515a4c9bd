//! Truecasing: gives a text written in capitals, in small letters or in title case the letters that it would usually have.
//!
//! Such texts come from old wires and from collections that were folded to one case. The entity tagger finds their names in
//! a form without case, which it was trained on too, and later stages read a text with ordinary capitals (Lita, Ittycheriah,
//! Roukos and Kambhatla, tRuEcasIng, ACL 2003). Letters keep their places, so that offsets stay as they are.

mod capitalization;
mod restoration;

use crate::entities::{TaggerCache, tag_names};
use crate::text::casing;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::vocabulary::Vocabulary;

/// Returns the text with its usual capitals, of the same length, or `None` if its case is usual.
pub fn restore_case(text: &str, vocabulary: &mut Vocabulary, cache: &mut TaggerCache) -> Option<String> {
    let lines = casing::caseless_lines(text);
    if lines.is_empty() {
        return None;
    }
    let capitalized = without_case(text, &lines);
    let document = Document::without_case(&capitalized);
    vocabulary.add_document(&document);
    let names = tag_names(&document, vocabulary, cache);
    Some(restoration::restore(&document, &names, &lines))
}

/// Returns the form of a text of which the entity tagger learns names without case.
#[cfg(any(test, feature = "training"))]
pub fn caseless_form(text: &str) -> String {
    without_case(text, &[Span::new(0, text.len())])
}

/// Rewrites lines so that texts in capitals, in small letters and in title case are the same.
fn without_case(text: &str, lines: &[Span]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for line in lines {
        new.push_str(&text[at..line.start()]);
        for (number, part) in line.slice(text).split('\n').enumerate() {
            if number > 0 {
                new.push('\n');
            }
            capitalization::push_capitalized(part, &mut new);
        }
        at = line.end();
    }
    new.push_str(&text[at..]);
    new
}

/// Returns a letter in the other case, if it takes as many bytes.
fn with_length(letter: char, mut changed: impl Iterator<Item = char>) -> char {
    match (changed.next(), changed.next()) {
        (Some(only), None) if only.len_utf8() == letter.len_utf8() => only,
        _ => letter,
    }
}

fn small(letter: char) -> char {
    with_length(letter, letter.to_lowercase())
}

fn capital(letter: char) -> char {
    with_length(letter, letter.to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored(text: &str) -> Option<String> {
        restore_case(text, &mut Vocabulary::default(), &mut TaggerCache::default())
    }

    const USUAL: &str = "President Donald Trump met Angela Merkel in Berlin on Monday. “We will talk,” he told Reuters. The U.S. has \
        asked Germany for help, said Sen. John Smith of Ohio.";

    #[test]
    fn a_usual_text_is_left_as_it_is() {
        assert_eq!(restored(USUAL), None);
        assert_eq!(restored(""), None);
        assert_eq!(restored("1,000 — 2,000"), None);
    }

    #[test]
    fn texts_without_case_are_restored() {
        assert_eq!(restored(&USUAL.to_uppercase()).as_deref(), Some(USUAL));
        assert_eq!(restored(&USUAL.to_lowercase()).as_deref(), Some(USUAL));
    }

    #[test]
    fn every_byte_keeps_its_place() {
        for text in [
            "IN DER STRAẞE VON İSTANBUL ǅ ŉ BIS NACH NEUSS UND WEITER",
            "in der straße ﬁn ŉ ΐ größe neuss und immer weiter",
        ] {
            let new = restored(text).unwrap();
            let places =
                |text: &str| text.char_indices().map(|(at, letter)| (at, letter.len_utf8())).collect::<Vec<_>>();
            assert_eq!(places(&new), places(text), "{new}");
        }
    }
}
