//! Texts on which a careless program takes long.

/// A kind of text: its name, and its piece with a number, which is repeated up to the wanted length.
pub type Kind = (&'static str, fn(usize) -> String);

/// All kinds.
pub const KINDS: &[Kind] = &[
    ("labels on lines", |_| "Doe: a\n".into()),
    ("labels of many people", |number| format!("{}: I know.\n", name(number % 500))),
    ("questions and answers", |_| "Q: Why?\nA: So.\n".into()),
    ("said he", |_| "said he ".into()),
    ("dash and said", |_| "— said ".into()),
    ("dash lines", |number| format!("— Come in, said {}.\n", name(number % 300))),
    ("a list", |number| format!("• item {number}\n")),
    ("words with commas", |_| "the mayor, the court, ".into()),
    ("names with commas", |number| format!("{}, ", name(number))),
    ("one name", |_| "Mark Rutte ".into()),
    ("one name, one sentence each", |_| "Ada Byron said. ".into()),
    ("nested marks", |_| "“a ‘b “c ".into()),
    ("closed nested marks", |_| "“He said ‘she said “no” to me’ and left,” said Doe. ".into()),
    ("straight marks", |_| "\"a ' ".into()),
    ("apostrophes", |_| "'a' 'n' ".into()),
    ("opening brackets", |_| "( [ ".into()),
    ("brackets in brackets", |_| "(a (b) ".into()),
    ("an endless sentence", |_| "and the minister who said that the court had told the bank that ".into()),
    ("an endless clause", |number| format!("that the plan of {} would fail because ", name(number % 50))),
    ("very many names", |number| format!("{} met {}. ", name(2 * number), name(2 * number + 1))),
    ("very many speakers", |number| format!("“Yes,” said {}. ", name(number))),
    ("very many quotes", |_| "“Yes,” he said. “No,” she said.\n\n".into()),
    ("quotes without a source", |number| format!("“It is {number}.”\n\n")),
    ("the minister said", |_| "the minister said ".into()),
    ("descriptions", |number| format!("“No,” the {} said. ", JOBS[number % JOBS.len()])),
    ("many descriptions", |number| format!("“No,” said a {} from {}. ", JOBS[number % JOBS.len()], word(number))),
    ("initials", |_| "J. K. ".into()),
    ("many initials", |number| format!("{}. {}. {} said. ", letter(number), letter(number / 26), word(number))),
    ("acronyms", |number| format!("{}{}{} said. ", letter(number), letter(number / 26), letter(number / 676))),
    ("numbers", |number| format!("{number} ")),
    ("sums and dates", |number| format!("$3.{number} million on 3 May {}, ", 1900 + number % 100)),
    ("combining marks", |_| "\u{301}".into()),
    ("letters with combining marks", |_| "e\u{301}\u{323} ".into()),
    ("emoji", |_| "👩‍👩‍👧‍👦".into()),
    ("open quotes", |_| "“a. “B ".into()),
    ("unclosed paragraphs", |_| "“It goes on and on.\n\n".into()),
    ("openings", |_| "A woman laughed. She said no. ".into()),
    ("openings and quotes", |_| "A woman laughed. “No,” she said.\n\n".into()),
    ("pronouns after names", |number| {
        let subject = if number % 400 < 300 { name(number % 300) } else { "She".into() };
        format!("{subject} said it was late. ")
    }),
    ("pronouns alone", |_| "He said she knew that he had seen her. ".into()),
    ("one family", |number| format!("{} Doe said he knew Doe. ", word(number))),
    ("titles", |number| format!("Mr. {} told Mrs. {}. ", word(number), word(number + 1))),
    ("organizations", |number| format!("The {} Bank said the bank would pay. ", word(number))),
    ("groups", |number| format!("“No,” {} and {} said. They said so. ", name(number), name(number + 7))),
    ("according to", |_| "according to ".into()),
    ("who said", |_| "who said ".into()),
    ("I said", |_| "“I said ‘I’,” I said. ".into()),
    ("capitals", |number| format!("{} SAID THAT IT WAS LATE. ", name(number).to_uppercase())),
    ("small letters", |number| format!("{} said that it was late. ", name(number).to_lowercase())),
    ("one long word", |_| "abcdefgh".into()),
    ("hyphens", |_| "well-".into()),
    ("no addresses", |_| "http.".into()),
    ("line ends", |_| "a\n".into()),
    ("blank lines", |_| "\n\n \n".into()),
    ("short lines wrapped", |number| format!("the word {} stood\n", word(number))),
    ("mail", |_| "> > On Monday Doe wrote:\n> yes\n".into()),
    ("references", |_| "&quot;a&quot; &amp; ".into()),
    ("addresses", |number| format!("https://example.org/{number} a@b.org ")),
    ("menus", |number| format!("{}\n\nShare\n\nRead more: {}\n\n", word(number), name(number))),
    ("other languages", |_| "Der Minister sagte, dass er nicht komme. Le ministre a dit non.\n\n".into()),
];

const JOBS: &[&str] = &[
    "minister",
    "doctor",
    "police spokesman",
    "teacher",
    "judge",
    "manager",
    "striker",
    "farmer",
    "neighbour",
    "nurse",
];

fn letter(number: usize) -> char {
    char::from(b'A' + (number % 26) as u8)
}

/// A capitalized word of its own for each number.
fn word(number: usize) -> String {
    let mut word = String::new();
    let mut rest = number;
    loop {
        word.push_str(["ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "za"][rest % 10]);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let first = word.remove(0).to_ascii_uppercase();
    format!("{first}{word}n")
}

/// A full name of its own for each number.
fn name(number: usize) -> String {
    let first = ["Jane", "John", "Mary", "Peter", "Anna", "Paul", "Ruth"][number % 7];
    format!("{first} {}", word(number))
}

/// A text of a kind with a number of bytes, at least.
pub fn text((_, piece): Kind, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 100);
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&piece(number));
    }
    text
}
