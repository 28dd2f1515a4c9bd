"""Quotes in DuckDB: `whosaid.duckdb.register(connection)`.

```sql
SELECT id, quote.speaker, quote.content FROM (SELECT id, unnest(whosaid_quotes(text)) AS quote FROM articles);
SELECT * FROM whosaid_table('articles', 'text');
```
"""

from __future__ import annotations

from typing import Any

import pyarrow

import duckdb
import whosaid


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Register `whosaid(text)`, `whosaid_quotes(text)`, and the table function `whosaid_table(table, column)`.

    `whosaid(text)` is a struct of `whosaid.ARROW_SCHEMA`: `language`, `quotes`, `entities`, `error`. `whosaid_quotes(text)`
    is its list of quotes. Both are null where the text is. `whosaid_table('articles', 'text')` has a row for each quote of
    a table: all its columns, and `quote`, a struct. Registering again replaces the functions.
    """
    row = _type(connection, pyarrow.struct(list(pyarrow.schema(whosaid.ARROW_SCHEMA))))
    quotes = _type(connection, pyarrow.schema(whosaid.ARROW_SCHEMA).field("quotes").type)
    options: Any = {"type": "arrow", "null_handling": "special"}
    for name, function, kind in (("whosaid", _reports, row), ("whosaid_quotes", _quotes, quotes)):
        try:
            connection.remove_function(name)
        except duckdb.Error:
            pass  # It was not registered before.
        connection.create_function(name, function, ["VARCHAR"], kind, **options)
    connection.execute(
        "CREATE OR REPLACE TEMP MACRO whosaid_table(articles, text) AS TABLE "
        "SELECT *, unnest(whosaid_quotes(COLUMNS(lambda name: name = text)::VARCHAR)) AS quote FROM query_table(articles)"
    )


def _batch(texts: Any) -> pyarrow.RecordBatch:
    return pyarrow.record_batch(whosaid.analyze_arrow(texts))


def _reports(texts: Any) -> pyarrow.Array:
    return _batch(texts).to_struct_array()


def _quotes(texts: Any) -> pyarrow.Array:
    return _batch(texts).column("quotes")


def _type(connection: duckdb.DuckDBPyConnection, kind: pyarrow.DataType) -> Any:
    """Return DuckDB's type for one of Arrow."""
    if pyarrow.types.is_struct(kind):
        return connection.struct_type({field.name: _type(connection, field.type) for field in kind})
    if pyarrow.types.is_list(kind):
        return connection.list_type(_type(connection, kind.value_type))
    names = {"string": "VARCHAR", "bool": "BOOLEAN", "float": "FLOAT", "int64": "BIGINT"}
    return connection.type(names[str(kind)])
