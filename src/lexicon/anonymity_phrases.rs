//! How articles say that a source is not named, and why.

use super::word_list::{View, WordList, word_list};

static REQUESTS: WordList = word_list!("anonymity_requests");
static REASONS: WordList = word_list!("anonymity_reasons");
static INFINITIVES: WordList = word_list!("anonymity_infinitives");
static SOURCE_WORDS: WordList = word_list!("anonymous_source_words");
static SOURCE_PHRASES: WordList = word_list!("anonymous_source_phrases");

/// Returns whether a word belongs to a request for anonymity; most sentences without one hold no such word.
pub fn is_anonymity_request_word(word: &str) -> bool {
    REQUESTS.entries(View::Rules).any(|(_, own)| own == word)
}

/// Finds a request for anonymity in a sentence and returns the byte behind it.
pub fn anonymity_request_end(sentence: &str) -> Option<usize> {
    REQUESTS.entries(View::Rules).find_map(|(request, _)| sentence.find(request).map(|start| start + request.len()))
}

/// Finds where a text begins to give the reason for anonymity, in bytes.
pub fn anonymity_reason_start(text: &str) -> Option<usize> {
    REASONS.entries(View::Rules).filter_map(|(word, _)| text.find(word)).min()
}

/// Returns whether a text begins with the infinitive of a request for anonymity: `not to be named`.
pub fn is_anonymity_infinitive(text: &str) -> bool {
    INFINITIVES.entries(View::Rules).any(|(infinitive, _)| text.starts_with(infinitive))
}

/// Returns whether a word in lower case stands for people who are not named: `insiders`.
pub fn is_anonymous_source_word(word: &str) -> bool {
    SOURCE_WORDS.contains(word)
}

/// Returns whether a source in lower case is described by what it knows: `people familiar with the deal`.
pub fn describes_anonymous_source(source: &str) -> bool {
    SOURCE_PHRASES.entries(View::Rules).any(|(phrase, _)| source.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_request_holds_its_word() {
        for (request, word) in REQUESTS.entries(View::Rules) {
            assert!(request.split(' ').any(|own| own == word), "{request}: {word}");
        }
    }

    #[test]
    fn a_request_and_its_reason_are_found_in_a_sentence() {
        let sentence = "a man who asked not to be named, fearing for his job";
        assert_eq!(anonymity_request_end(sentence), Some(31));
        assert_eq!(anonymity_reason_start(sentence), Some(33));
        assert!(is_anonymity_infinitive("not to be named"));
    }
}
