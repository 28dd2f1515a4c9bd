//! Linear-chain conditional random fields (Lafferty, McCallum and Pereira, ICML
//! 2001) over hashed features, with weights of one byte: what the learned
//! stages share.

pub mod chain;
pub mod coding;
pub mod features;
pub mod file;
pub mod memo;
pub mod weights;
