//! Who a pronoun means where nobody else is near: rules for what speaks, beside the learned ranking.

use super::antecedents::{Agreement, Candidate, Pronoun, Reference, Scene, Sort};
use super::{leaning, unnamed};
use crate::entities::Kind;

/// How many sentences back nobody else may be named for a person to be the only one.
const ONLY_REACH: usize = 3;

/// How many sentences back a body, a group or a spokesperson may have spoken.
const BODY_REACH: usize = 2;

impl Scene<'_> {
    /// The only candidate that is named or meant in the last few sentences and that the pronoun fits.
    pub fn only(&self, pronoun: &Pronoun, candidates: &[Candidate]) -> Option<usize> {
        if !matches!(pronoun.sort, Sort::Person(_)) {
            return None;
        }
        let mut near = candidates.iter().filter(|candidate| {
            let near = candidate.ahead
                || pronoun.sentence.saturating_sub(self.references[candidate.reference].sentence) <= ONLY_REACH;
            let against =
                matches!(self.agreement(pronoun.sort, candidate.entity), Agreement::Against | Agreement::Unlikely);
            let person = self.chains.entities[candidate.entity].kind == Kind::Person;
            person && near && (candidate.meant || !against) && !candidate.meant_otherwise
        });
        near.next().filter(|_| near.next().is_none()).filter(|only| !only.ahead).map(|only| only.entity)
    }

    /// For `they` and `it` that speak: the body, the group or the spokesperson that spoke last, if it did so in the
    /// last few sentences.
    pub fn body(&self, pronoun: &Pronoun) -> Option<usize> {
        let recent = self.references.iter().rev().take_while(|reference| {
            pronoun.sentence.saturating_sub(reference.sentence) <= BODY_REACH && pronoun.quote == reference.quote
        });
        let mut heard = recent.filter(|reference| reference.speaks);
        let last = heard.next()?;
        let kind = |entity: usize| self.chains.entities[entity].kind;
        // `A spokesperson said … They added`: one person, whom the text gives no `he` or `she`.
        if pronoun.sort == Sort::They
            && (self.is_neutral(last.entity) || self.is_declared(last, pronoun))
            && !self.several(last, pronoun.token)
        {
            return Some(last.entity);
        }
        let members = |entity: usize| self.chains.entities[entity].members.as_slice();
        let whole = heard.find(|reference| members(reference.entity).contains(&last.entity));
        let entity = whole.filter(|whole| whole.sentence == last.sentence).unwrap_or(last).entity;
        let fits = match pronoun.sort {
            Sort::They => matches!(kind(entity), Kind::Organization | Kind::Group),
            Sort::It => kind(entity) == Kind::Organization,
            Sort::Person(_) => false,
        };
        fits.then_some(entity)
    }

    /// Whether `they` may be one person's pronoun: somebody who is only described, by a word that says neither man
    /// nor woman.
    fn is_neutral(&self, entity: usize) -> bool {
        let person = &self.chains.entities[entity];
        let gendered = || person.name.split_whitespace().any(|word| leaning::of_noun(word) != 0.0);
        person.kind == Kind::Person && !person.named && !gendered()
    }

    /// Whether the text says that `they` is the pronoun of the person whom it has just named: `they/them`.
    fn is_declared(&self, person: &Reference, pronoun: &Pronoun) -> bool {
        let place = |at: usize| matches!(self.document.word(at), "they" | "They");
        self.chains.entities[person.entity].kind == Kind::Person
            && (self.document.sentences[person.sentence].start..pronoun.token)
                .any(|at| place(at) && self.document.word(at + 1) == "/" && self.document.word(at + 2) == "them")
    }

    /// Whether somebody who is more than one stands between a reference and a token.
    fn several(&self, reference: &Reference, token: usize) -> bool {
        let next = self.references.partition_point(|other| other.tokens.start < reference.tokens.end);
        let others = self.references[next..].iter().map(|other| self.chains.entities[other.entity].kind);
        others.into_iter().any(|kind| matches!(kind, Kind::Group | Kind::Organization))
            || (reference.tokens.end..token).any(|at| unnamed::is_several(self.document.word(at)))
    }
}
