//! Word lists: text files in `data/`, compiled into the program.
//!
//! # Format
//!
//! The first lines of a file begin with `#`: they say what the list holds and, in the last of them, what it serves:
//! `# Serves: rules`, `# Serves: features` or `# Serves: rules and features`. Then one entry a line, sorted by bytes,
//! without repeats. Two spaces separate an entry from its value in lists that have one (`say  speech  said`).
//!
//! # Changing a list that serves features
//!
//! The models were trained with the lists as they were then: a new entry changes what the models see, although no
//! weight belongs to it. So mark each change of a list that serves features:
//!
//! - `+entry` was added since the models were last trained: rules see it, features do not;
//! - `-entry` was removed since then: features still see it, rules do not.
//!
//! To change an entry's value, mark the old line with `-` and add a new one with `+` behind it.
//! `cargo xtask train all` settles the marks, that is, it removes `+` and deletes the lines with `-`, before it trains all
//! models. Lists that serve only rules need no marks. A test compares the features of some articles with those of the
//! last training, so that an unmarked change does not go unnoticed.

use std::sync::OnceLock;

/// A sorted list of entries, some of which have a value.
pub struct WordList {
    text: &'static str,
    lines: OnceLock<Box<[Line]>>,
}

/// The list in the file `data/<name>.txt`.
macro_rules! word_list {
    ($name:literal) => {
        $crate::lexicon::word_list::WordList::new(include_str!(concat!("data/", $name, ".txt")))
    };
}

pub(super) use word_list;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    /// The start of the entry, by which most comparisons are decided.
    prefix: u64,
    mark: Mark,
    entry: &'static str,
    value: &'static str,
}

/// How a line has changed since the models were last trained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Unchanged,
    Added,
    Removed,
}

/// For what a list is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// For rules: the list as it is now.
    Rules,
    /// For features: the list as it was when the models were last trained.
    Features,
}

impl WordList {
    /// Creates a list from the text of its file.
    pub const fn new(text: &'static str) -> Self {
        Self { text, lines: OnceLock::new() }
    }

    /// Returns whether rules find an entry in the list.
    pub fn contains(&self, entry: &str) -> bool {
        self.value_in(View::Rules, entry).is_some()
    }

    /// Returns whether an entry was in the list when the models were last trained, as features need to know.
    #[cfg(any(test, feature = "training"))]
    pub fn contains_trained(&self, entry: &str) -> bool {
        self.value_in(View::Features, entry).is_some()
    }

    /// Returns the value of an entry for rules; it is empty for an entry without one.
    pub fn value(&self, entry: &str) -> Option<&'static str> {
        self.value_in(View::Rules, entry)
    }

    /// Returns the value that an entry has in one view of the list; it is empty for an entry without one.
    #[inline(never)] // Called from everywhere.
    pub fn value_in(&self, view: View, entry: &str) -> Option<&'static str> {
        let lines = self.lines();
        let prefix = prefix(entry);
        let first = lines.partition_point(|line| line.prefix < prefix);
        let near = lines[first..].iter().take_while(|line| line.prefix == prefix);
        near.filter(|line| line.entry == entry && line.mark.is_seen(view)).map(|line| line.value).next()
    }

    /// Iterates over the entries of one view, with their values, in the list's order.
    pub fn entries(&self, view: View) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.lines().iter().filter(move |line| line.mark.is_seen(view)).map(|line| (line.entry, line.value))
    }

    /// Returns whether the list has changed since the models were last trained.
    pub fn has_marks(&self) -> bool {
        self.lines().iter().any(|line| line.mark != Mark::Unchanged)
    }

    fn lines(&self) -> &[Line] {
        self.lines.get_or_init(|| {
            self.text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(Line::parse).collect()
        })
    }
}

impl Line {
    fn parse(line: &'static str) -> Self {
        let (mark, rest) = match line.as_bytes().first() {
            Some(b'+') => (Mark::Added, &line[1..]),
            Some(b'-') => (Mark::Removed, &line[1..]),
            _ => (Mark::Unchanged, line),
        };
        match rest.as_bytes().windows(2).position(|pair| pair == b"  ") {
            Some(end) => Self::new(mark, &rest[..end], rest[end..].trim_start_matches(' ')),
            None => Self::new(mark, rest, ""),
        }
    }

