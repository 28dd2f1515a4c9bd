//! Fifth stage: quotes, each with its content, its cue and its source.

mod anonymity;
mod builder;
mod clauses;
pub mod collapsed_sentence;
pub mod confidence;
pub mod content_spans;
pub mod cue_semantics;
pub mod datelines;
pub mod name_tags;
pub mod non_quotations;
mod patterns;
pub mod quote;
pub mod quoted_spans;
mod sources;
pub mod tagger;
mod turns;

use rustc_hash::FxHashSet;

use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon::{self, reporting_verbs};
use crate::sorting;
use crate::text::Document;
use crate::text::span::Span;
use crate::text::token_index::TokenIndex;
use crate::vocabulary::Vocabulary;
pub use builder::Cache;
use builder::{Learned, QuoteBuilder};
use name_tags::NameTags;
use non_quotations::{NonQuotation, NonQuotationKind};
use quote::{Quote, QuoteKind, QuoteOrigin};
use quoted_spans::QuotedSpan;
use tagger::Fields;
use turns::Turn;

/// What this stage gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// All quotes, in the order in which they begin.
    pub quotes: Vec<Quote>,
    /// QuotedSpan passages that are no speech, in the order of the text.
    pub unspoken: Vec<NonQuotation>,
}

/// Finds the quotes of a document.
#[cfg(any(test, feature = "training"))]
pub fn find(document: &Document, vocabulary: &Vocabulary, mentions: &[Mention]) -> Found {
    find_with(document, vocabulary, mentions, &tagger::FIELDS, &mut Cache::default())
}

/// The same, with what is remembered of the documents that this vocabulary has read before.
pub fn find_cached(document: &Document, vocabulary: &Vocabulary, mentions: &[Mention], memory: &mut Cache) -> Found {
    find_with(document, vocabulary, mentions, &tagger::FIELDS, memory)
}

/// The same, by other weights than those of the repository; `memory` belongs to them.
pub fn find_with(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    fields: &Fields,
    memory: &mut Cache,
) -> Found {
    memory.turn();
    let names = NameTags::of(document.tokens.len(), mentions);
    let marked = quoted_spans::find(document);
    let continued: FxHashSet<usize> =
        marked.iter().filter(|marked| marked.continues).map(|marked| marked.paragraph).collect();
    let people = mentions.iter().filter(|mention| mention.kind == EntityKind::Person);
    let people = people.map(|mention| mention.tokens).collect();
    let turns = turns::find(document, &people);
    let mut reader = QuoteBuilder::new(document, &marked, Some(Learned { vocabulary, names: &names, fields, memory }));
    for (number, turn) in turns.iter().enumerate() {
        if !document.paragraphs[number].role.holds_speech() {
            continue;
        }
        match turn {
            Some(turn) => take_turn(document, turn, &mut reader.found),
            None => reader.paragraph(number, continued.contains(&number)),
        }
    }
    let mut quotes = reader.found;
    nest(document, &marked, &mut quotes);
    quotes.retain(|quote| !quote.content.is_empty());
    sorting::sort_by_key(&mut quotes, |quote| [quote.extent().start, usize::MAX - quote.extent().end, 0]);
    for quote in &mut quotes {
        complete(document, mentions, fields, quote);
    }
    quotes.retain(|quote| {
        !is_title(document, &marked, mentions, quote)
            && !is_doubtful(document, fields.confidence.least, quote)
            && !is_source(document, mentions, quote)
    });
    enclose(&mut quotes);
    let unspoken = non_quotations::find(document, &marked, mentions, &quotes);
    Found { quotes, unspoken }
}

/// A turn is a quote, or a further piece of the one before.
fn take_turn(document: &Document, turn: &Turn, found: &mut Vec<Quote>) {
    let content = document.span(turn.content);
    let source = document.span(turn.label);
    if let Some(last) = found.last_mut().filter(|last| turn.goes_on && last.source == Some(source)) {
        last.content.push(content);
        return;
    }
    let cue = (!turn.label.contains(turn.sign)).then(|| document.tokens[turn.sign].span);
    found.push(Quote { cue, source: Some(source), ..Quote::new(QuoteKind::Direct, QuoteOrigin::Turn, vec![content]) });
}

/// What is in the reporter's words and too unsure to show: seldom right, or too short to be a statement.
fn is_doubtful(document: &Document, least: f32, quote: &Quote) -> bool {
    let empty = matches!(
        lexicon::to_lowercase(quote.extent().slice(document.text)).as_ref(),
        "it" | "nothing" | "so" | "this" | "that"
    );
    let short = || document.tokens_in(quote.extent()).len() < 3;
    let reports =
        || quote.wording.as_ref().is_some_and(|wording| reporting_verbs::reporting_verb(&wording.lemma).is_some());
    quote.kind == QuoteKind::Indirect
        && quote.origin == QuoteOrigin::Learned
        && (empty
            || is_wish(quote.extent().slice(document.text))
            || quote.confidence < least
            || (short() && !reports()))
}

