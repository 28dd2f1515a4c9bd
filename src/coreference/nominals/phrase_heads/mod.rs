//! Who stands at the head of a source phrase, and who else side by side with them: in `a spokesman for Jane Doe`,
//! `the Doe campaign` and `Ann Roe, who met Jane Doe`, Jane Doe does not speak.

use super::super::pronoun_class;
use super::descriptions;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon::{self, nouns};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// One of those whom a source phrase stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    /// A name.
    Name(MentionId),
    /// Words without a name: `two officials`.
    Words(TokenRange),
    /// A third-person pronoun, by its token.
    Pronoun(TokenIndex),
    /// Something that cannot be read.
    Unread,
}

/// The heads of a phrase, in the order of the text: several only where they stand side by side.
pub fn heads(document: &Document, mentions: &[Mention], phrase: TokenRange) -> Vec<Head> {
    let mut reader = Reader { document, mentions, at: phrase.start, end: phrase.end, object: None, apposed: false };
    let mut heads = vec![reader.noun()];
    let mut joined = 1;
    loop {
        match reader.next(&mut heads) {
            Next::Joined => joined = heads.len(),
            Next::Listed => {}
            Next::End => break,
        }
    }
    // `Jane Doe, John Roe`: only an `and` makes a list of names one.
    heads.truncate(joined);
    shared(document, mentions, heads)
}

/// Words without a name, with what belongs to them: `head of the committee`.
pub fn with_complement(document: &Document, mentions: &[Mention], words: TokenRange, end: TokenIndex) -> TokenRange {
    if words.end + 1 >= end || document.word(words.end) != "of" {
        return words;
    }
    let mut reader = Reader { document, mentions, at: words.end + 1, end, object: None, apposed: false };
    reader.noun();
    let short = reader.at - words.end <= COMPLEMENT;
    TokenRange::new(words.start, if short { reader.at } else { words.end })
}

/// How many tokens a complement may have.
const COMPLEMENT: usize = 7;

/// Whether a name only says whose somebody is, without a possessive ending: `Doe` in `Doe adviser Ann Roe`.
pub fn is_modifier(document: &Document, mentions: &[Mention], name: TokenRange) -> bool {
    let next = mentions.partition_point(|mention| mention.tokens.start < name.end);
    let span = document.span(name);
    let of_role = mentions[next..].iter().take(2).any(|mention| mention.role.is_some_and(|role| role.contains(span)));
    let noun = document.word(name.end);
    of_role || descriptions::is_person(noun) || nouns::is_organization_noun(noun)
}

/// Joins what only looks like several: `state and local officials`, `actor and author Jane Doe`, `a lawyer and activist`.
fn shared(document: &Document, mentions: &[Mention], mut heads: Vec<Head>) -> Vec<Head> {
    let bare = |at: TokenIndex| !lexicon::is_determiner(&lexicon::to_lowercase(document.word(at)));
    let one = |words: TokenRange| {
        descriptions::read(document, words).is_none_or(|found| found.kind == EntityKind::Person)
            && !is_plural(document, words)
    };
    while let [.., before, last] = heads.as_slice() {
        let joined = match (before, last) {
            (Head::Name(name), Head::Words(words)) if mentions[*name].role.is_none() => {
                (bare(words.start) && words.len() > 1 && is_plural(document, *words))
                    .then(|| Head::Words(TokenRange::new(mentions[*name].tokens.start, words.end)))
            }
            (Head::Words(before), Head::Words(words)) if bare(words.start) && document.word(before.end) == "and" => {
                let read = descriptions::read(document, *before).is_some();
                let shared = !read && is_plural(document, *words) && (bare(before.start) || words.len() > 1);
                let same = read && one(*before) && one(*words);
                if same {
                    Some(Head::Words(*before))
                } else {
                    shared.then_some(Head::Words(TokenRange::new(before.start, words.end)))
                }
            }
            (Head::Words(before), Head::Name(name)) if mentions[*name].kind == EntityKind::Person => {
                let and = TokenRange::new(before.end, mentions[*name].tokens.start)
                    .iter()
                    .rfind(|&at| document.word(at) == "and");
                let read = descriptions::read(document, *before).is_some();
                let same = read && bare(before.start) && one(*before) && and.is_some_and(|and| bare(and + 1));
                same.then_some(Head::Name(*name))
            }
            _ => None,
        };
        let Some(joined) = joined else { break };
        heads.truncate(heads.len() - 2);
        heads.push(joined);
    }
    heads
}

fn is_plural(document: &Document, words: TokenRange) -> bool {
    let last = document.word(words.end - 1);
    descriptions::is_several(last) || last.ends_with('s') && descriptions::read(document, words).is_some()
}

struct Reader<'d> {
    document: &'d Document<'d>,
    mentions: &'d [Mention],
    at: TokenIndex,
    end: TokenIndex,
    /// What the last preposition belongs to.
    object: Option<Head>,
    /// Whether an apposition was read last.
    apposed: bool,
}

