//! What can stand before the first sentence of a paragraph: an agency's dateline, the time of day in a live blog.

use crate::lexicon;
use crate::text::document::Document;
use crate::text::punctuation::{is_dash, is_long_dash};
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// The largest number of tokens in a dateline.
const MAX_DATELINE_TOKENS: usize = 14;

/// Returns a paragraph's tokens without its dateline or time: `KYIV, March 3 (AP) – The …`, `14:05 The storm …`
pub fn without_dateline(document: &Document, paragraph: TokenRange) -> TokenRange {
    let start = dateline_end(document, paragraph).or_else(|| time_end(document, paragraph)).unwrap_or(paragraph.start);
    TokenRange::new(start.min(paragraph.end - 1), paragraph.end)
}

fn dateline_end(document: &Document, paragraph: TokenRange) -> Option<TokenIndex> {
    let search = TokenRange::new(paragraph.start + 1, paragraph.end.min(paragraph.start + MAX_DATELINE_TOKENS));
    let dash = search.iter().find(|&token| is_dash(document.word(token)) && document.tokens[token].spaced)?;
    let dateline = TokenRange::new(paragraph.start, dash);
    let place = document.word(dateline.iter().find(|&token| document.tokens[token].kind == TokenKind::Word)?);
    let is_agency = document.word(paragraph.start) == "(" && document.word(dash - 1) == ")";
    let is_all_capitals = place.len() > 1 && place.chars().all(|letter| !letter.is_lowercase());
    let is_plain = dateline.iter().all(|token| {
        let word = document.word(token);
        match document.tokens[token].kind {
            TokenKind::Word => word.starts_with(char::is_uppercase) || matches!(word, "de" | "of"),
            TokenKind::Number => true,
            TokenKind::Punctuation => matches!(word, "," | "(" | ")" | "." | "/" | "-"),
            _ => false,
        }
    });
    (is_plain && (is_all_capitals || is_agency)).then_some(dash + 1)
}

fn time_end(document: &Document, paragraph: TokenRange) -> Option<TokenIndex> {
    let start = paragraph.start;
    let is_number = |word: &str| word.chars().all(|character| character.is_ascii_digit());
    let is_time = |hours: &str, minutes: &str| {
        (1..=2).contains(&hours.len()) && is_number(hours) && minutes.len() == 2 && is_number(minutes)
    };
    let is_one_token =
        document.word(start).split_once([':', '.']).is_some_and(|(hours, minutes)| is_time(hours, minutes));
    let mut end = if is_one_token {
        start + 1
    } else if document.word(start + 1) == ":" && is_time(document.word(start), document.word(start + 2)) {
        start + 3
    } else {
        return None;
    };
    let belongs_to_time = |word: &str| {
        is_long_dash(word)
            || matches!(
                lexicon::to_lowercase(word).as_ref(),
                "gmt" | "bst" | "et" | "am" | "pm" | "a.m." | "p.m." | "-" | ":"
            )
    };
    while end + 1 < paragraph.end && belongs_to_time(document.word(end)) {
        end += 1;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_and_times_do_not_belong_to_the_first_sentence() {
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
            let tokens = without_dateline(&document, document.paragraphs[0].tokens);
            assert_eq!(document.span(tokens).slice(text), rest);
        }
    }
}
