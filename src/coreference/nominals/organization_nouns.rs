//! Nouns by which the text describes an organization beside its name: `company` in `Acme, the payments company`.

use super::super::clusters::Clusters;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon::{self, nouns};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

/// The largest number of tokens between a name and the head of the description behind it.
const MAX_DESCRIPTION_TOKENS: usize = 8;

/// Adds the nouns that describe each organization.
pub fn find(document: &Document, mentions: &[Mention], clusters: &mut Clusters) {
    for (id, mention) in MentionId::enumerate(mentions) {
        if !matches!(mention.kind, EntityKind::Organization | EntityKind::Facility) {
            continue;
        }
        let Some(entity) = clusters.of_mention[id] else { continue };
        let found = [before(document, mention.tokens.start), behind(document, mention.tokens.end)];
        let known = &mut clusters.entities[entity].nouns;
        for noun in found.into_iter().flatten() {
            if !known.contains(&noun) {
                known.push(noun);
            }
        }
    }
}

/// The noun before a name: `the charity Shelter`, `The company, Acme Ltd., said`.
fn before(document: &Document, name: TokenIndex) -> Option<String> {
    let last = name.checked_sub(1)?;
    let at = if document.word(last) == "," { last.checked_sub(1)? } else { last };
    // `met the council, Acme and others`
    if at != last && document.sentence_containing(at).start + 3 <= at {
        return None;
    }
    organization_noun(document, at)
}

/// The head of the description behind a name: `Acme, a payments company based in Oslo`, `Acme is the country’s oldest bank`.
fn behind(document: &Document, end: TokenIndex) -> Option<String> {
    let is_description = document.word(end) == "," || matches!(document.word(end), "is" | "was");
    let first = lexicon::to_lowercase(document.word(end + 1)).into_owned();
    if !is_description || !lexicon::is_determiner(&first) {
        return None;
    }
    let words = TokenRange::new(end + 2, (end + 2 + MAX_DESCRIPTION_TOKENS).min(document.end()));
    let inside = words.iter().take_while(|&at| {
        let word = lexicon::to_lowercase(document.word(at));
        let closes = lexicon::is_preposition(&word)
            || lexicon::is_auxiliary(&word)
            || lexicon::is_conjunction(&word)
            || matches!(word.as_ref(), "," | "." | ";" | ":" | "(" | "that" | "which" | "who" | "whose");
        !closes
    });
    organization_noun(document, inside.last()?)
}

/// A token as a noun for an organization, if it is one.
fn organization_noun(document: &Document, at: TokenIndex) -> Option<String> {
    let word = document.word(at);
    nouns::is_organization_noun(word).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coreference::clusters;
    use crate::entities;
    use crate::vocabulary::Vocabulary;

    /// The nouns of the first organization.
    fn nouns_of(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let mentions = entities::tag_entities(&document, &Vocabulary::from_document(&document));
        let mut clusters = clusters::build(&document, &mentions);
        find(&document, &mentions, &mut clusters);
        let organization = clusters.entities.into_iter().find(|entity| entity.kind == EntityKind::Organization);
        organization.expect("an organization").nouns
    }

    #[test]
    fn a_noun_may_stand_before_the_name() {
        assert_eq!(
            nouns_of("Prices fell after the airline Norwegian Air said on Monday that it was closing."),
            ["airline"]
        );
    }

    #[test]
    fn a_description_may_follow_the_name() {
        let text =
            "Barclays Bank, the country’s oldest lender, which is based in London, said on Monday it was closing.";
        assert_eq!(nouns_of(text), ["lender"]);
        assert_eq!(nouns_of("Microsoft Corp. is a software company in Seattle. It said so on Monday."), ["company"]);
    }

    #[test]
    fn a_list_describes_nobody() {
        assert_eq!(nouns_of("On Monday ministers met the council, Microsoft Corp. and others."), [""; 0]);
    }
}
