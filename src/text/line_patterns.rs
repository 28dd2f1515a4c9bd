//! Single lines whose form tells their role in an article: bylines, dates, credits, captions, and what sites print between
//! paragraphs.

use crate::lexicon::page_words::{LineWords, PageLine};

// Each of these lists is one text, which takes less room in the module than a table.

/// What stands before an author's name.
const BYLINE_STARTS: &str = "By |BY |Written by |Reported by |Reporting by |Story by ";

/// Agencies and broadcasters whose name alone is a credit.
const AGENCIES: &str = "AFP|AP|REUTERS|Reuters|DPA|dpa|UPI|ANI|PTI|IANS|TASS|Xinhua|EFE|ANSA|Bloomberg|BBC|CNN|NPR|Getty Images|Agence France-Presse|The Associated Press|Associated Press|PA Media|Press Association";

/// What follows an agency behind a slash, a hyphen or a space, besides short words in small letters.
const PARTNERS: &str = "AFP|AP|Reuters|Getty Images|DPA";

/// What a credit is for, and what joins it to the name of its maker.
const CREDITED: &str = "Photo|Photos|Picture|Pictures|Image|Images|Photograph|Source|Credit|Copyright|Photo credit|Image credit|Picture credit";
const CREDIT_JOINTS: &str = " by|:| courtesy|s by";

/// What stands before the names of those who worked on an article.
const DESK_STARTS: &str = "Additional reporting by |Reporting by |Writing by |Editing by |Compiled by ";

/// Whole words that begin the description of a picture.
const CAPTION_STARTS: &str = "File photo|FILE PHOTO|FILE|Image caption|Caption|In this photo|In this file photo";

/// Months as they are written before a day: in full, and the short forms, which may have a period.
const MONTHS: &str = "January|February|March|April|May|June|July|August|September|October|November|December";
const SHORT_MONTHS: &str = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec";

/// Returns what follows the first of `starts` that a line begins with.
fn strip_any<'t>(line: &'t str, starts: &str) -> Option<&'t str> {
    starts.split('|').find_map(|start| line.strip_prefix(start))
}

/// Returns a line without the bracket that opens it.
fn without_bracket(line: &str) -> &str {
    line.strip_prefix(['(', '[']).unwrap_or(line)
}

/// Returns whether a text can be names: three characters or more, and no end of a sentence.
fn can_be_names(text: &str) -> bool {
    !text.contains(['.', '!', '?']) && text.chars().nth(2).is_some()
}

/// Returns the length of the beginning of a text that consists of ASCII digits.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Returns whether the neighbour of a word, if it has one, is no part of it.
fn is_outside_word(neighbour: Option<u8>) -> bool {
    neighbour.is_none_or(|byte| !byte.is_ascii_alphanumeric() && byte != b'_')
}

/// Returns whether a line names its author.
pub fn is_byline(line: &str) -> bool {
    strip_any(line, BYLINE_STARTS).is_some_and(can_be_names)
}

/// Returns whether a line is an agency's name.
pub fn is_credit(line: &str) -> bool {
    let line = without_bracket(line);
    let Some(rest) = strip_any(line, AGENCIES) else { return false };
    let mut rest = rest.strip_suffix([')', ']', '.']).unwrap_or(rest);
    while let Some(partner) = rest.strip_prefix(['/', ' ', '-']) {
        let small = partner.bytes().take_while(u8::is_ascii_lowercase).count();
        match strip_any(partner, PARTNERS) {
            Some(behind) => rest = behind,
            None if (2..=4).contains(&small) => rest = &partner[small..],
            None => return false,
        }
    }
    rest.is_empty()
}

/// Returns whether a line begins as those that name a photographer or a source do.
pub fn is_credit_lead(line: &str) -> bool {
    let line = without_bracket(line);
    CREDITED
        .split('|')
        .filter_map(|label| line.strip_prefix(label))
        .any(|rest| strip_any(rest, CREDIT_JOINTS).is_some())
}

/// Returns whether a line says who wrote and edited the article.
pub fn is_desk_note(line: &str) -> bool {
    strip_any(line.strip_prefix('(').unwrap_or(line), DESK_STARTS).is_some_and(|names| {
        let inside = names.strip_suffix(')').unwrap_or(names);
        can_be_names(inside.strip_suffix('.').unwrap_or(inside)) || can_be_names(names)
    })
}

/// Returns whether a line is an electronic address.
pub fn is_address(line: &str) -> bool {
    let is_local = |character: char| character.is_ascii_alphanumeric() || "._%+-".contains(character);
    line.rsplit_once('@').is_some_and(|(before, host)| {
        let lead = before.trim_end_matches(is_local);
        let (name, domain) = host.split_once('.').unwrap_or_default();
        lead.len() < before.len()
            && !lead.contains(['.', '!', '?'])
            && !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && domain.len() >= 2
            && domain.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'.')
    })
}

/// Returns whether a line says what a picture shows: by its beginning, or since the photographer's name ends it.
pub fn is_caption(line: &str) -> bool {
    let starts = |start| line.strip_prefix(start).is_some_and(|rest| is_outside_word(rest.bytes().next()));
    CAPTION_STARTS.split('|').any(starts)
        || strip_any(line, "Fig. |Figure ")
            .is_some_and(|rest| digits(rest) > 0 && rest[digits(rest)..].starts_with(['.', ':']))
        || ends_with_credit(line)
}

/// Returns where one of `months` begins that a text ends with.
fn month_start(text: &str, months: &str) -> Option<usize> {
    let mut starts = months.split('|').filter_map(|month| text.strip_suffix(month)).map(str::len);
    starts.find(|&start| is_outside_word(text[..start].bytes().next_back()))
}

/// Returns the bytes of the first day in a line: `March 3`, `Oct. 12, 2024`.
fn first_day(line: &str) -> Option<std::ops::Range<usize>> {
    line.match_indices(' ').find_map(|(space, _)| {
        let (before, number) = (&line[..space], &line[space + 1..]);
        let day = digits(number).min(2);
        if day == 0 {
            return None;
        }
        let start = month_start(before, MONTHS)
            .or_else(|| month_start(before.strip_suffix('.').unwrap_or(before), SHORT_MONTHS))?;
        let end = space + 1 + day;
        let year = line[end..].strip_prefix(',').map(|rest| rest.strip_prefix(' ').unwrap_or(rest));
        let with_year = year.filter(|year| digits(year) >= 4).map(|year| line.len() - year.len() + 4);
        Some(start..with_year.unwrap_or(end))
    })
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
    let little =
        |around: &str, most: usize| around.chars().count() <= most && !around.contains(['.', '!', '?', '“', '”']);
    published || first_day(line).is_some_and(|day| little(&line[..day.start], 40) && little(&line[day.end..], 24))
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
