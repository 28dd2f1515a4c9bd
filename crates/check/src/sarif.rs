//! Findings in the Static Analysis Results Interchange Format (SARIF 2.1.0), which code hosts and editors read.

use serde::Serialize;
use whosaid::Range;

use crate::{Finding, Places, RULES, Severity};

/// The findings on one file.
#[derive(Clone, Copy, Debug)]
pub struct CheckedFile<'f> {
    /// Its path.
    pub path: &'f str,
    /// The text that was checked.
    pub text: &'f str,
    /// Whether the text is the file's: otherwise it was extracted, and places in it are none in the file.
    pub is_whole: bool,
    /// What was found.
    pub findings: &'f [Finding],
}

#[derive(Serialize)]
struct Log<'f> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'f> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<SarifResult<'f>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message<'static>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message<'f> {
    text: &'f str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'f> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message<'f>,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<SarifFix<'f>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifFix<'f> {
    artifact_changes: [Change<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'f> {
    artifact_location: ArtifactLocation,
    replacements: [Replacement<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'f> {
    deleted_region: Region,
    inserted_content: Message<'f>,
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Suggestion => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// A path as a relative reference of a URI (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

fn region(places: &Places, range: Range) -> Region {
    let (start, end) = (places.place(range.start), places.place(range.end));
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

/// Returns the log of a run, to be serialized as JSON.
pub fn sarif<'f>(files: &[CheckedFile<'f>]) -> impl Serialize + use<'f> {
    let mut results = Vec::new();
    for file in files {
        let places = Places::new(file.text);
        let artifact = || ArtifactLocation { uri: uri(file.path) };
        for finding in file.findings {
            let fix = finding.fix.iter().filter(|_| file.is_whole);
            let fixes = fix.map(|fix| SarifFix {
                artifact_changes: [Change {
                    artifact_location: artifact(),
                    replacements: [Replacement {
                        deleted_region: region(&places, fix.range),
                        inserted_content: Message { text: &fix.replacement },
                    }],
                }],
            });
            results.push(SarifResult {
                rule_id: finding.rule,
                rule_index: RULES.iter().position(|rule| rule.id == finding.rule).unwrap_or_default(),
                level: level(finding.severity),
                message: Message { text: &finding.message },
                locations: [Location {
                    physical_location: PhysicalLocation {
                        artifact_location: artifact(),
                        region: file.is_whole.then(|| region(&places, finding.range)),
                    },
                }],
                fixes: fixes.collect(),
            });
        }
    }
    let rules = RULES.iter().map(|rule| Descriptor {
        id: rule.id,
        short_description: Message { text: rule.reason },
        default_configuration: Configuration { level: level(rule.severity) },
    });
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver { name: "whosaid check", version: env!("CARGO_PKG_VERSION"), rules: rules.collect() },
            },
            column_kind: "utf16CodeUnits",
            results,
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Settings, check};

    #[test]
    fn a_log_has_places_levels_and_fixes() {
        let text =
            "The bridge will close, the council said.\n\n“Our thoughts are with them,\" said Jane Doe, the mayor.\n";
        let findings = check(&mut whosaid::Analyzer::new(), text, &Settings::default());
        let file = CheckedFile { path: "my drafts/a.txt", text, is_whole: true, findings: &findings };
        let log = serde_json::to_value(sarif(&[file])).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let result = &log["runs"][0]["results"][0];
        assert_eq!((&result["ruleId"], &result["level"]), (&"quotation-marks".into(), &"error".into()));
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], "quotation-marks");
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], "my%20drafts/a.txt");
        let region = serde_json::json!({"startLine": 3, "startColumn": 29, "endLine": 3, "endColumn": 30});
        assert_eq!(location["region"], region);
        let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!((&replacement["deletedRegion"], &replacement["insertedContent"]["text"]), (&region, &"”".into()));

        let extracted = CheckedFile { is_whole: false, ..file };
        let log = serde_json::to_value(sarif(&[extracted])).unwrap();
        let result = &log["runs"][0]["results"][0];
        assert!(result["fixes"].is_null() && result["locations"][0]["physicalLocation"]["region"].is_null());
    }
}
