//! Who is described in one sentence and named at the start of the next: `… the finance minister has said. Herve Gaymard said …`

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::descriptions;
use crate::entities::mention::{EntityKind, MentionId};
use crate::lexicon::gendered_nouns;
use crate::lexicon::reporting_verbs::reporting_verb;
use crate::text::tokens::TokenKind;

/// Who is described in one sentence and named at the start of the next, for the first time: `… the finance minister has said.
/// Herve Gaymard said …`
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let (document, mentions) = (context.article.document, context.article.mentions);
    let description = descriptions::read(document, context.words)?;
    let is_of_somebody = context.words.iter().any(|at| document.tokens[at].kind == TokenKind::Possessive);
    if description.new && !is_of_somebody
        || description.kind != EntityKind::Person
        || context.nameless.has(&description.head)
    {
        return None;
    }
    let next = document.sentence_containing(context.words.start).end;
    let id = MentionId::new(mentions.partition_point(|mention| mention.tokens.start < next));
    let name = mentions.get(id.number()).filter(|name| name.tokens.start == next && name.kind == EntityKind::Person)?;
    let person = context.clusters.of_mention[id]?;
    let is_first = context.clusters.entities[person].mentions.first().is_some_and(|(span, _)| *span == name.span);
    // `Ann Cole, a lawyer, said` introduces somebody else.
    let speaks = reporting_verb(document.word(name.tokens.end)).is_some();
    let fits = gendered_nouns::may_be_of(gendered_nouns::evidence(&description.head), context.clusters.genders[person]);
    (is_first && speaks && fits && name.tokens.len() > 1).then_some(SourceReferent::Role(person))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::nominal_rules;

    #[test]
    fn the_minister_is_named_in_the_next_sentence() {
        let text =
            "The world must act, France’s finance minister has said. Herve Gaymard said he would call a meeting.";
        assert_eq!(nominal_rules(text).first(), Some(&"named-next"));
    }

    #[test]
    fn somebody_who_is_introduced_is_somebody_else() {
        let text =
            "The world must act, the finance minister has said. Herve Gaymard, a banker, said he would call a meeting.";
        assert_ne!(nominal_rules(text).first(), Some(&"named-next"));
    }
}