    fn new(mark: Mark, entry: &'static str, value: &'static str) -> Self {
        Self { prefix: prefix(entry), mark, entry, value }
    }
}

/// Returns the first eight bytes of an entry as a number, which has the order of the bytes.
fn prefix(entry: &str) -> u64 {
    match entry.as_bytes().first_chunk() {
        Some(start) => u64::from_be_bytes(*start),
        None => entry.bytes().fold(0, |prefix, byte| prefix << 8 | u64::from(byte)) << (64 - 8 * entry.len().max(1)),
    }
}

impl Mark {
    fn is_seen(self, view: View) -> bool {
        match self {
            Self::Unchanged => true,
            Self::Added => view == View::Rules,
            Self::Removed => view == View::Features,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_entries_up_for_rules_and_features() {
        let list = WordList::new("# Test words.\n# Serves: rules and features\n-bark\nhowl\n+miaow\n");
        let both = |entry: &str| (list.contains(entry), list.contains_trained(entry));
        assert_eq!(both("howl"), (true, true));
        assert_eq!(both("miaow"), (true, false));
        assert_eq!(both("bark"), (false, true));
        assert_eq!(both("moo"), (false, false));
        assert!(list.has_marks());
    }

    #[test]
    fn a_changed_value_has_two_lines() {
        let list = WordList::new("# Test words.\n-say  speech  sayed\n+say  speech  said\ntell  addressed\n");
        assert_eq!(list.value("say"), Some("speech  said"));
        assert_eq!(list.value_in(View::Features, "say"), Some("speech  sayed"));
        assert_eq!(list.entries(View::Rules).map(|(entry, _)| entry).collect::<Vec<_>>(), ["say", "tell"]);
        assert_eq!(list.value("tell"), Some("addressed"));
    }

    /// The lists in the data folder, each with its file's name.
    #[cfg(not(target_arch = "wasm32"))]
    fn data_files() -> Vec<(String, &'static str)> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/data");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files
            .map(|file| {
                let text = std::fs::read_to_string(&file).unwrap();
                (file.file_name().unwrap().to_string_lossy().into_owned(), &*Box::leak(text.into_boxed_str()))
            })
            .collect()
    }

    #[test]
    #[cfg(not(target_arch = "wasm32"))]
    fn every_list_is_sorted_and_has_a_header() {
        let files = data_files();
        assert!(!files.is_empty());
        for (name, text) in files {
            let header: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
            let serves = header.last().and_then(|line| line.strip_prefix("# Serves: "));
            assert!(header.len() > 1, "{name}: say in a first line that begins with `#` what the list holds");
            assert!(
                matches!(serves, Some("rules" | "features" | "rules and features")),
                "{name}: the last line that begins with `#` must be `# Serves: rules`, `# Serves: features` or `# Serves: rules and features`"
            );
            assert!(text.ends_with('\n') && !text.contains('\r'), "{name}: end every line with a line feed");
            for line in text.lines().skip(header.len()) {
                let start = line.trim_start_matches(['+', '-']);
                assert!(!start.is_empty() && line == line.trim_end(), "{name}: odd white space in `{line}`");
                assert!(
                    line.len() - start.len() <= 1 && !start.starts_with([' ', '#']),
                    "{name}: odd start of `{line}`"
                );
            }
            for pair in WordList::new(text).lines().windows(2) {
                let changed = (pair[0].mark, pair[1].mark) == (Mark::Removed, Mark::Added);
                let sorted = pair[0].entry < pair[1].entry || (changed && pair[0].entry == pair[1].entry);
                assert!(sorted, "{name}: `{}` and `{}` are out of order or repeated", pair[0].entry, pair[1].entry);
            }
        }
    }

    #[test]
    #[cfg(not(target_arch = "wasm32"))]
    fn only_lists_that_serve_features_have_marks() {
        for (name, text) in data_files() {
            let features = text.lines().any(|line| line.starts_with("# Serves:") && line.contains("features"));
            assert!(
                features || !WordList::new(text).has_marks(),
                "{name}: a list that serves only rules needs no marks"
            );
        }
    }
}
