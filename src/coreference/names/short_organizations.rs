//! Short names of organizations: `Kestrel` for `Kestrel Foods`.

use rustc_hash::FxHashMap;

use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon::{gazetteer, given_names, nouns};
use crate::text::document::Document;
use crate::text::token_index::TokenRange;

/// The most words of a short name.
const MAX_WORDS: usize = 2;

/// Words with which names of several organizations begin.
const COMMON_WORDS: &[&str] = &["Crown", "House", "People", "Republican", "Democratic"];

/// How the article uses a name.
struct NameUse {
    /// Its first mention below the headline, if there is one.
    first: Option<usize>,
    /// Whether it is an organization's wherever it is mentioned.
    is_organization: bool,
    /// Whether it may be short for a longer one.
    may_be_short: bool,
}

/// Returns the long name for each short one, by the keys of both: the only longer name that begins with it, if the text below
/// the headline does not use the short one before. Whoever writes `the BBC` before `BBC News` means two organizations.
pub fn find(document: &Document, mentions: &[Mention], key: impl Fn(&Mention) -> String) -> FxHashMap<String, String> {
    let headlines: Vec<TokenRange> = document.body().take(document.headlines()).map(|one| one.tokens).collect();
    let mut uses: FxHashMap<String, NameUse> = FxHashMap::default();
    for (number, mention) in mentions.iter().enumerate().filter(|(_, mention)| may_be_named(mention)) {
        let is_organization = mention.kind == EntityKind::Organization;
        let may_be_short = is_short_name(document, mention);
        let own = uses.entry(key(mention)).or_insert(NameUse { first: None, is_organization, may_be_short });
        own.is_organization &= is_organization;
        own.may_be_short &= may_be_short;
        if !headlines.iter().any(|headline| headline.contains(mention.tokens.start)) {
            own.first.get_or_insert(number);
        }
    }
    let mut longer: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for (own, _) in uses.iter().filter(|(own, of)| of.is_organization && !own.split(' ').any(is_joining)) {
        for (at, _) in own.match_indices(' ').take(MAX_WORDS) {
            if uses.get(&own[..at]).is_some_and(|short| short.may_be_short) {
                longer.entry(&own[..at]).or_default().push(own);
            }
        }
    }
    let first = |name: &str| uses.get(name).and_then(|of| of.first);
    let is_later =
        |short: &str, long: &str| first(short).is_none_or(|short| first(long).is_some_and(|long| long < short));
    let pairs = longer.into_iter().filter_map(|(short, names)| match names.as_slice() {
        [long] if is_later(short, long) => Some((short.to_owned(), (*long).to_owned())),
        _ => None,
    });
    pairs.collect()
}

/// Whether a word joins names or clauses: `House and Senate` is no longer name of the House.
fn is_joining(word: &str) -> bool {
    matches!(word, "and" | "for" | ",")
}

/// Whether a mention may name an organization: the tagger often takes a short name for a place.
pub fn may_be_named(mention: &Mention) -> bool {
    matches!(mention.kind, EntityKind::Organization | EntityKind::Place)
}

/// Whether a name may be the short one of a longer name: no acronym, no place, no word such as `Bank`.
fn is_short_name(document: &Document, mention: &Mention) -> bool {
    let name = mention.span.slice(document.text);
    let is_word = |word: &str| {
        word.chars().any(char::is_lowercase)
            && !nouns::is_organization_word(word)
            && !COMMON_WORDS.contains(&word)
            && !gazetteer::is_place(word)
            && !gazetteer::is_group(word)
            && given_names::given_name(word).is_none()
    };
    let mut words = name.split_whitespace();
    mention.tokens.len() <= MAX_WORDS + 1 && name.len() > 3 && words.all(is_word) && !gazetteer::is_place(name)
}

#[cfg(test)]
mod tests {
    use crate::coreference::clusters;
    use crate::entities;
    use crate::text::document::Document;
    use crate::vocabulary::Vocabulary;

    fn names(text: &str) -> Vec<(String, usize)> {
        let document = Document::new(text);
        let mentions = entities::tag_entities(&document, &Vocabulary::from_document(&document));
        let clusters = clusters::build(&document, &mentions);
        clusters.entities.into_iter().map(|entity| (entity.name, entity.mentions.len())).collect()
    }

    #[test]
    fn the_first_word_is_the_short_name() {
        let found =
            names("Shares in Hearthside Brands fell on Monday. The chief executive of Hearthside said it was sorry.");
        assert!(found.contains(&("Hearthside Brands".to_owned(), 2)), "{found:?}");
    }

    #[test]
    fn a_department_does_not_stand_for_the_whole() {
        let found = names("Microsoft met the press on Monday. A statement by Microsoft Research said it was sorry.");
        assert!(found.contains(&("Microsoft".to_owned(), 1)), "{found:?}");
    }
}
