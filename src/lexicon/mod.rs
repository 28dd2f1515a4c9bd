//! Word lists that several stages share, all of our own compiling.
//!
//! Lists are sorted, so that a look-up is a binary search without set-up.

pub mod gazetteer;
pub mod gendered_nouns;
pub mod given_names;
pub mod nouns;
pub mod reporting_verbs;

fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// Lower-cases `word` unless it is so already, for a look-up in the lists.
pub fn to_lowercase(word: &str) -> std::borrow::Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
}

const AUXILIARIES: &[&str] = &[
    "are", "be", "been", "being", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "should", "was", "were", "will", "would",
];

/// `has`, `would`, `was` and the like, in lower case.
pub fn is_auxiliary(word: &str) -> bool {
    has(AUXILIARIES, word)
        || matches!(
            word,
            "didn't"
                | "didn’t"
                | "doesn't"
                | "doesn’t"
                | "wasn't"
                | "hasn't"
                | "hasn’t"
                | "hadn't"
                | "won't"
                | "won’t"
                | "wouldn't"
                | "wouldn’t"
                | "don't"
                | "don’t"
        )
}

/// Forms of `to be`, in lower case.
pub fn is_form_of_be(word: &str) -> bool {
    matches!(word, "am" | "are" | "be" | "been" | "being" | "is" | "was" | "were")
}

const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "across",
    "after",
    "against",
    "alongside",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "before",
    "behind",
    "between",
    "by",
    "despite",
    "during",
    "following",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "like",
    "near",
    "of",
    "on",
    "onto",
    "outside",
    "over",
    "per",
    "since",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "upon",
    "via",
    "with",
    "within",
    "without",
];

/// Prepositions, in lower case.
pub fn is_preposition(word: &str) -> bool {
    has(PREPOSITIONS, word)
}

/// Articles, demonstratives, possessives and the quantities that begin a noun phrase, in lower case.
pub fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "my"
            | "your"
            | "his"
            | "her"
            | "its"
            | "our"
            | "their"
            | "some"
            | "many"
            | "several"
            | "other"
            | "one"
            | "another"
            | "both"
            | "most"
            | "two"
            | "three"
            | "few"
            | "no"
            | "each"
            | "every"
    )
}

/// Personal pronouns that can be the subject of a sentence, in lower case.
pub fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "i" | "we" | "it" | "you")
}

/// Words that begin a subordinate clause or join two, in lower case.
pub fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "although"
            | "and"
            | "because"
            | "but"
            | "how"
            | "if"
            | "nor"
            | "once"
            | "or"
            | "so"
            | "than"
            | "that"
            | "though"
            | "unless"
            | "what"
            | "when"
            | "where"
            | "whether"
            | "while"
            | "why"
            | "yet"
    )
}

const ADVERBS: &[&str] = &[
    "afterward",
    "afterwards",
    "again",
    "ago",
    "already",
    "also",
    "always",
    "earlier",
    "either",
    "even",
    "ever",
    "first",
    "further",
    "furthermore",
    "hence",
    "however",
    "instead",
    "just",
    "later",
    "likewise",
    "meanwhile",
    "moreover",
    "never",
    "nevertheless",
    "now",
    "often",
    "once",
    "only",
    "quickly",
    "rather",
    "recently",
    "sometimes",
    "soon",
    "still",
    "then",
    "thereafter",
    "therefore",
    "thus",
    "today",
    "together",
    "tomorrow",
    "too",
    "yesterday",
];

/// Adverbs that stand between subject and verb or open a sentence, in lower case.
pub fn is_adverb(word: &str) -> bool {
    has(ADVERBS, word)
        || (word.len() > 4
            && word.ends_with("ly")
            && !matches!(word, "family" | "only" | "ally" | "rally" | "italy" | "assembly" | "july"))
}

const CALENDAR: &[&str] = &[
    "april",
    "august",
    "december",
    "february",
    "friday",
    "january",
    "july",
    "june",
    "march",
    "may",
    "monday",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
];

/// Names of months and weekdays, in lower case.
pub fn is_calendar_name(word: &str) -> bool {
    has(CALENDAR, word)
}

