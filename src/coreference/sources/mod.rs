//! Resolves the source of each quote; pronouns are left to the `pronouns` module.

pub mod context;
pub mod labels;
mod openings;
pub mod referent;
mod rules;

use rustc_hash::{FxHashMap, FxHashSet};

use super::clusters::Clusters;
use super::decision::{Decision, Rule, names_of};
use super::entity::{Entity, EntityId};
use super::nominals::article::Article;
use super::nominals::coordination::Groups;
use super::nominals::descriptions::{self, NamelessEntities};
use super::nominals::phrase_heads::{self, Head};
use crate::entities::mention::{EntityKind, Mention};
use crate::quotes::quote::{Quote, QuoteKind, QuoteOrigin};
use crate::sorting;
use crate::text::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;
use context::SourceContext;
use labels::is_question_or_answer_label;
use referent::SourceReferent;

/// A rule for sources.
type SourceRule = Rule<fn(&mut SourceContext) -> Option<SourceReferent>>;

/// The rules in their order.
const RULES: &[SourceRule] = &[
    Rule { name: "first-person", apply: rules::first_person::apply },
    Rule { name: "plural-anaphor", apply: rules::plural_anaphor::apply },
    Rule { name: "sentence-subject", apply: rules::sentence_subject::apply },
    Rule { name: "relative-clause", apply: rules::relative_clause::apply },
    Rule { name: "demonym", apply: rules::demonym::apply },
    Rule { name: "name", apply: rules::name::apply },
    Rule { name: "pronoun", apply: rules::pronoun::apply },
    Rule { name: "description", apply: rules::description::apply },
    Rule { name: "coordination", apply: rules::coordination::apply },
    Rule { name: "unknown-name", apply: rules::unknown_name::apply },
    Rule { name: "unresolved", apply: |_| Some(SourceReferent::Unresolved) },
];

/// The resolved sources of an article's quotes.
pub struct Sources {
    /// What the source of each quote refers to, in the order of the quotes.
    pub of_quote: Vec<SourceReferent>,
    /// The rule that decided, for each quote that has a source.
    pub decisions: Vec<Option<Decision>>,
    /// The descriptions that refer to an entity, each with the rule that decided, in the order of the text.
    pub described: Vec<(TokenRange, EntityId, Decision)>,
    /// The descriptions of people that are no source but to which a pronoun may refer, each with its entity, in the order of the
    /// text: those that open a sentence, and those in speech that quotes somebody.
    pub openings: Vec<(TokenRange, EntityId)>,
    /// The same as `described` for members of groups, which stand inside the description of the group.
    pub described_members: Vec<(TokenRange, EntityId, Decision)>,
}

