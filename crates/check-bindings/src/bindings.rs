//! What JavaScript calls; the functions convert, call and return.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use whosaid::Report;
use whosaid_check::{Settings, check_report};

/// Sends what a panic has to tell to the browser's console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Checks a text by the report on it, and returns an array of findings, whose places are in the report's unit.
///
/// `settings` has the names of `whosaid-check.toml`.
///
/// # Errors
///
/// An `Error` that says what is wrong with the report or the settings.
#[wasm_bindgen]
pub fn check(text: &str, report: JsValue, settings: JsValue) -> Result<JsValue, serde_wasm_bindgen::Error> {
    let report: Report = serde_wasm_bindgen::from_value(report)?;
    let settings: Settings = serde_wasm_bindgen::from_value(settings)?;
    let findings = check_report(text, &report, &settings);
    findings.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}
