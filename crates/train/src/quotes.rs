//! Trains the tagger of quotes: first the field that finds cues, then the one that finds the source and content of
//! each.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use whosaid::training::layout::read_layout;
use whosaid::training::model_file::add_header;
use whosaid::training::quotes::collapsed_sentence::CollapsedSentence;
use whosaid::training::quotes::confidence::Confidence;
use whosaid::training::quotes::datelines::without_dateline;
use whosaid::training::quotes::name_tags::NameTags;
use whosaid::training::quotes::quote::{Quote, QuoteKind, QuoteOrigin};
use whosaid::training::quotes::quoted_spans::pair_quotation_marks;
use whosaid::training::quotes::tagger::MAX_ARGUMENT_DISTANCE;
use whosaid::training::quotes::tagger::cue_relation::CueRelation;
use whosaid::training::quotes::tagger::labels::{
    ARGUMENT_LABELS, CONTENT, CUE, CUE_BEGIN, CUE_INSIDE, CUE_LABELS, OUTSIDE, SOURCE, cue_label_may_follow,
};
use whosaid::training::quotes::tagger::model::QuoteModel;
use whosaid::training::quotes::tagger::sentence_features::{SentenceFeatures, quoted_features};
use whosaid::training::quotes::{QuoteCache, find_quotes_with, rules};
use whosaid::training::text::document::Document;
use whosaid::training::vocabulary::Vocabulary;
use whosaid::training::{Span, entities};

use crate::field::{self, Example, Settings};

/// Start and end of each piece, in characters.
type Pieces = Vec<(usize, usize)>;

/// An article with its annotated quotes.
#[derive(Deserialize)]
struct AnnotatedArticle {
    text: String,
    quotes: Vec<AnnotatedQuote>,
}

#[derive(Clone, Deserialize)]
struct AnnotatedQuote {
    content: Pieces,
    cue: Option<Pieces>,
    source: Option<Pieces>,
}

/// An annotated quote in units of its sentence.
struct UnitQuote {
    cue: Range<usize>,
    source: Vec<usize>,
    content: Vec<usize>,
}

/// A quote that was found in a held-out article.
struct JudgedQuote {
    origin: QuoteOrigin,
    kind: QuoteKind,
    /// The tagger's probability, not calibrated.
    probability: f32,
    is_right: bool,
}

/// The least confidence of an indirect quote that is reported.
const THRESHOLD: f32 = 0.25;

/// A quoted span with more words than this is no cue, whatever the annotation.
const MAX_QUOTED_CUE_WORDS: usize = 3;

/// Trains the model on the articles in a folder and returns the model file.
///
/// Confidence is fitted on every fifth article, with a model trained on the others; the final model is trained on all.
pub fn train(folder: &Path, cues: &Settings, arguments: &Settings) -> Result<Vec<u8>> {
    let path = folder.join("polnear/train.jsonl");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}: give the corpora's folder with --corpora", path.display()))?;
    let articles = text
        .lines()
        .enumerate()
        .map(|(number, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("line {} of {} is not an annotated article", number + 1, path.display()))
        })
        .collect::<Result<Vec<AnnotatedArticle>>>()?;
    let (held_out, kept): (Vec<_>, Vec<_>) = articles.iter().enumerate().partition(|(number, _)| number % 5 == 4);
    let kept: Vec<&AnnotatedArticle> = kept.into_iter().map(|(_, article)| article).collect();
    let trial = QuoteModel::read(&fit_model(&kept, cues, arguments, &Confidence::IDENTITY))?;
    let judged: Vec<JudgedQuote> =
        held_out.into_iter().flat_map(|(_, article)| judge_quotes(article, &trial)).collect();
    let confidence = fit_confidence(&judged);
    eprintln!("{confidence:?}");
    Ok(fit_model(&articles.iter().collect::<Vec<_>>(), cues, arguments, &confidence))
}

fn fit_confidence(judged: &[JudgedQuote]) -> Confidence {
    let mut confidence = Confidence { threshold: THRESHOLD, ..Confidence::IDENTITY };
    for (kind, calibration) in
        [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect].into_iter().zip(&mut confidence.calibration)
    {
        let of_kind = judged.iter().filter(|quote| quote.origin == QuoteOrigin::Tagger && quote.kind == kind);
        let pairs: Vec<(f32, bool)> = of_kind.map(|quote| (quote.probability, quote.is_right)).collect();
        *calibration = field::calibration(&pairs);
    }
    for (origin, precision) in QuoteOrigin::ALL.into_iter().zip(&mut confidence.precision) {
        let of_origin = || judged.iter().filter(|quote| quote.origin == origin);
        let right = of_origin().filter(|quote| quote.is_right).count();
        eprintln!("held out, {origin:?}: {right} of {} right", of_origin().count());
        // Add-one smoothing, since some origins are rare.
        *precision = (right as f32 + 1.0) / (of_origin().count() as f32 + 2.0);
    }
    confidence
}

