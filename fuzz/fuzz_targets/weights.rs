//! Reads arbitrary bytes as each kind of model file: what is no such file is an error, never a panic.
//!
//! The bytes are read as they are and, so that more than the header is tried, as the body of a file with a sound header.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::training::attribution::ranking::SpeakerRanker;
use whosaid::training::coreference::pronouns::ranker::Ranker;
use whosaid::training::crf::weights::Weights;
use whosaid::training::model_file::{ModelFileReader, add_header};
use whosaid::training::quotes::tagger::model::QuoteModel;
use whosaid::training::vocabulary::ClusterFile;

fuzz_target!(|bytes: &[u8]| {
    for file in [bytes, &add_header(bytes)] {
        let _ = ModelFileReader::open(file).and_then(|mut reader| {
            let weights = Weights::<19>::read(&mut reader)?;
            reader.finish()?;
            // What is accepted can be used.
            weights.score(|sums| (0..64).for_each(|feature| sums.add(feature << 26)));
            Ok(())
        });
        let _ = QuoteModel::read(file);
        let _ = Ranker::read(file);
        let _ = SpeakerRanker::read(file);
        let _ = ClusterFile::read(file);
    }
});
