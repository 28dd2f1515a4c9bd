//! The arguments of the command.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use whosaid::Offsets;
use whosaid_check::Severity;

use crate::published::Extent;

/// Finds who said what in English news articles: quotes, their speakers and the names of people, organizations and places.
///
/// Reads text and HTML files in UTF-8. No data leaves this computer.
#[derive(Parser)]
#[command(name = "whosaid", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub print: PrintArguments,
}

/// Without a subcommand: print readable reports.
#[derive(Args)]
pub struct PrintArguments {
    /// Text or HTML files; standard input if none, or `-`, is given
    pub files: Vec<PathBuf>,
    /// Print JSON, as `whosaid report --json` does
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub color: ColorArgument,
}

#[derive(Args)]
pub struct ColorArgument {
    /// When to use colors; `auto` uses them on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

#[derive(Subcommand)]
pub enum Command {
    /// Report quotes, speakers and named entities: readable on a terminal, otherwise as JSON
    Report(ReportArguments),
    /// Explain which rule decided for each quote and each resolved mention of an article
    Explain {
        /// A text or HTML file, or `-` for standard input
        file: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Check drafts before they are published: speakers, names, quotation marks, sources
    ///
    /// The exit status is 0 if nothing was found, 1 if something was, and 2 if a file could not be checked.
    Check(CheckArguments),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write the pages of all commands into a folder
    Man {
        /// An existing folder
        folder: Option<PathBuf>,
    },
}

#[derive(Args)]
pub struct ReportArguments {
    /// Text or HTML files; standard input if none, or `-`, is given
    ///
    /// The JSON for a single text is its report. For several files, it is one line {"file", "report"} for each. An
    /// HTML file has a line {"file", "text", "report"}: offsets count in `text`, the article found in the page.
    pub files: Vec<PathBuf>,
    /// Read JSON lines {"id", "text"} from FILE or standard input, and write JSON lines {"id", "report"}
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-", conflicts_with = "files")]
    pub jsonl: Option<PathBuf>,
    /// Print JSON even on a terminal
    #[arg(long, conflicts_with = "jsonl")]
    pub json: bool,
    /// The unit of offsets in JSON: utf-16, codepoint or byte
    #[arg(long, value_name = "UNIT", default_value = "utf-16")]
    pub offsets: Offsets,
    /// Write JSON to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Keep the complete lines of an interrupted run's output, and continue after the last one
    #[arg(long, requires = "output", requires = "jsonl")]
    pub resume: bool,
    /// Write the report for a website, with what somebody has checked of it; a file may also be a report that the page saved as
    /// JSON
    #[arg(long, value_name = "CHECKED", num_args = 0..=1, require_equals = true, default_missing_value = "none", conflicts_with_all = ["jsonl", "json_ld", "offsets"])]
    pub reviewed: Option<Extent>,
    /// Write the direct quotes as schema.org's Quotation, in JSON-LD for search engines
    #[arg(long, conflicts_with_all = ["jsonl", "offsets"])]
    pub json_ld: bool,
    #[command(flatten)]
    pub color: ColorArgument,
}

#[derive(Args)]
pub struct CheckArguments {
    /// Text or HTML files; standard input if none, or `-`, is given
    pub files: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
    /// Use these settings instead of the whosaid-check.toml beside each file or in a folder above it
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Leave out findings that are less severe
    #[arg(long, value_name = "SEVERITY", default_value = "suggestion", value_parser = severities())]
    pub least: Severity,
    /// The unit of offsets in JSON: utf-16, codepoint or byte
    #[arg(long, value_name = "UNIT", default_value = "utf-16")]
    pub offsets: Offsets,
    #[command(flatten)]
    pub color: ColorArgument,
}

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// An array of files with their findings
    Json,
    /// The Static Analysis Results Interchange Format, version 2.1.0
    Sarif,
}

/// Accepts the name of a severity.
fn severities() -> impl TypedValueParser<Value = Severity> {
    let known = |name: String| Severity::ALL.into_iter().find(|severity| severity.name() == name);
    PossibleValuesParser::new(Severity::ALL.map(Severity::name))
        .try_map(move |name| known(name).ok_or("unknown severity"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
