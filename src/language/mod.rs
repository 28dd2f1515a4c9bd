//! Language identification: in which language the article is written, and each of its paragraphs.
//!
//! Everything behind this stage reads English only. What is in another language is taken out of the document before, so
//! that no name and no quote is invented for it.
//!
//! A paragraph with a normal share of English function words is English, which settles nearly all of them at little
//! cost. Any other is looked at closely ([`evidence`]): its script, and the frequent short words of some seventy
//! languages, as in Grefenstette, Comparing two language identification schemes (JADT 1995). A paragraph is taken for
//! another language only where that is certain.

mod code;
mod evidence;
mod script;

use crate::text::Document;
use crate::text::paragraphs::Paragraph;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;
pub use code::Language;
use evidence::{Evidence, Verdict};

/// The languages of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages {
    /// The article's.
    pub article: Language,
    /// Those of its paragraphs that are surely in another language than the article, with their numbers.
    pub others: Vec<(usize, Language)>,
}

impl Languages {
    /// Returns the language of a paragraph where it is not the article's.
    pub fn other(&self, paragraph: usize) -> Option<Language> {
        let at = self.others.binary_search_by_key(&paragraph, |&(number, _)| number).ok()?;
        Some(self.others[at].1)
    }
}

/// How large the English part of a text must be, as one in so many parts, for the article to be English: a translation
/// is about as long as the original above it.
const ENGLISH_SHARE: usize = 3;

const ENGLISH: Verdict = Verdict::Certain(Language::ENGLISH);

/// Identifies the languages of a document.
pub fn identify_languages(document: &Document) -> Languages {
    let verdict = |paragraph: &Paragraph| {
        if is_plainly_english(document, paragraph.tokens) {
            return ENGLISH;
        }
        let mut evidence = Evidence::default();
        evidence.add(document, paragraph.tokens);
        evidence.verdict()
    };
    let mut verdicts: Vec<Verdict> = document.paragraphs.iter().map(verdict).collect();
    if !verdicts.contains(&ENGLISH) {
        decide_together(document, &mut verdicts);
    }
    let article = article_language(document, &verdicts);
    if article == Language::ENGLISH {
        spread_to_short_paragraphs(&mut verdicts);
        keep_quoted_speech(document, &mut verdicts);
    }
    let others = verdicts.iter().enumerate().filter_map(|(number, verdict)| match *verdict {
        Verdict::Certain(language) if language != article => Some((number, language)),
        _ => None,
    });
    Languages { article, others: others.collect() }
}

/// Decides all that is open by the evidence that it gives together.
fn decide_together(document: &Document, verdicts: &mut [Verdict]) {
    let mut together = Evidence::default();
    for (paragraph, _) in document.paragraphs.iter().zip(&*verdicts).filter(|(_, verdict)| **verdict == Verdict::Open) {
        together.add(document, paragraph.tokens);
    }
    let decided = together.verdict();
    verdicts.iter_mut().filter(|verdict| **verdict == Verdict::Open).for_each(|verdict| *verdict = decided);
}

/// Returns whether so many words are English function words, which other languages lack, that no other can be meant.
fn is_plainly_english(document: &Document, tokens: TokenRange) -> bool {
    let (mut words, mut english) = (0, 0);
    for token in &document.tokens[tokens] {
        if token.kind == TokenKind::Word {
            words += 1;
            english += usize::from(is_plain_english_word(token.text(document.text)));
        }
    }
    (english >= 3 && english * 10 >= words) || (english == 2 && words <= 12)
}

fn is_plain_english_word(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "and"
            | "of"
            | "that"
            | "with"
            | "said"
            | "from"
            | "have"
            | "they"
            | "this"
            | "would"
            | "which"
            | "been"
            | "were"
            | "their"
            | "who"
            | "The"
            | "has"
            | "his"
            | "about"
            | "will"
            | "are"
            | "after"
            | "you"
            | "she"
    )
}

