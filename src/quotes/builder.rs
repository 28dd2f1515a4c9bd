//! Puts quotes together, paragraph by paragraph: which sentences continue a quote, which begin one.

use std::ops::Range;

use super::collapsed_sentence::CollapsedSentence;
use super::datelines::without_dateline;
use super::name_tags::NameTags;
use super::quote::{Quote, QuoteId, QuoteKind, QuoteOrigin, SpeakerLink};
use super::quoted_spans::QuotedSpan;
use super::sentence_quotes::{FoundCandidate, SentenceQuotes};
use super::signatures::signature;
use super::tagger::model::QuoteModel;
use super::tagger::sentence_features::WordSumCaches;
use super::turns::{self, Turn};
use crate::crf::cache::PassageCache;
use crate::growth::make_room;
use crate::text::document::Document;
use crate::text::paragraphs::ParagraphRole;
use crate::text::span::Span;
use crate::text::token_index::TokenRange;
use crate::vocabulary::Vocabulary;

/// The fewest words of an unattributed quote whose sentence is all in quotation marks.
const MIN_QUOTED_WORDS: usize = 4;
/// The fewest words of an unattributed quoted span within a sentence.
const MIN_UNATTRIBUTED_WORDS: usize = 6;

/// What the tagger needs besides a sentence.
pub(super) struct TaggerInputs<'a> {
    pub vocabulary: &'a Vocabulary,
    pub names: &'a NameTags,
    pub model: &'a QuoteModel,
    pub cache: &'a mut QuoteCache,
}

/// Results that later documents with the same words or sentences can use.
#[derive(Default)]
pub struct QuoteCache {
    word_sums: WordSumCaches,
    sentences: PassageCache<SentenceQuotes>,
}

impl QuoteCache {
    /// Starts another document.
    pub(super) fn start_document(&mut self, tokens: usize) {
        self.sentences.start_document(tokens);
    }
}

/// The last quote, while the next quoted sentences may still belong to it.
#[derive(Clone, Debug)]
struct OpenQuote {
    /// The index of the quote.
    quote: QuoteId,
    paragraph: usize,
    /// The number of its last sentence within the paragraph.
    sentence: usize,
    /// Whether the next quoted sentence is a part of this quote, rather than one of its own.
    takes_next: bool,
    /// Whether it is at least a sentence, not a phrase in quotation marks.
    is_sentence: bool,
}

/// A cue and its source whose content is the next paragraph: `She said:`
#[derive(Clone, Copy, Debug)]
struct Announcement {
    paragraph: usize,
    cue: Span,
    source: Option<Span>,
}

/// Puts the quotes of a document together, from the first paragraph to the last.
pub(super) struct QuoteBuilder<'a> {
    document: &'a Document<'a>,
    quoted_spans: &'a [QuotedSpan],
    /// `None` inside quoted spans, where rules find the quotes.
    tagger: Option<TaggerInputs<'a>>,
    /// The quotes found so far.
    pub quotes: Vec<Quote>,
    open: Option<OpenQuote>,
    announcement: Option<Announcement>,
    /// Quoted sentences that wait for the cue of the next sentence.
    pending: Vec<Span>,
    paragraph: usize,
    /// The last paragraph of the body before this one.
    previous: Option<usize>,
    sentence: usize,
}

impl<'a> QuoteBuilder<'a> {
    /// Creates a builder without quotes; without `tagger` it uses rules alone.
    pub fn new(document: &'a Document<'a>, quoted_spans: &'a [QuotedSpan], tagger: Option<TaggerInputs<'a>>) -> Self {
        Self {
            document,
            quoted_spans,
            tagger,
            quotes: Vec::new(),
            open: None,
            announcement: None,
            pending: Vec::new(),
            paragraph: 0,
            previous: None,
            sentence: 0,
        }
    }

    /// Adds a quote that is a paragraph by itself; nothing before it goes on behind it.
    pub fn add_turn(&mut self, number: usize, turn: &Turn) {
        self.previous = Some(number);
        make_room(&mut self.quotes);
        turns::push_turn(self.document, turn, &mut self.quotes);
    }

