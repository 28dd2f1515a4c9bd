//! An acronym and its long form: `NATO`, and `the North Atlantic Treaty Organization`.

use rustc_hash::FxHashMap;
use std::ops::Range;

use super::tagger::labels::{Class, Tagged};
use crate::lexicon;
use crate::lexicon::nouns::is_organization_word;
use crate::text::document::Document;
use crate::text::tokens::TokenKind;

/// How many letters an acronym has whose long form is looked for.
const LETTERS: Range<usize> = 3..8;

/// How many tokens a long form has at most.
const LONGEST: usize = 12;

/// How sure a long form is whose acronym the document has.
const SURE: f32 = 0.9;

/// Makes one name of each long form whose acronym stands elsewhere in the document, and both of one class.
pub(super) fn join(document: &Document, tagged: &mut Vec<Tagged>) {
    let mut classes: FxHashMap<&str, Option<Class>> = FxHashMap::default();
    for at in 0..document.tokens.len() {
        let word = document.word(at);
        if LETTERS.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
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
    let mut long_forms: Vec<Tagged> = Vec::new();
    for sentence in &document.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let Some((end, acronym)) = long_form(document, at..sentence.end, &classes) else {
                at += 1;
                continue;
            };
            let tokens = at..end;
            at = end;
            // `Chief Election Commissioner (CEC)` is an office.
            if tokens.clone().any(|at| lexicon::is_role(&lexicon::to_lowercase(document.word(at)))) {
                continue;
            }
            let whole = overlapping(tagged, &tokens).find(|own| own.tokens == tokens);
            // Countries are united, too.
            let body = || {
                tokens.clone().map(|at| document.word(at)).any(|word| word != "United" && is_organization_word(word))
            };
            let class = match whole {
                Some(own) => own.class,
                None if body() => Class::Organization,
                None => classes[acronym].unwrap_or(Class::Organization),
            };
            classes.insert(acronym, Some(class));
            let probability = whole.map_or(SURE, |own| own.probability);
            long_forms.push(Tagged { tokens, class, probability });
        }
    }
    // A name that reaches over the edge of a long form says that it is none.
    long_forms.retain(|long| {
        overlapping(tagged, &long.tokens)
            .all(|own| long.tokens.start <= own.tokens.start && own.tokens.end <= long.tokens.end)
    });
    if long_forms.is_empty() {
        return;
    }
    tagged.retain(|own| overlapping(&long_forms, &own.tokens).next().is_none());
    let joined: FxHashMap<String, Class> =
        long_forms.iter().map(|long| (initials(document, long.tokens.clone()), long.class)).collect();
    for own in tagged.iter_mut().filter(|own| own.tokens.len() == 1) {
        if let Some(&class) = joined.get(document.word(own.tokens.start)) {
            own.class = class;
        }
    }
    tagged.append(&mut long_forms);
    crate::sorting::sort(tagged, |mention| [mention.tokens.start, 0, 0]);
}

/// The names of a sorted list that share a token with a range.
fn overlapping<'t>(tagged: &'t [Tagged], tokens: &Range<usize>) -> impl Iterator<Item = &'t Tagged> {
    let (start, end) = (tokens.start, tokens.end);
    let first = tagged.partition_point(|own| own.tokens.end <= start);
    tagged[first..].iter().take_while(move |own| own.tokens.start < end)
}

/// Where a long form that begins with the first token ends, and its acronym.
fn long_form<'d>(
    document: &Document<'d>,
    tokens: Range<usize>,
    classes: &FxHashMap<&'d str, Option<Class>>,
) -> Option<(usize, &'d str)> {
    let mut initials = String::new();
    let mut found = None;
    if matches!(document.word(tokens.start), "The" | "A") {
        return None;
    }
    for at in tokens.start..tokens.end.min(tokens.start + LONGEST) {
        let word = document.word(at);
        let small = matches!(word, "of" | "for" | "and" | "the" | "in" | "on" | "&" | "against");
        match word.chars().next() {
            Some(first) if first.is_uppercase() && document.tokens[at].kind == TokenKind::Word && word.len() > 1 => {
                initials.push(first);
            }
            _ if small && at > tokens.start => continue,
            _ => break,
        }
        if initials.len() >= LETTERS.end {
            break;
        }
        if initials.len() >= LETTERS.start
            && let Some((&acronym, _)) = classes.get_key_value(initials.as_str())
        {
            // `Co-operation`: a name does not end within a word.
            let hyphen = document.word(at + 1) == "-" && !document.tokens[at + 1].spaced && at + 2 < tokens.end;
            found = Some((if hyphen { at + 3 } else { at + 1 }, acronym));
        }
    }
    found
}

/// The first letters of the capitalised words of a name.
pub fn initials(document: &Document, tokens: Range<usize>) -> String {
    tokens.filter_map(|at| document.word(at).chars().next().filter(|first| first.is_uppercase())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str, tagged: &[(Range<usize>, Class)]) -> Vec<(String, Class)> {
        let document = Document::new(text);
        let mut tagged: Vec<Tagged> = tagged
            .iter()
            .map(|(tokens, class)| Tagged { tokens: tokens.clone(), class: *class, probability: 0.6 })
            .collect();
        join(&document, &mut tagged);
        let name = |own: &Tagged| document.span(own.tokens.clone()).of(text).to_owned();
        tagged.iter().map(|own| (name(own), own.class)).collect()
    }

    #[test]
    fn a_long_form_is_one_name() {
        let text = "NATO, the North Atlantic Treaty Organization, met.";
        assert_eq!(
            joined(text, &[(0..1, Class::Place), (3..5, Class::Place)]),
            [
                ("NATO".to_owned(), Class::Organization),
                ("North Atlantic Treaty Organization".to_owned(), Class::Organization)
            ]
        );
    }

    #[test]
    fn small_words_have_no_initial() {
        let text = "The Organization for Security and Co-operation (OSC) met in Vienna.";
        assert!(
            joined(text, &[]).contains(&("Organization for Security and Co-operation".to_owned(), Class::Organization))
        );
    }

    #[test]
    fn a_place_stays_a_place() {
        let text = "The UAE, or United Arab Emirates, is hot.";
        assert_eq!(joined(text, &[(1..2, Class::Place)])[1], ("United Arab Emirates".to_owned(), Class::Place));
    }

    #[test]
    fn a_name_that_reaches_further_is_left() {
        let text = "ABC said that Alice Brown Carter Dane left.";
        assert_eq!(joined(text, &[(3..7, Class::Person)]), [("Alice Brown Carter Dane".to_owned(), Class::Person)]);
    }
}
