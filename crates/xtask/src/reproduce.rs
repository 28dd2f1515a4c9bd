//! Whether a build gives the same bytes wherever it is made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{files, run, say};

/// Builds the committed state in two folders whose paths differ in length, and compares every file; takes some minutes.
pub fn check(root: &Path) -> Result<()> {
    let base = std::env::temp_dir().join(format!("whosaid-reproduce-{}", std::process::id()));
    let mut builds = Vec::new();
    for name in ["a", "another-folder-with-a-longer-name"] {
        let folder = base.join(name);
        say(&format!("building in {}", folder.display()));
        std::fs::create_dir_all(&base)?;
        run(Command::new("git").args(["clone", "--quiet", "--local"]).arg(root).arg(&folder))?;
        let mut command = Command::new("cargo");
        command.current_dir(&folder).args(["run", "--quiet", "--package", "xtask", "--", "build"]);
        run(command.env("CARGO_TARGET_DIR", folder.join("target")))?;
        builds.push(hashes(&folder.join("www/dist"))?);
    }
    let [one, other] = &builds[..] else { bail!("there are no two builds") };
    let differing: Vec<String> = one
        .keys()
        .chain(other.keys())
        .filter(|file| one.get(*file) != other.get(*file))
        .map(|file| file.display().to_string())
        .collect();
    if !differing.is_empty() {
        bail!("these files differ: {}; both builds are in {}", differing.join(", "), base.display());
    }
    println!("{} files, all the same", one.len());
    std::fs::remove_dir_all(&base).with_context(|| format!("cannot remove {}", base.display()))
}

/// Returns the hash of each file below a folder.
fn hashes(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let hash = |path: PathBuf| {
        let name = path.strip_prefix(folder)?.to_owned();
        Ok((name, format!("{:x}", Sha256::digest(std::fs::read(&path)?))))
    };
    files::below(folder)?.into_iter().map(hash).collect()
}