/// Resolves the source of each quote, and adds an entity for each description of a new one.
pub fn resolve(document: &Document, mentions: &[Mention], quotes: &[Quote], clusters: &mut Clusters) -> Sources {
    let mut sources: Vec<Span> = quotes.iter().filter_map(|quote| quote.source).collect();
    sorting::sort_spans(&mut sources);
    sources.dedup();
    let mut spoken: Vec<Span> = quotes
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Direct)
        .flat_map(|quote| quote.content.iter().copied())
        .collect();
    sorting::sort_spans(&mut spoken);
    let article = Article { document, mentions, spoken };
    let mut nameless = NamelessEntities::default();
    let mut groups = Groups::default();
    let mut unknown_names = FxHashMap::default();
    let mut described = Vec::new();
    let mut described_members = Vec::new();
    let mut known: FxHashMap<Span, (SourceReferent, Decision)> = FxHashMap::default();
    let labels: FxHashSet<Span> =
        quotes.iter().filter(|quote| quote.origin == QuoteOrigin::Turn).filter_map(|quote| quote.source).collect();
    let mut labelled: FxHashMap<&str, EntityId> = FxHashMap::default();
    let mut openings = openings::find(&article, &sources);
    openings.extend(openings::find_in_speech(&article, quotes));
    sorting::sort_by_key(&mut openings, |tokens| [tokens.start.number(), tokens.end.number(), 0]);
    let mut openings = openings.into_iter().peekable();
    let mut opened = Vec::new();
    for source in sources {
        while let Some(opening) = openings.next_if(|opening| document.span(*opening).start() < source.start()) {
            let entity = openings::resolve(&article, opening, clusters, &mut nameless);
            opened.extend(entity.map(|entity| (opening, entity)));
        }
        let whole = without_possessive(document, document.tokens_in(source));
        let heads = phrase_heads::heads(document, mentions, whole);
        let mut context = SourceContext {
            article: &article,
            source,
            tokens: whole,
            heads: &heads,
            clusters,
            nameless: &mut nameless,
            groups: &mut groups,
            unknown_names: &mut unknown_names,
            described_members: &mut described_members,
            delegated: None,
        };
        let (mut referent, mut decision) = resolve_source(&mut context);
        let text = source.slice(document.text);
        if referent == SourceReferent::Unresolved && labels.contains(&source) && !is_question_or_answer_label(text) {
            // A label of an interview names its speaker, even if the tagger found no name.
            let entity = *labelled
                .entry(text)
                .or_insert_with(|| clusters.push(Entity::new(EntityKind::Person, text.to_owned(), true)));
            referent = SourceReferent::Described(entity);
            decision = Decision::new(&["interview-label"], 0);
        }
        if let SourceReferent::Coordination(entity)
        | SourceReferent::PluralAnaphor(entity)
        | SourceReferent::Role(entity)
        | SourceReferent::NearestMatch(entity)
        | SourceReferent::Described(entity) = referent
        {
            let tokens = match heads.as_slice() {
                [Head::Words(words)] => descriptions::read(document, *words)
                    .map(|found| phrase_heads::with_complement(document, mentions, found.tokens, whole.end)),
                _ => None,
            };
            described.push((tokens.unwrap_or(whole), entity, decision));
        }
        if let SourceReferent::SentenceSubject(entity, description) = referent {
            described.push((document.tokens_in(description), entity, decision));
            described.push((document.tokens_in(source), entity, decision));
        }
        known.insert(source, (referent, decision));
    }
    sorting::sort_by_key(&mut described, |(tokens, ..)| [tokens.start.number(), tokens.end.number(), 0]);
    described.dedup_by(|next, known| next.0 == known.0);
    described.shrink_to_fit();
    opened.shrink_to_fit();
    let referent = |quote: &Quote| quote.source.map_or(SourceReferent::NoSource, |source| known[&source].0);
    let decision = |quote: &Quote| quote.source.map(|source| known[&source].1);
    Sources {
        of_quote: quotes.iter().map(referent).collect(),
        decisions: quotes.iter().map(decision).collect(),
        described,
        openings: opened,
        described_members,
    }
}

/// Returns the tokens of a source without the ending of a possessive: `the bank’s` of `the bank’s claim that it had paid`.
fn without_possessive(document: &Document, source: TokenRange) -> TokenRange {
    let is_ending = |last: TokenIndex| {
        document.tokens[last].kind == TokenKind::Possessive || matches!(document.word(last), "'" | "’")
    };
    match source.iter().next_back() {
        Some(last) if last > source.start && is_ending(last) => TokenRange::new(source.start, last),
        _ => source,
    }
}

/// Returns what a source refers to, and which rule decided; for a description, which rule for nominals did.
fn resolve_source(context: &mut SourceContext) -> (SourceReferent, Decision) {
    let mut answers = RULES.iter().enumerate();
    let answer = answers.find_map(|(number, rule)| Some((number, (rule.apply)(context)?)));
    let (number, referent) = answer.unwrap_or((RULES.len(), SourceReferent::Unresolved));
    (referent, context.delegated.unwrap_or_else(|| Decision::new(names_of!(RULES), number)))
}

/// Helpers for the tests of single rules.
#[cfg(test)]
pub mod test_support {
    use super::*;
    use crate::vocabulary::Vocabulary;
    use crate::{entities, quotes};

    /// Returns the rule that decided for each quote with a source, in the order of the text.
    pub fn rules(text: &str) -> Vec<&'static str> {
        let document = Document::new(text);
        let vocabulary = Vocabulary::from_document(&document);
        let mentions = entities::tag_entities(&document, &vocabulary);
        let quotes = quotes::find_quotes(&document, &vocabulary, &mentions).quotes;
        let (_, sources, _) = super::super::prepare(&document, &mentions, &quotes);
        sources.decisions.iter().flatten().map(Decision::rule).collect()
    }

    /// Returns the same for rules of nominals.
    pub use rules as nominal_rules;
}
