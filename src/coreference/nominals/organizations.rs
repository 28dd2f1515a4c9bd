//! Which organisation a description such as `the ministry` or `the company` means.

use super::super::clusters::Clusters;
use super::super::entity::EntityId;
use super::super::names::matching;
use super::super::only;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon::{self, nouns};
use crate::text::document::Document;
use crate::text::span::Span;

/// How many names are looked back at.
const REACH: usize = 60;

/// Within how many tokens a company must be the only organisation.
const NEAR: usize = 80;

/// Words of organisations that are no companies.
const NO_COMPANIES: &[&str] = &[
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

/// Organisations whose names do not hold the word that they are known by.
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

/// The one organisation that a definite description means: one that bears the word in its name or is known by
/// it, or, for a company, the only one that is near. `introduced` tells that the text has a nameless one of the kind.
pub fn bearer(
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
    let end = mentions.partition_point(|mention| mention.span.start < source.start);
    let before = (end.saturating_sub(REACH)..end)
        .map(MentionId::new)
        .filter(|&mention| {
            matches!(mentions[mention].kind, EntityKind::Organization | EntityKind::Facility | EntityKind::Place)
        })
        .filter_map(|mention| Some((mention, clusters.of_mention[mention]?)));
    let words = |entity: EntityId| clusters.entities[entity].name.split_whitespace().map(matching::plain);
    let is_force = |word: &str| head == "force" && word == "police";
    let bears = |&(_, entity): &(MentionId, EntityId)| words(entity).any(|word| word == head || is_force(&word));
    let entity = |(_, entity): (MentionId, EntityId)| entity;
    if let Some(entity) = only(before.clone().filter(bears).map(entity)) {
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
    let token = document.token_at(source.start);
    let near = before.filter(|&(mention, _)| token - mentions[mention].tokens.start <= NEAR);
    let trades = |entity: EntityId| !words(entity).any(|word| NO_COMPANIES.contains(&word.as_str()));
    let companies = near.filter(|&(mention, entity)| {
        // `told Reuters`: whoever is told a thing did not do it.
        let told = mentions[mention]
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| matches!(document.word(at), "told" | "tells"));
        mentions[mention].kind == EntityKind::Organization && !told && trades(entity)
    });
    // One that the article names less often than another is hardly called so without its name.
    let often = |entity: EntityId| clusters.entities[entity].mentions.len();
    let is_company = |&entity: &EntityId| clusters.entities[entity].kind == EntityKind::Organization && trades(entity);
    let most = clusters.ids().filter(is_company).map(often).max();
    only(companies.map(entity)).filter(|&entity| Some(often(entity)) >= most)
}
