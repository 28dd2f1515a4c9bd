//! What several tests ask of a report.

use whosaid::{Offsets, analyze};

/// The speaker's name of each quote, in the order of the text.
pub fn speakers(text: &str) -> Vec<Option<String>> {
    let report = analyze(text, Offsets::Byte);
    let name = |id: &String| report.entities.iter().find(|entity| entity.id == *id).map(|entity| entity.name.clone());
    report.quotes.iter().map(|quote| quote.speaker.as_ref().and_then(name)).collect()
}