fn fit_model(
    articles: &[&AnnotatedArticle],
    cues: &Settings,
    arguments: &Settings,
    confidence: &Confidence,
) -> Vec<u8> {
    let (mut cue_examples, mut argument_examples) = (Vec::new(), Vec::new());
    for article in articles {
        for_each_sentence(article, |features, quotes| {
            cue_examples.push(cue_example(features, quotes));
            let with_content = quotes.iter().filter(|quote| !quote.content.is_empty());
            argument_examples.extend(with_content.map(|quote| argument_example(features, quote)));
        });
    }
    let mut body = Vec::new();
    field::fit::<CUE_LABELS>(cue_examples, cues, cue_label_may_follow).write(&mut body, [1.0, 0.0]);
    field::fit::<ARGUMENT_LABELS>(argument_examples, arguments, |_, _| true).write(&mut body, [1.0, 0.0]);
    confidence.write(&mut body);
    add_header(&body)
}

/// The byte at which each character of a text begins, and its end.
fn byte_offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

fn byte_spans(pieces: &Pieces, bytes: &[usize]) -> Vec<Span> {
    pieces.iter().map(|&(start, end)| Span::new(bytes[start], bytes[end])).collect()
}

/// Calls a function with each sentence of an article and its annotated quotes.
fn for_each_sentence(article: &AnnotatedArticle, mut call: impl FnMut(&SentenceFeatures, &[UnitQuote])) {
    let bytes = byte_offsets(&article.text);
    let reading = read_layout(&article.text);
    let spans = |pieces: &Pieces| -> Vec<Span> {
        let spans = byte_spans(pieces, &bytes).into_iter().map(|span| reading.reading_span(span));
        spans.filter(|span| !span.is_empty()).collect()
    };
    let annotated: Vec<[Vec<Span>; 3]> = article
        .quotes
        .iter()
        .filter_map(|quote| {
            let cue = quote.cue.as_ref().filter(|cue| !cue.is_empty())?;
            let source = quote.source.as_ref().map(spans).unwrap_or_default();
            Some([spans(cue), source, spans(&quote.content)]).filter(|[cue, ..]| !cue.is_empty())
        })
        .collect();
    let document = Document::new(reading.text());
    let vocabulary = Vocabulary::from_document(&document);
    let names = NameTags::new(document.tokens.len(), &entities::tag_entities(&document, &vocabulary));
    let quoted_spans = pair_quotation_marks(&document);
    for paragraph in document.paragraphs.iter().filter(|paragraph| paragraph.holds_speech()) {
        let tokens = without_dateline(&document, paragraph.tokens);
        for sentence in CollapsedSentence::split(&document, &quoted_spans, tokens, 0) {
            let candidates = rules::find_candidates(&sentence);
            let quoted = quoted_features(&sentence);
            let features = SentenceFeatures::new(&sentence, &candidates, &vocabulary, &names, &quoted);
            let span = document.span(sentence.all_tokens());
            let quotes: Vec<UnitQuote> = annotated
                .iter()
                .filter(|[cue, _, _]| span.contains(cue[0]))
                .filter_map(|[cue, source, content]| unit_quote(&document, &sentence, [cue, source, content]))
                .collect();
            call(&features, &quotes);
        }
    }
}

/// Converts the annotated spans of a quote to units; returns `None` if its cue has none, or is a long quoted span.
fn unit_quote(
    document: &Document,
    sentence: &CollapsedSentence,
    [cue, source, content]: [&[Span]; 3],
) -> Option<UnitQuote> {
    // A unit counts if more than half of its tokens are annotated.
    let units_in = |spans: &[Span]| -> Vec<usize> {
        let is_annotated = |unit: &usize| {
            let tokens = sentence.tokens(*unit..*unit + 1);
            let annotated =
                tokens.iter().filter(|&token| spans.iter().any(|span| span.contains(document.tokens[token].span())));
            2 * annotated.count() > tokens.len()
        };
        (0..sentence.len()).filter(is_annotated).collect()
    };
    let cue = units_in(cue);
    let (first, last) = (*cue.first()?, *cue.last()?);
    if cue.iter().any(|&unit| sentence.quoted_word_count(unit) > MAX_QUOTED_CUE_WORDS) {
        return None;
    }
    Some(UnitQuote { cue: first..last + 1, source: units_in(source), content: units_in(content) })
}

