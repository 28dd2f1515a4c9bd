//! Analyzes a text again after each edit, as an editor does: `cargo run --release --example edits`.

use std::time::Instant;

use whosaid::{Analyzer, Offsets};

fn main() {
    let mut analyzer = Analyzer::new();
    let mut text = String::new();
    for sentence in ["“It works,” Ada Byron said. ", "Nobody believed her. ", "“Look,” she said. "] {
        text.push_str(sentence);
        let start = Instant::now();
        let report = analyzer.analyze(&text, Offsets::Byte);
        println!("{} quotes after {} bytes, in {:?}", report.quotes.len(), text.len(), start.elapsed());
    }
}

#[test]
fn the_example_runs() {
    main();
}
