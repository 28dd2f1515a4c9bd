"""Quotes in Polars: `import whosaid.polars`, then `pl.col("text").whosaid.quotes()`."""

from __future__ import annotations

import polars as pl

import whosaid

SCHEMA: pl.Struct = pl.Struct(pl.DataFrame(whosaid.analyze_arrow(pl.Series([], dtype=pl.String))).schema)
"""The type of `expr.whosaid.analyze()`."""


def _reports(texts: pl.Series) -> pl.Series:
    return pl.DataFrame(whosaid.analyze_arrow(texts)).to_struct(texts.name)


def _quotes(texts: pl.Series) -> pl.Series:
    return pl.DataFrame(whosaid.analyze_arrow(texts))["quotes"].alias(texts.name)


@pl.api.register_expr_namespace("whosaid")
class Whosaid:
    """The namespace `whosaid` of expressions. All cores are used, and the streaming engine analyzes in its batches."""

    def __init__(self, expression: pl.Expr) -> None:
        self._expression = expression

    def analyze(self) -> pl.Expr:
        """The report on each text: a struct of `language`, `quotes`, `entities` and `error`, all null for null."""
        return self._expression.map_batches(_reports, return_dtype=SCHEMA, is_elementwise=True)

    def quotes(self) -> pl.Expr:
        """The list of quotes in each text; null for null."""
        return self._expression.map_batches(_quotes, return_dtype=SCHEMA.to_schema()["quotes"], is_elementwise=True)
