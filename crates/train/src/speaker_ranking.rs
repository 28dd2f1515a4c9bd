//! Learning whom a quote belongs to where no name stands beside it, from articles whose marks were read one by one.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use whosaid::training::Span;
use whosaid::training::attribution::attribute_quotes;
use whosaid::training::attribution::ranking::candidates::candidates;
use whosaid::training::attribution::ranking::situation::Situation;
use whosaid::training::attribution::ranking::source_class::SourceClass;
use whosaid::training::attribution::ranking::{SpeakerContext, SpeakerRanker, nobody_features, rank, speaker_features};
use whosaid::training::coreference::entity::EntityId;
use whosaid::training::coreference::{self, Coreference};
use whosaid::training::entities::{self, mention::Mention};
use whosaid::training::layout::{ReadingText, read_layout};
use whosaid::training::model_file::add_header;
use whosaid::training::quotes::{
    self,
    quote::{Quote, QuoteId},
};
use whosaid::training::text::document::Document;
use whosaid::training::vocabulary::Vocabulary;

use crate::choice::{self, Choice};
use crate::field::{self, Settings};
use crate::marked_articles::{self, MarkedArticle};

/// An article whose quotes have annotated sources (PolNeAR; Newell et al., LREC 2018).
#[derive(Deserialize)]
struct Annotated {
    text: String,
    quotes: Vec<AnnotatedQuote>,
}

/// A quote and its source, in code points.
#[derive(Deserialize)]
struct AnnotatedQuote {
    content: Vec<(usize, usize)>,
    source: Option<Vec<(usize, usize)>>,
}

/// Who says a quote.
enum Speaker<'t> {
    /// Somebody of this name; `-` stands for nobody.
    Named(&'t str),
    /// Whoever is mentioned in this source.
    Source(Span),
}

/// An article, read by the earlier stages.
struct Read<'t> {
    document: Document<'t>,
    mentions: Vec<Mention>,
    quotes: Vec<Quote>,
    coreference: Coreference,
    /// Who says each quote, where that is known.
    speakers: HashMap<QuoteId, Speaker<'t>>,
    /// Whether only sources are annotated, not who they are.
    annotated: bool,
}

impl Read<'_> {
    fn context(&self) -> SpeakerContext<'_> {
        SpeakerContext {
            document: &self.document,
            mentions: &self.mentions,
            quotes: &self.quotes,
            coreference: &self.coreference,
        }
    }

    /// Whether an entity is who says a quote.
    fn is_right(&self, entity: EntityId, speaker: &Speaker) -> bool {
        let speaker = match *speaker {
            Speaker::Named(name) => name,
            Speaker::Source(source) => return self.is_mentioned(entity, source),
        };
        let names = self.names(entity, true);
        let mut wanted = vec![speaker];
        wanted.extend(speaker.split(" and ").flat_map(|part| part.split(", ")));
        let has_article = ["A ", "An ", "The "].iter().any(|article| speaker.starts_with(article));
        let is_named = self.coreference.clusters.entities[entity].named;
        if speaker.starts_with(char::is_lowercase) || has_article && !is_named {
            return !is_named && names.iter().any(|name| shares_word(speaker, name));
        }
        wanted.iter().any(|wanted| names.iter().any(|name| is_same(wanted, name)))
    }

    /// Whether an entity is named or described in a source.
    fn is_mentioned(&self, entity: EntityId, source: Span) -> bool {
        let mentions = self.mentions.iter().zip(&self.coreference.clusters.of_mention);
        let mut named = mentions.filter(|(_, of)| **of == Some(entity)).map(|(mention, _)| mention.span);
        let described = self.coreference.sources.described.iter().filter(|(_, of, _)| *of == entity);
        named.any(|span| span.overlaps(source))
            || described.map(|(tokens, ..)| self.document.span(*tokens)).any(|span| span.overlaps(source))
    }

    fn names(&self, entity: EntityId, with_members: bool) -> Vec<String> {
        let own = &self.coreference.clusters.entities[entity];
        let mut names = vec![own.name.clone()];
        names.extend(own.mentions.iter().map(|(span, _)| span.slice(self.document.text).to_owned()));
        let described = self.coreference.sources.described.iter().filter(|(_, of, _)| *of == entity);
        names.extend(described.map(|(tokens, ..)| self.document.span(*tokens).slice(self.document.text).to_owned()));
        if with_members {
            names.extend(own.members.iter().flat_map(|&member| self.names(member, false)));
        }
        names
    }
}

