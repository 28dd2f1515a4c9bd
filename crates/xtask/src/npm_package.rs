//! The npm package `whosaid`: put together from `packages/npm`, the core and the widget, and tested as users install it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::{run, say};

/// How much of the package is tested.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tests {
    /// Node.js, the types, and what publint and attw check.
    Quick,
    /// Also bundlers, browsers and other runtimes, which takes minutes and needs the npm registry.
    All,
}

/// The folder in which the package `whosaid` lies, and in which it is packed and tested.
pub fn folder(root: &Path) -> PathBuf {
    root.join("target/npm")
}

/// Puts the package together from what `cargo xtask build` has made.
pub fn assemble(root: &Path) -> Result<()> {
    run(Command::new("node").arg(root.join("packages/npm/build.mjs")).arg(folder(root).join("whosaid")))
}

/// Puts the package together and tests it.
pub fn check(root: &Path, tests: Tests) -> Result<()> {
    lint(root)?;
    assemble(root)?;
    say("testing the npm package");
    let mut command = Command::new("node");
    command.arg(root.join("packages/npm/test.mjs")).arg(folder(root));
    if tests == Tests::All {
        command.arg("--all");
    }
    run(&mut command)
}

/// Checks the package's own scripts as those of the page are checked.
fn lint(root: &Path) -> Result<()> {
    let mut command = Command::new("node_modules/.bin/biome");
    command.current_dir(root.join("www")).args(["check", "--error-on-warnings", "--config-path=."]);
    run(command
        .args(["src", "tests", "build.mjs", "test.mjs", "package.json"].map(|name| format!("../packages/npm/{name}"))))
}
