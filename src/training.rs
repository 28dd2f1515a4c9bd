//! The inside of the library, for the program that trains the models and for the benches.
//!
//! Nothing here is covered by semantic versioning.
#![allow(missing_docs, reason = "each module is documented where it is defined")]

pub mod attribution {
    pub use crate::attribution::*;
}

pub mod coreference {
    pub use crate::coreference::*;
}

pub mod crf {
    pub use crate::crf::*;
}

pub mod entities {
    pub use crate::entities::*;
}

pub mod layout {
    pub use crate::layout::*;
}

pub mod language {
    pub use crate::language::*;
}

pub mod lexicon {
    pub use crate::lexicon::*;
}

pub mod model_file {
    pub use crate::model_file::*;
}

pub mod quotes {
    pub use crate::quotes::*;
}

pub mod text {
    pub use crate::text::*;
}

pub mod truecasing {
    pub use crate::truecasing::*;
}

pub mod vocabulary {
    pub use crate::vocabulary::*;
}

pub use crate::text::span::Span;
