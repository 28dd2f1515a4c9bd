//! Acronyms and their long forms: `NATO` and `North Atlantic Treaty Organization`.

use rustc_hash::FxHashMap;
use std::ops::Range;

use super::tagger::labels::{EntityClass, TaggedMention};
use crate::lexicon;
use crate::lexicon::nouns::is_organization_word;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// The lengths of acronyms whose long forms are looked for.
const ACRONYM_LENGTHS: Range<usize> = 3..8;

/// The greatest number of tokens of a long form.
const MAX_TOKENS: usize = 12;

/// The probability of a long form whose acronym occurs in the document.
const LONG_FORM_PROBABILITY: f32 = 0.9;

/// Joins each long form whose acronym occurs in the document to one mention, and gives both the same class.
pub(super) fn join_long_forms(document: &Document, tagged: &mut Vec<TaggedMention>) {
    let mut classes: FxHashMap<&str, Option<EntityClass>> = FxHashMap::default();
    for at in document.all_tokens() {
        let word = document.word(at);
        if ACRONYM_LENGTHS.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            classes.entry(word).or_default();
        }
    }
    if classes.is_empty() {
        return;
    }
    for mention in tagged.iter().filter(|mention| mention.tokens.len() == 1) {
        if let Some(class) = classes.get_mut(document.word(mention.tokens.start)) {
            *class = class.or(Some(mention.class));
        }
    }
    let mut long_forms: Vec<TaggedMention> = Vec::new();
    for sentence in &document.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let Some((end, acronym)) = long_form(document, TokenRange::new(at, sentence.end), &classes) else {
                at += 1;
                continue;
            };
            let tokens = TokenRange::new(at, end);
            at = end;
            if is_office(document, tokens) {
                continue;
            }
            let whole = overlapping(tagged, tokens).find(|own| own.tokens == tokens);
            // `United` is also a word of countries.
            let body =
                || tokens.iter().map(|at| document.word(at)).any(|word| word != "United" && is_organization_word(word));
            let class = match whole {
                Some(own) => own.class,
                None if body() => EntityClass::Organization,
                None => classes[acronym].unwrap_or(EntityClass::Organization),
            };
            classes.insert(acronym, Some(class));
            let probability = whole.map_or(LONG_FORM_PROBABILITY, |own| own.probability);
            long_forms.push(TaggedMention { tokens, class, probability });
        }
    }
    // A mention that crosses the edge of a long form is evidence against it.
    long_forms.retain(|long| {
        overlapping(tagged, long.tokens)
            .all(|own| long.tokens.start <= own.tokens.start && own.tokens.end <= long.tokens.end)
    });
    if long_forms.is_empty() {
        return;
    }
    tagged.retain(|own| overlapping(&long_forms, own.tokens).next().is_none());
    let joined: FxHashMap<String, EntityClass> =
        long_forms.iter().map(|long| (initials(document, long.tokens), long.class)).collect();
    for own in tagged.iter_mut().filter(|own| own.tokens.len() == 1) {
        if let Some(&class) = joined.get(document.word(own.tokens.start)) {
            own.class = class;
        }
    }
    tagged.append(&mut long_forms);
    crate::sorting::sort_by_key(tagged, |mention| [mention.tokens.start.number(), 0, 0]);
}

/// Returns the mentions of a sorted list that overlap a range.
fn overlapping(tagged: &[TaggedMention], tokens: TokenRange) -> impl Iterator<Item = &TaggedMention> {
    let first = tagged.partition_point(|own| own.tokens.end <= tokens.start);
    tagged[first..].iter().take_while(move |own| own.tokens.start < tokens.end)
}

