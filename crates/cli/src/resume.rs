//! Resumes an interrupted run.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;
use whosaid::Offsets;

use crate::lines::{Articles, parse};

/// What matters of a line that was written before.
#[derive(Deserialize)]
struct Answered {
    id: Value,
    report: Units,
}

/// The unit of a report's offsets.
#[derive(Deserialize)]
struct Units {
    offsets: Offsets,
}

/// Opens the output of an earlier run, which may be missing, and cuts off a half line at its end.
pub fn open(file: &Path) -> Result<File> {
    let open = || -> std::io::Result<File> {
        let mut output = File::options().read(true).write(true).create(true).truncate(false).open(file)?;
        let end = end_of_lines(&mut output)?;
        output.set_len(end)?;
        output.rewind()?;
        Ok(output)
    };
    open().with_context(|| format!("cannot resume {}", file.display()))
}

/// Returns where the last whole line ends, looking from the end of the file.
fn end_of_lines(file: &mut File) -> std::io::Result<u64> {
    let mut end = file.seek(SeekFrom::End(0))?;
    let mut piece = Vec::new();
    while end > 0 {
        let start = end.saturating_sub(1 << 16);
        file.seek(SeekFrom::Start(start))?;
        piece.clear();
        (&*file).take(end - start).read_to_end(&mut piece)?;
        if let Some(at) = piece.iter().rposition(|&byte| byte == b'\n') {
            return Ok(start + at as u64 + 1);
        }
        end = start;
    }
    Ok(0)
}

/// Skips the articles that `written`, the output of an earlier run, answers; the next one is to be analyzed.
///
/// Articles between them that the earlier run did not answer are reported in `messages`; then the result is false.
pub fn skip_answered(
    articles: &mut Articles<impl Read>,
    written: impl Read,
    offsets: Offsets,
    messages: &mut impl Write,
) -> Result<bool> {
    let mut succeeded = true;
    let mut unanswered = Vec::new();
    for (number, line) in BufReader::with_capacity(1 << 20, written).split(b'\n').enumerate() {
        let line = line.context("cannot read the earlier reports")?;
        let Answered { id, report } = serde_json::from_slice(&line).with_context(|| {
            format!("line {} of the output is not a report, so the run cannot be resumed", number + 1)
        })?;
        if report.offsets != offsets {
            bail!("the earlier reports count offsets in another unit: use the same --offsets");
        }
        loop {
            let Some((number, line)) = articles.next_line()? else {
                bail!(
                    "the output has a report for the article with the id {id}, but the input does not have it at that place"
                );
            };
            if line.trim_ascii().is_empty() {
                continue;
            }
            match parse(number, &line) {
                Ok(article) if article.id == id => break,
                Ok(article) => unanswered
                    .push(format!("line {number}, id {}: the earlier run did not answer this article", article.id)),
                Err(message) => unanswered.push(message),
            }
        }
        for message in unanswered.drain(..) {
            succeeded = false;
            writeln!(messages, "whosaid: {message}")?;
        }
    }
    Ok(succeeded)
}

#[cfg(test)]
mod tests {
    use whosaid::Analyzer;

    use super::*;
    use crate::lines::answer;

    const INPUT: &str = "{\"id\": 1, \"text\": \"“Yes,” said Ada Byron.\"}\n\n{\"id\": 2, \"text\": \"bad\"}\nnonsense\n\
        {\"id\": 3, \"text\": \"“No,” said Ada Byron.\"}\n{\"id\": 4, \"text\": \"She laughed.\"}\n";

    fn go_on(written: &str) -> (Result<bool>, String, String) {
        let mut articles = Articles::new(INPUT.as_bytes());
        let (mut output, mut messages) = (written.as_bytes().to_vec(), Vec::new());
        let done = skip_answered(&mut articles, written.as_bytes(), Offsets::Byte, &mut messages).and_then(|skipped| {
            let analyze = |analyzer: &mut Analyzer, text: &str| {
                assert!(text != "bad", "no such word");
                analyzer.analyze(text, Offsets::Byte)
            };
            Ok(answer(&mut articles, &mut output, &mut messages, analyze)? && skipped)
        });
        (done, String::from_utf8(output).unwrap(), String::from_utf8(messages).unwrap())
    }

    #[test]
    fn a_run_that_goes_on_ends_as_one_at_a_go_and_tells_the_same_lines() {
        let (done, whole, messages) = go_on("");
        assert!(!done.unwrap());
        assert_eq!((whole.lines().count(), messages.lines().count()), (3, 2));
        let ends = whole.match_indices('\n').map(|(at, _)| at + 1);
        for end in std::iter::once(0).chain(ends) {
            let (done, output, messages) = go_on(&whole[..end]);
            assert!(!done.unwrap());
            assert_eq!(output, whole);
            assert!(messages.contains("line 3, id 2: ") && messages.contains("line 4, column 2: "), "{messages}");
            assert_eq!(messages.lines().count(), 2);
        }
    }

    #[test]
    fn reports_of_other_articles_or_in_another_unit_are_an_error() {
        let other = "{\"id\": 9, \"report\": {\"offsets\": \"byte\"}}\n";
        assert!(go_on(other).0.unwrap_err().to_string().contains("the id 9"));
        let points = "{\"id\": 1, \"report\": {\"offsets\": \"codepoint\"}}\n";
        assert!(go_on(points).0.unwrap_err().to_string().contains("--offsets"));
        assert!(go_on("x\n").0.unwrap_err().to_string().contains("line 1"));
    }
}
