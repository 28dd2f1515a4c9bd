"""Articles for the tests: those of the core's own tests, as many as are asked for."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted([*ROOT.glob("tests/articles/*.json"), *ROOT.glob("tests/news/articles/*.json")])
TEXTS: list[str] = [json.loads(file.read_text(encoding="utf-8"))["text"] for file in FILES]


def generate(count: int) -> Iterator[str]:
    """Yield articles that all differ: each ends with a sentence of its own."""
    for number, text in zip(range(count), itertools.cycle(TEXTS)):
        yield f"{text}\n“This is report number {number},” said editor Jane Doe."


@pytest.fixture(scope="session")
def texts() -> list[str]:
    assert len(TEXTS) > 50
    return TEXTS
