//! Decides all marks of a paragraph together: the cheapest way through them.
//!
//! The method is that of Viterbi (1967) over the levels of quotation that are open; of the states at one mark only the best few
//! are kept, which are nearly always all that can be reached.

use super::costs::*;
use super::events::{Event, EventKind};
use super::glyphs::{Family, GLYPHS, Glyph};
use crate::sorting;

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// It is no quotation mark; for the place of a lost one, none was lost.
    Ignored,
    /// It opens a span, the given number of spans being open with it.
    Opens(u8),
    /// It closes the innermost span; the given number of spans was open.
    Closes(u8),
    /// It closes the innermost span but one, the innermost having lost its closing mark.
    ClosesTwo(u8),
    /// It is two single marks, and closes the two innermost spans.
    ClosesBoth(u8),
    /// It goes on with the outer span in a new paragraph whose beginning was lost.
    BeginsParagraph,
}

/// What comes before and behind a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// Whether the paragraph before left a span open.
    pub follows_open: bool,
    /// The family of the mark with which the next paragraph begins.
    pub next_begins: Option<Family>,
}

/// The number of states that are kept.
const BEAM: usize = 12;

/// The most spans that can be open at once.
const MAX_DEPTH: usize = 3;

/// The spans that are open, outermost first: for each the mark that opened it, by its place in the table of glyphs, or the place
/// of a lost one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct OpenSpans {
    openers: [Opener; MAX_DEPTH],
    depth: u8,
}

/// The mark that opened a span: 0 for a lost one, otherwise its place in the table of glyphs and 1.
type Opener = u8;

impl OpenSpans {
    fn opened(mut self, opener: Opener) -> Self {
        self.openers[usize::from(self.depth)] = opener;
        self.depth += 1;
        self
    }

    fn closed(mut self, count: u8) -> Self {
        self.depth -= count;
        self.openers[usize::from(self.depth)..].fill(0);
        self
    }

    fn glyph(&self, level: u8) -> Option<&'static Glyph> {
        usize::from(self.openers[usize::from(level)]).checked_sub(1).map(|number| &GLYPHS[number])
    }

    /// The family of an open span; a lost mark counts as a double one.
    fn family(&self, level: u8) -> Family {
        self.glyph(level).map_or(Family::Double, |glyph| glyph.family)
    }
}

#[derive(Clone, Copy)]
struct Hypothesis {
    open: OpenSpans,
    cost: Cost,
}

/// How a hypothesis came about: the place of the one before it, and the decision.
#[derive(Clone, Copy)]
struct Step {
    previous: u8,
    decision: Decision,
}

/// Decides what each event is; returns the decisions and whether a span is left open.
pub(super) fn decide(events: &[Event], surroundings: Surroundings) -> (Vec<Decision>, bool) {
    let mut steps: Vec<Step> = Vec::with_capacity(events.len() * 4);
    let mut columns: Vec<usize> = Vec::with_capacity(events.len());
    let mut hypotheses = vec![Hypothesis { open: OpenSpans::default(), cost: 0 }];
    let mut next: Vec<(Hypothesis, Step)> = Vec::new();
    for (number, event) in events.iter().enumerate() {
        next.clear();
        for (previous, hypothesis) in hypotheses.iter().enumerate() {
            expand(event, number == 0, hypothesis, surroundings, |open, cost, decision| {
                let cost = hypothesis.cost + cost;
                let new = (Hypothesis { open, cost }, Step { previous: previous as u8, decision });
                match next.iter_mut().find(|(other, _)| other.open == open) {
                    Some(other) if cost < other.0.cost => *other = new,
                    Some(_) => {}
                    None => next.push(new),
                }
            });
        }
        let least = next.iter().map(|(hypothesis, _)| hypothesis.cost).min().unwrap_or(0);
        sorting::sort_by_key(&mut next, |(hypothesis, _)| [(hypothesis.cost - least) as usize, 0, 0]);
        next.truncate(BEAM);
        columns.push(steps.len());
        steps.extend(next.iter().map(|(_, step)| *step));
        // Costs stay small however long the paragraph is.
        hypotheses.clear();
        hypotheses
            .extend(next.iter().map(|(hypothesis, _)| Hypothesis { cost: hypothesis.cost - least, ..*hypothesis }));
    }
    let best = (0..hypotheses.len())
        .min_by_key(|&place| hypotheses[place].cost + end_cost(&hypotheses[place].open, surroundings))
        .unwrap_or(0);
    let left_open = hypotheses[best].open.depth > 0;
    let mut decisions = vec![Decision::Ignored; events.len()];
    let mut place = best;
    for (decision, &column) in decisions.iter_mut().zip(&columns).rev() {
        let step = steps[column + place];
        *decision = step.decision;
        place = usize::from(step.previous);
    }
    (decisions, left_open)
}

