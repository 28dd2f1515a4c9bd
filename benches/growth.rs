//! How time grows with length, for ordinary text and for the worst that we know of: the slope of a log–log
//! fit from 0.3 to 10 MB, one being linear, and the megabytes a second at 10 MB, as JSON.

mod texts;

use std::hint::black_box;
use std::time::Instant;

use whosaid::{Offsets, analyze};

fn main() {
    // Tests only see that it builds.
    if std::env::args().any(|argument| argument == "--test") || !std::env::args().any(|argument| argument == "--bench")
    {
        return;
    }
    let all = texts::all();
    let one_paragraph = all.replace('\n', " ");
    let capitals = all.to_uppercase();
    let texts = [
        ("ordinary articles", all.as_str()),
        ("one paragraph", &one_paragraph),
        ("only quotation marks", "“”\"‘"),
        ("only capitals", &capitals),
        ("one name over and over", "Ada Byron said. "),
    ];
    let slopes: serde_json::Map<String, serde_json::Value> = texts
        .into_iter()
        .map(|(name, text)| {
            let (slope, rate) = growth(text);
            (name.to_owned(), serde_json::json!({ "slope": slope, "rate": rate }))
        })
        .collect();
    println!("{}", serde_json::Value::Object(slopes));
}

fn growth(text: &str) -> (f64, f64) {
    let point = |bytes: usize| {
        let text = if text.len() < 1000 { text.repeat(bytes / text.len()) } else { texts::repeated(text, bytes) };
        let times = (0..if bytes < 2_000_000 { 2 } else { 1 }).map(|_| {
            let start = Instant::now();
            black_box(analyze(black_box(&text), Offsets::Utf16));
            start.elapsed().as_secs_f64()
        });
        ((text.len() as f64).ln(), times.fold(f64::INFINITY, f64::min).ln())
    };
    let points = [300_000, 1_000_000, 3_000_000, 10_000_000].map(point);
    let count = points.len() as f64;
    let mean = |axis: fn(&(f64, f64)) -> f64| points.iter().map(axis).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let over: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let under: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    let (length, time) = points[points.len() - 1];
    (over / under, (length - time).exp() / 1e6)
}
