//! Contents: what was said, put together around each cue.

use std::ops::Range;

use super::clauses::{cut, has_clause, has_finite_verb, is_participle};
use super::collapsed_sentence::CollapsedSentence;
use super::sources;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{self, ReportingVerb, VerbClass, VerbForm};

/// A quote inside one sentence, all in unit numbers of that sentence.
#[derive(Debug, Clone)]
pub struct QuoteCandidate {
    /// What was said, in pieces.
    pub content: Vec<Range<usize>>,
    /// The reporting words.
    pub cue: Range<usize>,
    /// Who said it; nothing where the sentence does not tell.
    pub source: Option<Range<usize>>,
    /// Whether the last piece reaches the sentence's end and lies in marks, so that marked sentences may follow.
    pub carries_on: bool,
}

/// A cue with its source, before the content is known.
struct Cue {
    /// From the first auxiliary to the verb.
    words: Range<usize>,
    verb: ReportingVerb,
    source: Option<Range<usize>>,
    inverted: bool,
}

impl Cue {
    fn start(&self) -> usize {
        self.source.as_ref().map_or(self.words.start, |source| source.start.min(self.words.start))
    }

    fn end(&self) -> usize {
        self.source.as_ref().map_or(self.words.end, |source| source.end.max(self.words.end))
    }
}

const SPEECH: ReportingVerb = ReportingVerb { class: VerbClass::Speech, form: VerbForm::Past, lemma: "say" };

/// Finds the quotes of a sentence that a cue introduces.
pub fn find(sentence: &CollapsedSentence) -> Vec<QuoteCandidate> {
    let mut found: Vec<QuoteCandidate> = Vec::new();
    let mut done = 0;
    let mut subject: Option<Range<usize>> = None;
    for at in 0..sentence.len() {
        if at < done {
            continue;
        }
        let Some(cue) = cue_at(sentence, at, done, subject.as_ref()) else {
            continue;
        };
        if let Some(reported) = content(sentence, &cue, done) {
            subject = cue.source.clone().or(subject);
            done = reported.content.iter().map(|piece| piece.end).max().unwrap_or(0).max(cue.end());
            found.push(reported);
        }
    }
    found
}

fn cue_at(sentence: &CollapsedSentence, at: usize, done: usize, subject: Option<&Range<usize>>) -> Option<Cue> {
    let word = sentence.lower(at);
    if word == "according" && sentence.lower(at + 1) == "to" {
        let source = sources::after(sentence, at + 2)?;
        return Some(Cue { words: at..at + 2, verb: SPEECH, source: Some(source), inverted: true });
    }
    if word == ":" {
        return colon(sentence, at, done);
    }
    if !sentence.is_word(at) || (sentence.is_capitalized(at) && at > 0) {
        return None;
    }
    let verb = reporting_verbs::reporting_verb(&word)?;
    let next = sentence.lower(at + 1);
    if next == "-" || sentence.is_possessive(at + 1) {
        return None;
    }
    let start = sources::verb_phrase_start(sentence, at);
    let auxiliary = (start..at).any(|at| lexicon::is_form_of_be(&sentence.lower(at)));
    // `was told`, `is expected`: the subject is not the one who speaks.
    if auxiliary && verb.form == VerbForm::Past {
        return None;
    }
    // `his controversial remarks`: a noun, unless a clause follows or a name stands before it.
    if verb.form == VerbForm::Present && reporting_verbs::is_often_noun(&word) && start == at {
        let by_name = at > 0
            && (sentence.is_capitalized(at - 1)
                || lexicon::is_subject_pronoun(&sentence.lower(at - 1))
                || lexicon::is_role(&sentence.lower(at - 1)));
        if !by_name && next != "that" {
            return None;
        }
    }
    let infinitive = start < at && (start..at).any(|at| sentence.lower(at) == "to");
    let before = start.checked_sub(1);
    if let Some(before) = before {
        let word = sentence.lower(before);
        let noun = lexicon::is_determiner(&word) && word != "that"
            || sentence.is_possessive(before)
            || (lexicon::is_preposition(&word) && verb.form != VerbForm::Gerund)
            || matches!(word.as_ref(), "no" | "of");
        if noun && start == at {
            return None;
        }
    }
    let found = sources::before(sentence, start, verb.form).filter(|source| source.start >= done);
    let after_clause = at == 0
        || sentence.block(start.wrapping_sub(1)).is_some()
        || matches!(sentence.word(start.wrapping_sub(1)), "," | "—" | "–" | "--");
    if start == at && after_clause && verb.class != VerbClass::Belief && verb.form != VerbForm::Base {
        let marked_before = at > 0
            && (sentence.block(at - 1).is_some()
                || (sentence.word(at - 1) == "," && at > 1 && verb.form != VerbForm::Base));
        let block_before = marked_before && (sentence.block(at - 1).is_some() || sentence.block(at - 2).is_some());
        if verb.form != VerbForm::Gerund
            && marked_before
            && let Some(source) = sources::after(sentence, at + 1)
            && (block_before || (sentence.is_capitalized(source.start) && sentence.is_end(source.end)))
            && (verb.class == VerbClass::Speech
                && (found.is_none()
                    || sentence.is_end(source.end)
                    || sentence.block(source.end).is_some()
                    || sentence.word(source.end) == ","))
        {
            return Some(Cue { words: at..at + 1, verb, source: Some(source), inverted: true });
        }
    }
    let joined = matches!(sentence.lower(start.wrapping_sub(1)).as_ref(), "and" | "but" | "then" | "or")
        || sentence.word(start.wrapping_sub(1)) == ",";
    let source = match found {
        Some(source) if verb.form == VerbForm::Gerund && !auxiliary => {
            (subject.is_none() || sentence.word(start - 1) != ",").then_some(source).or(subject.cloned())
        }
        Some(source) => Some(source),
        None if joined || verb.form == VerbForm::Gerund => subject.cloned().or_else(|| first_subject(sentence, start)),
        None => None,
    };
    if source.is_none() && (infinitive || verb.form == VerbForm::Base || verb.form == VerbForm::Gerund) && at > 0 {
        return None;
    }
    let base_ok =
        verb.form != VerbForm::Base || start < at || source.as_ref().is_some_and(|source| plural(sentence, source));
    (source.is_some() && base_ok).then(|| Cue { words: start..at + 1, verb, source, inverted: false })
}

