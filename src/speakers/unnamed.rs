//! Speakers without a name: `a police spokesman`, `two officials`, `the report`.

use std::ops::Range;

use super::Entity;
use crate::document::Document;
use crate::entities::Kind;
use crate::lexicon;

/// A description as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// Its words without the article, up to the end of its head.
    pub tokens: Range<usize>,
    /// The head, in lower case and the singular.
    pub head: String,
    /// What it stands for.
    pub kind: Kind,
    /// Whether it brings in somebody new: `a`, `another`, `two`, or no article.
    pub new: bool,
}

const PEOPLE: &[&str] = &[
    "accountant",
    "activist",
    "administrator",
    "adult",
    "agent",
    "aide",
    "ally",
    "analyst",
    "architect",
    "assistant",
    "astronaut",
    "athlete",
    "attacker",
    "attendee",
    "author",
    "backer",
    "baker",
    "banker",
    "barber",
    "barista",
    "bartender",
    "billionaire",
    "biologist",
    "blogger",
    "boy",
    "broker",
    "brother",
    "builder",
    "businessman",
    "businesswoman",
    "butcher",
    "buyer",
    "bystander",
    "cabbie",
    "cadet",
    "caller",
    "campaigner",
    "carer",
    "caretaker",
    "carpenter",
    "champion",
    "chemist",
    "child",
    "choreographer",
    "civilian",
    "classmate",
    "cleaner",
    "clerk",
    "client",
    "climber",
    "co-author",
    "co-founder",
    "colleague",
    "comedian",
    "commentator",
    "commuter",
    "competitor",
    "complainant",
    "composer",
    "conductor",
    "conservationist",
    "constable",
    "consumer",
    "contender",
    "cook",
    "counsellor",
    "couple",
    "cousin",
    "creator",
    "critic",
    "customer",
    "cyclist",
    "dancer",
    "daughter",
    "dealer",
    "defendant",
    "defender",
    "delegate",
    "demonstrator",
    "dentist",
    "developer",
    "donor",
    "driver",
    "drummer",
    "educator",
    "elder",
    "electrician",
    "employee",
    "entrepreneur",
    "environmentalist",
    "evacuee",
    "ex-husband",
    "ex-wife",
    "examiner",
    "expert",
    "fan",
    "father",
    "fiancé",
    "fiancée",
    "fighter",
    "filmmaker",
    "firefighter",
    "fisherman",
    "forecaster",
    "friend",
    "front-runner",
    "frontrunner",
    "fundraiser",
    "gardener",
    "girl",
    "goalkeeper",
    "godfather",
    "grandfather",
    "grandmother",
    "grandparent",
    "grower",
    "guard",
    "guest",
    "guitarist",
    "gunman",
    "hairdresser",
    "heir",
    "heiress",
    "hero",
    "homeowner",
    "hopeful",
    "hostage",
    "housemate",
    "hunter",
    "husband",
    "icon",
    "idol",
    "immigrant",
    "influencer",
    "inmate",
    "insider",
    "instructor",
    "intern",
    "investor",
    "islander",
    "janitor",
    "juror",
    "kid",
    "landlord",
    "lawmaker",
    "lawyer",
    "learner",
    "lecturer",
    "librarian",
    "lifeguard",
    "listener",
    "local",
    "loyalist",
    "magnate",
    "man",
    "marcher",
    "mechanic",
    "mediator",
    "merchant",
    "midwife",
    "migrant",
    "miner",
    "model",
    "moderator",
    "mogul",
    "mother",
    "musician",
    "narrator",
    "naturalist",
    "negotiator",
    "neighbor",
    "neighbour",
    "newcomer",
    "newlywed",
    "newsreader",
    "novelist",
    "nun",
    "nurse",
    "observer",
    "onlooker",
    "operative",
    "opponent",
    "organiser",
    "organizer",
    "painter",
    "paramedic",
    "parent",
    "parishioner",
    "participant",
    "passenger",
    "passer-by",
    "patient",
    "pedestrian",
    "pensioner",
    "performer",
    "person",
    "pharmacist",
    "philosopher",
    "photographer",
    "physicist",
    "pianist",
    "pilot",
    "planner",
    "plumber",
    "poet",
    "politician",
    "pontiff",
    "porter",
    "postman",
    "presenter",
    "prisoner",
    "producer",
    "professional",
    "programmer",
    "protester",
    "psychiatrist",
    "psychologist",
    "pundit",
    "pupil",
    "quarterback",
    "rancher",
    "ranger",
    "reader",
    "receptionist",
    "recruit",
    "refugee",
    "registrar",
    "relative",
    "renter",
    "resident",
    "reviewer",
    "rider",
    "roommate",
    "runner-up",
    "sailor",
    "salesman",
    "scholar",
    "sculptor",
    "seller",
    "servant",
    "settler",
    "shareholder",
    "shepherd",
    "shopkeeper",
    "shopper",
    "sister",
    "skipper",
    "soldier",
    "son",
    "songwriter",
    "source",
    "spectator",
    "staffer",
    "stallholder",
    "statistician",
    "stepfather",
    "stepmother",
    "stylist",
    "supporter",
    "surrogate",
    "survivor",
    "suspect",
    "taxpayer",
    "teammate",
    "technician",
    "teenager",
    "tenant",
    "therapist",
    "tourist",
    "trader",
    "trainee",
    "trainer",
    "trucker",
    "tutor",
    "tycoon",
    "umpire",
    "uncle",
    "undergraduate",
    "user",
    "vendor",
    "vet",
    "veteran",
    "vicar",
    "victim",
    "viewer",
    "villager",
    "visitor",
    "vlogger",
    "volunteer",
    "voter",
    "waiter",
    "waitress",
    "warden",
    "welder",
    "widow",
    "widower",
    "wife",
    "winger",
    "winner",
    "witness",
    "woman",
    "worker",
    "youngster",
];
const BODIES: &[&str] = &[
    "administration",
    "agency",
    "airline",
    "alliance",
    "army",
    "association",
    "authority",
    "bank",
    "bloc",
    "board",
    "bureau",
    "camp",
    "campaign",
    "charity",
    "church",
    "club",
    "coalition",
    "commission",
    "committee",
    "company",
    "council",
    "court",
    "delegation",
    "department",
    "embassy",
    "firm",
    "foundation",
    "government",
    "group",
    "institute",
    "jury",
    "league",
    "ministry",
    "network",
    "office",
    "opposition",
    "organisation",
    "organization",
    "panel",
    "paper",
    "parliament",
    "party",
    "police",
    "regulator",
    "school",
    "service",
    "station",
    "team",
    "tribunal",
    "union",
    "university",
];
const DOCUMENTS: &[&str] = &[
    "ad",
    "analysis",
    "article",
    "assessment",
    "book",
    "column",
    "complaint",
    "document",
    "editorial",
    "email",
    "examination",
    "filing",
    "indictment",
    "lawsuit",
    "letter",
    "magazine",
    "memo",
    "newspaper",
    "petition",
    "poll",
    "report",
    "review",
    "ruling",
    "statement",
    "study",
    "survey",
    "transcript",
];

