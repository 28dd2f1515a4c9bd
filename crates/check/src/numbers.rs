//! Numbers in digits and in words.

const SMALL: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const LARGE: &[(&str, f64)] =
    &[("hundred", 1e2), ("dozen", 12.0), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];

const FRACTIONS: &[(&str, f64)] = &[
    ("half", 0.5),
    ("two-thirds", 2.0 / 3.0),
    ("three-quarters", 0.75),
    ("one-third", 1.0 / 3.0),
    ("one-quarter", 0.25),
    ("three-fourths", 0.75),
];

/// The number that one word is: `17`, `1,200`, `seventeen`, `twenty-five`, `half`; not `one`, which is an article as well.
pub fn parse_number(word: &str) -> Option<f64> {
    if word.starts_with(|first: char| first.is_ascii_digit()) {
        return digits(word);
    }
    if word == "one" {
        return None;
    }
    let small = |word: &str| SMALL.iter().position(|known| *known == word);
    let tens = |word: &str| TENS.iter().position(|known| *known == word).map(|at| (at + 2) * 10);
    let whole = match word.split_once('-') {
        Some((ten, one)) => tens(ten).and_then(|ten| Some(ten + small(one).filter(|one| (1..10).contains(one))?)),
        None => small(word).or_else(|| tens(word)),
    };
    let fraction = || FRACTIONS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    whole.map(|whole| u32::try_from(whole).map_or(0.0, f64::from)).or_else(fraction)
}

/// The number that digits write, with commas between thousands; reading them here saves the tables that the library reads all of them with.
fn digits(word: &str) -> Option<f64> {
    let mut value = 0.0;
    let mut place = None;
    for sign in word.chars().filter(|&sign| sign != ',') {
        match (sign.to_digit(10), place) {
            (Some(digit), None) => value = value * 10.0 + f64::from(digit),
            (Some(digit), Some(at)) => {
                value += f64::from(digit) * at;
                place = Some(at / 10.0);
            }
            (None, None) if sign == '.' => place = Some(0.1),
            _ => return None,
        }
    }
    Some(value)
}

/// By how much a word multiplies the number before it.
pub fn multiplier(word: &str) -> Option<f64> {
    LARGE.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_words_or_digits() {
        for (word, value) in [
            ("17", 17.0),
            ("1,200", 1200.0),
            ("seventeen", 17.0),
            ("twenty-five", 25.0),
            ("ninety", 90.0),
            ("half", 0.5),
        ] {
            assert_eq!(parse_number(word), Some(value), "{word}");
        }
        for word in ["one", "often", "twenty-something", "twenty-ten", "7am", ""] {
            assert_eq!(parse_number(word), None, "{word}");
        }
        assert_eq!(multiplier("thousand"), Some(1000.0));
    }
}
