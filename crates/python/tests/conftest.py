"""Articles for the tests: those of the core's own tests, as many as are asked for."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import whosaid

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted([*ROOT.glob("tests/articles/*.json"), *ROOT.glob("tests/news/articles/*.json")])
TEXTS: list[str] = [json.loads(file.read_text(encoding="utf-8"))["text"] for file in FILES]


def generate(count: int) -> Iterator[str]:
    """Yield articles that all differ: each ends with a sentence of its own."""
    for number, text in zip(range(count), itertools.cycle(TEXTS)):
        yield f"{text}\n“This is report number {number},” said editor Jane Doe."


def expected_quotes(texts: list[str]) -> list[tuple[int, str | None, str]]:
    """Return the number of the text, the speaker and the words of each quote, sorted, as `analyze_many` finds them."""
    found = []
    for number, report in enumerate(whosaid.analyze_many(texts)):
        for quote in report.quotes:
            speaker = report.speaker(quote)
            found.append((number, speaker and speaker.name, report.content(quote)))
    return sorted(found, key=repr)


@pytest.fixture(scope="session")
def texts() -> list[str]:
    assert len(TEXTS) > 50
    return TEXTS