    /// Adds the quotes of the next paragraph.
    pub fn add_paragraph(&mut self, number: usize) {
        self.paragraph = number;
        if self.sign(number) {
            return;
        }
        let place = number as u32;
        let first = self.quoted_spans.partition_point(|span| span.paragraph < place);
        let mut own = self.quoted_spans[first..].iter().take_while(|span| span.paragraph == place).peekable();
        let has_quoted_span = own.peek().is_some();
        let continues = own.any(|span| span.continues);
        let tokens = self.document.paragraphs[number].tokens;
        if self.document.paragraphs[number].role != ParagraphRole::Body && !continues {
            // A caption or a subheading interrupts what is open without ending it.
            let (open, announcement) = (self.open.take(), self.announcement.take());
            self.add_tokens(without_dateline(self.document, tokens), 0, false);
            (self.open, self.announcement) = (open, announcement);
            return;
        }
        let previous = self.previous.replace(number);
        self.open = self.open.take().filter(|open| continues || Some(open.paragraph) == previous);
        if let Some(open) = self.open.as_mut().filter(|_| !continues) {
            open.takes_next = false;
        }
        self.announcement = self.announcement.take().filter(|announcement| Some(announcement.paragraph) == previous);
        if let Some(announcement) = self.announcement.take_if(|_| !has_quoted_span) {
            // `She wrote:`, and a paragraph without quotation marks is quoted as a whole.
            self.open = None;
            self.quotes.push(Quote {
                cue: Some(announcement.cue),
                source: announcement.source,
                ..Quote::new(QuoteKind::Direct, QuoteOrigin::Announced, vec![self.document.span(tokens)])
            });
            return;
        }
        self.add_tokens(without_dateline(self.document, tokens), 0, continues);
    }

    /// Gives the quote above a paragraph its source, if the paragraph is a signature.
    fn sign(&mut self, number: usize) -> bool {
        let Some(tagger) = &self.tagger else { return false };
        let Some(above) = number.checked_sub(1).filter(|&above| self.previous == Some(above)) else { return false };
        let Some(open) = self.open.as_ref().filter(|open| open.paragraph == above && open.is_sentence) else {
            return false;
        };
        let end = self.document.span(self.document.paragraphs[above].tokens).end();
        let quote = &mut self.quotes[open.quote];
        if quote.cue.is_some() || quote.extent().end() != end {
            return false;
        }
        let Some((dash, source)) = signature(self.document, tagger.names, number) else { return false };
        quote.cue = Some(self.document.span(dash));
        quote.source = Some(self.document.span(source));
        quote.origin = QuoteOrigin::Pattern;
        quote.link = SpeakerLink::Own;
        self.open = None;
        true
    }

    /// Adds the quotes of some tokens outside the quoted spans of one depth; `continues` says that the first span
    /// continues that of the previous paragraph.
    pub fn add_tokens(&mut self, tokens: TokenRange, depth: u32, continues: bool) {
        let sentences = CollapsedSentence::split(self.document, self.quoted_spans, tokens, depth);
        for (number, sentence) in sentences.iter().enumerate() {
            self.sentence = number;
            make_room(&mut self.quotes);
            let candidates = self.find_candidates(sentence);
            let continues = continues && number == 0;
            if candidates.is_empty() && sentence.is_all_quoted() {
                self.add_quoted_sentence(sentence, continues, sentences.get(number + 1));
                continue;
            }
            if continues
                && sentence.is_quoted(0)
                && let Some(open) = &self.open
            {
                let quote = &mut self.quotes[open.quote];
                if candidates.is_empty() {
                    quote.content.push(self.document.span(sentence.tokens(0..1)));
                    continue;
                }
                if quote.cue.is_none() {
                    // The quote began in earlier paragraphs, which do not name the speaker.
                    self.pending = std::mem::take(&mut quote.content);
                }
            }
            if candidates.is_empty() {
                if let Some(open) = &mut self.open {
                    open.takes_next = false;
                }
                self.add_unattributed_spans(sentence);
            }
            for candidate in candidates {
                self.add_candidate(sentence, candidate);
            }
            self.flush_pending();
        }
        self.flush_pending();
    }

    /// Makes a quote of the sentences that waited for a cue in vain.
    fn flush_pending(&mut self) {
        if !self.pending.is_empty() {
            let content = std::mem::take(&mut self.pending);
            self.quotes.push(Quote::new(QuoteKind::Direct, QuoteOrigin::Unattributed, content));
        }
    }

    /// Finds the quotes of a sentence; remembers a cue that announces the next paragraph.
    fn find_candidates(&mut self, sentence: &CollapsedSentence) -> Vec<FoundCandidate> {
        let found = match &mut self.tagger {
            None => SentenceQuotes::find_by_rules(sentence),
            Some(TaggerInputs { vocabulary, names, model, cache: QuoteCache { word_sums, sentences } }) => {
                let find = || SentenceQuotes::find(sentence, vocabulary, names, model, word_sums);
                sentences.get_or_compute(&sentence.cache_key(vocabulary, names), find).clone()
            }
        };
        if let Some((cue, source)) = found.announcement {
            let span = |units: Range<usize>| self.document.span(sentence.tokens(units));
            self.announcement =
                Some(Announcement { paragraph: self.paragraph, cue: span(cue), source: source.map(span) });
        }
        found.quotes
    }

