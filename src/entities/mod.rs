//! Fourth stage: named entities, each mention with its kind.
//!
//! A mention covers the name alone: no title, article or possessive ending.

mod kinds;
mod moments;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::Span;
use crate::document::Document;
use crate::lexicon::{self, names, places};
use crate::paragraphs::Role;
use crate::tokens::TokenKind;

/// What kind of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    Person,
    Organization,
    Place,
    Facility,
    Group,
    Event,
    Date,
    Time,
    Money,
    Product,
    Work,
    Law,
    Language,
}

/// A name where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The name, in bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it stands for.
    pub kind: Kind,
    /// The office or trade that stands before a person's name.
    pub role: Option<Span>,
    /// What a title before the name tells about its pronoun.
    pub gender: names::Gender,
    /// From 0 to 1, higher is surer; not yet calibrated.
    pub confidence: f32,
}

/// A run of capitalised words that may be a name, before its kind is known.
struct Candidate {
    tokens: Range<usize>,
    role: Option<Span>,
    gender: names::Gender,
    titled: bool,
}

/// Finds the named entities of a document, in the order in which they stand.
pub fn find(document: &Document) -> Vec<Mention> {
    let mut mentions = moments::find(document);
    let taken: HashSet<usize> = mentions.iter().flat_map(|mention| mention.tokens.clone()).collect();
    let lower = lower_case_words(document);
    let mut candidates = Vec::new();
    for paragraph in &document.paragraphs {
        let title_case = paragraph.role == Role::Headline && is_title_case(document, paragraph.tokens.clone());
        for run in runs(document, paragraph.tokens.clone(), &taken) {
            if let Some(run) = trim(document, run, &lower, title_case) {
                divide(document, run, &mut candidates);
            }
        }
    }
    let known = known_people(document, &candidates);
    for candidate in candidates {
        if let Some((kind, confidence)) = kinds::tell(document, &candidate, &known) {
            let span = document.span(candidate.tokens.clone());
            let role = candidate.role.filter(|_| kind == Kind::Person);
            mentions.push(Mention { span, tokens: candidate.tokens, kind, role, gender: candidate.gender, confidence });
        }
    }
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// Words seen in lower case somewhere: as the first word of a sentence they are no name.
fn lower_case_words<'t>(document: &Document<'t>) -> HashSet<&'t str> {
    let words = document.tokens.iter().filter(|token| token.kind == TokenKind::Word);
    words.map(|token| token.of(document.text)).filter(|word| word.starts_with(char::is_lowercase)).collect()
}

fn is_title_case(document: &Document, tokens: Range<usize>) -> bool {
    let long: Vec<&str> = tokens
        .map(|at| document.word(at))
        .filter(|word| word.chars().count() > 3 && word.starts_with(char::is_alphabetic))
        .collect();
    long.len() >= 3 && long.iter().filter(|word| word.starts_with(char::is_uppercase)).count() * 10 >= long.len() * 8
}

fn is_capitalized(word: &str) -> bool {
    let mut characters = word.chars();
    let first = characters.next();
    first.is_some_and(char::is_uppercase)
        || (first.is_some_and(|first| first == '@') && word.len() > 2)
        || word.strip_prefix("al-").is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// Whether a lower-case word may stand inside a name, before another capitalised one.
fn is_connector(word: &str) -> bool {
    matches!(
        word,
        "of" | "de"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "du"
            | "la"
            | "le"
            | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "e"
            | "y"
            | "&"
            | "for"
            | "the"
    )
}

/// Runs of capitalised words with the connectors between them.
fn runs(document: &Document, tokens: Range<usize>, taken: &HashSet<usize>) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if !is_name_word(document, at, taken) {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        while end < tokens.end {
            if is_name_word(document, end, taken) {
                end += 1;
                continue;
            }
            let connectors = (end..tokens.end.min(end + 3)).take_while(|&at| is_connector(document.word(at))).count();
            let ofs = document.word(end);
            let joins =
                connectors > 0 && is_name_word(document, end + connectors, taken) && end + connectors < tokens.end;
            // “Bank of England” is one name, “Johnson of Britain” is two.
            let allowed = !matches!(ofs, "of" | "for") || kinds::takes_of(document.word(end - 1));
            if joins && allowed && ofs != "the" {
                end += connectors + 1;
            } else {
                break;
            }
        }
        runs.push(start..end);
        at = end;
    }
    runs
}