enum Next {
    /// A head beside those before.
    Joined,
    /// One that a list may go on with.
    Listed,
    End,
}

/// Acronyms that are nobody's name.
const GENERIC: &[&str] = &["CEO", "MP", "NGO", "NGOs", "PAC", "PACs"];

/// What may stand behind a noun without being one that it belongs to: `Doe himself`.
const FOLLOWERS: &[&str] = &[
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

/// What a house is called as well as a person.
const HOUSES: &[&str] = &["developer", "landlord", "maker", "operator", "organiser", "organizer", "owner", "publisher"];

/// Quantities whose noun comes behind `of`: `many of the residents`.
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

impl Reader<'_> {
    fn word(&self, at: TokenIndex) -> &str {
        if at < self.end { self.document.word(at) } else { "" }
    }

    /// The mention that starts at a token, its role before it included.
    fn mention(&self, at: TokenIndex) -> Option<MentionId> {
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

    fn is_person(&self, head: &Head) -> bool {
        match head {
            Head::Name(name) => self.mentions[*name].kind == EntityKind::Person,
            Head::Words(words) => descriptions::read(self.document, *words)
                .is_some_and(|found| matches!(found.kind, EntityKind::Person | EntityKind::Group)),
            Head::Pronoun(_) => true,
            Head::Unread => false,
        }
    }

    /// Whether words can stand for a house as for a person.
    fn may_be_body(&self, words: TokenRange) -> bool {
        let found = descriptions::read(self.document, words);
        found.is_some_and(|found| found.kind == EntityKind::Organization || HOUSES.contains(&found.head.as_str()))
    }

    /// Whether a noun phrase that starts at a token ends before another.
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
                && (self.is_behind_person(at)
                    || descriptions::read(self.document, TokenRange::new(start, at)).is_some())
        };
        word.starts_with(char::is_lowercase)
            && (lexicon::is_preposition(word) && !adjective
                || lexicon::is_auxiliary(word)
                || matches!(word, "who" | "which" | "that" | "whose" | "whom" | "where" | "when")
                || matches!(word, "and" | "or" | "nor" | "but" | "as" | "familiar" | "close" | "involved")
                || FOLLOWERS.contains(&word)
                || verb())
    }

    fn is_behind_person(&self, at: TokenIndex) -> bool {
        let number = self.mentions.partition_point(|mention| mention.tokens.end < at);
        self.mentions.get(number).is_some_and(|mention| mention.tokens.end == at && mention.kind == EntityKind::Person)
    }

    /// Reads one noun phrase up to its head.
    fn noun(&mut self) -> Head {
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
            return Head::Unread;
        }
        let first = lexicon::to_lowercase(self.document.word(words.start)).into_owned();
        let of = self.word(words.end) == "of";
        if of && first == "one" && words.len() == 1 {
            self.at = words.end + 1;
            self.noun();
            return Head::Words(TokenRange::new(words.start, self.at));
        }
        if of && QUANTITIES.contains(&lexicon::to_lowercase(self.word(words.end - 1)).as_ref()) {
            self.at = words.end + 1;
            let head = self.noun();
            return self.unnamed(head);
        }
        // `he himself`, `they all`
        let rest =
            || TokenRange::new(words.start + 1, words.end).iter().all(|at| FOLLOWERS.contains(&self.document.word(at)));
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
                || behind.is_empty() && self.is_name(last);
            // `a lifelong Republican`, `another super PAC`
            let bare = mention.tokens.start == words.start || first == "the" && mention.tokens.start == words.start + 1;
            let indefinite = matches!(first.as_str(), "a" | "an" | "another" | "one" | "some" | "several" | "many");
            let generic =
                mention.kind == EntityKind::Group || GENERIC.contains(&self.document.word(mention.tokens.start));
            if named
                && !(generic && !bare
                    || mention.kind != EntityKind::Person && indefinite && mention.tokens.start == words.start + 1)
            {
                return Head::Name(last);
            }
        }
        let opens = words.len() == 1 && self.document.sentence_containing(words.start).start == words.start;
        let common = opens || !self.document.word(words.end - 1).starts_with(char::is_uppercase);
        if common || descriptions::read(self.document, words).is_some() { Head::Words(words) } else { Head::Unread }
    }

    /// Some of those who bear a name: they do not bear it.
    fn unnamed(&self, head: Head) -> Head {
        match head {
            Head::Name(name) if self.mentions[name].kind == EntityKind::Group => {
                Head::Words(self.mentions[name].tokens)
            }
            other => other,
        }
    }

    /// Reads on to the next head.
    fn next(&mut self, heads: &mut Vec<Head>) -> Next {
        while self.at < self.end {
            match self.word(self.at) {
                // `22 and 19`
                "and" | "or" if self.is_number(self.at + 1) => self.at += 2,
                "and" | "or" | "nor" | "&" if self.is_inner(self.at) => {
                    self.noun();
                }
                "and" | "or" | "nor" | "&" => return self.join(heads),
                "as" if self.word(self.at + 1) == "well" && self.word(self.at + 2) == "as" => {
                    self.at += 3;
                    return self.join(heads);
                }
                "(" | "[" => {
                    let close =
                        TokenRange::new(self.at, self.end).iter().find(|&at| matches!(self.word(at), ")" | "]"));
                    self.at = close.map_or(self.end, |close| close + 1);
                }
                "," => {
                    self.at += 1;
                    if let Some(next) = self.behind_comma(heads) {
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
                    let object = self.noun();
                    if of && self.is_office_of(heads, begin, &object) {
                        *heads.last_mut().unwrap_or(&mut Head::Unread) = object;
                    } else {
                        self.object = Some(object);
                    }
                }
                _ => break,
            }
        }
        Next::End
    }

    /// `secretary of state Jane Doe`: the name belongs to the office before `of`.
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

    fn join(&mut self, heads: &mut Vec<Head>) -> Next {
        (self.object, self.apposed) = (None, false);
        heads.push(self.noun());
        Next::Joined
    }

    /// Whether an `and` joins what stands behind a preposition: `officials in Rome and Paris`.
    fn is_inner(&self, and: TokenIndex) -> bool {
        let Some(object) = &self.object else { return false };
        let mut ahead = Reader { at: and, object: None, apposed: false, ..*self };
        let next = ahead.noun();
        self.is_person(object) == self.is_person(&next)
    }

    /// Reads an apposition, an age or one of a list; nothing where the same head goes on.
    fn behind_comma(&mut self, heads: &mut Vec<Head>) -> Option<Next> {
        if matches!(self.word(self.at), "and" | "or") {
            // `Jane Doe, the mayor of X, and a former judge`
            let again = matches!(self.word(self.at + 1), "a" | "an") && self.apposed;
            return Some(if again { Next::End } else { self.join(heads) });
        }
        if self.is_number(self.at) {
            self.at += 1;
            return None;
        }
        if ["including", "like", "such", "who", "which", "whose", "whom", "where", "when"].contains(&self.word(self.at))
        {
            return Some(Next::End);
        }
        let next = self.noun();
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
            // `the ferry’s owner, Acme Ltd.`
            (Head::Words(words), Head::Name(_)) if self.object.is_none() && self.may_be_body(*words) => {
                *head = next;
                return None;
            }
            (Head::Name(own), Head::Name(name)) if self.mentions[*name].kind == self.mentions[*own].kind => {
                heads.push(next);
                return Some(Next::Listed);
            }
            _ => {}
        }
        self.apposed = matches!(next, Head::Words(_));
        // The rest of the apposition says nothing of who speaks.
        while self.at < self.end && self.word(self.at) != "," {
            if matches!(self.word(self.at), "who" | "which" | "whose") {
                return Some(Next::End);
            }
            self.at += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities;
    use crate::text::span::Span;
    use crate::vocabulary::Vocabulary;

    /// The heads of a phrase that says something, each as it stands in the text.
    fn read(phrase: &str) -> Vec<String> {
        let text = format!("{phrase} said so.");
        let document = Document::new(&text);
        let mentions = entities::tag_entities(&document, &Vocabulary::from_document(&document));
        let heads = heads(&document, &mentions, document.tokens_in(Span::new(0, phrase.len())));
        let word = |head: Head| match head {
            Head::Name(name) => mentions[name].span.slice(&text).to_owned(),
            Head::Words(words) => document.span(words).slice(&text).to_owned(),
            Head::Pronoun(token) => document.word(token).to_owned(),
            Head::Unread => "?".to_owned(),
        };
        heads.into_iter().map(word).collect()
    }

    #[test]
    fn the_last_noun_before_anything_else_is_the_head() {
        assert_eq!(read("the Obama administration"), ["the Obama administration"]);
        assert_eq!(read("Former Obama adviser David Axelrod"), ["David Axelrod"]);
        assert_eq!(read("a spokesman for Mayor Frank Jackson"), ["a spokesman"]);
        assert_eq!(read("he himself"), ["he"]);
    }

    #[test]
    fn an_apposition_names_whom_it_describes() {
        assert_eq!(read("his campaign manager, Jeff Weaver"), ["Jeff Weaver"]);
        assert_eq!(read("a spokesman for the mayor, Frank Jackson"), ["a spokesman"]);
        assert_eq!(read("Richard Cross, a former aide to Bob Ehrlich and Helen Bentley"), ["Richard Cross"]);
    }

    #[test]
    fn only_an_and_makes_several() {
        assert_eq!(read("Jack Markell and Tom Carper"), ["Jack Markell", "Tom Carper"]);
        assert_eq!(read("officials in Rome and Paris"), ["officials"]);
        assert_eq!(read("current and former officials"), ["current and former officials"]);
        assert_eq!(read("the company and its founder"), ["the company", "its founder"]);
    }

    #[test]
    fn any_phrase_is_read_to_its_end() {
        for phrase in
            ["", ",", "and", "( ", "of of of", "one of", "a number of", "named", "the,", "and and, (", "Jane Doe,"]
        {
            read(phrase);
        }
    }
}
