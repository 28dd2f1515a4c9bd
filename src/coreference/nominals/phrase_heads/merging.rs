//! Coordinated phrases that stand for one person or one group.

use super::super::descriptions;
use super::Head;
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

/// Merges heads that only look like several: `state and local officials`, `actor and author Jane Doe`, `a lawyer and
/// activist`.
pub(super) fn merge(document: &Document, mentions: &[Mention], mut heads: Vec<Head>) -> Vec<Head> {
    let bare = |at: TokenIndex| !lexicon::is_determiner(&lexicon::to_lowercase(document.word(at)));
    let one = |words: TokenRange| {
        descriptions::read(document, words).is_none_or(|found| found.kind == EntityKind::Person)
            && !is_plural(document, words)
    };
    while let [.., before, last] = heads.as_slice() {
        let merged = match (before, last) {
            (Head::Name(name), Head::Words(words)) if mentions[*name].role.is_none() => {
                (bare(words.start) && words.len() > 1 && is_plural(document, *words))
                    .then(|| Head::Words(TokenRange::new(mentions[*name].tokens.start, words.end)))
            }
            (Head::Words(before), Head::Words(words)) if bare(words.start) && document.word(before.end) == "and" => {
                let read = descriptions::read(document, *before).is_some();
                // `the work and pensions minister`
                let is_office = !bare(before.start)
                    && words.len() > 1
                    && descriptions::read(document, *words).is_some_and(|found| found.kind == EntityKind::Person);
                let is_several = is_plural(document, *words) && (bare(before.start) || words.len() > 1);
                let shared = !read && (is_several || is_office);
                let same = read && one(*before) && one(*words);
                if same {
                    Some(Head::Words(*before))
                } else {
                    shared.then_some(Head::Words(TokenRange::new(before.start, words.end)))
                }
            }
            (Head::Words(before), Head::Name(name)) if mentions[*name].kind == EntityKind::Person => {
                let and = TokenRange::new(before.end, mentions[*name].tokens.start)
                    .iter()
                    .rfind(|&at| document.word(at) == "and");
                let read = descriptions::read(document, *before).is_some();
                let same = read && bare(before.start) && one(*before) && and.is_some_and(|and| bare(and + 1));
                same.then_some(Head::Name(*name))
            }
            _ => None,
        };
        let Some(merged) = merged else { break };
        heads.truncate(heads.len() - 2);
        heads.push(merged);
    }
    heads
}

fn is_plural(document: &Document, words: TokenRange) -> bool {
    let last = document.word(words.end - 1);
    descriptions::is_several(last) || last.ends_with('s') && descriptions::read(document, words).is_some()
}
