//! Puts quotes together, paragraph by paragraph: what is open, what goes on.

use std::ops::Range;

use super::collapsed_sentence::Frame;
use super::content_spans::{self, Reported};
use super::datelines;
use super::name_tags::Names;
use super::patterns;
use super::quote::{Link, Origin, Quote, QuoteKind};
use super::quoted_spans::Marked;
use super::sources;
use super::tagger::features::{Known, Sheet};
use super::tagger::{self, Fields, Tagged};
use crate::crf::cache::Recall;
use crate::lexicon::reporting_verbs;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::vocabulary::Vocabulary;

/// What the learned fields need.
pub(super) struct Learned<'a> {
    pub vocabulary: &'a Vocabulary,
    pub names: &'a Names,
    pub fields: &'a Fields,
    pub memory: &'a mut Memory,
}

/// What was worked out before and may come again.
#[derive(Default)]
pub struct Memory {
    /// What words say by themselves, as far as they were met.
    known: Known,
    frames: Recall<Reading>,
}

impl Memory {
    /// Turns to another document.
    pub(super) fn turn(&mut self) {
        self.frames.turn();
    }
}

/// What one frame by itself tells, in its units.
#[derive(Clone, Default)]
struct Reading {
    /// Its quotes, each with its origin and how likely it is.
    reported: Vec<(Reported, Origin, f32)>,
    /// A cue and its source whose words come in the next paragraph.
    announced: Option<(Range<usize>, Option<Range<usize>>)>,
}

/// The last quote, while marked sentences may still belong to it.
#[derive(Clone, Debug)]
struct Open {
    quote: usize,
    paragraph: usize,
    /// The number of its frame within the paragraph.
    frame: usize,
    /// Whether the next marked sentence is a part of the same quote, not one of its own.
    joins: bool,
    /// Whether it is at least a sentence, not a phrase in marks.
    whole: bool,
}

/// A cue and its source whose words come in the next paragraph: `She said:`
#[derive(Clone, Copy, Debug)]
struct Announced {
    paragraph: usize,
    cue: Span,
    source: Option<Span>,
}

/// Reads paragraphs, one after the other.
pub(super) struct Reader<'a> {
    document: &'a Document<'a>,
    marked: &'a [Marked],
    /// What the learned fields need; the rules alone read what stands inside marks.
    learned: Option<Learned<'a>>,
    /// What has been found so far.
    pub found: Vec<Quote>,
    open: Option<Open>,
    announced: Option<Announced>,
    paragraph: usize,
    /// The number of the frame that is being read.
    frame: usize,
}

impl<'a> Reader<'a> {
    /// A reader that has read nothing yet; without `learned` it goes by the rules alone.
    pub fn new(document: &'a Document<'a>, marked: &'a [Marked], learned: Option<Learned<'a>>) -> Self {
        Self { document, marked, learned, found: Vec::new(), open: None, announced: None, paragraph: 0, frame: 0 }
    }

    /// Reads the next paragraph; `continues` tells that it takes up a passage left open by the one before.
    pub fn paragraph(&mut self, number: usize, continues: bool) {
        self.paragraph = number;
        self.open = self.open.take().filter(|open| continues || open.paragraph + 1 == number);
        if let Some(open) = self.open.as_mut().filter(|_| !continues) {
            open.joins = false;
        }
        self.announced = self.announced.take().filter(|announced| announced.paragraph + 1 == number);
        let tokens = &self.document.paragraphs[number].tokens;
        let first = self.marked.partition_point(|marked| marked.paragraph < number);
        let marked = self.marked.get(first).is_some_and(|marked| marked.paragraph == number);
        if let Some(announced) = self.announced.filter(|_| !marked) {
            // `She wrote:`, and a paragraph without marks: a text that is given whole.
            self.announced = None;
            self.open = None;
            self.found.push(Quote {
                cue: Some(announced.cue),
                source: announced.source,
                ..Quote::new(QuoteKind::Direct, Origin::Announced, vec![self.document.span(tokens.clone())])
            });
            return;
        }
        self.read(datelines::without(self.document, tokens.clone()), 0, continues);
    }

