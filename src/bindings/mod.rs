//! What JavaScript calls; the functions convert, call and return.

mod page_text;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::Offsets;

pub use page_text::PageText;

/// Sends what a panic has to tell to the browser's console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Analyzes an article and returns the report as a plain object.
///
/// `offsets` is `utf-16` (the default), `codepoint` or `byte`; `progress` is called after each
/// stage with the share of the work that is done.
///
/// # Errors
///
/// An `Error` that names the choices, for any other `offsets`.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn analyze(text: &str, offsets: Option<String>, progress: Option<js_sys::Function>) -> Result<JsValue, JsError> {
    Analyzer::new().analyze(text, offsets, progress)
}

/// Analyzes one text after another, faster where they share words, and much faster where the next one is
/// the last with a few sentences changed. The reports are those of `analyze`.
#[wasm_bindgen]
#[derive(Default)]
pub struct Analyzer(crate::Analyzer);

#[wasm_bindgen]
impl Analyzer {
    /// An analyzer that has read nothing.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Analyzes a text as the function `analyze` does.
    ///
    /// # Errors
    ///
    /// An `Error` that names the choices, for unknown `offsets`.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn analyze(
        &mut self,
        text: &str,
        offsets: Option<String>,
        progress: Option<js_sys::Function>,
    ) -> Result<JsValue, JsError> {
        let offsets = offsets.as_deref().unwrap_or("utf-16").parse::<Offsets>()?;
        let report = self.0.analyze_with_progress(text, offsets, |share| {
            if let Some(progress) = &progress {
                // What a listener throws is its own affair.
                let _ = progress.call1(&JsValue::NULL, &share.into());
            }
        });
        Ok(report.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("report.d.ts");
