//! What a website publishes beside an article: the reviewed report, and structured data for search engines.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use whosaid::{Analyzer, Offsets};

use crate::guard::guarded;
use crate::input;
use crate::report_files::output_to;

/// The version of a reviewed report's form; `www/src/ui/reviewed-report.ts` has the same.
const VERSION: u32 = 1;

/// The length of the text around a place in a selector, in UTF-16 units.
const CONTEXT: usize = 32;

/// A quote that is less certain is not published as structured data, unless somebody corrected it.
const LEAST_CONFIDENCE: f64 = 0.5;

/// What somebody has checked of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Extent {
    All,
    Some,
    None,
}

/// What is written for each article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Reviewed(Extent),
    JsonLd,
}

/// Writes one line of JSON for each file, which holds an article or a report that the page has saved as JSON; returns false
/// if one could not be read.
pub fn files(files: &[PathBuf], form: Form, output: Option<&Path>) -> Result<bool> {
    let mut output = std::io::BufWriter::new(output_to(output)?);
    let mut analyzer = Analyzer::new();
    let mut succeeded = true;
    for file in input::or_standard_input(files) {
        match input::read(file).and_then(|input| article(&mut analyzer, input.text).context(input::name(file))) {
            Ok((text, report)) => {
                let published = match form {
                    Form::Reviewed(extent) => reviewed(&text, &report, extent, SystemTime::now()),
                    Form::JsonLd => json_ld(&text, &report),
                };
                // Inside a page, `</script>` would end the element.
                writeln!(output, "{}", published.to_string().replace('<', "\\u003c"))?;
            }
            Err(error) => {
                succeeded = false;
                eprintln!("whosaid: {error:#}");
            }
        }
    }
    output.flush()?;
    Ok(succeeded)
}

/// The text and the report of a file, in UTF-16 units: one that the page has saved, or that of an article.
fn article(analyzer: &mut Analyzer, content: String) -> Result<(String, Value)> {
    if content.trim_start().starts_with('{')
        && let Ok(Value::Object(mut saved)) = serde_json::from_str::<Value>(&content)
        && let Some(Value::String(text)) = saved.remove("text")
    {
        let saved = Value::Object(saved);
        // Places that do not fit the text would select something else.
        let report: whosaid::Report = serde_json::from_value(saved.clone()).context("is not a saved report")?;
        anyhow::ensure!(report.offsets == Offsets::Utf16, "the offsets of a saved report are UTF-16 units");
        return Ok((text, saved));
    }
    let report = guarded(analyzer, |analyzer| analyzer.analyze(&content, Offsets::Utf16))
        .map_err(|panic| anyhow!("cannot be analyzed: {panic}"))?;
    let report = serde_json::to_value(report)?;
    Ok((content, report))
}

/// A reviewed report, as `docs/reviewed-report.schema.json` describes it.
fn reviewed(text: &str, report: &Value, extent: Extent, now: SystemTime) -> Value {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (extent, at) = match extent {
        Extent::All => ("all", Some(now)),
        Extent::Some => ("some", Some(now)),
        Extent::None => ("none", None),
    };
    json!({
        "format": "whosaid-reviewed-report",
        "version": VERSION,
        "generator": concat!("whosaid ", env!("CARGO_PKG_VERSION")),
        "text": { "sha256": format!("{:x}", Sha256::digest(text)), "length": units.len() },
        "review": { "extent": extent, "at": at.map(|at| humantime::format_rfc3339_seconds(at).to_string()) },
        "report": {
            "version": report["version"],
            "language": report["language"],
            "offsets": "utf-16",
            "entities": with_selectors(&report["entities"], &units),
            "quotes": with_selectors(&report["quotes"], &units),
        },
    })
}

/// A copy in which every place has its selector, and what somebody corrected is marked.
fn with_selectors(value: &Value, units: &[u16]) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| with_selectors(item, units)).collect(),
        Value::Object(fields) => {
            let mut copy = Map::new();
            for (name, field) in fields {
                if name == "corrected_by" {
                    copy.insert("corrected".into(), true.into());
                } else {
                    copy.insert(name.clone(), with_selectors(field, units));
                }
            }
            if let Some((start, end)) = place(value, units) {
                copy.insert("selector".into(), selector(units, start, end));
            }
            Value::Object(copy)
        }
        other => other.clone(),
    }
}

