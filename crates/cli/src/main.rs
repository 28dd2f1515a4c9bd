//! `whosaid`: who said what in a news article, on the command line.

mod print;

use std::io::{BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use serde::{Deserialize, Serialize};
use whosaid::{Offsets, Report, analyze};

#[derive(Parser)]
#[command(version, about = "Who said what in a news article")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Report the quotes, their speakers and the names in articles
    Report {
        /// Text files in UTF-8; none, or `-`, reads standard input
        files: Vec<PathBuf>,
        /// Read lines {"id", "text"} from standard input, write lines {"id", "report"}
        #[arg(long, conflicts_with = "files")]
        jsonl: bool,
        /// Print JSON also on a terminal
        #[arg(long, conflicts_with = "jsonl")]
        json: bool,
        /// The unit of all places: utf-16, codepoint or byte
        #[arg(long, default_value = "utf-16")]
        offsets: Offsets,
    },
}

fn main() -> ExitCode {
    let Command::Report { files, jsonl, json, offsets } = Arguments::parse().command;
    let done = if jsonl { report_lines(offsets) } else { report_files(&files, json, offsets) };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // A reader that has seen enough closes the pipe: no failure of ours.
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

#[derive(Deserialize)]
struct Article {
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    report: Report,
}

/// Answers each line of standard input; false where one could not be read.
fn report_lines(offsets: Offsets) -> Result<bool> {
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_well = true;
    for (number, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let line = line.context("cannot read standard input")?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match serde_json::from_slice::<Article>(&line) {
            Ok(Article { id, text }) => {
                serde_json::to_writer(&mut output, &Answer { id, report: analyze(&text, offsets) })?;
                output.write_all(b"\n")?;
            }
            Err(error) => {
                all_well = false;
                eprintln!("whosaid: line {}: not an article {{\"id\", \"text\"}}: {error}", number + 1);
            }
        }
    }
    output.flush()?;
    Ok(all_well)
}

/// Reports on each file; false where one could not be read.
fn report_files(files: &[PathBuf], json: bool, offsets: Offsets) -> Result<bool> {
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let readable = std::io::stdout().is_terminal() && !json;
    let standard_input = [PathBuf::from("-")];
    let files = if files.is_empty() { &standard_input } else { files };
    let mut all_well = true;
    for file in files {
        let text = match read(file) {
            Ok(text) => text,
            Err(error) => {
                all_well = false;
                eprintln!("whosaid: {error:#}");
                continue;
            }
        };
        if readable {
            if files.len() > 1 {
                writeln!(output, "{}\n", file.display())?;
            }
            print::report(&mut output, &text, &analyze(&text, Offsets::Byte))?;
        } else {
            serde_json::to_writer(&mut output, &analyze(&text, offsets))?;
            output.write_all(b"\n")?;
        }
    }
    output.flush()?;
    Ok(all_well)
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
            "{} is no UTF-8 text (byte {}): convert it first, for example with iconv",
            file.display(),
            error.utf8_error().valid_up_to()
        ),
    }
}
