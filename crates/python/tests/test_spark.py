"""Quotes in Spark itself: two executors in processes of their own, one of which is killed while it works."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from conftest import generate

import whosaid

pytest.importorskip("pyspark")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java 17 or later", allow_module_level=True)

from pyspark.sql import DataFrame, SparkSession  # noqa: E402

import whosaid.spark  # noqa: E402


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4")
        # A task for each file, however small.
        .config("spark.sql.files.openCostInBytes", "128m")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
        .config("spark.task.maxFailures", "8")
    )
    session = builder.getOrCreate()
    yield session
    session.stop()


def write_articles(spark: SparkSession, folder: Path, count: int, files: int) -> list[str]:
    import pyarrow as pa
    import pyarrow.parquet

    texts = list(generate(count))
    folder.mkdir()
    for part in range(files):
        numbers = range(part, count, files)
        table = pa.table({"id": list(numbers), "text": [texts[number] for number in numbers]})
        pyarrow.parquet.write_table(table, folder / f"{part}.parquet")
    return texts


def expected(texts: list[str]) -> list[tuple[int, str | None, str, int]]:
    found = []
    for number, report in enumerate(whosaid.analyze_many(texts)):
        for quote in report.quotes:
            speaker = report.speaker(quote)
            found.append((number, speaker and speaker.name, report.content(quote), quote.content[0].start))
    return sorted(found, key=repr)


def rows(articles: DataFrame) -> list[tuple[int, str | None, str, int]]:
    quotes = whosaid.spark.quotes(articles, "text").selectExpr(
        "id", "quote.speaker", "quote.content", "quote.pieces[0].start"
    )
    return sorted((tuple(row) for row in quotes.collect()), key=repr)


def test_the_quotes_of_a_column_are_found(spark: SparkSession, tmp_path: Path) -> None:
    texts = write_articles(spark, tmp_path / "articles", 400, 4)
    assert rows(spark.read.parquet(str(tmp_path / "articles"))) == expected(texts)


def test_null_is_null_and_columns_are_kept(spark: SparkSession) -> None:
    frame = spark.createDataFrame([(1, None, "a"), (2, "“Yes,” said Jane Doe.", "b")], "id int, text string, site string")
    null, yes = whosaid.spark.analyze(frame, "text").orderBy("id").collect()
    assert null.report is None or set(null.report.asDict().values()) == {None}
    assert (yes.site, yes.report.quotes[0].speaker) == ("b", "Jane Doe")
    assert whosaid.spark.quotes(frame, "text").columns == ["id", "text", "site", "quote"]


def test_a_wrong_column_is_an_error_at_once(spark: SparkSession) -> None:
    frame = spark.createDataFrame([("a",)], "body string")
    with pytest.raises(ValueError, match="no column text: the columns are body"):
        whosaid.spark.quotes(frame, "text")
    with pytest.raises(ValueError, match="choose another name"):
        whosaid.spark.analyze(frame, "body", name="body")


def executors() -> list[psutil.Process]:
    """Return the executors that this process started."""
    found = []
    for process in psutil.Process().children(recursive=True):
        try:
            if "org.apache.spark.executor.CoarseGrainedExecutorBackend" in process.cmdline():
                found.append(process)
        except psutil.Error:
            continue
    return found


def test_a_killed_executor_costs_no_row(spark: SparkSession, tmp_path: Path) -> None:
    texts = write_articles(spark, tmp_path / "articles", 3_000, 12)
    # They start on their own, and again after one was lost.
    deadline = time.monotonic() + 120
    while len(running := executors()) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(running) == 2
    started = tmp_path / "started"
    started.mkdir()
    killed: list[int] = []

    def mark(batches: Iterator[object]) -> Iterator[object]:
        """Leave a file for each attempt at a task."""
        from pyspark import TaskContext

        task = TaskContext.get()
        assert task is not None
        (started / f"{task.partitionId()}-{task.attemptNumber()}").touch()
        yield from batches

    def kill() -> None:
        """Kill an executor when the third task begins: with two at work, the first is done then."""
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not killed:
            begun = len(list(started.iterdir()))
            if begun >= 3:
                os.kill(running[0].pid, signal.SIGKILL)
                killed.append(begun)
            time.sleep(0.01)

    killer = threading.Thread(target=kill)
    killer.start()
    articles = spark.read.parquet(str(tmp_path / "articles"))
    found = rows(articles.mapInArrow(mark, articles.schema))
    killer.join()
    assert killed and killed[0] < 12, "the job was over before an executor was killed"
    assert not running[0].is_running() or running[0].status() == psutil.STATUS_ZOMBIE
    assert any(not file.name.endswith("-0") for file in started.iterdir()), "no task was begun again"
    assert found == expected(texts)
