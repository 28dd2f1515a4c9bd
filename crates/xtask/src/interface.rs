//! Compares the library's public interface with the list in `tests/public-api.txt`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run;

/// The list of public items, one per line.
const KEPT: &str = "tests/public-api.txt";

/// The folder for rustdoc's output: not the usual one, since `RUSTC_BOOTSTRAP` would cause full rebuilds there.
const TARGET: &str = "target/public-api";

/// Compares the public items with the saved list, or saves them if `accept` is set.
pub fn check(root: &Path, accept: bool) -> Result<()> {
    let found = public_items(root)?;
    let file = root.join(KEPT);
    if accept {
        return std::fs::write(&file, found).with_context(|| format!("cannot write {}", file.display()));
    }
    let kept = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let differences = differences(&kept, &found);
    if !differences.is_empty() {
        bail!(
            "the public interface differs from {KEPT}:\n{}\nif that is intended, run `cargo xtask interface --accept` and describe the change in CHANGELOG.md",
            differences.join("\n")
        );
    }
    Ok(())
}

/// Returns the public items of the library, one per line, without derived and automatic implementations.
fn public_items(root: &Path) -> Result<String> {
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["rustdoc", "--quiet", "--lib", "--target-dir", TARGET]);
    command.args(["--", "-Z", "unstable-options", "--output-format", "json"]);
    // JSON output is unstable; the pinned toolchain writes the version of it that the `public-api` crate reads.
    run(command.env("RUSTC_BOOTSTRAP", "1"))?;
    let items = public_api::Builder::from_rustdoc_json(root.join(TARGET).join("doc/whosaid.json"))
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .context("cannot read rustdoc's JSON: the version of `public-api` must fit the pinned toolchain")?;
    Ok(items.to_string())
}

/// Returns the lines that only one of two lists contains, marked with `-` and `+`.
fn differences(kept: &str, found: &str) -> Vec<String> {
    let missing = kept.lines().filter(|line| !found.lines().any(|other| other == *line));
    let added = found.lines().filter(|line| !kept.lines().any(|other| other == *line));
    missing.map(|line| format!("- {line}")).chain(added.map(|line| format!("+ {line}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_was_removed_and_added() {
        assert_eq!(differences("pub fn a\npub fn b\n", "pub fn b\npub fn c\n"), ["- pub fn a", "+ pub fn c"]);
        assert!(differences("pub fn a\n", "pub fn a\n").is_empty());
    }
}
