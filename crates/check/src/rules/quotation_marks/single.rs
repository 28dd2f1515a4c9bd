//! Single marks, which are apostrophes as well.

use whosaid::Range;

use crate::Finding;
use crate::draft::Draft;
use crate::words::is_listed;

/// Words that begin with an apostrophe.
const ELISIONS: &str = "em til tis twas cause n bout round cos ere allo ello im er s";

/// Signs behind which a single mark closes a quote for certain.
const ENDS: [char; 8] = [',', '.', '?', '!', '…', '”', '"', '—'];

/// What a single mark does.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mark {
    Opens,
    Closes,
    /// It closes a quote or is the apostrophe of `the drivers’ bus`.
    MayClose,
    Apostrophe,
}

/// How a text uses single marks.
#[derive(Clone, Copy, Default)]
pub struct House {
    /// Whether speech stands between them.
    has_speech: bool,
    /// Whether they are curly.
    is_curly: bool,
}

impl House {
    /// Looks at all marks of a text.
    pub fn of(draft: &Draft) -> Self {
        let mut house = Self::default();
        let (mut pairs, mut doubles, mut curly) = (0, 0, 0);
        for paragraph in draft.body() {
            let text = draft.at(paragraph.range());
            let marks: Vec<(usize, char, Mark)> = marks(text).collect();
            pairs += marks.windows(2).filter(|pair| pair[0].2 == Mark::Opens && pair[1].2 == Mark::Closes).count();
            pairs += usize::from(
                marks.iter().any(|mark| mark.2 == Mark::Opens) && marks.iter().any(|mark| mark.2 == Mark::Closes),
            );
            doubles += text.matches(['“', '"']).count();
            curly += marks.iter().filter(|mark| mark.1 == '‘').count();
        }
        house.has_speech = pairs >= 2 && pairs >= doubles;
        house.is_curly = curly > 0;
        house
    }
}

/// The single marks of a text, with what each of them does.
fn marks(text: &str) -> impl Iterator<Item = (usize, char, Mark)> {
    text.char_indices().filter(|(_, mark)| matches!(mark, '‘' | '’' | '\'')).map(|(at, mark)| {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let behind = &text[at + mark.len_utf8()..];
        (at, mark, what(mark, before, behind))
    })
}

fn what(mark: char, before: char, behind: &str) -> Mark {
    let next = behind.chars().next().unwrap_or(' ');
    let word = behind.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let is_elision =
        is_listed(ELISIONS, &word) || word.starts_with(|first: char| first.is_ascii_digit()) && word.ends_with('s');
    let is_year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    if before.is_alphanumeric() && next.is_alphanumeric() {
        return Mark::Apostrophe;
    }
    if before.is_ascii_digit() && mark == '\'' {
        // Feet and minutes.
        return Mark::Apostrophe;
    }
    let starts = before.is_whitespace() || matches!(before, '(' | '[' | '“' | '"' | '—' | '–' | '-' | '‘' | '/');
    match mark {
        '‘' if is_elision || is_year => Mark::Apostrophe,
        '‘' => Mark::Opens,
        _ if starts && !next.is_whitespace() && mark == '\'' && !is_elision && !is_year => Mark::Opens,
        _ if starts => Mark::Apostrophe,
        _ if next.is_alphanumeric() => Mark::Apostrophe,
        _ if ENDS.contains(&before) => Mark::Closes,
        _ => Mark::MayClose,
    }
}

