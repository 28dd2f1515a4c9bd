//! Fifth stage: quotes, each with its content, its cue and its source.

pub mod contents;
mod cues;
pub mod frames;
pub mod marks;
mod sources;
pub mod tagger;

use std::ops::Range;

use crate::Span;
use crate::document::Document;
use crate::entities::Mention;
use crate::paragraphs::Role;
use crate::vocabulary::Vocabulary;
use contents::Reported;
use frames::Frame;
use marks::Marked;
use tagger::Tagged;
use tagger::features::{Names, Sheet};

/// How much of a quote stands between marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// All of it.
    Direct,
    /// A part of it.
    Mixed,
    /// Nothing.
    Indirect,
}

/// What leads from a quote without a source of its own to its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Its own source, or none at all.
    Own,
    /// The speech of the quote before goes on.
    Continued,
}

/// Somebody's words or thoughts as the article gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How much of it stands between marks.
    pub kind: Kind,
    /// What was said, marks included, in the order of the text.
    pub content: Vec<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// The phrase that names the speaker.
    pub source: Option<Span>,
    /// The quote that this one lies in, by its place in the list.
    pub within: Option<usize>,
    /// What leads to the speaker where there is no source.
    pub link: Link,
    /// From 0 to 1, higher is surer; not yet calibrated.
    pub confidence: f32,
}

impl Quote {
    /// From the start of the first piece to the end of the last.
    pub fn extent(&self) -> Span {
        self.content.iter().copied().reduce(Span::to).unwrap_or_default()
    }
}

/// Whether `word` is a form of a verb that introduces speech.
pub fn is_reporting_verb(word: &str) -> bool {
    cues::verb(word).is_some_and(|verb| {
        verb.class == cues::Class::Speech && matches!(verb.form, cues::Form::Past | cues::Form::Present)
    })
}

/// Whether a paragraph of this role can hold speech.
pub fn reads(role: Role) -> bool {
    !matches!(role, Role::Byline | Role::Dateline | Role::Credit | Role::Furniture)
}

/// Finds the quotes of a document, in the order in which they begin.
pub fn find(document: &Document, vocabulary: &Vocabulary, mentions: &[Mention]) -> Vec<Quote> {
    let names = Names::of(document.tokens.len(), mentions);
    let marked = marks::find(document);
    let mut found = Vec::new();
    // What a marked sentence without a cue may go on with.
    let mut open: Option<Open> = None;
    let mut announced: Option<Announced> = None;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        if !reads(paragraph.role) {
            continue;
        }
        let continues = marked.iter().any(|marked| marked.paragraph == number && marked.continues);
        if !continues {
            open = open.filter(|open| open.paragraph + 1 == number).map(|open| Open { joins: false, ..open });
        }
        let mut reader = Reader {
            document,
            marked: &marked,
            learned: Some((vocabulary, &names)),
            found: &mut found,
            open: open.take(),
            announced: announced.take().filter(|announced| announced.paragraph + 1 == number),
            paragraph: number,
            frame: 0,
        };
        reader.read(paragraph.tokens.clone(), 0, continues);
        (open, announced) = (reader.open, reader.announced);
    }
    nest(document, &marked, &mut found);
    found.retain(|quote| !quote.content.is_empty());
    found.sort_by_key(|quote| (quote.extent().start, std::cmp::Reverse(quote.extent().end)));
    enclose(&mut found);
    found
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
}

/// A cue and its source whose words come in the next paragraph: `She said:`
#[derive(Clone, Copy, Debug)]
struct Announced {
    paragraph: usize,
    cue: Span,
    source: Option<Span>,
}

struct Reader<'a> {
    document: &'a Document<'a>,
    marked: &'a [Marked],
    /// What the learned fields need; the rules alone read what stands inside marks.
    learned: Option<(&'a Vocabulary, &'a Names)>,
    found: &'a mut Vec<Quote>,
    open: Option<Open>,
    announced: Option<Announced>,
    paragraph: usize,
    /// The number of the frame that is being read.
    frame: usize,
}

