//! Articles of ordinary length: how many of their passages in quotation marks stand under the right name.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/news.rs"]
mod news;

#[path = "common/score.rs"]
mod score;

use news::read_articles;
use score::{Floor, assert_floors};

/// Raise a floor when the analysis gets better.
const FLOORS: &[Floor] = &[
    Floor { set: "articles", right: 745, wrong: 95 },
    Floor { set: "adversarial", right: 470, wrong: 215 },
    Floor { set: "inserts", right: 820, wrong: 80 },
    Floor { set: "unread", right: 520, wrong: 180 },
];

#[test]
fn passages_stand_under_the_right_name() {
    assert_floors(FLOORS, read_articles);
}
