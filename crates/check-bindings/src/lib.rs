//! The check of drafts for JavaScript, as a module without the analysis.

#[cfg(target_arch = "wasm32")]
mod bindings;
