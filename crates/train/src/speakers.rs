//! Trains the pronoun resolver: grammatical roles on treebanks, the gender of given names on a list, then the ranking of
//! candidates on GAP and on the coreference of GUM.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use whosaid::training::coreference::clusters::Clusters;
use whosaid::training::coreference::decision::Decision;
use whosaid::training::coreference::entity::EntityId;
use whosaid::training::coreference::pronouns::discourse::DiscourseState;
use whosaid::training::coreference::pronouns::grammatical_role::{self, GrammaticalRole, LABELS};
use whosaid::training::coreference::pronouns::guess::Guess;
use whosaid::training::coreference::pronouns::ranker::{self, Question, Ranker};
use whosaid::training::coreference::{self, gender, pronoun_class, pronouns};
use whosaid::training::entities::{self, mention::Mention};
use whosaid::training::layout::read_layout;
use whosaid::training::lexicon::Gender;
use whosaid::training::model_file::add_header;
use whosaid::training::quotes::{self, quote::Quote};
use whosaid::training::text::document::Document;
use whosaid::training::text::token_index::TokenIndex;
use whosaid::training::vocabulary::Vocabulary;
use whosaid::training::{Span, lexicon};

use crate::choice::{self, Choice};
use crate::field::{self, Example, Settings};
use crate::treebank::{self, Treebank};

/// The antecedent of a pronoun.
enum Answer {
    /// The entity with one of these mentions, if any.
    Among(Vec<Span>),
    /// An entity without these mentions.
    NotAmong(Vec<Span>),
}

/// A text with annotated pronouns.
struct Passage {
    text: String,
    /// The answers by the start offset of the pronoun.
    answers: HashMap<usize, Answer>,
}

/// A passage with the output of the earlier stages.
struct Read<'p> {
    document: Document<'p>,
    vocabulary: Vocabulary,
    mentions: Vec<Mention>,
    quotes: Vec<Quote>,
    answers: &'p HashMap<usize, Answer>,
}

/// The hyperparameters of the three models.
pub struct Plan {
    /// For grammatical roles.
    pub grammar: Settings,
    /// For the gender of given names.
    pub names: Settings,
    /// For the ranking of candidates.
    pub fit: Settings,
}

/// Trains on the corpora in a folder and returns the model file.
pub fn train(folder: &Path, plan: &Plan) -> Result<Vec<u8>> {
    let read_bank = |file: &str| -> Result<Vec<Treebank>> {
        Ok(treebank::read(&folder.join(file))?.into_iter().map(Treebank::into_reading).collect())
    };
    let mut banks = read_bank("gum/train.conllu")?;
    let coreference: Vec<Passage> = banks.iter().map(from_treebank).collect();
    banks.extend(read_bank("ewt/train.conllu")?);
    let mut parts = Vec::new();
    field::fit::<LABELS>(grammar_examples(&banks), &plan.grammar, |_, _| true).write(&mut parts, [1.0, 0.0]);
    choice::fit(&names(), &plan.names, &mut parts, [1.0, 0.0]);
    let mut passages = from_table(&folder.join("gap/development.tsv"))?;
    passages.extend(coreference);
    let read: Vec<Read> = passages.iter().map(read).collect();
    let ranker = |choices: &[Choice], calibration| {
        let mut body = parts.clone();
        choice::fit(choices, &plan.fit, &mut body, calibration);
        (Ranker::read(&add_header(&body)), body)
    };
    // First without resolved pronouns among the mentions; then the model of each half resolves those of the other half.
    let blank = ranker(&[], [1.0, 0.0]).0?;
    let half =
        |which: usize| read.iter().enumerate().filter(move |(number, _)| number % 2 == which).map(|(_, read)| read);
    let mut first = Vec::new();
    for which in 0..2 {
        let choices: Vec<Choice> = half(which).flat_map(|read| choices(read, &blank, false)).collect();
        first.push(ranker(&choices, [1.0, 0.0]).0?);
    }
    let second: Vec<Vec<Choice>> =
        (0..2).map(|which| half(which).flat_map(|read| choices(read, &first[1 - which], true)).collect()).collect();
    let mut seen = Vec::new();
    for (which, own) in second.iter().enumerate() {
        let trial = ranker(own, [1.0, 0.0]).0?;
        seen.extend(half(1 - which).flat_map(|read| judge(read, &trial)));
    }
    for least in [0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] {
        let answered: Vec<_> = seen.iter().filter(|(probability, _)| *probability >= least).collect();
        let right = answered.iter().filter(|(_, right)| *right).count();
        eprintln!(
            "held out, probability at least {least}: {right} of {} right, of {} pronouns",
            answered.len(),
            seen.len()
        );
    }
    seen.retain(|(probability, _)| *probability >= pronouns::SURE);
    let calibration = field::calibration(&seen);
    eprintln!("calibration: {calibration:?}");
    let all: Vec<Choice> = second.into_iter().flatten().collect();
    eprintln!("{} pronouns", all.len());
    Ok(add_header(&ranker(&all, calibration).1))
}

