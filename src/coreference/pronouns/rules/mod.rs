//! The rules by which pronouns are resolved, a file each.

pub mod just_quoted;
pub mod only_candidate;
pub mod previous_speaker;
pub mod ranking;
pub mod singular_they;
pub mod speaking_organization;
pub mod weak_ranking;
