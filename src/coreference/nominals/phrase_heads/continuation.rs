//! Reads what follows a noun phrase: coordinated noun phrases, appositions, complements.

use super::super::descriptions;
use super::Head;
use super::noun_phrase::PhraseReader;
use crate::entities::mention::EntityKind;
use crate::lexicon;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// What was read after a head.
pub(super) enum Continuation {
    /// A head that is coordinated with those before it.
    Coordinated,
    /// A head after a comma, which is coordinated if an `and` follows.
    Listed,
    /// No further head.
    End,
}

/// Nouns for organizations as well as people.
const ORGANIZATION_OR_PERSON_NOUNS: &[&str] =
    &["developer", "landlord", "maker", "operator", "organiser", "organizer", "owner", "publisher"];

impl PhraseReader<'_> {
    /// Returns whether a head stands for a person or a group.
    fn is_person(&self, head: &Head) -> bool {
        match head {
            Head::Name(name) => self.mentions[*name].kind == EntityKind::Person,
            Head::Words(words) => descriptions::read(self.document, *words)
                .is_some_and(|found| matches!(found.kind, EntityKind::Person | EntityKind::Group)),
            Head::Pronoun(_) => true,
            Head::Unknown => false,
        }
    }

    /// Returns whether words can stand for an organization.
    fn may_be_organization(&self, words: TokenRange) -> bool {
        let found = descriptions::read(self.document, words);
        found.is_some_and(|found| {
            found.kind == EntityKind::Organization || ORGANIZATION_OR_PERSON_NOUNS.contains(&found.head.as_str())
        })
    }

    /// Reads on to the next head.
    pub(super) fn read_continuation(&mut self, heads: &mut Vec<Head>) -> Continuation {
        while self.at < self.end {
            match self.word(self.at) {
                // `22 and 19`
                "and" | "or" if self.is_number(self.at + 1) => self.at += 2,
                "and" | "or" | "nor" | "&" if self.joins_objects(self.at) => {
                    self.read_noun_phrase();
                }
                "and" | "or" | "nor" | "&" => return self.read_coordinated(heads),
                "as" if self.word(self.at + 1) == "well" && self.word(self.at + 2) == "as" => {
                    self.at += 3;
                    return self.read_coordinated(heads);
                }
                "(" | "[" => {
                    let close =
                        TokenRange::new(self.at, self.end).iter().find(|&at| matches!(self.word(at), ")" | "]"));
                    self.at = close.map_or(self.end, |close| close + 1);
                }
                "," => {
                    self.at += 1;
                    if let Some(next) = self.after_comma(heads) {
                        return next;
                    }
                }
                // `a student named Jane Doe`
                "named" | "called" => match (self.mention(self.at + 1), heads.last_mut()) {
                    (Some(name), Some(head @ Head::Words(_))) if self.mentions[name].kind == EntityKind::Person => {
                        *head = Head::Name(name);
                        self.at = self.mentions[name].tokens.end;
                    }
                    _ => break,
                },
                word if lexicon::is_preposition(word) && !matches!(word, "like" | "including") => {
                    let of = word == "of";
                    self.at += 1;
                    let begin = self.at;
                    let object = self.read_noun_phrase();
                    if of && self.is_office_of(heads, begin, &object) {
                        *heads.last_mut().unwrap_or(&mut Head::Unknown) = object;
                    } else {
                        self.object = Some(object);
                    }
                }
                _ => break,
            }
        }
        Continuation::End
    }

    /// Returns whether a name belongs to the office before `of`: `secretary of state Jane Doe`.
    fn is_office_of(&self, heads: &[Head], begin: TokenIndex, object: &Head) -> bool {
        let office = |words: TokenRange| lexicon::is_role(&lexicon::to_lowercase(self.document.word(words.end - 1)));
        let (Some(Head::Words(words)), Head::Name(name)) = (heads.last(), object) else { return false };
        let mention = &self.mentions[*name];
        let between = TokenRange::new(begin, mention.tokens.start);
        let person = |at: TokenIndex| descriptions::is_person(&lexicon::to_lowercase(self.document.word(at)));
        mention.kind == EntityKind::Person
            && mention.role.is_none()
            && office(*words)
            && !between.is_empty()
            && !between.iter().any(person)
            && lexicon::title(self.document.word(between.end - 1)).is_none()
    }

    fn is_number(&self, at: TokenIndex) -> bool {
        at < self.end && self.document.tokens[at].kind == TokenKind::Number
    }

    fn read_coordinated(&mut self, heads: &mut Vec<Head>) -> Continuation {
        (self.object, self.after_apposition) = (None, false);
        heads.push(self.read_noun_phrase());
        Continuation::Coordinated
    }

    /// Returns whether an `and` joins objects of a preposition: `officials in Rome and Paris`.
    fn joins_objects(&self, and: TokenIndex) -> bool {
        let Some(object) = &self.object else { return false };
        let mut ahead = PhraseReader { at: and, object: None, after_apposition: false, ..*self };
        let next = ahead.read_noun_phrase();
        self.is_person(object) == self.is_person(&next)
    }

    /// Reads an apposition, an age or an item of a list after a comma; returns nothing where the phrase of the same head continues.
    fn after_comma(&mut self, heads: &mut Vec<Head>) -> Option<Continuation> {
        if matches!(self.word(self.at), "and" | "or") {
            // `Jane Doe, the mayor of X, and a former judge`
            let again = matches!(self.word(self.at + 1), "a" | "an") && self.after_apposition;
            return Some(if again { Continuation::End } else { self.read_coordinated(heads) });
        }
        if self.is_number(self.at) {
            self.at += 1;
            return None;
        }
        if ["including", "like", "such", "who", "which", "whose", "whom", "where", "when"].contains(&self.word(self.at))
        {
            return Some(Continuation::End);
        }
        let next = self.read_noun_phrase();
        let head = heads.last_mut()?;
        match (&*head, &next) {
            // `the chairman of the board, Jane Doe`, but not `a spokesman for the mayor, Jane Doe`
            (Head::Words(_), Head::Name(name)) if self.mentions[*name].kind == EntityKind::Person => {
                let other = |object: &Head| matches!(object, Head::Words(_)) && self.is_person(object);
                if !self.object.as_ref().is_some_and(other) {
                    *head = next;
                }
                return None;
            }
            // `its director, Ona Ruiz,`: a name that was not taken for a person's may be one here.
            (Head::Words(words), Head::Name(name))
                if self.object.is_none()
                    && self.mentions[*name].kind == EntityKind::Organization
                    && self.mentions[*name].tokens.len() > 1
                    && matches!(self.word(self.mentions[*name].tokens.end), "," | "")
                    && descriptions::read(self.document, *words)
                        .is_some_and(|found| found.kind == EntityKind::Person && !found.new)
                    && !self.may_be_organization(*words) =>
            {
                *head = next;
                return None;
            }
            // `the ferry’s owner, Acme Ltd.`
            (Head::Words(words), Head::Name(_)) if self.object.is_none() && self.may_be_organization(*words) => {
                *head = next;
                return None;
            }
            (Head::Name(own), Head::Name(name)) if self.mentions[*name].kind == self.mentions[*own].kind => {
                heads.push(next);
                return Some(Continuation::Listed);
            }
            _ => {}
        }
        self.after_apposition |= matches!(next, Head::Words(_));
        // The rest of the apposition does not matter.
        while self.at < self.end && self.word(self.at) != "," {
            if matches!(self.word(self.at), "who" | "which" | "whose") {
                return Some(Continuation::End);
            }
            self.at += 1;
        }
        None
    }
}