fn read(passage: &Passage) -> Read<'_> {
    let document = Document::new(&passage.text);
    let vocabulary = Vocabulary::from_document(&document);
    let mentions = entities::tag_entities(&document, &vocabulary);
    let quotes = quotes::find_quotes(&document, &vocabulary, &mentions).quotes;
    Read { document, vocabulary, mentions, quotes, answers: &passage.answers }
}

/// Returns the choices for the pronouns of a passage; if `resolves` is set, `ranker` resolves earlier pronouns.
fn choices(read: &Read, ranker: &Ranker, resolves: bool) -> Vec<Choice> {
    let mut choices = Vec::new();
    each(read, ranker, |state, question, clusters| {
        if let Some(answer) = read.answers.get(&read.document.tokens[question.pronoun.token].span().start()) {
            choices.push(pose(read, clusters, state, question, answer));
        }
        if resolves { pronouns::best(state, question, &ranker.fit) } else { None }
    });
    choices
}

/// Returns the probability of each answer, and whether it is right.
fn judge(read: &Read, ranker: &Ranker) -> Vec<(f32, bool)> {
    let mut seen = Vec::new();
    each(read, ranker, |state, question, clusters| {
        let (entity, probability) = ranker::likeliest(state, question, &ranker.fit)?;
        if let Some(answer) = read.answers.get(&read.document.tokens[question.pronoun.token].span().start()) {
            seen.push((probability, is_right(read, clusters, entity, answer)));
        }
        pronouns::best(state, question, &ranker.fit)
    });
    seen
}

fn each(
    read: &Read,
    ranker: &Ranker,
    mut ask: impl FnMut(&DiscourseState, &Question, &Clusters) -> Option<(Guess, Decision)>,
) {
    let (clusters, sources, speech) = coreference::prepare(&read.document, &read.mentions, &read.quotes);
    let known = (&clusters, &sources, &speech);
    pronouns::resolve(&read.document, &read.vocabulary, &read.mentions, known, ranker, |state, question| {
        ask(state, question, &clusters)
    });
}

fn pose(read: &Read, clusters: &Clusters, state: &DiscourseState, question: &Question, answer: &Answer) -> Choice {
    let Question { pronoun, candidates, ahead } = *question;
    let mut choice: Choice = candidates
        .iter()
        .map(|candidate| {
            let mut features = Vec::new();
            state.features(pronoun, candidate, candidates, ahead, |feature| features.push(feature));
            (features, is_right(read, clusters, candidate.entity, answer))
        })
        .collect();
    let mut nobody = Vec::new();
    state.features_of_nobody(pronoun, candidates, |feature| nobody.push(feature));
    let none = matches!(answer, Answer::NotAmong(_)) || choice.iter().all(|(_, right)| !right);
    choice.push((nobody, none));
    choice
}

fn is_right(read: &Read, clusters: &Clusters, entity: EntityId, answer: &Answer) -> bool {
    let named = |spans: &[Span]| {
        read.mentions
            .iter()
            .zip(&clusters.of_mention)
            .any(|(mention, of)| *of == Some(entity) && spans.iter().any(|span| span.overlaps(mention.span)))
    };
    match answer {
        Answer::Among(spans) => named(spans),
        Answer::NotAmong(spans) => !named(spans),
    }
}

/// Returns a choice between `he` and `she` for each given name in the list.
fn names() -> Vec<Choice> {
    let choice = |(name, gender): (&str, Gender)| {
        let document = Document::new(name);
        let mut features = Vec::new();
        if let Some(word) = Vocabulary::from_document(&document).word(TokenIndex::FIRST) {
            gender::features(word, |feature| features.push(feature));
        }
        vec![(features, gender == Gender::Masculine), (Vec::new(), gender == Gender::Feminine)]
    };
    lexicon::given_names::gendered_names().map(choice).collect()
}