    /// Reads passages in marks of `depth`, outside of which stands the reporter's text.
    pub fn read(&mut self, tokens: Range<usize>, depth: usize, continues: bool) {
        let frames = Frame::split(self.document, self.marked, tokens, depth);
        let mut pending: Vec<Span> = Vec::new();
        for (number, frame) in frames.iter().enumerate() {
            self.frame = number;
            let reported = self.reported(frame);
            if reported.is_empty() && frame.is_marked_only() {
                self.marked_only(frame, continues && number == 0, frames.get(number + 1), &mut pending);
                continue;
            }
            if continues
                && number == 0
                && reported.is_empty()
                && frame.block(0).is_some()
                && let Some(open) = &self.open
            {
                self.found[open.quote].content.push(self.document.span(frame.tokens(0..1)));
                continue;
            }
            if continues
                && number == 0
                && frame.block(0).is_some()
                && let Some(open) = &self.open
                && self.found[open.quote].cue.is_none()
            {
                // The speech began in the paragraphs before, which name nobody.
                pending = std::mem::take(&mut self.found[open.quote].content);
            }
            if reported.is_empty() {
                self.open = self.open.take().map(|open| Open { joins: false, ..open });
                self.loose_marks(frame);
            }
            for (one, origin, probability) in reported {
                self.push(frame, one, &mut pending, origin, probability);
            }
            self.leave(&mut pending);
        }
        self.leave(&mut pending);
    }

    /// What was kept for a cue that did not come is a quote of its own.
    fn leave(&mut self, pending: &mut Vec<Span>) {
        if !pending.is_empty() {
            self.found.push(Quote::new(QuoteKind::Direct, Origin::Loose, std::mem::take(pending)));
        }
    }

    /// What a frame reports; keeps a cue whose words come in the next paragraph.
    fn reported(&mut self, frame: &Frame) -> Vec<(Reported, Origin, f32)> {
        let reading = match &mut self.learned {
            None => rules_alone(frame),
            Some(Learned { vocabulary, names, fields, memory: Memory { known, frames } }) => {
                let work = || Reading::of(frame, vocabulary, names, fields, known);
                frames.get(&frame.key(vocabulary, names), work).clone()
            }
        };
        if let Some((cue, source)) = reading.announced {
            let span = |units: &Range<usize>| self.document.span(frame.tokens(units.clone()));
            let paragraph = self.paragraph;
            self.announced = Some(Announced { paragraph, cue: span(&cue), source: source.as_ref().map(span) });
        }
        reading.reported
    }

    /// A sentence all in marks: a part of the quote that is open, or one of its own.
    fn marked_only(&mut self, frame: &Frame, continues: bool, next: Option<&Frame>, pending: &mut Vec<Span>) {
        let blocks: Vec<usize> = (0..frame.len()).filter(|&at| frame.block(at).is_some()).collect();
        let spans: Vec<Span> = blocks.iter().map(|&at| self.document.span(frame.tokens(at..at + 1))).collect();
        let words: usize = blocks.iter().map(|&at| frame.block_words(at)).sum();
        let announced = self.announced.take_if(|announced| announced.paragraph < self.paragraph);
        if announced.is_none()
            && let Some(open) = &mut self.open
            && (open.joins || continues)
        {
            self.found[open.quote].content.extend(spans);
            (open.paragraph, open.frame) = (self.paragraph, self.frame);
            return;
        }
        let next_takes_it =
            announced.is_none() && next.is_some_and(|next| next.block(0).is_some() && !next.is_marked_only());
        if next_takes_it {
            pending.extend(spans);
            return;
        }
        if words < 4 && announced.is_none() {
            return;
        }
        let before = self.open.as_ref().filter(|_| announced.is_none());
        let goes_on = before.is_some_and(|open| open.whole && self.found[open.quote].kind == QuoteKind::Direct);
        // The sentence before says whose words these are, too.
        let own = before
            .filter(|open| open.paragraph == self.paragraph && open.frame + 1 == self.frame)
            .map(|open| &self.found[open.quote])
            .filter(|quote| quote.kind != QuoteKind::Indirect)
            .map_or((None, None), |quote| (quote.cue, quote.source));
        let link = if goes_on { Link::Continued } else { Link::Own };
        let origin = match (announced, goes_on || own.0.is_some()) {
            (Some(_), _) => Origin::Announced,
            (None, true) => Origin::Continued,
            (None, false) => Origin::Loose,
        };
        self.found.push(Quote {
            cue: announced.map_or(own.0, |announced| Some(announced.cue)),
            source: announced.map_or(own.1, |announced| announced.source),
            link,
            ..Quote::new(QuoteKind::Direct, origin, spans)
        });
        self.open = Some(Open {
            quote: self.found.len() - 1,
            paragraph: self.paragraph,
            frame: self.frame,
            joins: true,
            whole: true,
        });
    }

