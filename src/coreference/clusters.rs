//! Clusters the mentions of each entity: full and short names, initials, nicknames, acronyms and their long forms. Two
//! people with one surname stay separate.

use rustc_hash::FxHashMap;

use super::entity::{Entity, EntityId, MentionForm};
use super::names::matching;
use super::names::people::People;
use super::names::short_organizations;
use crate::entities::acronyms::initials;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::entities::normalized::{AmbiguousCurrencies, normalize};
use crate::growth::make_room;
use crate::lexicon::{Gender, given_names};
use crate::text::document::Document;

/// The entities, and the one that each mention refers to.
pub struct Clusters {
    /// The entities, in the order in which they were found.
    pub entities: Vec<Entity>,
    /// For each entity, its grammatical gender, as far as known.
    pub genders: Vec<Gender>,
    /// For each entity, whether a title such as `Mrs.` determines the gender.
    pub titled: Vec<bool>,
    /// For each mention, the entity.
    pub of_mention: Vec<Option<EntityId>>,
    /// For each mention, the confidence in that entity, from 0 to 1.
    pub certainty: Vec<f32>,
}

/// The confidence in the entity of a short name that fits two people.
pub const AMBIGUOUS: f32 = 0.5;

/// Clusters the mentions by entity.
pub fn build(document: &Document, mentions: &[Mention]) -> Clusters {
    let mut clusters = Clusters {
        entities: Vec::new(),
        genders: Vec::new(),
        titled: Vec::new(),
        of_mention: vec![None; mentions.len()],
        certainty: vec![1.0; mentions.len()],
    };
    let currencies = AmbiguousCurrencies::in_document(document, mentions);
    let mut people = People::of(document, mentions);
    let mut others: FxHashMap<(EntityKind, String), EntityId> = FxHashMap::default();
    let mut long_forms: FxHashMap<String, Option<EntityId>> = FxHashMap::default();
    let full_names = short_organizations::find(document, mentions, |mention| key(document, mention));
    for (id, mention) in MentionId::enumerate(mentions) {
        let name = mention.span.slice(document.text);
        let entity = if mention.kind == EntityKind::Person {
            let (person, sure) = people.person(document, mention);
            if !sure {
                clusters.certainty[id] = AMBIGUOUS;
            }
            *people.entities[person].get_or_insert_with(|| clusters.add(mention, name, &currencies))
        } else {
            let own = key(document, mention);
            let full = full_names.get(&own).filter(|_| short_organizations::may_be_named(mention)).cloned();
            let kind = if full.is_some() { EntityKind::Organization } else { mention.kind };
            let organization = kind == EntityKind::Organization;
            let key = (kind, full.unwrap_or(own));
            let long = organization
                .then(|| {
                    bracketed(document, mentions, id, &clusters).or_else(|| long_forms.get(&key.1).copied().flatten())
                })
                .flatten();
            let initials =
                (organization && mention.tokens.len() > 2).then(|| initials(document, mention.tokens).to_lowercase());
            // The acronym may come first.
            let short = initials
                .as_ref()
                .filter(|initials| initials.len() > 2 && !long_forms.contains_key(*initials))
                .and_then(|initials| others.get(&(mention.kind, initials.clone())).copied());
            let known = others.get(&key).copied().or(long).or(short);
            let entity = known.unwrap_or_else(|| clusters.add(mention, name, &currencies));
            others.entry(key).or_insert(entity);
            if let Some(initials) = initials {
                // Initials that fit two long forms are ambiguous.
                let known = long_forms.entry(initials).or_insert(Some(entity));
                *known = known.filter(|&known| known == entity);
            }
            entity
        };
        clusters.join(entity, id, mention, name);
    }
    for entity in &mut clusters.entities {
        entity.mentions.shrink_to_fit();
    }
    clusters
}

