//! Reads one noun phrase.

use super::super::super::pronoun_class;
use super::super::descriptions;
use super::Head;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon;
use crate::lexicon::nouns;
use crate::lexicon::reporting_verbs::{VerbForm, is_often_noun, reporting_verb};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// Reads a phrase from left to right.
pub(super) struct PhraseReader<'d> {
    pub document: &'d Document<'d>,
    pub mentions: &'d [Mention],
    /// The next token.
    pub at: TokenIndex,
    /// The end of the phrase.
    pub end: TokenIndex,
    /// The object of the last preposition.
    pub object: Option<Head>,
    /// Whether an apposition was read last.
    pub after_apposition: bool,
}

/// Acronyms of a kind, which name nobody.
const GENERIC_ACRONYMS: &[&str] = &["CEO", "MP", "NGO", "NGOs", "PAC", "PACs"];

/// Words after a noun phrase that do not belong to it: `Doe himself`.
const TRAILING_WORDS: &[&str] = &[
    "all",
    "alike",
    "alone",
    "also",
    "both",
    "each",
    "here",
    "herself",
    "himself",
    "later",
    "themselves",
    "today",
    "too",
    "tonight",
    "yesterday",
];

/// Quantities whose noun comes after `of`: `many of the residents`.
const QUANTITIES: &[&str] = &[
    "all",
    "couple",
    "dozens",
    "few",
    "half",
    "handful",
    "hundreds",
    "many",
    "most",
    "number",
    "several",
    "some",
    "thousands",
    "three",
    "two",
];

impl<'d> PhraseReader<'d> {
    /// Creates a reader of a phrase.
    pub fn new(document: &'d Document<'d>, mentions: &'d [Mention], phrase: TokenRange) -> Self {
        Self { document, mentions, at: phrase.start, end: phrase.end, object: None, after_apposition: false }
    }

    pub(super) fn word(&self, at: TokenIndex) -> &str {
        if at < self.end { self.document.word(at) } else { "" }
    }

    /// Returns the mention that starts at a token, with or without its role.
    pub(super) fn mention(&self, at: TokenIndex) -> Option<MentionId> {
        let first = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let starts = |mention: &Mention| {
            (mention.first_token(self.document) == at || mention.tokens.start == at) && mention.tokens.end <= self.end
        };
        (first..self.mentions.len())
            .map(MentionId::new)
            .take_while(|&name| self.mentions[name].tokens.start < self.end)
            .take(4)
            .find(|&name| starts(&self.mentions[name]))
    }

    fn is_name(&self, name: MentionId) -> bool {
        use EntityKind::{Event, Facility, Group, Organization, Person, Place, Work};
        matches!(self.mentions[name].kind, Person | Organization | Place | Group | Facility | Event | Work)
    }

    /// Returns whether a noun phrase that starts at `start` ends before `at`.
    fn ends(&self, start: TokenIndex, at: TokenIndex) -> bool {
        let word = self.word(at);
        let token = &self.document.tokens[at];
        if token.kind == TokenKind::Punctuation {
            return !matches!(word, "-" | "." | "&" | "/" | "'" | "’") || token.spaced && word == "-";
        }
        // `some outside analysts`
        let adjective = matches!(word, "outside" | "inside" | "near")
            && lexicon::is_determiner(&lexicon::to_lowercase(self.document.word(at - 1)));
        let verb = || {
            (word.ends_with("ing") || word.ends_with("ed"))
                && (self.is_after_person(at) || descriptions::read(self.document, TokenRange::new(start, at)).is_some())
        };
        word.starts_with(char::is_lowercase)
            && (lexicon::is_preposition(word) && !adjective
                || lexicon::is_auxiliary(word)
                || matches!(word, "who" | "which" | "that" | "whose" | "whom" | "where" | "when")
                || matches!(word, "and" | "or" | "nor" | "but" | "as" | "familiar" | "close" | "involved")
                || TRAILING_WORDS.contains(&word)
                || verb()
                || self.follows_head(start, at))
    }

    /// Returns whether a token behind a name or a description is an adverb (`Doe afterwards`, `the minister bluntly`), begins
    /// a time (`Doe last night`) or is a reporting verb (`Doe recalls`).
    fn follows_head(&self, start: TokenIndex, at: TokenIndex) -> bool {
        let word = self.word(at);
        if self.is_after_person(at) {
            let is_verb =
                || reporting_verb(word).is_some_and(|verb| verb.form != VerbForm::Base) && !is_often_noun(word);
            return lexicon::is_adverb(word) || matches!(word, "last" | "next" | "this") || is_verb();
        }
        let is_last = at + 1 >= self.end || self.document.tokens[at + 1].kind != TokenKind::Word;
        let is_described = || {
            let phrase = TokenRange::new(start, at);
            self.mention_before(at).is_some_and(|name| self.is_name(name))
                || descriptions::read(self.document, phrase).is_some()
        };
        lexicon::is_adverb(word) && is_last && is_described()
    }

