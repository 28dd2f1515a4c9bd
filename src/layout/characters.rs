//! Characters as they were meant: HTML entities, encoding accidents, invisible characters, decomposed accents, ligatures.

use super::composition::compose;
use super::reading_text::Edit;
use crate::text::span::Span;

/// Named character references of HTML that articles contain.
const NAMED_REFERENCES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("apos", "'"),
    ("bull", "•"),
    ("bdquo", "„"),
    ("copy", "©"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("euro", "€"),
    ("gt", ">"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("ldquo", "“"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("mdash", "—"),
    ("middot", "·"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("ouml", "ö"),
    ("auml", "ä"),
    ("uuml", "ü"),
    ("pound", "£"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rdquo", "”"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("shy", ""),
    ("zwnj", ""),
];

/// The characters that Windows-1252 has at 0x80 to 0x9F; the five bytes that it leaves out stand for themselves.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Finds the characters that stand for others. Soft hyphens at line ends are left, since they join the halves of a word.
pub fn correct_characters(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let mut edits = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii() && bytes[at] != b'&' {
            at += 1;
            continue;
        }
        let done = edits.last().map_or(0, |edit: &Edit| edit.span.end());
        if let Some(edit) = correction(text, at, done) {
            at = edit.span.end();
            edits.push(edit);
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    edits
}

/// Returns the edit for the character at a byte, if there is one; the text before `done` is edited already.
fn correction(text: &str, at: usize, done: usize) -> Option<Edit> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let width = first.len_utf8();
    let replace = |length: usize, new: String| Some(Edit::visible(Span::new(at, at + length), new));
    match first {
        '&' => character_reference(rest).and_then(|(length, new)| replace(length, new)),
        '\u{80}'..='\u{9f}' => {
            let meant = WINDOWS_1252[first as usize - 0x80];
            (!meant.is_control()).then(|| Edit::visible(Span::new(at, at + width), meant.to_string()))
        }
        '\u{ad}' if rest[width..].starts_with(['\n', '\r']) => None,
        '\u{ad}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => replace(width, String::new()),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(Edit::hidden(Span::new(at, at + width), " "))
        }
        '\u{fffd}' => Some(Edit::visible(Span::new(at, at + width), lost_mark(text, at, width)?)),
        '\u{fb00}' => replace(width, "ff".to_owned()),
        '\u{fb01}' => replace(width, "fi".to_owned()),
        '\u{fb02}' => replace(width, "fl".to_owned()),
        '\u{fb03}' => replace(width, "ffi".to_owned()),
        '\u{fb04}' => replace(width, "ffl".to_owned()),
        '\u{300}'..='\u{36f}' => composed_letter(text, at, done),
        '\u{c2}'..='\u{f4}' => doubly_encoded(rest).and_then(|(length, new)| replace(length, new)),
        _ => None,
    }
}

/// Composes the letter before a byte with the accents that follow there.
fn composed_letter(text: &str, at: usize, done: usize) -> Option<Edit> {
    let base = text[done..at].chars().next_back()?;
    let (mut letter, mut end) = (base, at);
    for accent in text[at..].chars() {
        let Some(composed) = compose(letter, accent) else { break };
        letter = composed;
        end += accent.len_utf8();
    }
    if end == at {
        return None;
    }
    let start = at - base.len_utf8();
    // `PeÃ±a` with a decomposed `Ã`.
    if ('\u{c2}'..='\u{f4}').contains(&letter) {
        let composed: String = std::iter::once(letter).chain(text[end..].chars().take(3)).collect();
        if let Some((length, new)) = doubly_encoded(&composed) {
            return Some(Edit::visible(Span::new(start, end + length - letter.len_utf8()), new));
        }
    }
    Some(Edit::hidden(Span::new(start, end), letter.to_string()))
}

/// Reads a character reference (HTML, section 13.5) at the start of `rest`: its length and what it stands for.
fn character_reference(rest: &str) -> Option<(usize, String)> {
    let name = &rest[1..rest.bytes().take(12).position(|byte| byte == b';')?];
    let new = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            let code = match code {
                0x80..=0x9f => WINDOWS_1252[code as usize - 0x80] as u32,
                _ => code,
            };
            let meant = char::from_u32(code).filter(|meant| !meant.is_control())?;
            if meant.is_whitespace() { " ".to_owned() } else { meant.to_string() }
        }
        None => NAMED_REFERENCES.iter().find(|(known, _)| *known == name)?.1.to_owned(),
    };
    Some((name.len() + 2, new))
}

/// Reads UTF-8 that was taken for Windows-1252 (`â€œ` for `“`) at the start of `rest`: its length and what was meant.
fn doubly_encoded(rest: &str) -> Option<(usize, String)> {
    let mut bytes = Vec::with_capacity(4);
    let mut length = 0;
    let mut wanted = 1;
    for character in rest.chars() {
        let Some(byte) = windows_1252_byte(character) else { return truncated_mark(rest) };
        if bytes.is_empty() {
            wanted = match byte {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                _ => 4,
            };
        } else if !(0x80..=0xbf).contains(&byte) {
            return truncated_mark(rest);
        }
        bytes.push(byte);
        length += character.len_utf8();
        if bytes.len() == wanted {
            break;
        }
    }
    if bytes.len() < wanted {
        return truncated_mark(rest);
    }
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    let new = match meant {
        '\u{a0}' => " ".to_owned(),
        // What a Western text may contain; other pairs of letters may be meant as they stand.
        '\u{a1}'..='\u{17f}' | '\u{2010}'..='\u{203a}' | '€' | '™' => meant.to_string(),
        _ => return None,
    };
    Some((length, new))
}

/// Reads `â€` whose third character was lost: a closing mark, the only one whose last byte Windows-1252 leaves out.
fn truncated_mark(rest: &str) -> Option<(usize, String)> {
    rest.starts_with("â€").then(|| ("â€".len(), "”".to_owned()))
}

fn windows_1252_byte(character: char) -> Option<u8> {
    match character {
        '\u{a0}'..='\u{ff}' => u8::try_from(character as u32).ok(),
        _ => WINDOWS_1252.iter().position(|&known| known == character).map(|place| 0x80 + place as u8),
    }
}

/// Returns the mark that a replacement character stands for: an apostrophe inside a word, a quotation mark elsewhere.
fn lost_mark(text: &str, at: usize, width: usize) -> Option<&'static str> {
    let before = text[..at].chars().next_back();
    let after = text[at + width..].chars().next();
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphabetic);
    let is_blank = |character: Option<char>| character.is_none_or(char::is_whitespace);
    if is_letter(before) && is_letter(after) {
        Some("’")
    } else {
        (is_blank(before) != is_blank(after)).then_some("\"")
    }
}

