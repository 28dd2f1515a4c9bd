//! Articles in which each opening quotation mark says whose words follow.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

/// An article whose marks were read one by one.
#[derive(Deserialize)]
pub struct MarkedArticle {
    /// The article.
    pub text: String,
    /// Its opening marks, in the order of the text.
    pub marks: Vec<Mark>,
}

/// An opening mark, and whose words are behind it.
#[derive(Deserialize)]
pub struct Mark {
    /// Its place, in code points.
    pub at: usize,
    /// The speaker's full name, a description in small letters for somebody without one; `-` for nobody, `?` where nobody
    /// can tell.
    pub who: String,
    /// Whether two readers might differ.
    #[serde(default)]
    pub doubt: bool,
}

/// The folders of this package that hold what was written for this project.
const FOLDERS: &[&str] = &["articles", "snippets"];

/// The line between several snippets of one file.
const SEPARATOR: &str = "\n-----\n";

/// Reads the articles and snippets that were written for this project, in the order of their names.
///
/// # Errors
///
/// Names the file that cannot be read, or the tag that cannot be parsed.
pub fn own_articles() -> Result<Vec<MarkedArticle>> {
    let mut articles = Vec::new();
    for folder in FOLDERS.iter().map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
        let entries = std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
        files.sort();
        for file in &files {
            let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
            for article in text.split(SEPARATOR) {
                articles.push(parse(article).with_context(|| format!("in {}", file.display()))?);
            }
        }
    }
    Ok(articles)
}

/// Separates an article from the tags before its opening marks: `[[Jane Doe|named]]“Yes.”`.
fn parse(tagged: &str) -> Result<MarkedArticle> {
    let mut article = MarkedArticle { text: String::with_capacity(tagged.len()), marks: Vec::new() };
    let mut at = 0;
    let mut rest = tagged;
    while let Some((before, after)) = rest.split_once("[[") {
        article.text.push_str(before);
        at += before.chars().count();
        let tag = after.split_once("]]").and_then(|(tag, after)| Some((tag.split_once('|')?.0, after)));
        let Some((who, after)) = tag else {
            let start: String = after.chars().take(40).collect();
            bail!("the tag before {start:?} is not of the form [[Name|how]]");
        };
        article.marks.push(Mark { at, who: who.to_owned(), doubt: false });
        rest = after;
    }
    article.text.push_str(rest);
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_out_of_the_text() {
        let article = parse("[[Jane Doe|named]]“Ja,” said Doe. [[-|none]]“Ja” is Dutch.").unwrap();
        assert_eq!(article.text, "“Ja,” said Doe. “Ja” is Dutch.");
        let marks: Vec<(usize, &str)> = article.marks.iter().map(|mark| (mark.at, mark.who.as_str())).collect();
        assert_eq!(marks, [(0, "Jane Doe"), (16, "-")]);
        assert!(parse("[[Jane Doe]]“Ja.”").is_err());
    }
}