/// `A trader, who asked not to be named, said`: how a source would be kept is no speech of its own.
fn is_wish(content: &str) -> bool {
    let content = content.strip_prefix("that ").unwrap_or(content);
    [
        "not to be named",
        "not to be identified",
        "not to be quoted by name",
        "to remain anonymous",
        "to be named",
        "to be identified",
    ]
    .iter()
    .any(|wish| content.starts_with(wish))
}

/// `Maria Gomez and Tom Hale spoke later`: those who spoke, taken for what they said.
fn is_source(document: &Document, mentions: &[Mention], quote: &Quote) -> bool {
    let named = |at: TokenIndex| {
        let next = mentions.partition_point(|mention| mention.tokens.end <= at);
        mentions.get(next).is_some_and(|mention| mention.tokens.contains(at))
    };
    quote.kind == QuoteKind::Indirect
        && quote.source.is_none()
        && quote.cue.is_some_and(|cue| quote.extent().end <= cue.start)
        && document.tokens_in(quote.extent()).iter().all(|at| matches!(document.word(at), "and" | ",") || named(at))
}

/// `The bill, known as the “Fair Pay Act,” was passed`: a name in marks that no verb of speech introduces.
fn is_title(document: &Document, marked: &[QuotedSpan], mentions: &[Mention], quote: &Quote) -> bool {
    if quote.origin != QuoteOrigin::Learned {
        return false;
    }
    let cue = quote.cue.map_or("", |cue| cue.slice(document.text));
    if ["known as", "titled", "nicknamed", "named"].iter().any(|end| cue.ends_with(end)) {
        return true;
    }
    let verb = quote.wording.as_ref().and_then(|wording| reporting_verbs::reporting_verb(&wording.lemma));
    let tokens = document.tokens_in(quote.extent());
    let first = marked.partition_point(|marked| marked.tokens.start < tokens.start);
    let mut inside = marked[first..].iter().take_while(|marked| marked.tokens.end <= tokens.end);
    // `A friend of the so-called “fixers” said`: what the last marks hold is no speech.
    let term = |marked: &QuotedSpan| {
        marked.tokens.start > TokenIndex::FIRST && document.word(marked.tokens.start - 1) == "so-called"
    };
    if inside.clone().count() == 1 && inside.clone().any(|marked| marked.tokens.end == tokens.end && term(marked)) {
        return true;
    }
    let doubtful = match quote.kind {
        QuoteKind::Direct => verb.is_none_or(|verb| verb.class != reporting_verbs::VerbClass::Speech),
        QuoteKind::Mixed => verb.is_none(),
        QuoteKind::Indirect => false,
    };
    if !doubtful {
        return false;
    }
    let named = |marked: &QuotedSpan| {
        matches!(
            non_quotations::seems(document, marked, mentions),
            NonQuotationKind::Title | NonQuotationKind::Name | NonQuotationKind::Translation
        )
    };
    inside.next().is_some_and(named) && inside.all(named)
}

/// What the words of cue and source say, and how sure the quote is.
fn complete(document: &Document, mentions: &[Mention], fields: &Fields, quote: &mut Quote) {
    quote.confidence = fields.confidence.of(quote);
    quote.wording = quote.cue.map(|cue| cue_semantics::read(document, document.tokens_in(cue)));
    // `Asked whether it was so, Doe said no`: Doe did not ask.
    let was_asked = |cue: Span| matches!(cue.slice(document.text), "Asked" | "Pressed" | "Questioned");
    if let Some(cue) = quote.cue.filter(|&cue| was_asked(cue)) {
        quote.source = quote.source.filter(|source| source.end <= cue.start);
    }
    let Some(source) = quote.source else { return };
    let first = mentions.partition_point(|mention| mention.span.end <= source.start);
    let named = mentions[first..]
        .iter()
        .take_while(|mention| mention.span.start < source.end)
        .any(|mention| mention.kind == EntityKind::Person);
    let sentence = document.sentence_containing(document.token_at(source.start));
    quote.anonymity = anonymity::find(document, source, document.span(sentence), named);
}

/// Reads what stands in marks within marks.
fn nest(document: &Document, marked: &[QuotedSpan], found: &mut Vec<Quote>) {
    for (number, outer) in marked.iter().enumerate() {
        let has_inner = marked[number + 1..]
            .iter()
            .take_while(|inner| inner.tokens.start < outer.tokens.end)
            .any(|inner| inner.depth == outer.depth + 1);
        if has_inner {
            let mut reader = QuoteBuilder::new(document, marked, None);
            reader.read(outer.inner(), outer.depth + 1, false);
            found.extend(
                reader.found.into_iter().filter(|quote| quote.kind != QuoteKind::Indirect && quote.cue.is_some()),
            );
        }
    }
}

/// Tells each quote which one it lies in.
fn enclose(quotes: &mut [Quote]) {
    for inner in 0..quotes.len() {
        let span = quotes[inner].extent();
        quotes[inner].within = (0..inner)
            .rev()
            .take(16)
            .find(|&outer| quotes[outer].content.iter().any(|piece| piece.contains(span) && *piece != span));
    }
}
