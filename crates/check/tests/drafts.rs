//! The drafts in `tests/drafts`: what is to be found in them, what is found, and the figures in `docs/check.md`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use whosaid::Analyzer;
use whosaid_check::{Finding, RULES, Settings, check};

/// Of one rule: how many faults were found, how many were missed, how many findings were none.
#[derive(Default)]
struct Figures {
    found: usize,
    missed: usize,
    false_alarms: usize,
}

/// What was found in some drafts.
#[derive(Default)]
struct Tally {
    rules: BTreeMap<&'static str, Figures>,
    clean: usize,
    alarms_in_clean: usize,
}

impl Tally {
    fn all(&self) -> Figures {
        let rules = self.rules.values();
        rules.fold(Figures::default(), |all, own| Figures {
            found: all.found + own.found,
            missed: all.missed + own.missed,
            false_alarms: all.false_alarms + own.false_alarms,
        })
    }

    /// Compares the findings in a draft with what is to be found: the words of a fault, or another place of its paragraph; for a paraphrase
    /// and the quote that it contradicts, which may stand in two paragraphs, also of one beside it.
    fn add(&mut self, name: &str, text: &str, expected: &str, mut findings: Vec<Finding>) {
        for line in expected.lines().filter(|line| !line.is_empty()) {
            let (rule, words) = line.split_once("  ").expect("a rule, two spaces, words of the text");
            let id = RULES.iter().find(|known| known.id == rule).unwrap_or_else(|| panic!("no rule {rule}")).id;
            let place = text.find(words);
            assert!(words == "*" || place.is_some(), "{name} has no {words}");
            let paragraph = place.map(|place| {
                let before = |at: usize| text[..at].rfind("\n\n").unwrap_or(0);
                let behind = |at: usize| text[at..].find("\n\n").map_or(text.len(), |end| at + end);
                let (start, end) = (before(place), behind(place));
                let is_of_two = id == "paraphrase-mismatch";
                let (start, end) =
                    if is_of_two { (before(start), behind((end + 2).min(text.len()))) } else { (start, end) };
                (start, end)
            });
            let overlaps = |finding: &Finding| {
                place.is_none_or(|place| finding.range.start < place + words.len() && place < finding.range.end)
            };
            let is_beside = |finding: &Finding| {
                paragraph.is_none_or(|(start, end)| start <= finding.range.start && finding.range.start < end)
            };
            let hit = findings
                .iter()
                .position(|finding| finding.rule == rule && overlaps(finding))
                .or_else(|| findings.iter().position(|finding| finding.rule == rule && is_beside(finding)));
            let figures = self.rules.entry(id).or_default();
            match hit {
                Some(hit) => {
                    findings.remove(hit);
                    figures.found += 1;
                }
                None => figures.missed += 1,
            }
        }
        for finding in &findings {
            self.rules.entry(finding.rule).or_default().false_alarms += 1;
        }
        if expected.is_empty() {
            self.clean += 1;
            self.alarms_in_clean += findings.len();
        }
    }

    /// The table of `docs/check.md`.
    fn table(&self) -> String {
        let percent = |part: usize, whole: usize| {
            (part * 100).checked_div(whole).map_or("–".to_owned(), |share| format!("{share}%"))
        };
        let row = |name: &str, Figures { found, missed, false_alarms }: &Figures| {
            let (recall, precision) = (percent(*found, found + missed), percent(*found, found + false_alarms));
            format!("| {name} | {} | {found} | {false_alarms} | {recall} | {precision} |\n", found + missed)
        };
        let head = "| rule | faults | found | false alarms | recall | precision |\n|---|---|---|---|---|---|\n";
        let rows = RULES.iter().map(|rule| row(rule.id, self.rules.get(rule.id).unwrap_or(&Figures::default())));
        format!("{head}{}{}", rows.collect::<String>(), row("all", &self.all()))
    }
}

/// The drafts of a folder, in the order of their names.
fn drafts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut drafts: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    drafts.sort();
    drafts
}

/// Checks the drafts of some folders; without an `.expected` file beside it, a draft has no fault.
fn measure(folders: &[&str], settings: &str) -> Tally {
    measure_some(folders, settings, |_| true)
}

/// Checks those drafts whose numbers are wanted.
fn measure_some(folders: &[&str], settings: &str, is_wanted: fn(usize) -> bool) -> Tally {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let settings = Settings::parse(&std::fs::read_to_string(root.join(settings)).unwrap()).unwrap();
    let mut analyzer = Analyzer::new();
    let mut tally = Tally::default();
    for path in folders.iter().flat_map(|folder| drafts(&root.join(folder))) {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let number = name.split('-').find_map(|part| part.parse().ok()).unwrap();
        if !is_wanted(number) {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let expected = std::fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
        tally.add(name, &text, &expected, check(&mut analyzer, &text, &settings));
    }
    tally
}

fn assert_documented(tally: &Tally) {
    let table = tally.table();
    println!("{table}{} false alarms in {} clean drafts", tally.alarms_in_clean, tally.clean);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/check.md");
    assert!(std::fs::read_to_string(path).unwrap().contains(&table), "docs/check.md has other figures");
}

/// At least 90% of the faults are found, 85% of the findings are faults, and one clean draft in three has an alarm at most.
fn assert_good(tally: &Tally) {
    let all = tally.all();
    assert!(all.found * 10 >= (all.found + all.missed) * 9, "a tenth of the faults is missed");
    assert!(all.found * 100 >= (all.found + all.false_alarms) * 85, "too many findings are none");
    assert!(tally.alarms_in_clean * 3 <= tally.clean, "more than one false alarm in three clean drafts");
}

#[test]
fn the_drafts_of_the_author_of_the_rules() {
    let tally = measure(&["own"], "own/whosaid-check.toml");
    assert_eq!(tally.clean, 10);
    assert_good(&tally);
    assert_documented(&tally);
}

#[test]
fn the_drafts_of_others_that_were_read() {
    let tally = measure(&["others/clean", "others/faults"], "others/whosaid-check.toml");
    assert_eq!(tally.clean, 30);
    assert_good(&tally);
    assert_documented(&tally);
}

#[test]
fn the_fresh_drafts_that_were_read() {
    let tally = measure_some(&["fresh/clean", "fresh/faults"], "fresh/whosaid-check.toml", |number| number % 2 == 1);
    assert_eq!(tally.clean, 10);
    assert_good(&tally);
    assert_documented(&tally);
}

#[test]
fn the_fresh_drafts_that_were_not_read() {
    let tally = measure_some(&["fresh/clean", "fresh/faults"], "fresh/whosaid-check.toml", |number| number % 2 == 0);
    assert_eq!(tally.clean, 10);
    assert_documented(&tally);
}
