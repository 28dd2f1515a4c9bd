//! The speaker of an answer in an interview (`A:`) is the interviewee.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::clusters::Clusters;
use crate::coreference::entity::EntityId;
use crate::coreference::only;
use crate::coreference::sources::labels::is_question_or_answer_label;
use crate::coreference::sources::referent::SourceReferent;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::quotes::quote::{Quote, QuoteOrigin};
use crate::text::Document;

/// The estimated precision.
const CONFIDENCE: f32 = 0.9;

/// The speaker of an answer in an interview (`A:`) is the interviewee.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Unresolved = context.referent else { return None };
    let entity = context.interviewee.filter(|_| is_answer(context.document, context.quote))?;
    Some(Attribution::given(entity, Basis::Turn, CONFIDENCE))
}

fn is_answer(document: &Document, quote: &Quote) -> bool {
    let label = quote.source.map_or("", |source| source.slice(document.text));
    quote.origin == QuoteOrigin::Turn && is_question_or_answer_label(label) && label.starts_with('A')
}

/// Returns the only person mentioned before the first question of an interview.
pub fn interviewee(
    document: &Document,
    mentions: &[Mention],
    quotes: &[Quote],
    clusters: &Clusters,
) -> Option<EntityId> {
    let first = quotes.iter().find(|quote| quote.origin == QuoteOrigin::Turn)?.extent().start();
    let body = |mention: &Mention| {
        let paragraph = document.paragraphs.partition_point(|paragraph| paragraph.span.end() <= mention.span.start());
        document.paragraphs.get(paragraph).is_some_and(|paragraph| paragraph.holds_speech())
    };
    let people = MentionId::enumerate(mentions)
        .take_while(|(_, mention)| mention.span.start() < first)
        .filter(|(_, mention)| mention.kind == EntityKind::Person && body(mention))
        .filter_map(|(id, _)| clusters.of_mention[id]);
    only(people)
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn the_interviewee_answers() {
        assert_eq!(
            rules("Ada Byron met us on Monday.\nQ: Why now?\nA: It was time.\nQ: And then?\nA: We went home.").last(),
            Some(&"interview-answer")
        );
    }
}
