"""Quotes in Spark: `whosaid.spark.quotes(articles, "text")`.

Executors need the package too. Each task analyzes on one core and holds one of Spark's Arrow batches at a time
(`spark.sql.execution.arrow.maxRecordsPerBatch`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyarrow
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructField, StructType

import whosaid

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SCHEMA: StructType = from_arrow_schema(pyarrow.schema(whosaid.ARROW_SCHEMA))
"""The type of the column that `analyze` adds."""


def analyze(frame: DataFrame, text: str, *, name: str = "report") -> DataFrame:
    """Add a column `name` with the report on the column `text`: a struct of `SCHEMA`, with nulls where the text is null.

    `report.error` says which articles could not be analyzed; the job goes on without them.
    """
    if name in frame.columns:
        raise ValueError(f"there is a column {name} already: choose another name")
    position = frame.columns.index(text) if text in frame.columns else None
    if position is None:
        raise ValueError(f"there is no column {text}: the columns are {', '.join(frame.columns)}")

    def add_reports(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            reports = pyarrow.record_batch(whosaid.analyze_arrow(batch.column(position), parallel=False))
            yield batch.append_column(name, reports.to_struct_array())

    return frame.mapInArrow(add_reports, StructType([*frame.schema.fields, StructField(name, SCHEMA)]))


def quotes(frame: DataFrame, text: str) -> DataFrame:
    """Return a row for each quote in the column `text`: the columns of `frame`, and `quote`, a struct."""
    from pyspark.sql import functions

    reports = analyze(frame, text, name="_whosaid")
    return reports.select(*frame.columns, functions.explode("_whosaid.quotes").alias("quote"))
