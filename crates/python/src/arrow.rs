//! Arrow in, Arrow out, through the C data interface.

use std::process;
use std::sync::{Arc, Mutex};

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchReader, StructArray};
use arrow_json::ReaderBuilder;
use arrow_schema::{ArrowError, DataType, Field};
use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::ffi::{ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};
use pyo3_arrow::input::AnyArray;
use rayon::ThreadPool;
use rayon::prelude::*;

use crate::guard;
use crate::rows::{Row, SCHEMA};

/// How many texts are analyzed before their rows are moved into columns.
const ROWS: usize = 512;

/// A batch of reports that Arrow libraries read without a copy.
#[pyclass(frozen, name = "RecordBatch", module = "whosaid")]
pub struct PyBatch(RecordBatch);

#[pymethods]
impl PyBatch {
    #[getter]
    fn num_rows(&self) -> usize {
        self.0.num_rows()
    }

    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.0.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __repr__(&self) -> String {
        format!("<whosaid.RecordBatch of {} rows: {}>", self.0.num_rows(), self.column_names().join(", "))
    }

    fn __arrow_c_schema__<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(python, self.0.schema().as_ref())?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        python: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let array: ArrayRef = Arc::new(StructArray::from(self.0.clone()));
        let field = Field::new_struct("", self.0.schema().fields().clone(), false);
        Ok(to_array_pycapsules(python, Arc::new(field), &array, requested_schema)?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        python: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let reader = RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema());
        let field = Field::new_struct("", reader.schema().fields().clone(), false);
        let arrays = reader.map(|batch| batch.map(|batch| Arc::new(StructArray::from(batch)) as ArrayRef));
        let stream = ArrayIterator::new(arrays.collect::<Vec<_>>(), Arc::new(field));
        Ok(to_stream_pycapsule(python, Box::new(stream), requested_schema)?)
    }
}

/// The schema of every batch.
#[pyclass(frozen, name = "Schema", module = "whosaid")]
pub struct PySchema;

#[pymethods]
impl PySchema {
    fn __arrow_c_schema__<'py>(&self, python: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(python, SCHEMA.as_ref())?)
    }
}

/// Analyzes each text of an Arrow array or stream of arrays.
#[pyfunction]
#[pyo3(signature = (array, *, parallel = true))]
pub fn analyze_arrow(python: Python<'_>, array: AnyArray, parallel: bool) -> PyResult<PyBatch> {
    let chunks = array.into_reader()?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    python.detach(|| {
        let mut texts = Vec::new();
        for chunk in &chunks {
            add_texts(chunk, &mut texts)?;
        }
        let batch = guard::caught(|| analyze(&texts, parallel)).map_err(PyRuntimeError::new_err)?;
        Ok(PyBatch(batch?))
    })
}

fn failed(error: ArrowError) -> PyErr {
    PyRuntimeError::new_err(format!("the texts cannot be read from Arrow: {error}"))
}

/// Adds the texts of an array, which stay where they are.
fn add_texts<'a>(array: &'a ArrayRef, texts: &mut Vec<Option<&'a str>>) -> PyResult<()> {
    match array.data_type() {
        DataType::Utf8 => texts.extend(array.as_string::<i32>().iter()),
        DataType::LargeUtf8 => texts.extend(array.as_string::<i64>().iter()),
        DataType::Utf8View => texts.extend(array.as_string_view().iter()),
        DataType::Null => texts.extend(std::iter::repeat_n(None, array.len())),
        other => {
            return Err(PyTypeError::new_err(format!(
                "expected an Arrow array of string, large_string or string_view, not of {other}: cast the column first"
            )));
        }
    }
    Ok(())
}

fn analyze(texts: &[Option<&str>], parallel: bool) -> PyResult<RecordBatch> {
    let row = |text: &Option<&str>| text.map(Row::new).unwrap_or_default();
    let mut decoder =
        ReaderBuilder::new(SCHEMA.clone()).with_batch_size(texts.len().max(1)).build_decoder().map_err(failed)?;
    let pool = if parallel && texts.len() > 1 { Some(pool()?) } else { None };
    for texts in texts.chunks(ROWS) {
        let rows: Vec<Row> = match &pool {
            Some(pool) => pool.install(|| texts.par_iter().with_max_len(4).map(row).collect()),
            None => texts.iter().map(row).collect(),
        };
        decoder.serialize(&rows).map_err(failed)?;
    }
    let batch = decoder.flush().map_err(failed)?;
    Ok(batch.unwrap_or_else(|| RecordBatch::new_empty(SCHEMA.clone())))
}

/// Returns the threads that all calls share, one for each core. A process that was forked has none of its parent's, so it
/// gets its own.
fn pool() -> PyResult<Arc<ThreadPool>> {
    static POOL: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);
    let mut pool = POOL.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some((process, pool)) = &*pool
        && *process == process::id()
    {
        return Ok(pool.clone());
    }
    // The parent's threads cannot be waited for.
    std::mem::forget(pool.take());
    let made = rayon::ThreadPoolBuilder::new().thread_name(|at| format!("whosaid-{at}")).build();
    let made = made.map_err(|error| PyRuntimeError::new_err(format!("no threads can be started: {error}")))?;
    Ok(pool.insert((process::id(), Arc::new(made))).1.clone())
}
