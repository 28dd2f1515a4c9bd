//! An anonymous source without a reason.

use whosaid::{Quote, Range};

use super::Rule;
use crate::draft::Draft;
use crate::sentences::sentences;
use crate::words::{is_listed, plain_words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "anonymous-source",
    reason: "Readers are told why a source is not named.",
    severity: Severity::Warning,
    check,
};

/// Nouns for people who speak without a name because they want to.
const SOURCES: &str = "ally figure teammate team-mate relative confidante adviser advisor aide associate backbencher colleague \
    confidant diplomat employee executive insider lawmaker legislator negotiator official operative source \
    staffer strategist whistleblower";

/// Nouns for people whose office is often enough to know them.
const HOLDERS: &str = "delegate director manager minister";

/// Nouns for people who are sources where the words beside them tell of what institution or matter they know: `two engineers at the
/// company`, `three board members`.
const OF_AN_INSTITUTION: &str = "analyst banker clerk coach consultant councillor councilor detective doctor driver engineer guard \
    investigator lawyer member midwife nurse officer parent people person player staff supervisor surgeon \
    teacher technician trader worker";

/// Words by which the description of a source goes on behind its noun.
const PREPOSITIONS: &str =
    "at in of inside within familiar close briefed involved from with who on whose to for working";

/// Those behind which nothing tells what somebody knows.
const OF_PLACES: &str = "from for on to";

/// Verbs behind `who` by which somebody belongs to what follows, or was there.
const PRESENCE: &str = "was were is are works work worked attended has have had";

/// Institutions of which somebody is a member who keeps the name back, and matters that few know about.
const INSTITUTIONS: &str = "agency administration bank board cabinet case caucus club commission committee company council crew department \
    factory firm force government group hospital jury leadership management meeting ministry office panel party \
    plant police prison project room school squad staff team university unit service delegation campaign talks \
    negotiations inquiry investigation plans matter deal contract discussions";

/// Words for one or several of them.
const SOME: &str = "a an another one senior two three four five six several some former";

/// Beginnings of words behind `people` and the like by which somebody knows what others do not.
const KNOWING: &str = "familiar involved close briefed privy";

/// Where somebody works who is no bystander: `a nurse at St Mary’s`.
const AT_WORK: &str = "at inside within with";

/// Words by which somebody is or was part of what is told.
const RANKS: &str = "former senior serving";

/// What somebody does who keeps the name back.
const WITHHELD: &[&str] =
    &["give his name", "give her name", "give their name", "to be named", "be identified", "remain anonymous"];

/// How far behind the start of a source it may stand, in bytes.
const NEAR: usize = 160;

/// Nouns that need no number before them to be people who keep their names back.
const BARE: &str = "sources insiders someone somebody";

/// What a reason speaks of, with bars in between.
const REASONS: &str = "fear|afraid|worried|authori|allowed|permitted|forbid|barred|protect|avoid|risk|reprisal|retaliation| \
    to discuss|to describe|speak candidly|speak openly|speak publicly|speak to the press|speak to reporters| \
    confidential|sensitiv|safety|still work";

/// What only a source is not allowed.
const FORBIDDEN: &[&str] = &["to speak", "to talk", "to the press", "to reporters"];

/// Words that begin a reason behind a request not to be named.
const CAUSES: &[&str] = &[" because ", " since ", " as ", " so that ", " so as ", " in order ", " for ", " lest "];

/// Words of such a request.
const REQUESTS: &[&str] = &["anonym", "withheld", "named", "identified", " name", "identity"];

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    let mut was_found = false;
    for quote in draft.quotes() {
        let Some(range) = quote.source.map(|source| source.range()) else { continue };
        if !is_anonymous(draft, quote, range) {
            continue;
        }
        let speaker = quote.speaker.as_deref().unwrap_or_default();
        let is_again = told.contains(&speaker) && !speaker.is_empty()
            || was_found && draft.at(range).to_lowercase().starts_with("the ");
        if has_reason(draft, quote, range) {
            was_found = true;
        } else if !is_again {
            let message = format!("The article does not say why {} is not named.", draft.at(range));
            findings.push(Finding::new(range, message));
            was_found = true;
        }
        told.push(speaker);
    }
    findings
}

