"""What `analyze_many` promises: order, few texts at a time, all cores, errors one by one."""

from __future__ import annotations

import itertools
import sys
import threading
import time

import pytest
from conftest import generate

import whosaid
from whosaid import _native


@pytest.mark.parametrize("threads", [None, 1, 5])
def test_reports_are_in_the_order_of_the_texts(threads: int | None) -> None:
    texts = list(generate(300))
    reports = list(whosaid.analyze_many(texts, threads=threads))
    assert [report.text for report in reports] == texts
    assert reports[7] == whosaid.analyze(texts[7]) and reports[299] == whosaid.analyze(texts[299])


def test_texts_are_read_as_they_are_needed() -> None:
    read = 0

    def endless() -> "itertools.Iterator[str]":  # type: ignore[name-defined]
        nonlocal read
        for number in itertools.count():
            read += 1
            yield f"“This is number {number},” said Jane Doe."

    reports = whosaid.analyze_many(endless(), threads=2)
    for number in range(1000):
        next(reports)
        assert read <= number + 1 + 2 * 64
    reports.close()  # type: ignore[attr-defined]


def test_a_failure_is_one_error() -> None:
    texts = list(generate(100))
    _native.fail_on(texts[40])
    try:
        reports = list(whosaid.analyze_many(texts, errors="return"))
        assert [i for i, report in enumerate(reports) if isinstance(report, whosaid.AnalysisError)] == [40]
        seen = 0
        with pytest.raises(whosaid.AnalysisError, match="a fault for a test"):
            for _ in whosaid.analyze_many(texts):
                seen += 1
        assert seen == 40
    finally:
        _native.fail_on(None)


def test_errors_of_the_texts_and_of_their_iterator_arrive() -> None:
    with pytest.raises(TypeError, match="must be a str, not int"):
        list(whosaid.analyze_many(["“Yes,” said Jane Doe.", 3]))  # type: ignore[list-item]

    def broken() -> "itertools.Iterator[str]":  # type: ignore[name-defined]
        yield "“Yes,” said Jane Doe."
        raise OSError("the archive ends here")

    with pytest.raises(OSError, match="the archive ends here"):
        list(whosaid.analyze_many(broken()))


@pytest.mark.parametrize(("options", "message"), [({"threads": 0}, "at least 1"), ({"errors": "skip"}, '"raise" or')])
def test_wrong_options_are_errors_at_once(options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        whosaid.analyze_many([], **options)  # type: ignore[call-overload]


def test_other_threads_go_on_while_a_text_is_analyzed(texts: list[str]) -> None:
    """An analysis of a second leaves Python's lock to others: this one counts on meanwhile."""
    long = "\n".join(texts) * 8
    turns, done = 0, threading.Event()

    def analyze() -> None:
        whosaid.analyze(long)
        done.set()

    start = time.monotonic()
    switch = sys.getswitchinterval()
    threading.Thread(target=analyze).start()
    while not done.is_set():
        time.sleep(0.001)
        turns += 1
    assert time.monotonic() - start > 10 * switch
    assert turns > 10