    /// Returns the mention that ends before a token.
    fn mention_before(&self, at: TokenIndex) -> Option<MentionId> {
        let number = self.mentions.partition_point(|mention| mention.tokens.end < at);
        self.mentions.get(number).filter(|mention| mention.tokens.end == at).map(|_| MentionId::new(number))
    }

    fn is_after_person(&self, at: TokenIndex) -> bool {
        self.mention_before(at).is_some_and(|name| self.mentions[name].kind == EntityKind::Person)
    }

    /// Reads a noun phrase up to its head.
    pub(super) fn read_noun_phrase(&mut self) -> Head {
        while matches!(
            lexicon::to_lowercase(self.word(self.at)).as_ref(),
            "and" | "or" | "nor" | "both" | "either" | "neither" | "as" | "whom" | "," | "&"
        ) {
            self.at += 1;
        }
        let start = self.at;
        let mut last = None;
        while self.at < self.end {
            if let Some(name) = self.mention(self.at) {
                self.at = self.mentions[name].tokens.end;
                last = Some(name);
            } else if self.at > start && self.ends(start, self.at) {
                break;
            } else {
                self.at += 1;
            }
        }
        self.head(TokenRange::new(start, self.at), last)
    }

    fn head(&mut self, words: TokenRange, last: Option<MentionId>) -> Head {
        if words.is_empty() {
            return Head::Unknown;
        }
        let first = lexicon::to_lowercase(self.document.word(words.start)).into_owned();
        let of = self.word(words.end) == "of";
        if of && first == "one" && words.len() == 1 {
            self.at = words.end + 1;
            self.read_noun_phrase();
            return Head::Words(TokenRange::new(words.start, self.at));
        }
        if of && QUANTITIES.contains(&lexicon::to_lowercase(self.word(words.end - 1)).as_ref()) {
            self.at = words.end + 1;
            let head = self.read_noun_phrase();
            return self.without_name(head);
        }
        // `he himself`, `they all`
        let rest = || {
            TokenRange::new(words.start + 1, words.end)
                .iter()
                .all(|at| TRAILING_WORDS.contains(&self.document.word(at)))
        };
        let own = words.len() == 1 || !matches!(first.as_str(), "his" | "her" | "their" | "its") && rest();
        if pronoun_class::of(&first).is_some() && own {
            return Head::Pronoun(words.start);
        }
        if let Some(last) = last {
            let mention = &self.mentions[last];
            let behind = TokenRange::new(mention.tokens.end, words.end);
            // `Jane Doe MP`
            let letters = |at: TokenIndex| {
                self.document.word(at).len() > 1 && !self.document.word(at).contains(char::is_lowercase)
            };
            let named = mention.kind == EntityKind::Person && behind.iter().all(letters)
                || behind.is_empty() && self.is_name(last)
                || self.is_utterance(behind) && self.is_name(last);
            // `a lifelong Republican`, `another super PAC`
            let bare = mention.tokens.start == words.start || first == "the" && mention.tokens.start == words.start + 1;
            let indefinite = matches!(first.as_str(), "a" | "an" | "another" | "one" | "some" | "several" | "many");
            let generic = mention.kind == EntityKind::Group
                || GENERIC_ACRONYMS.contains(&self.document.word(mention.tokens.start));
            if named
                && !(generic && !bare
                    || mention.kind != EntityKind::Person && indefinite && mention.tokens.start == words.start + 1)
            {
                return Head::Name(last);
            }
        }
        let opens = words.len() == 1 && self.document.sentence_containing(words.start).start == words.start;
        let common = opens || !self.document.word(words.end - 1).starts_with(char::is_uppercase);
        if common || descriptions::read(self.document, words).is_some() { Head::Words(words) } else { Head::Unknown }
    }

    /// Returns whether the tokens behind a name are a possessive and a noun for what a person says: `Doe’s reply`.
    fn is_utterance(&self, behind: TokenRange) -> bool {
        let Some(last) = behind.iter().next_back() else { return false };
        self.document.tokens[behind.start].kind == TokenKind::Possessive
            && nouns::is_utterance_noun(&lexicon::to_lowercase(self.document.word(last)))
    }

    /// Returns the head of `some of the Democrats`, who are not the Democrats.
    fn without_name(&self, head: Head) -> Head {
        match head {
            Head::Name(name) if self.mentions[name].kind == EntityKind::Group => {
                Head::Words(self.mentions[name].tokens)
            }
            other => other,
        }
    }
}
