//! Roles of people: offices and professions before and after their names, and descriptions that repeat them.

use super::super::clusters::Clusters;
use super::super::entity::{Entity, EntityId};
use super::{demonyms, descriptions};
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// Adds the roles, ages and parties that the text gives to the people.
pub fn find(document: &Document, mentions: &[Mention], clusters: &mut Clusters) {
    for (id, mention) in MentionId::enumerate(mentions) {
        let Some(entity) = clusters.of_mention[id].filter(|_| mention.kind == EntityKind::Person) else { continue };
        let before = description(document, mention);
        let behind = apposition(document, mention);
        let (age, party) = age_and_party(document, mention);
        let person = &mut clusters.entities[entity];
        person.age = person.age.or(age);
        person.party = person.party.take().or(party);
        for span in mention.role.into_iter().chain(before).chain(behind) {
            for affiliation in named_in(span, mentions, clusters) {
                let known = &mut clusters.entities[entity].affiliations;
                if !known.contains(&affiliation) {
                    known.push(affiliation);
                }
            }
            let role = span.slice(document.text);
            let known = &mut clusters.entities[entity].roles;
            if !known.iter().any(|other| other.eq_ignore_ascii_case(role)) {
                known.push(role.to_owned());
            }
        }
    }
}

/// Returns the organizations and places that a role names: `mayor of X`, `X chief`.
fn named_in(role: Span, mentions: &[Mention], clusters: &Clusters) -> Vec<EntityId> {
    let first = mentions.partition_point(|mention| mention.span.end() <= role.start());
    let inside =
        (first..mentions.len()).map(MentionId::new).take_while(|&name| mentions[name].span.start() < role.end());
    let bodies = inside.filter(|&name| {
        let mention = &mentions[name];
        role.contains(mention.span)
            && matches!(mention.kind, EntityKind::Organization | EntityKind::Place | EntityKind::Facility)
    });
    bodies.filter_map(|name| clusters.of_mention[name]).collect()
}

/// Returns the role in an apposition after a name, without the article: `Jane Doe, the mayor of X, said`.
fn apposition(document: &Document, mention: &Mention) -> Option<Span> {
    let comma = mention.tokens.end;
    if document.word(comma) != "," {
        return None;
    }
    let first = lexicon::to_lowercase(document.word(comma + 1));
    let article = opens_phrase(&first);
    let noun = |word: &str| descriptions::is_person(word) || lexicon::is_role_modifier(word);
    if !article && !noun(&first) && !document.word(comma + 1).starts_with(char::is_uppercase) {
        return None;
    }
    let start = comma + 1 + usize::from(article);
    let end = TokenRange::new(start, document.end().min(start + 14)).iter().find(|&at| {
        let token = &document.tokens[at];
        (token.kind == TokenKind::Punctuation && !matches!(token.text(document.text), "&" | "/"))
            || token.kind == TokenKind::QuotationMark
            || lexicon::is_auxiliary(token.text(document.text))
    })?;
    let closed = matches!(document.word(end), "," | "." | ";");
    // `Mr. Doe, you’re a doctor`
    let clause = TokenRange::new(start, end).iter().any(|at| {
        let word = lexicon::to_lowercase(document.word(at));
        lexicon::is_subject_pronoun(word.split(['\'', '’']).next().unwrap_or_default())
    });
    let role = TokenRange::new(start, end)
        .iter()
        .take(6)
        .any(|at| lexicon::is_role(&lexicon::to_lowercase(document.word(at))));
    (closed && role && !clause && end > start).then(|| document.span(TokenRange::new(start, end)))
}

