//! Checks drafts before they are published.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use clap::ColorChoice;
use serde::Serialize;
use whosaid::{Analyzer, Offsets, Range};
use whosaid_check::{CheckedFile, Finding, Places, Settings, Severity, check_report, sarif};

use crate::arguments::{CheckArguments, Format};
use crate::guard::guarded;
use crate::input::{self, Input};
use crate::language_names;
use crate::palette::Palette;

/// The name of a settings file.
const SETTINGS: &str = "whosaid-check.toml";

/// The exit status where something was found.
const FOUND: u8 = 1;

/// The exit status where something could not be checked.
pub const FAILED: u8 = 2;

/// What was found in a file that could be checked.
struct Checked {
    file: PathBuf,
    input: Input,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct JsonFile<'f> {
    file: String,
    /// The text in which places count, where it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'f str>,
    findings: Vec<JsonFinding<'f>>,
}

#[derive(Serialize)]
struct JsonFinding<'f> {
    rule: &'f str,
    severity: &'f str,
    message: &'f str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    words: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<JsonFix<'f>>,
}

#[derive(Serialize)]
struct JsonFix<'f> {
    start: usize,
    end: usize,
    replacement: &'f str,
}

/// Checks each file; the exit status tells whether something was found, or could not be checked.
pub fn files(arguments: &CheckArguments) -> Result<ExitCode> {
    let given = arguments.settings.as_deref().map(read_settings).transpose()?;
    let mut analyzer = Analyzer::new();
    let mut checked = Vec::new();
    let mut failed = false;
    for file in input::or_standard_input(&arguments.files) {
        match check_file(&mut analyzer, file, given.as_ref(), arguments.least) {
            Ok(found) => checked.push(found),
            Err(error) => {
                failed = true;
                eprintln!("whosaid: {error:#}");
            }
        }
    }
    let mut output = BufWriter::new(std::io::stdout().lock());
    match arguments.format {
        Format::Text => print(&mut output, &checked, arguments.color.color)?,
        Format::Json => {
            let files: Vec<JsonFile> = checked.iter().map(|checked| json(checked, arguments.offsets)).collect();
            serde_json::to_writer(&mut output, &files)?;
            output.write_all(b"\n")?;
        }
        Format::Sarif => {
            let paths: Vec<String> =
                checked.iter().map(|checked| checked.file.to_string_lossy().into_owned()).collect();
            let files: Vec<CheckedFile> =
                checked.iter().zip(&paths).map(|(checked, path)| checked_file(checked, path)).collect();
            serde_json::to_writer(&mut output, &sarif(&files))?;
            output.write_all(b"\n")?;
        }
    }
    output.flush()?;
    Ok(match (failed, checked.iter().all(|checked| checked.findings.is_empty())) {
        (true, _) => ExitCode::from(FAILED),
        (false, false) => ExitCode::from(FOUND),
        (false, true) => ExitCode::SUCCESS,
    })
}

fn check_file(analyzer: &mut Analyzer, file: &Path, settings: Option<&Settings>, least: Severity) -> Result<Checked> {
    let input = input::read(file)?;
    let settings = match settings {
        Some(settings) => settings.clone(),
        None => find_settings(file)?.map_or_else(|| Ok(Settings::default()), |path| read_settings(&path))?,
    };
    let found = guarded(analyzer, |analyzer| {
        let report = analyzer.analyze(&input.text, Offsets::Byte);
        (language_names::other_language(&report).map(str::to_owned), check_report(&input.text, &report, &settings))
    });
    let (language, mut findings) = found.map_err(|panic| anyhow!("cannot check {}: {panic}", input::name(file)))?;
    if let Some(language) = language {
        bail!(
            "cannot check {}: it seems to be in {language}, and only English articles are checked",
            input::name(file)
        );
    }
    findings.retain(|finding| finding.severity >= least);
    Ok(Checked { file: file.to_owned(), input, findings })
}