/// Returns what two mentions of an entity have in common: the name without article, case, dots or legal form.
fn key(document: &Document, mention: &Mention) -> String {
    let legal = |word: &str| {
        matches!(
            word.trim_end_matches('.'),
            "Inc" | "Corp" | "Co" | "Ltd" | "LLC" | "Plc" | "plc" | "AG" | "SA" | "NV" | "GmbH"
        )
    };
    let mut words: Vec<&str> = mention.tokens.iter().map(|at| document.word(at)).collect();
    while words.len() > 1 && words.iter().last().is_some_and(|word| legal(word) || *word == ",") {
        words.pop();
    }
    if words.len() > 1 && matches!(words[0], "The" | "the") {
        words.remove(0);
    }
    let words: Vec<String> = words.iter().map(|word| matching::plain(word)).collect();
    SPELLINGS.iter().fold(words.join(" "), |key, (british, american)| key.replace(british, american))
}

/// British spellings in names of organizations, each with the American one.
const SPELLINGS: &[(&str, &str)] =
    &[("isation", "ization"), ("centre", "center"), ("defence", "defense"), ("labour", "labor")];

impl Clusters {
    fn add(&mut self, mention: &Mention, name: &str, currencies: &AmbiguousCurrencies) -> EntityId {
        let entity = Entity::new(mention.kind, name.to_owned(), true);
        let normalized = normalize(mention.kind, name, currencies);
        self.push(Entity { confidence: mention.confidence, normalized, ..entity })
    }

    /// Iterates over the indexes of the entities.
    pub fn ids(&self) -> impl Iterator<Item = EntityId> + use<> {
        (0..self.entities.len()).map(EntityId::new)
    }

    /// Adds an entity and returns its index.
    pub fn push(&mut self, entity: Entity) -> EntityId {
        let id = EntityId::new(self.entities.len());
        make_room(&mut self.entities);
        self.entities.push(entity);
        self.genders.push(Gender::Unknown);
        self.titled.push(false);
        id
    }

    fn join(&mut self, entity: EntityId, id: MentionId, mention: &Mention, name: &str) {
        let cluster = &mut self.entities[entity];
        cluster.mentions.push((mention.span, MentionForm::Name));
        let count = cluster.mentions.len() as f32;
        cluster.confidence += (mention.confidence - cluster.confidence) / count;
        let (own, known) = (name.chars().count(), cluster.name.chars().count());
        // Datelines are in capitals: prefer the usual spelling.
        let calmer = own == known
            && matches!(mention.kind, EntityKind::Place | EntityKind::Person)
            && name.chars().any(char::is_lowercase)
            && !cluster.name.chars().any(char::is_lowercase);
        if own > known || calmer {
            cluster.name = name.to_owned();
        }
        if mention.kind == EntityKind::Person {
            if mention.gender != Gender::Unknown && self.titled[entity] && self.genders[entity] != mention.gender {
                // Contradicting titles: two people were taken for one.
                self.genders[entity] = Gender::Unknown;
                self.titled[entity] = false;
            } else if mention.gender != Gender::Unknown {
                self.genders[entity] = mention.gender;
                self.titled[entity] = true;
            } else if self.genders[entity] == Gender::Unknown && name.contains(' ') {
                let first = name.split(' ').next().unwrap_or("");
                self.genders[entity] = given_names::given_name(first).unwrap_or(Gender::Unknown);
            }
        }
        self.of_mention[id] = Some(entity);
    }
}