#[cfg(test)]
mod tests {
    use super::super::reading_text::ReadingText;
    use super::*;

    fn corrected(text: &str) -> String {
        let mut reading = ReadingText::new(text);
        reading.rewrite(correct_characters(text));
        reading.text().to_owned()
    }

    #[test]
    fn reads_character_references() {
        assert_eq!(
            corrected("&ldquo;AT&amp;T&#8217;s&#x20;&nbsp;deal,&rdquo; &c; &#0; &unknown; R&D;"),
            "“AT&T’s  deal,” &c; &#0; &unknown; R&D;"
        );
        assert_eq!(corrected("&#147;No&#148; & &"), "“No” & &");
    }

    #[test]
    fn reads_doubly_encoded_text() {
        assert_eq!(
            corrected("â€œItâ€™s over,â€\u{9d} he said â€” for Â£5 in the cafÃ©."),
            "“It’s over,” he said — for £5 in the café."
        );
        assert_eq!(corrected("â€œOver,â€ he said."), "“Over,” he said.");
        assert_eq!(corrected("PeA\u{303}±a said cafA\u{303}© is A\u{303} word"), "Peña said café is Ã word");
        assert_eq!(corrected("São Paulo, NÃO, Ångström, Ðà, Ã"), "São Paulo, NÃO, Ångström, Ðà, Ã");
    }

    #[test]
    fn reads_windows_characters_and_replacement_characters() {
        assert_eq!(corrected("\u{93}It\u{92}s\u{94} \u{96} ok"), "“It’s” – ok");
        assert_eq!(corrected("\u{fffd}It\u{fffd}s over,\u{fffd} he said."), "\"It’s over,\" he said.");
    }

    #[test]
    fn removes_invisible_characters_and_composes_accents() {
        assert_eq!(
            corrected("\u{feff}Nico\u{ad}la\u{200b} Jose\u{301} Ngu\u{79}e\u{302}\u{303}n \u{fb01}rm"),
            "Nicola José Nguyễn firm"
        );
        assert_eq!(corrected("a\u{ad}\nb q\u{301}"), "a\u{ad}\nb q\u{301}");
        assert_eq!(corrected("a\u{a0}b\u{202f}c"), "a b c");
    }
}
