//! Learning to find names.

use anyhow::{Context as _, Result};
use whosaid::training::crf::weights::Weights;
use whosaid::training::entities::tagger::document_features::DocumentFeatures;
use whosaid::training::entities::tagger::features::FeatureContext;
use whosaid::training::entities::tagger::labels::{LABELS, may_follow};
use whosaid::training::entities::tagger::{TaggerCache, first_pass, tag_mentions};
use whosaid::training::model_file::{ModelFileReader, add_header};
use whosaid::training::text::document::Document;
use whosaid::training::text::token_index::TokenRange;
use whosaid::training::vocabulary::{Vocabulary, ribbon};

use crate::corpora::Annotated;
use crate::field::{self, Example, Learned, Settings};

/// Learns from the documents and returns the file of weights.
///
/// Four fifths of the fully annotated documents are learned first, and the
/// last fifth tells how far the probabilities can be believed.
pub fn learn(documents: &[Annotated], settings: &Settings) -> Result<Vec<u8>> {
    let document_features = document_features(documents, settings)?;
    let held = |number: usize| number % 5 == 4 && documents[number].whole;
    let (held, kept): (Vec<usize>, Vec<usize>) = (0..documents.len()).partition(|&number| held(number));
    let all: Vec<usize> = (0..documents.len()).collect();
    let [trial, whole] = both([&kept, &all], |numbers| fit(documents, numbers, Some(&document_features), settings));
    let trial = open(&seal_with(&trial, [1.0, 0.0]))?;
    let held: Vec<&Annotated> = held.iter().map(|&number| &documents[number]).collect();
    let calibration = field::calibration(&seen(&held, &trial));
    eprintln!("calibration: {calibration:?}");
    Ok(seal_with(&whole, calibration))
}

/// Does two things at the same time.
fn both<T: Sync, U: Send>(inputs: [&T; 2], work: impl Fn(&T) -> U + Sync) -> [U; 2] {
    std::thread::scope(|scope| {
        let second = scope.spawn(|| work(inputs[1]));
        [work(inputs[0]), second.join().expect("learning does not panic")]
    })
}

fn seal_with(learned: &Learned<LABELS>, calibration: [f32; 2]) -> Vec<u8> {
    let mut body = Vec::new();
    learned.write(&mut body, calibration);
    add_header(&body)
}

/// What a first reading says of every document, by weights that were learned without it.
fn document_features(documents: &[Annotated], settings: &Settings) -> Result<Vec<DocumentFeatures>> {
    // Copies and openings of one article stand on the same side.
    let side = |annotated: &Annotated| {
        let opening: String = annotated.text.chars().take(40).collect();
        ribbon::hash(&opening.to_lowercase()) % 2
    };
    let other = |half: u64| (0..documents.len()).filter(|&number| side(&documents[number]) != half).collect();
    let others: [Vec<usize>; 2] = [other(0), other(1)];
    let halves = both([&others[0], &others[1]], |numbers| fit(documents, numbers, None, settings));
    let halves = [open(&seal_with(&halves[0], [1.0, 0.0]))?, open(&seal_with(&halves[1], [1.0, 0.0]))?];
    let read = |annotated: &Annotated| {
        let document = Document::new(&annotated.text);
        let vocabulary = Vocabulary::from_document(&document);
        let context = FeatureContext::new(&document, &vocabulary);
        first_pass(&document, &context, &halves[side(annotated) as usize])
    };
    Ok(documents.iter().map(read).collect())
}

fn open(file: &[u8]) -> Result<Weights<LABELS>> {
    Weights::read(&mut ModelFileReader::open(file)?).context("the weights just written cannot be read")
}

fn fit(
    documents: &[Annotated],
    numbers: &[usize],
    document_features: Option<&[DocumentFeatures]>,
    settings: &Settings,
) -> Learned<LABELS> {
    let mut examples = Vec::new();
    for &number in numbers {
        add_examples(&documents[number], None, &mut examples);
        if let Some(document_features) = document_features {
            add_examples(&documents[number], Some(&document_features[number]), &mut examples);
        }
    }
    field::fit(examples, settings, may_follow)
}

/// The sentences of a document, as a first or as a second reading sees them.
fn add_examples(annotated: &Annotated, document_features: Option<&DocumentFeatures>, examples: &mut Vec<Example>) {
    let document = Document::new(&annotated.text);
    let vocabulary = Vocabulary::from_document(&document);
    let context = FeatureContext::new(&document, &vocabulary);
    for sentence in &document.sentences {
        let mut example = Example::new();
        for at in *sentence {
            context.first_pass_features(sentence, at, |feature| example.features.push(feature));
            if let Some(document_features) = document_features {
                context.second_pass_features(sentence, at, document_features, |feature| example.features.push(feature));
            }
            example.end_token(annotated.allowed[at]);
        }
        examples.push(example);
    }
}

/// The probability of each mention found, and whether it is annotated.
fn seen(documents: &[&Annotated], weights: &Weights<LABELS>) -> Vec<(f32, bool)> {
    let mut seen = Vec::new();
    for annotated in documents {
        let document = Document::new(&annotated.text);
        for tagged in
            tag_mentions(&document, &Vocabulary::from_document(&document), weights, &mut TaggerCache::default())
        {
            let first = 1u32 << (1 + 2 * tagged.class as usize);
            let allowed = &annotated.allowed;
            let begins = allowed[tagged.tokens.start] == first;
            let later = TokenRange::new(tagged.tokens.start + 1, tagged.tokens.end);
            let goes_on = allowed[later].iter().all(|&labels| labels == first << 1);
            let ends = allowed.get(tagged.tokens.end.number()) != Some(&(first << 1));
            seen.push((tagged.probability, begins && goes_on && ends));
        }
    }
    seen
}
