//! Nominals: resolves descriptions without a name.

pub mod article;
pub mod context;
pub mod coordination;
pub mod delayed_names;
pub mod demonyms;
pub mod descriptions;
pub mod organization_nouns;
pub mod organizations;
pub mod phrase_heads;
pub mod resolution;
pub mod roles;
mod rules;
