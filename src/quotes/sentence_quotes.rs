//! The quotes of one sentence by itself: those of the tagger, patterns that are certain, and what rules find in
//! quotation marks that the tagger leaves out.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::collapsed_sentence::CollapsedSentence;
use super::name_tags::NameTags;
use super::quote::QuoteOrigin;
use super::quote_candidate::QuoteCandidate;
use super::rules::{self, adjoining, patterns, sources};
use super::tagger::model::QuoteModel;
use super::tagger::sentence_features::{SentenceFeatures, WordSumCaches, quoted_features};
use super::tagger::{TaggedQuote, tag_quotes};
use crate::lexicon;
use crate::lexicon::reporting_verbs::{VerbClass, reporting_verb};
use crate::text::punctuation::is_apostrophe_token;
use crate::vocabulary::Vocabulary;

/// A cue and its source whose content is the next paragraph: `She said:`
pub(super) type AnnouncingCue = (Range<usize>, Option<Range<usize>>);

/// The quotes of one sentence, in its units.
#[derive(Clone, Default)]
pub(super) struct SentenceQuotes {
    /// Its quotes.
    pub quotes: Vec<FoundCandidate>,
    /// A cue for the next paragraph.
    pub announcement: Option<AnnouncingCue>,
}

/// A quote of a sentence and how it was found.
#[derive(Clone)]
pub(super) struct FoundCandidate {
    pub candidate: QuoteCandidate,
    pub origin: QuoteOrigin,
    /// The tagger's probability; 1 for other origins.
    pub probability: f32,
}

impl FoundCandidate {
    fn by_rule(candidate: QuoteCandidate, origin: QuoteOrigin) -> Self {
        Self { candidate, origin, probability: 1.0 }
    }
}

impl SentenceQuotes {
    /// Finds the quotes of a sentence with the tagger, which takes what the rules find as a hint.
    #[inline(never)] // Browsers optimize function by function, small ones sooner.
    pub fn find(
        sentence: &CollapsedSentence,
        vocabulary: &Vocabulary,
        names: &NameTags,
        model: &QuoteModel,
        caches: &mut WordSumCaches,
    ) -> Self {
        if let Some(certain) = Self::by_pattern(sentence) {
            return certain;
        }
        let candidates = rules::find_candidates(sentence);
        let quoted = quoted_features(sentence);
        let features = SentenceFeatures::new(sentence, &candidates, vocabulary, names, &quoted);
        let mut tagged = without_duplicates(tag_quotes(&features, model, caches));
        let announcement = take_announcement(sentence, &mut tagged);
        let mut quotes: Vec<FoundCandidate> = tagged
            .into_iter()
            .filter_map(|tagged| {
                let probability = tagged.probability;
                Some(FoundCandidate { candidate: trim(sentence, tagged)?, origin: QuoteOrigin::Tagger, probability })
            })
            .collect();
        for certain in adjoining::passives(sentence).into_iter().chain(adjoining::as_clauses(sentence)) {
            if let Some(certain) = give_source(sentence, &mut quotes, certain) {
                quotes.push(FoundCandidate::by_rule(certain, QuoteOrigin::Rules));
            }
        }
        for quote in quotes.iter_mut().filter(|quote| quote.candidate.source.is_none()) {
            quote.candidate.source = adjoining::distant_subject(sentence, &quote.candidate.cue);
        }
        let left_out = left_out_quotes(sentence, &candidates, &quotes);
        quotes.extend(left_out);
        let behind =
            adjoining::attributed_behind(sentence).and_then(|behind| give_source(sentence, &mut quotes, behind));
        let left_out = left_out_quotes(sentence, behind.as_slice(), &quotes);
        quotes.extend(left_out);
        Self { quotes, announcement }
    }

    /// Finds the quotes of a sentence by rules alone, as is done inside quoted spans.
    pub fn find_by_rules(sentence: &CollapsedSentence) -> Self {
        Self::by_pattern(sentence).unwrap_or_else(|| {
            let candidates = rules::find_candidates(sentence).into_iter();
            let quotes = candidates.map(|candidate| FoundCandidate::by_rule(candidate, QuoteOrigin::Nested));
            Self { quotes: quotes.collect(), announcement: None }
        })
    }

