//! Reports on files.

use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use clap::ColorChoice;
use rayon::prelude::*;
use serde::Serialize;
use whosaid::{Analyzer, Offsets, Report};

use crate::guard::guarded;
use crate::input::{self, Input};
use crate::palette::Palette;
use crate::{language_names, print};

/// The number of files in a batch.
const FILES: usize = 64;

/// How reports are written.
#[derive(Clone, Copy)]
pub enum Form {
    /// For people.
    Readable(ColorChoice),
    /// As JSON, with offsets in this unit.
    Json(Offsets),
}

/// A report with the name of its file.
#[derive(Serialize)]
struct NamedReport<'a> {
    file: String,
    /// The text in which offsets count, where it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    report: &'a Report,
}

impl Form {
    /// Returns the form of reports where none is asked for: readable on a terminal, otherwise JSON.
    pub fn for_output(output: Option<&Path>, json: bool, offsets: Offsets, color: ColorChoice) -> Self {
        let readable = !json && output.is_none() && std::io::stdout().is_terminal();
        if readable { Self::Readable(color) } else { Self::Json(offsets) }
    }
}

/// Opens a new file, or standard output if none is given.
pub fn output_to(file: Option<&Path>) -> Result<Box<dyn Write>> {
    Ok(match file {
        Some(file) => Box::new(File::create(file).with_context(|| format!("cannot write to {}", file.display()))?),
        None => Box::new(std::io::stdout().lock()),
    })
}

/// Reports on each file, on all cores and in order; returns false if one could not be read.
pub fn report_files(files: &[PathBuf], form: Form, output: Option<&Path>) -> Result<bool> {
    let mut output = BufWriter::new(output_to(output)?);
    let files = input::or_standard_input(files);
    let offsets = match form {
        Form::Readable(_) => Offsets::Byte,
        Form::Json(offsets) => offsets,
    };
    let has_several = files.len() > 1;
    let mut succeeded = true;
    for some in files.chunks(FILES) {
        let reports: Vec<Result<(Input, Report)>> =
            some.par_iter().map_init(Analyzer::new, |analyzer, file| report_file(analyzer, file, offsets)).collect();
        for (file, report) in some.iter().zip(reports) {
            match report {
                Ok((input, report)) => write(&mut output, file, has_several, &input, &report, form)?,
                Err(error) => {
                    succeeded = false;
                    output.flush()?;
                    eprintln!("whosaid: {error:#}");
                }
            }
        }
    }
    output.flush()?;
    Ok(succeeded)
}

fn report_file(analyzer: &mut Analyzer, file: &Path, offsets: Offsets) -> Result<(Input, Report)> {
    let input = input::read(file)?;
    let report = guarded(analyzer, |analyzer| analyzer.analyze(&input.text, offsets))
        .map_err(|panic| anyhow!("cannot analyze {}: {panic}", input::name(file)))?;
    Ok((input, report))
}

fn write(
    output: &mut impl Write,
    file: &Path,
    has_several: bool,
    input: &Input,
    report: &Report,
    form: Form,
) -> Result<()> {
    match form {
        Form::Readable(color) => {
            let palette = Palette::for_standard_output(color);
            if has_several {
                writeln!(output, "{}\n", palette.title(&input::name(file)))?;
            }
            print::report(output, &input.text, report, &palette)?;
            if has_several {
                writeln!(output)?;
            }
        }
        Form::Json(_) => {
            warn_of_language(file, report);
            if has_several || input.is_extracted {
                let text = input.is_extracted.then_some(input.text.as_str());
                let file = file.to_string_lossy().into_owned();
                serde_json::to_writer(&mut *output, &NamedReport { file, text, report })?;
            } else {
                serde_json::to_writer(&mut *output, report)?;
            }
            output.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// Says on standard error that a text is not in English, so that nobody takes its empty report for an error.
fn warn_of_language(file: &Path, report: &Report) {
    if let Some(language) = language_names::other_language(report) {
        let name = if input::is_standard_input(file) { "the text".to_owned() } else { input::name(file) };
        eprintln!("whosaid: {name} seems to be in {language}; only English articles are analyzed");
    }
}