/// Looks for a settings file beside a file, and in the folders above; for standard input, from the working folder on.
fn find_settings(file: &Path) -> Result<Option<PathBuf>> {
    let start = if input::is_standard_input(file) { Path::new(".").join("-") } else { file.to_owned() };
    let start =
        std::path::absolute(&start).with_context(|| format!("cannot find the folder of {}", input::name(file)))?;
    Ok(start.ancestors().skip(1).map(|folder| folder.join(SETTINGS)).find(|path| path.is_file()))
}

fn read_settings(path: &Path) -> Result<Settings> {
    let content = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Settings::parse(&content).with_context(|| format!("cannot use {}", path.display()))
}

fn checked_file<'c>(checked: &'c Checked, path: &'c str) -> CheckedFile<'c> {
    CheckedFile { path, text: &checked.input.text, is_whole: !checked.input.is_extracted, findings: &checked.findings }
}

fn words(text: &str, range: Range) -> &str {
    text.get(range.start..range.end).unwrap_or_default()
}

fn json(checked: &Checked, unit: Offsets) -> JsonFile<'_> {
    let text = checked.input.text.as_str();
    let places = Places::new(text);
    let findings = checked.findings.iter().map(|finding| {
        let place = places.place(finding.range.start);
        JsonFinding {
            rule: finding.rule,
            severity: finding.severity.name(),
            message: &finding.message,
            line: place.line,
            column: place.column,
            start: places.offset(finding.range.start, unit),
            end: places.offset(finding.range.end, unit),
            words: words(text, finding.range),
            fix: finding.fix.as_ref().map(|fix| JsonFix {
                start: places.offset(fix.range.start, unit),
                end: places.offset(fix.range.end, unit),
                replacement: &fix.replacement,
            }),
        }
    });
    JsonFile {
        file: checked.file.to_string_lossy().into_owned(),
        text: checked.input.is_extracted.then_some(text),
        findings: findings.collect(),
    }
}

/// Writes the findings for people: a file's name, then a line for each finding and the words that it is about.
fn print(output: &mut impl Write, checked: &[Checked], color: ColorChoice) -> Result<()> {
    let palette = Palette::for_standard_output(color);
    let mut count = 0;
    for Checked { file, input, findings } in checked.iter().filter(|checked| !checked.findings.is_empty()) {
        writeln!(output, "{}", palette.title(&input::name(file)))?;
        let places = Places::new(&input.text);
        for finding in findings {
            let place = places.place(finding.range.start);
            let at = format!("{}:{}", place.line, place.column);
            let severity = format!("{:10}", finding.severity.name());
            writeln!(
                output,
                "  {at:8}{} {} {}",
                palette.doubt(&severity),
                palette.heading(&finding.message),
                palette.note(finding.rule)
            )?;
            writeln!(output, "          {}", palette.note(&excerpt(words(&input.text, finding.range))))?;
            if let Some(fix) = &finding.fix {
                writeln!(output, "          {}", palette.note(&format!("Fix: {}", fix_words(&input.text, fix))))?;
            }
        }
        writeln!(output)?;
        count += findings.len();
    }
    let files = checked.len();
    let (findings, files) = (counted(count, "finding"), counted(files, "file"));
    writeln!(output, "{findings} in {files}")?;
    Ok(())
}

/// What an edit does.
fn fix_words(text: &str, fix: &whosaid_check::Fix) -> String {
    if fix.range.start < fix.range.end {
        return format!("write {} instead", fix.replacement);
    }
    let before = text.get(..fix.range.start).unwrap_or_default();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    format!("write {word}{}", fix.replacement)
}

/// The first words of a passage.
fn excerpt(words: &str) -> String {
    const CHARACTERS: usize = 80;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= CHARACTERS {
        return words;
    }
    let mut excerpt: String = words.chars().take(CHARACTERS).collect();
    excerpt.push('…');
    excerpt
}

fn counted(number: usize, what: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {what}{ending}")
}