/// Learns from the corpora in a folder and returns the file of weights.
pub fn learn(folder: &Path, settings: &Settings) -> Result<Vec<u8>> {
    let mut articles: Vec<MarkedArticle> = read_lines(&folder.join("speakers/train.jsonl"))?;
    articles.extend(marked_articles::own_articles()?);
    let annotated: Vec<Annotated> = read_lines(&folder.join("polnear/train.jsonl"))?;
    let texts = articles.iter().map(|article| &article.text).chain(annotated.iter().map(|article| &article.text));
    let readings: Vec<ReadingText> = texts.map(|text| read_layout(text)).collect();
    let (first, second) = readings.split_at(articles.len());
    let mut read: Vec<Read> =
        articles.iter().zip(first).map(|(article, reading)| read_article(article, reading)).collect();
    read.extend(annotated.iter().zip(second).map(|(article, reading)| read_annotated(article, reading)));
    let ranker = |choices: &[Choice], calibrations: [[f32; 2]; SourceClass::GROUPS]| {
        let mut body = Vec::new();
        choice::fit(choices, settings, &mut body, [1.0, 0.0]);
        body.extend(calibrations.iter().flatten().flat_map(|number| number.to_le_bytes()));
        (SpeakerRanker::read(&add_header(&body)), body)
    };
    let part =
        |which: usize| read.iter().enumerate().filter(move |(number, _)| number % PARTS == which).map(|(_, read)| read);
    let others = |which: usize, choices: &[Vec<Choice>]| -> Vec<Choice> {
        choices.iter().enumerate().filter(|(other, _)| *other != which).flat_map(|(_, own)| own.clone()).collect()
    };
    // First the true speakers of earlier quotes are known; then those that the other parts teach.
    let first: Vec<Vec<Choice>> =
        (0..PARTS).map(|which| part(which).flat_map(|read| choices(read, None)).collect()).collect();
    let mut second = Vec::new();
    for which in 0..PARTS {
        let trial = ranker(&others(which, &first), IDENTITY).0?;
        second.push(part(which).flat_map(|read| choices(read, Some(&trial))).collect::<Vec<Choice>>());
    }
    let mut seen = Vec::new();
    for which in 0..PARTS {
        let trial = ranker(&others(which, &second), IDENTITY).0?;
        part(which).for_each(|read| judge(read, &trial, &mut seen));
    }
    report(&seen);
    let calibrations = std::array::from_fn(|group| {
        let own = seen.iter().filter(|(class, probability, _)| class.group() == group && *probability >= 0.3);
        field::calibration(&own.map(|&(_, probability, right)| (probability, right)).collect::<Vec<_>>())
    });
    eprintln!("calibrations: {calibrations:?}");
    let all: Vec<Choice> = second.into_iter().flatten().collect();
    eprintln!("{} quotes", all.len());
    Ok(add_header(&ranker(&all, calibrations).1))
}

/// Calibrations that change nothing.
const IDENTITY: [[f32; 2]; SourceClass::GROUPS] = [[1.0, 0.0]; SourceClass::GROUPS];

/// Into how many parts the articles are split, so that each is judged by what the others teach.
const PARTS: usize = 5;

/// Prints how many answers are right, by the class of the source and by how likely they must be.
fn report(seen: &[(SourceClass, f32, bool)]) {
    let mut classes: BTreeMap<u64, Vec<(f32, bool)>> = BTreeMap::new();
    for &(class, probability, right) in seen {
        classes.entry(class.feature_number()).or_default().push((probability, right));
        classes.entry(0).or_default().push((probability, right));
    }
    for (class, seen) in classes {
        let mut line = format!("held out, class {class}, {} asked:", seen.len());
        for least in [0.0, 0.5, 0.6, 0.7, 0.8, 0.9] {
            let given = seen.iter().filter(|(probability, _)| *probability >= least);
            let right = given.clone().filter(|(_, right)| *right).count();
            line += &format!("  {least}: {right}/{}", given.count());
        }
        for precision in [0.95, 0.9, 0.85] {
            line += &format!("  at {precision}: {}", right_at(&seen, precision));
        }
        eprintln!("{line}");
    }
}

/// How many answers are right if only the surest are given, as many as keep the precision at this value or above.
fn right_at(seen: &[(f32, bool)], precision: f64) -> usize {
    let mut seen = seen.to_vec();
    seen.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut right = 0;
    let mut most = 0;
    for (given, (_, is_right)) in (1..).zip(seen) {
        right += usize::from(is_right);
        if right as f64 >= precision * f64::from(given) {
            most = right;
        }
    }
    most
}

fn read_lines<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let lines = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read {}: give the corpora's folder with --corpora", path.display()))?;
    lines.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// The bytes at which the code points of a text start, and where it ends.
fn code_points(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

fn read<'t>(reading: &'t ReadingText) -> Read<'t> {
    let document = Document::new(reading.text());
    let vocabulary = Vocabulary::from_document(&document);
    let mentions = entities::tag_entities(&document, &vocabulary);
    let quotes = quotes::find_quotes(&document, &vocabulary, &mentions).quotes;
    let coreference = coreference::resolve(&document, &vocabulary, &mentions, &quotes);
    Read { document, mentions, quotes, coreference, speakers: HashMap::new(), annotated: false }
}

