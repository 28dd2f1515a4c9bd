//! Compares words of names: initials, nicknames, accents.

use crate::layout::without_accents;

/// Nicknames, each with the given names that it stands for.
const NICKNAMES: &[(&str, &[&str])] = &[
    ("alex", &["alexander", "alexandra", "alexei"]),
    ("andy", &["andrew"]),
    ("ben", &["benjamin"]),
    ("beth", &["elizabeth"]),
    ("bill", &["william"]),
    ("bob", &["robert"]),
    ("bobby", &["robert"]),
    ("chris", &["christopher", "christine", "christina"]),
    ("chuck", &["charles"]),
    ("dan", &["daniel"]),
    ("dave", &["david"]),
    ("dick", &["richard"]),
    ("don", &["donald"]),
    ("ed", &["edward", "edwin"]),
    ("fred", &["frederick", "alfred"]),
    ("greg", &["gregory"]),
    ("jeff", &["jeffrey"]),
    ("jen", &["jennifer"]),
    ("jim", &["james"]),
    ("jimmy", &["james"]),
    ("joe", &["joseph"]),
    ("kate", &["katherine", "catherine"]),
    ("ken", &["kenneth"]),
    ("larry", &["lawrence"]),
    ("liz", &["elizabeth"]),
    ("matt", &["matthew"]),
    ("meg", &["margaret", "megan"]),
    ("mike", &["michael"]),
    ("nick", &["nicholas", "nicolas"]),
    ("pat", &["patrick", "patricia"]),
    ("pete", &["peter"]),
    ("rick", &["richard"]),
    ("rob", &["robert"]),
    ("ron", &["ronald"]),
    ("sam", &["samuel", "samantha"]),
    ("steve", &["steven", "stephen"]),
    ("sue", &["susan", "suzanne"]),
    ("ted", &["edward", "theodore"]),
    ("tim", &["timothy"]),
    ("tom", &["thomas"]),
    ("tony", &["anthony", "antonio"]),
    ("will", &["william"]),
];

/// Returns a word of a name without case, accents, dots and hyphens.
pub fn plain(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|letter| match letter {
            '.' | '-' | '’' | '\'' | '\u{300}'..='\u{36f}' => None,
            'đ' | 'ð' => Some('d'),
            'ħ' => Some('h'),
            'ı' => Some('i'),
            'ł' => Some('l'),
            'ø' => Some('o'),
            letter => Some(without_accents(letter)),
        })
        .collect()
}

/// Returns the plain forms of the first and last word, leaving out middle names and suffixes such as `Jr.`
pub fn ends(words: &[&str]) -> (String, Option<String>) {
    let last = words
        .iter()
        .rposition(|word| !matches!(*word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "," | "IV"))
        .unwrap_or(words.len() - 1);
    (plain(words[0]), (last > 0).then(|| plain(words[last])))
}

/// Returns whether two first names may be of one person: `J.` and `James`, `Bill` and `William`, `Hilary` and `Hillary`.
pub fn may_be_same(first: &str, other: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() <= 2 && long.chars().next() == short.chars().next();
    let nickname = |short: &str, long: &str| {
        NICKNAMES.binary_search_by_key(&short, |entry| entry.0).is_ok_and(|at| NICKNAMES[at].1.contains(&long))
    };
    let single = |word: &str| word.chars().collect::<Vec<_>>().chunk_by(char::eq).map(|run| run[0]).collect::<String>();
    let misspelt = || first.len().abs_diff(other.len()) == 1 && single(first) == single(other);
    first == other
        || misspelt()
        || initial(first, other)
        || initial(other, first)
        || nickname(first, other)
        || nickname(other, first)
}

/// Returns whether a plain name is another one with two letters exchanged, or with one letter too many or too few:
/// `Daveport` for `Davenport`, `Kudja` for `Kujda` (Damerau, CACM 1964; a letter replaced by another makes other names too
/// often: `Hansen`, `Hanson`).
pub fn is_misspelt(name: &str, other: &str) -> bool {
    let (name, other): (Vec<char>, Vec<char>) = (name.chars().collect(), other.chars().collect());
    let (short, long) = if name.len() <= other.len() { (&name, &other) } else { (&other, &name) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if same == 0 || long.len() - short.len() > 1 {
        return false;
    }
    if short.len() < long.len() {
        return same < short.len() && short[same..] == long[same + 1..];
    }
    same + 1 < short.len()
        && short[same] == long[same + 1]
        && short[same + 1] == long[same]
        && short[same + 2..] == long[same + 2..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nicknames_are_sorted() {
        assert!(NICKNAMES.is_sorted_by_key(|entry| entry.0));
    }

    #[test]
    fn exchanged_and_lost_letters_are_misspelt() {
        for (name, other) in [("daveport", "davenport"), ("kudja", "kujda"), ("barrioneuvo", "barrionuevo")] {
            assert!(is_misspelt(name, other) && is_misspelt(other, name), "{name}");
        }
        for (name, other) in [("hansen", "hanson"), ("adams", "adam"), ("miller", "miller"), ("evans", "bevans")] {
            assert!(!is_misspelt(name, other), "{name}");
        }
    }

    #[test]
    fn accents_make_no_other_name() {
        assert_eq!(
            ["Nguyễn", "Đặng", "Łukasz", "Søren", "İnan", "Ģirts"].map(plain),
            ["nguyen", "dang", "lukasz", "soren", "inan", "girts"]
        );
        assert_eq!(plain("Nguye\u{302}\u{303}n"), "nguyen");
    }

    #[test]
    fn one_person_has_many_names() {
        assert!(may_be_same(&plain("J.D."), &plain("James")));
        assert!(may_be_same("bill", "william") && may_be_same("robert", "bob"));
        assert!(may_be_same("hilary", "hillary") && !may_be_same("hillary", "bill") && !may_be_same("anna", "mark"));
        assert_eq!(ends(&["José", "Luis", "Pérez", "Jr."]), ("jose".to_owned(), Some("perez".to_owned())));
    }
}