fn is_anonymous(draft: &Draft, quote: &Quote, source: Range) -> bool {
    if quote.anonymous {
        // `An anonymous caller` is unknown, and not kept back.
        return !draft.at(source).starts_with("an anonymous");
    }
    if draft.report.speaker(quote).is_some_and(|speaker| speaker.named) || source_name(quote) {
        return false;
    }
    let sentence = draft.near(Range { start: source.start, end: source.start }, NEAR);
    let behind = draft
        .at(Range { start: source.start, end: sentence.end })
        .split(['.', '“', '"', '\n'])
        .next()
        .unwrap_or_default();
    if draft.at(source).starts_with(['A', 'a', 'O', 'o']) && WITHHELD.iter().any(|words| behind.contains(words)) {
        return true;
    }
    let text = draft.at(source);
    // `Two members of the crew, Jane Doe and John Roe`
    if text.match_indices(", ").any(|(comma, _)| text[comma + 2..].starts_with(char::is_uppercase)) {
        return false;
    }
    let words = plain_words(text);
    // `One of his colleagues` is one colleague.
    let words = match words.iter().position(|word| word == "of") {
        Some(1) if words.len() > 3 => [&words[..1], &words[3..]].concat(),
        _ => words,
    };
    let is_break = |word: &String| is_listed(PREPOSITIONS, word);
    let (phrase, behind) = words.split_at(words.iter().position(is_break).unwrap_or(words.len()));
    let starts = phrase.first().is_some_and(|word| is_listed(SOME, word))
        || phrase.last().is_some_and(|word| is_listed(BARE, word))
        || phrase == ["people"] && knows(behind);
    let Some((head, modifiers)) = phrase.split_last().filter(|_| starts) else { return false };
    let is_one_of =
        |nouns: &str| is_listed(nouns, head) || head.strip_suffix('s').is_some_and(|one| is_listed(nouns, one));
    // `A former co-star`
    let is_of_rank =
        phrase.len() > 2 - usize::from(phrase[0] == "former") && phrase.iter().any(|word| is_listed(RANKS, word));
    let is_person = matches!(head.as_str(), "people" | "person" | "someone" | "somebody");
    let has_institution = || {
        let is_telling = match behind {
            // What somebody did once is no office: `a detective who searched the bank`.
            [who, verb, ..] if who == "who" => is_listed(PRESENCE, verb),
            [first, ..] => !is_listed(OF_PLACES, first),
            [] => false,
        };
        let names_one = |words: &[String]| words.iter().any(|word| is_listed(INSTITUTIONS, word));
        let is_at_work = !is_person && behind.first().is_some_and(|word| is_listed(AT_WORK, word));
        is_telling && names_one(behind) || is_at_work || names_one(modifiers) || is_person && knows(behind)
    };
    // `A minister` may be known to everybody, and `one minister` is not.
    let is_kept_back = !matches!(phrase[0].as_str(), "a" | "an")
        || phrase.iter().any(|word| matches!(word.as_str(), "senior" | "former"));
    is_of_rank
        || is_one_of(SOURCES)
        || is_one_of(HOLDERS) && is_kept_back
        || (is_person || is_one_of(OF_AN_INSTITUTION)) && has_institution()
}

/// Whether the words behind a noun tell that somebody knows what others do not: `familiar with the matter`, `with direct knowledge of it`.
fn knows(behind: &[String]) -> bool {
    behind.first().is_some_and(|word| is_listed(KNOWING, word)) || behind.iter().take(4).any(|word| word == "knowledge")
}

fn source_name(quote: &Quote) -> bool {
    quote.source.is_some_and(|source| source.name.is_some())
}

