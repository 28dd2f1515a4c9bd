//! What a rule found.

use serde::{Deserialize, Serialize};
use whosaid::Range;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look.
    Suggestion,
    /// Probably wrong.
    Warning,
    /// Not to be published like this.
    Error,
}

impl Severity {
    /// All severities, the least first.
    pub const ALL: [Self; 3] = [Self::Suggestion, Self::Warning, Self::Error];

    /// Returns its name in settings and outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Suggestion => "suggestion",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// An edit that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What to replace; an empty range inserts.
    #[serde(flatten)]
    pub range: Range,
    /// The words that come there.
    pub replacement: String,
}

/// One place that a rule would not publish as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The `id` of the rule.
    pub rule: &'static str,
    /// How much it matters, by the settings.
    pub severity: Severity,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Where, in the unit of the report that was checked.
    #[serde(flatten)]
    pub range: Range,
    /// An edit that mends it; only where there is one for certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

impl Finding {
    /// Creates a finding; `check` fills in the rule and the severity.
    pub(crate) fn new(range: Range, message: String) -> Self {
        Self { rule: "", severity: Severity::Warning, message, range, fix: None }
    }

    /// Adds an edit that mends it.
    pub(crate) fn with_fix(self, range: Range, replacement: &str) -> Self {
        Self { fix: Some(Fix { range, replacement: replacement.to_owned() }), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_flat_where_it_leaves_rust() {
        let range = Range { start: 3, end: 4 };
        let finding = Finding::new(range, "This mark is straight.".to_owned());
        let expected = serde_json::json!({
            "rule": "", "severity": "warning", "message": "This mark is straight.", "start": 3, "end": 4,
        });
        assert_eq!(serde_json::to_value(&finding).unwrap(), expected);
        let fix = serde_json::json!({ "start": 3, "end": 4, "replacement": "”" });
        assert_eq!(serde_json::to_value(finding.with_fix(range, "”")).unwrap()["fix"], fix);
    }
}