fn plural(sentence: &CollapsedSentence, source: &Range<usize>) -> bool {
    let last = sentence.lower(source.end - 1);
    matches!(last.as_ref(), "i" | "we" | "you" | "they" | "people" | "who" | "police")
        || last.ends_with('s')
        || (source.clone()).any(|at| sentence.lower(at) == "and")
}

/// The subject of the sentence's first verb, for a participle that has none: `Smith left, saying …`.
fn first_subject(sentence: &CollapsedSentence, before: usize) -> Option<Range<usize>> {
    let mut at = 0;
    if lexicon::is_preposition(&sentence.lower(0))
        || lexicon::is_conjunction(&sentence.lower(0))
        || lexicon::is_adverb(&sentence.lower(0))
    {
        at = (0..before).find(|&at| sentence.word(at) == ",")? + 1;
    }
    sources::after(sentence, at)
        .map(|phrase| {
            let verb = (phrase.start + 1..phrase.end).find(|&at| {
                sources::is_verbal(sentence, at) || (sentence.lower(at).ends_with("ed") && !sentence.is_capitalized(at))
            });
            phrase.start..verb.unwrap_or(phrase.end)
        })
        .or_else(|| lexicon::is_subject_pronoun(&sentence.lower(at)).then_some(at..at + 1))
        .filter(|source| source.end <= before)
}

/// `Smith: “…”`, `The note reads: “…”`.
fn colon(sentence: &CollapsedSentence, at: usize, done: usize) -> Option<Cue> {
    let block_follows = sentence.block(at + 1).is_some();
    let label = at - done.min(at);
    if label == 0 || !(block_follows || (at + 1 < sentence.len() && label <= 4)) {
        return None;
    }
    let nominal = (done..at).all(|at| {
        (sentence.is_word(at)
            && (sentence.is_capitalized(at)
                || lexicon::is_role(&sentence.lower(at))
                || matches!(sentence.word(at), "of" | "the" | "de" | "for")))
            || sentence.is_possessive(at)
            || matches!(sentence.word(at), "(" | ")" | "-" | "," | ".")
    });
    let named = done == 0 && nominal && label <= 8 && sentence.is_capitalized(0);
    if named && block_follows {
        return Some(Cue { words: at..at + 1, verb: SPEECH, source: Some(done..at), inverted: false });
    }
    if !block_follows {
        return None;
    }
    let source = first_subject(sentence, at)?;
    let verb = (source.end..at).find(|&at| sentence.is_word(at) && !lexicon::is_auxiliary(&sentence.lower(at)))?;
    Some(Cue { words: verb..at + 1, verb: SPEECH, source: Some(source), inverted: false })
}

