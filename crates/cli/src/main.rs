//! The `whosaid` command: finds who said what in news articles.

mod guard;
mod language_names;
mod lines;
mod print;
mod published;
mod resume;

use std::fs::File;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use clap::{Parser, Subcommand};
use rayon::prelude::*;
use whosaid::{Analyzer, Language, Offsets, Report};

use crate::guard::guarded;
use crate::lines::Articles;

#[derive(Parser)]
#[command(version, about = "Who said what in a news article")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find the quotes, speakers and named entities of articles
    Report {
        /// Text files in UTF-8; standard input if none, or `-`, is given
        files: Vec<PathBuf>,
        /// Read JSON lines {"id", "text"} from standard input and write JSON lines {"id", "report"}
        #[arg(long, conflicts_with = "files")]
        jsonl: bool,
        /// Print JSON even on a terminal
        #[arg(long, conflicts_with = "jsonl")]
        json: bool,
        /// The unit of offsets: utf-16, codepoint or byte
        #[arg(long, default_value = "utf-16")]
        offsets: Offsets,
        /// Write JSON to this file instead of standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Keep the complete lines of an interrupted run's output, and continue after the last one
        #[arg(long, requires = "output", requires = "jsonl")]
        resume: bool,
        /// Write the report for a website, with what somebody has checked of it; a file may also be a report that the page saved as JSON
        #[arg(long, value_name = "CHECKED", num_args = 0..=1, require_equals = true, default_missing_value = "none", conflicts_with_all = ["jsonl", "json_ld", "offsets"])]
        reviewed: Option<published::Extent>,
        /// Write the direct quotes as schema.org's Quotation, in JSON-LD for search engines
        #[arg(long, conflicts_with_all = ["jsonl", "offsets"])]
        json_ld: bool,
    },
    /// Explain which rule decided for each quote and each resolved mention of an article
    Explain {
        /// A text file in UTF-8, or `-` for standard input
        file: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Report { jsonl: true, offsets, output, resume, .. } => {
            report_lines(offsets, output.as_deref(), resume)
        }
        Command::Report { files, reviewed: Some(extent), output, .. } => {
            published::files(&files, published::Form::Reviewed(extent), output.as_deref())
        }
        Command::Report { files, json_ld: true, output, .. } => {
            published::files(&files, published::Form::JsonLd, output.as_deref())
        }
        Command::Report { files, json, offsets, output, .. } => report_files(&files, json, offsets, output.as_deref()),
        Command::Explain { file, json } => explain_file(&file, json),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader has closed the pipe, which is not an error.
        Err(error)
            if error
                .downcast_ref::<std::io::Error>()
                .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("whosaid: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Prints which rule decided for each quote and each resolved mention of one article.
fn explain_file(file: &Path, json: bool) -> Result<bool> {
    let text = read(file)?;
    let mut analyzer = Analyzer::new();
    let explanation = analyzer.explain(&text, Offsets::Byte);
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    if json {
        serde_json::to_writer(&mut output, &explanation)?;
        output.write_all(b"\n")?;
    } else {
        let report = analyzer.analyze(&text, Offsets::Byte);
        print::explanation(&mut output, &text, &report, &explanation)?;
    }
    output.flush()?;
    Ok(true)
}

/// Answers each line of standard input; returns false if one could not be answered.
fn report_lines(offsets: Offsets, file: Option<&Path>, resume: bool) -> Result<bool> {
    let mut articles = Articles::new(std::io::stdin().lock());
    let mut messages = std::io::stderr();
    let mut skipped = true;
    let mut output: Box<dyn Write> = match file {
        Some(file) if resume => {
            let mut output = resume::open(file)?;
            skipped = resume::skip_answered(&mut articles, &mut output, offsets, &mut messages)?;
            Box::new(output)
        }
        _ => output_to(file)?,
    };
    let analyze = |analyzer: &mut Analyzer, text: &str| analyzer.analyze(text, offsets);
    let answered = lines::answer(&mut articles, &mut output, &mut messages, analyze)?;
    Ok(answered && skipped)
}

/// Opens a new file, or standard output if none is given.
fn output_to(file: Option<&Path>) -> Result<Box<dyn Write>> {
    Ok(match file {
        Some(file) => Box::new(File::create(file).with_context(|| format!("cannot write to {}", file.display()))?),
        None => Box::new(std::io::stdout().lock()),
    })
}

/// The number of files in a batch.
const FILES: usize = 64;

/// Reports on each file, on all cores and in order; returns false if one could not be read.
fn report_files(files: &[PathBuf], json: bool, offsets: Offsets, output: Option<&Path>) -> Result<bool> {
    let readable = output.is_none() && std::io::stdout().is_terminal() && !json;
    let mut output = std::io::BufWriter::new(output_to(output)?);
    let standard_input = [PathBuf::from("-")];
    let files = if files.is_empty() { &standard_input } else { files };
    let offsets = if readable { Offsets::Byte } else { offsets };
    let mut succeeded = true;
    for some in files.chunks(FILES) {
        let reports: Vec<Result<(String, Report)>> =
            some.par_iter().map_init(Analyzer::new, |analyzer, file| reported(analyzer, file, offsets)).collect();
        for (file, report) in some.iter().zip(reports) {
            let (text, report) = match report {
                Ok(found) => found,
                Err(error) => {
                    succeeded = false;
                    eprintln!("whosaid: {error:#}");
                    continue;
                }
            };
            if readable {
                if files.len() > 1 {
                    writeln!(output, "{}\n", file.display())?;
                }
                print::report(&mut output, &text, &report)?;
            } else {
                tell_language(file, &report);
                serde_json::to_writer(&mut output, &report)?;
                output.write_all(b"\n")?;
            }
        }
    }
    output.flush()?;
    Ok(succeeded)
}

/// Says on standard error that a text is not in English, so that nobody takes its empty report for an error.
fn tell_language(file: &Path, report: &Report) {
    if ![Language::ENGLISH, Language::UNDETERMINED].contains(&report.language) {
        let name = if file == Path::new("-") { "the text".into() } else { file.to_string_lossy() };
        let language = language_names::language_name(report.language.code());
        eprintln!("{name} seems to be in {language}; whosaid reads English only");
    }
}

fn reported(analyzer: &mut Analyzer, file: &Path, offsets: Offsets) -> Result<(String, Report)> {
    let text = read(file)?;
    let report = guarded(analyzer, |analyzer| analyzer.analyze(&text, offsets))
        .map_err(|panic| anyhow!("{} could not be analyzed: {panic}", file.display()))?;
    Ok((text, report))
}

fn read(file: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => bail!(
            "{} is not valid UTF-8 (byte {}): convert it first, for example with iconv",
            file.display(),
            error.utf8_error().valid_up_to()
        ),
    }
}
