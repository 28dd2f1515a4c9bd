//! Reads the texts of files and of standard input.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result, bail};

use crate::html;

/// The text of one input.
pub struct Input {
    /// The text to analyze.
    pub text: String,
    /// Whether the text is the article of an HTML page, so that offsets do not count in the file itself.
    pub is_extracted: bool,
}

/// Whether a path stands for standard input.
pub fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// The files that were given, or standard input if none was.
pub fn or_standard_input(files: &[PathBuf]) -> &[PathBuf] {
    static STANDARD_INPUT: LazyLock<[PathBuf; 1]> = LazyLock::new(|| [PathBuf::from("-")]);
    if files.is_empty() { &*STANDARD_INPUT } else { files }
}

/// The name of an input in messages.
pub fn name(file: &Path) -> String {
    if is_standard_input(file) { "standard input".to_owned() } else { file.display().to_string() }
}

/// Reads a text or the article of an HTML page.
pub fn read(file: &Path) -> Result<Input> {
    let context = || format!("cannot read {}", name(file));
    let mut text = read_bytes(file).and_then(decode).with_context(context)?;
    let is_extracted = html::is_html(file, &text);
    if is_extracted {
        text = html::article(&text).with_context(context)?;
    }
    check_length(&text).with_context(context)?;
    Ok(Input { text, is_extracted })
}

fn read_bytes(file: &Path) -> Result<Vec<u8>> {
    if !is_standard_input(file) {
        // A file that is too long is not worth the memory that it would take.
        check_bytes(std::fs::metadata(file)?.len())?;
        return Ok(std::fs::read(file)?);
    }
    hint("Type or paste an article");
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Tells somebody at a terminal that the command waits for input, and how to end it.
pub fn hint(what: &str) {
    if std::io::stdin().is_terminal() {
        let end = if cfg!(windows) { "Ctrl-Z and Enter" } else { "Ctrl-D" };
        eprintln!("{what}, then press {end} on an empty line. See `whosaid --help` for other ways.");
    }
}

/// The longest text that can be analyzed, in bytes.
const MAX_BYTES: u64 = 500_000_000;

/// Fails for a text that is too long to be analyzed.
pub fn check_length(text: &str) -> Result<()> {
    check_bytes(text.len() as u64)
}

/// Fails for as many bytes as cannot be analyzed.
fn check_bytes(bytes: u64) -> Result<()> {
    if bytes > MAX_BYTES {
        bail!("it is longer than the {} MB that can be analyzed. Split it first", MAX_BYTES / 1_000_000);
    }
    Ok(())
}

fn decode(bytes: Vec<u8>) -> Result<String> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => bail!(
            "it is not valid UTF-8 (at byte {}). Convert it first, for example with iconv",
            error.utf8_error().valid_up_to()
        ),
    }
}