fn content(sentence: &CollapsedSentence, cue: &Cue, done: usize) -> Option<QuoteCandidate> {
    let reported = |content: Vec<Range<usize>>, carries_on| QuoteCandidate {
        content,
        cue: cue.words.clone(),
        source: cue.source.clone(),
        carries_on,
    };
    if matches!(cue.verb.class, VerbClass::Speech | VerbClass::Statement | VerbClass::Addressed)
        && let Some(before) = content_before(sentence, cue, done)
    {
        let marked = sentence.block(before.end - 1).is_some() || sentence.block(before.start).is_some();
        let (more, carries_on) = content_resumed(sentence, cue, marked);
        let pieces = std::iter::once(before).chain(more).collect();
        return Some(reported(pieces, marked && carries_on));
    }
    if cue.inverted && sentence.word(cue.end()) != ":" && sentence.lower(cue.words.start) != "according" {
        return None;
    }
    let (content, carries_on) = content_after(sentence, cue)?;
    Some(reported(vec![content], carries_on))
}

/// What stands before the cue and its source: `“…,” Smith said` or `The plan is dead, Smith said`.
fn content_before(sentence: &CollapsedSentence, cue: &Cue, done: usize) -> Option<Range<usize>> {
    let start = cue.start();
    let last = start.checked_sub(1).filter(|&last| last >= done)?;
    let end = if matches!(sentence.word(last), "," | "—" | "–" | "--") && last > done { last } else { start };
    if end <= done {
        return None;
    }
    let mut begin = done;
    while begin < end
        && (matches!(sentence.word(begin), "," | ";" | "—" | "–" | "--" | ":" | ")" | "(" | "•" | "." | "…" | "..."))
    {
        begin += 1;
    }
    if sentence.block(end - 1).is_some() {
        // A joining word before the marks is the reporter's own.
        let first_block = (begin..end).find(|&at| sentence.block(at).is_some()).unwrap_or(begin);
        if (begin..first_block)
            .all(|at| matches!(sentence.lower(at).as_ref(), "and" | "but" | "so" | "then" | "," | "—" | ":"))
            || sentence.word(first_block.wrapping_sub(1)) == ":"
        {
            begin = first_block;
        }
        let ending = sentence.block_ending(end - 1);
        let attached = end < start || ending.starts_with([',', '?', '!', '…', '.', '—', '–', '-']) || cue.inverted;
        return (attached && begin < end).then_some(begin..end);
    }
    // Words alone come before only where nothing is said behind, and a comma parts them.
    if end == start
        || cue.verb.class != VerbClass::Speech
        || cue.verb.form == VerbForm::Gerund
        || cue.verb.form == VerbForm::Base
    {
        return None;
    }
    let opener = sentence.lower(begin);
    let adverbial = lexicon::is_preposition(&opener)
        || lexicon::is_adverb(&opener)
        || matches!(opener.as_ref(), "when" | "while" | "after" | "although" | "though" | "however" | "if" | "because");
    let tail = cue.end();
    let closed = sentence.is_end(tail)
        || sentence.word(tail) == ","
        || (sentence.is_word(tail)
            && (lexicon::is_preposition(&sentence.lower(tail)) || lexicon::is_calendar_name(&sentence.lower(tail))))
            && !has_clause(sentence, tail);
    let words = (begin..end).filter(|&at| sentence.is_word(at)).count();
    let finite = has_finite_verb(sentence, begin..end);
    let verbless_ok = words >= 5;
    let adverbial_only = adverbial && !(begin..end).any(|at| sentence.word(at) == ",") && !(finite && words >= 9);
    (closed && words >= 3 && !adverbial_only && (finite || verbless_ok)).then_some(begin..end)
}