/// The range of a value that has one, inside the text.
fn place(value: &Value, units: &[u16]) -> Option<(usize, usize)> {
    let offset = |name: &str| Some((value[name].as_u64()? as usize).min(units.len()));
    let (start, end) = (offset("start")?, offset("end")?);
    Some((start, end.max(start)))
}

/// A TextQuoteSelector of the Web Annotation Data Model (W3C, 2017).
fn selector(units: &[u16], start: usize, end: usize) -> Value {
    let mut prefix = &units[start.saturating_sub(CONTEXT)..start];
    let mut suffix = &units[end..(end + CONTEXT).min(units.len())];
    // No half of a character that two units stand for.
    if let [0xdc00..=0xdfff, rest @ ..] = prefix {
        prefix = rest;
    }
    if let [rest @ .., 0xd800..=0xdbff] = suffix {
        suffix = rest;
    }
    json!({
        "type": "TextQuoteSelector",
        "exact": String::from_utf16_lossy(&units[start..end]),
        "prefix": String::from_utf16_lossy(prefix),
        "suffix": String::from_utf16_lossy(suffix),
    })
}

/// The direct quotes with their speakers, as schema.org's `Quotation`; what is uncertain is left out.
fn json_ld(text: &str, report: &Value) -> Value {
    let units: Vec<u16> = text.encode_utf16().collect();
    let empty = Vec::new();
    let entities = report["entities"].as_array().unwrap_or(&empty);
    let quotations: Vec<Value> = report["quotes"]
        .as_array()
        .unwrap_or(&empty)
        .iter()
        .filter_map(|quote| {
            let speaker =
                entities.iter().find(|entity| !quote["speaker"].is_null() && entity["id"] == quote["speaker"])?;
            let confidence = quote["confidence"].as_f64()? * quote["speaker_confidence"].as_f64().unwrap_or(1.0);
            let is_sure = confidence >= LEAST_CONFIDENCE || quote.get("corrected_by").is_some();
            if quote["kind"] != "direct" || !is_sure {
                return None;
            }
            let pieces = quote["content"].as_array()?.iter().filter_map(|piece| {
                let (start, end) = place(piece, &units)?;
                Some(without_marks(&String::from_utf16_lossy(&units[start..end])))
            });
            let words = pieces.collect::<Vec<_>>().join(" … ");
            Some(json!({ "@type": "Quotation", "text": words, "creator": creator(speaker)? }))
        })
        .collect();
    json!({ "@context": "https://schema.org", "@graph": quotations })
}

/// Whose the words are; none for a speaker that has no name.
fn creator(speaker: &Value) -> Option<Value> {
    if speaker["named"] != true {
        return None;
    }
    let name = &speaker["name"];
    match speaker["kind"].as_str()? {
        "person" => Some(match speaker["roles"].get(0) {
            Some(role) => json!({ "@type": "Person", "name": name, "jobTitle": role }),
            None => json!({ "@type": "Person", "name": name }),
        }),
        "organization" | "group" => Some(json!({ "@type": "Organization", "name": name })),
        _ => None,
    }
}

