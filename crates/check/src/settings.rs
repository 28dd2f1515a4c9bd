//! The house's settings: `whosaid-check.toml`.

use std::collections::BTreeMap;
#[cfg(feature = "settings-file")]
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::{RULES, Rule, Severity};

/// What a settings file says of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Choice {
    Off,
    Suggestion,
    Warning,
    Error,
}

/// The lists of the house's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Words {
    /// Reporting verbs, in their dictionary form, that say more than the house wants to.
    pub loaded_verbs: Vec<String>,
    /// People who need neither a full name nor a role, and names that are spelled as they should be.
    pub known_names: Vec<String>,
}

/// The numbers that can be tuned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Limits {
    /// The greatest share of all quoted words, in percent, that one speaker may have.
    pub share_of_one_speaker: u8,
    /// The words from which on an article should have a second source.
    pub words_for_two_sources: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { share_of_one_speaker: 60, words_for_two_sources: 200 }
    }
}

/// Which rules are on, how severe they are, and what they are to know of the house.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Settings {
    #[serde(deserialize_with = "known_rules")]
    rules: BTreeMap<String, Choice>,
    /// The lists of words.
    pub words: Words,
    /// The numbers.
    pub limits: Limits,
}

/// Reads the choices for rules; a rule that there is not is an error, which lists those that there are.
fn known_rules<'d, D: Deserializer<'d>>(choices: D) -> Result<BTreeMap<String, Choice>, D::Error> {
    let choices = BTreeMap::<String, Choice>::deserialize(choices)?;
    match choices.keys().find(|name| RULES.iter().all(|rule| rule.id != **name)) {
        Some(name) => {
            let rules: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
            Err(D::Error::custom(format!("there is no rule “{name}”; the rules are {}", rules.join(", "))))
        }
        None => Ok(choices),
    }
}

/// What is wrong with a settings file.
#[cfg(feature = "settings-file")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError(String);

#[cfg(feature = "settings-file")]
impl fmt::Display for SettingsError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(feature = "settings-file")]
impl std::error::Error for SettingsError {}

impl Settings {
    /// Reads the content of a settings file.
    ///
    /// # Errors
    ///
    /// Text that is not TOML, and names that there are not, with the line and the names that there are.
    ///
    /// ```
    /// let settings = whosaid_check::Settings::parse("[rules]\nmissing-role = \"off\"\n");
    /// assert!(settings.is_ok());
    /// ```
    #[cfg(feature = "settings-file")]
    pub fn parse(toml: &str) -> Result<Self, SettingsError> {
        toml::from_str(toml).map_err(|error| SettingsError(error.to_string().trim().to_owned()))
    }

    /// Returns how severe the findings of a rule are; nothing if it is off.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        match self.rules.get(rule.id) {
            None => Some(rule.severity),
            Some(Choice::Off) => None,
            Some(Choice::Suggestion) => Some(Severity::Suggestion),
            Some(Choice::Warning) => Some(Severity::Warning),
            Some(Choice::Error) => Some(Severity::Error),
        }
    }
}

#[cfg(all(test, feature = "settings-file"))]
mod tests {
    use super::*;

    #[test]
    fn rules_are_turned_off_and_tuned() {
        let settings = "[rules]\nmissing-role = \"off\"\nname-spelling = \"error\"\n[limits]\nshare-of-one-speaker = 50\n\
             [words]\nloaded-verbs = [\"claim\"]\n";
        let settings = Settings::parse(settings).unwrap();
        let severity = |id: &str| settings.severity(RULES.iter().find(|rule| rule.id == id).unwrap());
        assert_eq!(severity("missing-role"), None);
        assert_eq!(severity("name-spelling"), Some(Severity::Error));
        assert_eq!(severity("single-source"), Some(Severity::Suggestion));
        assert_eq!(settings.limits, Limits { share_of_one_speaker: 50, ..Limits::default() });
        assert_eq!(settings.words.loaded_verbs, ["claim"]);
    }

    #[test]
    fn what_there_is_not_is_an_error_that_says_what_there_is() {
        let message = |toml: &str| Settings::parse(toml).unwrap_err().to_string();
        assert!(message("[rules]\nspeling = \"off\"").contains("“speling”; the rules are unattributed-quote"));
        assert!(message("[rules]\nname-spelling = \"loud\"").contains("suggestion"));
        assert!(message("[word]\n").contains("words"));
        assert!(message("rules").contains("line 1"));
        assert!(message("[limits]\nshare-of-one-speaker = 300").contains("line 2"));
    }

    #[test]
    fn an_object_has_the_names_of_the_file() {
        let object = serde_json::json!({
            "rules": { "missing-role": "off" },
            "words": { "loaded-verbs": ["claim"] },
            "limits": { "share-of-one-speaker": 50 },
        });
        let file =
            "[rules]\nmissing-role = \"off\"\n[words]\nloaded-verbs = [\"claim\"]\n[limits]\nshare-of-one-speaker = 50";
        assert_eq!(serde_json::from_value::<Settings>(object).unwrap(), Settings::parse(file).unwrap());
        assert_eq!(serde_json::from_str::<Settings>("{}").unwrap(), Settings::default());
        let error = serde_json::from_str::<Settings>("{\"rules\": {\"speling\": \"off\"}}").unwrap_err();
        assert!(error.to_string().contains("there is no rule “speling”; the rules are "), "{error}");
    }
}
