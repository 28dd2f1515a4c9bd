//! Mails: the text that they quote, and what is no part of it.
//!
//! Lines quoted with `>` follow RFC 3676, section 4.5; a signature stands behind a line of two hyphens (section 4.3).

use super::reading_text::Edit;
use super::split_lines::{Line, split_lines};
use crate::text::span::Span;

/// The most lines of a signature: more are text behind a line that separates.
const MAX_SIGNATURE_LINES: usize = 12;

/// The longest line of a signature, in bytes.
const MAX_SIGNATURE_LINE: usize = 90;

/// The longest line that says who wrote, in bytes.
const MAX_ATTRIBUTION: usize = 240;

/// Takes the marks of quoting from the beginnings of lines; where their depth changes, a paragraph begins.
pub fn unquote_lines(text: &str) -> Vec<Edit> {
    if !text.contains('>') {
        return Vec::new();
    }
    let lines = split_lines(text);
    let filled = lines.iter().filter(|line| !line.is_blank()).count();
    let quoted = lines.iter().filter(|line| line.span.slice(text).starts_with('>')).count();
    if quoted < filled.min(2) {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut depth_before = 0;
    for line in &lines {
        let content = line.span.slice(text);
        let prefix = content.len() - content.trim_start_matches(['>', ' ']).len();
        let depth = content[..prefix].matches('>').count();
        if depth > 0 {
            let begins_paragraph = depth != depth_before && depth_before > 0;
            let span = Span::new(line.span.start(), line.span.start() + prefix);
            edits.push(Edit::visible(span, if begins_paragraph { "\n" } else { "" }));
        } else if depth_before > 0 && !line.is_blank() {
            // Nothing to see: in the original, the line stands on its own anyway.
            edits.push(Edit::hidden(Span::new(line.span.start(), line.span.start()), "\n"));
        }
        depth_before = depth;
    }
    edits
}

/// The fields of a header that programs show when they forward a mail (RFC 5322, section 3.6).
const HEADERS: [&str; 9] = ["From:", "To:", "Cc:", "CC:", "Bcc:", "Subject:", "Date:", "Sent:", "Reply-To:"];

/// The longest line that a program adds below a mail, in bytes.
const MAX_NOTE: usize = 60;

fn is_header(line: &str) -> bool {
    let line = line.trim_start_matches('*');
    HEADERS.iter().any(|header| line.strip_prefix(header).is_some_and(|rest| rest.starts_with([' ', '\t', '*'])))
}

/// Returns whether a program wrote a line between or below mails.
fn is_separator(line: &str) -> bool {
    let dashed = line.starts_with("--") && line.ends_with("--");
    (dashed
        && matches!(
            line.trim_matches(['-', ' ']).to_ascii_lowercase().as_str(),
            "original message" | "forwarded message"
        ))
        || line == "Begin forwarded message:"
        || (line.len() < MAX_NOTE && (line.starts_with("Sent from my ") || line.starts_with("Get Outlook for ")))
}

/// Finds headers, lines that say who wrote, and signatures.
pub fn mail_parts(text: &str) -> Vec<Span> {
    let lines: Vec<Line> = split_lines(text).into_iter().filter(|line| !line.is_blank()).collect();
    let line = |number: usize| lines.get(number).map_or("", |line| line.span.slice(text));
    let mut parts = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let headers = (at..lines.len()).take_while(|&number| is_header(line(number))).count();
        let length = if headers >= 2 {
            headers
        } else if is_separator(line(at)) {
            1
        } else {
            attribution_lines(line(at), line(at + 1)).max(signature_lines(text, &lines, at))
        };
        parts.extend(lines[at..at + length].iter().map(|line| line.span));
        at += length.max(1);
    }
    parts
}

/// Returns how many lines say who wrote what follows: `On Monday, 3 March 2025, Jane Doe wrote:`.
fn attribution_lines(line: &str, next: &str) -> usize {
    let begins =
        line.starts_with("On ") && line.len() < MAX_ATTRIBUTION && line.contains(|one: char| one.is_ascii_digit());
    if begins && line.ends_with("wrote:") {
        1
    } else if begins && next.len() < MAX_ATTRIBUTION && next.ends_with("wrote:") && !line.ends_with('.') {
        2
    } else {
        0
    }
}

/// Returns how many lines are a signature with the line before it.
fn signature_lines(text: &str, lines: &[Line], at: usize) -> usize {
    let rest = lines.len() - at;
    let is_signature = lines[at].span.slice(text) == "--"
        && (2..=MAX_SIGNATURE_LINES + 1).contains(&rest)
        && lines[at..].iter().all(|line| {
            let content = line.span.slice(text);
            content.len() <= MAX_SIGNATURE_LINE && !content.contains(['“', '"', '”'])
        });
    if is_signature { rest } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::read_layout;

    #[test]
    fn reads_the_text_of_a_mail() {
        let mail = "From: Jane Doe <jane@example.org>\nTo: Tom Reed\nSubject: Fwd: The vote\nDate: Mon, 3 Mar 2025\n\nSee below.\n\nOn Mon, Mar 3, 2025 at 9:12 AM Ann Lee <ann@example.org>\nwrote:\n\n> The minister said on Monday that she would quit at the end of the\n> year, after a vote that nobody in the governing party had expected\n> to lose.\n>\n>> “We knew,” said Ada Byron, who leads the opposition.\n> “All of us knew.”\n--\nJane Doe\nThe Daily News, +1 555 0100";
        let reading = read_layout(mail);
        let paragraphs: Vec<&str> = reading.text().lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            paragraphs,
            [
                "See below.",
                "The minister said on Monday that she would quit at the end of the year, after a vote that nobody in the governing party had expected to lose.",
                "“We knew,” said Ada Byron, who leads the opposition.",
                "“All of us knew.”",
            ]
        );
        let boilerplate: Vec<&str> = reading.boilerplate().iter().map(|span| span.slice(mail)).collect();
        assert_eq!(boilerplate.len(), 9);
        assert_eq!(boilerplate[..2], ["From: Jane Doe <jane@example.org>", "To: Tom Reed"]);
        assert_eq!(boilerplate[6..], ["--", "Jane Doe", "The Daily News, +1 555 0100"]);
    }

    #[test]
    fn leaves_text_that_is_no_mail() {
        for text in [
            "The rate is > 5%.\n> 6% next year.\n“No,” he said.",
            "To: the point\nHe said no.",
            "He wrote:\n“No.”\n--\nShe wrote: “Yes.”",
        ] {
            assert_eq!(read_layout(text).text().replace("\n\n", "\n"), text, "{text}");
        }
    }
}