const ROLES: &[&str] = &[
    "activist",
    "actor",
    "actress",
    "adviser",
    "advisor",
    "aide",
    "ambassador",
    "analyst",
    "archbishop",
    "artist",
    "attorney",
    "author",
    "ayatollah",
    "baron",
    "baroness",
    "bishop",
    "boss",
    "candidate",
    "captain",
    "cardinal",
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "chancellor",
    "chef",
    "chief",
    "coach",
    "colonel",
    "columnist",
    "commander",
    "commissioner",
    "congressman",
    "congresswoman",
    "consultant",
    "coordinator",
    "correspondent",
    "councillor",
    "councilman",
    "councilwoman",
    "counsel",
    "counselor",
    "critic",
    "dean",
    "defender",
    "delegate",
    "democrat",
    "deputy",
    "designer",
    "detective",
    "diplomat",
    "director",
    "doctor",
    "economist",
    "editor",
    "emperor",
    "engineer",
    "executive",
    "expert",
    "farmer",
    "fellow",
    "founder",
    "general",
    "governor",
    "head",
    "historian",
    "host",
    "inspector",
    "investigator",
    "journalist",
    "judge",
    "justice",
    "king",
    "lady",
    "lawmaker",
    "lawyer",
    "leader",
    "lieutenant",
    "lord",
    "magistrate",
    "major",
    "manager",
    "mayor",
    "member",
    "midfielder",
    "minister",
    "monsignor",
    "mp",
    "nominee",
    "officer",
    "official",
    "owner",
    "partner",
    "pastor",
    "physician",
    "player",
    "pollster",
    "pope",
    "premier",
    "president",
    "president-elect",
    "priest",
    "prime",
    "prince",
    "princess",
    "principal",
    "professor",
    "prosecutor",
    "publisher",
    "queen",
    "rabbi",
    "rapper",
    "referee",
    "reporter",
    "representative",
    "republican",
    "researcher",
    "rival",
    "scientist",
    "secretary",
    "senator",
    "sergeant",
    "sheikh",
    "sheriff",
    "singer",
    "sir",
    "solicitor",
    "speaker",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "strategist",
    "striker",
    "student",
    "superintendent",
    "surgeon",
    "teacher",
    "treasurer",
    "trooper",
    "trustee",
    "vice",
    "writer",
];

/// Nouns that name an office or a trade and stand before or behind a name, in lower case.
pub fn is_role(word: &str) -> bool {
    has(ROLES, word) || word.strip_suffix('s').is_some_and(|singular| has(ROLES, singular))
}

const ROLE_MODIFIERS: &[&str] = &[
    "acting",
    "agriculture",
    "assistant",
    "associate",
    "campaign",
    "chief",
    "city",
    "club",
    "communications",
    "company",
    "county",
    "culture",
    "defence",
    "defense",
    "deputy",
    "district",
    "economy",
    "education",
    "energy",
    "environment",
    "ex",
    "executive",
    "federal",
    "finance",
    "fire",
    "first",
    "foreign",
    "former",
    "general",
    "health",
    "home",
    "interim",
    "interior",
    "joint",
    "justice",
    "labor",
    "labour",
    "lead",
    "local",
    "longtime",
    "managing",
    "national",
    "opposition",
    "party",
    "police",
    "press",
    "prime",
    "regional",
    "science",
    "security",
    "senior",
    "sports",
    "state",
    "team",
    "then",
    "trade",
    "transport",
    "union",
    "veteran",
    "vice",
];

/// Words that narrow an office down, in lower case: `acting`, `foreign`, `vice`.
pub fn is_role_modifier(word: &str) -> bool {
    has(ROLE_MODIFIERS, word)
}

/// Titles that stand before a name: what they tell about the pronoun that may follow.
pub fn title(word: &str) -> Option<given_names::Gender> {
    Some(match word {
        "Mr" | "Mr." | "Sir" | "Lord" | "King" | "Prince" | "Father" | "Congressman" | "Councilman" | "Herr"
        | "Monsieur" => given_names::Gender::Masculine,
        "Mrs" | "Mrs." | "Baroness" | "Ms" | "Ms." | "Miss" | "Dame" | "Lady" | "Queen" | "Princess" | "Sister"
        | "Congresswoman" | "Madame" | "Frau" => given_names::Gender::Feminine,
        "Dr" | "Dr." | "Cllr" | "Cllr." | "Det" | "Det." | "Revd" | "Prof" | "Prof." | "Sen" | "Sen." | "Sens."
        | "Rep" | "Rep." | "Reps." | "Gov" | "Gov." | "Gen" | "Gen." | "Lt." | "Lt" | "Col." | "Col" | "Capt."
        | "Capt" | "Sgt." | "Sgt" | "Maj." | "Adm." | "Cmdr." | "Rev." | "Rev" | "Hon." | "Justice" | "Judge"
        | "Professor" | "Pope" | "St." | "Sheikh" | "Messrs." | "Insp" | "Insp." | "Supt" | "Supt." | "Brig." => {
            given_names::Gender::Unknown
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_are_sorted() {
        for list in [
            super::AUXILIARIES,
            super::PREPOSITIONS,
            super::ADVERBS,
            super::CALENDAR,
            super::ROLES,
            super::ROLE_MODIFIERS,
        ] {
            let unsorted = list.windows(2).find(|pair| pair[0] >= pair[1]);
            assert!(unsorted.is_none(), "{unsorted:?}");
        }
    }
}