fn cue_example(features: &SentenceFeatures, quotes: &[UnitQuote]) -> Example {
    let mut example = Example::new();
    for unit in 0..features.sentence.len() {
        features.cue_features(unit, |feature| example.features.push(feature));
        let labels = quotes
            .iter()
            .filter(|quote| quote.cue.contains(&unit))
            .map(|quote| if quote.cue.start == unit { CUE_BEGIN } else { CUE_INSIDE });
        example.end_token(1 << labels.min().unwrap_or(OUTSIDE));
    }
    // Where annotated cues overlap, a unit inside a cue may have lost the unit before it.
    for unit in 0..example.allowed.len() {
        let follows_outside = unit == 0 || example.allowed[unit - 1] == 1 << OUTSIDE;
        if example.allowed[unit] == 1 << CUE_INSIDE && follows_outside {
            example.allowed[unit] = 1 << CUE_BEGIN;
        }
    }
    example
}

fn argument_example(features: &SentenceFeatures, quote: &UnitQuote) -> Example {
    let mut example = Example::new();
    let cue = &quote.cue;
    let relation = CueRelation::new(features, cue.clone());
    let end = features.sentence.len().min(cue.end + MAX_ARGUMENT_DISTANCE);
    for unit in cue.start.saturating_sub(MAX_ARGUMENT_DISTANCE)..end {
        if !cue.contains(&unit) {
            features.argument_features(unit, unit >= cue.end, |feature| example.features.push(feature));
        }
        relation.relation_features(unit, |feature| example.features.push(feature));
        let label = if cue.contains(&unit) {
            CUE
        } else if quote.content.contains(&unit) {
            CONTENT
        } else if quote.source.contains(&unit) {
            SOURCE
        } else {
            OUTSIDE
        };
        example.end_token(1 << label);
    }
    example
}

/// Finds the quotes of an article and compares them with its annotation.
fn judge_quotes(article: &AnnotatedArticle, model: &QuoteModel) -> Vec<JudgedQuote> {
    let bytes = byte_offsets(&article.text);
    let letters_of_pieces = |pieces: Option<&Pieces>| {
        letters(&article.text, &pieces.map(|pieces| byte_spans(pieces, &bytes)).unwrap_or_default())
    };
    let annotated: Vec<[HashSet<usize>; 3]> = article
        .quotes
        .iter()
        .map(|quote| [Some(&quote.content), quote.cue.as_ref(), quote.source.as_ref()].map(letters_of_pieces))
        .collect();
    let reading = read_layout(&article.text);
    let document = Document::new(reading.text());
    let vocabulary = Vocabulary::from_document(&document);
    let mentions = entities::tag_entities(&document, &vocabulary);
    let found = find_quotes_with(&document, &vocabulary, &mentions, model, &mut QuoteCache::default());
    let judge = |quote: &Quote| {
        let own = [&quote.content[..], quote.cue.as_slice(), quote.source.as_slice()];
        let own = own.map(|spans| {
            let spans: Vec<Span> = spans.iter().map(|&span| reading.original_span(span)).collect();
            letters(&article.text, &spans)
        });
        JudgedQuote {
            origin: quote.origin,
            kind: quote.kind,
            probability: quote.confidence,
            is_right: annotated.iter().any(|annotated| agrees(&own, annotated)),
        }
    };
    found.quotes.iter().map(judge).collect()
}

/// The offsets of letters and digits in some spans of a text.
fn letters(text: &str, spans: &[Span]) -> HashSet<usize> {
    let of_span = |span: &Span| {
        let start = span.start();
        text[span.start()..span.end()]
            .char_indices()
            .filter(|(_, c)| c.is_alphanumeric())
            .map(move |(at, _)| start + at)
    };
    spans.iter().flat_map(of_span).collect()
}

/// Whether two quotes, each given as the letters of content, cue and source, share half of the content, and cue and
/// source overlap or are missing in both.
fn agrees([content, cue, source]: &[HashSet<usize>; 3], annotated: &[HashSet<usize>; 3]) -> bool {
    let overlaps = |own: &HashSet<usize>, annotated: &HashSet<usize>| {
        if annotated.is_empty() { own.is_empty() } else { !own.is_disjoint(annotated) }
    };
    let shared = annotated[0].intersection(content).count();
    let all = annotated[0].len() + content.len() - shared;
    shared > 0 && 2 * shared >= all && overlaps(cue, &annotated[1]) && overlaps(source, &annotated[2])
}