    fn by_pattern(sentence: &CollapsedSentence) -> Option<Self> {
        let certain = patterns::match_pattern(sentence)?;
        Some(Self { quotes: vec![FoundCandidate::by_rule(certain, QuoteOrigin::Pattern)], announcement: None })
    }
}

/// Gives the quote that holds a candidate's words its source, if it has none or only one for `according to`; returns the
/// candidate where there is no such quote.
fn give_source(
    sentence: &CollapsedSentence,
    quotes: &mut [FoundCandidate],
    candidate: QuoteCandidate,
) -> Option<QuoteCandidate> {
    let unit = candidate.content[0].start;
    let holds = |found: &&mut FoundCandidate| found.candidate.content.iter().any(|piece| piece.contains(&unit));
    let Some(found) = quotes.iter_mut().find(holds) else { return Some(candidate) };
    // `“No,” Doe said, according to Acme`: Doe speaks.
    let reports = |cue: &Range<usize>| cue.clone().any(|unit| reporting_verb(&sentence.lowercase(unit)).is_some());
    if sentence.lowercase(found.candidate.cue.start) == "according" && reports(&candidate.cue) {
        (found.candidate.cue, found.candidate.source) = (candidate.cue, candidate.source);
    } else {
        found.candidate.source = found.candidate.source.take().or(candidate.source);
    }
    None
}

/// The candidates of the rules that hold a quoted span of which no quote has anything.
fn left_out_quotes(
    sentence: &CollapsedSentence,
    candidates: &[QuoteCandidate],
    quotes: &[FoundCandidate],
) -> Vec<FoundCandidate> {
    let mut is_content = vec![false; sentence.len()];
    for piece in quotes.iter().flat_map(|quote| &quote.candidate.content) {
        is_content[piece.clone()].fill(true);
    }
    let is_left_out = |candidate: &&QuoteCandidate| {
        let units = || candidate.content.iter().flat_map(Clone::clone);
        units().any(|unit| sentence.is_quoted(unit)) && units().all(|unit| !is_content[unit])
    };
    let left_out = candidates.iter().filter(is_left_out);
    left_out.map(|candidate| FoundCandidate::by_rule(candidate.clone(), QuoteOrigin::Rules)).collect()
}

/// Takes the cue that announces the next paragraph, and its source, out of a sentence that ends in a colon; what the
/// tagger found around that cue is dropped.
fn take_announcement(sentence: &CollapsedSentence, tagged: &mut Vec<TaggedQuote>) -> Option<AnnouncingCue> {
    if sentence.word(sentence.len() - 1) != ":" {
        return None;
    }
    let has_quoted = (0..sentence.len()).any(|unit| sentence.is_quoted(unit));
    let by_rule = patterns::match_announcement(sentence).filter(|_| !has_quoted);
    let (cue, source) = if let Some((cue, source)) = by_rule {
        tagged.retain(|tagged| tagged.cue.end <= cue.start || cue.end <= tagged.cue.start);
        (cue, Some(source))
    } else {
        let last = tagged.last().filter(|last| last.content.is_empty())?;
        (trim_cue(sentence, &last.cue), last.source.clone())
    };
    let verb = cue.clone().rev().find_map(|unit| reporting_verb(&sentence.lowercase(unit)))?;
    matches!(verb.class, VerbClass::Speech | VerbClass::Addressed).then_some((cue, source))
}

/// Keeps the most probable of several quotes with the same content.
fn without_duplicates(tagged: Vec<TaggedQuote>) -> Vec<TaggedQuote> {
    let mut best: FxHashMap<&[Range<usize>], f32> = FxHashMap::default();
    for quote in &tagged {
        let probability = best.entry(&quote.content).or_insert(quote.probability);
        *probability = probability.max(quote.probability);
    }
    let keep: Vec<bool> =
        tagged.iter().map(|quote| quote.content.is_empty() || quote.probability >= best[&*quote.content]).collect();
    tagged.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(quote, _)| quote).collect()
}

