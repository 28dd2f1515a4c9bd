//! The people who share a word of their names.

use crate::text::token_index::TokenIndex;

/// The largest number of people to compare: those who share a name, or all of the article for a name that may be misspelt.
pub const MAX_COMPARED: usize = 100;

/// The people with one word as their first or last name.
#[derive(Default)]
pub struct Bearers {
    /// These people, in the order in which they were found.
    pub people: Vec<usize>,
    /// The person it last referred to.
    pub last: Option<usize>,
    /// The person it unambiguously referred to without another name or a title.
    pub alone: Option<usize>,
    /// The people it has referred to, the most recent one last, each with the token of the last reference; at most
    /// [`MAX_COMPARED`].
    pub seen: Vec<(usize, TokenIndex)>,
}

impl Bearers {
    /// Returns the token at which the word last referred to a person.
    pub fn seen(&self, person: usize) -> Option<TokenIndex> {
        self.seen.iter().find(|seen| seen.0 == person).map(|seen| seen.1)
    }

    /// Returns the people that the word may refer to: all, or the most recent ones where there are too many.
    pub fn likely(&self) -> Vec<usize> {
        if self.people.len() <= MAX_COMPARED {
            return self.people.clone();
        }
        let seen: Vec<usize> = self.seen.iter().map(|seen| seen.0).collect();
        if seen.is_empty() { self.people[..1].to_vec() } else { seen }
    }

    /// Records that the word refers to a person at a token.
    pub fn refer(&mut self, person: usize, at: TokenIndex) {
        self.last = Some(person);
        self.seen.retain(|seen| seen.0 != person);
        if self.seen.len() == MAX_COMPARED {
            self.seen.remove(0);
        }
        self.seen.push((person, at));
    }
}
