//! Ways in which a text arrives from elsewhere.

/// A way in which a text arrives.
pub struct Arrival {
    pub name: &'static str,
    pub change: fn(&str) -> String,
    /// How many quotes of all articles may differ: what was lost cannot always be restored.
    pub may_differ: usize,
}

const fn arrival(name: &'static str, change: fn(&str) -> String) -> Arrival {
    Arrival { name, change, may_differ: 0 }
}

impl Arrival {
    /// The same with quotes that may differ.
    const fn with_losses(self, may_differ: usize) -> Self {
        Self { may_differ, ..self }
    }
}

/// All arrivals.
pub const ARRIVALS: &[Arrival] = &[
    arrival("wrapped at 72 columns", |text| wrap(text, 72, "", "\n\n")),
    arrival("wrapped at 60 columns", |text| wrap(text, 60, "", "\n\n")),
    // A paragraph whose last line is full runs into the next one if that is not indented.
    arrival("wrapped, with indents and without blank lines", |text| wrap(text, 72, "   ", "\n")).with_losses(7),
    arrival("wrapped, with carriage returns", |text| wrap(text, 76, "", "\n\n").replace('\n', "\r\n")),
    arrival("wrapped, with an indent before every line", |text| {
        wrap(text, 66, "", "\n\n").lines().map(|line| format!("    {line}\n")).collect()
    }),
    arrival("words parted at line ends", part_words),
    arrival("quoted in a mail", |text| quote_lines(text, "> ")),
    arrival("quoted twice in a mail", |text| quote_lines(text, ">> ")),
    arrival("forwarded with headers", |text| {
        format!(
            "FYI\n\n---------- Forwarded message ---------\nFrom: Desk <desk@example.org>\nDate: Mon, 3 Mar 2025\nSubject: story\n\n{text}\n\n-- \nThe desk\n+1 555 0100\n"
        )
    }),
    arrival("one line end between paragraphs", |text| text.replace("\n\n", "\n")),
    arrival("bullets before paragraphs", |text| {
        text.replace("\n\n", "\n").split('\n').map(|line| format!("• {line}\n")).collect()
    }),
    arrival("straight marks", straight),
    arrival("LaTeX marks", |text| {
        curly(text).replace('“', "``").replace('”', "''").replace('‘', "`").replace('’', "'")
    }),
    arrival("guillemets", |text| curly(text).replace('“', "«").replace('”', "»")),
    arrival("guillemets with narrow blanks", |text| curly(text).replace('“', "«\u{202f}").replace('”', "\u{202f}»")),
    arrival("German marks", |text| curly(text).replace('“', "„").replace('”', "“")),
    arrival("no-break spaces", |text| text.replace("Mr ", "Mr\u{a0}").replace(" said", "\u{a0}said")),
    arrival("character references", |text| {
        text.replace('“', "&ldquo;")
            .replace('”', "&rdquo;")
            .replace('’', "&#8217;")
            .replace('‘', "&lsquo;")
            .replace('"', "&quot;")
    }),
    arrival("UTF-8 read as Windows-1252", |text| {
        text.replace('“', "â€œ")
            .replace('”', "â€\u{9d}")
            .replace('’', "â€™")
            .replace('‘', "â€˜")
            .replace('—', "â€”")
            .replace('é', "Ã©")
    }),
    arrival("Windows-1252 read as Latin-1", |text| {
        text.replace('“', "\u{93}").replace('”', "\u{94}").replace('’', "\u{92}").replace('‘', "\u{91}")
    }),
    arrival("soft hyphens and zero-width spaces", |text| {
        text.replace("tion", "\u{ad}tion").replace(". ", ".\u{200b} ")
    }),
    arrival("dashes as hyphens", |text| text.replace(['—', '–'], "--")).with_losses(1),
    // Nothing tells any more where the headline ends and where a speaker's turn begins.
    arrival("every line end lost", flat).with_losses(88),
    arrival("every line end lost, straight marks", |text| straight(&flat(text))).with_losses(88),
];

/// Turns every mark into a straight one.
fn straight(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

/// Turns straight double marks into curly ones by the white space before them.
fn curly(text: &str) -> String {
    let mut before = ' ';
    text.chars()
        .map(|character| {
            let opens = before.is_whitespace() || matches!(before, '(' | '—' | '–' | '“' | '‘');
            before = match character {
                '"' if opens => '“',
                '"' => '”',
                '\'' if opens => '‘',
                '\'' => '’',
                other => other,
            };
            before
        })
        .collect()
}

/// Turns every line end into a blank.
fn flat(text: &str) -> String {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Breaks lines at a width.
fn wrap(text: &str, width: usize, indent: &str, between: &str) -> String {
    let paragraphs = text.split('\n').filter(|line| !line.trim().is_empty());
    paragraphs.map(|paragraph| wrap_paragraph(paragraph, width, indent).join("\n")).collect::<Vec<_>>().join(between)
}

fn wrap_paragraph(paragraph: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = indent.to_owned();
    for word in paragraph.split_whitespace() {
        let is_begun = !line.trim().is_empty();
        if is_begun && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        } else if is_begun {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// Breaks lines at a width, every third one inside a long word.
fn part_words(text: &str) -> String {
    let mut paragraphs = Vec::new();
    for paragraph in text.split('\n').filter(|line| !line.trim().is_empty()) {
        let mut lines = wrap_paragraph(paragraph, 64, "");
        for number in (1..lines.len()).step_by(3) {
            let word = lines[number].split(' ').next().unwrap_or_default();
            if word.len() > 8 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                let (first, rest) = (word[..4].to_owned(), lines[number][4..].to_owned());
                lines[number - 1] = format!("{} {first}-", lines[number - 1]);
                lines[number] = rest;
            }
        }
        paragraphs.push(lines.join("\n"));
    }
    paragraphs.join("\n\n")
}

/// Wraps a text and quotes its lines as mail programs do.
fn quote_lines(text: &str, mark: &str) -> String {
    wrap(text, 68, "", "\n\n").lines().map(|line| format!("{mark}{line}\n")).collect()
}
