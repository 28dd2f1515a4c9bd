//! The drafts in `tests/drafts`: what is to be found in them, what is found, and the figures in `docs/check.md`.

use std::collections::BTreeMap;
use std::path::Path;

use whosaid::Analyzer;
use whosaid_check::{RULES, Settings, check};

/// Of one rule: how many faults were found, how many were missed, how many findings were none.
#[derive(Default)]
struct Figures {
    found: usize,
    missed: usize,
    false_alarms: usize,
}

#[test]
fn faults_are_found_and_clean_drafts_are_left_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let settings = Settings::parse(&read("whosaid-check.toml")).unwrap();
    let mut analyzer = Analyzer::new();
    let mut figures: BTreeMap<&str, Figures> = BTreeMap::new();
    let (mut clean, mut alarms_in_clean) = (0, 0);
    let mut drafts: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| Some(entry.unwrap().path().to_str()?.rsplit('/').next()?.strip_suffix(".txt")?.to_owned()))
        .collect();
    drafts.sort();
    assert_eq!(drafts.len(), 20);
    for draft in &drafts {
        let text = read(&format!("{draft}.txt"));
        let mut findings = check(&mut analyzer, &text, &settings);
        for line in read(&format!("{draft}.expected")).lines() {
            let (rule, words) = line.split_once("  ").expect("a rule, two spaces, words of the text");
            let id = RULES.iter().find(|known| known.id == rule).unwrap_or_else(|| panic!("no rule {rule}")).id;
            let place = text.find(words);
            assert!(words == "*" || place.is_some(), "{draft} has no {words}");
            let is_it = |start: usize, end: usize| place.is_none_or(|place| start < place + words.len() && place < end);
            let hit = findings
                .iter()
                .position(|finding| finding.rule == rule && is_it(finding.range.start, finding.range.end));
            let figures = figures.entry(id).or_default();
            match hit {
                Some(hit) => {
                    findings.remove(hit);
                    figures.found += 1;
                }
                None => {
                    figures.missed += 1;
                    println!("{draft}: missed {line}");
                }
            }
        }
        for finding in &findings {
            figures.entry(finding.rule).or_default().false_alarms += 1;
            println!(
                "{draft}: false alarm {} {} {}",
                finding.rule,
                &text[finding.range.start..finding.range.end],
                finding.message
            );
        }
        if draft.starts_with("clean") {
            clean += 1;
            alarms_in_clean += findings.len();
        }
    }
    let mut table =
        String::from("| rule | faults | found | false alarms | recall | precision |\n|---|---|---|---|---|---|\n");
    let mut all = Figures::default();
    let percent = |part: usize, whole: usize| {
        (part * 100).checked_div(whole).map_or("–".to_owned(), |share| format!("{share}%"))
    };
    let row = |name: &str, Figures { found, missed, false_alarms }: &Figures| {
        let (recall, precision) = (percent(*found, found + missed), percent(*found, found + false_alarms));
        format!("| {name} | {} | {found} | {false_alarms} | {recall} | {precision} |\n", found + missed)
    };
    for rule in RULES {
        let figures = figures.remove(rule.id).unwrap_or_default();
        table += &row(rule.id, &figures);
        all.found += figures.found;
        all.missed += figures.missed;
        all.false_alarms += figures.false_alarms;
    }
    table += &row("all", &all);
    println!("{table}{alarms_in_clean} false alarms in {clean} clean drafts");
    assert!(all.found * 10 >= (all.found + all.missed) * 9, "a tenth of the faults is missed");
    assert!(all.found * 100 >= (all.found + all.false_alarms) * 85, "too many findings are none");
    assert!(alarms_in_clean * 3 <= clean, "more than one false alarm in three clean drafts");
    let documentation = std::fs::read_to_string(folder.join("../../../../docs/check.md")).unwrap();
    assert!(documentation.contains(&table), "docs/check.md has other figures");
}
