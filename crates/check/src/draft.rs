//! The text with its report, and what several rules ask of them.

use std::collections::BTreeSet;

use whosaid::{Entity, EntityKind, Mention, MentionForm, Paragraph, ParagraphRole, Quote, QuoteKind, Range, Report};

use crate::words;
use crate::words::is_listed;

/// Verbs behind which words are reported without `that`.
const SAYING: &str = "add announce argue claim explain insist say state tell warn write";

const OPENING: [char; 4] = ['“', '"', '‘', '\''];
const CLOSING: [char; 4] = ['”', '"', '’', '\''];

/// The most words of a headline.
const LONGEST_TITLE: usize = 20;

/// A text that is checked.
pub struct Draft<'d> {
    /// The text.
    pub text: &'d str,
    /// Its report, which counts in bytes.
    pub report: &'d Report,
    /// Where people are mentioned, in the order of the text: the first byte, the number of the entity and that of the mention.
    people: Vec<(usize, usize, usize)>,
    /// Where words stand between marks that somebody says, in the order of the text and without overlaps.
    direct: Vec<Range>,
    /// Verbs and phrases that report words, in the order of the text.
    cues: Vec<Range>,
    /// The parts of quotes of all kinds, in the order of the text.
    quotes: Vec<Range>,
}

impl<'d> Draft<'d> {
    pub fn new(text: &'d str, report: &'d Report) -> Self {
        let mut people = Vec::new();
        for (number, entity) in
            report.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person)
        {
            people.extend(entity.mentions.iter().enumerate().map(|(at, mention)| (mention.start, number, at)));
        }
        people.sort_unstable();
        let cues = report.quotes.iter().filter_map(|quote| quote.cue.as_ref());
        let cues = in_order(cues.map(|cue| Range { start: cue.start, end: cue.end }).collect());
        let quotes = in_order(report.quotes.iter().flat_map(|quote| quote.content.iter().copied()).collect());
        Self { text, report, people, direct: direct(report), cues, quotes }
    }

    /// The mentions of people that lie in a range.
    pub fn people_in(&self, range: Range) -> impl Iterator<Item = (&'d Entity, &'d Mention)> + '_ {
        let first = self.people.partition_point(|(start, ..)| *start < range.start);
        let inside = self.people[first..].iter().take_while(move |(start, ..)| *start < range.end);
        let inside =
            inside.map(|&(_, number, at)| (&self.report.entities[number], &self.report.entities[number].mentions[at]));
        inside.filter(move |(_, mention)| mention.end <= range.end)
    }

    /// The text at a range; nothing outside the text.
    pub fn at(&self, range: Range) -> &'d str {
        self.text.get(range.start..range.end).unwrap_or_default()
    }

    /// A range with as many bytes around it, but no half characters.
    pub fn near(&self, range: Range, bytes: usize) -> Range {
        let start = self.text.floor_char_boundary(range.start.saturating_sub(bytes));
        Range { start, end: self.text.ceil_char_boundary((range.end + bytes).min(self.text.len())) }
    }

    /// The text before a place, in the same line.
    pub fn before(&self, at: usize) -> &'d str {
        let before = self.text.get(..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default()
    }

    /// The text behind a place, in the same line.
    pub fn after(&self, at: usize) -> &'d str {
        let after = self.text.get(at..).unwrap_or_default();
        after.split('\n').next().unwrap_or_default()
    }

    /// The number of the paragraph at a place.
    pub fn paragraph(&self, at: usize) -> Option<usize> {
        let number = self.report.paragraphs.partition_point(|paragraph| paragraph.start <= at).checked_sub(1)?;
        (at < self.report.paragraphs[number].end).then_some(number)
    }

    /// Whether a place is in the running text.
    pub fn is_body(&self, at: usize) -> bool {
        self.paragraph(at).is_some_and(|number| self.is_running_text(&self.report.paragraphs[number]))
    }

    /// Whether a paragraph is running text.
    fn is_running_text(&self, paragraph: &Paragraph) -> bool {
        paragraph.role == ParagraphRole::Body && !self.is_title(paragraph)
    }

    /// Whether a paragraph is a headline, by its role or as a short first line that is no sentence.
    pub fn is_title(&self, paragraph: &Paragraph) -> bool {
        let is_first_line = || {
            let text = self.at(paragraph.range()).trim();
            let is_quote = text.starts_with(OPENING) && text.ends_with(CLOSING);
            let is_sentence = text.trim_end_matches(CLOSING).ends_with(['.', '!', '?', ':', ',']);
            self.report.paragraphs.len() > 1
                && paragraph.start == self.report.paragraphs[0].start
                && text.split_whitespace().count() <= LONGEST_TITLE
                && (is_quote || !is_sentence)
        };
        paragraph.role == ParagraphRole::Headline || paragraph.role == ParagraphRole::Body && is_first_line()
    }

    /// Whether a quote reports words: `refused a request` does not.
    pub fn is_statement(&self, quote: &Quote) -> bool {
        let says = quote.cue.as_ref().is_some_and(|cue| is_listed(SAYING, &cue.lemma));
        quote.kind != QuoteKind::Indirect || says || self.quoted_words(quote).first().is_some_and(|word| word == "that")
    }

    /// The paragraphs of the running text.
    pub fn body(&self) -> impl Iterator<Item = &'d Paragraph> + '_ {
        self.report.paragraphs.iter().filter(|paragraph| self.is_running_text(paragraph))
    }

    /// The quotes of the running text that do not lie in others.
    pub fn quotes(&self) -> impl Iterator<Item = &'d Quote> {
        let outer = self.report.quotes.iter().filter(|quote| quote.within.is_none());
        outer.filter(|quote| quote.content.first().is_some_and(|range| self.is_body(range.start)))
    }

    /// Those of them with words between quotation marks.
    pub fn spoken(&self) -> impl Iterator<Item = &'d Quote> {
        self.quotes().filter(|quote| quote.kind != QuoteKind::Indirect)
    }

    /// Where a quote starts and has ended.
    pub fn extent(&self, quote: &Quote) -> Range {
        let start = quote.content.first().map_or(0, |range| range.start);
        Range { start, end: quote.content.last().map_or(start, |range| range.end) }
    }

    /// The people with a name to whom the running text gives a quote.
    pub fn speaking_people(&self) -> impl Iterator<Item = &'d Entity> + '_ {
        let speakers: BTreeSet<&str> = self.quotes().filter_map(|quote| quote.speaker.as_deref()).collect();
        let people = self.report.entities.iter().filter(|entity| entity.kind == EntityKind::Person && entity.named);
        people.filter(move |entity| speakers.contains(entity.id.as_str()))
    }

    /// The mentions of an entity by name, in the running text.
    pub fn names(&self, entity: &'d Entity) -> impl Iterator<Item = &'d Mention> {
        let names = entity.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
        names.filter(|mention| self.is_body(mention.start))
    }

    /// Whether `it` or `its` stands for an entity, so that it is no person.
    pub fn is_thing(&self, entity: &Entity) -> bool {
        entity.mentions.iter().any(|mention| {
            mention.form == MentionForm::Pronoun
                && matches!(self.at(mention.range()).to_lowercase().as_str(), "it" | "its" | "itself")
        })
    }

    /// Whether a place is in words that somebody says, between marks.
    pub fn is_quoted(&self, at: usize) -> bool {
        let following = self.direct.partition_point(|range| range.start <= at);
        following.checked_sub(1).is_some_and(|last| at < self.direct[last].end)
    }

    /// Whether somebody is mentioned in a sentence within reported words only.
    pub fn is_reported(&self, person: &Entity, sentence: Range) -> bool {
        let is_reported = |at: usize| {
            let following = self.quotes.partition_point(|own| own.start <= at);
            self.quotes[..following].iter().rev().take(3).any(|own| at < own.end)
        };
        let own = person.mentions.iter().filter(|own| sentence.start <= own.start && own.start < sentence.end);
        own.into_iter().all(|own| own.form == MentionForm::Pronoun || is_reported(own.start))
    }

    /// Whether a part of a quote starts in a range.
    pub fn has_quote(&self, range: Range) -> bool {
        let first = self.quotes.partition_point(|own| own.start < range.start);
        self.quotes.get(first).is_some_and(|own| own.start < range.end)
    }

    /// Whether words are part of a verb or a phrase that reports others.
    pub fn is_cue(&self, words: Range) -> bool {
        let following = self.cues.partition_point(|cue| cue.start < words.end);
        following.checked_sub(1).is_some_and(|last| words.start < self.cues[last].end)
    }

    /// The words of a quote in lower case.
    pub fn quoted_words(&self, quote: &Quote) -> Vec<String> {
        quote.content.iter().flat_map(|&range| words::plain_words(self.at(range))).collect()
    }
}

/// What direct quotes cover; a quote within another one is part of it.
fn direct(report: &Report) -> Vec<Range> {
    let quotes = report.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    let ranges = in_order(quotes.flat_map(|quote| quote.content.iter().copied()).collect());
    let mut covered: Vec<Range> = Vec::new();
    for range in ranges {
        match covered.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => covered.push(range),
        }
    }
    covered
}

/// Ranges in the order of the text; one function for all of them keeps the module small.
fn in_order(mut ranges: Vec<Range>) -> Vec<Range> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges
}