/// Reads an article whose marks say who speaks.
fn read_article<'t>(article: &'t MarkedArticle, reading: &'t ReadingText) -> Read<'t> {
    let mut read = read(reading);
    let bytes = code_points(&article.text);
    for mark in article.marks.iter().filter(|mark| !mark.doubt && mark.who != "?") {
        let Some(&inside) = bytes.get(mark.at + 1) else { continue };
        let over = QuoteId::enumerate(&read.quotes).filter_map(|(id, quote)| {
            let mut pieces = quote.content.iter().map(|&piece| reading.original_span(piece));
            let piece = pieces.find(|piece| piece.start() <= inside && inside < piece.end())?;
            Some((piece.end() - piece.start(), id))
        });
        if let Some((_, id)) = over.min() {
            read.speakers.entry(id).or_insert(Speaker::Named(mark.who.as_str()));
        }
    }
    read
}

/// Reads an article whose sources are annotated: they tell who says quotes that have no source beside them.
fn read_annotated<'t>(article: &'t Annotated, reading: &'t ReadingText) -> Read<'t> {
    let mut read = Read { annotated: true, ..read(reading) };
    let bytes = code_points(&article.text);
    let span = |&(start, end): &(usize, usize)| Some(Span::new(*bytes.get(start)?, *bytes.get(end)?));
    for (id, quote) in QuoteId::enumerate(&read.quotes).filter(|(_, quote)| quote.source.is_none()) {
        let Some(own) = quote.content.first().map(|&piece| reading.original_span(piece)) else { continue };
        let over = article.quotes.iter().find(|gold| {
            gold.content.iter().filter_map(span).any(|piece| piece.overlaps(own) && piece.start() <= own.start() + 2)
        });
        let source = over.and_then(|gold| gold.source.as_ref()?.iter().map(span).next()?);
        let speaker = match (over, source) {
            (Some(_), Some(source)) => Speaker::Source(reading.reading_span(source)),
            (Some(_), None) => continue,
            (None, _) => Speaker::Named("-"),
        };
        read.speakers.insert(id, speaker);
    }
    read
}

/// The choices that an article's quotes pose; earlier quotes have the speakers that `ranker` gives, or else the true ones.
fn choices(read: &Read, ranker: Option<&SpeakerRanker>) -> Vec<Choice> {
    let mut choices = Vec::new();
    attribute_quotes(&read.context(), |question| {
        let candidates = candidates(question);
        let speaker = read.speakers.get(&question.id);
        if let Some(speaker) = speaker {
            let situation = Situation::new(question, &candidates);
            let mut choice: Choice = candidates
                .iter()
                .map(|candidate| {
                    let mut features = Vec::new();
                    speaker_features(&situation, candidate, |feature| features.push(feature));
                    (features, read.is_right(candidate.entity, speaker))
                })
                .collect();
            let mut nobody = Vec::new();
            nobody_features(&situation, |feature| nobody.push(feature));
            choice.push((nobody, choice.iter().all(|(_, right)| !right)));
            choices.push(choice);
        }
        match (ranker, speaker) {
            (Some(ranker), _) => rank(question, &ranker.fit).first().copied().filter(|answer| answer.1 > 0.5),
            (None, Some(speaker)) => {
                let mut right = candidates.iter().filter(|candidate| read.is_right(candidate.entity, speaker));
                right.next().map(|candidate| (candidate.entity, 1.0))
            }
            (None, None) => question.rule_answer.map(|entity| (entity, 1.0)),
        }
    });
    choices
}

/// How likely the best candidate of each quote is, and whether it is right.
fn judge(read: &Read, ranker: &SpeakerRanker, seen: &mut Vec<(SourceClass, f32, bool)>) {
    attribute_quotes(&read.context(), |question| {
        let (entity, probability) = *rank(question, &ranker.fit).first()?;
        if let Some(speaker) = read.speakers.get(&question.id).filter(|_| !read.annotated) {
            seen.push((question.class, probability, read.is_right(entity, speaker)));
        }
        (probability > 0.5).then_some((entity, probability))
    });
}

/// Whether a name, or a description in small letters, and another one mean the same.
fn is_same(wanted: &str, name: &str) -> bool {
    let (a, b) = (words(wanted), words(name));
    let (Some(a_last), Some(b_last)) = (a.last(), b.last()) else { return false };
    if !wanted.contains(char::is_uppercase) {
        return shares_word(wanted, name);
    }
    a == b || (a_last == b_last && (a.iter().all(|word| b.contains(word)) || b.iter().all(|word| a.contains(word))))
}

/// Whether two descriptions have a word in common.
fn shares_word(wanted: &str, name: &str) -> bool {
    let name = words(name);
    words(wanted).iter().any(|word| word.len() > 1 && !SMALL.contains(&word.as_str()) && name.contains(word))
}

/// Words of descriptions that tell nobody apart.
const SMALL: [&str; 24] = [
    "an", "and", "another", "at", "by", "first", "for", "from", "her", "his", "in", "its", "my", "of", "on", "one",
    "our", "their", "this", "to", "two", "who", "with", "your",
];

fn words(name: &str) -> Vec<String> {
    const LEFT_OUT: [&str; 11] = ["the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sir", "lord", "lady"];
    let plain = name.to_lowercase().replace("’s ", " ").replace("'s ", " ").replace(['.', '’', '\''], "");
    plain
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty() && !LEFT_OUT.contains(word))
        .map(str::to_owned)
        .collect()
}