    /// Adds a sentence that is all in quotation marks: to the open quote, to that of the next sentence, or as one of
    /// its own.
    fn add_quoted_sentence(&mut self, sentence: &CollapsedSentence, continues: bool, next: Option<&CollapsedSentence>) {
        let quoted = || (0..sentence.len()).filter(|&unit| sentence.is_quoted(unit));
        let content: Vec<Span> = quoted().map(|unit| self.document.span(sentence.tokens(unit..unit + 1))).collect();
        let announcement = self.announcement.take_if(|announcement| announcement.paragraph < self.paragraph);
        if announcement.is_none()
            && let Some(open) = &mut self.open
            && (open.takes_next || continues)
        {
            self.quotes[open.quote].content.extend(content);
            (open.paragraph, open.sentence) = (self.paragraph, self.sentence);
            return;
        }
        let next_may_take_it = next.is_some_and(|next| next.is_quoted(0) && !next.is_all_quoted());
        if announcement.is_none() && next_may_take_it {
            self.pending.extend(content);
            return;
        }
        let words: usize = quoted().map(|unit| sentence.quoted_word_count(unit)).sum();
        if announcement.is_none() && words < MIN_QUOTED_WORDS {
            return;
        }
        let quote = match announcement {
            Some(announcement) => Quote {
                cue: Some(announcement.cue),
                source: announcement.source,
                ..Quote::new(QuoteKind::Direct, QuoteOrigin::Announced, content)
            },
            None => self.continued_quote(content),
        };
        self.push_open(quote, true, true);
    }

    /// A quoted sentence that may have its speaker from the quote before it.
    fn continued_quote(&self, content: Vec<Span>) -> Quote {
        let Some(open) = &self.open else {
            return Quote::new(QuoteKind::Direct, QuoteOrigin::Unattributed, content);
        };
        let previous = &self.quotes[open.quote];
        let continues = open.is_sentence && previous.kind == QuoteKind::Direct;
        // The previous sentence says whose words these are, too.
        let is_next_sentence = open.paragraph == self.paragraph && open.sentence + 1 == self.sentence;
        let (cue, source) = if is_next_sentence && previous.kind != QuoteKind::Indirect {
            (previous.cue, previous.source)
        } else {
            (None, None)
        };
        let origin = if continues || cue.is_some() { QuoteOrigin::Continued } else { QuoteOrigin::Unattributed };
        let link = if continues { SpeakerLink::Continued } else { SpeakerLink::Own };
        Quote { cue, source, link, ..Quote::new(QuoteKind::Direct, origin, content) }
    }

    /// Adds whole quoted sentences within a sentence that no cue introduces.
    fn add_unattributed_spans(&mut self, sentence: &CollapsedSentence) {
        for unit in 0..sentence.len() {
            let is_sentence = sentence.quoted_word_count(unit) >= MIN_UNATTRIBUTED_WORDS
                && sentence.quoted_ending(unit).starts_with(['.', ',', '?', '!', '…']);
            if is_sentence {
                let span = self.document.span(sentence.tokens(unit..unit + 1));
                self.quotes.push(Quote::new(QuoteKind::Direct, QuoteOrigin::Unattributed, vec![span]));
            }
        }
    }

    fn add_candidate(&mut self, sentence: &CollapsedSentence, found: FoundCandidate) {
        let FoundCandidate { candidate, origin, probability } = found;
        let span = |units: Range<usize>| self.document.span(sentence.tokens(units));
        let first = candidate.content[0].start;
        let kind = quote_kind(sentence, &candidate.content);
        let mut content = if sentence.is_quoted(first) { std::mem::take(&mut self.pending) } else { Vec::new() };
        content.reserve_exact(candidate.content.len());
        content.extend(candidate.content.into_iter().map(span));
        let quote = Quote {
            cue: Some(span(candidate.cue)),
            source: candidate.source.map(span),
            confidence: probability,
            ..Quote::new(kind, origin, content)
        };
        // `“A,” she said, adding that b. “C.”`: what follows belongs to the quoted words.
        let takes_next = candidate.may_continue && kind == QuoteKind::Direct;
        let keeps_open = self.open.as_ref().is_some_and(|open| open.takes_next && open.sentence == self.sentence);
        if takes_next || !keeps_open {
            self.push_open(quote, takes_next, sentence.quoted_begins_sentence(first));
        } else {
            self.quotes.push(quote);
        }
    }

    fn push_open(&mut self, quote: Quote, takes_next: bool, is_sentence: bool) {
        self.open = Some(OpenQuote {
            quote: QuoteId::new(self.quotes.len()),
            paragraph: self.paragraph,
            sentence: self.sentence,
            takes_next,
            is_sentence,
        });
        self.quotes.push(quote);
    }
}

fn quote_kind(sentence: &CollapsedSentence, content: &[Range<usize>]) -> QuoteKind {
    let mut units = content.iter().flat_map(Clone::clone);
    let has_words = units.clone().any(|unit| sentence.is_word(unit));
    match (units.any(|unit| sentence.is_quoted(unit)), has_words) {
        (true, false) => QuoteKind::Direct,
        (true, true) => QuoteKind::Mixed,
        (false, _) => QuoteKind::Indirect,
    }
}
