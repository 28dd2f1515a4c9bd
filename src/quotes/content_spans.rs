//! Contents: what was said, put together around each cue.

use std::ops::Range;

use super::clauses::{cut, has_clause, has_finite_verb, is_participle};
use super::collapsed_sentence::Frame;
use super::sources;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{self, Class, Form, Verb};

/// A quote inside one frame, all in unit numbers of that frame.
#[derive(Debug, Clone)]
pub struct Reported {
    /// What was said, in pieces.
    pub content: Vec<Range<usize>>,
    /// The reporting words.
    pub cue: Range<usize>,
    /// Who said it; nothing where the frame does not tell.
    pub source: Option<Range<usize>>,
    /// Whether the last piece reaches the frame's end and lies in marks, so that marked sentences may follow.
    pub carries_on: bool,
}

/// A cue with its source, before the content is known.
struct Cue {
    /// From the first auxiliary to the verb.
    words: Range<usize>,
    verb: Verb,
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

const SPEECH: Verb = Verb { class: Class::Speech, form: Form::Past, lemma: "say" };

/// Finds the quotes of a frame that a cue introduces.
pub fn find(frame: &Frame) -> Vec<Reported> {
    let mut found: Vec<Reported> = Vec::new();
    let mut done = 0;
    let mut subject: Option<Range<usize>> = None;
    for at in 0..frame.len() {
        if at < done {
            continue;
        }
        let Some(cue) = cue_at(frame, at, done, subject.as_ref()) else {
            continue;
        };
        if let Some(reported) = content(frame, &cue, done) {
            subject = cue.source.clone().or(subject);
            done = reported.content.iter().map(|piece| piece.end).max().unwrap_or(0).max(cue.end());
            found.push(reported);
        }
    }
    found
}

fn cue_at(frame: &Frame, at: usize, done: usize, subject: Option<&Range<usize>>) -> Option<Cue> {
    let word = frame.lower(at);
    if word == "according" && frame.lower(at + 1) == "to" {
        let source = sources::after(frame, at + 2)?;
        return Some(Cue { words: at..at + 2, verb: SPEECH, source: Some(source), inverted: true });
    }
    if word == ":" {
        return colon(frame, at, done);
    }
    if !frame.is_word(at) || (frame.is_capitalized(at) && at > 0) {
        return None;
    }
    let verb = reporting_verbs::verb(&word)?;
    let next = frame.lower(at + 1);
    if next == "-" || frame.is_possessive(at + 1) {
        return None;
    }
    let start = sources::verb_phrase_start(frame, at);
    let auxiliary = (start..at).any(|at| lexicon::is_form_of_be(&frame.lower(at)));
    // `was told`, `is expected`: the subject is not the one who speaks.
    if auxiliary && verb.form == Form::Past {
        return None;
    }
    // `his controversial remarks`: a noun, unless a clause follows or a name stands before it.
    if verb.form == Form::Present && reporting_verbs::is_often_noun(&word) && start == at {
        let by_name = at > 0
            && (frame.is_capitalized(at - 1)
                || lexicon::is_subject_pronoun(&frame.lower(at - 1))
                || lexicon::is_role(&frame.lower(at - 1)));
        if !by_name && next != "that" {
            return None;
        }
    }
    let infinitive = start < at && (start..at).any(|at| frame.lower(at) == "to");
    let before = start.checked_sub(1);
    if let Some(before) = before {
        let word = frame.lower(before);
        let noun = lexicon::is_determiner(&word) && word != "that"
            || frame.is_possessive(before)
            || (lexicon::is_preposition(&word) && verb.form != Form::Gerund)
            || matches!(word.as_ref(), "no" | "of");
        if noun && start == at {
            return None;
        }
    }
    let found = sources::before(frame, start, verb.form).filter(|source| source.start >= done);
    let after_clause = at == 0
        || frame.block(start.wrapping_sub(1)).is_some()
        || matches!(frame.word(start.wrapping_sub(1)), "," | "—" | "–" | "--");
    if start == at && after_clause && verb.class != Class::Belief && verb.form != Form::Base {
        let marked_before = at > 0
            && (frame.block(at - 1).is_some() || (frame.word(at - 1) == "," && at > 1 && verb.form != Form::Base));
        let block_before = marked_before && (frame.block(at - 1).is_some() || frame.block(at - 2).is_some());
        if verb.form != Form::Gerund
            && marked_before
            && let Some(source) = sources::after(frame, at + 1)
            && (block_before || (frame.is_capitalized(source.start) && frame.is_end(source.end)))
            && (verb.class == Class::Speech
                && (found.is_none()
                    || frame.is_end(source.end)
                    || frame.block(source.end).is_some()
                    || frame.word(source.end) == ","))
        {
            return Some(Cue { words: at..at + 1, verb, source: Some(source), inverted: true });
        }
    }
    let joined = matches!(frame.lower(start.wrapping_sub(1)).as_ref(), "and" | "but" | "then" | "or")
        || frame.word(start.wrapping_sub(1)) == ",";
    let source = match found {
        Some(source) if verb.form == Form::Gerund && !auxiliary => {
            (subject.is_none() || frame.word(start - 1) != ",").then_some(source).or(subject.cloned())
        }
        Some(source) => Some(source),
        None if joined || verb.form == Form::Gerund => subject.cloned().or_else(|| first_subject(frame, start)),
        None => None,
    };
    if source.is_none() && (infinitive || verb.form == Form::Base || verb.form == Form::Gerund) && at > 0 {
        return None;
    }
    let base_ok = verb.form != Form::Base || start < at || source.as_ref().is_some_and(|source| plural(frame, source));
    (source.is_some() && base_ok).then(|| Cue { words: start..at + 1, verb, source, inverted: false })
}

fn plural(frame: &Frame, source: &Range<usize>) -> bool {
    let last = frame.lower(source.end - 1);
    matches!(last.as_ref(), "i" | "we" | "you" | "they" | "people" | "who" | "police")
        || last.ends_with('s')
        || (source.clone()).any(|at| frame.lower(at) == "and")
}

/// The subject of the frame's first verb, for a participle that has none: `Smith left, saying …`.
fn first_subject(frame: &Frame, before: usize) -> Option<Range<usize>> {
    let mut at = 0;
    if lexicon::is_preposition(&frame.lower(0))
        || lexicon::is_conjunction(&frame.lower(0))
        || lexicon::is_adverb(&frame.lower(0))
    {
        at = (0..before).find(|&at| frame.word(at) == ",")? + 1;
    }
    sources::after(frame, at)
        .map(|phrase| {
            let verb = (phrase.start + 1..phrase.end).find(|&at| {
                sources::is_verbal(frame, at) || (frame.lower(at).ends_with("ed") && !frame.is_capitalized(at))
            });
            phrase.start..verb.unwrap_or(phrase.end)
        })
        .or_else(|| lexicon::is_subject_pronoun(&frame.lower(at)).then_some(at..at + 1))
        .filter(|source| source.end <= before)
}

/// `Smith: “…”`, `The note reads: “…”`.
fn colon(frame: &Frame, at: usize, done: usize) -> Option<Cue> {
    let block_follows = frame.block(at + 1).is_some();
    let label = at - done.min(at);
    if label == 0 || !(block_follows || (at + 1 < frame.len() && label <= 4)) {
        return None;
    }
    let nominal = (done..at).all(|at| {
        (frame.is_word(at)
            && (frame.is_capitalized(at)
                || lexicon::is_role(&frame.lower(at))
                || matches!(frame.word(at), "of" | "the" | "de" | "for")))
            || frame.is_possessive(at)
            || matches!(frame.word(at), "(" | ")" | "-" | "," | ".")
    });
    let named = done == 0 && nominal && label <= 8 && frame.is_capitalized(0);
    if named && block_follows {
        return Some(Cue { words: at..at + 1, verb: SPEECH, source: Some(done..at), inverted: false });
    }
    if !block_follows {
        return None;
    }
    let source = first_subject(frame, at)?;
    let verb = (source.end..at).find(|&at| frame.is_word(at) && !lexicon::is_auxiliary(&frame.lower(at)))?;
    Some(Cue { words: verb..at + 1, verb: SPEECH, source: Some(source), inverted: false })
}

fn content(frame: &Frame, cue: &Cue, done: usize) -> Option<Reported> {
    let reported = |content: Vec<Range<usize>>, carries_on| Reported {
        content,
        cue: cue.words.clone(),
        source: cue.source.clone(),
        carries_on,
    };
    if matches!(cue.verb.class, Class::Speech | Class::Statement | Class::Addressed)
        && let Some(before) = content_before(frame, cue, done)
    {
        let marked = frame.block(before.end - 1).is_some() || frame.block(before.start).is_some();
        let (more, carries_on) = content_resumed(frame, cue, marked);
        let pieces = std::iter::once(before).chain(more).collect();
        return Some(reported(pieces, marked && carries_on));
    }
    if cue.inverted && frame.word(cue.end()) != ":" && frame.lower(cue.words.start) != "according" {
        return None;
    }
    let (content, carries_on) = content_after(frame, cue)?;
    Some(reported(vec![content], carries_on))
}

/// What stands before the cue and its source: `“…,” Smith said` or `The plan is dead, Smith said`.
fn content_before(frame: &Frame, cue: &Cue, done: usize) -> Option<Range<usize>> {
    let start = cue.start();
    let last = start.checked_sub(1).filter(|&last| last >= done)?;
    let end = if matches!(frame.word(last), "," | "—" | "–" | "--") && last > done { last } else { start };
    if end <= done {
        return None;
    }
    let mut begin = done;
    while begin < end
        && (matches!(frame.word(begin), "," | ";" | "—" | "–" | "--" | ":" | ")" | "(" | "•" | "." | "…" | "..."))
    {
        begin += 1;
    }
    if frame.block(end - 1).is_some() {
        // A joining word before the marks is the reporter's own.
        let first_block = (begin..end).find(|&at| frame.block(at).is_some()).unwrap_or(begin);
        if (begin..first_block)
            .all(|at| matches!(frame.lower(at).as_ref(), "and" | "but" | "so" | "then" | "," | "—" | ":"))
            || frame.word(first_block.wrapping_sub(1)) == ":"
        {
            begin = first_block;
        }
        let ending = frame.block_ending(end - 1);
        let attached = end < start || ending.starts_with([',', '?', '!', '…', '.', '—', '–', '-']) || cue.inverted;
        return (attached && begin < end).then_some(begin..end);
    }
    // Words alone come before only where nothing is said behind, and a comma parts them.
    if end == start || cue.verb.class != Class::Speech || cue.verb.form == Form::Gerund || cue.verb.form == Form::Base {
        return None;
    }
    let opener = frame.lower(begin);
    let adverbial = lexicon::is_preposition(&opener)
        || lexicon::is_adverb(&opener)
        || matches!(opener.as_ref(), "when" | "while" | "after" | "although" | "though" | "however" | "if" | "because");
    let tail = cue.end();
    let closed = frame.is_end(tail)
        || frame.word(tail) == ","
        || (frame.is_word(tail)
            && (lexicon::is_preposition(&frame.lower(tail)) || lexicon::is_calendar_name(&frame.lower(tail))))
            && !has_clause(frame, tail);
    let words = (begin..end).filter(|&at| frame.is_word(at)).count();
    let finite = has_finite_verb(frame, begin..end);
    let verbless_ok = words >= 5;
    let adverbial_only = adverbial && !(begin..end).any(|at| frame.word(at) == ",") && !(finite && words >= 9);
    (closed && words >= 3 && !adverbial_only && (finite || verbless_ok)).then_some(begin..end)
}

/// What goes on behind the cue after a first piece: `“A,” he said, “b.”`
fn content_resumed(frame: &Frame, cue: &Cue, marked: bool) -> (Option<Range<usize>>, bool) {
    let mut at = cue.end();
    if frame.is_end(at) {
        return (None, true);
    }
    // `he said on Monday, “…”`: up to the next marked passage, but for another cue in between.
    let block = (at..frame.len()).find(|&at| frame.block(at).is_some());
    if let Some(block) = block {
        let between = at..block;
        let other = between.clone().any(|at| {
            frame.is_word(at) && reporting_verbs::verb(&frame.lower(at)).is_some_and(|verb| verb.form != Form::Base)
        });
        let adverbial = between.len() <= 1
            || !frame.is_word(at + 1)
            || frame.word(at) != ","
            || lexicon::is_preposition(&frame.lower(at + 1));
        let parted = between.is_empty() || matches!(frame.word(block - 1), "," | ":" | "—" | "–" | "--" | ".");
        if marked && !other && parted && (adverbial || between.len() <= 8) {
            let end = piece_end(frame, block);
            return (Some(block..end), true);
        }
        // `“A,” he said, and b is “c”.`
        if marked && frame.word(at) == "," && !other {
            let begin = at + 1;
            let opener = frame.lower(begin);
            if !lexicon::is_preposition(&opener)
                && !is_participle(&opener)
                && opener != "who"
                && frame.is_word(begin)
                && (lexicon::is_conjunction(&opener) || lexicon::is_subject_pronoun(&opener))
            {
                return (Some(begin..frame_end(frame)), false);
            }
        }
        return (None, false);
    }
    if marked {
        return (None, true);
    }
    // `The plan, he said, is dead.`
    if frame.word(at) == "," {
        at += 1;
        let opener = frame.lower(at);
        let aside = lexicon::is_preposition(&opener)
            || is_participle(&opener)
            || matches!(opener.as_ref(), "who" | "which" | "while" | "when" | "after" | "as" | "a" | "an");
        let another = (at..frame.len()).any(|at| {
            frame.is_word(at)
                && reporting_verbs::verb(&frame.lower(at))
                    .is_some_and(|verb| verb.class == Class::Speech && verb.form == Form::Past)
        });
        if !aside && !another && has_finite_verb(frame, at..frame.len()) {
            return (Some(at..frame_end(frame)), false);
        }
    }
    (None, false)
}

/// The end of a run of marked passages that nothing but signs parts.
fn piece_end(frame: &Frame, block: usize) -> usize {
    let mut end = block + 1;
    while let Some(next) = (end..frame.len())
        .find(|&at| frame.block(at).is_some() || frame.is_word(at))
        .filter(|&at| frame.block(at).is_some())
    {
        end = next + 1;
    }
    end
}

/// The end of the frame, its last signs left out.
fn frame_end(frame: &Frame) -> usize {
    let mut end = frame.len();
    while end > 0
        && frame.block(end - 1).is_none()
        && !frame.is_word(end - 1)
        && !frame.is_possessive(end - 1)
        && !matches!(frame.word(end - 1), ")" | "%" | "’" | "'")
    {
        end -= 1;
    }
    end
}

/// What stands behind the cue: `Smith said that …`, `Smith told reporters: “…”`.
fn content_after(frame: &Frame, cue: &Cue) -> Option<(Range<usize>, bool)> {
    let start = content_start(frame, cue)?;
    let mut end = cut(frame, start, frame_end(frame));
    if start >= end {
        return None;
    }
    let blocks: Vec<usize> = (start..end).filter(|&at| frame.block(at).is_some()).collect();
    let lead = if frame.lower(start) == "that" { start + 1 } else { start };
    if let Some(&first) = blocks.first() {
        if first == lead && lead == start {
            let close = piece_end(frame, first);
            let rest = frame.lower(close);
            let full = frame.block_ending(first).ends_with([',', '.', '?', '!', '…']) && frame.block_words(first) >= 4;
            let phrase = lexicon::is_preposition(&rest)
                || lexicon::is_conjunction(&rest)
                || lexicon::is_calendar_name(&rest)
                || frame.word(close) == ","
                || is_participle(&rest)
                || cue.verb.class == Class::Naming;
            if close >= end || full || phrase {
                return Some((first..close, close >= frame_end(frame)));
            }
        }
        let last = *blocks.last()?;
        if cue.verb.class == Class::Naming {
            let far = first - start > 14;
            return (!far).then_some((start..last + 1, last + 1 >= frame_end(frame)));
        }
        return Some((start..end, false));
    }
    if cue.verb.class == Class::Naming {
        return None;
    }
    let opener = frame.lower(start);
    let words = (start..end).filter(|&at| frame.is_word(at)).count();
    let clause = matches!(opener.as_ref(), "that" | "whether" | "if" | "how" | "why" | "what" | "there")
        || lexicon::is_subject_pronoun(&opener)
        || ((lexicon::is_determiner(&opener)
            || frame.is_capitalized(start)
            || matches!(opener.as_ref(), "his" | "her" | "their"))
            && has_finite_verb(frame, start + 1..end));
    let wanted = match cue.verb.class {
        Class::Speech => clause || (has_finite_verb(frame, start + 1..end) && !lexicon::is_preposition(&opener)),
        Class::Addressed => clause || opener == "to",
        Class::Statement => {
            matches!(opener.as_ref(), "that" | "whether" | "how" | "why")
                || (lexicon::is_subject_pronoun(&opener) && words > 2)
        }
        Class::Belief => {
            matches!(opener.as_ref(), "that" | "whether" | "how")
                || (opener == "to")
                || (lexicon::is_subject_pronoun(&opener) && opener != "it" && words > 2)
                || (clause && words > 3)
        }
        Class::Naming => false,
    };
    while end > start && matches!(frame.word(end - 1), "," | ":") {
        end -= 1;
    }
    (wanted && words >= 2).then_some((start..end, false))
}

/// Where the content begins behind the cue: past the one spoken to, the time and the place.
fn content_start(frame: &Frame, cue: &Cue) -> Option<usize> {
    let mut at = cue.end();
    if frame.word(at.wrapping_sub(1)) == ":" {
        return (at < frame.len()).then_some(at);
    }
    let word = frame.lower(at);
    if cue.verb.class == Class::Addressed
        || matches!(frame.lower(cue.words.end - 1).as_ref(), "asked" | "ask" | "asks" | "asking" | "wrote" | "reminded")
    {
        let bound = (at..frame.len().min(at + 24)).find(|&at| {
            frame.block(at).is_some()
                || matches!(
                    frame.lower(at).as_ref(),
                    "that" | "," | ":" | "to" | "how" | "what" | "why" | "if" | "whether" | "about"
                )
                || frame.is_end(at)
        });
        if matches!(
            word.as_ref(),
            "me" | "him" | "her" | "us" | "them" | "you" | "it" | "reporters" | "supporters" | "voters" | "people"
        ) {
            at += 1;
        } else if frame.is_word(at)
            && (frame.is_capitalized(at) || lexicon::is_determiner(&word))
            && !matches!(word.as_ref(), "that" | "i")
            && !lexicon::is_subject_pronoun(&word)
        {
            // Names and determined nouns run to the clause: `told the BBC the plan …`
            let phrase = sources::after(frame, at).map_or(at + 1, |phrase| phrase.end);
            at = bound.map_or(phrase, |bound| if bound < phrase || bound <= at + 8 { bound } else { phrase });
        }
    }
    // A pointer such as `in a statement on Monday` goes by where the speech clearly starts behind it.
    for _ in 0..3 {
        let word = frame.lower(at);
        if matches!(word.as_ref(), "," | ":") {
            at += 1;
            break;
        }
        if word == "that" || frame.block(at).is_some() {
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
        let goal = (at..frame.len().min(at + 18))
            .find(|&at| frame.lower(at) == "that" || frame.block(at).is_some() || matches!(frame.word(at), ":" | ","));
        match goal {
            Some(goal)
                if frame.lower(goal) == "that" && !(at..goal).any(|at| lexicon::is_auxiliary(&frame.lower(at))) =>
            {
                at = goal
            }
            Some(goal) if frame.word(goal) == ":" || (frame.word(goal) == "," && frame.block(goal + 1).is_some()) => {
                at = goal
            }
            Some(goal) if frame.word(goal) == "," && word != "to" && goal + 2 < frame.len() && goal - at <= 8 => {
                at = goal
            }
            _ if word != "to" && lexicon::is_calendar_name(&frame.lower(at + 1)) => at += 2,
            _ => break,
        }
    }
    (at < frame.len() && !frame.is_end(at)).then_some(at)
}
