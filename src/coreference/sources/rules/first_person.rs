//! `I` and `we` refer to the speaker of the enclosing quote.

use super::super::context::SourceContext;
use super::super::referent::SourceReferent;

/// `I` and `we` refer to the speaker of the enclosing quote.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let word = context.only_word()?;
    matches!(word.as_str(), "i" | "we" | "me" | "us").then_some(SourceReferent::FirstPerson)
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn the_first_person_is_left_to_attribution() {
        assert_eq!(
            rules("“I told him ‘no way, not now’ and I said ‘never again, sir’,” Ada Byron said. “Fine,” I said.")
                .last(),
            Some(&"first-person")
        );
    }
}