    /// Whole sentences in marks that no cue introduces.
    fn loose_marks(&mut self, frame: &Frame) {
        for at in 0..frame.len() {
            let full = frame.block_words(at) >= 6 && frame.block_ending(at).ends_with(['.', ',', '?', '!', '…']);
            if full {
                let span = self.document.span(frame.tokens(at..at + 1));
                self.found.push(Quote::new(QuoteKind::Direct, Origin::Loose, vec![span]));
            }
        }
    }

    fn push(&mut self, frame: &Frame, one: Reported, pending: &mut Vec<Span>, origin: Origin, probability: f32) {
        let span = |units: Range<usize>| self.document.span(frame.tokens(units));
        let takes = frame.block(one.content[0].start).is_some();
        let mut content: Vec<Span> = if takes { std::mem::take(pending) } else { Vec::new() };
        content.extend(one.content.iter().cloned().map(span));
        let kind = kind(frame, &one.content);
        self.found.push(Quote {
            cue: Some(span(one.cue.clone())),
            source: one.source.clone().map(span),
            confidence: probability,
            ..Quote::new(kind, origin, content)
        });
        // `“A,” she said, adding that b. “C.”`: what follows belongs to the words in marks.
        let joins = one.carries_on && kind == QuoteKind::Direct;
        let held = self.open.as_ref().is_some_and(|open| open.joins && open.frame == self.frame);
        if joins || !held {
            let quote = self.found.len() - 1;
            let whole = frame.block_begins_sentence(one.content[0].start);
            self.open = Some(Open { quote, paragraph: self.paragraph, frame: self.frame, joins, whole });
        }
    }
}

/// What the form of a frame makes certain.
fn certain(frame: &Frame) -> Option<Reading> {
    let certain = patterns::signed(frame).or_else(|| patterns::inverted(frame))?;
    Some(Reading { reported: vec![(certain, Origin::Signed, 1.0)], announced: None })
}

fn rules_alone(frame: &Frame) -> Reading {
    certain(frame).unwrap_or_else(|| Reading {
        reported: content_spans::find(frame).into_iter().map(|one| (one, Origin::Nested, 1.0)).collect(),
        announced: None,
    })
}

impl Reading {
    /// What the fields find, with what the rules find as a hint.
    #[inline(never)] // Browsers optimise function by function, small ones soon.
    fn of(frame: &Frame, vocabulary: &Vocabulary, names: &Names, fields: &Fields, known: &mut Known) -> Self {
        if let Some(certain) = certain(frame) {
            return certain;
        }
        let rules = content_spans::find(frame);
        let mut tagged = once(tagger::tag(&Sheet::new(frame, &rules, vocabulary, names), fields, known));
        let announced = (frame.word(frame.len() - 1) == ":").then(|| announced(frame, &mut tagged)).flatten();
        let trimmed = |tagged: Tagged| Some((tagged.probability, trimmed(frame, tagged)?));
        let reported = tagged.into_iter().filter_map(trimmed).map(|(sure, one)| (one, Origin::Learned, sure));
        let mut reported: Vec<(Reported, Origin, f32)> = reported.collect();
        let mut taken = vec![false; frame.len()];
        for piece in reported.iter().flat_map(|(one, ..)| &one.content) {
            taken[piece.clone()].fill(true);
        }
        let left = |one: &Reported| {
            let units = || one.content.iter().flat_map(Clone::clone);
            units().any(|at| frame.block(at).is_some()) && units().all(|at| !taken[at])
        };
        reported.extend(rules.iter().filter(|one| left(one)).map(|one| (one.clone(), Origin::Ruled, 1.0)));
        Self { reported, announced }
    }
}