/// Whether the sentence of a source, or one about a request in its paragraph or the next one, tells why it is not named; the request
/// itself is no reason.
fn has_reason(draft: &Draft, quote: &Quote, source: Range) -> bool {
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let gives = |text: &str| REASONS.split('|').any(|reason| text.contains(reason));
    let gives_reason = |text: &str| {
        let requested = REQUESTS.iter().filter_map(|request| text.find(request)).min();
        requested.is_some_and(|at| {
            let behind = &text[at..];
            let end = [" told", " said", " that "].iter().filter_map(|verb| behind.find(verb)).min();
            gives(text) || has(&behind[..end.unwrap_or(behind.len())], CAUSES)
        })
    };
    let Some(own) = draft.paragraph(source.start) else { return false };
    let paragraphs = draft.report.paragraphs[own..].iter().take(2).map(|paragraph| paragraph.range());
    quote.anonymity_reason.is_some()
        || paragraphs.into_iter().any(|paragraph| {
            sentences(draft.at(paragraph)).into_iter().any(|sentence| {
                let range = Range { start: paragraph.start + sentence.start, end: paragraph.start + sentence.end };
                let is_own = range.start <= source.start && source.start < range.end;
                let text = without(draft, range, quote).to_lowercase();
                // What the report takes for the end of the words may be about the source: `but were not allowed to speak`.
                let is_forbidden = || has(draft.at(range), FORBIDDEN);
                gives_reason(&text) || is_own && (gives(&text) || is_forbidden())
            })
        })
}

/// The words of a sentence that are not reported.
fn without(draft: &Draft, sentence: Range, quote: &Quote) -> String {
    let mut rest = String::new();
    let mut start = sentence.start;
    for content in quote.content.iter().filter(|content| sentence.start <= content.start && content.end <= sentence.end)
    {
        rest += draft.at(Range { start, end: content.start });
        start = content.end;
    }
    rest + draft.at(Range { start, end: sentence.end })
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn a_source_without_a_name_needs_a_reason() {
        let text = "The pipe was not repaired. A source at the company said that the work had been put off. \
            “It was on the list every year,” the source said.";
        assert_eq!(found("anonymous-source", text), ["A source at the company"]);
        let text = text.replace("said that", ", who asked not to be named because he feared for his job, said that");
        assert_eq!(found("anonymous-source", &text), [""; 0]);
    }

    #[test]
    fn several_may_keep_their_names_back() {
        let found = |who: &str, reason: &str| {
            let text = format!(
                "The pipe was not repaired. {who} said that the work had been put off{reason}.\n\nIt had rained all night."
            );
            found("anonymous-source", &text).len()
        };
        for who in [
            "Two members of the crew",
            "One senior minister",
            "Three former executives",
            "Two engineers at the company",
            "Several aides",
            "One of his colleagues",
            "Three board members",
            "An aide to the mayor",
            "Two people who were in the room",
        ] {
            assert_eq!(found(who, ""), 1, "{who}");
            assert_eq!(found(who, " but were not allowed to speak to the press"), 0, "{who}");
        }
        for who in [
            "A man in slippers",
            "Two members of the audience",
            "A woman with a cello",
            "A teacher from Wexley",
            "One of the passengers",
        ] {
            assert_eq!(found(who, ""), 0, "{who}");
        }
    }

    #[test]
    fn a_request_is_no_reason() {
        let found = |request: &str| {
            let text =
                format!("The pipe was not repaired. A nurse at St Mary’s, who {request}, said that nobody had come.");
            found("anonymous-source", &text).len()
        };
        for request in ["asked not to be named", "would not give her name", "spoke on condition of anonymity"] {
            assert_eq!(found(request), 1, "{request}");
            assert_eq!(found(&format!("{request} because she is under contract")), 0, "{request}");
            assert_eq!(found(&format!("{request} for fear of losing her job")), 0, "{request}");
        }
    }

    #[test]
    fn spokespeople_and_institutions_are_not_anonymous() {
        let text = "The pipe was not repaired. A spokesman for the company said that the work had been put off. \
            Health officials said that nobody was ill. Police said the road was closed.";
        assert_eq!(found("anonymous-source", text), [""; 0]);
    }
}
