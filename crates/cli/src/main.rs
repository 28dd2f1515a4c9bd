//! The `whosaid` command: finds who said what in news articles.

mod arguments;
mod check;
mod guard;
mod html;
mod input;
mod language_names;
mod lines;
mod manual;
mod palette;
mod print;
mod published;
mod report_files;
mod resume;

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use whosaid::{Analyzer, Offsets};

use crate::arguments::{Arguments, CheckArguments, Command, PrintArguments, ReportArguments};
use crate::lines::Articles;
use crate::report_files::{Form, output_to, report_files};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut output = std::io::stdout();
    let done = match arguments.command {
        None => {
            let PrintArguments { files, json, color } = arguments.print;
            let form = if json { Form::Json(Offsets::Utf16) } else { Form::Readable(color.color) };
            report_files(&files, form, None)
        }
        Some(Command::Report(ReportArguments { jsonl: Some(input), offsets, output, resume, .. })) => {
            report_lines(&input, offsets, output.as_deref(), resume)
        }
        Some(Command::Report(ReportArguments { files, reviewed: Some(extent), output, .. })) => {
            published::files(&files, published::Form::Reviewed(extent), output.as_deref())
        }
        Some(Command::Report(ReportArguments { files, json_ld: true, output, .. })) => {
            published::files(&files, published::Form::JsonLd, output.as_deref())
        }
        Some(Command::Report(ReportArguments { files, json, offsets, output, color, .. })) => {
            report_files(&files, Form::for_output(output.as_deref(), json, offsets, color.color), output.as_deref())
        }
        Some(Command::Check(arguments)) => return check_drafts(&arguments),
        Some(Command::Explain { file, json }) => explain_file(&file, json),
        Some(Command::Completions { shell }) => manual::completions(shell, &mut output).map(|()| true),
        Some(Command::Man { folder }) => manual::pages(folder.as_deref(), &mut output).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader has closed the pipe, which is not an error.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("whosaid: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Checks drafts; here an error has a status of its own, since 1 means that something was found.
fn check_drafts(arguments: &CheckArguments) -> ExitCode {
    match check::files(arguments) {
        Ok(status) => status,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("whosaid: {error:#}");
            ExitCode::from(check::FAILED)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kind = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    let json_kind = error.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
    kind.or(json_kind) == Some(std::io::ErrorKind::BrokenPipe)
}

/// Prints which rule decided for each quote and each resolved mention of one article.
fn explain_file(file: &Path, json: bool) -> Result<bool> {
    let text = input::read(file)?.text;
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

/// Answers each line of a file; returns false if one could not be answered.
fn report_lines(input: &Path, offsets: Offsets, file: Option<&Path>, resume: bool) -> Result<bool> {
    let mut articles = Articles::new(open_lines(input)?);
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

fn open_lines(input: &Path) -> Result<Box<dyn Read>> {
    if input::is_standard_input(input) {
        input::hint("Type or paste lines such as {\"id\": 1, \"text\": \"…\"}");
        return Ok(Box::new(std::io::stdin().lock()));
    }
    let file = File::open(input).with_context(|| format!("cannot read {}", input.display()))?;
    Ok(Box::new(file))
}
