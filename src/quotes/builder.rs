//! Puts quotes together, paragraph by paragraph: what is open, what goes on.

use std::ops::Range;

use super::collapsed_sentence::CollapsedSentence;
use super::content_spans::{self, QuoteCandidate};
use super::datelines;
use super::name_tags::NameTags;
use super::patterns;
use super::quote::{Quote, QuoteKind, QuoteOrigin, SpeakerLink};
use super::quoted_spans::QuotedSpan;
use super::sources;
use super::tagger::features::{Known, SentenceFeatures};
use super::tagger::{self, Fields, Tagged};
use crate::crf::cache::PassageCache;
use crate::lexicon::reporting_verbs;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token_index::TokenRange;
use crate::vocabulary::Vocabulary;

/// What the learned fields need.
pub(super) struct Learned<'a> {
    pub vocabulary: &'a Vocabulary,
    pub names: &'a NameTags,
    pub fields: &'a Fields,
    pub memory: &'a mut Cache,
}

/// What was worked out before and may come again.
#[derive(Default)]
pub struct Cache {
    /// What words say by themselves, as far as they were met.
    known: Known,
    sentences: PassageCache<Reading>,
}

impl Cache {
    /// Turns to another document.
    pub(super) fn turn(&mut self) {
        self.sentences.start_document();
    }
}

/// What one sentence by itself tells, in its units.
#[derive(Clone, Default)]
struct Reading {
    /// Its quotes, each with its origin and how likely it is.
    reported: Vec<(QuoteCandidate, QuoteOrigin, f32)>,
    /// A cue and its source whose words come in the next paragraph.
    announced: Option<(Range<usize>, Option<Range<usize>>)>,
}

/// The last quote, while marked sentences may still belong to it.
#[derive(Clone, Debug)]
struct Open {
    quote: usize,
    paragraph: usize,
    /// The number of its sentence within the paragraph.
    sentence: usize,
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
pub(super) struct QuoteBuilder<'a> {
    document: &'a Document<'a>,
    marked: &'a [QuotedSpan],
    /// What the learned fields need; the rules alone read what stands inside marks.
    learned: Option<Learned<'a>>,
    /// What has been found so far.
    pub found: Vec<Quote>,
    open: Option<Open>,
    announced: Option<Announced>,
    paragraph: usize,
    /// The number of the sentence that is being read.
    sentence: usize,
}

