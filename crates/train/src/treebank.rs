//! Reads treebanks in the CoNLL-U format (Universal Dependencies), with the entities of GUM.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use whosaid::training::Span;
use whosaid::training::layout::read_layout;

/// A word of a treebank.
pub struct Word {
    /// Its span in the document's text.
    pub span: Span,
    /// Its part of speech.
    pub class: String,
    /// The index of its head in the document; `None` for a root.
    pub head: Option<usize>,
    /// Its relation to the head.
    pub relation: String,
}

/// A document of a treebank.
#[derive(Default)]
pub struct Treebank {
    /// Its genre.
    pub genre: String,
    /// Its text: sentences separated by spaces, paragraphs by line feeds.
    pub text: String,
    /// Its words.
    pub words: Vec<Word>,
    /// The mentions, each with the number of its entity.
    pub mentions: Vec<(Span, u32)>,
}

/// Reads all documents of a file.
pub fn read(path: &Path) -> Result<Vec<Treebank>> {
    let file = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read {}: give the corpora's folder with --corpora", path.display()))?;
    let mut documents: Vec<Treebank> = Vec::new();
    let mut paragraph = false;
    for block in file.split("\n\n") {
        for line in block.lines() {
            if line.starts_with("# newdoc") {
                documents.push(Treebank::default());
            } else if line.starts_with("# newpar") {
                paragraph = true;
            } else if let (Some(genre), Some(document)) = (line.strip_prefix("# meta::genre = "), documents.last_mut())
            {
                genre.clone_into(&mut document.genre);
            }
        }
        if documents.is_empty() {
            documents.push(Treebank::default());
        }
        if let Some(document) = documents.last_mut() {
            document.sentence(block, paragraph);
            paragraph = false;
        }
    }
    Ok(documents)
}

impl Treebank {
    /// Brings the text, words and mentions into the form that the layout stage reads.
    pub fn into_reading(mut self) -> Self {
        let reading = read_layout(&self.text);
        for word in &mut self.words {
            word.span = reading.reading_span(word.span);
        }
        for (span, _) in &mut self.mentions {
            *span = reading.reading_span(*span);
        }
        let text = reading.text().to_owned();
        Self { text, ..self }
    }

    fn sentence(&mut self, block: &str, paragraph: bool) {
        let rows = block.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit()));
        let rows: Vec<Vec<&str>> = rows.map(|line| line.split('\t').collect()).collect();
        if rows.iter().any(|row| row.len() < 10) || rows.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(if paragraph { '\n' } else { ' ' });
        }
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut heads: Vec<&str> = Vec::new();
        let first = self.words.len();
        // A range such as `3-4` is one word of the text that stands for several of the tree.
        let mut shared: Option<(usize, Span)> = None;
        let mut open: Vec<(u32, usize)> = Vec::new();
        for row in rows.iter().filter(|row| !row[0].contains('.')) {
            let spaced = !row[9].split('|').any(|note| note == "SpaceAfter=No");
            let place = |text: &mut String| {
                let start = text.len();
                text.push_str(row[1]);
                let span = Span::new(start, text.len());
                if spaced {
                    text.push(' ');
                }
                span
            };
            if let Some((_, last)) = row[0].split_once('-') {
                shared = Some((last.parse().unwrap_or(0), place(&mut self.text)));
                continue;
            }
            let number: usize = row[0].parse().unwrap_or(0);
            let span = match shared.filter(|(last, _)| number <= *last) {
                Some((_, span)) => span,
                None => place(&mut self.text),
            };
            numbers.insert(row[0], self.words.len());
            heads.push(row[6]);
            let note = row[9].split('|').find_map(|note| note.strip_prefix("Entity="));
            self.entities(note.unwrap_or_default(), span, &mut open);
            self.words.push(Word { span, class: row[3].to_owned(), head: None, relation: row[7].to_owned() });
        }
        for (at, head) in heads.into_iter().enumerate() {
            self.words[first + at].head = numbers.get(head).copied();
        }
        self.text.truncate(self.text.trim_end().len());
    }

    /// Parses brackets such as `(2-person-new(3-place)` and `2)`.
    fn entities(&mut self, note: &str, span: Span, open: &mut Vec<(u32, usize)>) {
        let mut rest = note;
        while !rest.is_empty() {
            let digits =
                |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
            if let Some(inner) = rest.strip_prefix('(') {
                open.push((digits(inner), span.start()));
                let end = inner.find(['(', ')']).unwrap_or(inner.len());
                if inner[end..].starts_with(')') {
                    self.close(digits(inner), span, open);
                    rest = &inner[end + 1..];
                } else {
                    rest = &inner[end..];
                }
            } else {
                let end = rest.find(')').unwrap_or(rest.len());
                self.close(digits(rest), span, open);
                rest = rest.get(end + 1..).unwrap_or_default();
            }
        }
    }

    fn close(&mut self, entity: u32, span: Span, open: &mut Vec<(u32, usize)>) {
        if let Some(at) = open.iter().rposition(|(number, _)| *number == entity) {
            let (_, start) = open.remove(at);
            self.mentions.push((Span::new(start, span.end()), entity));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_nest() {
        let mut bank = Treebank::default();
        let mut open = Vec::new();
        bank.entities("(1-person-new(2-place-new)", Span::new(0, 3), &mut open);
        bank.entities("1)", Span::new(4, 7), &mut open);
        assert_eq!(bank.mentions, [(Span::new(0, 3), 2), (Span::new(0, 7), 1)]);
    }
}
