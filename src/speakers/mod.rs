//! Sixth stage: whom the names mean, and who speaks each quote.

mod chains;
mod pronouns;
mod roles;

use crate::Span;
use crate::document::Document;
use crate::entities::{Kind, Mention};
use crate::lexicon;
use crate::quotes::{Link, Quote};

/// How a mention refers to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// By a name, full or short.
    Name,
    /// By a description: `the secretary general`.
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// Somebody or something that the article names, with all its mentions (a coreference chain).
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// The fullest form found.
    pub name: String,
    /// Offices and trades, as the article words them.
    pub roles: Vec<String>,
    /// Where it is mentioned and how, in the order of the text.
    pub mentions: Vec<(Span, Form)>,
    /// The mean confidence of its names.
    pub confidence: f32,
    /// A date, time or sum in its normal form, where that is certain.
    pub normal: Option<String>,
}

/// How the speaker of a quote was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Named beside the cue.
    Named,
    /// A pronoun beside the cue, resolved.
    Pronoun,
    /// A description beside the cue that fits one role only.
    Role,
    /// The quote before goes on.
    Continued,
    /// The speaker of the enclosing quote says `I`.
    Enclosing,
    /// A source without a name.
    Unnamed,
    /// The text does not tell, or not surely enough.
    Unknown,
}

/// The speaker of one quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attribution {
    /// The speaker's place among the entities, if one is known.
    pub speaker: Option<usize>,
    /// How the speaker was found.
    pub basis: Basis,
    /// How sure the attribution is, from 0 to 1; not yet calibrated.
    pub confidence: f32,
}

/// What this stage gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Speakers {
    /// All entities, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// One attribution for each quote, in the same order.
    pub attributions: Vec<Attribution>,
}

/// Joins mentions into entities and gives each quote its speaker, or none.
pub fn resolve(document: &Document, mentions: &[Mention], quotes: &[Quote]) -> Speakers {
    let mut chains = chains::build(document, mentions);
    roles::find(document, mentions, &mut chains);
    let mut attributions: Vec<Attribution> = Vec::with_capacity(quotes.len());
    let mut pronouns = pronouns::Resolver::new(document, mentions, quotes, &chains);
    for number in 0..quotes.len() {
        let attribution = attribute(document, mentions, quotes, number, &attributions, &mut chains, &mut pronouns);
        if let (Some(source), Some(speaker)) = (quotes[number].source, attribution.speaker) {
            pronouns.spoke(source.start, speaker);
        }
        attributions.push(attribution);
    }
    pronouns.resolve_rest(&mut chains);
    for (span, form, entity) in pronouns.found {
        chains.entities[entity].mentions.push((span, form));
    }
    for entity in &mut chains.entities {
        entity.mentions.sort();
        entity.mentions.dedup_by_key(|mention| mention.0);
    }
    Speakers { entities: chains.entities, attributions }
}

const UNKNOWN: Attribution = Attribution { speaker: None, basis: Basis::Unknown, confidence: 0.0 };

fn attribute(
    document: &Document,
    mentions: &[Mention],
    quotes: &[Quote],
    number: usize,
    earlier: &[Attribution],
    chains: &mut chains::Chains,
    pronouns: &mut pronouns::Resolver,
) -> Attribution {
    let quote = &quotes[number];
    let Some(source) = quote.source else {
        return match (quote.link, earlier.last()) {
            (Link::Continued, Some(last)) if last.speaker.is_some() => {
                Attribution { speaker: last.speaker, basis: Basis::Continued, confidence: last.confidence * 0.7 }
            }
            _ => UNKNOWN,
        };
    };
    let text = source.of(document.text);
    let folded = lexicon::fold(text);
    if matches!(folded.as_ref(), "i" | "we" | "me") {
        return match quote.within.and_then(|outer| earlier.get(outer)) {
            Some(outer) if outer.speaker.is_some() && folded != "we" => {
                Attribution { basis: Basis::Enclosing, ..*outer }
            }
            _ => UNKNOWN,
        };
    }
    if pronouns::is_pronoun(&folded) {
        return match pronouns.at(source, chains) {
            Some((speaker, confidence)) => Attribution { speaker: Some(speaker), basis: Basis::Pronoun, confidence },
            None => Attribution { basis: Basis::Unknown, ..UNKNOWN },
        };
    }
    if let Some((speaker, confidence)) = named(document, mentions, source, chains) {
        return Attribution { speaker: Some(speaker), basis: Basis::Named, confidence };
    }
    if let Some(speaker) = roles::bearer(document, source, chains) {
        chains.entities[speaker].mentions.push((source, Form::Nominal));
        return Attribution { speaker: Some(speaker), basis: Basis::Role, confidence: 0.7 };
    }
    Attribution { speaker: None, basis: Basis::Unnamed, confidence: 0.0 }
}

/// The entity that a source phrase names as its head, not as a part of another's description.
fn named(document: &Document, mentions: &[Mention], source: Span, chains: &chains::Chains) -> Option<(usize, f32)> {
    let first = mentions.partition_point(|mention| mention.span.end <= source.start);
    let inside = || mentions[first..].iter().enumerate().take_while(|(_, mention)| mention.span.start < source.end);
    let head = |mention: &Mention| {
        let possessive = document
            .tokens
            .get(mention.tokens.end)
            .is_some_and(|next| next.kind == crate::tokens::TokenKind::Possessive)
            || matches!(document.word(mention.tokens.end), "’" | "'");
        let start = mention.role.map_or(mention.tokens.start, |role| document.token_at(role.start));
        let titled = start.checked_sub(1).filter(|&at| document.tokens[at].span.start >= source.start);
        let before = titled.map(|at| lexicon::fold(document.word(at)));
        let article = before.as_deref() == Some("the");
        let before = if article { start.checked_sub(2).map(|at| lexicon::fold(document.word(at))) } else { before };
        !possessive && !before.is_some_and(|word| lexicon::is_preposition(&word))
    };
    let person = inside().find(|(_, mention)| mention.kind == Kind::Person && head(mention));
    let other = || {
        inside().find(|(_, mention)| {
            let speaks = matches!(
                mention.kind,
                Kind::Organization | Kind::Place | Kind::Group | Kind::Facility | Kind::Event | Kind::Work
            );
            // `the White House spokesman` is not the White House.
            let last = document.token_at(source.end);
            speaks
                && head(mention)
                && (mention.tokens.end >= last || matches!(document.word(mention.tokens.end), "," | "(" | "and"))
        })
    };
    let (offset, mention) = person.or_else(other)?;
    let entity = chains.of_mention[first + offset]?;
    Some((entity, 0.95f32.min(mention.confidence.max(0.5)) * chains.certainty[first + offset]))
}