/// Matches the single marks of one paragraph, which may leave one open if the next paragraph goes on with it.
pub fn match_marks(text: &str, start: usize, goes_on: bool, house: House, findings: &mut Vec<Finding>) {
    let range = |at: usize, mark: char| Range { start: start + at, end: start + at + mark.len_utf8() };
    let mut open: Option<(usize, char)> = None;
    // Whether a mark since the open one may have closed it.
    let mut may_be_closed = false;
    let mut after_close = None;
    for (at, mark, what) in marks(text) {
        let is_straight = mark == '\'';
        // In a text with speech between double marks, a straight one has too many other uses.
        if is_straight && !house.has_speech {
            continue;
        }
        match (what, open) {
            (Mark::Opens, Some((opened, by))) if !may_be_closed => {
                if at == opened + by.len_utf8() && mark == by {
                    findings.push(Finding::new(range(at, mark), "This mark is doubled.".to_owned()));
                    continue;
                }
                findings.push(Finding::new(range(opened, by), "This mark is not closed.".to_owned()));
                open = Some((at, mark));
            }
            (Mark::Opens, _) => {
                open = Some((at, mark));
                may_be_closed = false;
            }
            (Mark::Closes, Some((opened, by))) => {
                if by == '‘' && is_straight {
                    let message = "This mark is straight, and the one that opens is curly.".to_owned();
                    findings.push(Finding::new(range(at, mark), message).with_fix(range(at, mark), "’"));
                } else if by == '\'' && !is_straight && house.is_curly {
                    let message = "This mark is straight, and the one that closes it is curly.".to_owned();
                    findings.push(Finding::new(range(opened, by), message).with_fix(range(opened, by), "‘"));
                }
                open = None;
                after_close = Some((at + mark.len_utf8(), mark));
            }
            (Mark::MayClose, Some(_)) => may_be_closed = true,
            (Mark::MayClose, None) if after_close == Some((at, mark)) => {
                findings.push(Finding::new(range(at, mark), "This mark is doubled.".to_owned()));
            }
            (Mark::Closes, None) if house.has_speech => {
                findings.push(Finding::new(range(at, mark), "This mark closes no quote.".to_owned()));
            }
            _ => {}
        }
    }
    if let Some((opened, by)) = open.filter(|_| !may_be_closed && !goes_on) {
        findings.push(Finding::new(range(opened, by), "This mark is not closed.".to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    /// The single marks that are found in a text with speech between such marks.
    fn wrong(text: &str) -> Vec<String> {
        let curly = "\n\n‘We are sorry,’ said Jane Doe, the mayor.\n\n‘It will be late,’ she said. ‘It may rain.’";
        let straight = curly.replace(['‘', '’'], "'");
        let house = if text.contains(['‘', '’']) { curly } else { &straight };
        found("quotation-marks", &format!("The bridge will close on Monday, the council said.\n\n{text}{house}"))
    }

    #[test]
    fn single_marks_come_in_pairs() {
        for (text, expected) in [
            ("‘We’re sorry, said John Roe. ‘We’ll rebuild it.’", "‘"),
            ("‘We’re sorry,’ said John Roe. We’ll rebuild it.’", "’"),
            ("‘We’re sorry,' said John Roe.", "'"),
            ("'We’re sorry,’ said John Roe.", "'"),
            ("‘‘We’re sorry,’ said John Roe.", "‘"),
            ("‘We’re sorry,’’ said John Roe.", "’"),
            ("'We're sorry, said John Roe. 'We'll rebuild it.'", "'"),
            ("'We're sorry, said John Roe.", "'"),
            ("‘We’re sorry,\" said John Roe.", "\""),
            ("We're sorry,' said John Roe.", "'"),
        ] {
            assert_eq!(wrong(text), [expected], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in [
            "‘The drivers’ bus was late in the ’90s, rock ’n’ roll and all,’ said John Roe.",
            "'The drivers' bus was late in the '90s, rock 'n' roll and all,' said John Roe.",
            "‘He told me, “It’s over,” and left,’ said John Roe.",
            "The Joneses’ dog is 6' long, and James' cat is not.",
            "‘We are sorry,’ said John Roe. ‘We will rebuild it.\n\n‘It will be soon.’",
            "He called it ‘a knock to the ankle’. She called it ‘nothing’, too.",
            "'Dogs' and 'cats' were two of the crews' boats.",
            "‘I’m goin’ home, get ’em,’ said John Roe.",
        ] {
            assert_eq!(wrong(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn marks_within_double_ones_are_closed_too() {
        let text =
            "“She told me, ‘Don’t write it down, because I may get better,” said Jane Doe, the mayor. “It’s late.”";
        assert_eq!(found("quotation-marks", text), ["‘"]);
        assert_eq!(found("quotation-marks", &text.replace("better,”", "better,’”")), [""; 0]);
        let straight =
            "\"She told me, 'Don't write it down',\" said Jane Doe, the mayor. \"Get 'em, the boys' boat is late.\"";
        assert_eq!(found("quotation-marks", straight), [""; 0]);
    }
}
