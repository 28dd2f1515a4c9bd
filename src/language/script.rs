//! Scripts other than Latin, which tell the language where one language is written in them.

/// The letters of a script, and the language that is meant where the words tell none.
struct Script {
    first: char,
    last: char,
    language: &'static str,
}

const fn script(first: char, last: char, language: &'static str) -> Script {
    Script { first, last, language }
}

/// The number of scripts.
pub const SCRIPT_COUNT: usize = 30;

/// The scripts, by the ranges of their letters in Unicode, in that order.
const SCRIPTS: [Script; SCRIPT_COUNT] = [
    script('\u{370}', '\u{3ff}', "el"),
    script('\u{400}', '\u{52f}', "ru"),
    script('\u{531}', '\u{58f}', "hy"),
    script('\u{590}', '\u{5ff}', "he"),
    script('\u{600}', '\u{6ff}', "ar"),
    script('\u{750}', '\u{77f}', "ar"),
    script('\u{780}', '\u{7bf}', "dv"),
    script('\u{900}', '\u{97f}', "hi"),
    script('\u{980}', '\u{9ff}', "bn"),
    script('\u{a00}', '\u{a7f}', "pa"),
    script('\u{a80}', '\u{aff}', "gu"),
    script('\u{b00}', '\u{b7f}', "or"),
    script('\u{b80}', '\u{bff}', "ta"),
    script('\u{c00}', '\u{c7f}', "te"),
    script('\u{c80}', '\u{cff}', "kn"),
    script('\u{d00}', '\u{d7f}', "ml"),
    script('\u{d80}', '\u{dff}', "si"),
    script('\u{e00}', '\u{e7f}', "th"),
    script('\u{e80}', '\u{eff}', "lo"),
    script('\u{f00}', '\u{fff}', "bo"),
    script('\u{1000}', '\u{109f}', "my"),
    script('\u{10a0}', '\u{10ff}', "ka"),
    script('\u{1100}', '\u{11ff}', "ko"),
    script('\u{1200}', '\u{139f}', "am"),
    script('\u{1780}', '\u{17ff}', "km"),
    script('\u{1f00}', '\u{1fff}', "el"),
    script('\u{3040}', '\u{30ff}', "ja"),
    script('\u{3400}', '\u{9fff}', "zh"),
    script('\u{ac00}', '\u{d7af}', "ko"),
    script('\u{20000}', '\u{3ffff}', "zh"),
];

/// Returns the number of a letter's script, `None` for Latin ones, digits and signs.
pub fn script_number(character: char) -> Option<usize> {
    if character < SCRIPTS[0].first {
        return None;
    }
    let number = SCRIPTS.partition_point(|script| script.last < character);
    SCRIPTS.get(number).filter(|script| script.first <= character).map(|_| number)
}

/// Returns the language that is meant by the script with a number where the words tell none.
pub fn script_language(number: usize) -> &'static str {
    SCRIPTS[number].language
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(SCRIPTS.iter().all(|script| script.first <= script.last));
        assert!(SCRIPTS.windows(2).all(|pair| pair[0].last < pair[1].first));
    }

    #[test]
    fn tells_the_script_of_a_letter() {
        let language = |character| script_number(character).map(script_language);
        assert_eq!(['a', 'é', '7', '—', '你', 'か', '한', 'Ж', 'ω'].map(language), {
            [None, None, None, None, Some("zh"), Some("ja"), Some("ko"), Some("ru"), Some("el")]
        });
    }
}
