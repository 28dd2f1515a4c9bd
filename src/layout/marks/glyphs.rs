//! The glyphs that serve as quotation marks.

use super::costs::{Cost, IMPOSSIBLE, ODD_GLYPH, OTHER_FAMILY, TURNED, TURNED_ANGLE};

/// Marks that pair with one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// `"…"`, `“…”`, `„…“`, `''…''`
    Double,
    /// `«…»`
    Angle,
    /// `'…'`, `‘…’`, `‚…‘`
    Single,
    /// `‹…›`
    SingleAngle,
}

impl Family {
    /// Whether its marks are single ones.
    pub fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::SingleAngle)
    }
}

/// A glyph and what it costs to read it as an opening or a closing mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The glyph, in one to three characters.
    pub text: &'static str,
    /// Its family.
    pub family: Family,
    /// What it costs to open.
    pub opens: Cost,
    /// What it costs to close.
    pub closes: Cost,
    /// A glyph that, where it opened, this one closes at no cost.
    pub closes_freely: &'static str,
    /// The place in the table of the single mark that it may be twice.
    pub half: Option<usize>,
    /// Whether it can stand for an apostrophe.
    pub is_apostrophe: bool,
}

impl Glyph {
    const fn new(text: &'static str, family: Family, opens: Cost, closes: Cost) -> Self {
        Self { text, family, opens, closes, closes_freely: "", half: None, is_apostrophe: false }
    }

    const fn closing(self, opener: &'static str) -> Self {
        Self { closes_freely: opener, ..self }
    }

    const fn twice(self, half: usize) -> Self {
        Self { half: Some(half), ..self }
    }

    const fn apostrophe(self) -> Self {
        Self { is_apostrophe: true, ..self }
    }

    /// Whether it is three single marks, of which two stand for a double one that closes.
    pub fn is_triple(&self) -> bool {
        self.text.chars().count() == 3
    }

    /// Whether it opens as well as it closes.
    pub fn is_straight(&self) -> bool {
        self.opens == self.closes
    }
}

/// All glyphs, the longest first; [`Glyph::twice`] refers to their places.
pub(super) const GLYPHS: &[Glyph] = {
    use Family::{Angle, Double, Single, SingleAngle};
    &[
        Glyph::new("'''", Double, IMPOSSIBLE, OTHER_FAMILY),
        Glyph::new("’’’", Double, IMPOSSIBLE, OTHER_FAMILY),
        Glyph::new("''", Double, 2, 0).twice(16),
        Glyph::new("``", Double, 0, TURNED),
        Glyph::new("‘‘", Double, 0, TURNED).closing("‚‚"),
        Glyph::new("’’", Double, TURNED, 0).twice(18),
        Glyph::new("‚‚", Double, 0, 2 * TURNED),
        Glyph::new("\"", Double, 0, 0),
        Glyph::new("＂", Double, 0, 0),
        Glyph::new("“", Double, 0, TURNED).closing("„"),
        Glyph::new("”", Double, TURNED, 0),
        Glyph::new("„", Double, 0, 2 * TURNED),
        Glyph::new("‟", Double, 0, TURNED).closing("„"),
        Glyph::new("″", Double, ODD_GLYPH, ODD_GLYPH),
        Glyph::new("«", Angle, 0, TURNED_ANGLE).closing("»"),
        Glyph::new("»", Angle, TURNED_ANGLE, 0),
        Glyph::new("'", Single, 0, 0).apostrophe(),
        Glyph::new("‘", Single, 0, TURNED).closing("‚").apostrophe(),
        Glyph::new("’", Single, TURNED, 0).apostrophe(),
        Glyph::new("‚", Single, 0, 2 * TURNED),
        Glyph::new("‛", Single, 0, TURNED).closing("‚").apostrophe(),
        Glyph::new("`", Single, 0, TURNED).apostrophe(),
        Glyph::new("´", Single, ODD_GLYPH, 5).closing("´").apostrophe(),
        Glyph::new("′", Single, ODD_GLYPH, ODD_GLYPH).apostrophe(),
        Glyph::new("‹", SingleAngle, 0, TURNED_ANGLE).closing("›"),
        Glyph::new("›", SingleAngle, TURNED_ANGLE, 0),
    ]
};

/// Whether a character may begin a glyph.
pub(super) fn may_begin_glyph(character: char) -> bool {
    matches!(
        character,
        '"' | '\'' | '`' | '«' | '»' | '´' | '\u{2018}'..='\u{201f}' | '\u{2032}' | '\u{2033}' | '‹' | '›' | '＂'
    )
}

/// The index of the glyph that a text begins with.
pub(super) fn glyph_at(text: &str) -> Option<usize> {
    GLYPHS.iter().position(|glyph| text.starts_with(glyph.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_complete() {
        for (index, glyph) in GLYPHS.iter().enumerate() {
            assert_eq!(glyph_at(glyph.text), Some(index), "{}", glyph.text);
            assert!(glyph.half.is_none_or(|half| glyph.text == GLYPHS[half].text.repeat(2)));
            assert!(glyph.text.chars().all(may_begin_glyph), "{}", glyph.text);
        }
        for character in ('\0'..='\u{ffff}').filter(|&character| may_begin_glyph(character)) {
            assert!(glyph_at(&character.to_string()).is_some(), "{character}");
        }
    }
}
