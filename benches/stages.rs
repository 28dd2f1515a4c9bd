//! How fast the core is natively, by stage and as a whole.
//!
//! `WHOSAID_ARTICLES_JSONL` names a file of articles, one `{"text": …}` a line; without it, the articles of the tests are read.

mod texts;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use whosaid::training::text::document::Document;
use whosaid::training::vocabulary::Vocabulary;
use whosaid::training::{coreference, entities, quotes};
use whosaid::{Offsets, analyze};

fn whole(criterion: &mut Criterion) {
    let all = texts::all();
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1));
    for (name, bytes) in [("1 article", 5_000), ("1 MB", 1_000_000)] {
        let text = texts::repeated(&all, bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| analyze(black_box(&text), Offsets::Utf16)));
    }
}

fn stages(criterion: &mut Criterion) {
    let text = texts::repeated(&texts::all(), 100_000);
    let document = Document::new(&text);
    let vocabulary = Vocabulary::from_document(&document);
    let mentions = entities::tag_entities(&document, &vocabulary);
    let found = quotes::find_quotes(&document, &vocabulary, &mentions);
    let mut group = criterion.benchmark_group("stage");
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    group.warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1));
    group.bench_function("tokens, sentences, paragraphs", |bencher| bencher.iter(|| Document::new(black_box(&text))));
    group.bench_function("words", |bencher| bencher.iter(|| Vocabulary::from_document(black_box(&document))));
    group.bench_function("entities", |bencher| {
        bencher.iter(|| entities::tag_entities(black_box(&document), &vocabulary))
    });
    group.bench_function("quotes", |bencher| {
        bencher.iter(|| quotes::find_quotes(black_box(&document), &vocabulary, &mentions));
    });
    group.bench_function("speakers", |bencher| {
        bencher.iter(|| coreference::resolve(black_box(&document), &vocabulary, &mentions, &found.quotes));
    });
}

criterion_group!(benches, whole, stages);
criterion_main!(benches);
