"""Quotes in DuckDB itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import expected_quotes, generate

import whosaid

duckdb = pytest.importorskip("duckdb")
pa = pytest.importorskip("pyarrow")
import pyarrow.parquet  # noqa: E402

import whosaid.duckdb  # noqa: E402


@pytest.fixture
def connection() -> "duckdb.DuckDBPyConnection":
    connection = duckdb.connect()
    whosaid.duckdb.register(connection)
    return connection


def test_the_functions_find_the_quotes_of_a_table(connection: "duckdb.DuckDBPyConnection") -> None:
    texts = list(generate(150))
    connection.register("articles", pa.table({"id": range(len(texts)), "text": texts}))
    scalar = "SELECT id, q.speaker, q.content FROM (SELECT id, unnest(whosaid_quotes(text)) AS q FROM articles)"
    table = "SELECT id, quote.speaker, quote.content FROM whosaid_table('articles', 'text')"
    for query in (scalar, table):
        assert sorted(connection.sql(query).fetchall(), key=repr) == expected_quotes(texts)


def test_null_is_null(connection: "duckdb.DuckDBPyConnection") -> None:
    query = "SELECT whosaid(text), whosaid_quotes(text) FROM (VALUES (NULL), ('')) AS t(text)"
    null, empty = connection.sql(query).fetchall()
    assert null[1] is None and (null[0] is None or set(null[0].values()) == {None})
    assert empty[1] == [] and empty[0]["entities"] == []


def test_registering_again_is_no_error(connection: "duckdb.DuckDBPyConnection") -> None:
    whosaid.duckdb.register(connection)
    assert connection.sql("SELECT len(whosaid_quotes('“Yes,” said Jane Doe.'))").fetchall() == [(1,)]


def test_a_file_larger_than_the_memory_is_read(connection: "duckdb.DuckDBPyConnection", tmp_path: Path) -> None:
    file = tmp_path / "articles.parquet"
    count, padding = 3000, "\n".join(f"Line {number} of a table." for number in range(2500))
    schema = pa.schema([("id", pa.int64()), ("text", pa.string()), ("page", pa.string())])
    texts = list(generate(count))
    with pyarrow.parquet.ParquetWriter(file, schema, compression="none", use_dictionary=False) as writer:
        for start in range(0, count, 100):
            part = texts[start : start + 100]
            numbers = range(start, start + len(part))
            pages = [f"{number} {padding}" for number in numbers]
            writer.write_table(pa.table({"id": numbers, "text": part, "page": pages}, schema=schema))
    limit = 100
    assert file.stat().st_size > 1.5 * limit * 1_000_000
    connection.execute(f"SET memory_limit = '{limit}MB'; SET threads = 2")
    query = (
        "SELECT id, q.speaker, q.content FROM (SELECT id, unnest(whosaid_quotes(text)) AS q, length(page) AS size "
        f"FROM '{file}') WHERE size > 0"
    )
    found = []
    result = connection.execute(query)
    while rows := result.fetchmany(1000):
        found.extend(rows)
    assert sorted(found, key=repr) == expected_quotes(texts)
