//! Quotation marks that do not match.

mod single;

use whosaid::{Paragraph, ParagraphRole, Range};

use super::Rule;
use crate::draft::Draft;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "quotation-marks",
    reason: "Readers must see where a quote starts and ends.",
    severity: Severity::Error,
    check,
};

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let paragraphs: Vec<&Paragraph> =
        draft.report.paragraphs.iter().filter(|paragraph| paragraph.role != ParagraphRole::Boilerplate).collect();
    let house = single::House::of(draft);
    let mut findings = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let text = draft.at(with_stray_marks(draft, paragraph.range()));
        // Other languages open with marks that close in English, and quotes inside quotes may have the same marks.
        if text.contains(['„', '«', '»', '「']) {
            continue;
        }
        // The report may end a paragraph inside a line, where a new quote starts.
        let is_next = |next: &&&Paragraph| draft.at(Range { start: paragraph.end, end: next.start }).contains('\n');
        let next = paragraphs.get(number + 1).filter(is_next).map_or("", |next| draft.at(next.range()));
        let goes_on = |marks: &[char]| next.trim_start().starts_with(marks) && !ends_with_speaker(text);
        if !is_nested(text) {
            match_marks(draft, text, paragraph.start, goes_on(&['“', '"']), &mut findings);
        }
        // One slip, such as `‘We are sorry,"`, is told once.
        let is_told = findings
            .iter()
            .any(|finding| paragraph.start <= finding.range.start && finding.range.start < paragraph.end);
        if is_told {
            continue;
        }
        single::match_marks(text, paragraph.start, goes_on(&['‘', '\'']), house, &mut findings);
    }
    findings
}

/// A paragraph with marks that the report leaves out at its end: `…,” she said. “It is late.””`
fn with_stray_marks(draft: &Draft, paragraph: Range) -> Range {
    let behind = draft.after(paragraph.end);
    let marks = behind.len() - behind.trim_start_matches(['”', '“', '"', '’']).len();
    Range { start: paragraph.start, end: paragraph.end + marks }
}

/// Whether a paragraph ends with who said the words of it: `…, said Jane Doe.`, `…, he said.`
fn ends_with_speaker(text: &str) -> bool {
    let last = text.trim_end().strip_suffix('.').unwrap_or_default();
    let clause = last.rsplit([',', '?', '!']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "he" | "she");
    let says = |word: &str| matches!(word, "said" | "says" | "added");
    let is_speaker = match words[..] {
        [verb, ref name @ ..] if says(verb) => name.iter().all(|word| is_name(word)) && !name.is_empty(),
        [ref name @ .., verb] if says(verb) => name.iter().all(|word| is_name(word)) && !name.is_empty(),
        _ => false,
    };
    is_speaker && clause.len() < last.len()
}

/// Whether as many curly marks close as open, and none closes before one opens.
fn is_nested(text: &str) -> bool {
    let mut depth = 0_usize;
    for mark in text.chars().filter(|mark| matches!(mark, '“' | '”')) {
        let next = if mark == '“' { depth.checked_add(1) } else { depth.checked_sub(1) };
        let Some(next) = next else { return false };
        depth = next;
    }
    depth == 0 && text.contains('“') && !text.contains('"')
}

/// Matches the double marks of one paragraph, which may leave one open if the next paragraph goes on with it.
fn match_marks(draft: &Draft, text: &str, start: usize, goes_on: bool, findings: &mut Vec<Finding>) {
    let mut open: Option<(usize, char)> = None;
    let mut previous = ' ';
    for (at, mark) in text.char_indices() {
        let range = Range { start: start + at, end: start + at + mark.len_utf8() };
        match (mark, open) {
            ('“', Some((opened, _))) => {
                findings.push(unclosed(draft, opened));
                open = Some((range.start, mark));
            }
            ('“', None) => open = Some((range.start, mark)),
            ('”', None) => findings.push(Finding::new(range, "This mark closes no quote.".to_owned())),
            ('”', Some((opened, '"'))) => {
                let opened = Range { start: opened, end: opened + 1 };
                let message = "This mark is straight, and the one that closes it is curly.".to_owned();
                findings.push(Finding::new(opened, message).with_fix(opened, "“"));
                open = None;
            }
            ('”', Some(_)) => open = None,
            // Inches and seconds.
            ('"', None) if previous.is_ascii_digit() => {}
            ('"', Some((_, '“'))) => {
                let message = "This mark is straight, and the one that opens is curly.".to_owned();
                findings.push(Finding::new(range, message).with_fix(range, "”"));
                open = None;
            }
            ('"', Some(_)) => open = None,
            ('"', None) => open = Some((range.start, mark)),
            _ => {}
        }
        previous = mark;
    }
    if let Some((opened, _)) = open.filter(|_| !goes_on) {
        findings.push(unclosed(draft, opened));
    }
}

/// A mark that is not closed; mended where the report knows that the words end before a cue.
fn unclosed(draft: &Draft, opened: usize) -> Finding {
    let mark = draft.text[opened..].chars().next().unwrap_or('“');
    let finding =
        Finding::new(Range { start: opened, end: opened + mark.len_utf8() }, "This mark is not closed.".to_owned());
    let pieces = draft.report.quotes.iter().filter_map(|quote| Some((quote, quote.cue.as_ref()?)));
    let end =
        pieces.flat_map(|(quote, cue)| quote.content.iter().map(move |range| (range, cue))).find_map(|(range, cue)| {
            let ends =
                draft.at(*range).ends_with([',', '?', '!']) && cue.start >= range.end && cue.start - range.end < 60;
            (range.start == opened && ends).then_some(range.end)
        });
    match end {
        Some(end) => finding.with_fix(Range { start: end, end }, if mark == '"' { "\"" } else { "”" }),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::found;

    #[test]
    fn marks_come_in_pairs() {
        for (text, expected) in [
            ("“We are sorry, said Jane Doe, the mayor. “We will rebuild it all.”", &["“"][..]),
            ("“We are sorry,” said Jane Doe, the mayor. We will rebuild.”", &["”"]),
            ("\"We are sorry, said Jane Doe, the mayor.", &["\""]),
            ("“We are sorry,\" said Jane Doe, the mayor.", &["\""]),
            ("\"We are sorry,\" said Jane Doe, the mayor, who is 6'2\" tall.", &[]),
            ("“We are sorry,” said Jane Doe. “We will rebuild.””\n\nIt will be soon.", &["”"]),
            ("“We are sorry, said Jane Doe.\n\n“It will be soon,” she said.", &["“"]),
            ("“He said “never again” to me,” said Jane Doe, the mayor.", &[]),
            ("“We are sorry,” said Jane Doe, the mayor. “We will rebuild.\n\n“It will be soon.”", &[]),
        ] {
            assert_eq!(found(RULE.id, text), expected, "{text}");
        }
    }

    #[test]
    fn a_mark_is_put_before_the_cue() {
        let text = "“We are sorry, said Jane Doe, the mayor. “We will rebuild it all.”";
        let findings = crate::check(&mut whosaid::Analyzer::new(), text, &Settings::default());
        let fix = findings.iter().find(|finding| finding.rule == RULE.id).unwrap().fix.clone().unwrap();
        let mended = format!("{}{}{}", &text[..fix.range.start], fix.replacement, &text[fix.range.end..]);
        assert_eq!(mended, "“We are sorry,” said Jane Doe, the mayor. “We will rebuild it all.”");
    }
}
