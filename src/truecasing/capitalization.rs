//! The form without case: every word but function words begins with a capital.

use super::{capital, small};
use crate::lexicon;
use crate::text::punctuation::{is_apostrophe, is_quotation_mark};
use crate::text::tokens::possessive_length;

/// Adds a line with its words capitalized, the function words inside sentences small.
pub fn push_capitalized(line: &str, new: &mut String) {
    let mut begins = true;
    let mut at = 0;
    while let Some(first) = line[at..].chars().next() {
        if !first.is_alphabetic() {
            new.push(first);
            at += first.len_utf8();
            if matches!(first, '.' | '!' | '?' | '…' | ':') {
                begins = true;
            } else if !first.is_whitespace() && !is_quotation_mark(first) && !matches!(first, '(' | ')' | '[' | ']') {
                begins = false;
            }
            continue;
        }
        let inside_number = line[..at].ends_with(char::is_numeric);
        let length = word_length(&line[at..]);
        let (word, rest) = line[at..].split_at(length);
        let possessive = line[..at].ends_with(is_apostrophe) && word.len() == 1;
        let word: String = word.chars().map(small).collect();
        at += length;
        if inside_number || possessive {
            new.push_str(&word);
        } else if let Some(dots) = dotted_letters(&word, rest) {
            let is_small = matches!((word.as_str(), &rest[..dots]), ("a" | "p", ".m.") | ("e", ".g.") | ("i", ".e."));
            let case = if is_small { small } else { capital };
            new.extend(word.chars().chain(rest[..dots].chars()).map(case));
            at += dots;
            begins = false;
            // An abbreviation may end a sentence.
            begins |= next_word(&line[at..]).is_some_and(|next| lexicon::is_sentence_starter(&capitalized(next)));
            continue;
        } else {
            let is_abbreviation = rest.starts_with('.') && is_abbreviation(&word, &rest[1..]);
            let is_small = !begins && !is_abbreviation && lexicon::is_function_word(&word);
            new.push_str(&if is_small { word } else { capitalized(&word) });
            if is_abbreviation {
                new.push('.');
                at += 1;
            }
        }
        begins = false;
    }
}

/// Returns the length of a word at the start of `rest`: letters, with apostrophes inside; a possessive ending is no part of it.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let joins = is_apostrophe(letter) && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(letter.is_alphabetic() || (joins && possessive_length(&rest[at..]) == 0)) {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// Returns the length of `.S.` behind the `U` of `U.S.`.
fn dotted_letters(word: &str, rest: &str) -> Option<usize> {
    let mut length = 0;
    while word.len() == 1 {
        let Some(letter) = rest[length..].strip_prefix('.').and_then(|rest| rest.chars().next()) else { break };
        let end = length + 1 + letter.len_utf8();
        if !letter.is_alphabetic() || !rest[end..].starts_with('.') {
            break;
        }
        length = end;
    }
    (length > 0).then_some(length + 1)
}

/// Returns whether a dot behind a word makes an abbreviation; `no.` is one only before a number.
fn is_abbreviation(word: &str, rest: &str) -> bool {
    let next = rest.trim_start();
    match word {
        "no" => next.starts_with(char::is_numeric),
        "la" | "mass" | "ill" | "ore" | "pa" | "ind" | "me" => false,
        _ => lexicon::is_abbreviation(word),
    }
}

fn next_word(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    Some(&rest[..word_length(rest)]).filter(|word| !word.is_empty())
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(capital).into_iter().chain(letters.map(small)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_capitalized_but_for_function_words() {
        for (line, expected) in [
            ("the man in the u.s. said no. but who left?", "The Man in the U.S. Said no. But who Left?"),
            ("JOHN O'NEILL'S CO-FOUNDER DIDN'T COME.", "John O'neill's Co-Founder didn't Come."),
            ("“it’s the 1st no. 5,” sen. j. doe said at 5 p.m.", "“It’s the 1st No. 5,” Sen. J. Doe Said at 5 p.m."),
        ] {
            let mut new = String::new();
            push_capitalized(line, &mut new);
            assert_eq!(new, expected);
        }
    }
}
