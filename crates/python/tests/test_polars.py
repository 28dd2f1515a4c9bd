"""Quotes in Polars itself, at once and in its streaming engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import expected_quotes, generate

import whosaid

pl = pytest.importorskip("polars")
import whosaid.polars  # noqa: E402

QUOTES = pl.col("text").whosaid.quotes().alias("quote")


def pick(frame: "pl.LazyFrame") -> "pl.LazyFrame":
    exploded = frame.select("id", QUOTES).explode("quote").drop_nulls("quote")
    field = pl.col("quote").struct.field
    return exploded.select("id", field("speaker"), field("content"))


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_the_namespace_finds_the_quotes_of_a_column(engine: str) -> None:
    texts = list(generate(500))
    frame = pl.LazyFrame({"id": range(len(texts)), "text": texts})
    assert sorted(pick(frame).collect(engine=engine).rows(), key=repr) == expected_quotes(texts)


def test_the_streaming_engine_reads_and_writes_files(tmp_path: Path) -> None:
    texts = list(generate(1000))
    pl.DataFrame({"id": range(len(texts)), "text": texts}).write_parquet(tmp_path / "in.parquet", row_group_size=100)
    pick(pl.scan_parquet(tmp_path / "in.parquet")).sink_parquet(tmp_path / "out.parquet")
    found = pl.read_parquet(tmp_path / "out.parquet").rows()
    assert sorted(found, key=repr) == expected_quotes(texts)


def test_null_is_null_and_types_are_known_before() -> None:
    frame = pl.LazyFrame({"text": ["“Yes,” said Jane Doe.", None, ""]})
    lazy = frame.select(quotes=pl.col("text").whosaid.quotes(), report=pl.col("text").whosaid.analyze())
    found = lazy.collect()
    assert lazy.collect_schema() == found.schema
    assert found["quotes"].list.len().to_list() == [1, None, 0]
    assert found["report"].struct.field("language").null_count() == 1


def test_a_column_of_numbers_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(Exception, match="expected an Arrow array of string"):
        pl.DataFrame({"text": [1, 2]}).select(pl.col("text").whosaid.quotes())
