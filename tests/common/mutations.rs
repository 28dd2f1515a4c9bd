//! Mutated texts: articles with parts lost, repeated, exchanged or strange.

/// A small generator of numbers (SplitMix64), the same on every machine.
pub struct Numbers(pub u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn choose<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

const MARKS: &[&str] =
    &["“", "”", "\"", "'", "‘", "’", "„", "«", "»", "‹", "›", "``", "''", "「", "」", "—", "–", "(", ")", "[", "]"];

const STRANGE: &[&str] = &[
    "\u{301}",
    "\u{308}\u{323}",
    "\u{20dd}",
    "\u{200d}",
    "\u{fe0f}",
    "\u{202e}",
    "\u{202c}",
    "\u{2066}",
    "\u{2069}",
    "\u{200f}",
    "👍🏽",
    "👨‍👩‍👧",
    "🇫🇮",
    "שלום ",
    "مرحبا ",
    "你好。",
    "Привет ",
    "ไทย",
    "한국어 ",
    "हिन्दी ",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "\u{feff}",
    "\u{fffd}",
    "\u{ffff}",
    "\u{10ffff}",
    "\u{e000}",
    "\u{d7ff}",
    "\u{2028}",
    "\u{2029}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "İ",
    "ẞ",
    "ŉ",
    "ﬁ",
    "ǅ",
    "Ⅷ",
    "K",
    "½",
    "&quot;",
    "&#8220;",
    "&#x110000;",
    "â€œ",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "> ",
    "• ",
    "1) ",
];

const WORDS: &[&str] = &[
    " said",
    " he said",
    " she",
    " told",
    " that",
    " according to",
    " Doe",
    " Jane Doe",
    " Mr.",
    " U.S.",
    " $3m",
    " I",
    " who",
    ", and",
    ": ",
    ". ",
    "? ",
    "…",
    " the minister",
    " says",
    " asked",
    " not",
    " Q: ",
    " A: ",
    "\nDoe: ",
    "--",
    " by",
    " of",
];

/// A text with a few mutations.
pub fn mutate(text: &str, other: &str, numbers: &mut Numbers) -> String {
    let mut text = text.to_owned();
    for _ in 0..1 + numbers.below(6) {
        change(&mut text, other, numbers);
    }
    text
}

fn change(text: &mut String, other: &str, numbers: &mut Numbers) {
    let at = border(text, numbers);
    let piece = piece(text, at, 40, numbers);
    match numbers.below(12) {
        0 => text.replace_range(piece, ""),
        1 | 2 => text.insert_str(at, numbers.choose(STRANGE)),
        3 => text.insert_str(at, numbers.choose(MARKS)),
        4 => text.insert_str(at, numbers.choose(WORDS)),
        5 => {
            let repeated = text[piece].repeat(1 + numbers.below(4));
            text.insert_str(at, &repeated);
        }
        6 | 7 => swap_mark(text, numbers),
        8 => text.truncate(at),
        9 => *text = text.split_off(at),
        10 => *text = text.replacen("\n\n", numbers.choose(&["", " ", "\n"]), 1 + numbers.below(3)),
        _ => {
            let start = border(other, numbers);
            text.insert_str(at, &other[self::piece(other, start, 80, numbers)]);
        }
    }
}

/// A place between two characters.
fn border(text: &str, numbers: &mut Numbers) -> usize {
    let mut at = numbers.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// A range from a place on, up to a number of bytes.
fn piece(text: &str, start: usize, most: usize, numbers: &mut Numbers) -> std::ops::Range<usize> {
    let mut end = text.len().min(start + numbers.below(most));
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// Puts another quotation mark, or none, in the place of one.
fn swap_mark(text: &mut String, numbers: &mut Numbers) {
    let marks: Vec<(usize, char)> =
        text.char_indices().filter(|(_, character)| "“”\"‘’'„«»".contains(*character)).collect();
    if !marks.is_empty() {
        let (at, mark) = numbers.choose(&marks);
        let new = if numbers.below(5) == 0 { "" } else { numbers.choose(MARKS) };
        text.replace_range(at..at + mark.len_utf8(), new);
    }
}
