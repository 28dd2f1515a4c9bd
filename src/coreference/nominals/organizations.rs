//! Resolves descriptions of organizations: `the ministry`, `the company`.

use super::super::clusters::Clusters;
use super::super::entity::EntityId;
use super::super::names::matching;
use super::super::only;
use super::article::Article;
use super::context::NominalContext;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon::{self, nouns};
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

/// Nouns for an organization that its name seldom contains, so that the text need not repeat one of its words.
const GENERAL_NOUNS: &[&str] = &[
    "airline",
    "brand",
    "broadcaster",
    "carmaker",
    "carrier",
    "chain",
    "charity",
    "club",
    "company",
    "firm",
    "giant",
    "group",
    "insurer",
    "lender",
    "manufacturer",
    "network",
    "operator",
    "organisation",
    "organization",
    "outfit",
    "regulator",
    "retailer",
    "startup",
    "start-up",
    "team",
    "watchdog",
];

/// Of [`GENERAL_NOUNS`], those that also fit a council or an association.
const PUBLIC_NOUNS: &[&str] = &["charity", "group", "organisation", "organization", "regulator", "watchdog"];

/// Returns the organization that a definite description refers to: the only one whose name contains the noun, that the text
/// describes by it, or that is known to be one.
pub fn resolve_organization(context: &NominalContext) -> Option<EntityId> {
    let &NominalContext { article: &Article { document, mentions, .. }, source, ref clusters, .. } = context;
    let head = definite_noun(context)?;
    let before = || mentioned_before(mentions, source, clusters);
    let is_force = |word: &str| head == "force" && word == "police";
    let has_noun = |&(_, entity): &(MentionId, EntityId)| {
        name_words(clusters, entity).any(|word| word == head || is_force(&word))
            || clusters.entities[entity].nouns.contains(&head)
    };
    let entity = |(_, entity): (MentionId, EntityId)| entity;
    if let Some(entity) = only(before().filter(has_noun).map(entity)) {
        return Some(entity);
    }
    let known = KNOWN_AS.iter().find(|(word, _)| *word == head).map_or(&[][..], |(_, names)| names);
    let is_known = |&(mention, entity): &(MentionId, EntityId)| {
        [mentions[mention].span.slice(document.text), &clusters.entities[entity].name].iter().any(|name| {
            let name = lexicon::to_lowercase(name);
            known.contains(&name.strip_prefix("the ").unwrap_or(&name))
        })
    };
    only(before().filter(is_known).map(entity))
}

/// Returns the organization that a general noun refers to, such as `the company`: the only one nearby, if none that may be
/// meant is mentioned more often, or else the only one that the article mentions at least twice as often as any other.
pub fn nearest_organization(context: &NominalContext) -> Option<EntityId> {
    let &NominalContext { article: &Article { document, mentions, .. }, source, ref clusters, .. } = context;
    let head = definite_noun(context).filter(|head| GENERAL_NOUNS.contains(&head.as_str()))?;
    let is_public = PUBLIC_NOUNS.contains(&head.as_str());
    let fits = |entity: EntityId| {
        is_public || !name_words(clusters, entity).any(|word| NON_COMPANY_WORDS.contains(&word.as_str()))
    };
    let token = document.token_at(source.start());
    let near = mentioned_before(mentions, source, clusters)
        .filter(|&(mention, _)| token - mentions[mention].tokens.start <= MAX_COMPANY_DISTANCE);
    let candidates = near.filter(|&(mention, entity)| {
        // `told Reuters`: the addressee is not the company that the article is about.
        let is_addressee = mentions[mention]
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| matches!(document.word(at), "told" | "tells"));
        mentions[mention].kind == EntityKind::Organization && !is_addressee && fits(entity)
    });
    // `the company` is unlikely to be one that is mentioned less often than another.
    let count = |entity: EntityId| clusters.entities[entity].mentions.len();
    let may_be_meant = |&entity: &EntityId| clusters.entities[entity].kind == EntityKind::Organization && fits(entity);
    let main = clusters.ids().filter(may_be_meant).max_by_key(|&entity| count(entity));
    let is_rarer = |entity: EntityId| main.is_some_and(|main| count(entity) < count(main));
    if let Some(entity) = only(candidates.map(|(_, entity)| entity)).filter(|&entity| !is_rarer(entity)) {
        return Some(entity);
    }
    let main = main?;
    let others = clusters.ids().filter(may_be_meant).filter(|&other| other != main).map(count).max();
    let is_before = clusters.entities[main].mentions.first().is_some_and(|(span, _)| span.start() < source.start());
    (is_before && count(main) > 1 && count(main) >= 2 * others.unwrap_or(0)).then_some(main)
}

/// The noun of a definite description of an organization: `the company`, `the California-based company`; none if the text
/// introduced one without a name by this noun.
fn definite_noun(context: &NominalContext) -> Option<String> {
    let phrase = lexicon::to_lowercase(context.source.slice(context.article.document.text)).into_owned();
    let based = phrase.split_once("-based ").map(|(_, head)| head);
    let head = based.or(phrase.strip_prefix("the "))?.trim_end_matches(',');
    (nouns::is_organization_noun(head) && !context.nameless.has(head)).then(|| head.to_owned())
}

/// The mentions of organizations before a source, at most [`MAX_MENTIONS`] mentions back.
fn mentioned_before<'a>(
    mentions: &'a [Mention],
    source: Span,
    clusters: &'a Clusters,
) -> impl Iterator<Item = (MentionId, EntityId)> + 'a {
    let end = mentions.partition_point(|mention| mention.span.start() < source.start());
    (end.saturating_sub(MAX_MENTIONS)..end)
        .map(MentionId::new)
        .filter(|&mention| {
            matches!(mentions[mention].kind, EntityKind::Organization | EntityKind::Facility | EntityKind::Place)
        })
        .filter_map(|mention| Some((mention, clusters.of_mention[mention]?)))
}

/// The words of an organization's name, in lower case.
fn name_words(clusters: &Clusters, entity: EntityId) -> impl Iterator<Item = String> + '_ {
    clusters.entities[entity].name.split_whitespace().map(matching::plain)
}