fn is_name_word(document: &Document, at: usize, taken: &HashSet<usize>) -> bool {
    let Some(token) = document.tokens.get(at) else { return false };
    let word = token.of(document.text);
    token.kind == TokenKind::Word
        && is_capitalized(word)
        && !taken.contains(&at)
        && !matches!(word, "I" | "I'm" | "I’m" | "I've" | "I’ve" | "I'll" | "I’ll" | "I'd" | "I’d")
}

/// Takes words off a run's front that are capitalised only because they begin a sentence.
fn trim(document: &Document, run: Range<usize>, lower: &HashSet<&str>, title_case: bool) -> Option<Range<usize>> {
    let mut run = run;
    while run.start < run.end {
        let word = document.word(run.start);
        let folded = lexicon::fold(word);
        let function = lexicon::is_determiner(&folded)
            || lexicon::is_preposition(&folded)
            || lexicon::is_conjunction(&folded)
            || lexicon::is_auxiliary(&folded)
            || lexicon::is_subject_pronoun(&folded)
            || (lexicon::is_adverb(&folded) && names::given_name(word).is_none())
            || kinds::is_common_opener(&folded);
        let all_capitals =
            word.len() > 1 && word.chars().all(|character| character.is_uppercase() || !character.is_alphabetic());
        let opens = begins_sentence(document, run.start) || title_case;
        let seen_lower = opens && lower.contains(folded.as_ref()) && names::given_name(word).is_none();
        if (function && !(all_capitals && word != "THE")) || (seen_lower && !lexicon::is_role(&folded)) {
            run.start += 1;
        } else {
            break;
        }
    }
    while run.start < run.end && is_connector(document.word(run.start)) {
        run.start += 1;
    }
    (run.start < run.end).then_some(run)
}

fn begins_sentence(document: &Document, at: usize) -> bool {
    let sentence = document.sentences.partition_point(|sentence| sentence.start <= at);
    let start = document.sentences[sentence - 1].start;
    (start..at).all(|before| document.tokens[before].kind != TokenKind::Word)
        || matches!(document.word(at.saturating_sub(1)), "“" | "\"" | ":" | "‘" | "''")
}

/// Parts a run at its titles: `NATO Secretary General Mark Rutte` is an organisation, an office and a person.
fn divide(document: &Document, run: Range<usize>, candidates: &mut Vec<Candidate>) {
    let is_title = |at: usize| {
        let word = document.word(at);
        lexicon::title(word).is_some() || (lexicon::is_role(&lexicon::fold(word)) && names::given_name(word).is_none())
    };
    let last_title = run.clone().rev().find(|&at| is_title(at));
    let Some(title) = last_title else {
        let before = lower_case_role(document, run.start);
        push(document, run, before, names::Gender::Unknown, before.is_some(), candidates);
        return;
    };
    let first_title = (run.start..=title)
        .rev()
        .take_while(|&at| is_title(at) || matches!(document.word(at), "of" | "the" | "and"))
        .last()
        .unwrap_or(title);
    let organization = (title + 1..run.end).any(|at| kinds::is_organization_word(document.word(at)));
    if organization {
        push(document, run, None, names::Gender::Unknown, false, candidates);
        return;
    }
    if first_title > run.start {
        push(document, run.start..first_title, None, names::Gender::Unknown, false, candidates);
    }
    if title + 1 < run.end {
        let gender = (first_title..=title)
            .find_map(|at| lexicon::title(document.word(at)).filter(|&gender| gender != names::Gender::Unknown));
        let bare =
            first_title == title && lexicon::title(document.word(title)).is_some() && is_courtesy(document.word(title));
        let start =
            lower_case_role(document, run.start).map_or(document.tokens[run.start].span.start, |role| role.start);
        let role = (!bare).then(|| Span::new(start, document.tokens[title].span.end));
        push(document, title + 1..run.end, role, gender.unwrap_or(names::Gender::Unknown), true, candidates);
    }
}

