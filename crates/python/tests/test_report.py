"""What `analyze` and `Analyzer` promise."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

import whosaid
from whosaid import _native

TEXT = "🌊 “We will rebuild,” Mayor Jane Doe, 51, said. She added that work starts on Monday.\nShe never said why."


def test_a_report_says_who_said_what() -> None:
    report = whosaid.analyze(TEXT)
    first, second, *_ = report.quotes
    assert (first.kind, second.kind) == ("direct", "indirect")
    assert report.content(first) == "“We will rebuild,”"
    speaker = report.speaker(first)
    assert speaker is not None and (speaker.name, speaker.kind, speaker.age, speaker.roles) == (
        "Jane Doe",
        "person",
        51,
        ("Mayor",),
    )
    assert report.speaker(second) == speaker and report.entity(speaker.id) is speaker
    assert first.cue is not None and (report.words(first.cue), first.cue.lemma) == ("said", "say")
    assert (report.language, len(report.paragraphs)) == ("en", 2)


def test_offsets_count_code_points(texts: list[str]) -> None:
    report = whosaid.analyze(TEXT)
    piece = report.quotes[0].content[0]
    assert TEXT[piece.start : piece.end] == "“We will rebuild,”"
    for text in texts:
        report = whosaid.analyze(text)
        for entity in report.entities:
            for mention in entity.mentions:
                words = text[mention.start : mention.end]
                assert words and words == words.strip()
                assert report.words(mention) == " ".join(words.split()) or report.replacements


def test_classes_have_all_of_the_dictionary(texts: list[str]) -> None:
    for text in texts:
        report = whosaid.analyze(text)
        found = report.to_dict()
        assert [quote.id for quote in report.quotes] == [quote["id"] for quote in found["quotes"]]
        for quote, form in zip(report.quotes, found["quotes"], strict=True):
            assert {name for name in form} <= set(type(quote).__slots__)
            assert quote.speaker == form["speaker"] and quote.rule == form["rule"]
            assert [vars_of(piece) for piece in quote.content] == form["content"]
            assert [vars_of(guess) for guess in quote.candidates] == form.get("candidates", [])
        for entity, form in zip(report.entities, found["entities"], strict=True):
            assert [vars_of(mention) for mention in entity.mentions] == form["mentions"]
        assert [vars_of(mark) | {"kind": "marked"} for mark in report.marked] == found["marked"]
        assert [vars_of(one) for one in report.replacements] == found.get("replacements", [])
        assert json.loads(report.to_json()) == found


def vars_of(value: object) -> dict[str, object]:
    names = [name for base in reversed(type(value).__mro__) for name in getattr(base, "__slots__", ())]
    return {name: getattr(value, name) for name in names}


def test_the_dictionary_is_the_callers() -> None:
    report = whosaid.analyze(TEXT)
    report.to_dict()["quotes"].clear()
    assert len(report.to_dict()["quotes"]) == len(report.quotes) > 0


def test_an_analyzer_gives_the_same_reports_as_analyze(texts: list[str]) -> None:
    analyzer = whosaid.Analyzer()
    for text in texts:
        assert analyzer.analyze(text) == whosaid.analyze(text)
    for end in range(0, len(TEXT), 7):
        assert analyzer.analyze(TEXT[:end]) == whosaid.analyze(TEXT[:end])


def test_reports_can_be_kept() -> None:
    report = whosaid.analyze(TEXT)
    for kept in (
        pickle.loads(pickle.dumps(report)),
        copy.deepcopy(report),
        whosaid.Report.from_json(TEXT, report.to_json()),
    ):
        assert kept == report and kept.quotes == report.quotes and hash(kept) == hash(report)
    assert report != whosaid.analyze(TEXT + " ")
    with pytest.raises(ValueError, match="not a report"):
        whosaid.Report.from_json(TEXT, "{}")


@pytest.mark.parametrize("text", ["", "\0", "\ud800“Yes,” said Jane Doe.\udfff", "é" * 10_000, "“" * 999, "𐍈 \r\n"])
def test_any_text_is_accepted(text: str) -> None:
    report = whosaid.analyze(text)
    assert len(report.text) == len(text)
    assert all(0 <= p.start < p.end <= len(text) for p in report.paragraphs)


def test_lone_surrogates_keep_the_places_of_all_others() -> None:
    text = "\ud83d \ude00 \ud83d\ude00 “Yes,” said Jane Doe."
    report = whosaid.analyze(text)
    piece = report.quotes[0].content[0]
    assert text[piece.start : piece.end] == "“Yes,”"


@pytest.mark.parametrize("wrong", [None, b"text", 3, ["text"]])
def test_what_is_no_text_is_a_type_error(wrong: object) -> None:
    with pytest.raises(TypeError, match=f"a text must be a str, not {type(wrong).__name__}"):
        whosaid.analyze(wrong)  # type: ignore[arg-type]


def test_a_failure_is_one_exception_and_the_analyzer_goes_on() -> None:
    analyzer = whosaid.Analyzer()
    _native.fail_on(TEXT)
    try:
        for analyze in (analyzer.analyze, whosaid.analyze):
            with pytest.raises(whosaid.AnalysisError, match="a fault for a test .*please report it"):
                analyze(TEXT)
        assert analyzer.analyze(TEXT + " ").quotes
    finally:
        _native.fail_on(None)
    assert analyzer.analyze(TEXT) == whosaid.analyze(TEXT)
