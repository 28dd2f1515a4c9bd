//! Articles of ordinary length: how many of their passages in quotation marks stand under the right name.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/news.rs"]
mod news;

#[path = "common/score.rs"]
mod score;

use news::read_articles;
use score::Scores;

/// What an analysis must reach on a folder of articles: shares of all passages, in per mille.
struct Floor {
    folder: &'static str,
    right: usize,
    wrong: usize,
}

/// Raise a floor when the analysis gets better.
const FLOORS: &[Floor] = &[
    Floor { folder: "articles", right: 745, wrong: 95 },
    Floor { folder: "adversarial", right: 470, wrong: 215 },
    Floor { folder: "inserts", right: 820, wrong: 80 },
    Floor { folder: UNREAD, right: 520, wrong: 180 },
];

/// The folder whose mistakes are not shown, so that nothing is made for them.
const UNREAD: &str = "unread";

#[test]
fn passages_stand_under_the_right_name() {
    let mut failures = Vec::new();
    for floor in FLOORS {
        let mut scores = Scores::default();
        let mut mistakes = Vec::new();
        for article in read_articles(floor.folder) {
            scores.add(&article, &mut mistakes);
        }
        let all = scores.all();
        for mistake in mistakes.iter().filter(|_| floor.folder != UNREAD) {
            println!("{mistake}");
        }
        for (way, score) in &scores.by_way {
            println!("{}, {way}: {score:?}", floor.folder);
        }
        println!(
            "{}: {all:?} of {}; {} of {} passages that are no speech taken for it",
            floor.folder,
            all.total(),
            scores.taken_for_speech,
            scores.non_quotations
        );
        if all.right * 1000 < floor.right * all.total() || all.wrong * 1000 > floor.wrong * all.total() {
            failures.push(format!("{}: {all:?} of {}", floor.folder, all.total()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