/// Whether a word in the singular stands for a body that can speak.
pub fn is_body(head: &str) -> bool {
    BODIES.binary_search(&head).is_ok()
}

/// Whether a word in lower case stands for one person: `official`, `wife`.
pub fn is_person(word: &str) -> bool {
    is_trade(word) || lexicon::is_role(word)
}

/// Whether a word in the singular stands for somebody by trade or by tie.
fn is_trade(word: &str) -> bool {
    PEOPLE.binary_search(&word).is_ok() || word.ends_with("ologist")
}

/// Whether a word stands for several people: `officials`, `wives`.
pub fn is_several(word: &str) -> bool {
    let (head, plural) = singular(&lexicon::fold(word));
    plural && (is_trade(&head) || lexicon::is_role(&head))
}

/// Reads a description that ends with its head; nothing where that is no speaker.
pub fn read(document: &Document, source: Range<usize>) -> Option<Description> {
    let word = |at: usize| lexicon::fold(document.word(at)).into_owned();
    let first = word(source.start);
    // `one of the officials` is one person.
    if first == "one" && word(source.start + 1) == "of" && source.len() > 3 {
        let many = read(document, source.start + 2..source.end)?;
        let kind = if many.kind == Kind::Group { Kind::Person } else { many.kind };
        return Some(Description { tokens: source.start..many.tokens.end, kind, new: true, ..many });
    }
    let determined = lexicon::is_determiner(&first);
    let start = source.start + usize::from(determined && document.tokens.len() > source.start + 1);
    let end = source.end;
    let last = word(end.checked_sub(1).filter(|&last| last >= start)?);
    let (head, plural) = singular(&last);
    let kind = match head.as_str() {
        head if is_trade(head) || lexicon::is_role(head) => {
            if plural {
                Kind::Group
            } else {
                Kind::Person
            }
        }
        head if BODIES.binary_search(&head).is_ok() => Kind::Organization,
        head if DOCUMENTS.binary_search(&head).is_ok() => Kind::Work,
        _ => return None,
    };
    let new = !matches!(first.as_str(), "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their" | "its");
    Some(Description { tokens: start..end, head, kind, new })
}

