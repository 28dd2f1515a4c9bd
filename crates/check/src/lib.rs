#![doc = include_str!("../README.md")]

mod content_words;
mod draft;
mod finding;
mod gender;
mod numbers;
mod place;
mod rules;
mod sarif;
mod sentences;
mod settings;
mod units;
mod words;

use whosaid::{Analyzer, Offsets, Report};

use draft::Draft;
pub use finding::{Finding, Fix, Severity};
pub use place::{Place, Places};
pub use rules::{RULES, Rule};
pub use sarif::{CheckedFile, sarif};
#[cfg(feature = "settings-file")]
pub use settings::SettingsError;
pub use settings::{Limits, Settings, Words};
use units::Units;

/// Checks a text by all rules that the settings leave on; the findings are in the order of the text.
///
/// The ranges of findings are bytes of `text`. A text that is not in English has no names and no quotes, so that only its
/// quotation marks are checked.
pub fn check(analyzer: &mut Analyzer, text: &str, settings: &Settings) -> Vec<Finding> {
    check_report(text, &analyzer.analyze(text, Offsets::Byte), settings)
}

/// Checks a text as [`check`] does, by the report on it; the ranges of findings are in the report's unit.
///
/// The report may have been corrected, or made for another version of the text: ranges that do not fit the text are cut.
pub fn check_report(text: &str, report: &Report, settings: &Settings) -> Vec<Finding> {
    let units = Units::new(text, report.offsets);
    let mut findings = check_bytes(text, &units.report_in_bytes(report), settings);
    for finding in &mut findings {
        finding.range = units.range(finding.range);
        if let Some(fix) = &mut finding.fix {
            fix.range = units.range(fix.range);
        }
    }
    findings
}

/// Checks a text by a report whose offsets are bytes.
fn check_bytes(text: &str, report: &Report, settings: &Settings) -> Vec<Finding> {
    let draft = Draft::new(text, report);
    let mut findings = Vec::new();
    for rule in RULES {
        let Some(severity) = settings.severity(rule) else { continue };
        let found = (rule.check)(&draft, settings);
        findings.extend(found.into_iter().map(|found| Finding { rule: rule.id, severity, ..found }));
    }
    findings.sort_by_key(|finding| (finding.range.start, finding.range.end));
    findings
}

#[cfg(test)]
mod test_support {
    use whosaid::Analyzer;

    use crate::{Settings, check};

    /// The words of each finding of one rule.
    pub fn found(rule: &str, text: &str) -> Vec<String> {
        found_with(rule, text, &Settings::default())
    }

    /// The words of each finding of one rule, by some settings.
    pub fn found_with(rule: &str, text: &str, settings: &Settings) -> Vec<String> {
        let findings = check(&mut Analyzer::new(), text, settings).into_iter().filter(|finding| finding.rule == rule);
        findings.map(|finding| text[finding.range.start..finding.range.end].to_owned()).collect()
    }
}