/// Removes signs from the edges of a quote; returns `None` if no content is left.
fn trim(sentence: &CollapsedSentence, tagged: TaggedQuote) -> Option<QuoteCandidate> {
    let content: Vec<Range<usize>> =
        tagged.content.into_iter().filter_map(|piece| trim_content(sentence, piece)).collect();
    if content.is_empty() {
        return None;
    }
    let cue = trim_cue(sentence, &tagged.cue);
    let may_continue = may_continue(sentence, &content, &cue);
    // In `There were murmurs`, nobody speaks.
    let is_expletive = |source: &Range<usize>| source.len() == 1 && sentence.lowercase(source.start) == "there";
    let source = tagged.source.filter(|source| !is_expletive(source)).map(|source| {
        let source = with_name_before(sentence, with_apposition(sentence, source, &content, &cue));
        let last = source.clone().rev().find(|&unit| sentence.word(unit) != ",");
        source.start..last.map_or(source.end, |unit| unit + 1)
    });
    Some(QuoteCandidate { content, cue, source, may_continue })
}

fn trim_content(sentence: &CollapsedSentence, piece: Range<usize>) -> Option<Range<usize>> {
    let is_content = |unit: usize| sentence.is_quoted(unit) || sentence.is_word(unit) || sentence.is_possessive(unit);
    let begins = |unit: usize| {
        let word = sentence.word(unit);
        is_content(unit) || is_apostrophe_token(word) || matches!(word, "(" | "$" | "£" | "€" | "#" | "@")
    };
    let ends = |unit: usize| {
        let word = sentence.word(unit);
        is_content(unit) || is_apostrophe_token(word) || matches!(word, ")" | "%")
    };
    let start = piece.clone().find(|&unit| begins(unit))?;
    let last = piece.rev().find(|&unit| ends(unit))?;
    (start <= last).then_some(start..last + 1)
}

/// Removes signs from the end of a cue, unless it is nothing else.
fn trim_cue(sentence: &CollapsedSentence, cue: &Range<usize>) -> Range<usize> {
    let last = cue.clone().rev().find(|&unit| sentence.is_word(unit));
    cue.start..last.map_or(cue.end, |unit| unit + 1)
}

/// Adds the apposition that the tagger left out of a source behind its cue: `said Jane Doe, the mayor`.
fn with_apposition(
    sentence: &CollapsedSentence,
    source: Range<usize>,
    content: &[Range<usize>],
    cue: &Range<usize>,
) -> Range<usize> {
    if source.start < cue.end || sentence.word(source.end) != "," {
        return source;
    }
    let overlaps_content =
        |whole: &Range<usize>| content.iter().any(|piece| whole.start < piece.end && piece.start < whole.end);
    sources::source_after(sentence, source.start)
        .filter(|whole| whole.end > source.end && !overlaps_content(whole))
        .unwrap_or(source)
}

/// Adds the name that opens the sentence to a source that is its apposition: `Ann Roe, Plaid Cymru spokesman said`.
fn with_name_before(sentence: &CollapsedSentence, source: Range<usize>) -> Range<usize> {
    let Some(comma) = source.start.checked_sub(1).filter(|&unit| sentence.word(unit) == ",") else { return source };
    let is_name =
        (2..6).contains(&comma) && (0..comma).all(|unit| sentence.is_word(unit) && sentence.is_capitalized(unit));
    let is_described = source.clone().any(|unit| lexicon::is_role(&sentence.lowercase(unit)));
    if is_name && is_described { 0..source.end } else { source }
}

/// Whether quoted sentences behind this one may belong to its quote: `“A,” he said in Rome. “B.”`
fn may_continue(sentence: &CollapsedSentence, content: &[Range<usize>], cue: &Range<usize>) -> bool {
    let Some(last) = content.last() else { return false };
    let end = last.end.max(cue.end);
    let ends_sentence = (end..sentence.len()).all(|unit| !sentence.is_word(unit) && !sentence.is_quoted(unit));
    let is_before_cue = content.iter().all(|piece| piece.start < cue.start);
    ends_sentence || (is_before_cue && sentence.is_quoted(last.end - 1))
}
