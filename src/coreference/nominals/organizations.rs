//! Resolves descriptions of organizations: `the ministry`, `the company`.

use super::super::clusters::Clusters;
use super::super::entity::EntityId;
use super::super::names::matching;
use super::super::only;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon::{self, nouns};
use crate::text::document::Document;
use crate::text::span::Span;

/// The number of previous mentions to search.
const MAX_MENTIONS: usize = 60;

/// The number of tokens within which `the company` needs to be the only organization mentioned.
const MAX_COMPANY_DISTANCE: usize = 80;

/// Words in names of organizations that are not companies.
const NON_COMPANY_WORDS: &[&str] = &[
    "academy",
    "agency",
    "alliance",
    "army",
    "assembly",
    "association",
    "authority",
    "cabinet",
    "church",
    "coalition",
    "college",
    "commission",
    "committee",
    "congress",
    "council",
    "court",
    "democrats",
    "department",
    "federation",
    "forces",
    "foundation",
    "government",
    "house",
    "institute",
    "labour",
    "league",
    "ministry",
    "nations",
    "navy",
    "office",
    "organization",
    "organisation",
    "parliament",
    "party",
    "police",
    "republicans",
    "reserve",
    "school",
    "senate",
    "treasury",
    "union",
    "university",
];

/// Well-known organizations whose names do not contain the noun that describes them.
const KNOWN_AS: &[(&str, &[&str])] = &[
    (
        "agency",
        &["afp", "associated press", "cia", "epa", "esa", "fbi", "fda", "iaea", "nasa", "reuters", "unhcr", "unicef"],
    ),
    ("alliance", &["nato"]),
    ("bank", &["barclays", "citigroup", "goldman sachs", "hsbc", "jpmorgan chase", "morgan stanley", "wells fargo"]),
    ("bloc", &["asean", "brics", "ecowas", "eu", "european union", "g7", "mercosur"]),
    ("network", &["abc", "bbc", "cbs", "cnn", "fox news", "msnbc", "nbc"]),
    ("paper", &["guardian", "new york times", "observer", "telegraph", "washington post"]),
    ("party", &["conservatives", "democrats", "greens", "labour", "liberal democrats", "republicans", "snp", "tories"]),
];

/// Returns the organization that a definite description refers to: the only one whose name contains the noun or that is
/// known to be one, or, for a company, the only one nearby. `introduced` returns whether the text introduced one without a
/// name by this noun.
pub fn resolve_organization(
    document: &Document,
    mentions: &[Mention],
    source: Span,
    clusters: &Clusters,
    introduced: impl Fn(&str) -> bool,
) -> Option<EntityId> {
    let phrase = lexicon::to_lowercase(source.slice(document.text)).into_owned();
    // `the California-based company`
    let based = phrase.split_once("-based ").map(|(_, head)| head);
    let head = based.or(phrase.strip_prefix("the "))?.trim_end_matches(',');
    if !nouns::is_organization_noun(head) || introduced(head) {
        return None;
    }
    let end = mentions.partition_point(|mention| mention.span.start() < source.start());
    let before = (end.saturating_sub(MAX_MENTIONS)..end)
        .map(MentionId::new)
        .filter(|&mention| {
            matches!(mentions[mention].kind, EntityKind::Organization | EntityKind::Facility | EntityKind::Place)
        })
        .filter_map(|mention| Some((mention, clusters.of_mention[mention]?)));
    let words = |entity: EntityId| clusters.entities[entity].name.split_whitespace().map(matching::plain);
    let is_force = |word: &str| head == "force" && word == "police";
    let has_noun = |&(_, entity): &(MentionId, EntityId)| words(entity).any(|word| word == head || is_force(&word));
    let entity = |(_, entity): (MentionId, EntityId)| entity;
    if let Some(entity) = only(before.clone().filter(has_noun).map(entity)) {
        return Some(entity);
    }
    let known = KNOWN_AS.iter().find(|(word, _)| *word == head).map_or(&[][..], |(_, names)| names);
    let is_known = |&(mention, entity): &(MentionId, EntityId)| {
        [mentions[mention].span.slice(document.text), &clusters.entities[entity].name].iter().any(|name| {
            let name = lexicon::to_lowercase(name);
            known.contains(&name.strip_prefix("the ").unwrap_or(&name))
        })
    };
    if let Some(entity) = only(before.clone().filter(is_known).map(entity)) {
        return Some(entity);
    }
    if !matches!(head, "company" | "firm") {
        return None;
    }
    let token = document.token_at(source.start());
    let near = before.filter(|&(mention, _)| token - mentions[mention].tokens.start <= MAX_COMPANY_DISTANCE);
    let may_be_company = |entity: EntityId| !words(entity).any(|word| NON_COMPANY_WORDS.contains(&word.as_str()));
    let companies = near.filter(|&(mention, entity)| {
        // `told Reuters`: the addressee is not the company that the article is about.
        let is_addressee = mentions[mention]
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| matches!(document.word(at), "told" | "tells"));
        mentions[mention].kind == EntityKind::Organization && !is_addressee && may_be_company(entity)
    });
    // `the company` is unlikely to be one that is mentioned less often than another.
    let count = |entity: EntityId| clusters.entities[entity].mentions.len();
    let is_company =
        |&entity: &EntityId| clusters.entities[entity].kind == EntityKind::Organization && may_be_company(entity);
    let most = clusters.ids().filter(is_company).map(count).max();
    only(companies.map(entity)).filter(|&entity| Some(count(entity)) >= most)
}