impl<'a> QuoteBuilder<'a> {
    /// A reader that has read nothing yet; without `learned` it goes by the rules alone.
    pub fn new(document: &'a Document<'a>, marked: &'a [QuotedSpan], learned: Option<Learned<'a>>) -> Self {
        Self { document, marked, learned, found: Vec::new(), open: None, announced: None, paragraph: 0, sentence: 0 }
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
                ..Quote::new(QuoteKind::Direct, QuoteOrigin::Announced, vec![self.document.span(*tokens)])
            });
            return;
        }
        self.read(datelines::without(self.document, *tokens), 0, continues);
    }

    /// Reads passages in marks of `depth`, outside of which stands the reporter's text.
    pub fn read(&mut self, tokens: TokenRange, depth: usize, continues: bool) {
        let sentences = CollapsedSentence::split(self.document, self.marked, tokens, depth);
        let mut pending: Vec<Span> = Vec::new();
        for (number, sentence) in sentences.iter().enumerate() {
            self.sentence = number;
            let reported = self.reported(sentence);
            if reported.is_empty() && sentence.is_marked_only() {
                self.marked_only(sentence, continues && number == 0, sentences.get(number + 1), &mut pending);
                continue;
            }
            if continues
                && number == 0
                && reported.is_empty()
                && sentence.block(0).is_some()
                && let Some(open) = &self.open
            {
                self.found[open.quote].content.push(self.document.span(sentence.tokens(0..1)));
                continue;
            }
            if continues
                && number == 0
                && sentence.block(0).is_some()
                && let Some(open) = &self.open
                && self.found[open.quote].cue.is_none()
            {
                // The speech began in the paragraphs before, which name nobody.
                pending = std::mem::take(&mut self.found[open.quote].content);
            }
            if reported.is_empty() {
                self.open = self.open.take().map(|open| Open { joins: false, ..open });
                self.loose_marks(sentence);
            }
            for (one, origin, probability) in reported {
                self.push(sentence, one, &mut pending, origin, probability);
            }
            self.leave(&mut pending);
        }
        self.leave(&mut pending);
    }

    /// What was kept for a cue that did not come is a quote of its own.
    fn leave(&mut self, pending: &mut Vec<Span>) {
        if !pending.is_empty() {
            self.found.push(Quote::new(QuoteKind::Direct, QuoteOrigin::Loose, std::mem::take(pending)));
        }
    }

    /// What a sentence reports; keeps a cue whose words come in the next paragraph.
    fn reported(&mut self, sentence: &CollapsedSentence) -> Vec<(QuoteCandidate, QuoteOrigin, f32)> {
        let reading = match &mut self.learned {
            None => rules_alone(sentence),
            Some(Learned { vocabulary, names, fields, memory: Cache { known, sentences } }) => {
                let work = || Reading::of(sentence, vocabulary, names, fields, known);
                sentences.get_or_compute(&sentence.key(vocabulary, names), work).clone()
            }
        };
        if let Some((cue, source)) = reading.announced {
            let span = |units: &Range<usize>| self.document.span(sentence.tokens(units.clone()));
            let paragraph = self.paragraph;
            self.announced = Some(Announced { paragraph, cue: span(&cue), source: source.as_ref().map(span) });
        }
        reading.reported
    }

    /// A sentence all in marks: a part of the quote that is open, or one of its own.
    fn marked_only(
        &mut self,
        sentence: &CollapsedSentence,
        continues: bool,
        next: Option<&CollapsedSentence>,
        pending: &mut Vec<Span>,
    ) {
        let blocks: Vec<usize> = (0..sentence.len()).filter(|&at| sentence.block(at).is_some()).collect();
        let spans: Vec<Span> = blocks.iter().map(|&at| self.document.span(sentence.tokens(at..at + 1))).collect();
        let words: usize = blocks.iter().map(|&at| sentence.block_words(at)).sum();
        let announced = self.announced.take_if(|announced| announced.paragraph < self.paragraph);
        if announced.is_none()
            && let Some(open) = &mut self.open
            && (open.joins || continues)
        {
            self.found[open.quote].content.extend(spans);
            (open.paragraph, open.sentence) = (self.paragraph, self.sentence);
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
            .filter(|open| open.paragraph == self.paragraph && open.sentence + 1 == self.sentence)
            .map(|open| &self.found[open.quote])
            .filter(|quote| quote.kind != QuoteKind::Indirect)
            .map_or((None, None), |quote| (quote.cue, quote.source));
        let link = if goes_on { SpeakerLink::Continued } else { SpeakerLink::Own };
        let origin = match (announced, goes_on || own.0.is_some()) {
            (Some(_), _) => QuoteOrigin::Announced,
            (None, true) => QuoteOrigin::Continued,
            (None, false) => QuoteOrigin::Loose,
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
            sentence: self.sentence,
            joins: true,
            whole: true,
        });
    }

    /// Whole sentences in marks that no cue introduces.
    fn loose_marks(&mut self, sentence: &CollapsedSentence) {
        for at in 0..sentence.len() {
            let full = sentence.block_words(at) >= 6 && sentence.block_ending(at).ends_with(['.', ',', '?', '!', '…']);
            if full {
                let span = self.document.span(sentence.tokens(at..at + 1));
                self.found.push(Quote::new(QuoteKind::Direct, QuoteOrigin::Loose, vec![span]));
            }
        }
    }

    fn push(
        &mut self,
        sentence: &CollapsedSentence,
        one: QuoteCandidate,
        pending: &mut Vec<Span>,
        origin: QuoteOrigin,
        probability: f32,
    ) {
        let span = |units: Range<usize>| self.document.span(sentence.tokens(units));
        let takes = sentence.block(one.content[0].start).is_some();
        let mut content: Vec<Span> = if takes { std::mem::take(pending) } else { Vec::new() };
        content.extend(one.content.iter().cloned().map(span));
        let kind = kind(sentence, &one.content);
        self.found.push(Quote {
            cue: Some(span(one.cue.clone())),
            source: one.source.clone().map(span),
            confidence: probability,
            ..Quote::new(kind, origin, content)
        });
        // `“A,” she said, adding that b. “C.”`: what follows belongs to the words in marks.
        let joins = one.carries_on && kind == QuoteKind::Direct;
        let held = self.open.as_ref().is_some_and(|open| open.joins && open.sentence == self.sentence);
        if joins || !held {
            let quote = self.found.len() - 1;
            let whole = sentence.block_begins_sentence(one.content[0].start);
            self.open = Some(Open { quote, paragraph: self.paragraph, sentence: self.sentence, joins, whole });
        }
    }
}

/// What the form of a sentence makes certain.
fn certain(sentence: &CollapsedSentence) -> Option<Reading> {
    let certain = patterns::signed(sentence).or_else(|| patterns::inverted(sentence))?;
    Some(Reading { reported: vec![(certain, QuoteOrigin::Signed, 1.0)], announced: None })
}

fn rules_alone(sentence: &CollapsedSentence) -> Reading {
    certain(sentence).unwrap_or_else(|| Reading {
        reported: content_spans::find(sentence).into_iter().map(|one| (one, QuoteOrigin::Nested, 1.0)).collect(),
        announced: None,
    })
}

