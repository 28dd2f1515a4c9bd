//! Words for offices and institutions.

/// Offices of which nobody holds two in one institution; two words of one number are the same office. Longer ones stand first.
pub const OFFICES: &[(&str, u8)] = &[
    ("chief executive officer", 2),
    ("chief executive", 2),
    ("chief operating officer", 13),
    ("chief financial officer", 5),
    ("finance director", 5),
    ("managing director", 2),
    ("head teacher", 11),
    ("headteacher", 11),
    ("deputy head", 11),
    ("chairman", 1),
    ("chairwoman", 1),
    ("chairperson", 1),
    ("chair", 1),
    ("ceo", 2),
    ("treasurer", 3),
    ("general secretary", 4),
    ("spokesman", 6),
    ("spokeswoman", 6),
    ("spokesperson", 6),
    ("president", 15),
    ("principal", 16),
    ("mayor", 10),
    ("captain", 17),
    ("head coach", 18),
    ("coach", 18),
    ("leader", 19),
    ("engineer", 22),
    ("attorney", 23),
    ("clerk", 24),
    ("sheriff", 25),
    ("curator", 26),
    ("head", 28),
    ("governor", 29),
    ("prosecutor", 30),
    ("defence lawyer", 31),
    ("defense lawyer", 31),
    ("defense attorney", 31),
    ("surgeon", 32),
    ("mp", 34),
    ("msp", 34),
    ("senator", 35),
    ("bishop", 36),
    ("goalkeeper", 37),
    ("striker", 38),
    ("midfielder", 39),
    ("defender", 21),
    ("quarterback", 20),
    ("linebacker", 14),
    ("sergeant", 40),
    ("sgt", 40),
    ("inspector", 41),
    ("insp", 41),
    ("constable", 42),
    ("pc", 42),
    ("lieutenant", 43),
    ("lt", 43),
    ("superintendent", 44),
    ("supt", 44),
    ("major", 45),
    ("colonel", 46),
    ("corporal", 47),
];

/// The number from which on offices are ranks, of which nobody has two.
pub const RANKS: u8 = 40;

/// Offices that leave no room for another one in the article, even where it does not tell of what institution they are.
pub const WHOLE: &[u8] = &[2, 3, 5, 6, 10, 11, 14, 16, 20, 21, 25, 29, 30, 31, 33, 37, 38, 39];

/// Offices that one person holds in one institution only.
pub const OF_ONE_INSTITUTION: &[u8] = &[10, 11, 16, 17, 18, 25, 29, 34, 35, 36];

/// Words for an institution that do not tell which one it is.
pub const GENERIC_INSTITUTIONS: &str = "town city village county company club school council group firm party board team side region state district \
    union hospital museum committee trust association country organisation organization charity its their our";

/// Words that make somebody the second in an office.
pub const SECOND: &[&str] = &["deputy", "vice", "assistant", "associate", "lieutenant"];

/// Offices that a word before them tells apart: `health secretary`, `transport secretary`.
pub const HEADS: &[&str] =
    &["secretary", "minister", "commissioner", "director", "chief", "officer", "editor", "chancellor", "professor"];

/// Words before such an office that tell apart nothing.
pub const MODIFIERS: &str = "the a an departing outgoing new embattled retiring longtime long-serving newly appointed chief county city \
    town state national federal regional local district company club its their his her our executive general \
    managing assistant associate deputy junior senior cabinet government popular veteran current first";
