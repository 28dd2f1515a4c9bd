//! Files for readers of reports in other languages, made from the Rust types of the report.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{run, site};

/// Writes the files that are made from the report's types, then those that are made from these and the widget.
pub fn write(root: &Path) -> Result<()> {
    let test = ["test", "--quiet", "--package", "whosaid", "--features", "training", "--lib"];
    let test = test.into_iter().chain(["report::contract::the_files"]);
    run(Command::new("cargo").current_dir(root).args(test).env("ACCEPT", "1"))?;
    // The front end's types import those of the core's bindings.
    site::cores(root)?;
    site::npm(root, &["run", "--silent", "contracts"])
}
