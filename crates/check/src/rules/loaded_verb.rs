//! A reporting verb that the house wants to avoid.

use whosaid::{Cue, Quote, QuoteKind, Range};

use super::Rule;
use crate::content_words::is_function_word;
use crate::draft::Draft;
use crate::numbers::parse_number;
use crate::words::{Word, is_listed, plain_words, words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "loaded-verb",
    reason: "Verbs such as claim or admit tell what the writer thinks of the words.",
    severity: Severity::Warning,
    check,
};

fn check(draft: &Draft, settings: &Settings) -> Vec<Finding> {
    let loaded = &settings.words.loaded_verbs;
    let cues = draft.quotes().filter(|quote| is_statement(draft, quote)).filter_map(|quote| quote.cue.as_ref());
    let cues =
        cues.filter(|cue| loaded.contains(&cue.lemma) && is_reporting(draft, cue)).map(|cue| (cue.start, cue.end));
    let mut places: Vec<(usize, usize)> = Vec::new();
    for cue in cues {
        if !places.contains(&cue) {
            places.push(cue);
        }
    }
    for place in beside_words(draft, loaded) {
        if !places.iter().any(|&(start, end)| start < place.end && place.start < end) {
            places.push((place.start, place.end));
        }
    }
    let findings = places.into_iter().map(|(start, end)| {
        let range = Range { start, end };
        let words = draft.at(range);
        let message = format!("“{words}” is on the house’s list of loaded verbs; “said” is neutral.");
        let finding = Finding::new(range, message);
        let takes_that = draft.after(end).starts_with(" that ");
        if takes_that && words.ends_with("ed") && !words.contains(' ') {
            finding.with_fix(range, "said")
        } else {
            finding
        }
    });
    findings.collect()
}

/// The verbs of the list that the report does not take for reporting words but that stand beside reported ones: before `that`, before a
/// quotation mark or `as` with one, or behind a quote with the name of who says it in between.
fn beside_words(draft: &Draft, loaded: &[String]) -> Vec<Range> {
    let forms: Vec<String> = loaded.iter().flat_map(|verb| forms(verb)).collect();
    let contents: Vec<Range> = draft
        .quotes()
        .filter(|quote| quote.kind == QuoteKind::Direct)
        .flat_map(|quote| quote.content.iter().copied())
        .collect();
    let is_against = |word: &str| AGAINST.iter().any(|verb| self::forms(verb).iter().any(|form| form == word));
    let mut places = Vec::new();
    for paragraph in draft.body() {
        let text = draft.at(paragraph.range());
        let all = words(text);
        for (number, word) in all.iter().enumerate().filter(|(_, word)| forms.contains(&word.plain)) {
            let range = Range { start: paragraph.start + word.start, end: paragraph.start + word.end };
            let is_quoted = contents.iter().any(|content| content.start <= range.start && range.end <= content.end);
            let previous = number.checked_sub(1).map_or("", |before| all[before].plain.as_str());
            if !is_quoted
                && !is_noun(previous, &word.plain)
                && !is_admission(previous, &text[word.end..])
                && (leads_to_words(&text[word.end..])
                    || is_against(&word.plain)
                        && (leads_to_quote(&draft.text[range.end..]) || leads_to_reason(&text[word.end..]))
                    || follows_words(text, &all[..=number]))
            {
                places.push(range);
            }
        }
    }
    places
}

/// Verbs that report the words themselves.
const OTHER_VERBS: &str = "said says saying told asked added wrote replied shouted and";

/// Verbs for those whom words are against: `slammed the referee. “He was blind,” she said.`
const AGAINST: &[&str] =
    &["slam", "blast", "bash", "lambast", "lambaste", "savage", "condemn", "denounce", "ridicule", "mock", "attack"];

/// How far behind such a verb a quote is looked for, in bytes.
const FARTHEST: usize = 300;

/// Objects of such verbs in another sense.
const THINGS: &str = "door doors gate brakes window lid shut into down hole music horn";

/// Whether a quote opens the sentence or the paragraph behind the one of such a verb.
fn leads_to_quote(behind: &str) -> bool {
    let behind = &behind[..behind.floor_char_boundary(FARTHEST)];
    let Some((object, next)) = behind.split_once(['.', '\n']) else { return false };
    let object = plain_words(object.split(',').next().unwrap_or_default());
    let is_against = !object.is_empty() && object.len() <= 12 && !object.iter().any(|word| is_listed(THINGS, word));
    is_against && next.trim_start().starts_with(['“', '"', '‘'])
}

