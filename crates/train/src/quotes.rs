//! Learning to find quotes: cues first, then the source and the content of each.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use whosaid::document::Document;
use whosaid::learned::file::seal;
use whosaid::quotes::contents::{self, Reported};
use whosaid::quotes::frames::Frame;
use whosaid::quotes::tagger::features::{Names, Sheet};
use whosaid::quotes::tagger::{
    CONTENT, CUE, CUE_LABELS, Fields, PART_LABELS, REACH, SOURCE, Tagged, cue_may_follow, tag,
};
use whosaid::quotes::{marks, reads};
use whosaid::vocabulary::Vocabulary;
use whosaid::{Span, entities};

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

/// A quote in units of its frame.
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
    let trial = Fields::read(&fit(&pick(&kept), cues, parts, [1.0, 0.0]))?;
    let seen: Vec<(f32, bool)> = pick(&held).iter().flat_map(|line| judge(line, &trial)).collect();
    let right = seen.iter().filter(|(_, right)| *right).count();
    let calibration = field::calibration(&seen);
    eprintln!("held out: {right} of {} right; calibration {calibration:?}", seen.len());
    Ok(fit(&lines.iter().collect::<Vec<_>>(), cues, parts, calibration))
}

fn fit(lines: &[&Line], cues: &Settings, parts: &Settings, calibration: [f32; 2]) -> Vec<u8> {
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
    field::fit::<PART_LABELS>(of_parts, parts, |_, _| true).write(&mut body, calibration);
    seal(&body)
}

/// Reads an article into frames, each with its right answers.
fn each_frame(line: &Line, mut give: impl FnMut(&Sheet, &[Answer])) {
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
    let vocabulary = Vocabulary::of(&document);
    let names = Names::of(document.tokens.len(), &entities::find(&document, &vocabulary));
    let marked = marks::find(&document);
    for paragraph in document.paragraphs.iter().filter(|paragraph| reads(paragraph.role)) {
        for frame in Frame::split(&document, &marked, paragraph.tokens.clone(), 0) {
            let rules: Vec<Reported> = contents::find(&frame);
            let sheet = Sheet::new(&frame, &rules, &vocabulary, &names);
            let whole = document.span(frame.tokens(0..frame.len()));
            let answers: Vec<Answer> = gold
                .iter()
                .filter(|[cue, _, _]| whole.contains(cue[0]))
                .filter_map(|[cue, source, content]| answer(&document, &frame, [cue, source, content]))
                .collect();
            give(&sheet, &answers);
        }
    }
}

fn answer(document: &Document, frame: &Frame, [cue, source, content]: [&[Span]; 3]) -> Option<Answer> {
    let covered = |spans: &[Span]| {
        (0..frame.len())
            .filter(|&at| {
                let tokens = frame.tokens(at..at + 1);
                let inside = tokens
                    .clone()
                    .filter(|&token| spans.iter().any(|span| span.contains(document.tokens[token].span)))
                    .count();
                2 * inside > tokens.len()
            })
            .collect::<Vec<usize>>()
    };
    let cue = covered(cue);
    let (first, last) = (*cue.first()?, *cue.last()?);
    // A passage of several sentences in marks is no cue.
    if cue.iter().any(|&at| frame.block(at).is_some_and(|_| frame.block_words(at) > 3)) {
        return None;
    }
    Some(Answer { cue: first..last + 1, source: covered(source), content: covered(content) })
}

fn cue_example(sheet: &Sheet, answers: &[Answer]) -> Example {
    let mut example = Example::new();
    for at in 0..sheet.frame.len() {
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

fn part_example(sheet: &Sheet, answer: &Answer) -> Example {
    let mut example = Example::new();
    let cue = &answer.cue;
    for at in cue.start.saturating_sub(REACH)..sheet.frame.len().min(cue.end + REACH) {
        if !cue.contains(&at) {
            sheet.part(at, at >= cue.end, |feature| example.features.push(feature));
        }
        sheet.part_of_cue(at, cue, |feature| example.features.push(feature));
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

/// The probability of each quote found, and whether its parts are the annotated ones, more or less.
fn judge(line: &Line, fields: &Fields) -> Vec<(f32, bool)> {
    let mut seen = Vec::new();
    each_frame(line, |sheet, answers| {
        for tagged in tag(sheet, fields).into_iter().filter(|tagged| !tagged.content.is_empty()) {
            let right = answers.iter().any(|answer| agrees(&tagged, answer));
            seen.push((tagged.probability, right));
        }
    });
    seen
}

/// Whether cue and source touch the annotated ones, and at least half of the content is shared.
fn agrees(tagged: &Tagged, answer: &Answer) -> bool {
    let cue = tagged.cue.start < answer.cue.end && answer.cue.start < tagged.cue.end;
    let source = match &tagged.source {
        None => answer.source.is_empty(),
        Some(source) => answer.source.iter().any(|at| source.contains(at)),
    };
    let found: Vec<usize> = tagged.content.iter().flat_map(Clone::clone).collect();
    let shared = found.iter().filter(|at| answer.content.contains(at)).count();
    let all = found.len() + answer.content.len() - shared;
    cue && source && 2 * shared >= all && shared > 0
}