impl Reading {
    /// What the fields find, with what the rules find as a hint.
    #[inline(never)] // Browsers optimise function by function, small ones soon.
    fn of(
        sentence: &CollapsedSentence,
        vocabulary: &Vocabulary,
        names: &NameTags,
        fields: &Fields,
        known: &mut Known,
    ) -> Self {
        if let Some(certain) = certain(sentence) {
            return certain;
        }
        let rules = content_spans::find(sentence);
        let mut tagged = once(tagger::tag(&SentenceFeatures::new(sentence, &rules, vocabulary, names), fields, known));
        let announced = (sentence.word(sentence.len() - 1) == ":").then(|| announced(sentence, &mut tagged)).flatten();
        let trimmed = |tagged: Tagged| Some((tagged.probability, trimmed(sentence, tagged)?));
        let reported = tagged.into_iter().filter_map(trimmed).map(|(sure, one)| (one, QuoteOrigin::Learned, sure));
        let mut reported: Vec<(QuoteCandidate, QuoteOrigin, f32)> = reported.collect();
        let mut taken = vec![false; sentence.len()];
        for piece in reported.iter().flat_map(|(one, ..)| &one.content) {
            taken[piece.clone()].fill(true);
        }
        let left = |one: &QuoteCandidate| {
            let units = || one.content.iter().flat_map(Clone::clone);
            units().any(|at| sentence.block(at).is_some()) && units().all(|at| !taken[at])
        };
        reported.extend(rules.iter().filter(|one| left(one)).map(|one| (one.clone(), QuoteOrigin::Ruled, 1.0)));
        Self { reported, announced }
    }
}

/// A cue whose words come in the next paragraph, and its source; the words around it are no content of its own.
fn announced(sentence: &CollapsedSentence, tagged: &mut Vec<Tagged>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let unmarked = (0..sentence.len()).all(|at| sentence.block(at).is_none());
    let ruled = patterns::announcement(sentence).filter(|_| unmarked);
    let (cue, source) = if let Some((cue, source)) = ruled {
        tagged.retain(|tagged| tagged.cue.end <= cue.start || cue.end <= tagged.cue.start);
        (cue, Some(source))
    } else {
        let last = tagged.last().filter(|last| last.content.is_empty())?;
        (trimmed_cue(sentence, &last.cue), last.source.clone())
    };
    let verb = cue.clone().rev().find_map(|at| reporting_verbs::reporting_verb(&sentence.lower(at)))?;
    matches!(verb.class, reporting_verbs::VerbClass::Speech | reporting_verbs::VerbClass::Addressed)
        .then_some((cue, source))
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
fn trimmed(sentence: &CollapsedSentence, tagged: Tagged) -> Option<QuoteCandidate> {
    let holds = |at: usize| sentence.block(at).is_some() || sentence.is_word(at) || sentence.is_possessive(at);
    let closes = |at: usize| matches!(sentence.word(at), ")" | "%" | "’" | "'");
    let opens = |at: usize| matches!(sentence.word(at), "(" | "$" | "£" | "€" | "#" | "@" | "’" | "'");
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
    let cue = trimmed_cue(sentence, &tagged.cue);
    let carries_on = carries_on(sentence, &content, &cue);
    // `said Jane Doe, the mayor`: an apposition that the field left out.
    let source = tagged.source.map(|source| {
        let whole = sources::after(sentence, source.start)
            .filter(|whole| source.start >= cue.end && sentence.word(source.end) == "," && whole.end > source.end)
            .filter(|whole| content.iter().all(|piece| piece.end <= whole.start || whole.end <= piece.start));
        let source = whole.unwrap_or(source);
        let end = source.clone().rev().find(|&at| sentence.word(at) != ",").map_or(source.end, |at| at + 1);
        source.start..end
    });
    Some(QuoteCandidate { content, cue, source, carries_on })
}

/// The cue without signs at its end, unless it is nothing else.
fn trimmed_cue(sentence: &CollapsedSentence, cue: &Range<usize>) -> Range<usize> {
    let end = cue.clone().rev().find(|&at| sentence.is_word(at)).map_or(cue.end, |at| at + 1);
    cue.start..end
}

/// Whether marked sentences behind the sentence belong to its quote: `“A,” he said in Rome. “B.”`
fn carries_on(sentence: &CollapsedSentence, content: &[Range<usize>], cue: &Range<usize>) -> bool {
    let Some(last) = content.last() else {
        return false;
    };
    let end = last.end.max(cue.end);
    let closes = (end..sentence.len()).all(|at| !sentence.is_word(at) && sentence.block(at).is_none());
    closes || content.iter().all(|piece| piece.start < cue.start) && sentence.block(last.end - 1).is_some()
}

fn kind(sentence: &CollapsedSentence, content: &[Range<usize>]) -> QuoteKind {
    let blocks = content.iter().flat_map(Clone::clone).any(|at| sentence.block(at).is_some());
    let words = content.iter().flat_map(Clone::clone).any(|at| sentence.is_word(at));
    match (blocks, words) {
        (true, false) => QuoteKind::Direct,
        (true, true) => QuoteKind::Mixed,
        (false, _) => QuoteKind::Indirect,
    }
}
