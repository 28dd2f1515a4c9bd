//! Measures the coreference of names and pronouns by LEA (Moosavi and Strube, ACL 2016).

use std::collections::{HashMap, HashSet};
use std::path::Path;

use anyhow::Result;
use whosaid::training::{Span, lexicon};
use whosaid::{EntityKind, MentionForm, Offsets, analyze};

use crate::treebank::{self, Treebank};

/// Coreference clusters of mentions, each given by the start offset of its head.
type Clusters = Vec<HashSet<usize>>;

/// Prints precision, recall and F1 over the documents of some genres.
pub fn score(folder: &Path, genres: &[String]) -> Result<()> {
    let banks = treebank::read(&folder.join("gum/dev.conllu"))?;
    let mut sums = [[0.0f64; 2]; 2];
    let mut documents = 0;
    for bank in banks.iter().filter(|bank| genres.contains(&bank.genre)) {
        let gold = annotated(bank);
        let found = found(bank);
        for (side, (key, response)) in [(&gold, &found), (&found, &gold)].into_iter().enumerate() {
            for cluster in key {
                let resolved: f64 = response.iter().map(|other| links(cluster.intersection(other).count())).sum();
                sums[side][0] += cluster.len() as f64 * resolved / links(cluster.len());
                sums[side][1] += cluster.len() as f64;
            }
        }
        documents += 1;
    }
    let [recall, precision] = sums.map(|[right, all]| right / all.max(1.0));
    let mean = 2.0 * precision * recall / (precision + recall).max(1e-9);
    println!(
        "{documents} documents: LEA precision {:.1}, recall {:.1}, F1 {:.1}",
        100.0 * precision,
        100.0 * recall,
        100.0 * mean
    );
    Ok(())
}

fn links(count: usize) -> f64 {
    (count * count.saturating_sub(1)) as f64 / 2.0
}

/// Returns the annotated clusters of two or more names and third-person pronouns.
fn annotated(bank: &Treebank) -> Clusters {
    let mut clusters: HashMap<u32, HashSet<usize>> = HashMap::new();
    for (span, entity) in &bank.mentions {
        if let Some(head) = head(bank, *span) {
            clusters.entry(*entity).or_default().insert(head);
        }
    }
    clusters.into_values().filter(|cluster| cluster.len() > 1).collect()
}

/// Returns the start offset of the head of a mention, if it is a name or such a pronoun.
fn head(bank: &Treebank, span: Span) -> Option<usize> {
    let first = bank.words.partition_point(|word| word.span.start() < span.start());
    let last = bank.words.partition_point(|word| word.span.start() < span.end());
    let head = (first..last).find(|&at| bank.words[at].head.is_none_or(|head| !(first..last).contains(&head)))?;
    let word = &bank.words[head];
    let pronoun = is_pronoun(word.span.slice(&bank.text));
    (word.class == "PROPN" || pronoun).then_some(word.span.start())
}

fn is_pronoun(word: &str) -> bool {
    whosaid::training::coreference::pronoun_class::of(&lexicon::to_lowercase(word)).is_some()
}

/// Returns the clusters of names and third-person pronouns that the analysis finds.
fn found(bank: &Treebank) -> Clusters {
    let heads: Vec<usize> = bank.mentions.iter().filter_map(|(span, _)| head(bank, *span)).collect();
    let report = analyze(&bank.text, Offsets::Byte);
    let cluster = |entity: &whosaid::Entity| {
        let mentions = entity
            .mentions
            .iter()
            .filter(|mention| mention.form == MentionForm::Name || is_pronoun(&bank.text[mention.start..mention.end]));
        mentions
            .map(|mention| {
                let inside = heads.iter().find(|head| (mention.start..mention.end).contains(head));
                inside.copied().unwrap_or(mention.start)
            })
            .collect::<HashSet<usize>>()
    };
    let kinds =
        [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Facility, EntityKind::Group];
    let entities = report.entities.iter().filter(|entity| kinds.contains(&entity.kind));
    entities.map(cluster).filter(|cluster| cluster.len() > 1).collect()
}
