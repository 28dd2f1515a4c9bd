//! A test that the features of the learned models are those they were trained with.
//!
//! The expected hashes are in `tests/features.txt`. `ACCEPT_FEATURES=1 cargo test --lib feature_hashes` replaces them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::attribution::ranking::candidates::candidates;
use crate::attribution::ranking::situation::Situation;
use crate::attribution::ranking::{SpeakerContext, nobody_features, speaker_features};
use crate::coreference::pronouns::{self, grammatical_role};
use crate::coreference::{self, RANKER, gender};
use crate::entities::tagger::{features::FeatureContext, first_pass};
use crate::quotes::collapsed_sentence::CollapsedSentence;
use crate::quotes::datelines::without_dateline;
use crate::quotes::name_tags::NameTags;
use crate::quotes::quoted_spans::pair_quotation_marks;
use crate::quotes::rules;
use crate::quotes::tagger::cue_relation::CueRelation;
use crate::quotes::tagger::sentence_features::{SentenceFeatures, quoted_features};
use crate::text::Document;
use crate::vocabulary::Vocabulary;
use crate::{attribution, entities, quotes};

/// Ten of the articles in `tests/articles`.
const ARTICLES: [&str; 10] = [
    "agency-ceasefire",
    "british-commons",
    "broadsheet-budget",
    "court-witness",
    "interview-transcript",
    "live-blog-storm",
    "roles-and-short-names",
    "science-whales",
    "sport-final",
    "tabloid-headline",
];

const EXPECTED: &str = "tests/features.txt";

/// The hash of a sequence of features (FNV-1a over whole numbers).
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn add(&mut self, feature: u32) {
        self.0 = (self.0 ^ u64::from(feature)).wrapping_mul(0x0000_0100_0000_01b3);
    }
}

type Hashes = BTreeMap<&'static str, Hash>;

fn hash_entity_features(document: &Document, vocabulary: &Vocabulary, hashes: &mut Hashes) {
    let context = FeatureContext::new(document, vocabulary);
    let first = first_pass(document, &context, &entities::WEIGHTS);
    for sentence in &document.sentences {
        for token in *sentence {
            let hash = hashes.entry("entity tagger, first pass").or_default();
            context.first_pass_features(sentence, token, |feature| hash.add(feature));
            let hash = hashes.entry("entity tagger, second pass").or_default();
            context.second_pass_features(sentence, token, &first, |feature| hash.add(feature));
        }
    }
}

fn hash_quote_features(document: &Document, vocabulary: &Vocabulary, names: &NameTags, hashes: &mut Hashes) {
    let quoted_spans = pair_quotation_marks(document);
    for paragraph in document.body() {
        for sentence in
            CollapsedSentence::split(document, &quoted_spans, without_dateline(document, paragraph.tokens), 0)
        {
            let candidates = rules::find_candidates(&sentence);
            let quoted = quoted_features(&sentence);
            let features = SentenceFeatures::new(&sentence, &candidates, vocabulary, names, &quoted);
            for unit in 0..sentence.len() {
                let hash = hashes.entry("cues").or_default();
                features.cue_features(unit, |feature| hash.add(feature));
            }
            for candidate in &candidates {
                let relation = CueRelation::new(&features, candidate.cue.clone());
                let hash = hashes.entry("sources and contents").or_default();
                for unit in (0..sentence.len()).filter(|unit| !candidate.cue.contains(unit)) {
                    features.argument_features(unit, unit >= candidate.cue.end, |feature| hash.add(feature));
                    relation.relation_features(unit, |feature| hash.add(feature));
                }
            }
        }
    }
}

fn hash_pronoun_features(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[entities::mention::Mention],
    hashes: &mut Hashes,
) {
    for mention in mentions {
        let hash = hashes.entry("grammatical roles").or_default();
        grammatical_role::features(document, vocabulary, &mention.tokens, |feature| hash.add(feature));
        let hash = hashes.entry("genders of given names").or_default();
        if let Some(word) = vocabulary.word(mention.tokens.start) {
            gender::features(word, |feature| hash.add(feature));
        }
    }
    let quotes = quotes::find_quotes(document, vocabulary, mentions).quotes;
    let (clusters, sources, speech) = coreference::prepare(document, mentions, &quotes);
    let inputs = (&clusters, &sources, &speech);
    pronouns::resolve(document, vocabulary, mentions, inputs, &RANKER, |state, question| {
        let hash = hashes.entry("pronoun ranker").or_default();
        for candidate in question.candidates {
            state.features(question.pronoun, candidate, question.candidates, question.ahead, |feature| {
                hash.add(feature);
            });
        }
        state.features_of_nobody(question.pronoun, question.candidates, |feature| hash.add(feature));
        pronouns::best(state, question, &RANKER.fit)
    });
}

fn hash_speaker_features(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[entities::mention::Mention],
    hashes: &mut Hashes,
) {
    let quotes = quotes::find_quotes(document, vocabulary, mentions).quotes;
    let coreference = coreference::resolve(document, vocabulary, mentions, &quotes);
    let context = SpeakerContext { document, mentions, quotes: &quotes, coreference: &coreference };
    let hash = hashes.entry("speaker ranking").or_default();
    attribution::attribute_quotes(&context, |question| {
        let candidates = candidates(question);
        let situation = Situation::new(question, &candidates);
        for candidate in &candidates {
            speaker_features(&situation, candidate, |feature| hash.add(feature));
        }
        nobody_features(&situation, |feature| hash.add(feature));
        question.rule_answer.map(|entity| (entity, 1.0))
    });
}

fn hash_articles(root: &Path) -> String {
    let mut hashes = Hashes::new();
    for article in ARTICLES {
        let file = root.join(format!("tests/articles/{article}.json"));
        let article: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let document = Document::new(article["text"].as_str().unwrap());
        let vocabulary = Vocabulary::from_document(&document);
        let mentions = entities::tag_entities(&document, &vocabulary);
        hash_entity_features(&document, &vocabulary, &mut hashes);
        let names = NameTags::new(document.tokens.len(), &mentions);
        hash_quote_features(&document, &vocabulary, &names, &mut hashes);
        hash_pronoun_features(&document, &vocabulary, &mentions, &mut hashes);
        hash_speaker_features(&document, &vocabulary, &mentions, &mut hashes);
    }
    hashes.into_iter().fold(String::new(), |mut lines, (model, hash)| {
        let _ = writeln!(lines, "{:016x}  {model}", hash.0);
        lines
    })
}

#[test]
fn features_are_those_the_models_were_trained_with() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = hash_articles(root);
    let file = root.join(EXPECTED);
    if std::env::var_os("ACCEPT_FEATURES").is_some() {
        std::fs::write(file, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(file).unwrap_or_default();
    let changed: Vec<&str> =
        found.lines().filter(|line| !expected.lines().any(|other| other == *line)).map(|line| &line[18..]).collect();
    assert!(
        changed.is_empty() && found == expected,
        "features changed ({}): retrain the models (`cargo xtask train all`) and accept the change with \
         `ACCEPT_FEATURES=1 cargo test --lib feature_hashes`, or, if you added an entry to a word list, mark it with \
         `+` so that the models do not see it (see src/lexicon/word_list.rs)",
        changed.join("; ")
    );
}
