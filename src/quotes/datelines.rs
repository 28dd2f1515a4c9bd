//! What a paragraph begins with that is no part of its first sentence: the
//! dateline of an agency, the time of day of a live blog.

use crate::lexicon;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// A paragraph's tokens without its opening: `KYIV, March 3 (AP) – The …`, `14:05 The storm …`
pub fn without(document: &Document, paragraph: TokenRange) -> TokenRange {
    let start = dateline(document, &paragraph).or_else(|| time(document, &paragraph)).unwrap_or(paragraph.start);
    TokenRange::new(start.min(paragraph.end - 1), paragraph.end)
}

/// How many tokens a dateline has at most.
const LONGEST: usize = 14;

fn dateline(document: &Document, paragraph: &TokenRange) -> Option<TokenIndex> {
    let dash = (TokenRange::new(paragraph.start + 1, paragraph.end.min(paragraph.start + LONGEST)))
        .iter()
        .find(|&at| matches!(document.word(at), "–" | "—" | "--" | "-" | "―") && document.tokens[at].spaced)?;
    let opening = TokenRange::new(paragraph.start, dash);
    let place = document.word(opening.iter().find(|&at| document.tokens[at].kind == TokenKind::Word)?);
    let agency = document.word(paragraph.start) == "(" && document.word(dash - 1) == ")";
    let shouted = place.len() > 1 && place.chars().all(|letter| !letter.is_lowercase());
    let plain = opening.iter().all(|at| {
        let word = document.word(at);
        match document.tokens[at].kind {
            TokenKind::Word => word.starts_with(char::is_uppercase) || matches!(word, "de" | "of"),
            TokenKind::Number => true,
            TokenKind::Punctuation => matches!(word, "," | "(" | ")" | "." | "/" | "-"),
            _ => false,
        }
    });
    (plain && (shouted || agency)).then_some(dash + 1)
}

fn time(document: &Document, paragraph: &TokenRange) -> Option<TokenIndex> {
    let start = paragraph.start;
    let digits = |word: &str, length: std::ops::Range<usize>| {
        length.contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit())
    };
    let clock = |hours: &str, minutes: &str| digits(hours, 1..3) && digits(minutes, 2..3);
    let whole = document.word(start).split_once([':', '.']).is_some_and(|(hours, minutes)| clock(hours, minutes));
    let parted = document.word(start + 1) == ":" && clock(document.word(start), document.word(start + 2));
    let mut at = match (whole, parted) {
        (true, _) => start + 1,
        (_, true) => start + 3,
        _ => return None,
    };
    let zone = |word: &str| {
        matches!(
            lexicon::to_lowercase(word).as_ref(),
            "gmt" | "bst" | "et" | "am" | "pm" | "a.m." | "p.m." | "-" | "–" | "—" | ":"
        )
    };
    while at + 1 < paragraph.end && zone(document.word(at)) {
        at += 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_and_times_are_no_part_of_the_first_sentence() {
        for (text, rest) in [
            ("NAIROBI, March 3 – “It is over,” she said.", "“It is over,” she said."),
            ("WASHINGTON (AP) — The plan is dead.", "The plan is dead."),
            ("(UPI) — The plan is dead.", "The plan is dead."),
            ("14:05 The storm is here.", "The storm is here."),
            ("12:25 p.m. The storm is here.", "The storm is here."),
            ("The plan – a good one – is dead.", "The plan – a good one – is dead."),
            ("NATO said – again – no.", "NATO said – again – no."),
        ] {
            let document = Document::new(text);
            let tokens = without(&document, document.paragraphs[0].tokens);
            assert_eq!(document.span(tokens).slice(text), rest);
        }
    }
}
