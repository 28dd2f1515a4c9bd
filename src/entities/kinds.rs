//! What a name stands for, where the tagger's class leaves it open.

use super::Kind;
use super::tagger::{Class, Tagged};
use crate::document::Document;
use crate::lexicon;
use crate::tokens::TokenKind;

const ORGANIZATION_WORDS: &[&str] = &[
    "Academy",
    "Administration",
    "Agency",
    "Airlines",
    "Airways",
    "Alliance",
    "Army",
    "Assembly",
    "Association",
    "Authority",
    "Bank",
    "Board",
    "Broadcasting",
    "Brotherhood",
    "Bureau",
    "Cabinet",
    "Center",
    "Centre",
    "Chamber",
    "Club",
    "Coalition",
    "College",
    "Commission",
    "Committee",
    "Community",
    "Company",
    "Conference",
    "Congress",
    "Corp",
    "Corp.",
    "Corporation",
    "Council",
    "Court",
    "Department",
    "Federation",
    "Force",
    "Foundation",
    "Front",
    "Fund",
    "Gazette",
    "Group",
    "Guard",
    "Herald",
    "Inc",
    "Inc.",
    "Initiative",
    "Institute",
    "Institution",
    "Journal",
    "League",
    "Ltd",
    "Ltd.",
    "Magazine",
    "Ministry",
    "Mission",
    "Movement",
    "Navy",
    "Network",
    "News",
    "Office",
    "Organisation",
    "Organization",
    "Parliament",
    "Party",
    "Police",
    "Post",
    "Press",
    "Project",
    "Registry",
    "School",
    "Senate",
    "Service",
    "Services",
    "Society",
    "Telegraph",
    "Times",
    "Tribune",
    "Trust",
    "Union",
    "United",
    "University",
    "Watch",
];
const EVENT_WORDS: &[&str] = &[
    "Awards",
    "Championship",
    "Convention",
    "Cup",
    "Day",
    "Election",
    "Festival",
    "Games",
    "Olympics",
    "Open",
    "Revolution",
    "Spring",
    "Summit",
    "War",
];
/// Events that are named after places.
const HELD: &[&str] = &["Cup", "Election", "Festival", "Games", "Olympics", "Summit", "War"];
const LANGUAGES: &[&str] = &[
    "Arabic",
    "Bengali",
    "Cantonese",
    "Chinese",
    "Dutch",
    "English",
    "Farsi",
    "French",
    "German",
    "Greek",
    "Hebrew",
    "Hindi",
    "Italian",
    "Japanese",
    "Korean",
    "Kurdish",
    "Latin",
    "Malay",
    "Mandarin",
    "Pashto",
    "Persian",
    "Polish",
    "Portuguese",
    "Punjabi",
    "Russian",
    "Spanish",
    "Swahili",
    "Tamil",
    "Tibetan",
    "Turkish",
    "Ukrainian",
    "Urdu",
    "Vietnamese",
    "Yiddish",
];
const LAW_WORDS: &[&str] =
    &["Accord", "Act", "Agreement", "Amendment", "Constitution", "Convention", "Protocol", "Treaty"];

/// Whether `word` marks the name it belongs to as an organisation's.
pub fn is_organization_word(word: &str) -> bool {
    ORGANIZATION_WORDS.binary_search(&word).is_ok()
}

/// The kind of a mention: its class, or what its words say where the class holds several kinds.
pub(super) fn refine(document: &Document, tagged: &Tagged) -> Kind {
    let tokens = tagged.tokens.clone();
    let words = || tokens.clone().map(|at| document.word(at));
    match tagged.class {
        Class::Date if words().any(super::clock::is_clock) => Kind::Time,
        Class::Other if words().all(|word| lexicon::is_calendar_name(&lexicon::fold(word))) => Kind::Date,
        Class::Other if words().any(|word| EVENT_WORDS.contains(&word)) => Kind::Event,
        Class::Other if words().any(|word| LAW_WORDS.contains(&word)) => Kind::Law,
        Class::Other if tokens.len() == 1 && words().all(|word| LANGUAGES.contains(&word)) => Kind::Language,
        Class::Group
            if tokens.len() == 1 && words().all(|word| LANGUAGES.contains(&word)) && speaks(document, tokens.start) =>
        {
            Kind::Language
        }
        Class::Other if stands_in_marks(document, tagged) => Kind::Work,
        // `Brussels Summit`, named after where it is.
        Class::Place if tokens.len() > 1 && words().next_back().is_some_and(|word| HELD.contains(&word)) => Kind::Event,
        class => class.kind(),
    }
}

/// Whether the words before make a language of what follows.
fn speaks(document: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(document.word(before), "speak" | "speaks" | "spoke" | "speaking" | "learn" | "learned" | "fluent")
            && document
                .tokens
                .get(at + 1)
                .is_none_or(|next| next.kind != TokenKind::Word || next.of(document.text).starts_with("and"))
    })
}

fn stands_in_marks(document: &Document, tagged: &Tagged) -> bool {
    let mark = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark);
    let closing = mark(tagged.tokens.end) || (mark(tagged.tokens.end + 1) && document.word(tagged.tokens.end) == ",");
    tagged.tokens.start.checked_sub(1).is_some_and(mark) && closing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(ORGANIZATION_WORDS.is_sorted());
    }
}