/// Reads the passages of GAP (Webster et al., TACL 2018).
fn from_table(path: &Path) -> Result<Vec<Passage>> {
    let table = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read {}: give the corpora's folder with --corpora", path.display()))?;
    let passage = |line: &str| {
        let row: Vec<&str> = line.split('\t').collect();
        let text = row.get(1)?;
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let byte = |column: usize| row.get(column)?.parse().ok().and_then(|at: usize| bytes.get(at).copied());
        let reading = read_layout(text);
        let read = |start: usize, length: usize| reading.reading_span(Span::new(start, start + length));
        let name = |column: usize| byte(column + 1).map(|start| read(start, row[column].len()));
        let (first, second) = (name(4)?, name(7)?);
        let answer = match (row.get(6)?.eq_ignore_ascii_case("true"), row.get(9)?.eq_ignore_ascii_case("true")) {
            (true, _) => Answer::Among(vec![first]),
            (_, true) => Answer::Among(vec![second]),
            _ => Answer::NotAmong(vec![first, second]),
        };
        let pronoun = read(byte(3)?, row.get(2)?.len()).start();
        Some(Passage { text: reading.text().to_owned(), answers: HashMap::from([(pronoun, answer)]) })
    };
    Ok(table.lines().skip(1).filter_map(passage).collect())
}

/// Returns the pronouns of a document of GUM, each with the other mentions of its entity that are not pronouns.
fn from_treebank(bank: &Treebank) -> Passage {
    let mut places: HashMap<u32, Vec<Span>> = HashMap::new();
    let pronoun = |span: Span| pronoun_class::of(&lexicon::to_lowercase(span.slice(&bank.text))).is_some();
    for &(span, entity) in bank.mentions.iter().filter(|(span, _)| !pronoun(*span)) {
        // A name inside nested mentions belongs to the innermost one.
        let inner: Vec<Span> = bank
            .mentions
            .iter()
            .filter(|(other, number)| *number != entity && span.contains(*other) && *other != span)
            .map(|(other, _)| *other)
            .collect();
        let own = places.entry(entity).or_default();
        let mut start = span.start();
        for hole in inner {
            if hole.start() > start {
                own.push(Span::new(start, hole.start()));
            }
            start = start.max(hole.end());
        }
        if start < span.end() {
            own.push(Span::new(start, span.end()));
        }
    }
    let asked = bank.mentions.iter().filter(|(span, _)| pronoun(*span));
    let answers = asked
        .map(|(span, entity)| (span.start(), Answer::Among(places.get(entity).cloned().unwrap_or_default())))
        .collect();
    Passage { text: bank.text.clone(), answers }
}

/// Returns names and pronouns, each labelled with its grammatical role.
fn grammar_examples(banks: &[Treebank]) -> Vec<Example> {
    let mut examples = Vec::new();
    for bank in banks {
        let document = Document::new(&bank.text);
        let vocabulary = Vocabulary::from_document(&document);
        let mut at = 0;
        while at < bank.words.len() {
            let start = at;
            at += 1;
            let word = &bank.words[start];
            let name = word.class == "PROPN";
            while name && bank.words.get(at).is_some_and(|next| next.class == "PROPN") {
                at += 1;
            }
            if !name && word.class != "PRON" {
                continue;
            }
            let phrase = start..at;
            let head = phrase.clone().find(|&at| bank.words[at].head.is_none_or(|head| !phrase.contains(&head)));
            let relation = head.map_or("", |head| bank.words[head].relation.as_str());
            let tokens = document.tokens_in(Span::new(word.span.start(), bank.words[at - 1].span.end()));
            if tokens.is_empty() {
                continue;
            }
            let mut example = Example::new();
            grammatical_role::features(&document, &vocabulary, &tokens, |feature| example.features.push(feature));
            example.end_token(1 << role_of(relation).label());
            examples.push(example);
        }
    }
    examples
}

fn role_of(relation: &str) -> GrammaticalRole {
    match relation {
        "nsubj" | "nsubj:pass" | "nsubj:outer" | "csubj" => GrammaticalRole::Subject,
        "obj" | "iobj" => GrammaticalRole::Object,
        "nmod:poss" => GrammaticalRole::Owner,
        relation if relation.starts_with("obl") || relation.starts_with("nmod") => GrammaticalRole::Oblique,
        _ => GrammaticalRole::Other,
    }
}
