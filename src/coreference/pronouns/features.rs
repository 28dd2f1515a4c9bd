//! Features of the ranking.
//!
//! They treat `he` and `she` alike.

use super::super::nominals::descriptions;
use super::context::{Agreement, Candidate, MentionContext, PronounContext};
use super::discourse::DiscourseState;
use super::grammatical_role::GrammaticalRole;
use super::intervening;
use crate::crf::features::{FeatureHasher, pair};
use crate::lexicon;
use crate::text::token_index::{TokenIndex, TokenRange};

impl DiscourseState<'_> {
    /// Emits the features of a candidate, hashed.
    pub fn features(
        &self,
        pronoun: &PronounContext,
        candidate: &Candidate,
        candidates: &[Candidate],
        ahead: &[MentionContext],
        give: impl FnMut(u32),
    ) {
        let reference =
            if candidate.ahead { &ahead[candidate.reference] } else { &self.references[candidate.reference] };
        let document = self.document;
        let class = pronoun.class.feature_number() + 1;
        let distance =
            if candidate.ahead { 9 } else { pronoun.sentence.saturating_sub(reference.sentence()).min(6) as u64 };
        let rank = candidate.rank.min(4) as u64;
        let count = candidate.count.min(6) as u64;
        let agreement = self.agreement(pronoun.class, candidate.entity).feature_number();
        let (own, other) = (pronoun.role.feature_number(), reference.role.feature_number());
        let entity = &self.clusters.entities[candidate.entity];
        let kind = entity.kind.feature_number();
        let doubt = (entity.confidence * 5.0) as u64;
        let form = u64::from(reference.pronoun)
            | u64::from(candidate.meant) << 1
            | u64::from(candidate.had_other_pronoun) << 2;
        let quoted = u64::from(pronoun.quote.is_some())
            | u64::from(reference.quote.is_some()) << 1
            | u64::from(pronoun.quote.is_some() && pronoun.quote == reference.quote) << 2;
        let speaking = u64::from(pronoun.is_source) | u64::from(reference.is_source) << 1;
        let first = u64::from(candidate.entity.number() == 0) | u64::from(candidate.entity.number() < 2) << 1;
        let most = candidates.iter().map(|other| other.count).max() == Some(candidate.count);
        let alone = candidates.len().min(4) as u64;
        let rivals = candidates.iter().filter(|rival| self.agreement(pronoun.class, rival.entity) == Agreement::Fits);
        let rivals = rivals.count().min(3) as u64;
        let word = |at: Option<TokenIndex>| at.and_then(|at| self.vocabulary.word(at));
        let lower = |at: Option<TokenIndex>| word(at).map_or(0, |word| word.lower);
        let cluster = |at: Option<TokenIndex>| word(at).map_or(0, |word| word.cluster(2));
        let before = lower(reference.tokens.start.checked_sub(1));
        let after = lower(Some(reference.tokens.end));
        let opens = pronoun.token == document.sentence_containing(pronoun.token).start;
        let between = if candidate.ahead {
            TokenRange::new(pronoun.token + 1, reference.tokens.start)
        } else {
            TokenRange::new(reference.tokens.end.min(pronoun.token), pronoun.token)
        };
        let near = distance == 0 || candidate.ahead;
        let connectives = if near { intervening::connectives(document, between) } else { 0 };
        let length = match between.len() {
            0..=2 => 0,
            3..=5 => 1,
            6..=10 => 2,
            11..=20 => 3,
            21..=40 => 4,
            41..=80 => 5,
            _ => 6u64,
        };
        let mut features = FeatureHasher::starting_at(3000 + 500 * class, give);
        features.add_all(&[
            0,
            distance,
            rank,
            pair(distance, rank),
            pair(distance, length),
            pair(other, distance),
            pair(pair(other, own), distance),
            pair(pair(other, own), rank),
            agreement,
            pair(agreement, rank),
            pair(agreement, rivals),
            pair(agreement, pair(alone, rivals)),
            pair(agreement, form),
            pair(agreement, distance),
            form,
            pair(form, distance),
            pair(form, pair(other, own)),
            count,
            pair(count, rank),
            pair(u64::from(most), rank),
            pair(u64::from(most), distance),
            first,
            pair(first, rank),
            pair(first, pair(count, distance)),
            kind,
            pair(kind, distance),
            pair(30, pair(kind, doubt)),
            pair(31, pair(kind, rank)),
            pair(kind, pair(other, own)),
            quoted,
            pair(quoted, distance),
            pair(quoted, rank),
            speaking,
            pair(speaking, distance),
            pair(speaking, rank),
            pair(before, distance.min(2)),
            pair(after, distance.min(2)),
            pair(cluster(Some(reference.tokens.end)), distance.min(2)),
            pair(pair(u64::from(opens), other), distance),
            pair(pair(u64::from(opens), own), rank),
            pair(connectives, pair(other, own)),
            connectives,
            pair(pair(connectives, length), u64::from(near)),
            pair(lower(pronoun.token.checked_sub(1)), pair(other, distance.min(1))),
            pair(lower(Some(pronoun.token)), pair(other, distance.min(2))),
            pair(cluster(Some(pronoun.token + 1)), pair(other, distance.min(1))),
        ]);
        let places = self.places.of(candidate.entity);
        let next = places.partition_point(|place| place.0 <= pronoun.token);
        let again = places.get(next).map_or(0, |place| match place.1 as usize - pronoun.sentence {
            0 => 1 + u64::from(intervening::has_no_clause_boundary(document, TokenRange::new(pronoun.token, place.0))),
            1 => 3,
            2 | 3 => 4,
            _ => 5,
        });
        let total = places.len().min(6) as u64;
        let busiest = candidates.iter().map(|other| self.places.of(other.entity).len()).max() == Some(places.len());
        let left = self.mentions_before(reference).min(4) as u64;
        let leads = !candidate.ahead && left == 0;
        let subject = candidates
            .iter()
            .find(|other| !other.ahead && self.references[other.reference].role == GrammaticalRole::Subject)
            .is_some_and(|other| other.entity == candidate.entity);
        features.add_all(&[
            pair(20, again),
            pair(21, pair(again, distance)),
            pair(22, pair(again, pair(rank, own))),
            pair(23, total),
            pair(24, pair(total, rank)),
            pair(25, pair(u64::from(busiest), pair(rank, distance))),
            pair(26, pair(u64::from(leads), distance)),
            pair(27, pair(u64::from(leads), pair(other, own))),
            pair(28, pair(u64::from(subject), pair(own, distance))),
            pair(29, pair(u64::from(subject), pair(rank, again))),
        ]);
        let preposition = before * u64::from(reference.role == GrammaticalRole::Oblique);
        features.add_all(&[
            pair(32, pair(left, distance)),
            pair(33, pair(left, pair(distance, own))),
            pair(34, pair(again, pair(other, own))),
            pair(35, pair(again, agreement)),
            pair(36, pair(again, form)),
            pair(37, pair(again, pair(count, rank))),
            pair(38, pair(preposition, distance)),
            pair(39, pair(cluster(Some(reference.tokens.end)), cluster(Some(pronoun.token + 1)))),
            pair(40, pair(total, pair(count, rank))),
            pair(41, pair(u64::from(busiest), pair(own, pair(other, distance)))),
        ]);
        let cataphora = match intervening::cataphora_antecedent(document, pronoun, ahead) {
            None => 0,
            Some(subject) => 1 + u64::from(subject == candidate.entity),
        };
        let relative = u64::from(!candidate.ahead && self.is_relative(reference, pronoun));
        features.add_all(&[
            pair(42, cataphora),
            pair(43, pair(cataphora, own)),
            pair(44, pair(cataphora, pair(distance, rank))),
            pair(45, relative),
            pair(46, pair(relative, own)),
        ]);
        let apposed = u64::from(self.is_apposed(reference, candidate, pronoun));
        features.add_all(&[pair(47, apposed), pair(48, pair(apposed, agreement))]);
        let full = reference.tokens.len().min(3) as u64;
        features.add_all(&[pair(full, distance), pair(full, rank)]);
        let alongside = u64::from(self.is_coordinated(reference));
        features.add_all(&[pair(alongside, distance), pair(alongside, rank)]);
    }

    /// Returns whether a pronoun is in a relative clause after a mention: `Jane Doe, who lost her way`.
    fn is_relative(&self, reference: &MentionContext, pronoun: &PronounContext) -> bool {
        let end = reference.tokens.end;
        let at = if self.document.word(end) == "," { end + 1 } else { end };
        reference.sentence() == pronoun.sentence
            && at < pronoun.token
            && matches!(self.document.word(at), "who" | "whose" | "whom")
            && self.references.last().is_some_and(|last| last.tokens.start <= reference.tokens.start)
    }

    /// Returns whether a mention is in apposition to the noun that the pronoun possesses: `Jane Doe, his mother`, `his mother
    /// Jane Doe`.
    fn is_apposed(&self, reference: &MentionContext, candidate: &Candidate, pronoun: &PronounContext) -> bool {
        let person = |at: TokenIndex| descriptions::is_person(&lexicon::to_lowercase(self.document.word(at)));
        let behind = !candidate.ahead
            && reference.tokens.end + 1 == pronoun.token
            && self.document.word(reference.tokens.end) == ","
            && person(pronoun.token + 1);
        let places = self.places.of(candidate.entity);
        let next = places.get(places.partition_point(|place| place.0 <= pronoun.token));
        let before = next.is_some_and(|&(token, _)| {
            let noun = if self.document.word(token - 1) == "," { token.saturating_sub(2) } else { token - 1 };
            noun > pronoun.token && noun <= pronoun.token + 3 && person(noun)
        });
        behind || before
    }

    /// Returns the number of mentions before a mention in its sentence.
    fn mentions_before(&self, reference: &MentionContext) -> usize {
        let sentence = self.document.sentences[reference.sentence()].start;
        let first = self.references.partition_point(|other| other.tokens.start < sentence);
        self.references[first..].iter().take_while(|other| other.tokens.start < reference.tokens.start).take(9).count()
    }

    /// Returns whether a mention is coordinated: `Smith and Jones`.
    fn is_coordinated(&self, reference: &MentionContext) -> bool {
        let before = reference.tokens.start.checked_sub(1).map_or("", |at| self.document.word(at));
        matches!(before, "and" | "or" | "with") || matches!(self.document.word(reference.tokens.end), "and" | "or")
    }

    /// Emits the features of the candidate “no entity”, hashed.
    pub fn features_of_nobody(&self, pronoun: &PronounContext, candidates: &[Candidate], give: impl FnMut(u32)) {
        let class = pronoun.class.feature_number() + 1;
        let rivals = candidates.iter().filter(|rival| self.agreement(pronoun.class, rival.entity) == Agreement::Fits);
        let against =
            candidates.iter().filter(|rival| self.agreement(pronoun.class, rival.entity) == Agreement::Against);
        let word = |at: Option<TokenIndex>| at.and_then(|at| self.vocabulary.word(at)).map_or(0, |word| word.lower);
        let mut features = FeatureHasher::starting_at(8000 + 500 * class, give);
        let alone = candidates.len().min(5) as u64;
        let rivals = rivals.count().min(3) as u64;
        features.add_all(&[
            0,
            alone,
            pair(alone, rivals),
            against.count().min(3) as u64,
            pronoun.role.feature_number(),
            u64::from(pronoun.quote.is_some()),
            pair(u64::from(pronoun.quote.is_some()), alone),
            word(Some(pronoun.token)),
            word(Some(pronoun.token + 1)),
            word(pronoun.token.checked_sub(1)),
            pair(word(Some(pronoun.token)), word(Some(pronoun.token + 1))),
        ]);
    }
}
