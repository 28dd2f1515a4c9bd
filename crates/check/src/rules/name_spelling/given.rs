//! Given names: `Alun Prosser` and `Alan Prosser`, unless the text tells that these are two people.

use whosaid::{Entity, EntityKind, MentionForm, Range};

use super::Spelling;
use crate::draft::Draft;
use crate::gender;
use crate::sentences::sentences;
use crate::words::{differ_by_a_letter, is_listed, plain_words, sound};

/// Words of a sentence that speaks of two people with one surname.
const RELATIVES: &str = "brother brothers sister sisters sibling siblings twin twins son sons daughter daughters father mother parents \
    cousin cousins uncle aunt nephew niece husband wife family grandfather grandmother grandson granddaughter \
    namesake unrelated related relation relative kin no widow couple married stepson clan";

/// A full name: of whom, and where.
struct Full<'d> {
    person: &'d Entity,
    given: &'d str,
    rest: &'d str,
    range: Range,
}

/// The given names that are rarer than similar ones before the same surname.
pub fn rarer_spellings(draft: &Draft) -> Vec<Spelling> {
    let names = full_names(draft);
    let count = |name: &Full| names.iter().filter(|other| other.given == name.given && other.rest == name.rest).count();
    let mut spellings = Vec::new();
    for name in &names {
        let others = names.iter().filter(|other| {
            let is_usual =
                || count(other) > count(name) || count(other) == count(name) && other.range.start < name.range.start;
            let is_similar = other.rest == name.rest
                && other.given != name.given
                && name.given.chars().count() > 3
                && (differ_by_a_letter(name.given, other.given) || sound(name.given) == sound(other.given));
            is_similar && is_usual()
        });
        let usual = others.max_by_key(|other| count(other));
        let Some(usual) = usual.filter(|usual| count(name) == 1 && !are_two(draft, name, usual)) else { continue };
        let range = Range { start: name.range.start, end: name.range.start + name.given.len() };
        spellings.push(Spelling { range, usual: usual.given.to_owned(), is_certain: false });
    }
    spellings
}

fn full_names<'d>(draft: &Draft<'d>) -> Vec<Full<'d>> {
    let mut names = Vec::new();
    for person in draft.report.entities.iter().filter(|entity| entity.kind == EntityKind::Person && entity.named) {
        for mention in person.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            if let Some((given, rest)) = draft.at(mention.range()).split_once(' ') {
                let rest = rest.trim_end_matches("’s").trim_end_matches("'s");
                names.push(Full { person, given, rest, range: mention.range() });
            }
        }
    }
    names
}

/// Whether the text tells that two names are those of two people: by a word for relatives, in one sentence, or by `he` and `she`.
fn are_two(draft: &Draft, one: &Full, other: &Full) -> bool {
    let sentence = |name: &Full| {
        let paragraph = draft.report.paragraphs[draft.paragraph(name.range.start)?].range();
        let own = sentences(draft.at(paragraph))
            .into_iter()
            .map(|own| Range { start: paragraph.start + own.start, end: paragraph.start + own.end });
        own.into_iter().find(|own| own.start <= name.range.start && name.range.start < own.end)
    };
    let (Some(first), Some(second)) = (sentence(one), sentence(other)) else { return true };
    let tells = |range: Range| plain_words(draft.at(range)).iter().any(|word| is_listed(RELATIVES, word));
    let nowhere = Range { start: 0, end: 0 };
    let is = |name: &Full, is_woman: bool| gender::fits(draft, name.person, is_woman, nowhere);
    let one_gender = [true, false].into_iter().any(|is_woman| is(one, is_woman) && is(other, is_woman));
    first == second || tells(first) || tells(second) || !one_gender
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    fn text(second: &str) -> String {
        format!(
            "Alun Prosser, the captain, kicked a penalty in the last minute. “I didn’t look,” Prosser said.\n\n\
            The crowd went home in the rain, and the bus was late.\n\n{second} has now scored 112 points in the season."
        )
    }

    #[test]
    fn a_given_name_has_one_spelling() {
        assert_eq!(found("name-spelling", &text("Alan Prosser")), ["Alan"]);
        assert_eq!(found("name-spelling", &text("Alun Prosser")), [""; 0]);
    }

    #[test]
    fn relatives_have_similar_names() {
        for second in [
            "His brother, Alan Prosser,",
            "Alan Prosser, who is no relation,",
            "Alana Prosser, his daughter,",
            "Brian Prosser",
        ] {
            assert_eq!(found("name-spelling", &text(second)), [""; 0], "{second}");
        }
    }
}
