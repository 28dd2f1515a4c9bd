//! What one passage doubts or rules out and the other is sure of, in other words.

use super::content;
use crate::content_words::is_negation;
use crate::words::is_listed;

/// Words for having no doubt.
const SURE: &str = "sure certain confident convinced positive";

/// Forms of `there is`.
const BEING: &str = "is are was were will would";

/// What a paraphrase doubts (`does not believe that`) and a quote is sure of, or what it rules out altogether (`not any redundancies`)
/// and a quote says there is.
pub fn disagreement(doubts: bool, said: &[String], clause: &[String]) -> Option<String> {
    let quoted = content(clause);
    let shares_a_word = content(said).iter().any(|stem| quoted.contains(stem));
    let start = &clause[..clause.len().min(6)];
    if !shares_a_word || start.iter().any(|word| is_negation(word)) {
        return None;
    }
    let is_sure = || start.iter().any(|word| is_listed(SURE, word));
    let rules_out = || said.iter().any(|word| is_negation(word)) && said.iter().any(|word| word == "any");
    let says_there_is =
        || start.first().is_some_and(|word| word == "there") && start.get(1).is_some_and(|word| is_listed(BEING, word));
    (doubts && is_sure() || rules_out() && says_there_is()).then(|| "not".to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::tests::beside;
    use crate::test_support::found;

    #[test]
    fn what_is_ruled_out_is_not_there() {
        let paraphrase = "the merger would not cost any nurses their jobs";
        assert_eq!(beside(paraphrase, "There will be nurses who have to go").len(), 1);
        assert_eq!(beside(paraphrase, "There will be no nurses who have to go"), [""; 0]);
        assert_eq!(beside(paraphrase, "There will be a meeting on Monday"), [""; 0]);
    }

    #[test]
    fn nobody_is_sure_of_what_they_doubt() {
        let text = |quote: &str| {
            format!(
                "Jane Doe, a botanist, does not believe that the moss will be found elsewhere.\n\n“{quote},” she said."
            )
        };
        assert_eq!(found("paraphrase-mismatch", &text("I am quite sure that other lakes have such moss")).len(), 1);
        assert_eq!(found("paraphrase-mismatch", &text("I am not sure that other lakes have such moss")), [""; 0]);
    }
}