/// Whether the object of such a verb is followed by what is said of it: `the law as unjust`, `the council for its silence`, `the plan, saying`.
fn leads_to_reason(behind: &str) -> bool {
    const REASONS: &str = "as for over saying calling accusing arguing describing warning";
    let clause = plain_words(behind.split(['.', ';', '\n', '“', '"']).next().unwrap_or_default());
    let object = clause.iter().take(9).position(|word| is_listed(REASONS, word));
    object.is_some_and(|end| end > 0 && !clause[..end].iter().any(|word| is_listed(THINGS, word)))
}

/// Whether a cue is a verb of the list in the sense that reports words: no noun, and nobody who is let in.
fn is_reporting(draft: &Draft, cue: &Cue) -> bool {
    let words = draft.at(Range { start: cue.start, end: cue.end });
    let verb = words.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let before = words[..words.len() - verb.len()].trim_end();
    let before = if before.is_empty() { draft.before(cue.start).trim_end() } else { before };
    let previous = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    !is_noun(&previous, &verb) && !is_admission(&previous, draft.after(cue.end))
}

/// Whether a passive is followed by where somebody is let in: `was admitted to hospital`.
fn is_admission(previous: &str, behind: &str) -> bool {
    matches!(previous, "was" | "were" | "is" | "are" | "been" | "being" | "be")
        && ["to", "into", "for", "on", "at", "in"].contains(&behind.split_whitespace().next().unwrap_or_default())
}

/// Whether words are reported behind a verb, in the same clause: ` that`, ` the plan as “a waste”`.
fn leads_to_words(behind: &str) -> bool {
    let clause = behind.split(['.', ';', ',', '\n']).next().unwrap_or_default();
    let sentence = behind.split(['.', ';', '\n']).next().unwrap_or_default();
    let is_marked = |mark: char| {
        sentence.split_once(mark).is_some_and(|(before, _)| {
            let words = plain_words(before);
            words.len() <= 12 && !words.iter().any(|word| is_listed(OTHER_VERBS, word))
        })
    };
    let opens = behind.starts_with([',', ':']) && behind[1..].trim_start().starts_with(['“', '"', '‘']);
    let words = plain_words(clause);
    let is_reported =
        words.first().is_none_or(|first| !is_listed(NEXT_CLAUSE, first) && !is_listed(CLAUSE_VERBS, first))
            && is_clause(&words[..words.len().min(12)]);
    is_reported || opens || is_marked('“') || is_marked('"') || is_marked('‘')
}

/// Whether a verb stands behind a quote: `…,” Doe claimed`, `…,” claimed Doe`.
fn follows_words(text: &str, words: &[Word]) -> bool {
    let Some(verb) = words.last() else { return false };
    let before = &text[..verb.start];
    let behind = [",”", "?”", "!”", ",\"", "?\"", "!\"", ",’", "?’", "!’", ",'", "?'", "!'"]
        .iter()
        .filter_map(|end| before.rfind(end).map(|at| &before[at + end.len()..]))
        .min_by_key(|rest| rest.len());
    behind.is_some_and(|rest| rest.split_whitespace().count() <= 4 && !rest.contains(['.', ',', ';', '“', '"', '‘']))
}

/// Whether a word makes a noun of the next one: `his claims that`. A form in `-s` is a verb behind its subject only: a name, a noun or a pronoun.
fn is_noun(before: &str, word: &str) -> bool {
    const DETERMINERS: &str =
        "the a an his her its their our these those any such no of false some many similar earlier to not";
    let has_subject = !is_function_word(before)
        || matches!(before, "he" | "she" | "it" | "who" | "which" | "also" | "now" | "still" | "one")
        || before.ends_with("body")
        || before.ends_with("one");
    is_listed(DETERMINERS, before)
        || parse_number(before).is_some()
        || before.ends_with("'s")
        || word.ends_with('s') && !has_subject
}

/// The forms of a verb that report words.
fn forms(verb: &str) -> Vec<String> {
    let stem = verb.trim_end_matches('e');
    let last = verb.chars().next_back().unwrap_or_default();
    let mut forms = vec![format!("{verb}s"), format!("{verb}es"), format!("{stem}ed"), format!("{stem}ing")];
    forms.extend([format!("{verb}{last}ed"), format!("{verb}{last}ing")]);
    if let Some(start) = verb.strip_suffix('y') {
        forms.extend([format!("{start}ied"), format!("{start}ies")]);
    }
    forms
}

/// Verbs by which a clause without `that` is told from a noun phrase.
const CLAUSE_VERBS: &str = "is are was were has have had will would can could may might must should did does do";

