//! Single lines whose form tells their role in an article: bylines, dates, credits, captions, and what sites print between
//! paragraphs.

use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::page_words::{LineWords, PageLine};

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is a constant that the tests compile")
}

static BYLINE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?-u:By|BY|Written by|Reported by|Reporting by|Story by) [^.!?]{3,}$"));
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?-u)[(\[]?(?:AFP|AP|REUTERS|Reuters|DPA|dpa|UPI|ANI|PTI|IANS|TASS|Xinhua|EFE|ANSA|Bloomberg|BBC|CNN|NPR|Getty Images|Agence France-Presse|The Associated Press|Associated Press|PA Media|Press Association)(?:[/ -](?:AFP|AP|Reuters|Getty Images|dpa|DPA|[a-z]{2,4}))*[)\].]?$",
    )
});
static CREDIT_LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?-u)[(\[]?(?:Photos?|Pictures?|Images?|Photograph|Source|Credit|Copyright|Photo credit|Image credit|Picture credit)(?: by|:| courtesy|s by) ?",
    )
});
static DESK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\(?(?:Additional reporting|Reporting|Writing|Editing|Compiled) by [^.!?]{3,}\.?\)?$"));
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^.!?]*[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z.]{2,}$"));
static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?-u)(?:File photo|FILE PHOTO|FILE|Image caption|Caption|In this (?:file )?photo)\b|^(?-u)Fig(?:\.|ure) [0-9]+[.:]",
    )
});
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?-u)\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) [0-9]{1,2}(?:, ?[0-9]{4})?",
    )
});

/// Returns whether a line names its author.
pub fn is_byline(line: &str) -> bool {
    BYLINE.is_match(line)
}

/// Returns whether a line is an agency's name.
pub fn is_credit(line: &str) -> bool {
    CREDIT.is_match(line)
}

/// Returns whether a line begins as those that name a photographer or a source do.
pub fn is_credit_lead(line: &str) -> bool {
    CREDIT_LEAD.is_match(line)
}

/// Returns whether a line says who wrote and edited the article.
pub fn is_desk_note(line: &str) -> bool {
    DESK.is_match(line)
}

/// Returns whether a line is an electronic address.
pub fn is_address(line: &str) -> bool {
    ADDRESS.is_match(line)
}

/// Returns whether a line says what a picture shows: by its beginning, or since the photographer's name ends it.
pub fn is_caption(line: &str) -> bool {
    CAPTION.is_match(line) || ends_with_credit(line)
}

/// What stands before the colon and the name of a picture's maker.
const CREDIT_LABELS: &str = "Photograph|Photographs|Photo|Photos|Picture|Pictures|Image|Images|Credit|Pic";

/// The longest name of a picture's maker, in bytes.
const MAX_CREDIT: usize = 60;

/// Returns whether a line ends with the name of a picture's maker: `… (Image: Jo Doe)`, `… Photograph: Jo Doe/AFP`.
fn ends_with_credit(line: &str) -> bool {
    let label = line.rmatch_indices(':').find_map(|(colon, _)| {
        let name = line[colon + 1..].strip_prefix(' ')?;
        Some((CREDIT_LABELS.split('|').find_map(|label| line[..colon].strip_suffix(label))?, name))
    });
    if let Some((before, name)) = label {
        return before.ends_with([' ', '('])
            && name.len() <= MAX_CREDIT
            && name.starts_with(char::is_uppercase)
            && !name.contains(['“', '”', '"', '!', '?'])
            && !name.contains(". The ");
    }
    // A name and a house: `(Lou Petrakis / Pike City Star)`.
    let bracket = line.strip_suffix(')').and_then(|line| line.rfind(" (").map(|at| &line[at + 2..]));
    bracket.is_some_and(|name| {
        let words = || name.split([' ', '/']).filter(|word| !word.is_empty());
        name.len() <= MAX_CREDIT
            && name.contains('/')
            && words().count() >= 3
            && words().all(|word| word.starts_with(char::is_uppercase))
    })
}

/// Returns whether a line is `Published: 3 p.m.`, or a date with little text around it.
pub fn is_dateline(line: &str) -> bool {
    let published = ["Published", "Updated", "Posted", "Last updated"].iter().any(|word| {
        line.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with([':', ' ']) && (4..=61).contains(&rest.chars().count()))
    });
    // A pattern that counts letters would be large.
    let little =
        |around: &str, most: usize| around.chars().count() <= most && !around.contains(['.', '!', '?', '“', '”']);
    published || DAY.find(line).is_some_and(|day| little(&line[..day.start()], 40) && little(&line[day.end()..], 24))
}

/// Returns whether a line is a byline, a date, a credit or a caption, wherever it stands.
pub fn is_detail(line: &str) -> bool {
    let words = line.split_whitespace().count();
    words <= 60
        && (is_credit(line)
            || (words <= 14 && (is_credit_lead(line) || is_dateline(line) || is_byline(line)))
            || (words <= 40 && is_desk_note(line))
            || is_caption(line))
}

/// Beginnings of lines that are no part of an article's text, in the case in which they are printed.
const BOILERPLATE_STARTS: [&str; 7] =
    ["FULL TEXT", "ABSTRACT", "CORRECTION", "Follow @", "http://", "https://", "www."];

/// Returns whether a line is one that sites print between the paragraphs of an article.
pub fn is_insert(line: &str) -> bool {
    if BOILERPLATE_STARTS.iter().any(|start| line.starts_with(start)) {
        return true;
    }
    let words = LineWords::new(line);
    let is_unquoted = !line.starts_with(['“', '"', '‘', '\'']) && !line.starts_with(char::is_lowercase);
    // `OK!` may be a turn of an interview.
    let is_open = !line.ends_with(['.', '?', '…']) && (!line.ends_with('!') || words.count() > 2);
    is_unquoted
        && (words.opens_insert() || (is_open && words.whole_line().is_some_and(PageLine::stands_between_paragraphs)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognizes_captions_by_the_name_of_the_photographer() {
        for line in [
            "Fig. 3. Upper Lorne school, 1951. Courtesy of the Lorne Valley Trust.",
            "Boats in the harbour (Image: Family handout)",
            "A pilot on the ladder of the ship. Photograph: Sindre Vollan/Lysbilde",
            "Emeka Obi with an ice core: “I still say Christmas.” Credit: Ostrand University/H. Lie",
            "Chief Oakes with the oldest bucket. (Lou Petrakis / Pike City Star)",
        ] {
            assert!(is_caption(line), "{line}");
        }
        for line in [
            "She had one credit: a film of 1998 that nobody saw.",
            "“It is a bad picture: Nobody smiles,” she said.",
            "He said the plan (and/or the map) was lost.",
            "The party (R/D) voted no.",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }

    #[test]
    fn recognizes_what_sites_print_between_paragraphs() {
        for line in [
            "Story continues below",
            "Article continues after advertisement",
            "Advertisement · Scroll to continue",
            "Scroll down for video",
            "RELATED: Mayor says budget has “no fat”",
            "Recommended",
            "Report this ad",
            "Thank you for subscribing!",
            "Share",
        ] {
            assert!(is_insert(line), "{line}");
        }
        for line in ["“Share,” she said.", "OK.", "Stories continue to be told.", "Shares fell.", "read more, he said"]
        {
            assert!(!is_insert(line), "{line}");
        }
    }
}
