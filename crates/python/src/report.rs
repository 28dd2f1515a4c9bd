//! Reports and analyzers, as Python's part of the package wraps them.

use std::sync::Mutex;

use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyString;
use whosaid::{Analyzer, Offsets, Range, Report};

use crate::{AnalysisError, guard};

/// A report with the text that it is about.
#[pyclass(frozen, name = "Report", module = "whosaid._native")]
pub struct PyReport {
    text: PyBackedStr,
    report: Report,
}

#[pymethods]
impl PyReport {
    /// Reads a report that `json` returned.
    #[new]
    fn new(text: PyBackedStr, json: &str) -> PyResult<Self> {
        let report = serde_json::from_str(json);
        let report = report.map_err(|error| PyValueError::new_err(format!("not a report: {error}")))?;
        Ok(Self { text, report })
    }

    #[getter]
    fn text(&self, python: Python<'_>) -> PyBackedStr {
        self.text.clone_ref(python)
    }

    /// Returns the report as JSON.
    fn json(&self, python: Python<'_>) -> PyResult<String> {
        let json = python.detach(|| serde_json::to_string(&self.report));
        json.map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// Returns the words at a range.
    fn words(&self, start: usize, end: usize) -> String {
        self.report.words(&self.text, Range { start, end })
    }
}

/// Analyzes one text after another.
#[pyclass(frozen, name = "Analyzer", module = "whosaid._native")]
pub struct PyAnalyzer(Mutex<Analyzer>);

#[pymethods]
impl PyAnalyzer {
    #[new]
    fn new() -> Self {
        Self(Mutex::new(Analyzer::new()))
    }

    fn analyze(&self, python: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<PyReport> {
        let text = backed(text)?;
        let report = python.detach(|| {
            let mut analyzer = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            guard::analyze(&mut analyzer, &text, Offsets::CodePoint)
        });
        Ok(PyReport { report: report.map_err(AnalysisError::new_err)?, text })
    }
}

/// Analyzes texts in this thread; instead of a report there is an error where the analysis failed.
#[pyfunction]
pub fn analyze_batch<'py>(python: Python<'py>, texts: Vec<Bound<'py, PyAny>>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let texts = texts.iter().map(backed).collect::<PyResult<Vec<_>>>()?;
    let reports: Vec<_> = python.detach(|| {
        let analyze = |text: PyBackedStr| (guard::analyze_here(&text, Offsets::CodePoint), text);
        texts.into_iter().map(analyze).collect()
    });
    let object = |(report, text)| match report {
        Ok(report) => Ok(Bound::new(python, PyReport { text, report })?.into_any()),
        Err(message) => Ok(AnalysisError::new_err::<String>(message).into_value(python).into_bound(python).into_any()),
    };
    reports.into_iter().map(object).collect()
}

/// Has the analysis of a text fail, for tests of what happens then.
#[pyfunction]
pub fn fail_on(text: Option<String>) {
    guard::fail_on(text);
}

/// Returns a string without copying it. Lone surrogates, which are no text, become replacement characters, one for one.
fn backed(text: &Bound<'_, PyAny>) -> PyResult<PyBackedStr> {
    let Ok(string) = text.cast::<PyString>() else {
        return Err(PyTypeError::new_err(format!("a text must be a str, not {}", text.get_type().name()?)));
    };
    let python = text.py();
    match PyBackedStr::try_from(string.clone()) {
        Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(python) => {
            let bytes = string.call_method1("encode", ("utf-32-le", "surrogatepass"))?;
            let replaced = bytes.call_method1("decode", ("utf-32-le", "replace"))?;
            PyBackedStr::try_from(replaced.cast_into::<PyString>()?)
        }
        backed => backed,
    }
}
