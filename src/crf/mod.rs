//! Linear-chain conditional random fields (Lafferty, McCallum and Pereira, ICML
//! 2001) over hashed features, with weights of one byte: inference and the weights
//! file, shared by all learned stages.

pub mod arithmetic_coding;
pub mod cache;
mod context_models;
pub mod features;
pub mod inference;
pub mod weights;
