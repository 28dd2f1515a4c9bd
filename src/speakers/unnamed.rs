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
    "academic",
    "accountant",
    "activist",
    "adjudicator",
    "administrator",
    "adult",
    "agent",
    "aide",
    "allotment-holder",
    "ally",
    "analyst",
    "angler",
    "apprentice",
    "archaeologist",
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
    "bride",
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
    "cleric",
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
    "councilor",
    "counsellor",
    "couple",
    "courier",
    "cousin",
    "creator",
    "cricketer",
    "critic",
    "curator",
    "customer",
    "cyclist",
    "dancer",
    "daughter",
    "deacon",
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
    "envoy",
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
    "footballer",
    "forecaster",
    "friend",
    "front-runner",
    "frontrunner",
    "fundraiser",
    "gardener",
    "girl",
    "goalkeeper",
    "godfather",
    "golfer",
    "grandfather",
    "grandmother",
    "grandparent",
    "groom",
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
    "imam",
    "immigrant",
    "influencer",
    "inmate",
    "insider",
    "instructor",
    "intern",
    "investor",
    "islander",
    "janitor",
    "jockey",
    "juror",
    "keeper",
    "kid",
    "landlord",
    "lawmaker",
    "lawyer",
    "learner",
    "lecturer",
    "librarian",
    "lifeguard",
    "listener",
    "lobbyist",
    "local",
    "loyalist",
    "magnate",
    "man",
    "marcher",
    "marine",
    "mechanic",
    "mediator",
    "medic",
    "merchant",
    "midwife",
    "migrant",
    "miner",
    "model",
    "moderator",
    "mogul",
    "monk",
    "mother",
    "musician",
    "nanny",
    "narrator",
    "nationalist",
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
    "orderly",
    "organiser",
    "organizer",
    "painter",
    "paramedic",
    "paratrooper",
    "parent",
    "parishioner",
    "participant",
    "passenger",
    "passer-by",
    "patient",
    "pedestrian",
    "peer",
    "pensioner",
    "performer",
    "person",
    "pharmacist",
    "philosopher",
    "photographer",
    "physicist",
    "pianist",
    "pilot",
    "piper",
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
    "rebel",
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
    "rower",
    "runner",
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
    "skier",
    "skipper",
    "smuggler",
    "socialist",
    "soldier",
    "son",
    "songwriter",
    "source",
    "specialist",
    "spectator",
    "sprinter",
    "staffer",
    "stallholder",
    "statistician",
    "stepfather",
    "stepmother",
    "stuntman",
    "stylist",
    "supporter",
    "surrogate",
    "survivor",
    "suspect",
    "swimmer",
    "taxpayer",
    "teammate",
    "technician",
    "teen",
    "teenager",
    "tenant",
    "therapist",
    "toddler",
    "tourist",
    "trader",
    "trainee",
    "trainer",
    "translator",
    "trucker",
    "tutor",
    "tycoon",
    "umpire",
    "uncle",
    "undergraduate",
    "user",
    "usher",
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
    "wrestler",
    "youngster",
];
const BODIES: &[&str] = &[
    "academy",
    "administration",
    "agency",
    "airline",
    "alliance",
    "army",
    "assembly",
    "association",
    "authority",
    "automaker",
    "bank",
    "bloc",
    "board",
    "brewer",
    "brigade",
    "broadcaster",
    "bureau",
    "cabinet",
    "camp",
    "campaign",
    "carmaker",
    "chain",
    "charity",
    "church",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "company",
    "conglomerate",
    "congress",
    "consortium",
    "cooperative",
    "council",
    "court",
    "defence",
    "defense",
    "delegation",
    "department",
    "embassy",
    "federation",
    "festival",
    "firm",
    "force",
    "foundation",
    "gallery",
    "government",
    "group",
    "hospital",
    "institute",
    "institution",
    "insurer",
    "junta",
    "jury",
    "label",
    "league",
    "lender",
    "library",
    "manufacturer",
    "militia",
    "ministry",
    "museum",
    "navy",
    "network",
    "office",
    "opposition",
    "orchestra",
    "organisation",
    "organization",
    "panel",
    "paper",
    "parliament",
    "party",
    "police",
    "prosecution",
    "regulator",
    "retailer",
    "school",
    "senate",
    "service",
    "society",
    "startup",
    "station",
    "studio",
    "supermarket",
    "syndicate",
    "team",
    "theater",
    "theatre",
    "think-tank",
    "treasury",
    "tribunal",
    "trust",
    "union",
    "university",
    "utility",
    "watchdog",
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
    description
        .clone()
        .filter(|&at| document.word(at).starts_with(char::is_uppercase))
        .all(|at| known.clone().any(|known| document.word(known) == document.word(at)))
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
