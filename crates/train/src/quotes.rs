//! Learning to find quotes: cues first, then the source and the content of each.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use whosaid::training::model_file::add_header;
use whosaid::training::quotes::collapsed_sentence::CollapsedSentence;
use whosaid::training::quotes::confidence::Confidence;
use whosaid::training::quotes::content_spans::{self, QuoteCandidate};
use whosaid::training::quotes::name_tags::NameTags;
use whosaid::training::quotes::quote::{QuoteKind, QuoteOrigin};
use whosaid::training::quotes::tagger::features::SentenceFeatures;
use whosaid::training::quotes::tagger::labels::{CONTENT, CUE, CUE_LABELS, PART_LABELS, SOURCE, cue_may_follow};
use whosaid::training::quotes::tagger::relation::CueContext;
use whosaid::training::quotes::tagger::{Fields, REACH};
use whosaid::training::quotes::{self, Cache, datelines, quoted_spans};
use whosaid::training::text::document::Document;
use whosaid::training::vocabulary::Vocabulary;
use whosaid::training::{Span, entities};

use crate::field::{self, Example, Settings};

type Pieces = Vec<(usize, usize)>;

#[derive(Deserialize)]
struct Line {
    text: String,
    quotes: Vec<Gold>,
}

#[derive(Clone, Deserialize)]
struct Gold {
    content: Pieces,
    cue: Option<Pieces>,
    source: Option<Pieces>,
}

/// A quote in units of its sentence.
struct Answer {
    cue: Range<usize>,
    source: Vec<usize>,
    content: Vec<usize>,
}

/// Learns from the articles in a folder and returns the file of weights.
pub fn learn(folder: &Path, cues: &Settings, parts: &Settings) -> Result<Vec<u8>> {
    let path = folder.join("polnear/train.jsonl");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}: give the corpora's folder with --corpora", path.display()))?;
    let mut lines = Vec::new();
    for line in text.lines() {
        let line: Line = serde_json::from_str(line)
            .with_context(|| format!("{} holds a line that is no article", path.display()))?;
        lines.push(line);
    }
    let (held, kept): (Vec<usize>, Vec<usize>) = (0..lines.len()).partition(|number| number % 5 == 4);
    let pick = |numbers: &[usize]| numbers.iter().map(|&number| &lines[number]).collect::<Vec<_>>();
    let trial = Fields::read(&fit(&pick(&kept), cues, parts, &Confidence::PLAIN))?;
    let seen: Vec<Seen> = pick(&held).iter().flat_map(|line| judge(line, &trial)).collect();
    let confidence = confidence(&seen);
    eprintln!("{confidence:?}");
    Ok(fit(&lines.iter().collect::<Vec<_>>(), cues, parts, &confidence))
}

/// How sure a quote in the reporter's words must be to be shown.
const LEAST: f32 = 0.25;

/// How far quotes can be believed, by what was seen.
fn confidence(seen: &[Seen]) -> Confidence {
    let mut confidence = Confidence { least: LEAST, ..Confidence::PLAIN };
    for (kind, learned) in
        [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect].into_iter().zip(&mut confidence.learned)
    {
        let own = seen.iter().filter(|seen| seen.origin == QuoteOrigin::Learned && seen.kind == kind);
        *learned = field::calibration(&own.map(|seen| (seen.probability, seen.right)).collect::<Vec<_>>());
    }
    for (origin, share) in QuoteOrigin::ALL.into_iter().zip(&mut confidence.shares) {
        let own = || seen.iter().filter(|seen| seen.origin == origin);
        let right = own().filter(|seen| seen.right).count();
        eprintln!("held out, {origin:?}: {right} of {} right", own().count());
        // As if one more had been right and one more wrong, since some origins are rare.
        *share = (right as f32 + 1.0) / (own().count() as f32 + 2.0);
    }
    confidence
}

fn fit(lines: &[&Line], cues: &Settings, parts: &Settings, confidence: &Confidence) -> Vec<u8> {
    let (mut of_cues, mut of_parts) = (Vec::new(), Vec::new());
    for line in lines {
        each_frame(line, |sheet, answers| {
            of_cues.push(cue_example(sheet, answers));
            of_parts.extend(
                answers.iter().filter(|answer| !answer.content.is_empty()).map(|answer| part_example(sheet, answer)),
            );
        });
    }
    let mut body = Vec::new();
    field::fit::<CUE_LABELS>(of_cues, cues, cue_may_follow).write(&mut body, [1.0, 0.0]);
    field::fit::<PART_LABELS>(of_parts, parts, |_, _| true).write(&mut body, [1.0, 0.0]);
    confidence.write(&mut body);
    add_header(&body)
}

