//! Articles and reports as JSON lines.

use std::io::{BufRead, BufReader, Read, Write};

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use whosaid::{Analyzer, Report};

use crate::guard::guarded;
use crate::input::check_length;

/// One line of the input.
#[derive(Deserialize)]
pub struct Article {
    /// Any value; the answer repeats it.
    pub id: Value,
    text: String,
}

/// One line of the output.
#[derive(Serialize)]
struct Answer {
    id: Value,
    report: Report,
}

/// The size in bytes from which a batch of articles is analyzed.
const BATCH: usize = 8_000_000;

/// Articles, one a line.
pub struct Articles<R> {
    input: BufReader<R>,
    /// The number of the last line, from 1.
    number: usize,
}

impl<R: Read> Articles<R> {
    /// Articles from the beginning of an input.
    pub fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(1 << 20, input), number: 0 }
    }

    /// The next line with its number, blank or not.
    pub fn next_line(&mut self) -> Result<Option<(usize, Vec<u8>)>> {
        let mut line = Vec::new();
        let read = self.input.read_until(b'\n', &mut line).context("cannot read the articles")?;
        self.number += 1;
        Ok((read > 0).then_some((self.number, line)))
    }

    /// The lines to analyze together: all that wait, up to a size; none at the end.
    fn next_batch(&mut self) -> Result<Vec<(usize, Vec<u8>)>> {
        let mut batch = Vec::new();
        let mut held = 0;
        while let Some((number, line)) = self.next_line()? {
            if !line.trim_ascii().is_empty() {
                held += line.len();
                batch.push((number, line));
            }
            if held >= BATCH || held > 0 && self.input.buffer().is_empty() {
                break;
            }
        }
        Ok(batch)
    }
}

/// Answers all articles, on all cores and in order; returns false if one could not be answered.
///
/// Lines that are invalid, and articles on which `analyze` panics, are reported in `messages`. Each line is
/// written at once and whole, so that an output that ends early has at most its last line cut off.
pub fn answer(
    articles: &mut Articles<impl Read>,
    output: &mut impl Write,
    messages: &mut impl Write,
    analyze: impl Fn(&mut Analyzer, &str) -> Report + Sync,
) -> Result<bool> {
    let mut succeeded = true;
    loop {
        let batch = articles.next_batch()?;
        if batch.is_empty() {
            return Ok(succeeded);
        }
        let answers: Vec<Result<Vec<u8>, String>> = batch
            .par_iter()
            .map_init(Analyzer::new, |analyzer, (number, line)| answer_line(analyzer, *number, line, &analyze))
            .collect();
        for answer in answers {
            match answer {
                Ok(answer) => {
                    output.write_all(&answer)?;
                    output.flush()?;
                }
                Err(message) => {
                    succeeded = false;
                    writeln!(messages, "whosaid: {message}")?;
                }
            }
        }
    }
}

/// Reads a line of the input; an error names the line, and the article if it has an id.
pub fn parse(number: usize, line: &[u8]) -> Result<Article, String> {
    serde_json::from_slice(line).map_err(|error| {
        let mut message = error.to_string();
        // The parser counts lines in what it was given, which is one line.
        if let Some(at) = message.rfind(" at line ") {
            message.truncate(at);
        }
        let place =
            match serde_json::from_slice::<Value>(line).ok().and_then(|mut value| Some(value.get_mut("id")?.take())) {
                Some(id) => format!("line {number}, id {id}"),
                None if error.column() > 0 && !error.is_data() => format!("line {number}, column {}", error.column()),
                None => format!("line {number}"),
            };
        format!("{place}: {message}. A line has the form {{\"id\": …, \"text\": \"…\"}}")
    })
}

fn answer_line(
    analyzer: &mut Analyzer,
    number: usize,
    line: &[u8],
    analyze: impl Fn(&mut Analyzer, &str) -> Report,
) -> Result<Vec<u8>, String> {
    let Article { id, text } = parse(number, line)?;
    check_length(&text).map_err(|error| format!("line {number}, id {id}: {error}"))?;
    let report = guarded(analyzer, |analyzer| analyze(analyzer, &text))
        .map_err(|panic| format!("line {number}, id {id}: the article could not be analyzed: {panic}"))?;
    let mut answer = serde_json::to_vec(&Answer { id, report }).map_err(|error| error.to_string())?;
    answer.push(b'\n');
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use whosaid::Offsets;

    use super::*;

    #[test]
    fn an_error_has_one_line_number_and_the_id_if_there_is_one() {
        let message = |line: &str| parse(7, line.as_bytes()).err().unwrap();
        let form = "A line has the form {\"id\": …, \"text\": \"…\"}";
        assert_eq!(message("{\"id\": \"a\"}"), format!("line 7, id \"a\": missing field `text`. {form}"));
        let wrong = "invalid type: integer `5`, expected a string";
        assert_eq!(message("{\"id\": 3, \"text\": 5}"), format!("line 7, id 3: {wrong}. {form}"));
        assert_eq!(message("{\"text\": \"Yes.\"}"), format!("line 7: missing field `id`. {form}"));
        assert_eq!(message("nonsense"), format!("line 7, column 2: expected ident. {form}"));
        assert_eq!(message("{\"id\": 1"), format!("line 7, column 8: EOF while parsing an object. {form}"));
    }

    #[test]
    fn an_article_that_panics_is_told_and_all_others_are_answered_in_order() {
        let mut input = String::new();
        for id in 1..=200 {
            let text = if id % 50 == 7 { "bad" } else { "“Yes,” said Ada Byron." };
            input.push_str(&format!("{{\"id\": \"a{id}\", \"text\": \"{text}\"}}\n\n"));
        }
        let (mut output, mut messages) = (Vec::new(), Vec::new());
        let succeeded = answer(&mut Articles::new(input.as_bytes()), &mut output, &mut messages, |analyzer, text| {
            assert!(text != "bad", "no such word");
            analyzer.analyze(text, Offsets::Byte)
        });
        assert!(!succeeded.unwrap());
        let answers = String::from_utf8(output).unwrap();
        let ids: Vec<String> =
            answers.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].to_string()).collect();
        let expected: Vec<String> = (1..=200).filter(|id| id % 50 != 7).map(|id| format!("\"a{id}\"")).collect();
        assert_eq!(ids, expected);
        let messages = String::from_utf8(messages).unwrap();
        let start = "whosaid: line 13, id \"a7\": the article could not be analyzed: no such word (";
        assert!(messages.starts_with(start), "{messages}");
        assert_eq!(messages.lines().count(), 4);
    }
}