/// Returns the language of the article, from the length of what is written in each.
fn article_language(document: &Document, verdicts: &[Verdict]) -> Language {
    let mut lengths: Vec<(Language, usize)> = Vec::new();
    for (paragraph, verdict) in document.paragraphs.iter().zip(verdicts) {
        let Verdict::Certain(language) = *verdict else { continue };
        let length = paragraph.span.end() - paragraph.span.start();
        match lengths.iter_mut().find(|(known, _)| *known == language) {
            Some((_, sum)) => *sum += length,
            None => lengths.push((language, length)),
        }
    }
    let all: usize = lengths.iter().map(|(_, length)| length).sum();
    let english = lengths.iter().find(|(language, _)| *language == Language::ENGLISH);
    if english.is_some_and(|(_, length)| length * ENGLISH_SHARE >= all) {
        return Language::ENGLISH;
    }
    // Of two that are equally long, the first.
    let longest = lengths.iter().rev().max_by_key(|(_, length)| *length);
    longest.map_or(Language::UNDETERMINED, |(language, _)| *language)
}

/// Takes short paragraphs between two in another language for the same language.
fn spread_to_short_paragraphs(verdicts: &mut [Verdict]) {
    let mut at = 0;
    while at < verdicts.len() {
        let end = at + verdicts[at..].iter().take_while(|verdict| **verdict == Verdict::Open).count();
        if end > at
            && let Some(before) = at.checked_sub(1).map(|before| verdicts[before])
            && before != ENGLISH
            && verdicts.get(end) == Some(&before)
        {
            verdicts[at..end].fill(before);
        }
        at = end.max(at + 1);
    }
}

/// Leaves a paragraph in the article that is somebody's speech in another language: the one before it ends in a colon,
/// or with a quote that is still open.
fn keep_quoted_speech(document: &Document, verdicts: &mut [Verdict]) {
    let mark = |at: TokenIndex| document.token(at).is_some_and(|token| token.kind == TokenKind::QuotationMark);
    for number in 1..verdicts.len() {
        let (before, own) = (document.paragraphs[number - 1].tokens, document.paragraphs[number].tokens);
        let introduced = document.word(before.end - 1) == ":" || (mark(before.start) && !mark(before.end - 1));
        if !matches!(verdicts[number], ENGLISH | Verdict::Open)
            && verdicts[number - 1] == ENGLISH
            && mark(own.start)
            && introduced
        {
            verdicts[number] = Verdict::Open;
        }
    }
}