/// A cue whose words come in the next paragraph, and its source; the words around it are no content of its own.
fn announced(frame: &Frame, tagged: &mut Vec<Tagged>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let unmarked = (0..frame.len()).all(|at| frame.block(at).is_none());
    let ruled = patterns::announcement(frame).filter(|_| unmarked);
    let (cue, source) = if let Some((cue, source)) = ruled {
        tagged.retain(|tagged| tagged.cue.end <= cue.start || cue.end <= tagged.cue.start);
        (cue, Some(source))
    } else {
        let last = tagged.last().filter(|last| last.content.is_empty())?;
        (trimmed_cue(frame, &last.cue), last.source.clone())
    };
    let verb = cue.clone().rev().find_map(|at| reporting_verbs::verb(&frame.lower(at)))?;
    matches!(verb.class, reporting_verbs::Class::Speech | reporting_verbs::Class::Addressed).then_some((cue, source))
}

/// Of several cues with the very same content, the likeliest.
fn once(tagged: Vec<Tagged>) -> Vec<Tagged> {
    let surer = |one: &Tagged| {
        tagged
            .iter()
            .any(|other| !one.content.is_empty() && other.content == one.content && other.probability > one.probability)
    };
    let kept: Vec<bool> = tagged.iter().map(|one| !surer(one)).collect();
    tagged.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(one, _)| one).collect()
}

/// The quote without the signs at its edges; none where nothing is left.
fn trimmed(frame: &Frame, tagged: Tagged) -> Option<Reported> {
    let holds = |at: usize| frame.block(at).is_some() || frame.is_word(at) || frame.is_possessive(at);
    let closes = |at: usize| matches!(frame.word(at), ")" | "%" | "’" | "'");
    let opens = |at: usize| matches!(frame.word(at), "(" | "$" | "£" | "€" | "#" | "@" | "’" | "'");
    let content: Vec<Range<usize>> = tagged
        .content
        .into_iter()
        .filter_map(|piece| {
            let start = piece.clone().find(|&at| holds(at) || opens(at))?;
            let end = piece.rev().find(|&at| holds(at) || closes(at))?;
            (start <= end).then_some(start..end + 1)
        })
        .collect();
    if content.is_empty() {
        return None;
    }
    let cue = trimmed_cue(frame, &tagged.cue);
    let carries_on = carries_on(frame, &content, &cue);
    // `said Jane Doe, the mayor`: an apposition that the field left out.
    let source = tagged.source.map(|source| {
        let whole = sources::after(frame, source.start)
            .filter(|whole| source.start >= cue.end && frame.word(source.end) == "," && whole.end > source.end)
            .filter(|whole| content.iter().all(|piece| piece.end <= whole.start || whole.end <= piece.start));
        let source = whole.unwrap_or(source);
        let end = source.clone().rev().find(|&at| frame.word(at) != ",").map_or(source.end, |at| at + 1);
        source.start..end
    });
    Some(Reported { content, cue, source, carries_on })
}

/// The cue without signs at its end, unless it is nothing else.
fn trimmed_cue(frame: &Frame, cue: &Range<usize>) -> Range<usize> {
    let end = cue.clone().rev().find(|&at| frame.is_word(at)).map_or(cue.end, |at| at + 1);
    cue.start..end
}

/// Whether marked sentences behind the frame belong to its quote: `“A,” he said in Rome. “B.”`
fn carries_on(frame: &Frame, content: &[Range<usize>], cue: &Range<usize>) -> bool {
    let Some(last) = content.last() else {
        return false;
    };
    let end = last.end.max(cue.end);
    let closes = (end..frame.len()).all(|at| !frame.is_word(at) && frame.block(at).is_none());
    closes || content.iter().all(|piece| piece.start < cue.start) && frame.block(last.end - 1).is_some()
}

fn kind(frame: &Frame, content: &[Range<usize>]) -> QuoteKind {
    let blocks = content.iter().flat_map(Clone::clone).any(|at| frame.block(at).is_some());
    let words = content.iter().flat_map(Clone::clone).any(|at| frame.is_word(at));
    match (blocks, words) {
        (true, false) => QuoteKind::Direct,
        (true, true) => QuoteKind::Mixed,
        (false, _) => QuoteKind::Indirect,
    }
}