impl Reader<'_> {
    fn read(&mut self, tokens: Range<usize>, depth: usize, continues: bool) {
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
            for one in reported {
                self.push(frame, one, &mut pending);
            }
        }
    }

    /// What a frame reports: what the fields find, with what the rules find as a hint.
    fn reported(&mut self, frame: &Frame) -> Vec<Reported> {
        if let Some(signed) = contents::signed(frame) {
            return vec![signed];
        }
        let rules = contents::find(frame);
        let Some((vocabulary, names)) = self.learned else { return rules };
        let sheet = Sheet::new(frame, &rules, vocabulary, names);
        let tagged = tagger::tag(&sheet, &tagger::FIELDS);
        if let Some(last) = tagged.last().filter(|last| last.content.is_empty() && frame.word(frame.len() - 1) == ":") {
            let span = |units: &Range<usize>| self.document.span(frame.tokens(units.clone()));
            self.announced = Some(Announced {
                paragraph: self.paragraph,
                cue: span(&last.cue),
                source: last.source.as_ref().map(span),
            });
        }
        tagged.into_iter().filter_map(|tagged| trimmed(frame, tagged)).collect()
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
        let goes_on = before.is_some_and(|open| self.found[open.quote].kind == Kind::Direct);
        // The sentence before says whose words these are, too.
        let own = before
            .filter(|open| open.paragraph == self.paragraph && open.frame + 1 == self.frame)
            .map(|open| &self.found[open.quote])
            .filter(|quote| quote.kind != Kind::Indirect)
            .map_or((None, None), |quote| (quote.cue, quote.source));
        let link = if goes_on { Link::Continued } else { Link::Own };
        self.found.push(Quote {
            kind: Kind::Direct,
            content: spans,
            cue: announced.map_or(own.0, |announced| Some(announced.cue)),
            source: announced.map_or(own.1, |announced| announced.source),
            within: None,
            link,
            confidence: 0.6,
        });
        self.open =
            Some(Open { quote: self.found.len() - 1, paragraph: self.paragraph, frame: self.frame, joins: true });
    }

    /// Whole sentences in marks that no cue introduces.
    fn loose_marks(&mut self, frame: &Frame) {
        for at in 0..frame.len() {
            let full = frame.block_words(at) >= 6 && frame.block_ending(at).ends_with(['.', ',', '?', '!', '…']);
            if full {
                let span = self.document.span(frame.tokens(at..at + 1));
                self.found.push(Quote {
                    kind: Kind::Direct,
                    content: vec![span],
                    cue: None,
                    source: None,
                    within: None,
                    link: Link::Own,
                    confidence: 0.4,
                });
            }
        }
    }

    fn push(&mut self, frame: &Frame, reported: Reported, pending: &mut Vec<Span>) {
        let span = |units: Range<usize>| self.document.span(frame.tokens(units));
        let mut content: Vec<Span> = std::mem::take(pending);
        if !content.is_empty() && frame.block(reported.content[0].start).is_none() {
            content.clear();
        }
        content.extend(reported.content.iter().cloned().map(span));
        let kind = kind(frame, &reported.content);
        let cue = Some(span(reported.cue.clone()));
        let source = reported.source.clone().map(span);
        let confidence = match kind {
            Kind::Direct => 0.9,
            Kind::Mixed => 0.75,
            Kind::Indirect => 0.6,
        };
        self.found.push(Quote { kind, content, cue, source, within: None, link: Link::Own, confidence });
        // `“A,” she said, adding that b. “C.”`: what follows belongs to the words in marks.
        let joins = reported.carries_on && kind == Kind::Direct;
        let held = self.open.as_ref().is_some_and(|open| open.joins && open.frame == self.frame);
        if joins || !held {
            let quote = self.found.len() - 1;
            self.open = Some(Open { quote, paragraph: self.paragraph, frame: self.frame, joins });
        }
    }
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
    let carries_on = carries_on(frame, &content, &tagged.cue);
    Some(Reported { content, cue: tagged.cue, source: tagged.source, carries_on })
}

/// Whether marked sentences behind the frame belong to its quote: `“A,” he said in Rome. “B.”`
fn carries_on(frame: &Frame, content: &[Range<usize>], cue: &Range<usize>) -> bool {
    let Some(last) = content.last() else { return false };
    let end = last.end.max(cue.end);
    let closes = (end..frame.len()).all(|at| !frame.is_word(at) && frame.block(at).is_none());
    closes || content.iter().all(|piece| piece.start < cue.start) && frame.block(last.end - 1).is_some()
}

fn kind(frame: &Frame, content: &[Range<usize>]) -> Kind {
    let blocks = content.iter().flat_map(Clone::clone).any(|at| frame.block(at).is_some());
    let words = content.iter().flat_map(Clone::clone).any(|at| frame.is_word(at));
    match (blocks, words) {
        (true, false) => Kind::Direct,
        (true, true) => Kind::Mixed,
        (false, _) => Kind::Indirect,
    }
}

/// Reads what stands in marks within marks.
fn nest(document: &Document, marked: &[Marked], found: &mut Vec<Quote>) {
    for (number, outer) in marked.iter().enumerate() {
        let has_inner = marked[number + 1..]
            .iter()
            .take_while(|inner| inner.tokens.start < outer.tokens.end)
            .any(|inner| inner.depth == outer.depth + 1);
        if has_inner {
            let mut inside = Vec::new();
            Reader {
                document,
                marked,
                learned: None,
                found: &mut inside,
                open: None,
                announced: None,
                paragraph: outer.paragraph,
                frame: 0,
            }
            .read(outer.inner(), outer.depth + 1, false);
            found.extend(inside.into_iter().filter(|quote| quote.kind != Kind::Indirect && quote.cue.is_some()));
        }
    }
}

/// Tells each quote which one it lies in.
fn enclose(quotes: &mut [Quote]) {
    for inner in 0..quotes.len() {
        let span = quotes[inner].extent();
        quotes[inner].within = (0..inner)
            .rev()
            .take(16)
            .find(|&outer| quotes[outer].content.iter().any(|piece| piece.contains(span) && *piece != span));
    }
}
