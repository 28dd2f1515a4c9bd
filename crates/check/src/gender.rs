//! Whether a person is called `he` or `she`, as far as the text or the given name tells.

use whosaid::{Entity, MentionForm, Range};

use crate::draft::Draft;

/// Frequent given names of women, with spaces between them.
const WOMEN: &str = " abigail agnes alice alicia alison amanda amy andrea angela ann anna anne annie barbara beatrice beth betty brenda bridget \
    carla carmen carol caroline catherine celia charlotte christina christine claire clara claudia constance cynthia debbie deborah denise \
    diana diane donna dora doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen emily emma esther eva eve fatima fiona frances \
    gail georgina gloria grace hannah harriet heather helen ida ingrid irene isabel jackie jane janet janice jean jennifer jenny jessica jill \
    joan joanna joanne joyce judith judy julia julie june karen kate katherine kathleen kathryn laura lauren leah lena linda lisa lorna \
    louise lucy lydia lynn mabel margaret maria marie martha mary maureen megan melissa michelle miriam monica nancy naomi natalie nicole \
    nina nora norma olga olivia pamela patricia paula pauline peggy penelope priya rachel rebecca renee rita rosa rose ruth sandra sara sarah \
    shannon sharon sheila shirley sofia sophia sophie stella stephanie susan suzanne sylvia tanya teresa theresa tina tracy ursula valerie \
    vanessa vera veronica victoria virginia wendy yvonne zoe ";

/// Frequent given names of men.
const MEN: &str = " aaron adam ahmed alan albert alex alexander alfred ali allen andrew angus anthony antonio arthur barry ben benjamin \
    bernard bill blake bob brad brandon brian bruce bryan carl carlos charles chris christopher clive colin craig curtis dale damian dan daniel \
    darren dave david dean dennis derek desmond diego dominic donald douglas duncan dylan ed eddie edgar edward edwin eric ernest ethan evan \
    fernando francis frank fred frederick gareth gary geoffrey george gerald gerard glenn gordon graham grant greg gregory guy hamish harold \
    harry hassan hector henry herbert howard hugh hugo ian isaac ivan jack jacob james jason javier jeff jeffrey jeremy jerry jim joe joel john \
    jonathan jorge jose joseph joshua juan julian justin karl keith ken kenneth kevin larry lawrence leo leon leonard lewis liam louis luis luke \
    malcolm marcus mario mark martin matthew maurice max michael miguel mike mohammed nathan neil nicholas nick nigel noah oliver omar oscar \
    owen patrick paul pedro peter philip ralph raymond richard rob robert roger ronald roy russell ryan samuel scott sean sebastian simon stanley \
    stephen steve steven stuart ted terence terry thomas tim timothy todd tom tony trevor victor vincent wade walter warren wayne william \
    xavier zachary ";

/// Words before a name that tell; `true` for a woman.
const TITLES: &[(&str, bool)] = &[
    ("mr", false),
    ("sir", false),
    ("lord", false),
    ("mrs", true),
    ("ms", true),
    ("miss", true),
    ("lady", true),
    ("dame", true),
];

/// Whether a person may be meant by `she` (`is_woman`) or `he`, by what stands outside `except`.
pub fn fits(draft: &Draft, person: &Entity, is_woman: bool, except: Range) -> bool {
    known(draft, person, except).is_none_or(|known| known == is_woman)
}

/// Whether a title or the given name tells if a person is a woman.
pub fn is_named(draft: &Draft, person: &Entity) -> bool {
    by_name(draft, person).is_some()
}

/// Whether a person is a woman, where anything tells.
fn known(draft: &Draft, person: &Entity, except: Range) -> Option<bool> {
    by_name(draft, person).or_else(|| by_pronouns(draft, person, except))
}

fn by_name(draft: &Draft, person: &Entity) -> Option<bool> {
    let names = || person.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
    let by_title = names().find_map(|name| {
        let word = draft.before(name.start).trim_end().rsplit(' ').next().unwrap_or_default().trim_end_matches('.');
        TITLES.iter().find(|(title, _)| *title == word.to_lowercase()).map(|(_, is_woman)| *is_woman)
    });
    by_title.or_else(|| by_given_name(&person.name))
}

fn by_given_name(name: &str) -> Option<bool> {
    let (given, _) = name.split_once(' ')?;
    let given = format!(" {} ", given.to_lowercase());
    match (WOMEN.contains(&given), MEN.contains(&given)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn by_pronouns(draft: &Draft, person: &Entity, except: Range) -> Option<bool> {
    let pronouns = person.mentions.iter().filter(|mention| {
        let is_outside = mention.start < except.start || mention.start >= except.end;
        mention.form == MentionForm::Pronoun && is_outside
    });
    let mut votes = pronouns.filter_map(|mention| match draft.at(mention.range()).to_lowercase().as_str() {
        "she" | "her" | "hers" | "herself" => Some(true),
        "he" | "him" | "his" | "himself" => Some(false),
        _ => None,
    });
    let first = votes.next()?;
    votes.all(|vote| vote == first).then_some(first)
}
