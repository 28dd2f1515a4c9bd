"""The functions of the package."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any, Literal, overload

from whosaid import _native
from whosaid._native import AnalysisError, RecordBatch
from whosaid._report import Report

_BATCH = 16
"""How many texts a thread analyzes before it asks for Python's lock again."""


class Analyzer:
    """Analyzes one text after another: articles of an archive, or one that is being written.

    It remembers what it has worked out for words and, of the last text, for sentences, so that little is left to do where
    a few have changed. Reports are the same as from `analyze`, whatever it has read before.

    Threads may share one, but then take turns; use one for each thread, or `analyze_many`.
    """

    __slots__ = ("_native",)

    def __init__(self) -> None:
        self._native = _native.Analyzer()

    def analyze(self, text: str) -> Report:
        """Analyze a text; any is accepted, and an empty one gives an empty report.

        Raises `AnalysisError` where the analysis itself fails, and `TypeError` for what is not a `str`. The analyzer can be
        used on after both.
        """
        return Report(self._native.analyze(text))


def analyze(text: str) -> Report:
    """Analyze an article; `Analyzer` and `analyze_many` are faster for several.

    Any text is accepted, and an empty one gives an empty report. Lone surrogates are read as U+FFFD. Raises `AnalysisError`
    where the analysis itself fails, and `TypeError` for what is not a `str`.
    """
    return Analyzer().analyze(text)


@overload
def analyze_many(
    texts: Iterable[str], *, threads: int | None = None, errors: Literal["raise"] = "raise"
) -> Iterator[Report]: ...
@overload
def analyze_many(
    texts: Iterable[str], *, threads: int | None = None, errors: Literal["return"]
) -> Iterator[Report | AnalysisError]: ...
def analyze_many(
    texts: Iterable[str], *, threads: int | None = None, errors: Literal["raise", "return"] = "raise"
) -> Iterator[Report | AnalysisError]:
    """Analyze many articles on all cores, and yield their reports in the order of the articles.

    Texts are read as they are needed, at most 64 for each thread ahead of the report that is asked for, so that an archive
    of any size takes the same memory.

    `threads` is their number, one for each core by default. Where the analysis of an article fails, an `AnalysisError` is
    raised, which ends the iteration; with `errors="return"` the error takes the place of the report, and the others follow.
    """
    if errors not in ("raise", "return"):
        raise ValueError(f'errors must be "raise" or "return", not {errors!r}')
    if threads is not None and threads < 1:
        raise ValueError(f"threads must be at least 1, not {threads}")
    return _analyze_many(iter(texts), threads or _cores(), errors)


def _cores() -> int:
    """Return how many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _analyze_many(texts: Iterator[str], threads: int, errors: str) -> Iterator[Report | AnalysisError]:
    pool = ThreadPoolExecutor(threads, thread_name_prefix="whosaid")
    waiting: deque[Future[list[_native.Report | AnalysisError]]] = deque()
    try:
        while True:
            while len(waiting) < 3 * threads and (batch := list(islice(texts, _BATCH))):
                waiting.append(pool.submit(_native.analyze_batch, batch))
            if not waiting:
                return
            for report in waiting.popleft().result():
                if isinstance(report, _native.Report):
                    yield Report(report)
                elif errors == "return":
                    yield report
                else:
                    raise report
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def analyze_arrow(array: Any, *, parallel: bool = True) -> RecordBatch:
    """Analyze each text of an Arrow array, and return a batch with a row for each, in their order.

    `array` is anything with `__arrow_c_array__` or `__arrow_c_stream__`: an array or a chunked array of pyarrow, a series of
    Polars, of the types string, large_string or string_view. Texts are read where they are, without a copy.

    The batch has the columns of `ARROW_SCHEMA`: `language`, `quotes`, `entities`, and `error`, which is null unless the
    analysis of the text failed. A null gives a row of nulls. With `parallel`, all cores are used; all calls share them.

    Raises `TypeError` for arrays of other types.
    """
    return _native.analyze_arrow(array, parallel=parallel)
