//! Third-person pronouns and whom they mean.
//!
//! A pronoun goes to the most salient person of the last few sentences: the
//! one who spoke last or is the subject of the sentence before. Where two
//! stand equal, it goes to nobody.

use super::Form;
use super::chains::Chains;
use crate::Span;
use crate::document::Document;
use crate::entities::{Kind, Mention};
use crate::lexicon::{self, names::Gender};
use crate::quotes::Quote;

/// How many sentences a pronoun may look back.
const REACH: usize = 5;

/// Whether `word` (in lower case) is a third-person singular pronoun.
pub fn is_pronoun(word: &str) -> bool {
    gender(word).is_some()
}

fn gender(word: &str) -> Option<Gender> {
    match word {
        "he" | "him" | "his" | "himself" => Some(Gender::Masculine),
        "she" | "her" | "hers" | "herself" => Some(Gender::Feminine),
        _ => None,
    }
}

/// Somebody mentioned, and how much the sentence is about them.
struct Candidate {
    at: usize,
    sentence: usize,
    entity: usize,
    weight: f32,
}

/// Resolves pronouns one after the other, in any order.
pub struct Resolver<'a> {
    document: &'a Document<'a>,
    quotes: &'a [Quote],
    candidates: Vec<Candidate>,
    spoke: Vec<(usize, usize)>,
    /// What was resolved: place, form, entity.
    pub found: Vec<(Span, Form, usize)>,
}

impl<'a> Resolver<'a> {
    /// Weighs the people of a document.
    pub fn new(document: &'a Document<'a>, mentions: &[Mention], quotes: &'a [Quote], chains: &Chains) -> Self {
        let mut candidates: Vec<Candidate> = Vec::new();
        let spoken = spoken(quotes);
        for (number, mention) in mentions.iter().enumerate() {
            let Some(entity) = chains.of_mention[number].filter(|_| mention.kind == Kind::Person) else { continue };
            if covers(&spoken, mention.span.start) {
                continue;
            }
            let sentence = sentence_of(document, mention.tokens.start);
            let first = candidates.last().is_none_or(|last| last.sentence != sentence);
            let next = document.word(mention.tokens.end);
            let start = mention.role.map_or(mention.tokens.start, |role| document.token_at(role.start));
            let before = start.checked_sub(1).map_or("", |at| document.word(at));
            let possessive = document
                .tokens
                .get(mention.tokens.end)
                .is_some_and(|token| token.kind == crate::tokens::TokenKind::Possessive);
            let oblique = lexicon::is_preposition(&lexicon::fold(before));
            let subject = !oblique
                && !possessive
                && (lexicon::is_auxiliary(next)
                    || crate::quotes::is_reporting_verb(next)
                    || next.ends_with("ed")
                    || next == ",");
            let weight = f32::from(u8::from(first)) * 1.5 + f32::from(u8::from(subject)) * 2.0
                - f32::from(u8::from(oblique))
                - f32::from(u8::from(possessive)) * 0.5;
            candidates.push(Candidate { at: mention.span.start, sentence, entity, weight });
        }
        Self { document, quotes, candidates, spoke: Vec::new(), found: Vec::new() }
    }

    /// Notes that `speaker` is the source of a quote, named at this byte.
    pub fn spoke(&mut self, at: usize, speaker: usize) {
        self.spoke.push((at, speaker));
    }

    /// The person that the pronoun at `span` means, with a certainty, and notes it.
    pub fn at(&mut self, span: Span, chains: &Chains) -> Option<(usize, f32)> {
        let wanted = gender(&lexicon::fold(span.of(self.document.text)))?;
        let token = self.document.token_at(span.start);
        let sentence = sentence_of(self.document, token);
        let end = self.candidates.partition_point(|candidate| candidate.at < span.start);
        let mut scores: Vec<(usize, f32)> = Vec::new();
        for candidate in self.candidates[..end].iter().rev() {
            let distance = sentence - candidate.sentence;
            if distance > REACH {
                break;
            }
            let gender = chains.genders[candidate.entity];
            if gender != Gender::Unknown && gender != wanted {
                continue;
            }
            let agrees = if gender == wanted { 1.0 } else { 0.0 };
            self.add(&mut scores, candidate.entity, 6.0 - 1.5 * distance as f32 + candidate.weight + agrees);
        }
        for &(at, speaker) in self.spoke.iter().rev().take(6) {
            let gender = chains.genders[speaker];
            if at >= span.start
                || chains.entities[speaker].kind != Kind::Person
                || (gender != Gender::Unknown && gender != wanted)
            {
                continue;
            }
            let distance = sentence.saturating_sub(sentence_of(self.document, self.document.token_at(at)));
            if distance <= REACH {
                self.add(&mut scores, speaker, 9.0 - 1.2 * distance as f32);
            }
        }
        for &(at, _, entity) in self.found.iter().rev().take(6).filter(|found| found.0.start < span.start) {
            let distance = sentence.saturating_sub(sentence_of(self.document, self.document.token_at(at.start)));
            let gender = chains.genders[entity];
            if distance <= 2 && (gender == Gender::Unknown || gender == wanted) {
                self.add(&mut scores, entity, 7.0 - 1.5 * distance as f32);
            }
        }
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        let &(entity, best) = scores.first()?;
        let margin = scores.get(1).map_or(4.0, |second| best - second.1);
        if margin < 0.5 {
            return None;
        }
        self.found.push((span, Form::Pronoun, entity));
        Some((entity, (0.55 + margin * 0.08).min(0.9)))
    }

    fn add(&self, scores: &mut Vec<(usize, f32)>, entity: usize, score: f32) {
        match scores.iter_mut().find(|other| other.0 == entity) {
            Some(other) => other.1 = other.1.max(score) + 0.3,
            None => scores.push((entity, score)),
        }
    }

    /// Resolves the pronouns that are no source of a quote; those in direct speech are left alone.
    pub fn resolve_rest(&mut self, chains: &mut Chains) {
        let spoken = spoken(self.quotes);
        let known: std::collections::HashSet<Span> = self.found.iter().map(|found| found.0).collect();
        let mut sources = std::mem::take(&mut self.found);
        sources.sort_by_key(|found| found.0);
        let mut next = 0;
        for number in 0..self.document.tokens.len() {
            let span = self.document.tokens[number].span;
            while sources.get(next).is_some_and(|source| source.0.start <= span.start) {
                self.found.push(sources[next]);
                next += 1;
            }
            let word = self.document.word(number);
            if word.len() <= 7
                && is_pronoun(&lexicon::fold(word))
                && !known.contains(&span)
                && !covers(&spoken, span.start)
            {
                self.at(span, chains);
            }
        }
    }
}

/// The words in marks, as sorted ranges.
fn spoken(quotes: &[Quote]) -> Vec<Span> {
    let mut spans: Vec<Span> = quotes
        .iter()
        .filter(|quote| quote.kind == crate::quotes::Kind::Direct)
        .flat_map(|quote| quote.content.iter().copied())
        .collect();
    spans.sort();
    spans
}

fn covers(spans: &[Span], at: usize) -> bool {
    let next = spans.partition_point(|span| span.start <= at);
    spans[next.saturating_sub(2)..next].iter().any(|span| at < span.end)
}

fn sentence_of(document: &Document, token: usize) -> usize {
    document.sentences.partition_point(|sentence| sentence.start <= token).saturating_sub(1)
}
