//! The costs of readings, in tenths of a unit that is about a natural logarithm of odds: an even choice costs nothing,
//! what happens once in 20,000 marks about 100.
//!
//! They were set by hand and then moved one by one where a table of difficult cases or annotated articles
//! gained.

/// A cost, or a sum of costs.
pub(super) type Cost = i32;

/// No reading.
pub(super) const IMPOSSIBLE: Cost = 10_000;

// A mark that opens.
/// A closing glyph opens: `”No“`.
pub(super) const TURNED: Cost = 45;
/// A guillemet opens or closes the wrong way round, as is usual in German or Danish.
pub(super) const TURNED_ANGLE: Cost = 25;
/// An accent or a prime serves as a quotation mark.
pub(super) const ODD_GLYPH: Cost = 30;
/// A single mark opens, which is more often an apostrophe.
pub(super) const SINGLE_OPENS: Cost = 5;
/// A mark opens behind a slash or a hyphen.
pub(super) const OPENS_BEHIND_HYPHEN: Cost = 10;
/// A mark opens right behind a sign, the blank being lost: `said,"No"`.
pub(super) const OPENS_BEHIND_SIGN: Cost = 30;
/// A mark opens right behind a letter or a digit.
pub(super) const OPENS_BEHIND_LETTER: Cost = 60;
/// A glyph that can only be a quotation mark has a blank inside: `“ No”`.
pub(super) const BLANK_INSIDE_DIRECTED: Cost = 10;
/// A straight mark has a blank inside: `" No"`.
pub(super) const BLANK_INSIDE_STRAIGHT: Cost = 40;
/// A single straight mark or an apostrophe has a blank inside.
pub(super) const BLANK_INSIDE_SINGLE: Cost = 60;
/// A mark opens before a sign that ends something: `“, he`.
pub(super) const OPENS_BEFORE_SIGN: Cost = 50;
/// A mark opens at the end of a paragraph.
pub(super) const OPENS_AT_END: Cost = 90;
/// A mark opens at an elision: `'em`, `'90s`.
pub(super) const OPENS_ELISION: Cost = 50;
/// A mark opens inside a span of the same family: `“a “b” c”`.
pub(super) const OPENS_IN_SAME_FAMILY: Cost = 40;
/// A mark opens a third level.
pub(super) const OPENS_THIRD_LEVEL: Cost = 20;

// A mark that closes.
/// A mark closes at the beginning of a paragraph.
pub(super) const CLOSES_AT_START: Cost = 90;
/// A mark closes right behind an opening bracket.
pub(super) const CLOSES_BEHIND_BRACKET: Cost = 60;
/// A mark closes right before a letter: `"Why?"he asked`.
pub(super) const CLOSES_BEFORE_LETTER: Cost = 40;
/// A single mark closes right before a letter, where an apostrophe is likely.
pub(super) const SINGLE_CLOSES_BEFORE_LETTER: Cost = 60;
/// A mark closes right before an opening bracket or a sign of currency.
pub(super) const CLOSES_BEFORE_OPENING_SIGN: Cost = 25;
/// A single mark closes behind an `s` and before a word in small letters: `the dogs' owner`.
pub(super) const CLOSES_LIKE_POSSESSIVE: Cost = 15;
/// A mark closes a span that a mark of another family opened: `“ripe’`.
pub(super) const OTHER_FAMILY: Cost = 50;
/// A mark closes a span and one inside it that nothing closed.
pub(super) const INNER_NEVER_CLOSED: Cost = 25;
/// A mark closes a span and one inside it that a double mark opened and nothing closed.
pub(super) const DOUBLE_INNER_NEVER_CLOSED: Cost = 60;

// A mark that does neither.
/// A double mark is a stray.
pub(super) const STRAY: Cost = 90;
/// A stray stands inside a quoted span, which ends or begins more likely there.
pub(super) const STRAY_INSIDE: Cost = 5;
/// The same mark stands twice.
pub(super) const DOUBLED: Cost = 10;
/// Two glyphs for the same mark stand together: `“"`.
pub(super) const DOUBLED_IN_OTHER_GLYPH: Cost = 15;
/// A double mark behind a number is the sign for inches.
pub(super) const INCHES: Cost = 30;
/// A double mark behind feet and inches (`6'2"`) is the sign for inches.
pub(super) const FEET_AND_INCHES: Cost = 0;
/// A single mark behind a number is the sign for feet or minutes.
pub(super) const FEET: Cost = 15;
/// A single mark before a letter is the apostrophe of a word that is not known for it: `'Merica`.
pub(super) const UNKNOWN_ELISION: Cost = 45;
/// A glyph that opens is an apostrophe before a word: `‘Merica`.
pub(super) const TURNED_ELISION: Cost = 60;
/// A known elision: `'em`, `'90s`.
pub(super) const ELISION: Cost = 0;
/// An apostrophe behind `s`: `the dogs' owner`.
pub(super) const POSSESSIVE: Cost = 8;
/// An apostrophe behind `in`: `goin' home`.
pub(super) const DROPPED_G: Cost = 10;
/// An apostrophe behind another letter.
pub(super) const FINAL_APOSTROPHE: Cost = 35;
/// An apostrophe behind a sign, or by itself.
pub(super) const STRAY_APOSTROPHE: Cost = 60;
/// A single glyph that is no apostrophe is a stray.
pub(super) const STRAY_SINGLE: Cost = 70;

// Paragraphs.
/// A paragraph's break was lost, and the mark behind it goes on with the speech.
pub(super) const LOST_BREAK: Cost = 20;
/// A speech is left open where the next paragraph begins with a mark.
pub(super) const LEFT_OPEN_AND_CONTINUED: Cost = 8;
/// A speech is left open elsewhere.
pub(super) const LEFT_OPEN: Cost = 60;
/// A speech in single marks is left open elsewhere.
pub(super) const SINGLE_LEFT_OPEN: Cost = 80;
/// An inner span is left open.
pub(super) const INNER_LEFT_OPEN: Cost = 25;

// Lost marks.
/// The closing mark before `, he said` was lost.
pub(super) const LOST_BEFORE_ATTRIBUTION: Cost = 50;
/// `, he said.` ends a sentence inside a quoted span.
pub(super) const ATTRIBUTION_INSIDE: Cost = 40;
/// `, he said` stands inside a quoted span.
pub(super) const ATTRIBUTION_GOES_ON_INSIDE: Cost = 10;
/// A span is still open behind a mark that `he said` follows.
pub(super) const INSIDE_BEFORE_ATTRIBUTION: Cost = 40;
/// The opening mark at the beginning of a paragraph was lost.
pub(super) const LOST_AT_START: Cost = 50;
/// The opening mark at the beginning of a paragraph behind one that was left open was lost.
pub(super) const LOST_AT_START_OF_CONTINUATION: Cost = 25;
/// The opening mark at the beginning of a sentence was lost.
pub(super) const LOST_AT_SENTENCE: Cost = 65;

// Words.
/// `I`, `we`, `our` … outside quotation marks: for each, up to [`MAX_FIRST_PERSON`] between two marks.
pub(super) const FIRST_PERSON_OUTSIDE: Cost = 8;
/// The most words of the first person that count between two marks.
pub(super) const MAX_FIRST_PERSON: Cost = 3;
