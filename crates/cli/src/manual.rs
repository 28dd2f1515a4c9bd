//! The manual pages and the completion scripts, made from the arguments.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::Arguments;

/// Writes the completion script of a shell.
pub fn completions(shell: Shell, output: &mut impl Write) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "whosaid", &mut script);
    Ok(output.write_all(&script)?)
}

/// Writes the manual page of the command, or, into a folder, those of all commands.
pub fn pages(folder: Option<&Path>, output: &mut impl Write) -> Result<()> {
    match folder {
        Some(folder) => clap_mangen::generate_to(Arguments::command(), folder)
            .with_context(|| format!("cannot write into the folder {}", folder.display())),
        None => Ok(clap_mangen::Man::new(Arguments::command()).render(output)?),
    }
}
