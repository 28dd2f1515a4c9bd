"""What `analyze_arrow` promises: a row for a text, a fixed schema, no copies, null for null."""

from __future__ import annotations

import multiprocessing

import pyarrow as pa
import pytest
from conftest import generate

import whosaid
from whosaid import _native

TEXTS = [
    "🌊 “We will rebuild,” Mayor Jane Doe said. She added that work\nstarts on Monday.",
    None,
    "",
    "Nothing was said in Paris.",
]
SCHEMA = """language: string
quotes: list<item: struct<id: string, kind: string, content: string, speaker: string, speaker_id: string, \
speaker_confidence: float, confidence: float, cue: struct<text: string, lemma: string, stance: string, negated: bool, \
start: int64, end: int64>, source: struct<text: string, start: int64, end: int64>, pieces: list<item: struct<start: int64, \
end: int64>>, basis: string, anonymous: bool, within: string>>
entities: list<item: struct<id: string, kind: string, name: string, named: bool, roles: list<item: string>, confidence: \
float, normalized: string, mentions: list<item: struct<start: int64, end: int64, form: string>>>>
error: string"""


def rows(array: object, **options: bool) -> list[dict[str, object]]:
    return pa.record_batch(whosaid.analyze_arrow(array, **options)).to_pylist()


def test_the_schema_is_fixed() -> None:
    def line(field: pa.Field) -> str:
        return f"{field.name}: {field.type}"

    schema = pa.schema(whosaid.ARROW_SCHEMA)
    assert "\n".join(map(line, schema)) == SCHEMA
    assert pa.record_batch(whosaid.analyze_arrow(pa.array([], pa.string()))).schema == schema


def test_rows_say_what_reports_say() -> None:
    texts = list(generate(120))
    for text, row in zip(texts, rows(pa.array(texts)), strict=True):
        report = whosaid.analyze(text)
        assert row["language"] == report.language and row["error"] is None
        assert len(row["quotes"]) == len(report.quotes)
        for found, quote in zip(row["quotes"], report.quotes, strict=True):
            speaker = report.speaker(quote)
            assert found["speaker"] == (speaker and speaker.name)
            assert found["content"] == report.content(quote)
            assert found["kind"] == quote.kind and found["confidence"] == pytest.approx(quote.confidence)
            assert [(one["start"], one["end"]) for one in found["pieces"]] == [(p.start, p.end) for p in quote.content]
            assert (found["cue"] is None) == (quote.cue is None)
            if quote.cue is not None:
                assert (found["cue"]["start"], found["cue"]["end"]) == (quote.cue.start, quote.cue.end)
                assert found["cue"]["text"] == report.words(quote.cue)
        names = [(entity["name"], entity["kind"], len(entity["mentions"])) for entity in row["entities"]]
        assert names == [(entity.name, entity.kind, len(entity.mentions)) for entity in report.entities]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
@pytest.mark.parametrize("parallel", [True, False])
def test_all_kinds_of_strings_are_read(kind: pa.DataType, parallel: bool) -> None:
    array = pa.array(TEXTS, kind)
    expected = rows(pa.array(TEXTS))
    assert rows(array, parallel=parallel) == expected
    assert rows(array.slice(2), parallel=parallel) == expected[2:]
    assert rows(pa.chunked_array([array, array.slice(1, 2)]), parallel=parallel) == expected + expected[1:3]


def test_null_is_null_and_an_empty_text_has_nothing() -> None:
    _, null, empty, quiet = rows(pa.array(TEXTS))
    assert set(null.values()) == {None} and rows(pa.nulls(2)) == [null, null]
    assert empty["quotes"] == [] and empty["entities"] == []
    assert quiet["quotes"] == [] and [one["name"] for one in quiet["entities"]] == ["Paris"]


def test_texts_are_not_copied() -> None:
    """Reading 200 MB of which nothing is analyzed, since it is sliced away, takes no memory for it."""
    array = pa.array(["x" * 1_000_000] * 200 + [TEXTS[0]])
    before = pa.total_allocated_bytes()
    assert len(rows(array.slice(200))) == 1
    assert pa.total_allocated_bytes() - before < 1_000_000


@pytest.mark.parametrize("array", [pa.array([1, 2]), pa.array([b"text"]), pa.array([["text"]])])
def test_other_arrays_are_errors_that_say_what_to_do(array: pa.Array) -> None:
    with pytest.raises(TypeError, match="expected an Arrow array of string.*cast the column"):
        whosaid.analyze_arrow(array)


@pytest.mark.parametrize("wrong", ["text", ["text"], None])
def test_what_is_not_arrow_is_an_error(wrong: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        whosaid.analyze_arrow(wrong)


def test_a_failure_is_one_row() -> None:
    texts = list(generate(600))
    _native.fail_on(texts[550])
    try:
        found = rows(pa.array(texts))
    finally:
        _native.fail_on(None)
    assert [number for number, row in enumerate(found) if row["error"]] == [550]
    assert "a fault for a test" in str(found[550]["error"]) and found[550]["quotes"] is None


def test_a_forked_process_has_threads_of_its_own() -> None:
    rows(pa.array(TEXTS))
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply_async(_rows_again).get(timeout=60) == rows(pa.array(TEXTS))


def _rows_again() -> list[dict[str, object]]:
    return rows(pa.array(TEXTS))