/// Returns what is left of a document without the paragraphs that are not in English; `None` where all of it is left.
pub fn english_part<'t>(document: &Document<'t>, languages: &Languages) -> Option<Document<'t>> {
    let foreign = !matches!(languages.article, Language::ENGLISH | Language::UNDETERMINED);
    if !foreign && languages.others.is_empty() {
        return None;
    }
    let mut part = Document {
        text: document.text,
        tokens: Vec::new(),
        paragraphs: Vec::new(),
        sentences: Vec::new(),
        is_caseless: document.is_caseless,
    };
    if foreign {
        return Some(part);
    }
    let mut sentences = document.sentences.iter().peekable();
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let kept = languages.other(number).is_none();
        let removed = paragraph.tokens.start - part.end();
        let moved = |tokens: TokenRange| {
            TokenRange::new(
                TokenIndex::new(tokens.start.number() - removed),
                TokenIndex::new(tokens.end.number() - removed),
            )
        };
        while let Some(sentence) = sentences.next_if(|sentence| sentence.start < paragraph.tokens.end) {
            if kept {
                part.sentences.push(moved(*sentence));
            }
        }
        if kept {
            part.paragraphs.push(Paragraph { tokens: moved(paragraph.tokens), ..paragraph.clone() });
            part.tokens.extend_from_slice(&document.tokens[paragraph.tokens]);
        }
    }
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = "Bundeskanzler Olaf Scholz sagte am Dienstag, dass er nicht zurücktreten werde.";
    const ENGLISH_TEXT: &str = "The chancellor, Olaf Scholz, said on Tuesday that he would not step down.";

    /// The code of the article, and the numbers and codes of the paragraphs in another language.
    fn languages(text: &str) -> (String, Vec<(usize, String)>) {
        let languages = identify_languages(&Document::new(text));
        let others = languages.others.iter().map(|(number, language)| (*number, language.to_string()));
        (languages.article.to_string(), others.collect())
    }

    #[test]
    fn what_is_too_short_is_undetermined() {
        for text in ["", "12", "…", "Berlin", "Olaf Scholz", "Ja.", "GmbH & Co. KG"] {
            assert_eq!(languages(text).0, "und", "{text}");
        }
    }

    #[test]
    fn a_paragraph_in_another_language_is_told() {
        let text = format!("{ENGLISH_TEXT}\n\n{GERMAN}\n\n{ENGLISH_TEXT}");
        assert_eq!(languages(&text), ("en".into(), vec![(1, "de".into())]));
    }

    #[test]
    fn a_translation_below_its_original_is_english() {
        let original = [GERMAN; 4].join("\n\n");
        let text = format!("{original}\n\n{}", [ENGLISH_TEXT; 4].join("\n\n"));
        assert_eq!(languages(&text), ("en".into(), (0..4).map(|number| (number, "de".into())).collect()));
    }

    #[test]
    fn an_english_paragraph_does_not_make_an_article_english() {
        let text = format!("{ENGLISH_TEXT}\n\n{}", [GERMAN; 4].join("\n\n"));
        assert_eq!(languages(&text), ("de".into(), vec![(0, "en".into())]));
    }

    #[test]
    fn lines_that_are_too_short_alone_are_decided_together() {
        let text = "Der Kanzler geht\nEr will nicht mehr\nDas sagte er am Montag\nEs war ein Schock";
        assert_eq!(languages(text), ("de".into(), vec![]));
    }

    #[test]
    fn a_short_paragraph_between_two_in_another_language_is_in_it() {
        let text = format!("{ENGLISH_TEXT}\n\n{ENGLISH_TEXT}\n\n{GERMAN}\n\nOlaf Scholz, Berlin.\n\n{GERMAN}");
        let german = |number| (number, "de".into());
        assert_eq!(languages(&text), ("en".into(), vec![german(2), german(3), german(4)]));
    }

    #[test]
    fn a_foreign_quote_leaves_a_paragraph_english() {
        for text in [
            "“Wir können nicht länger warten, denn es geht um Menschen, die das nicht wollen,” the mayor said.",
            "Asked about it, he said: “No podemos esperar más, porque está en juego la vida de las personas.”",
        ] {
            assert_eq!(languages(text), ("en".into(), vec![]), "{text}");
        }
    }

    #[test]
    fn speech_in_another_language_stays_in_the_article() {
        let introduced = format!("{ENGLISH_TEXT}\n\nIn German, he told the people who had come:\n\n“{GERMAN}”");
        assert_eq!(languages(&introduced), ("en".into(), vec![]));
        let continued = format!("{ENGLISH_TEXT}\n\n“{ENGLISH_TEXT}\n\n“{GERMAN}”");
        assert_eq!(languages(&continued), ("en".into(), vec![]));
    }

    #[test]
    fn capitals_tell_the_language_too() {
        assert_eq!(languages("DER BUNDESKANZLER WILL AM DIENSTAG NICHT ZURÜCKTRETEN, SAGTE ER").0, "de");
        assert_eq!(languages(&ENGLISH_TEXT.to_uppercase()).0, "en");
    }

    #[test]
    fn addresses_say_nothing() {
        assert_eq!(languages("en.example.com/por/que/no/se/puede/como/el/de/la/casa").0, "und");
    }

    #[test]
    fn the_english_part_keeps_places_of_the_text() {
        let text = format!("{GERMAN}\n\n{ENGLISH_TEXT} {ENGLISH_TEXT}\n\n{GERMAN}\n\n{ENGLISH_TEXT}");
        let document = Document::new(&text);
        let part = english_part(&document, &identify_languages(&document)).unwrap();
        assert_eq!((part.paragraphs.len(), part.sentences.len()), (2, 3));
        for sentence in &part.sentences {
            assert_eq!(part.span(*sentence).slice(&text), ENGLISH_TEXT);
        }
        for paragraph in &part.paragraphs {
            assert_eq!(part.span(paragraph.tokens), paragraph.span);
        }
        assert!(
            english_part(&Document::new(ENGLISH_TEXT), &identify_languages(&Document::new(ENGLISH_TEXT))).is_none()
        );
    }
}
