//! The words behind references to each entity, which may describe it later: `Doe, who directed it` is `the director`.

use rustc_hash::FxHashSet;

use super::SpeakerContext;
use crate::coreference::entity::EntityId;
use crate::coreference::names::matching;
use crate::coreference::sources::referent::SourceReferent;
use crate::lexicon;
use crate::text::token_index::TokenRange;
use crate::text::tokens::TokenKind;
use crate::vocabulary::ribbon;

/// For each entity, the stems of the words behind its references.
#[derive(Debug, Default)]
pub struct ContextWords(FxHashSet<(u64, EntityId)>);

/// How many tokens behind a reference are looked at.
const MAX_DISTANCE: usize = 24;

/// Endings that are left out of a stem, longer ones first.
const ENDINGS: &[&str] =
    &["woman", "women", "ress", "ing", "ers", "ors", "ion", "man", "men", "ess", "er", "or", "ed", "es", "e", "s"];

/// The fewest letters of a stem.
const MIN_STEM: usize = 3;

impl ContextWords {
    /// Collects the words behind each reference, up to the next reference or the end of the sentence, as far as descriptions of
    /// speakers have them too.
    pub fn of(context: &SpeakerContext) -> Self {
        let wanted = described_stems(context);
        if wanted.is_empty() {
            return Self::default();
        }
        let document = context.document;
        let references = &context.coreference.references;
        let mut words_of = FxHashSet::default();
        for (number, own) in references.iter().enumerate().filter(|(_, own)| own.quote.is_none() && !own.modifies) {
            let sentence = document.sentences[own.sentence()].end;
            let next = references.get(number + 1).map_or(sentence, |next| next.tokens.start);
            let end = (own.tokens.end + MAX_DISTANCE).min(sentence).min(next);
            let words = TokenRange::new(own.tokens.end.min(end), end);
            let words = words.iter().filter(|&at| document.tokens[at].kind == TokenKind::Word);
            let stems = words.map(|at| stem(document.word(at))).filter(|stem| wanted.contains(stem));
            words_of.extend(stems.map(|stem| (stem, own.entity)));
        }
        Self(words_of)
    }

    /// Returns whether a word of this stem stands behind a reference to an entity.
    pub fn contains(&self, stem: u64, entity: EntityId) -> bool {
        self.0.contains(&(stem, entity))
    }
}

/// The stems of the words by which speakers are described.
fn described_stems(context: &SpeakerContext) -> FxHashSet<u64> {
    let document = context.document;
    let needs_no_description = |referent: &SourceReferent| {
        matches!(referent, SourceReferent::NoSource | SourceReferent::Named { .. } | SourceReferent::Pronoun(_))
    };
    let sources = context.quotes.iter().zip(&context.coreference.sources.of_quote);
    let described =
        sources.filter(|(_, referent)| !needs_no_description(referent)).filter_map(|(quote, _)| quote.source);
    let words = described.flat_map(|source| document.tokens_in(source).iter());
    words.map(|at| stem(document.word(at))).collect()
}

/// Returns the hash of a word's stem: `directed` and `director` have the same.
pub fn stem(word: &str) -> u64 {
    let plain = matching::plain(&lexicon::to_lowercase(word));
    let shorter = ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending)).filter(|stem| stem.len() >= MIN_STEM);
    ribbon::hash(shorter.unwrap_or(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_family_have_one_stem() {
        for (first, second) in
            [("director", "directed"), ("chairwoman", "chaired"), ("driver", "driving"), ("coach", "coaches")]
        {
            assert_eq!(stem(first), stem(second), "{first}, {second}");
        }
        assert_ne!(stem("director"), stem("driver"));
    }
}