/// What goes on behind the cue after a first piece: `“A,” he said, “b.”`
fn content_resumed(sentence: &CollapsedSentence, cue: &Cue, marked: bool) -> (Option<Range<usize>>, bool) {
    let mut at = cue.end();
    if sentence.is_end(at) {
        return (None, true);
    }
    // `he said on Monday, “…”`: up to the next marked passage, but for another cue in between.
    let block = (at..sentence.len()).find(|&at| sentence.block(at).is_some());
    if let Some(block) = block {
        let between = at..block;
        let other = between.clone().any(|at| {
            sentence.is_word(at)
                && reporting_verbs::reporting_verb(&sentence.lower(at)).is_some_and(|verb| verb.form != VerbForm::Base)
        });
        let adverbial = between.len() <= 1
            || !sentence.is_word(at + 1)
            || sentence.word(at) != ","
            || lexicon::is_preposition(&sentence.lower(at + 1));
        let parted = between.is_empty() || matches!(sentence.word(block - 1), "," | ":" | "—" | "–" | "--" | ".");
        if marked && !other && parted && (adverbial || between.len() <= 8) {
            let end = piece_end(sentence, block);
            return (Some(block..end), true);
        }
        // `“A,” he said, and b is “c”.`
        if marked && sentence.word(at) == "," && !other {
            let begin = at + 1;
            let opener = sentence.lower(begin);
            if !lexicon::is_preposition(&opener)
                && !is_participle(&opener)
                && opener != "who"
                && sentence.is_word(begin)
                && (lexicon::is_conjunction(&opener) || lexicon::is_subject_pronoun(&opener))
            {
                return (Some(begin..frame_end(sentence)), false);
            }
        }
        return (None, false);
    }
    if marked {
        return (None, true);
    }
    // `The plan, he said, is dead.`
    if sentence.word(at) == "," {
        at += 1;
        let opener = sentence.lower(at);
        let aside = lexicon::is_preposition(&opener)
            || is_participle(&opener)
            || matches!(opener.as_ref(), "who" | "which" | "while" | "when" | "after" | "as" | "a" | "an");
        let another = (at..sentence.len()).any(|at| {
            sentence.is_word(at)
                && reporting_verbs::reporting_verb(&sentence.lower(at))
                    .is_some_and(|verb| verb.class == VerbClass::Speech && verb.form == VerbForm::Past)
        });
        if !aside && !another && has_finite_verb(sentence, at..sentence.len()) {
            return (Some(at..frame_end(sentence)), false);
        }
    }
    (None, false)
}

/// The end of a run of marked passages that nothing but signs parts.
fn piece_end(sentence: &CollapsedSentence, block: usize) -> usize {
    let mut end = block + 1;
    while let Some(next) = (end..sentence.len())
        .find(|&at| sentence.block(at).is_some() || sentence.is_word(at))
        .filter(|&at| sentence.block(at).is_some())
    {
        end = next + 1;
    }
    end
}

/// The end of the sentence, its last signs left out.
fn frame_end(sentence: &CollapsedSentence) -> usize {
    let mut end = sentence.len();
    while end > 0
        && sentence.block(end - 1).is_none()
        && !sentence.is_word(end - 1)
        && !sentence.is_possessive(end - 1)
        && !matches!(sentence.word(end - 1), ")" | "%" | "’" | "'")
    {
        end -= 1;
    }
    end
}

/// What stands behind the cue: `Smith said that …`, `Smith told reporters: “…”`.
fn content_after(sentence: &CollapsedSentence, cue: &Cue) -> Option<(Range<usize>, bool)> {
    let start = content_start(sentence, cue)?;
    let mut end = cut(sentence, start, frame_end(sentence));
    if start >= end {
        return None;
    }
    let blocks: Vec<usize> = (start..end).filter(|&at| sentence.block(at).is_some()).collect();
    let lead = if sentence.lower(start) == "that" { start + 1 } else { start };
    if let Some(&first) = blocks.first() {
        if first == lead && lead == start {
            let close = piece_end(sentence, first);
            let rest = sentence.lower(close);
            let full =
                sentence.block_ending(first).ends_with([',', '.', '?', '!', '…']) && sentence.block_words(first) >= 4;
            let phrase = lexicon::is_preposition(&rest)
                || lexicon::is_conjunction(&rest)
                || lexicon::is_calendar_name(&rest)
                || sentence.word(close) == ","
                || is_participle(&rest)
                || cue.verb.class == VerbClass::Naming;
            if close >= end || full || phrase {
                return Some((first..close, close >= frame_end(sentence)));
            }
        }
        let last = *blocks.last()?;
        if cue.verb.class == VerbClass::Naming {
            let far = first - start > 14;
            return (!far).then_some((start..last + 1, last + 1 >= frame_end(sentence)));
        }
        return Some((start..end, false));
    }
    if cue.verb.class == VerbClass::Naming {
        return None;
    }
    let opener = sentence.lower(start);
    let words = (start..end).filter(|&at| sentence.is_word(at)).count();
    let clause = matches!(opener.as_ref(), "that" | "whether" | "if" | "how" | "why" | "what" | "there")
        || lexicon::is_subject_pronoun(&opener)
        || ((lexicon::is_determiner(&opener)
            || sentence.is_capitalized(start)
            || matches!(opener.as_ref(), "his" | "her" | "their"))
            && has_finite_verb(sentence, start + 1..end));
    let wanted = match cue.verb.class {
        VerbClass::Speech => clause || (has_finite_verb(sentence, start + 1..end) && !lexicon::is_preposition(&opener)),
        VerbClass::Addressed => clause || opener == "to",
        VerbClass::Statement => {
            matches!(opener.as_ref(), "that" | "whether" | "how" | "why")
                || (lexicon::is_subject_pronoun(&opener) && words > 2)
        }
        VerbClass::Belief => {
            matches!(opener.as_ref(), "that" | "whether" | "how")
                || (opener == "to")
                || (lexicon::is_subject_pronoun(&opener) && opener != "it" && words > 2)
                || (clause && words > 3)
        }
        VerbClass::Naming => false,
    };
    while end > start && matches!(sentence.word(end - 1), "," | ":") {
        end -= 1;
    }
    (wanted && words >= 2).then_some((start..end, false))
}

