//! The rows of a batch: what Arrow's columns have of a report, and their schema.

use std::sync::{Arc, LazyLock};

use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};
use serde::Serialize;
use whosaid::{Basis, EntityKind, MentionForm, Offsets, QuoteKind, Range, Report, Stance};

use crate::code_points::CodePoints;
use crate::guard;

/// What a text has in each column; all null for no text.
#[derive(Default, Serialize)]
pub struct Row {
    language: Option<String>,
    quotes: Option<Vec<QuoteRow>>,
    entities: Option<Vec<EntityRow>>,
    error: Option<String>,
}

#[derive(Serialize)]
struct QuoteRow {
    id: String,
    kind: QuoteKind,
    content: String,
    speaker: Option<String>,
    speaker_id: Option<String>,
    speaker_confidence: Option<f32>,
    confidence: f32,
    cue: Option<CueRow>,
    source: Option<SourceRow>,
    pieces: Vec<RangeRow>,
    basis: Basis,
    anonymous: bool,
    within: Option<String>,
}

#[derive(Serialize)]
struct CueRow {
    text: String,
    lemma: String,
    stance: Stance,
    negated: bool,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct SourceRow {
    text: String,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct RangeRow {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct EntityRow {
    id: String,
    kind: EntityKind,
    name: String,
    named: bool,
    roles: Vec<String>,
    confidence: f32,
    normalized: Option<String>,
    mentions: Vec<MentionRow>,
}

#[derive(Serialize)]
struct MentionRow {
    start: usize,
    end: usize,
    form: MentionForm,
}

impl Row {
    /// Analyzes a text.
    pub fn new(text: &str) -> Self {
        // Bytes, since words are looked up in proportion to their length then, not to that of the text.
        match guard::analyze_here(text, Offsets::Byte) {
            Ok(report) => guard::caught(|| Self::of(text, report)).unwrap_or_else(Self::failed),
            Err(message) => Self::failed(message),
        }
    }

    fn failed(message: String) -> Self {
        Self { error: Some(message), ..Self::default() }
    }

    fn of(text: &str, report: Report) -> Self {
        let points = CodePoints::new(text);
        let words = |start, end| report.words(text, Range { start, end });
        let quotes = report.quotes.iter().map(|quote| QuoteRow {
            id: quote.id.clone(),
            kind: quote.kind,
            content: report.quote_text(text, quote),
            speaker: report.speaker(quote).map(|speaker| speaker.name.clone()),
            speaker_id: quote.speaker.clone(),
            speaker_confidence: quote.speaker_confidence,
            confidence: quote.confidence,
            cue: quote.cue.as_ref().map(|cue| CueRow {
                text: words(cue.start, cue.end),
                lemma: cue.lemma.clone(),
                stance: cue.stance,
                negated: cue.negated,
                start: points.at(cue.start),
                end: points.at(cue.end),
            }),
            source: quote.source.map(|source| SourceRow {
                text: words(source.start, source.end),
                start: points.at(source.start),
                end: points.at(source.end),
            }),
            pieces: quote
                .content
                .iter()
                .map(|piece| RangeRow { start: points.at(piece.start), end: points.at(piece.end) })
                .collect(),
            basis: quote.basis,
            anonymous: quote.anonymous,
            within: quote.within.clone(),
        });
        let quotes = quotes.collect();
        let entities = report.entities.into_iter().map(|entity| EntityRow {
            id: entity.id,
            kind: entity.kind,
            name: entity.name,
            named: entity.named,
            roles: entity.roles,
            confidence: entity.confidence,
            normalized: entity.normalized,
            mentions: entity
                .mentions
                .iter()
                .map(|mention| MentionRow {
                    start: points.at(mention.start),
                    end: points.at(mention.end),
                    form: mention.form,
                })
                .collect(),
        });
        Self {
            language: Some(report.language.code().to_owned()),
            quotes: Some(quotes),
            entities: Some(entities.collect()),
            error: None,
        }
    }
}

/// The schema of every batch. All fields may be null for Arrow, so that engines that make them so have the same schema.
pub static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    let flag = |name: &str| Field::new(name, DataType::Boolean, true);
    let share = |name: &str| Field::new(name, DataType::Float32, true);
    let place = |name: &str| Field::new(name, DataType::Int64, true);
    let record = |fields: Vec<Field>| DataType::Struct(Fields::from(fields));
    let list = |of: DataType| DataType::List(Arc::new(Field::new("item", of, true)));
    let cue = vec![text("text"), text("lemma"), text("stance"), flag("negated"), place("start"), place("end")];
    let quote = vec![
        text("id"),
        text("kind"),
        text("content"),
        text("speaker"),
        text("speaker_id"),
        share("speaker_confidence"),
        share("confidence"),
        Field::new("cue", record(cue), true),
        Field::new("source", record(vec![text("text"), place("start"), place("end")]), true),
        Field::new("pieces", list(record(vec![place("start"), place("end")])), true),
        text("basis"),
        flag("anonymous"),
        text("within"),
    ];
    let entity = vec![
        text("id"),
        text("kind"),
        text("name"),
        flag("named"),
        Field::new("roles", list(DataType::Utf8), true),
        share("confidence"),
        text("normalized"),
        Field::new("mentions", list(record(vec![place("start"), place("end"), text("form")])), true),
    ];
    Arc::new(Schema::new(vec![
        text("language"),
        Field::new("quotes", list(record(quote)), true),
        Field::new("entities", list(record(entity)), true),
        text("error"),
    ]))
});
