//! How an analysis compares with the right answers.

use std::collections::BTreeMap;

use whosaid::{Offsets, QuoteKind, Report, analyze};

use crate::news::NewsArticle;

/// How many of the passages in marks stand under the right name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub right: usize,
    pub wrong: usize,
    /// Found, but without a speaker.
    pub unattributed: usize,
    pub missed: usize,
}

impl Score {
    /// Returns all passages that somebody says.
    pub fn total(&self) -> usize {
        self.right + self.wrong + self.unattributed + self.missed
    }
}

/// The scores by the way in which a reader knows the speaker, and the passages that nobody says: all, and those that were
/// taken for speech.
#[derive(Default)]
pub struct Scores {
    pub by_way: BTreeMap<String, Score>,
    pub non_quotations: usize,
    pub taken_for_speech: usize,
}

impl Scores {
    /// Returns the score of all passages.
    pub fn all(&self) -> Score {
        self.by_way.values().fold(Score::default(), |sum, one| Score {
            right: sum.right + one.right,
            wrong: sum.wrong + one.wrong,
            unattributed: sum.unattributed + one.unattributed,
            missed: sum.missed + one.missed,
        })
    }

    /// Analyzes an article and adds how each of its passages in marks came out; mistakes are described in `mistakes`.
    pub fn add(&mut self, article: &NewsArticle, mistakes: &mut Vec<String>) {
        let report = analyze(&article.text, Offsets::Byte);
        let mut places: Vec<Vec<(usize, usize)>> = Vec::new();
        let mut at = 0;
        for quote in &article.quotes {
            let from = quote.within.and_then(|outer| places.get(outer)?.first()).map_or(at, |outer| outer.0);
            places.push(find_pieces(&article.text, &quote.content, from));
            if let (None, Some(first)) = (quote.within, places.last().and_then(|pieces| pieces.first())) {
                at = first.0;
            }
        }
        for (quote, pieces) in article.quotes.iter().zip(&places) {
            let Some(speaker) = quote.speaker.as_ref().filter(|_| quote.kind != "indirect") else { continue };
            let is_named = quote.how != "described" && speaker.contains(char::is_uppercase);
            let is_right = |names: &[String]| {
                names.iter().any(|name| if is_named { is_same_name(speaker, name) } else { shares_word(speaker, name) })
            };
            let score = self.by_way.entry(quote.how.clone()).or_default();
            for place in passages(&article.text, pieces) {
                let (given, is_found) = speaker_at(&report, place);
                match &given {
                    _ if !is_found => score.missed += 1,
                    None => score.unattributed += 1,
                    Some(names) if is_right(names) => {
                        score.right += 1;
                        continue;
                    }
                    Some(_) => score.wrong += 1,
                }
                let words: String = article.text[place..].chars().take(50).collect();
                let given = given.and_then(|names| names.into_iter().next());
                mistakes.push(format!("{} ({}): {speaker} <> {given:?} {words:?}", article.name, quote.how));
            }
        }
        let mut at = 0;
        for marked in &article.marked {
            let Some(place) = article.text[at..].find(&marked.text).map(|place| at + place) else { continue };
            at = place;
            self.non_quotations += 1;
            let inside = place + article.text[place..].chars().next().map_or(0, char::len_utf8);
            let taken = report.quotes.iter().any(|quote| {
                quote.kind != QuoteKind::Indirect
                    && quote.content.iter().any(|piece| piece.start <= inside && inside < piece.end)
            });
            self.taken_for_speech += usize::from(taken);
        }
    }
}

/// What an analysis must reach on a set of articles: shares of all passages, in per mille. The mistakes of a set whose name ends
/// with `unread` are not shown, so that nothing is made for them.
pub struct Floor {
    pub set: &'static str,
    pub right: usize,
    pub wrong: usize,
}