/// Words with which another clause begins: `admitted the theft and is in prison`.
const NEXT_CLAUSE: &str = "and but who which while when where after before because of for in";

/// Subjects of a clause.
const SUBJECTS: &str = "he she it they we i you there nobody no-one everybody everyone";

/// Whether words are a clause: `it was late`, `the council ignored her`, `to have been told`; not `the theft of two bags`.
fn is_clause(words: &[String]) -> bool {
    let is_infinitive = matches!(words, [to, verb, ..] if to == "to" && matches!(verb.as_str(), "have" | "be" | "know" | "own" | "represent" | "having" | "being"));
    let is_opened =
        words.first().is_some_and(|first| first == "that" || first == "having" || is_listed(SUBJECTS, first));
    let clause: Vec<&str> = words.iter().map(String::as_str).take_while(|word| !is_listed(NEXT_CLAUSE, word)).collect();
    let has_verb = clause.iter().any(|word| is_listed(CLAUSE_VERBS, word));
    // `The council ignored her`, not `the increased share`.
    let has_past = clause.windows(2).enumerate().any(|(at, pair)| {
        let is_noun_before = !matches!(pair[0], "the" | "a" | "an" | "his" | "her" | "its" | "their" | "more" | "most");
        at + 2 < clause.len() && pair[1].len() > 4 && pair[1].ends_with("ed") && is_noun_before
    });
    is_opened || is_infinitive || has_verb || has_past
}

/// Whether words are reported: `admitted that it was late`, not `admitted the theft`.
fn is_statement(draft: &Draft, quote: &Quote) -> bool {
    quote.kind != QuoteKind::Indirect || is_clause(&draft.quoted_words(quote))
}

#[cfg(test)]
mod tests {
    use crate::Settings;
    use crate::test_support::{found, found_with};

    #[test]
    fn only_verbs_of_the_list_are_found() {
        let text = "Jane Doe, the mayor, claimed that the bridge was safe. John Roe, a baker, argued that it was not. \
            Ann Roe, a driver, claimed damages.";
        let settings = Settings::parse("[words]\nloaded-verbs = [\"claim\"]").unwrap();
        assert_eq!(found_with("loaded-verb", text, &settings), ["claimed"]);
        assert_eq!(found("loaded-verb", text), [""; 0]);
    }

    #[test]
    fn words_are_reported_beside_the_verb() {
        let found = |sentence: &str| {
            let settings = Settings::parse("[words]\nloaded-verbs = [\"claim\", \"slam\", \"admit\"]").unwrap();
            let text = format!(
                "The bridge was closed on Monday, the council said. {sentence} It will open again in the spring."
            );
            found_with("loaded-verb", &text, &settings)
        };
        for (sentence, verb) in [
            ("Jane Doe, a baker, slammed the plan as “a waste of time and money”.", "slammed"),
            ("Jane Doe, a baker, wrote to the council, claiming that nobody had asked her.", "claiming"),
            ("Jane Doe, a baker, slammed the council after the vote. “Nobody has asked me,” she said.", "slammed"),
            ("Jane Doe, a baker, slammed the offer, calling it “an insult to every baker in the city”.", "slammed"),
            ("“Nobody has asked me,” claimed Jane Doe, a baker.", "claimed"),
            ("“Nobody has asked me,” Jane Doe admits.", "admits"),
            ("Jane Doe, a baker, claimed the council ignored her letters.", "claimed"),
            ("Jane Doe, a baker, claims it cost her a third of her guests.", "claims"),
            ("Jane Doe, a baker, claimed to have written four letters.", "claimed"),
            ("Jane Doe, a baker, slammed the plan as unjust.", "slammed"),
            ("Jane Doe, a baker, has slammed the plan, saying that nobody had asked her.", "slammed"),
        ] {
            assert_eq!(found(sentence), [verb], "{sentence}");
        }
        for sentence in [
            "Jane Doe, a baker, admitted the theft of two bags from it and is in prison.",
            "Jane Doe, a baker, repeated her claims that nobody had asked her.",
            "Jane Doe, a baker, claimed the largest share of the money.",
            "A further nine claims were being read by Jane Doe, a baker.",
            "Jane Doe, a baker, claimed damages for the lost days.",
            "Jane Doe, a baker, slammed the door. “Nobody has asked me,” she said.",
            "“He claimed that it was late,” said Jane Doe, a baker.",
            "The council said that it was late and that claims under the scheme would be dealt with in May.",
            "Jane Doe, a baker, was admitted to hospital.",
        ] {
            assert_eq!(found(sentence), [""; 0], "{sentence}");
        }
    }
}
