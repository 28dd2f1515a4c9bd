//! Words behind a name that tell who somebody is: an apposition, a sentence about the person.

use whosaid::{Entity, Mention, MentionForm, Range};

use crate::draft::Draft;
use crate::sentences::sentences;
use crate::words::{is_listed, plain_words};

/// What follows a name directly where it tells more.
const SIGNS: &[&str] = &[" (", " –", " —", " of ", " from ", "’s ", "'s ", " and her ", " and his "];

/// Words with which a passage between commas begins that tells when, how or where somebody spoke.
const CIRCUMSTANCES: &str = "in on at when however meanwhile too also with after before asked visibly clearly though but and during while \
    unlike despite";

/// Occasions on which somebody speaks: `In an interview on Monday, Jane Doe`.
const OCCASIONS: &str = "interview statement email e-mail message call conference briefing evening morning afternoon week monday \
    tuesday wednesday thursday friday saturday sunday";

/// Participles that tell what somebody does.
const TELLING: &str =
    "representing leading running appearing acting retiring heading defending prosecuting presiding living working";

/// Verbs in the past by which a sentence about somebody tells who that is; those in the present tell it with few exceptions.
const PAST: &str = "was had became joined founded ran led worked lived taught grew bought lost won owned built served chaired \
    opened started moved";

/// Verbs in the present that tell what somebody says, thinks or does at the moment.
const OF_THE_MOMENT: &str = "says adds tells thinks believes laughs shrugs smiles nods shakes looks argues insists admits recalls warns \
    hopes fears wants expects explains agrees writes asks claims notes points sees feels calls knows sits stands \
    pauses";

/// What follows `is` or `was` where it tells who somebody is.
const IDENTITY: &str = "a an the one among born chosen known head married";

/// How many paragraphs behind the first name a sentence about the person may stand.
const REACH: usize = 3;

/// How many bytes around a name are read for its sentence.
const NEAR: usize = 200;

/// Whether the words behind a name tell who that is.
pub fn is_told_behind(after: &str) -> bool {
    if SIGNS.iter().any(|sign| after.starts_with(sign)) {
        return true;
    }
    let next_sentence = after.split_once(". ").map_or("", |(_, rest)| rest);
    if ["A ", "An ", "The "].iter().any(|article| next_sentence.starts_with(article)) {
        return true;
    }
    let Some(apposition) = after.strip_prefix(", ") else { return false };
    let words = plain_words(apposition.split([',', '“', '"', '‘']).next().unwrap_or_default());
    // `, on whose memoirs the film is based`
    let is_relative = words.iter().take(2).any(|word| matches!(word.as_str(), "who" | "whose" | "whom" | "which"));
    is_relative || !is_circumstance(&words)
}

/// Whether the words before a comma and a name tell on what occasion somebody spoke, and not who that is.
pub fn is_occasion(clause: &str) -> bool {
    let words = plain_words(clause);
    is_circumstance(&words) && words.iter().any(|word| is_listed(OCCASIONS, word))
}

/// Whether words tell when, how or where somebody spoke: `speaking on Monday`, `for her part`.
fn is_circumstance(words: &[String]) -> bool {
    words.first().is_none_or(|first| {
        let is_participle = first.ends_with("ing") && !is_listed(TELLING, first);
        let is_part = words.last().is_some_and(|last| last == "part" || last == "one" || last == "example");
        is_participle || first == "for" && is_part || is_listed(CIRCUMSTANCES, first)
    })
}

/// Whether a sentence of the paragraph, or of the next one, is about the person, and not only about what the person says:
/// `Doe drives the number 9 bus.`, `She has farmed here for years.`
pub fn is_told_by_verb(draft: &Draft, person: &Entity, first: &Mention) -> bool {
    let Some(number) = draft.paragraph(first.start) else { return false };
    let mentions = person.mentions.iter().filter(|mention| {
        mention.form != MentionForm::Nominal
            && mention.start >= first.start
            && draft.paragraph(mention.start).is_some_and(|own| own <= number + REACH)
            && !draft.is_quoted(mention.start)
    });
    mentions.into_iter().any(|mention| {
        let near = draft.near(mention.range(), NEAR);
        let behind = draft.at(Range { start: mention.end, end: near.end });
        let clause = behind.split([',', '.', ';', '“', '"', '‘', '\n']).next().unwrap_or_default();
        let words = plain_words(clause);
        let mut words = words.iter().map(String::as_str).filter(|word| !is_adverb(word));
        let verb = words.next().unwrap_or_default();
        let next = words.next().unwrap_or_default();
        let is_present =
            verb.len() > 2 && verb.ends_with('s') && !verb.ends_with("'s") && !is_listed(OF_THE_MOMENT, verb);
        // `Has said` reports.
        let is_reporting = matches!(next, "said" | "told" | "asked" | "called" | "warned");
        // `Was on the way` tells only where somebody was.
        let is_of_being = matches!(verb, "is" | "was");
        let is_being = is_listed(IDENTITY, next) || next.ends_with("ed");
        (is_present || is_listed(PAST, verb))
            && (!is_of_being || is_being)
            && !is_reporting
            && is_subject(draft, mention)
    })
}

fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") || matches!(word, "also" | "never" | "once" | "now")
}

/// Whether a mention opens its sentence or its clause.
fn is_subject(draft: &Draft, mention: &Mention) -> bool {
    let near = draft.near(mention.range(), NEAR);
    let before = draft.at(Range { start: near.start, end: mention.start });
    let before = before.rsplit('\n').next().unwrap_or_default();
    let own = sentences(before).last().map_or("", |last: &Range| &before[last.start..last.end]);
    let is_open = !own.ends_with(['.', '!', '?', '”', '"', '’']);
    let clause = if is_open { own.rsplit([',', ';', ':']).next().unwrap_or_default() } else { "" };
    let words = plain_words(clause);
    words.iter().all(|word| {
        matches!(word.as_str(), "and" | "but" | "mr" | "mrs" | "ms" | "dr" | "at" | "in")
            || word.starts_with(|sign: char| sign.is_ascii_digit())
    })
}
