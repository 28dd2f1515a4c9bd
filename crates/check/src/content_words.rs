//! Which words carry meaning, and what their forms have in common.

use crate::words::is_listed;

/// Words that carry no meaning of their own.
const FUNCTION_WORDS: &str = "about after all also and any anybody anyone anything are around away back because been before being both but \
    can could did does doing down each every everybody everyone everything for from had has have having her here \
    him his how if into its just like many may more most much must now off one only other our out over she should \
    some somebody someone something such than that the their them then there these they this those through too \
    under until was were what when where which while who why will with would you your alone even still very up yet \
    ever once";

/// Words that deny.
pub const NEGATIONS: &str = "not never no none nobody nothing neither nor without cannot hardly";

/// Forms of frequent words that do not share their first letters with the others.
const FORMS: &[(&str, &str)] = &[
    ("knew", "know"),
    ("known", "know"),
    ("gave", "give"),
    ("took", "take"),
    ("lost", "lose"),
    ("paid", "pay"),
    ("met", "meet"),
    ("sold", "sell"),
    ("told", "tell"),
    ("built", "build"),
    ("left", "leave"),
    ("went", "go"),
    ("gone", "go"),
    ("saw", "see"),
    ("seen", "see"),
    ("chose", "choose"),
    ("felt", "feel"),
    ("found", "find"),
    ("made", "make"),
    ("ran", "run"),
    ("won", "win"),
    ("spent", "spend"),
    ("sent", "send"),
    ("bought", "buy"),
    ("brought", "bring"),
    ("thought", "think"),
    ("taught", "teach"),
    ("caught", "catch"),
    ("said", "say"),
    ("spoke", "speak"),
    ("wrote", "write"),
    ("rose", "rise"),
    ("risen", "rise"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("chosen", "choose"),
    ("given", "give"),
    ("taken", "take"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("heard", "hear"),
    ("came", "come"),
    ("stopped", "stop"),
    ("stood", "stand"),
    ("held", "hold"),
    ("kept", "keep"),
    ("began", "begin"),
    ("children", "child"),
    ("men", "man"),
    ("women", "woman"),
    ("feet", "foot"),
    ("wives", "wife"),
    ("lives", "life"),
];

/// Whether a word carries no meaning of its own, or denies.
pub fn is_function_word(word: &str) -> bool {
    // `We'll` is `we`.
    let base = word.split('\'').next().unwrap_or_default();
    base.chars().count() < 3 || is_listed(FUNCTION_WORDS, base) || is_negation(word)
}

/// Whether a word denies: `never`, `don't`.
pub fn is_negation(word: &str) -> bool {
    is_listed(NEGATIONS, word) || word.ends_with("n't")
}

/// What the forms of a word have in common, roughly.
pub fn stem(word: &str) -> String {
    let word = word.trim_end_matches("'s");
    let form = FORMS.iter().find(|(form, _)| *form == word).map_or(word, |(_, base)| base);
    let form =
        form.strip_suffix("ies").filter(|rest| rest.len() > 1).map_or(form.to_owned(), |rest| format!("{rest}y"));
    let form = without_ending(&form);
    form.chars().take(5).collect::<String>().trim_end_matches(['s', 'e']).to_owned()
}

/// A word without `-ing`, `-ed` or `-ly`, and without the letter that is doubled before them.
fn without_ending(word: &str) -> &str {
    let base = ["ing", "ed", "ly"].iter().find_map(|ending| word.strip_suffix(ending)).filter(|base| base.len() > 2);
    let Some(base) = base else { return word };
    let mut letters = base.chars().rev();
    let last = letters.next();
    let is_doubled = last == letters.next() && !matches!(last, Some('l' | 's' | 'e' | 'o'));
    if is_doubled { &base[..base.len() - 1] } else { base }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_stems() {
        for (first, second) in [
            ("sections", "section"),
            ("lost", "lose"),
            ("parties", "party"),
            ("close", "closed"),
            ("falling", "fall"),
            ("hired", "hiring"),
            ("planned", "plan"),
        ] {
            assert_eq!(stem(first), stem(second));
        }
        assert!(is_function_word("don't") && is_function_word("of") && !is_function_word("bridge"));
    }
}