/// Reads an article into sentences, each with its right answers.
fn each_frame(line: &Line, mut give: impl FnMut(&SentenceFeatures, &[Answer])) {
    let mut bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(line.text.len());
    let spans =
        |pieces: &Pieces| pieces.iter().map(|&(start, end)| Span::new(bytes[start], bytes[end])).collect::<Vec<_>>();
    let gold: Vec<[Vec<Span>; 3]> = line
        .quotes
        .iter()
        .filter_map(|quote| {
            let cue = quote.cue.as_ref().filter(|cue| !cue.is_empty())?;
            Some([spans(cue), quote.source.as_ref().map(spans).unwrap_or_default(), spans(&quote.content)])
        })
        .collect();
    let document = Document::new(&line.text);
    let vocabulary = Vocabulary::from_document(&document);
    let names = NameTags::of(document.tokens.len(), &entities::tag_entities(&document, &vocabulary));
    let marked = quoted_spans::find(&document);
    for paragraph in document.paragraphs.iter().filter(|paragraph| paragraph.role.holds_speech()) {
        for sentence in
            CollapsedSentence::split(&document, &marked, datelines::without(&document, paragraph.tokens.clone()), 0)
        {
            let rules: Vec<QuoteCandidate> = content_spans::find(&sentence);
            let sheet = SentenceFeatures::new(&sentence, &rules, &vocabulary, &names);
            let whole = document.span(sentence.tokens(0..sentence.len()));
            let answers: Vec<Answer> = gold
                .iter()
                .filter(|[cue, _, _]| whole.contains(cue[0]))
                .filter_map(|[cue, source, content]| answer(&document, &sentence, [cue, source, content]))
                .collect();
            give(&sheet, &answers);
        }
    }
}

fn answer(document: &Document, sentence: &CollapsedSentence, [cue, source, content]: [&[Span]; 3]) -> Option<Answer> {
    let covered = |spans: &[Span]| {
        (0..sentence.len())
            .filter(|&at| {
                let tokens = sentence.tokens(at..at + 1);
                let inside = tokens
                    .iter()
                    .filter(|&token| spans.iter().any(|span| span.contains(document.tokens[token].span)))
                    .count();
                2 * inside > tokens.len()
            })
            .collect::<Vec<usize>>()
    };
    let cue = covered(cue);
    let (first, last) = (*cue.first()?, *cue.last()?);
    // A passage of several sentences in marks is no cue.
    if cue.iter().any(|&at| sentence.block(at).is_some_and(|_| sentence.block_words(at) > 3)) {
        return None;
    }
    Some(Answer { cue: first..last + 1, source: covered(source), content: covered(content) })
}

fn cue_example(sheet: &SentenceFeatures, answers: &[Answer]) -> Example {
    let mut example = Example::new();
    for at in 0..sheet.sentence.len() {
        sheet.cue(at, |feature| example.features.push(feature));
        let label = answers
            .iter()
            .filter(|answer| answer.cue.contains(&at))
            .map(|answer| if answer.cue.start == at { 1 } else { 2 });
        example.end_token(1 << label.min().unwrap_or(0));
    }
    // Where two cues overlap, a later unit may stand behind none.
    for at in 0..example.allowed.len() {
        if example.allowed[at] == 4 && (at == 0 || example.allowed[at - 1] == 1) {
            example.allowed[at] = 2;
        }
    }
    example
}

fn part_example(sheet: &SentenceFeatures, answer: &Answer) -> Example {
    let mut example = Example::new();
    let cue = &answer.cue;
    let relation = CueContext::new(sheet, cue.clone());
    for at in cue.start.saturating_sub(REACH)..sheet.sentence.len().min(cue.end + REACH) {
        if !cue.contains(&at) {
            sheet.part(at, at >= cue.end, |feature| example.features.push(feature));
        }
        relation.each(at, |feature| example.features.push(feature));
        let label = if cue.contains(&at) {
            CUE
        } else if answer.content.contains(&at) {
            CONTENT
        } else if answer.source.contains(&at) {
            SOURCE
        } else {
            0
        };
        example.end_token(1 << label);
    }
    example
}

/// A quote that was found, and whether it is annotated.
struct Seen {
    origin: QuoteOrigin,
    kind: QuoteKind,
    probability: f32,
    right: bool,
}

/// Finds the quotes of an article and compares them with its annotation.
fn judge(line: &Line, fields: &Fields) -> Vec<Seen> {
    let mut bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(line.text.len());
    let letters = |spans: &[Span]| -> HashSet<usize> {
        let of = |span: &Span| {
            let start = span.start;
            span.slice(&line.text).char_indices().filter(|(_, c)| c.is_alphanumeric()).map(move |(at, _)| start + at)
        };
        spans.iter().flat_map(of).collect()
    };
    let pieces = |pieces: Option<&Pieces>| {
        let spans = pieces.into_iter().flatten().map(|&(start, end)| Span::new(bytes[start], bytes[end]));
        letters(&spans.collect::<Vec<_>>())
    };
    let gold: Vec<[HashSet<usize>; 3]> = line
        .quotes
        .iter()
        .map(|gold| [pieces(Some(&gold.content)), pieces(gold.cue.as_ref()), pieces(gold.source.as_ref())])
        .collect();
    let document = Document::new(&line.text);
    let vocabulary = Vocabulary::from_document(&document);
    let mentions = entities::tag_entities(&document, &vocabulary);
    let found = quotes::find_with(&document, &vocabulary, &mentions, fields, &mut Cache::default());
    let touches = |own: &HashSet<usize>, gold: &HashSet<usize>| {
        if gold.is_empty() { own.is_empty() } else { !own.is_disjoint(gold) }
    };
    found
        .quotes
        .iter()
        .map(|quote| {
            let content = letters(&quote.content);
            let cue = letters(quote.cue.as_slice());
            let source = letters(quote.source.as_slice());
            let right = gold.iter().any(|[words, cues, sources]| {
                let shared = words.intersection(&content).count();
                let all = words.len() + content.len() - shared;
                shared > 0 && 2 * shared >= all && touches(&cue, cues) && touches(&source, sources)
            });
            Seen { origin: quote.origin, kind: quote.kind, probability: quote.confidence, right }
        })
        .collect()
}
