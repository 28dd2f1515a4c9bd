//! The native part of the Python package `whosaid`, which documents and types it for users.

mod arrow;
mod code_points;
mod guard;
mod report;
mod rows;

use pyo3::prelude::*;

pyo3::create_exception!(whosaid, AnalysisError, pyo3::exceptions::PyRuntimeError, "The analysis of a text failed.");

/// The module `whosaid._native`.
#[pymodule]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::AnalysisError;
    #[pymodule_export]
    use crate::arrow::{PyBatch, PySchema, analyze_arrow};
    #[pymodule_export]
    use crate::report::{PyAnalyzer, PyReport, analyze_batch, fail_on};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        crate::guard::keep_messages();
        module.add("ARROW_SCHEMA", crate::arrow::PySchema)
    }
}