/// Returns the entity of the long form before an acronym in brackets: `the World Health Organization (WHO)`.
fn bracketed(document: &Document, mentions: &[Mention], id: MentionId, clusters: &Clusters) -> Option<EntityId> {
    let mention = &mentions[id];
    let before = id.number().checked_sub(1).map(MentionId::new)?;
    let long = &mentions[before];
    let bracket =
        document.word(mention.tokens.start.checked_sub(1)?) == "(" && long.tokens.end + 1 == mention.tokens.start;
    let initials = initials(document, long.tokens);
    (bracket && initials == mention.span.slice(document.text).replace('.', ""))
        .then(|| clusters.of_mention[before])
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities;

    fn clusters(text: &str) -> Vec<(String, usize)> {
        let document = Document::new(text);
        let mentions = entities::tag_entities(&document, &crate::vocabulary::Vocabulary::from_document(&document));
        build(&document, &mentions).entities.into_iter().map(|entity| (entity.name, entity.mentions.len())).collect()
    }

    #[test]
    fn short_names_join_the_full_one() {
        assert_eq!(clusters("Mr. Rutte spoke. Mark Rutte left. Rutte said so."), [("Mark Rutte".to_owned(), 3)]);
    }

    #[test]
    fn acronyms_join_their_long_form() {
        assert_eq!(
            clusters("The World Health Organization (WHO) said so. WHO is in Geneva.")[0],
            ("World Health Organization".to_owned(), 3)
        );
    }

    #[test]
    fn the_acronym_may_come_first() {
        let found = clusters(
            "NATO, the North Atlantic Treaty Organization, met on Monday. The North Atlantic Treaty Organisation is in Brussels.",
        );
        assert!(found.contains(&("North Atlantic Treaty Organization".to_owned(), 3)), "{found:?}");
    }

    #[test]
    fn a_datelines_capitals_do_not_name_the_place() {
        let found = clusters("LONDON, March 3 – The council met. It rained in London on Monday.");
        assert!(found.contains(&("London".to_owned(), 2)), "{found:?}");
    }

    fn of_each(text: &str) -> Vec<(String, String, bool)> {
        let document = Document::new(text);
        let mentions = entities::tag_entities(&document, &crate::vocabulary::Vocabulary::from_document(&document));
        let clusters = build(&document, &mentions);
        let people = MentionId::enumerate(&mentions).filter(|(_, mention)| mention.kind == EntityKind::Person);
        people
            .map(|(id, mention)| {
                let entity = &clusters.entities[clusters.of_mention[id].unwrap()];
                let sure = clusters.certainty[id] > AMBIGUOUS;
                (mention.span.slice(text).to_owned(), entity.name.clone(), sure)
            })
            .collect()
    }

    #[test]
    fn two_people_of_one_surname_stay_apart() {
        let found = of_each("Hillary Clinton met Bill Clinton on Monday. Mrs. Clinton said so. Mr. Clinton left.");
        let whom: Vec<&str> = found.iter().map(|(_, whom, _)| whom.as_str()).collect();
        assert_eq!(whom, ["Hillary Clinton", "Bill Clinton", "Hillary Clinton", "Bill Clinton"]);
    }

    #[test]
    fn a_surname_alone_that_fits_two_is_unsure() {
        let found = of_each("Maria Rossi and Paolo Rossi spoke on Monday. Rossi said it was late.");
        assert_eq!(found.last().map(|(name, _, sure)| (name.as_str(), *sure)), Some(("Rossi", false)));
    }

    #[test]
    fn a_surname_of_very_many_is_that_of_one_mentioned_lately() {
        let initials = ('A'..='Z').flat_map(|first| ["an", "el", "im", "or", "us"].map(|end| format!("{first}{end}")));
        let text: String = initials.map(|first| format!("{first} Carter spoke. ")).collect();
        let found = of_each(&format!("{text}Carter said it was late."));
        assert!(found.len() > 120, "{}", found.len());
        assert_eq!(found.last().map(|(name, whom, _)| (name.as_str(), whom.as_str())), Some(("Carter", "Zus Carter")));
    }

    #[test]
    fn the_family_name_may_come_first() {
        let found = of_each("Viktor Orbán spoke on Monday. Orban Viktor left. Orbán said so.");
        assert!(found.iter().all(|(_, whom, sure)| whom == "Viktor Orbán" && *sure), "{found:?}");
    }

    #[test]
    fn accents_may_be_left_out_or_decomposed() {
        let found = of_each(
            "Mr. Nguyễn Văn Minh spoke on Monday. Mr. Nguyen Van Minh left. Mr. Nguye\u{302}\u{303}n Va\u{306}n Minh said so.",
        );
        assert!(found.len() == 3 && found.iter().all(|(_, whom, _)| *whom == found[0].1), "{found:?}");
    }

    #[test]
    fn nicknames_and_initials_are_one_person() {
        let found = of_each("William Carter spoke. Bill Carter left on Monday, and W. Carter paid.");
        assert!(found.iter().all(|(_, whom, _)| whom == "William Carter"), "{found:?}");
    }
}
