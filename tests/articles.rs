//! Short articles of many styles with the expected quotes, one test for each file in `tests/articles`.
//!
//! `ACCEPT=1 cargo test --test articles` rewrites the expected quotes; see `tests/articles/README.md`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    articles::run();
}

#[cfg(not(target_arch = "wasm32"))]
mod articles {
    use std::path::{Path, PathBuf};

    use libtest_mimic::{Arguments, Failed, Trial};
    use serde::{Deserialize, Serialize};
    use whosaid::{NonQuotationKind, Offsets, Quote, QuoteKind, Range, Report, analyze};

    /// Articles whose analysis has known mistakes. Their files state what is right; such a test fails once it passes.
    const KNOWN_FAILURES: &[&str] = &["court-witness", "science-whales", "tabloid-shock"];

    /// One file of `tests/articles`.
    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Article {
        style: String,
        text: String,
        quotes: Vec<Expected>,
        /// Passages in quotation marks that are not quotes, each with its kind.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        marked: Vec<(String, NonQuotationKind)>,
    }

    /// A quote as a reader would write it down.
    #[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Expected {
        kind: QuoteKind,
        speaker: Option<String>,
        content: Vec<String>,
        cue: Option<String>,
        source: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<usize>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        anonymous: bool,
    }

    /// Runs one test for each article and one for their totals.
    pub fn run() {
        let accept = std::env::var_os("ACCEPT").is_some_and(|value| value == "1");
        let mut trials: Vec<Trial> = files()
            .into_iter()
            .map(|file| {
                let style = read(&file).map(|article| article.style).unwrap_or_default();
                Trial::test(name_of(&file), move || if accept { accept_article(&file) } else { check_article(&file) })
                    .with_kind(style)
            })
            .collect();
        if !accept {
            trials.push(Trial::test("totals", check_totals));
        }
        libtest_mimic::run(&Arguments::from_args(), trials).exit();
    }

    fn files() -> Vec<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
        let entries = std::fs::read_dir(&folder).expect("tests/articles can be read");
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
        files.sort();
        files
    }

    fn name_of(file: &Path) -> String {
        file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn read(file: &Path) -> Result<Article, Failed> {
        Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
    }

    fn check_article(file: &Path) -> Result<(), Failed> {
        let article = read(file)?;
        let differences = differences(&article, &found(&article.text));
        match (differences.is_empty(), KNOWN_FAILURES.contains(&name_of(file).as_str())) {
            (true, true) => Err("this article passes now: remove it from KNOWN_FAILURES".into()),
            (false, false) => Err(differences.join("\n").into()),
            _ => Ok(()),
        }
    }

    /// Rewrites the expected quotes of a file; known failures keep theirs, which state what is right.
    fn accept_article(file: &Path) -> Result<(), Failed> {
        let article = read(file)?;
        if KNOWN_FAILURES.contains(&name_of(file).as_str()) {
            return Ok(());
        }
        let (quotes, marked) = found(&article.text);
        let text = serde_json::to_string_pretty(&Article { quotes, marked, ..article })? + "\n";
        if std::fs::read_to_string(file)? != text {
            std::fs::write(file, text)?;
            eprintln!("rewritten: {}", file.display());
        }
        Ok(())
    }

    type Found = (Vec<Expected>, Vec<(String, NonQuotationKind)>);

    /// The quotes and the marked passages that the analysis finds.
    fn found(text: &str) -> Found {
        let report = analyze(text, Offsets::Byte);
        let quotes = report.quotes.iter().map(|quote| plain(text, &report, quote)).collect();
        let marked = report.marked.iter().map(|one| (text[one.start..one.end].to_owned(), one.seems)).collect();
        (quotes, marked)
    }

    fn plain(text: &str, report: &Report, quote: &Quote) -> Expected {
        let words = |start: usize, end: usize| text[start..end].to_owned();
        let entity = |id: &String| report.entities.iter().find(|entity| entity.id == *id);
        Expected {
            kind: quote.kind,
            speaker: quote.speaker.as_ref().map(|id| entity(id).expect("the speaker is an entity").name.clone()),
            content: quote.content.iter().map(|&Range { start, end }| words(start, end)).collect(),
            cue: quote.cue.as_ref().map(|cue| words(cue.start, cue.end)),
            source: quote.source.as_ref().map(|source| words(source.start, source.end)),
            within: quote.within.as_ref().and_then(|id| report.quotes.iter().position(|quote| quote.id == *id)),
            anonymous: quote.anonymous,
        }
    }

    /// What is wrong with an article's analysis, quote by quote.
    fn differences(article: &Article, (quotes, marked): &Found) -> Vec<String> {
        let missed = article.quotes.iter().filter(|quote| !quotes.contains(quote));
        let mut differences: Vec<String> = missed.map(|quote| format!("missed {quote:?}")).collect();
        let spurious = quotes.iter().filter(|quote| !article.quotes.contains(quote));
        differences.extend(spurious.map(|quote| format!("found {quote:?}")));
        if *marked != article.marked {
            differences.push(format!("marked {marked:?} instead of {:?}", article.marked));
        }
        differences
    }

    /// Checks how many articles there are, how many fail, and how many attributions are right over all of them.
    fn check_totals() -> Result<(), Failed> {
        let files = files();
        let names: Vec<String> = files.iter().map(|file| name_of(file)).collect();
        for known in KNOWN_FAILURES {
            if !names.iter().any(|name| name == known) {
                return Err(format!("{known} of KNOWN_FAILURES is not in tests/articles").into());
            }
        }
        if files.len() < 40 || KNOWN_FAILURES.len() * 10 > files.len() {
            return Err("there must be at least 40 articles, nine in ten of them without mistakes".into());
        }
        let (mut wanted, mut made, mut right) = (0, 0, 0);
        for file in &files {
            let article = read(file)?;
            let (found, _) = found(&article.text);
            for expected in &article.quotes {
                wanted += usize::from(expected.speaker.is_some());
                let own = found.iter().find(|quote| quote.content == expected.content);
                if let Some(speaker) = own.and_then(|quote| quote.speaker.as_ref()) {
                    made += 1;
                    right += usize::from(expected.speaker.as_ref() == Some(speaker));
                }
            }
        }
        if right * 100 < made * 95 || right * 100 < wanted * 85 {
            return Err(format!(
                "{right} attributions are right, of {made} made (at least 95 %) and {wanted} wanted (at least 85 %)"
            )
            .into());
        }
        Ok(())
    }
}
