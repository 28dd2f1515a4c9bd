//! A quote without a source continues the previous one, with its speaker.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;
use crate::quotes::quote::SpeakerLink;

/// The confidence, as a share of that of the previous quote.
const SHARE: f32 = 0.85;

/// A quote without a source continues the previous one, with its speaker.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::NoSource = context.referent else { return None };
    let last = context.before.last().filter(|last| last.speaker.is_some())?;
    let continued = context.quote.link == SpeakerLink::Continued;
    let confidence = SHARE * last.confidence;
    continued.then_some(Attribution { basis: Basis::Continued, name: None, confidence, ..*last })
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn speech_goes_on() {
        assert_eq!(
            rules("“It works well enough for me,” Ada Byron said.\n“And it will work for a long time to come.”").last(),
            Some(&"continued")
        );
    }
}