/// Returns the end of the long form that begins with the first token, and its acronym.
fn long_form<'d>(
    document: &Document<'d>,
    tokens: TokenRange,
    classes: &FxHashMap<&'d str, Option<EntityClass>>,
) -> Option<(TokenIndex, &'d str)> {
    let mut initials = String::new();
    let mut found = None;
    if matches!(document.word(tokens.start), "The" | "A") {
        return None;
    }
    for at in TokenRange::new(tokens.start, tokens.end.min(tokens.start + MAX_TOKENS)) {
        let word = document.word(at);
        let small = matches!(word, "of" | "for" | "and" | "the" | "in" | "on" | "&" | "against");
        match word.chars().next() {
            Some(first) if first.is_uppercase() && document.tokens[at].kind == TokenKind::Word && word.len() > 1 => {
                initials.push(first);
            }
            _ if small && at > tokens.start => continue,
            _ => break,
        }
        if initials.len() >= ACRONYM_LENGTHS.end {
            break;
        }
        if initials.len() >= ACRONYM_LENGTHS.start
            && let Some((&acronym, _)) = classes.get_key_value(initials.as_str())
        {
            // `Co-operation`: a name does not end inside a hyphenated word.
            let hyphen = document.word(at + 1) == "-" && !document.tokens[at + 1].spaced && at + 2 < tokens.end;
            found = Some((if hyphen { at + 3 } else { at + 1 }, acronym));
        }
    }
    found
}

/// Returns the first letters of the capitalized words of a name.
pub fn initials(document: &Document, tokens: TokenRange) -> String {
    tokens.iter().filter_map(|at| document.word(at).chars().next().filter(|first| first.is_uppercase())).collect()
}

/// Whether words name an office: `Chief Election Commissioner`, `Director of Public Prosecutions`, but not `Union of Teachers`.
fn is_office(document: &Document, tokens: TokenRange) -> bool {
    tokens.iter().any(|at| {
        let word = lexicon::to_lowercase(document.word(at));
        let ends = at + 1 == tokens.end || matches!(document.word(at + 1), "of" | "for");
        ends && lexicon::is_role(&word) && !word.ends_with('s')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str, tagged: &[(Range<usize>, EntityClass)]) -> Vec<(String, EntityClass)> {
        let document = Document::new(text);
        let mut tagged: Vec<TaggedMention> = tagged
            .iter()
            .map(|(tokens, class)| TaggedMention {
                tokens: TokenRange::new(TokenIndex::new(tokens.start), TokenIndex::new(tokens.end)),
                class: *class,
                probability: 0.6,
            })
            .collect();
        join_long_forms(&document, &mut tagged);
        let name = |own: &TaggedMention| document.span(own.tokens).slice(text).to_owned();
        tagged.iter().map(|own| (name(own), own.class)).collect()
    }

    #[test]
    fn joins_a_long_form_to_one_mention() {
        let text = "NATO, the North Atlantic Treaty Organization, met.";
        assert_eq!(
            joined(text, &[(0..1, EntityClass::Place), (3..5, EntityClass::Place)]),
            [
                ("NATO".to_owned(), EntityClass::Organization),
                ("North Atlantic Treaty Organization".to_owned(), EntityClass::Organization)
            ]
        );
    }

    #[test]
    fn skips_small_words_in_long_forms() {
        let text = "The Organization for Security and Co-operation (OSC) met in Vienna.";
        assert!(
            joined(text, &[])
                .contains(&("Organization for Security and Co-operation".to_owned(), EntityClass::Organization))
        );
    }

    #[test]
    fn a_long_form_takes_the_class_of_its_acronym() {
        let text = "The UAE, or United Arab Emirates, is hot.";
        assert_eq!(
            joined(text, &[(1..2, EntityClass::Place)])[1],
            ("United Arab Emirates".to_owned(), EntityClass::Place)
        );
    }

    #[test]
    fn keeps_a_longer_name() {
        let text = "ABC said that Alice Brown Carter Dane left.";
        assert_eq!(
            joined(text, &[(3..7, EntityClass::Person)]),
            [("Alice Brown Carter Dane".to_owned(), EntityClass::Person)]
        );
    }
}