fn singular(word: &str) -> (String, bool) {
    match word {
        "people" => ("person".to_owned(), true),
        "men" => ("man".to_owned(), true),
        "women" => ("woman".to_owned(), true),
        "wives" => ("wife".to_owned(), true),
        "police" | "boss" | "witness" => (word.to_owned(), false),
        _ => {
            let stem = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
            let stem = stem.or_else(|| word.strip_suffix("men").map(|stem| format!("{stem}man")));
            let stem = stem.or_else(|| word.strip_suffix("sses").map(|stem| format!("{stem}ss")));
            let stem = stem.or_else(|| word.strip_suffix('s').filter(|stem| !stem.ends_with('s')).map(str::to_owned));
            stem.map_or_else(|| (word.to_owned(), false), |stem| (stem, true))
        }
    }
}

/// Descriptions met so far, with their entities.
#[derive(Default)]
pub struct Register {
    known: Vec<(Description, usize)>,
}

/// How many descriptions are looked back at.
const REACH: usize = 40;

impl Register {
    /// Whether somebody described by this head was brought in before.
    pub fn has(&self, head: &str) -> bool {
        self.known.iter().rev().take(REACH).any(|(known, _)| known.head == head)
    }

    /// The entity of a description: one met before, or a new one at the end of `entities`.
    pub fn entity(&mut self, document: &Document, description: Description, entities: &mut Vec<Entity>) -> usize {
        let known = self.known.iter().rev().take(REACH).find(|(known, _)| {
            let same = words(document, &known.tokens) == words(document, &description.tokens);
            let fits = || !description.new && repeats(document, &description.tokens, &known.tokens);
            known.kind == description.kind && known.head == description.head && (same || fits())
        });
        // `A spokesman` after `a spokesman` of the same words may be somebody else, but the text does not tell.
        let entity = known.map(|(_, entity)| *entity).unwrap_or_else(|| {
            entities.push(Entity::new(description.kind, words(document, &description.tokens), false));
            entities.len() - 1
        });
        self.known.push((description, entity));
        entity
    }
}

/// Whether a description names nobody whom an earlier one does not: `the Roe poll` is not `a Doe poll`.
fn repeats(document: &Document, description: &Range<usize>, known: &Range<usize>) -> bool {
    description.clone().filter(|&at| document.word(at).starts_with(char::is_uppercase)).all(|at| {
        known.clone().any(|known| document.word(known) == document.word(at))
    })
}

fn words(document: &Document, tokens: &Range<usize>) -> String {
    document.span(tokens.clone()).of(document.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(text: &str) -> Option<(String, Kind, bool)> {
        let document = Document::new(text);
        read(&document, 0..document.tokens.len()).map(|found| (words(&document, &found.tokens), found.kind, found.new))
    }

    #[test]
    fn lists_are_sorted() {
        for list in [PEOPLE, BODIES, DOCUMENTS] {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|pair| pair[0] > pair[1]));
        }
    }

    #[test]
    fn heads_tell_what_speaks() {
        let found = |text| described(text).unwrap();
        assert_eq!(found("a police spokesman"), ("police spokesman".into(), Kind::Person, true));
        assert_eq!(found("two officials"), ("officials".into(), Kind::Group, true));
        assert_eq!(found("the company"), ("company".into(), Kind::Organization, false));
        assert_eq!(found("a report"), ("report".into(), Kind::Work, true));
        assert_eq!(described("the weather"), None);
    }
}
