//! Words of a text, compared without case and marks.

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// In lower case, with a straight apostrophe.
    pub plain: String,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

/// Splits a text into words: letters and digits, with apostrophes, hyphens and the signs of numbers inside.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let is_inner = |character: char| matches!(character, '\'' | '’' | '-' | '.' | ',');
    let mut start = None;
    let mut close = |from: usize, to: usize| {
        let word = text[from..to].trim_end_matches(is_inner);
        let plain = word.to_lowercase().replace('’', "'");
        words.push(Word { plain, start: from, end: from + word.len() });
    };
    let mut previous = ' ';
    for (at, character) in text.char_indices() {
        let next = text[at + character.len_utf8()..].chars().next().unwrap_or(' ');
        let joins = match character {
            '.' | ',' => previous.is_ascii_digit() && next.is_ascii_digit(),
            _ => is_inner(character) && previous.is_alphanumeric() && next.is_alphanumeric(),
        };
        if character.is_alphanumeric() || joins {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            close(from, at);
        }
        previous = character;
    }
    if let Some(from) = start {
        close(from, text.len());
    }
    words
}

/// Whether a word is one of a list with spaces between them, which takes less room in a module than a list of its own for each word.
pub fn is_listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// The words of a text in lower case.
pub fn plain_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.plain).collect()
}

/// Whether `part` stands in `whole`, word by word.
pub fn contains(whole: &[String], part: &[String]) -> bool {
    part.is_empty() || whole.windows(part.len()).any(|window| window == part)
}

/// The number of words that two passages have in common, in the same order.
pub fn common(first: &[String], second: &[String]) -> usize {
    let mut lengths = vec![0; second.len() + 1];
    for word in first {
        let mut diagonal = 0;
        for (at, other) in second.iter().enumerate() {
            let above = lengths[at + 1];
            lengths[at + 1] = if word == other { diagonal + 1 } else { above.max(lengths[at]) };
            diagonal = above;
        }
    }
    lengths[second.len()]
}

/// Whether two names differ by one letter, or by two that are exchanged, behind the same first letter.
pub fn differ_by_a_letter(first: &str, second: &str) -> bool {
    let (first, second): (Vec<char>, Vec<char>) = (first.chars().collect(), second.chars().collect());
    let (short, long) = if first.len() <= second.len() { (&first, &second) } else { (&second, &first) };
    if short == long || short.first() != long.first() || long.len() - short.len() > 1 {
        return false;
    }
    let before = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let after = short[before..].iter().rev().zip(long.iter().rev()).take_while(|(one, other)| one == other).count();
    let (left, right) = (&short[before..short.len() - after], &long[before..long.len() - after]);
    match (left, right) {
        ([], [_]) | ([_], [_]) => true,
        ([one, other], [other_again, one_again]) => one == one_again && other == other_again,
        _ => false,
    }
}

/// How a name sounds, roughly: `Catherine` and `Katherine`, `Stephen` and `Steven`, `Philip` and `Phillip` are one.
pub fn sound(name: &str) -> String {
    let name = name.to_lowercase().replace("ph", "f").replace("ck", "k").replace("sch", "sh").replace("gh", "g");
    let mut sound = String::new();
    for letter in name.chars() {
        let letter = match letter {
            'c' | 'q' => 'k',
            'v' => 'f',
            'y' => 'i',
            'z' => 's',
            other => other,
        };
        if letter.is_alphabetic() && !sound.ends_with(letter) {
            sound.push(letter);
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_inner_signs() {
        assert_eq!(
            plain_words("“We’ll pay $1,200.50,” the co-owner said."),
            ["we'll", "pay", "1,200.50", "the", "co-owner", "said"]
        );
        assert_eq!(plain_words("don't.' 7,"), ["don't", "7"]);
    }

    #[test]
    fn names_differ_by_a_letter() {
        for (first, second) in [("Holt", "Hoult"), ("Meyer", "Meier"), ("Brian", "Brain"), ("Nguyễn", "Nguyen")] {
            assert!(differ_by_a_letter(first, second) && differ_by_a_letter(second, first), "{first}");
        }
        for (first, second) in
            [("Holt", "Holt"), ("Bolt", "Holt"), ("Hansen", "Hanson-Lee"), ("Marsh", "Mays"), ("", "")]
        {
            assert!(!differ_by_a_letter(first, second), "{first}");
        }
    }

    #[test]
    fn names_sound_alike() {
        for (first, second) in [("Catherine", "Katherine"), ("Stephen", "Steven"), ("Philip", "Phillip")] {
            assert_eq!(sound(first), sound(second));
        }
        assert_ne!(sound("Martin"), sound("Marten"));
    }

    #[test]
    fn common_words_keep_their_order() {
        let split = |text: &str| plain_words(text);
        assert_eq!(common(&split("we will never do that"), &split("we will not do it")), 3);
        assert!(contains(&split("we will never do that"), &split("never do")));
        assert!(!contains(&split("we will"), &split("we will never")));
    }
}
