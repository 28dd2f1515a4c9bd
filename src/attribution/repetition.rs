//! Quotes whose words recur in another quote: the headline `‘We won,’ says mayor` above an article in which Jane Doe says so.

use super::basis::{Attribution, Basis};
use crate::coreference::entity::EntityId;
use crate::lexicon;
use crate::quotes::quote::{Quote, QuoteId, QuoteKind};
use crate::text::document::Document;
use crate::text::paragraphs::ParagraphRole;
use crate::text::token_index::TokenIndex;
use crate::text::tokens::TokenKind;

/// The most quotes of an article that are searched for elsewhere, so that time stays linear.
const MAX_SEARCHED: usize = 30;

/// The fewest words of a quote outside of headlines and captions that count as a repetition and not as chance.
const MIN_WORDS: usize = 3;

/// Returns new attributions for quotes whose words recur in a quote with a named speaker. They are quotes in headlines and
/// captions unless a name stands beside them, and elsewhere quotes of at least [`MIN_WORDS`] words without a named speaker.
pub fn repeated(
    document: &Document,
    quotes: &[Quote],
    attributions: &[Attribution],
    is_named: impl Fn(EntityId) -> bool,
) -> Vec<(QuoteId, Attribution)> {
    let is_open = |&(id, quote): &(QuoteId, &Quote)| {
        let own = &attributions[id.number()];
        let is_told =
            own.speaker.is_some_and(&is_named) && (own.basis == Basis::Named || !stands_apart(document, quote));
        quote.kind != QuoteKind::Indirect && quote.within.is_none() && !is_told
    };
    let open: Vec<(QuoteId, Vec<String>)> = QuoteId::enumerate(quotes)
        .filter(is_open)
        .take(MAX_SEARCHED)
        .map(|(id, quote)| (id, marked_words(document, quote)))
        .filter(|(id, words)| words.len() >= if stands_apart(document, &quotes[*id]) { 1 } else { MIN_WORDS })
        .collect();
    let mut found: Vec<Vec<Attribution>> = vec![Vec::new(); open.len()];
    if !open.is_empty() {
        for (id, quote) in QuoteId::enumerate(quotes) {
            let own = attributions[id.number()];
            let is_told = own.speaker.is_some_and(&is_named) && quote.kind != QuoteKind::Indirect;
            if !is_told || stands_apart(document, quote) {
                continue;
            }
            let said = words(document, tokens(document, quote));
            for ((other, sought), found) in open.iter().zip(&mut found) {
                if *other != id && said.windows(sought.len()).any(|window| window == *sought) {
                    found.push(own);
                }
            }
        }
    }
    let of_one = |((id, _), found): ((QuoteId, Vec<String>), Vec<Attribution>)| {
        let first = *found.first()?;
        let is_one = found.iter().all(|other| other.speaker == first.speaker);
        is_one.then_some((id, Attribution { name: None, ..first }))
    };
    open.into_iter().zip(found).filter_map(of_one).collect()
}

/// Whether a quote stands in a headline or a caption.
fn stands_apart(document: &Document, quote: &Quote) -> bool {
    let number = document.paragraph_number(document.token_at(quote.extent().start()));
    let paragraph = document.paragraphs.get(number);
    paragraph.is_some_and(|paragraph| matches!(paragraph.role, ParagraphRole::Headline | ParagraphRole::Caption))
}

/// The tokens of a quote.
fn tokens<'d>(document: &'d Document, quote: &'d Quote) -> impl Iterator<Item = TokenIndex> + 'd {
    quote.content.iter().flat_map(|&piece| document.tokens_in(piece).iter())
}

/// The words among some tokens, in lower case.
fn words(document: &Document, tokens: impl Iterator<Item = TokenIndex>) -> Vec<String> {
    let words = tokens.filter(|&at| matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Number));
    words.map(|at| lexicon::to_lowercase(document.word(at)).into_owned()).collect()
}

/// The words of a quote: of one that is partly in the reporter's words, those between its marks.
fn marked_words(document: &Document, quote: &Quote) -> Vec<String> {
    let is_mark = |at: TokenIndex| document.tokens[at].kind == TokenKind::QuotationMark;
    let opens_unmarked = tokens(document, quote).next().is_some_and(|first| !is_mark(first));
    let mut is_marked = !(opens_unmarked && tokens(document, quote).any(is_mark));
    if is_marked {
        return words(document, tokens(document, quote));
    }
    let marked = tokens(document, quote).filter(|&at| {
        is_marked ^= is_mark(at);
        is_marked
    });
    words(document, marked)
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, analyze};

    /// The speaker of the first quote.
    fn first_speaker(text: &str) -> Option<String> {
        let report = analyze(text, Offsets::Byte);
        let speaker = report.quotes.first()?.speaker.clone()?;
        report.entities.into_iter().find(|entity| entity.id == speaker).map(|entity| entity.name)
    }

    #[test]
    fn a_headline_quotes_who_says_so_in_the_text() {
        let text = "Bridge ‘is not safe’, says mayor\n\nThe old bridge was closed on Monday after a long dispute. “The bridge is not safe, and everybody knows it,” Jane Doe said at the town hall. The council will meet again on Friday.";
        assert_eq!(first_speaker(text).as_deref(), Some("Jane Doe"));
    }

    #[test]
    fn only_the_words_between_marks_need_be_repeated() {
        let text = "City’s mayor calls closure ‘an insult’ to voters\n\nThe old bridge was closed on Monday after a long dispute. Jane Doe said at the town hall that the decision was “an insult to everybody”. The council will meet again on Friday.";
        assert_eq!(first_speaker(text).as_deref(), Some("Jane Doe"));
    }

    #[test]
    fn of_two_who_say_so_neither_is_taken() {
        let text = "‘It was a long day,’ says passenger\n\nThe ferries stopped on Monday. “It was a long day,” Jane Doe said. “It was a long day,” said John Roe, who had waited since noon.";
        assert_eq!(first_speaker(text).as_deref(), Some("passenger"));
    }
}