/// Returns the role in a description before a name, without the article: `The club’s chairman, Jane Doe, said`.
fn description(document: &Document, mention: &Mention) -> Option<Span> {
    let start = with_titles(document, mention.tokens.start);
    let comma = start.checked_sub(1).filter(|&at| document.word(at) == ",")?;
    let open = document.sentence_containing(comma).start;
    let closed = document.word(mention.tokens.end) == "," && document.word(mention.tokens.end + 1) != "and";
    let word = |at: TokenIndex| lexicon::to_lowercase(document.word(at));
    let last = (TokenRange::new(open.max(comma.saturating_sub(MAX_DESCRIPTION_TOKENS)), comma))
        .iter()
        .rev()
        .find(|&at| lexicon::is_role(&word(at)) && !descriptions::is_several(document.word(at)))?;
    let tail = TokenRange::new(last + 1, comma);
    let complement = tail.is_empty() || matches!(document.word(tail.start), "of" | "for" | "at");
    let first = TokenRange::new(open, last + 1).iter().rev().take(MAX_DESCRIPTION_TOKENS).find(|&at| {
        let word = word(at);
        at == open || opens_phrase(&word)
    })?;
    let article = lexicon::is_determiner(&word(first));
    // `France’s finance minister`
    let of_somebody = || possessor(document, TokenRange::new(first, last));
    let start = if article { first + 1 } else { of_somebody()? };
    let span = TokenRange::new(start, comma);
    let plain = span.iter().all(|at| {
        matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Possessive | TokenKind::Number)
            && !lexicon::is_auxiliary(&word(at))
    });
    (closed && complement && plain && !span.is_empty()).then(|| document.span(span))
}

/// Whether a word in lower case is an article or says whose somebody is.
fn opens_phrase(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their")
}

/// Returns the first token of the name that the last possessive ending belongs to.
fn possessor(document: &Document, tokens: TokenRange) -> Option<TokenIndex> {
    let ending = tokens.iter().rev().find(|&at| document.tokens[at].kind == TokenKind::Possessive)?;
    let is_name = |&at: &TokenIndex| document.word(at).starts_with(char::is_uppercase);
    TokenRange::new(tokens.start, ending).iter().rev().take_while(is_name).last()
}

/// Returns the first token of the titles before a name, or of the name: `Dr Jane Doe`.
pub fn with_titles(document: &Document, name: TokenIndex) -> TokenIndex {
    let mut start = name;
    while let Some(before) = start.checked_sub(1).filter(|&before| lexicon::title(document.word(before)).is_some()) {
        start = before;
    }
    start
}

/// The largest number of tokens in a description before a name.
const MAX_DESCRIPTION_TOKENS: usize = 9;

/// Returns the age (`, 57,`) and the party (`(D-Wis.)`) after a name.
fn age_and_party(document: &Document, mention: &Mention) -> (Option<u8>, Option<String>) {
    let word = |on: usize| document.word(mention.tokens.end + on);
    let closes = |on: usize| matches!(word(on), "," | "." | ")" | ";") || word(on).is_empty();
    let before = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |at| document.word(at));
    let aged = (1..=3).find_map(|back| before(back).strip_suffix("-year-old")?.parse().ok());
    let age = word(1).parse().ok().filter(|&age| matches!(word(0), "," | "(") && closes(2) && (1..120).contains(&age));
    let party = (word(0) == "(" && (word(2) == "-" || word(2) == ")" || word(1).contains('-')))
        .then(|| word(1).split('-').next().unwrap_or_default())
        .and_then(|letter| match letter {
            "D" => Some("Democrat"),
            "R" => Some("Republican"),
            "I" => Some("Independent"),
            "Lab" | "Con" | "SNP" | "CDU" | "SPD" => Some(letter),
            _ => None,
        });
    (aged.or(age), party.map(str::to_owned))
}

/// Returns the only person whose role a description repeats: `the secretary general`.
pub fn resolve_role(document: &Document, source: Span, clusters: &Clusters) -> Option<EntityId> {
    let phrase = lexicon::to_lowercase(source.slice(document.text)).into_owned();
    // A headline mentions people before the text names them.
    let in_headline = document.is_in_headline(document.token_at(source.start()));
    let phrase = phrase.strip_prefix("the ").or(in_headline.then_some(&phrase))?.trim_end_matches(',');
    if let Some(age) = demonyms::age(document, source) {
        return only(source, clusters, |entity| entity.age == Some(age));
    }
    if let Some(office) = office(document, source) {
        let held = |entity: &Entity| office.is_held(document, entity);
        // `the Ohio governor`: of several governors, the one whose role names the place.
        let placed = |entity: &Entity| {
            !office.place.is_empty() && entity.roles.iter().any(|role| role.contains(office.place)) && held(entity)
        };
        if let Some(entity) = only(source, clusters, held).or_else(|| only(source, clusters, placed)) {
            return Some(entity);
        }
    }
    let last = phrase.split(' ').next_back()?;
    if !lexicon::is_role(last) || last.ends_with('s') && !last.ends_with("ss") {
        return None;
    }
    let ends_with =
        |whole: &str, end: &str| whole.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    let fits = |role: &String| {
        let role = role.to_lowercase();
        let office = without_complement(&role);
        ends_with(&role, phrase)
            || ends_with(office, phrase)
            || role.starts_with(&format!("{phrase} for "))
            || in_headline && ends_with(phrase, office)
    };
    let has_role = |entity: &Entity| entity.roles.iter().any(fits);
    if in_headline {
        return super::super::only(clusters.ids().filter(|&entity| has_role(&clusters.entities[entity])));
    }
    only(source, clusters, has_role)
}

