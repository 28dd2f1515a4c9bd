//! Nouns that tell which pronoun goes with a person.

/// A word such as `actress` or `brother` has this evidence.
const DESCRIBED: f32 = 6.0;

/// An office that is called after men has this evidence.
const OFFICE: f32 = 3.0;

const MASCULINE: &[&str] = &[
    "boyfriend",
    "brother",
    "businessman",
    "cameraman",
    "congressman",
    "councilman",
    "duke",
    "father",
    "fisherman",
    "frontman",
    "gentleman",
    "grandfather",
    "grandson",
    "husband",
    "king",
    "man",
    "nephew",
    "policeman",
    "prince",
    "salesman",
    "son",
    "sportsman",
    "uncle",
    "widower",
];
const FEMININE: &[&str] = &[
    "actress",
    "aunt",
    "businesswoman",
    "chairwoman",
    "congresswoman",
    "councilwoman",
    "daughter",
    "duchess",
    "girlfriend",
    "granddaughter",
    "grandmother",
    "heroine",
    "mother",
    "niece",
    "policewoman",
    "princess",
    "queen",
    "sister",
    "spokeswoman",
    "sportswoman",
    "widow",
    "wife",
    "woman",
];

/// The gender evidence of a noun: above zero for `he` (`brother`), below zero for `she`.
pub fn evidence(word: &str) -> f32 {
    let word = super::to_lowercase(word);
    // Women are chairmen and spokesmen, too: a given name says more.
    if matches!(word.as_ref(), "chairman" | "spokesman") {
        return OFFICE;
    }
    if MASCULINE.binary_search(&word.as_ref()).is_ok() {
        DESCRIBED
    } else if FEMININE.binary_search(&word.as_ref()).is_ok() {
        -DESCRIBED
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(MASCULINE.is_sorted() && FEMININE.is_sorted());
    }
}
