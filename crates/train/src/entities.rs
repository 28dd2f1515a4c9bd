//! Learning to find names.

use anyhow::{Context as _, Result};
use whosaid::document::Document;
use whosaid::entities::tagger::features::Context;
use whosaid::entities::tagger::{LABELS, may_follow, tag};
use whosaid::learned::file::{Reader, seal};
use whosaid::learned::weights::Weights;
use whosaid::vocabulary::Vocabulary;

use crate::corpora::Annotated;
use crate::field::{self, Example, Settings};

/// Learns from the documents and returns the file of weights.
///
/// Four fifths of the fully annotated documents are learned first, and the
/// last fifth tells how far the probabilities can be believed.
pub fn learn(documents: &[Annotated], settings: &Settings) -> Result<Vec<u8>> {
    let held = |number: usize| number % 5 == 4 && documents[number].whole;
    let (held, kept): (Vec<usize>, Vec<usize>) = (0..documents.len()).partition(|&number| held(number));
    let pick = |numbers: &[usize]| numbers.iter().map(|&number| &documents[number]).collect::<Vec<_>>();
    let trial = fit(&pick(&kept), settings, [1.0, 0.0]);
    let mut reader = Reader::open(&trial)?;
    let trial = Weights::read(&mut reader).context("the weights just written cannot be read")?;
    let calibration = field::calibration(&seen(&pick(&held), &trial));
    eprintln!("calibration: {calibration:?}");
    Ok(fit(&documents.iter().collect::<Vec<_>>(), settings, calibration))
}

fn fit(documents: &[&Annotated], settings: &Settings, calibration: [f32; 2]) -> Vec<u8> {
    let mut body = Vec::new();
    field::fit::<LABELS>(examples(documents), settings, may_follow).write(&mut body, calibration);
    seal(&body)
}

fn examples(documents: &[&Annotated]) -> Vec<Example> {
    let mut examples = Vec::new();
    for annotated in documents {
        let document = Document::new(&annotated.text);
        let vocabulary = Vocabulary::of(&document);
        let context = Context::new(&document, &vocabulary);
        for sentence in &document.sentences {
            let mut example = Example::new();
            for at in sentence.clone() {
                context.each(sentence, at, |feature| example.features.push(feature));
                example.end_token(annotated.allowed[at]);
            }
            examples.push(example);
        }
    }
    examples
}

/// The probability of each mention found, and whether it is annotated.
fn seen(documents: &[&Annotated], weights: &Weights<LABELS>) -> Vec<(f32, bool)> {
    let mut seen = Vec::new();
    for annotated in documents {
        let document = Document::new(&annotated.text);
        for tagged in tag(&document, &Vocabulary::of(&document), weights) {
            let first = 1u32 << (1 + 2 * tagged.class as usize);
            let allowed = &annotated.allowed;
            let begins = allowed[tagged.tokens.start] == first;
            let goes_on =
                allowed[tagged.tokens.start + 1..tagged.tokens.end].iter().all(|&labels| labels == first << 1);
            let ends = allowed.get(tagged.tokens.end) != Some(&(first << 1));
            seen.push((tagged.probability, begins && goes_on && ends));
        }
    }
    seen
}