/// Returns a role without what follows its noun: `corporal` of `corporal in the army`.
fn without_complement(role: &str) -> &str {
    let mut words = role.match_indices(' ').map(|(space, _)| space);
    let ends = |space: &usize| {
        let next = role[space + 1..].split(' ').next().unwrap_or_default();
        lexicon::is_preposition(next) || matches!(next, "who" | "whose" | "and")
    };
    words.find(ends).map_or(role, |space| &role[..space])
}

/// An office in a description, which corresponds to titles before names: `the senator`, `the Ohio senator`.
pub struct Office<'t> {
    titles: &'static [&'static str],
    place: &'t str,
    source: Span,
}

/// Returns the office that a source consists of.
pub fn office<'t>(document: &Document<'t>, source: Span) -> Option<Office<'t>> {
    let tokens = document.tokens_in(source);
    let last = tokens.end.checked_sub(1).filter(|&last| last > tokens.start)?;
    let titles = titles(document.word(last)).filter(|_| matches!(document.word(tokens.start), "the" | "The"))?;
    let place = TokenRange::new(tokens.start + 1, last);
    let named = place.iter().all(|at| document.word(at).starts_with(char::is_uppercase));
    let place = if place.is_empty() { "" } else { document.span(place).slice(document.text) };
    named.then_some(Office { titles, place, source })
}

impl Office<'_> {
    /// Returns whether a person was mentioned with the title of the office before.
    pub fn is_held(&self, document: &Document, person: &Entity) -> bool {
        let titled = |span: &Span| {
            let before = document.token_at(span.start()).checked_sub(1).map_or("", |at| document.word(at));
            self.titles.contains(&before.trim_end_matches('.'))
        };
        person.kind == EntityKind::Person
            && person.mentions.iter().any(|(span, _)| span.start() < self.source.start() && titled(span))
    }
}

/// Returns the titles before names that correspond to an office.
fn titles(description: &str) -> Option<&'static [&'static str]> {
    Some(match description {
        "doctor" | "physician" => &["Dr"],
        "professor" => &["Prof", "Professor"],
        "senator" => &["Sen", "Senator"],
        "congressman" | "congresswoman" => &["Rep", "Congressman", "Congresswoman"],
        "representative" => &["Rep", "Representative"],
        "governor" => &["Gov", "Governor"],
        "general" => &["Gen", "General"],
        "colonel" => &["Col", "Colonel"],
        "lieutenant" => &["Lt", "Lieutenant"],
        "captain" => &["Capt", "Captain"],
        "sergeant" => &["Sgt", "Sergeant"],
        "detective" => &["Det", "Detective"],
        "inspector" => &["Insp", "Inspector"],
        "superintendent" => &["Supt", "Superintendent"],
        "pastor" => &["Rev", "Pastor"],
        "judge" => &["Judge", "Justice"],
        "justice" => &["Justice"],
        "pope" => &["Pope"],
        _ => return None,
    })
}

/// Returns the only entity mentioned before a source that satisfies a condition.
fn only(source: Span, clusters: &Clusters, wanted: impl Fn(&Entity) -> bool) -> Option<EntityId> {
    let before = |entity: &Entity| entity.mentions.first().is_some_and(|(span, _)| span.start() < source.start());
    let mut found =
        clusters.ids().filter(|&entity| before(&clusters.entities[entity]) && wanted(&clusters.entities[entity]));
    let entity = found.next()?;
    found.next().is_none().then_some(entity)
}