fn is_courtesy(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Messrs" | "Sir" | "Dame")
}

/// The office written small before a name: `the former foreign minister Jane Doe`.
fn lower_case_role(document: &Document, name: usize) -> Option<Span> {
    let last = name.checked_sub(1)?;
    if !document.tokens[name].spaced || !lexicon::is_role(document.word(last)) {
        return None;
    }
    let mut first = last;
    while let Some(before) = first.checked_sub(1) {
        let word = document.word(before);
        let token = &document.tokens[before];
        let narrows = lexicon::is_role(word) || lexicon::is_role_modifier(word) || is_capitalized(word);
        let stops = token.kind != TokenKind::Word || !narrows || begins_sentence(document, before) || last - before > 4;
        // The sentence's first word may be a part of the role: `Finnish foreign minister`.
        let folded = lexicon::fold(word);
        let opener = begins_sentence(document, before)
            && is_capitalized(word)
            && !lexicon::is_determiner(&folded)
            && !lexicon::is_preposition(&folded);
        if stops && !opener {
            break;
        }
        first = before;
    }
    Some(document.span(first..last + 1))
}

fn push(
    document: &Document,
    tokens: Range<usize>,
    role: Option<Span>,
    gender: names::Gender,
    titled: bool,
    candidates: &mut Vec<Candidate>,
) {
    // A nationality before a name is a mention of its own.
    let mut tokens = tokens;
    if tokens.len() > 1 && !titled {
        let longest = (1..=tokens.len().min(2))
            .rev()
            .find(|&length| places::is_group(document.span(tokens.start..tokens.start + length).of(document.text)));
        if let Some(length) = longest.filter(|&length| {
            length < tokens.len() && !tokens.clone().any(|at| kinds::is_organization_word(document.word(at)))
        }) {
            candidates.push(Candidate {
                tokens: tokens.start..tokens.start + length,
                role: None,
                gender: names::Gender::Unknown,
                titled: false,
            });
            tokens.start += length;
        }
    }
    candidates.push(Candidate { tokens, role, gender, titled });
}

/// Last words of the names that are surely people's: what a short mention may mean.
fn known_people(document: &Document, candidates: &[Candidate]) -> HashMap<String, usize> {
    let mut known = HashMap::new();
    for candidate in candidates {
        let first = document.word(candidate.tokens.start);
        let sure = candidate.titled || (candidate.tokens.len() > 1 && names::given_name(first).is_some());
        if sure
            && candidate.tokens.len() <= 5
            && !places::is_place(document.span(candidate.tokens.clone()).of(document.text))
        {
            *known.entry(document.word(candidate.tokens.end - 1).to_owned()).or_default() += 1;
            if names::given_name(first).is_some() {
                *known.entry(first.to_owned()).or_default() += 1;
            }
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Kind)> {
        find(&Document::new(text)).iter().map(|mention| (mention.span.of(text), mention.kind)).collect()
    }

    #[test]
    fn parts_titles_from_names() {
        let text = "NATO Secretary General Mark Rutte met German Chancellor Olaf Scholz in Berlin on Monday.";
        use Kind::*;
        assert_eq!(
            found(text),
            [
                ("NATO", Organization),
                ("Mark Rutte", Person),
                ("German", Group),
                ("Olaf Scholz", Person),
                ("Berlin", Place),
                ("Monday", Date)
            ]
        );
        let mentions = find(&Document::new(text));
        assert_eq!(mentions[1].role.unwrap().of(text), "NATO Secretary General");
    }

    #[test]
    fn a_sentence_opener_is_no_name() {
        assert_eq!(found("However, nobody came. Workers left. The workers were tired."), []);
    }

    #[test]
    fn names_of_organisations_and_money() {
        use Kind::*;
        let text = "The Bank of England paid $3 million to Acme Ltd. in 2019, said Maria da Silva.";
        assert_eq!(
            found(text),
            [
                ("Bank of England", Organization),
                ("$3 million", Money),
                ("Acme Ltd.", Organization),
                ("2019", Date),
                ("Maria da Silva", Person)
            ]
        );
    }
}