/// Where the content begins behind the cue: past the one spoken to, the time and the place.
fn content_start(sentence: &CollapsedSentence, cue: &Cue) -> Option<usize> {
    let mut at = cue.end();
    if sentence.word(at.wrapping_sub(1)) == ":" {
        return (at < sentence.len()).then_some(at);
    }
    let word = sentence.lower(at);
    if cue.verb.class == VerbClass::Addressed
        || matches!(
            sentence.lower(cue.words.end - 1).as_ref(),
            "asked" | "ask" | "asks" | "asking" | "wrote" | "reminded"
        )
    {
        let bound = (at..sentence.len().min(at + 24)).find(|&at| {
            sentence.block(at).is_some()
                || matches!(
                    sentence.lower(at).as_ref(),
                    "that" | "," | ":" | "to" | "how" | "what" | "why" | "if" | "whether" | "about"
                )
                || sentence.is_end(at)
        });
        if matches!(
            word.as_ref(),
            "me" | "him" | "her" | "us" | "them" | "you" | "it" | "reporters" | "supporters" | "voters" | "people"
        ) {
            at += 1;
        } else if sentence.is_word(at)
            && (sentence.is_capitalized(at) || lexicon::is_determiner(&word))
            && !matches!(word.as_ref(), "that" | "i")
            && !lexicon::is_subject_pronoun(&word)
        {
            // NameTags and determined nouns run to the clause: `told the BBC the plan …`
            let phrase = sources::after(sentence, at).map_or(at + 1, |phrase| phrase.end);
            at = bound.map_or(phrase, |bound| if bound < phrase || bound <= at + 8 { bound } else { phrase });
        }
    }
    // A pointer such as `in a statement on Monday` goes by where the speech clearly starts behind it.
    for _ in 0..3 {
        let word = sentence.lower(at);
        if matches!(word.as_ref(), "," | ":") {
            at += 1;
            break;
        }
        if word == "that" || sentence.block(at).is_some() {
            break;
        }
        if lexicon::is_calendar_name(&word)
            || matches!(
                word.as_ref(),
                "today" | "yesterday" | "tonight" | "later" | "afterward" | "recently" | "publicly" | "earlier"
            )
        {
            at += 1;
            continue;
        }
        if !lexicon::is_preposition(&word) {
            break;
        }
        let goal = (at..sentence.len().min(at + 18)).find(|&at| {
            sentence.lower(at) == "that" || sentence.block(at).is_some() || matches!(sentence.word(at), ":" | ",")
        });
        match goal {
            Some(goal)
                if sentence.lower(goal) == "that"
                    && !(at..goal).any(|at| lexicon::is_auxiliary(&sentence.lower(at))) =>
            {
                at = goal
            }
            Some(goal)
                if sentence.word(goal) == ":" || (sentence.word(goal) == "," && sentence.block(goal + 1).is_some()) =>
            {
                at = goal
            }
            Some(goal) if sentence.word(goal) == "," && word != "to" && goal + 2 < sentence.len() && goal - at <= 8 => {
                at = goal
            }
            _ if word != "to" && lexicon::is_calendar_name(&sentence.lower(at + 1)) => at += 2,
            _ => break,
        }
    }
    (at < sentence.len() && !sentence.is_end(at)).then_some(at)
}
