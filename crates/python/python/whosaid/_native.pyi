"""The native part of the package. Use `whosaid`, which has all of it that is public."""

from typing import Any, Final, final

__all__ = [
    "ARROW_SCHEMA",
    "AnalysisError",
    "Analyzer",
    "RecordBatch",
    "Report",
    "Schema",
    "analyze_arrow",
    "analyze_batch",
    "fail_on",
]

class AnalysisError(RuntimeError):
    """The analysis of a text failed."""

@final
class Report:
    def __new__(cls, text: str, json: str) -> Report: ...
    @property
    def text(self) -> str: ...
    def json(self) -> str: ...
    def words(self, start: int, end: int) -> str: ...

@final
class Analyzer:
    def __new__(cls) -> Analyzer: ...
    def analyze(self, text: str) -> Report: ...

@final
class RecordBatch:
    """A batch of reports that Arrow libraries read without a copy.

    Any of them takes it: `pyarrow.record_batch(batch)`, `polars.DataFrame(batch)`.
    """

    @property
    def num_rows(self) -> int: ...
    @property
    def column_names(self) -> list[str]: ...
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

@final
class Schema:
    """The schema of every batch: `pyarrow.schema(whosaid.ARROW_SCHEMA)`."""

    def __arrow_c_schema__(self) -> object: ...

ARROW_SCHEMA: Final[Schema]

def analyze_arrow(array: Any, *, parallel: bool = True) -> RecordBatch: ...
def analyze_batch(texts: list[str]) -> list[Report | AnalysisError]: ...
def fail_on(text: str | None) -> None: ...