/// Calls a function with each state that an event can lead to, its cost and the decision.
fn expand(
    event: &Event,
    is_first: bool,
    before: &Hypothesis,
    surroundings: Surroundings,
    mut reach: impl FnMut(OpenSpans, Cost, Decision),
) {
    let open = before.open;
    let depth = open.depth;
    let EventKind::Mark(number) = event.kind else {
        match event.kind {
            EventKind::LostClosing if depth == 1 => {
                reach(open, event.ignored, Decision::Ignored);
                reach(open.closed(1), event.closes, Decision::Closes(1));
            }
            EventKind::LostOpening if depth == 0 => {
                let goes_on = is_first && surroundings.follows_open && event.opens == LOST_AT_START;
                let cost = if goes_on { LOST_AT_START_OF_CONTINUATION } else { event.opens };
                reach(open, 0, Decision::Ignored);
                reach(open.opened(0), cost, Decision::Opens(1));
            }
            _ => reach(open, 0, Decision::Ignored),
        }
        return;
    };
    let mut reach = |open: OpenSpans, cost: Cost, decision: Decision| {
        reach(open, cost + if open.depth > 0 { event.inside } else { 0 }, decision);
    };
    let glyph = &GLYPHS[number];
    let outside = if depth == 0 { event.outside } else { 0 };
    let stray_inside = if depth > 0 && event.ignored >= STRAY { STRAY_INSIDE } else { 0 };
    reach(open, outside + event.ignored + stray_inside, Decision::Ignored);
    let opens = event.opens + glyph.opens;
    if usize::from(depth) < MAX_DEPTH {
        let nested = match depth {
            0 => 0,
            _ if open.family(depth - 1) == glyph.family => OPENS_IN_SAME_FAMILY,
            1 => 0,
            _ => OPENS_THIRD_LEVEL,
        };
        reach(open.opened(number as u8 + 1), outside + opens + nested, Decision::Opens(depth + 1));
    }
    if depth >= 1 {
        let cost = event.closes + closing_cost(glyph, &open, depth - 1);
        reach(open.closed(1), cost, Decision::Closes(depth));
    }
    if depth >= 2 {
        let inner_is_single = open.family(depth - 1).is_single();
        let inner = if inner_is_single { INNER_NEVER_CLOSED } else { DOUBLE_INNER_NEVER_CLOSED };
        let cost = event.closes + closing_cost(glyph, &open, depth - 2) + inner;
        reach(open.closed(2), cost, Decision::ClosesTwo(depth));
        if glyph.is_triple() {
            let families = [open.family(depth - 1), open.family(depth - 2)];
            let is_pair = families.contains(&Family::Single) && families.contains(&Family::Double);
            let cost = if is_pair { 0 } else { OTHER_FAMILY };
            reach(open.closed(2), event.closes + cost, Decision::ClosesBoth(depth));
        } else if let Some(half) = glyph.half {
            let half = &GLYPHS[half];
            let cost = closing_cost(half, &open, depth - 1) + closing_cost(half, &open, depth - 2);
            reach(open.closed(2), event.closes + cost, Decision::ClosesBoth(depth));
        }
    }
    if depth >= 1 && event.begins_paragraph < IMPOSSIBLE && open.family(0) == glyph.family {
        let inner = Cost::from(depth - 1) * INNER_LEFT_OPEN;
        let new = OpenSpans::default().opened(number as u8 + 1);
        reach(new, opens + event.begins_paragraph + inner, Decision::BeginsParagraph);
    }
}

/// What it costs a glyph to close an open span.
fn closing_cost(glyph: &Glyph, open: &OpenSpans, level: u8) -> Cost {
    let Some(opener) = open.glyph(level) else {
        return glyph.closes + if glyph.family.is_single() { OTHER_FAMILY } else { 0 };
    };
    if opener.family != glyph.family {
        return OTHER_FAMILY + glyph.closes;
    }
    if !glyph.closes_freely.is_empty() && opener.text == glyph.closes_freely { 0 } else { glyph.closes }
}

/// What it costs to leave spans open at the end of a paragraph.
fn end_cost(open: &OpenSpans, surroundings: Surroundings) -> Cost {
    if open.depth == 0 {
        return 0;
    }
    let outer = open.family(0);
    let left_open = if surroundings.next_begins == Some(outer) {
        LEFT_OPEN_AND_CONTINUED
    } else if outer == Family::Single {
        SINGLE_LEFT_OPEN
    } else {
        LEFT_OPEN
    };
    left_open + Cost::from(open.depth - 1) * INNER_LEFT_OPEN
}
