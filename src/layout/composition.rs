//! Letters with accents that arrive as a letter and a combining accent, as some systems keep file names and texts.

/// For each combining accent, letters without it and the same letters with it (Unicode Standard, section 2.12).
const COMPOSITIONS: &[(char, &str, &str)] = &[
    ('\u{300}', "AEIOUaeiouÂÊÔâêôĂăƠơƯư", "ÀÈÌÒÙàèìòùẦỀỒầềồẰằỜờỪừ"),
    ('\u{301}', "AEIOUYaeiouyCNSZLRcnszlrÂÊÔâêôĂăƠơƯư", "ÁÉÍÓÚÝáéíóúýĆŃŚŹĹŔćńśźĺŕẤẾỐấếốẮắỚớỨứ"),
    ('\u{302}', "AEIOUaeiouCGHJSWYcghjswyẠạẸẹỌọ", "ÂÊÎÔÛâêîôûĈĜĤĴŜŴŶĉĝĥĵŝŵŷẬậỆệỘộ"),
    ('\u{303}', "ANOanoIUEYiueyÂÊÔâêôĂăƠơƯư", "ÃÑÕãñõĨŨẼỸĩũẽỹẪỄỖẫễỗẴẵỠỡỮữ"),
    ('\u{304}', "AEIOUaeiouYy", "ĀĒĪŌŪāēīōūȲȳ"),
    ('\u{306}', "AGUEIOagueioẠạ", "ĂĞŬĔĬŎăğŭĕĭŏẶặ"),
    ('\u{307}', "CEGZIcegz", "ĊĖĠŻİċėġż"),
    ('\u{308}', "AEIOUaeiouYy", "ÄËÏÖÜäëïöüŸÿ"),
    ('\u{309}', "AEIOUYaeiouyÂÊÔâêôĂăƠơƯư", "ẢẺỈỎỦỶảẻỉỏủỷẨỂỔẩểổẲẳỞởỬử"),
    ('\u{30a}', "AUau", "ÅŮåů"),
    ('\u{30b}', "OUou", "ŐŰőű"),
    ('\u{30c}', "CDENRSTZcenrszGLdtlAIOUaioug", "ČĎĚŇŘŠŤŽčěňřšžǦĽďťľǍǏǑǓǎǐǒǔǧ"),
    ('\u{31b}', "OUou", "ƠƯơư"),
    ('\u{323}', "AEIOUYaeiouyƠơƯưDHKLMNRSTZVdhklmnrstzv", "ẠẸỊỌỤỴạẹịọụỵỢợỰựḌḤḲḶṂṆṚṢṬẒṾḍḥḳḷṃṇṛṣṭẓṿ"),
    ('\u{326}', "STst", "ȘȚșț"),
    ('\u{327}', "CSTcstKLNGklnrRgDdHh", "ÇŞŢçşţĶĻŅĢķļņŗŖģḐḑḨḩ"),
    ('\u{328}', "AEIUaeiu", "ĄĘĮŲąęįų"),
];

/// Returns the letter that a letter and a combining accent make, if Latin script has it.
pub fn compose(base: char, accent: char) -> Option<char> {
    let (_, bases, composed) = COMPOSITIONS.iter().find(|(known, ..)| *known == accent)?;
    let place = bases.chars().position(|known| known == base)?;
    composed.chars().nth(place)
}

/// Returns a letter without its accents; any other character as it is.
pub fn without_accents(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let part = COMPOSITIONS.iter().find_map(|(_, bases, composed)| {
        let place = composed.chars().position(|known| known == letter)?;
        bases.chars().nth(place)
    });
    // A letter can have two accents: `ễ`, `ê`, `e`.
    part.map_or(letter, without_accents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_composition() {
        for (accent, bases, composed) in COMPOSITIONS {
            assert_eq!(bases.chars().count(), composed.chars().count(), "U+{:04X}", *accent as u32);
        }
        assert_eq!(compose('e', '\u{301}'), Some('é'));
        assert_eq!(compose('r', '\u{30c}'), Some('ř'));
        assert_eq!(compose('r', '\u{327}'), Some('ŗ'));
        assert_eq!(compose('ậ', '\u{301}'), None);
    }

    #[test]
    fn accents_are_removed_one_after_the_other() {
        let plain = |word: &str| word.chars().map(without_accents).collect::<String>();
        assert_eq!(plain("Nguyễn Thị Ánh Tuyết, Trần Hưng Đạo"), "Nguyen Thi Anh Tuyet, Tran Hung Đao");
        assert_eq!(plain("Ďuriš Ťažký Ģirts Ḥasan Ǎi 北京"), "Duris Tazky Girts Hasan Ai 北京");
    }
}