/// Scores the articles of each set, prints the figures, and fails where one is below its floor.
pub fn assert_floors(floors: &[Floor], read: impl Fn(&str) -> Vec<NewsArticle>) {
    let mut failures = Vec::new();
    for floor in floors {
        let mut scores = Scores::default();
        let mut mistakes = Vec::new();
        for article in read(floor.set) {
            scores.add(&article, &mut mistakes);
        }
        for mistake in mistakes.iter().filter(|_| !floor.set.ends_with("unread")) {
            println!("{mistake}");
        }
        for (way, score) in &scores.by_way {
            println!("{}, {way}: {score:?}", floor.set);
        }
        let all = scores.all();
        println!(
            "{}: {all:?} of {}; {} of {} passages that are no speech taken for it",
            floor.set,
            all.total(),
            scores.taken_for_speech,
            scores.non_quotations
        );
        if all.right * 1000 < floor.right * all.total() || all.wrong * 1000 > floor.wrong * all.total() {
            failures.push(format!("{}: {all:?} of {}", floor.set, all.total()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The places of a quote's pieces in the text.
fn find_pieces(text: &str, content: &[String], from: usize) -> Vec<(usize, usize)> {
    let mut at = from;
    let mut pieces = Vec::new();
    for piece in content {
        let Some(place) = text[at..].find(piece.as_str()).map(|place| at + place).or_else(|| text.find(piece.as_str()))
        else {
            continue;
        };
        pieces.push((place, place + piece.len()));
        at = place + piece.len();
    }
    pieces
}

/// The first byte inside each passage in outer marks of some pieces.
fn passages(text: &str, pieces: &[(usize, usize)]) -> Vec<usize> {
    let mut places = Vec::new();
    for &(start, end) in pieces {
        let mut depth = 0_usize;
        for (offset, character) in text[start..end].char_indices() {
            let at = start + offset;
            let before = text[..at].chars().next_back().unwrap_or(' ');
            let opens = match character {
                '“' | '‘' => true,
                '"' => before.is_whitespace() || matches!(before, '(' | '—' | '–' | '‘'),
                _ => false,
            };
            if opens {
                if depth == 0 {
                    places.push(at + character.len_utf8());
                }
                depth += 1;
            } else if matches!(character, '”' | '"') {
                depth = depth.saturating_sub(1);
            }
        }
    }
    places
}

/// The names of the speaker of the innermost quote over a byte, and whether any quote is there.
fn speaker_at(report: &Report, place: usize) -> (Option<Vec<String>>, bool) {
    let mut over: Vec<_> = report
        .quotes
        .iter()
        .flat_map(|quote| quote.content.iter().map(move |piece| (piece.end - piece.start, piece, quote)))
        .filter(|(_, piece, _)| piece.start <= place && place < piece.end)
        .collect();
    over.sort_by_key(|(length, ..)| *length);
    let entity = |id: &String| report.entities.iter().find(|entity| entity.id == *id);
    let speaker = over.iter().find_map(|(.., quote)| quote.speaker.as_ref()).and_then(entity);
    let names = speaker.map(|entity| {
        let members = entity.members.iter().filter_map(entity_name(report));
        std::iter::once(entity.name.clone()).chain(members).collect()
    });
    (names, !over.is_empty())
}

fn entity_name(report: &Report) -> impl Fn(&String) -> Option<String> {
    move |id| report.entities.iter().find(|entity| entity.id == *id).map(|entity| entity.name.clone())
}

/// Returns whether two names mean the same: one has all words of the other, and the last one is the same.
fn is_same_name(expected: &str, given: &str) -> bool {
    let (expected, given) = (words_of(expected), words_of(given));
    let (Some(expected_last), Some(given_last)) = (expected.last(), given.last()) else { return false };
    expected_last == given_last
        && (expected.iter().all(|word| given.contains(word)) || given.iter().all(|word| expected.contains(word)))
}

/// Returns whether a description has a word of another.
fn shares_word(expected: &str, given: &str) -> bool {
    let given = words_of(given);
    words_of(expected).iter().any(|word| word.len() > 3 && given.contains(word))
}

fn words_of(name: &str) -> Vec<String> {
    const LEFT_OUT: [&str; 11] = ["the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sir", "lord", "lady"];
    name.to_lowercase()
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty() && !LEFT_OUT.contains(word) && *word != "s")
        .map(str::to_owned)
        .collect()
}
