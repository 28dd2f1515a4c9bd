//! Trains the entity tagger.

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

/// Trains on the documents and returns the weights file.
///
/// A first model, trained without a fifth of the fully annotated documents, calibrates the probabilities on that fifth.
pub fn train(documents: &[Annotated], settings: &Settings) -> Result<Vec<u8>> {
    let document_features = cross_fitted_features(documents, settings)?;
    let held = |number: usize| number % 5 == 4 && documents[number].fully_annotated;
    let (held, kept): (Vec<usize>, Vec<usize>) = (0..documents.len()).partition(|&number| held(number));
    let all: Vec<usize> = (0..documents.len()).collect();
    let [trial, full] =
        in_parallel([&kept, &all], |numbers| fit(documents, numbers, Some(&document_features), settings));
    let trial = open(&weights_file(&trial, [1.0, 0.0]))?;
    let held: Vec<&Annotated> = held.iter().map(|&number| &documents[number]).collect();
    let calibration = field::calibration(&scored_mentions(&held, &trial));
    eprintln!("calibration: {calibration:?}");
    Ok(weights_file(&full, calibration))
}

/// Runs a function on two inputs in parallel.
fn in_parallel<T: Sync, U: Send>(inputs: [&T; 2], work: impl Fn(&T) -> U + Sync) -> [U; 2] {
    std::thread::scope(|scope| {
        let second = scope.spawn(|| work(inputs[1]));
        [work(inputs[0]), second.join().expect("training does not panic")]
    })
}

fn weights_file(learned: &Learned<LABELS>, calibration: [f32; 2]) -> Vec<u8> {
    let mut body = Vec::new();
    learned.write(&mut body, calibration);
    add_header(&body)
}

/// Runs the first pass over every document with a model trained without it.
fn cross_fitted_features(documents: &[Annotated], settings: &Settings) -> Result<Vec<DocumentFeatures>> {
    // Copies and openings of one article are in the same half.
    let half_of = |annotated: &Annotated| {
        let opening: String = annotated.text.chars().take(40).collect();
        ribbon::hash(&opening.to_lowercase()) % 2
    };
    let other = |half: u64| (0..documents.len()).filter(|&number| half_of(&documents[number]) != half).collect();
    let others: [Vec<usize>; 2] = [other(0), other(1)];
    let single = Settings { models: 1, ..*settings };
    let halves = in_parallel([&others[0], &others[1]], |numbers| fit(documents, numbers, None, &single));
    let halves = [open(&weights_file(&halves[0], [1.0, 0.0]))?, open(&weights_file(&halves[1], [1.0, 0.0]))?];
    let read = |annotated: &Annotated| {
        let document = Document::new(&annotated.text);
        let vocabulary = Vocabulary::from_document(&document);
        let context = FeatureContext::new(&document, &vocabulary);
        first_pass(&document, &context, &halves[half_of(annotated) as usize])
    };
    Ok(documents.iter().map(read).collect())
}

fn open(file: &[u8]) -> Result<Weights<LABELS>> {
    Weights::read(&mut ModelFileReader::open(file)?).context("cannot read the weights that were just written")
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

/// Adds the sentences of a document, with the features of the first or of the second pass.
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

/// Returns the probability of each mention found, and whether it is annotated.
fn scored_mentions(documents: &[&Annotated], weights: &Weights<LABELS>) -> Vec<(f32, bool)> {
    let mut seen = Vec::new();
    for annotated in documents {
        let document = Document::new(&annotated.text);
        for tagged in
            tag_mentions(&document, &Vocabulary::from_document(&document), weights, &mut TaggerCache::default())
        {
            let first = 1u32 << tagged.class.first_label();
            let allowed = &annotated.allowed;
            let begins = allowed[tagged.tokens.start] == first;
            let later = TokenRange::new(tagged.tokens.start + 1, tagged.tokens.end);
            let continues = allowed[later].iter().all(|&labels| labels == first << 1);
            let ends = allowed.get(tagged.tokens.end.number()) != Some(&(first << 1));
            seen.push((tagged.probability, begins && continues && ends));
        }
    }
    seen
}