/// Words on one line, without the quotation marks around them and the comma before the closing one.
fn without_marks(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_mark = |letter: char| "“”\"«»„‘’'‚".contains(letter);
    let Some(inner) = words.strip_prefix(is_mark) else { return words };
    inner.strip_suffix(is_mark).unwrap_or(inner).trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“It 👋 works,” said Clara Boyle, the mayor. “No,” she added. The town said it was glad.";

    fn analyzed(text: &str) -> Value {
        article(&mut Analyzer::new(), text.to_owned()).unwrap().1
    }

    #[test]
    fn every_place_has_a_selector_of_its_words() {
        let file = reviewed(TEXT, &analyzed(TEXT), Extent::None, SystemTime::now());
        let piece = &file["report"]["quotes"][0]["content"][0];
        assert_eq!(piece["selector"]["exact"], "“It 👋 works,”");
        assert_eq!(piece["selector"]["suffix"], " said Clara Boyle, the mayor. “N");
        assert_eq!((&piece["start"], &piece["end"]), (&0.into(), &14.into()));
        assert_eq!(file["text"]["length"], TEXT.encode_utf16().count());
        assert_eq!(file["text"]["sha256"].as_str().unwrap().len(), 64);
        fn check(value: &Value) {
            match value {
                Value::Array(items) => items.iter().for_each(check),
                Value::Object(fields) => {
                    assert_eq!(fields.contains_key("start"), fields.contains_key("selector"), "{value}");
                    fields.values().for_each(check);
                }
                _ => {}
            }
        }
        check(&file["report"]);
    }

    #[test]
    fn nothing_is_said_to_be_checked_unless_somebody_says_so() {
        let report = analyzed(TEXT);
        let now = SystemTime::UNIX_EPOCH;
        assert_eq!(reviewed(TEXT, &report, Extent::None, now)["review"], json!({ "extent": "none", "at": null }));
        let all = json!({ "extent": "all", "at": "1970-01-01T00:00:00Z" });
        assert_eq!(reviewed(TEXT, &report, Extent::All, now)["review"], all);
    }

    #[test]
    fn a_report_that_the_page_saved_keeps_its_corrections() {
        let mut saved = analyzed(TEXT);
        saved["text"] = TEXT.into();
        saved["quotes"][1]["corrected_by"] = "reader".into();
        let (text, report) = article(&mut Analyzer::new(), saved.to_string()).unwrap();
        assert_eq!(text, TEXT);
        let file = reviewed(&text, &report, Extent::Some, SystemTime::now());
        assert_eq!(file["report"]["quotes"][1]["corrected"], true);
        assert_eq!(file["report"]["quotes"][0].get("corrected"), None);
        assert!(article(&mut Analyzer::new(), "{\"text\": \"x\"}".to_owned()).is_err());
    }

    #[test]
    fn half_a_character_is_in_no_selector() {
        let text = format!("{}👋{}", "a".repeat(3), "b".repeat(40));
        let units: Vec<u16> = text.encode_utf16().collect();
        let found = selector(&units, 4 + CONTEXT, 4 + CONTEXT);
        assert_eq!(found["prefix"].as_str().unwrap(), "b".repeat(CONTEXT - 1));
    }

    #[test]
    fn structured_data_has_direct_quotes_of_named_speakers() {
        let found = json_ld(TEXT, &analyzed(TEXT));
        let first = &found["@graph"][0];
        assert_eq!(first["text"], "It 👋 works");
        assert_eq!(first["creator"]["name"], "Clara Boyle");
        assert!(found["@graph"].as_array().unwrap().iter().all(|one| one["@type"] == "Quotation"));
        let mut unsure = analyzed(TEXT);
        unsure["quotes"][0]["speaker_confidence"] = 0.3.into();
        assert_ne!(json_ld(TEXT, &unsure)["@graph"][0]["text"], "It 👋 works");
    }

    #[test]
    fn a_file_has_what_its_schema_asks_for() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/");
        let load = |name: &str| -> Value {
            serde_json::from_str(&std::fs::read_to_string(format!("{root}{name}")).unwrap()).unwrap()
        };
        let schemas = [load("reviewed-report.schema.json"), load("report.schema.json")];
        let file = reviewed(TEXT, &analyzed(TEXT), Extent::Some, SystemTime::now());
        check(&file, &schemas[0], 0, &schemas);
        assert!(std::panic::catch_unwind(|| check(&json!({}), &schemas[0], 0, &schemas)).is_err());
    }

    /// Checks the fields that a schema asks for; `at` is the file that its references are in.
    fn check(value: &Value, schema: &Value, at: usize, schemas: &[Value; 2]) {
        if let Some(reference) = schema["$ref"].as_str() {
            let (file, path) = reference.split_once('#').unwrap();
            let at = if file.is_empty() { at } else { 1 };
            return check(value, schemas[at].pointer(path).unwrap_or_else(|| panic!("no {reference}")), at, schemas);
        }
        if let Some(all) = schema["allOf"].as_array() {
            all.iter().for_each(|one| check(value, one, at, schemas));
        }
        if let Some(any) = schema["anyOf"].as_array() {
            let null = any.iter().any(|one| one["type"] == "null");
            if value.is_null() && null {
                return;
            }
            return check(value, any.iter().find(|one| one["type"] != "null").unwrap(), at, schemas);
        }
        if let Some(expected) = schema.get("const") {
            assert_eq!(value, expected);
        }
        if let Some(values) = schema["enum"].as_array() {
            assert!(values.contains(value), "{value} is none of {values:?}");
        }
        for name in schema["required"].as_array().into_iter().flatten() {
            assert!(value.get(name.as_str().unwrap()).is_some(), "{name} is missing in {value}");
        }
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(field) = value.get(name) {
                check(field, inner, at, schemas);
            }
        }
        if let (Some(items), Some(inner)) = (value.as_array(), schema.get("items")) {
            items.iter().for_each(|item| check(item, inner, at, schemas));
        }
    }
}
