"""The report on an article."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from whosaid import _native


@dataclass(frozen=True, slots=True)
class Range:
    """A range of the text, in code points; `text[start:end]`."""

    start: int
    """Where it starts."""
    end: int
    """Where it has ended."""


@dataclass(frozen=True, slots=True)
class Paragraph(Range):
    """A paragraph and what it is in the article."""

    role: Literal["body", "headline", "byline", "dateline", "credit", "caption", "boilerplate"]
    """Its role in the article."""
    language: str | None = None
    """Its language, as a code of ISO 639-1, where it is not the article's."""


@dataclass(frozen=True, slots=True)
class Mention(Range):
    """One place where an entity is mentioned."""

    form: Literal["name", "nominal", "pronoun"]
    """How it refers to the entity."""


EntityKind = Literal[
    "person",
    "organization",
    "place",
    "facility",
    "group",
    "event",
    "date",
    "time",
    "money",
    "product",
    "work",
    "law",
    "language",
]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article names."""

    id: str
    """`e1`, `e2`, … in the order of the first mention."""
    kind: EntityKind
    """Its kind."""
    name: str
    """The fullest form found."""
    named: bool
    """Whether it has a name; otherwise `name` is a description such as `police spokesman`."""
    roles: tuple[str, ...]
    """Offices and trades, as the article words them."""
    mentions: tuple[Mention, ...]
    """Every mention, in the order of the text."""
    confidence: float
    """How often such an entity and its kind are right, from 0 to 1."""
    affiliations: tuple[str, ...] = ()
    """The ids of the organisations and places that its roles name."""
    members: tuple[str, ...] = ()
    """The ids of those who speak together, where the entity is several that are named side by side."""
    age: int | None = None
    """A person's age in years, where the article gives it."""
    party: str | None = None
    """A person's party, where the article gives it."""
    normalized: str | None = None
    """A date or time in ISO 8601, a sum as its amount and ISO 4217 currency; only where the text makes it certain."""


@dataclass(frozen=True, slots=True)
class Cue(Range):
    """The reporting words, and what they say of the speaker's attitude."""

    lemma: str
    """The dictionary form of the reporting verb or noun; `:` where a sign stands for it."""
    stance: Literal[
        "neutral", "supportive", "sceptical", "denying", "asking", "ordering", "believing", "intending"
    ]
    """The attitude they express."""
    negated: bool
    """Whether it was *not* said: `never said`, `declined to confirm`."""
    tense: Literal["future", "possible"] | None = None
    """Whether it was not simply said: `will say`, `might say`."""


@dataclass(frozen=True, slots=True)
class Source(Range):
    """The phrase that names or describes the speaker."""

    name: Range | None = None
    """The part that names the speaker, where there is one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have said a quote. To be shown as a guess, never as the speaker."""

    entity: str
    """The id of the entity."""
    confidence: float
    """How often such a speaker is right, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words or thoughts."""

    id: str
    """`q1`, `q2`, … in the order of the text."""
    kind: Literal["direct", "mixed", "indirect"]
    """How much of it stands between quotation marks."""
    content: tuple[Range, ...]
    """What was said, in one or more pieces, quotation marks included; `Report.content` has the words."""
    cue: Cue | None
    """The reporting words."""
    source: Source | None
    """The phrase that names or describes the speaker."""
    speaker: str | None
    """The id of the speaker's entity; None where the text does not tell surely. `Report.speaker` has the entity."""
    confidence: float
    """How often such a quote is right in content, cue and source, from 0 to 1."""
    speaker_confidence: float | None
    """How often such a speaker is right where the quote is, from 0 to 1; None where no speaker is given."""
    within: str | None
    """The id of the quote that this one lies in."""
    basis: Literal[
        "named",
        "pronoun",
        "role",
        "described",
        "continued",
        "enclosing",
        "turn",
        "unnamed",
        "ambiguous",
        "unknown",
    ]
    """How the speaker was found, or why it was not."""
    rule: str = ""
    """The rule that decided. Rules come and go with versions: fall back on `basis` for a name that you do not know."""
    candidates: tuple[Candidate, ...] = ()
    """Who may have said it, best first, where no speaker is sure enough or another one is likely too."""
    anonymous: bool = False
    """Whether the article keeps the source anonymous."""
    anonymity_reason: Range | None = None
    """Where the article says why the source is anonymous."""


@dataclass(frozen=True, slots=True)
class Marked(Range):
    """A passage in quotation marks that is not speech."""

    seems: Literal["title", "name", "term", "translation", "scare"]
    """What it seems to be."""


@dataclass(frozen=True, slots=True)
class Replacement(Range):
    """What to read in place of a range of the text that belongs to its layout or encoding, not to its words."""

    text: str
    """The words to read there; empty where there are none."""


class Report:
    """Who said what in one article.

    Reports are equal where text and findings are, and can be pickled. The parts are made when they are first asked for.
    """

    def __init__(self, native: _native.Report) -> None:
        """Wrap a native report; use `analyze`, or `from_json` for a report that was saved."""
        self._native = native

    @classmethod
    def from_json(cls, text: str, json: str) -> Report:
        """Read a report that `to_json` returned, with the text that it is about.

        Raises `ValueError` for anything else.
        """
        return cls(_native.Report(text, json))

    @property
    def text(self) -> str:
        """The text that was analyzed; lone surrogates are replaced in it."""
        return self._native.text

    def to_json(self) -> str:
        """Return the report as JSON, in the form that `docs/report.schema.json` of the project describes."""
        return self._native.json()

    def to_dict(self) -> dict[str, Any]:
        """Return the report as dictionaries and lists, in the form of the JSON; they are the caller's to change."""
        parsed: dict[str, Any] = json.loads(self._native.json())
        return parsed

    @cached_property
    def _parsed(self) -> dict[str, Any]:
        return self.to_dict()

    @property
    def version(self) -> str:
        """The version of the report's form."""
        return str(self._parsed["version"])

    @property
    def language(self) -> str:
        """The article's language, as a code of ISO 639-1; `und` where it cannot be told.

        An article that is not in English has paragraphs, but no names and no quotes.
        """
        return str(self._parsed["language"])

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The article's paragraphs."""
        return tuple(Paragraph(**paragraph) for paragraph in self._parsed["paragraphs"])

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The people, organizations and other things that it names or that speak in it."""
        return tuple(_entity(**entity) for entity in self._parsed["entities"])

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in the order of the text."""
        return tuple(_quote(**quote) for quote in self._parsed["quotes"])

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """Passages in quotation marks that are not speech."""
        return tuple(Marked(mark["start"], mark["end"], mark["seems"]) for mark in self._parsed["marked"])

    @cached_property
    def replacements(self) -> tuple[Replacement, ...]:
        """What to read in place of ranges of the text, in order and without overlaps."""
        return tuple(Replacement(**replacement) for replacement in self._parsed.get("replacements", ()))

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    def entity(self, id: str) -> Entity:
        """Return the entity with an id; raises `KeyError` where there is none."""
        return self._by_id[id]

    def speaker(self, quote: Quote) -> Entity | None:
        """Return who said a quote; None where the text does not tell surely."""
        return None if quote.speaker is None else self.entity(quote.speaker)

    def content(self, quote: Quote) -> str:
        """Return the words of a quote, quotation marks included."""
        return " ".join(map(self.words, quote.content))

    def words(self, range: Range) -> str:
        """Return the words at a range as a reader reads them: without line ends, hyphens at them, and other layout.

        `text[range.start:range.end]` is the original.
        """
        return self._native.words(range.start, range.end)

    def __repr__(self) -> str:
        return f"<whosaid.Report: {len(self.quotes)} quotes, {len(self.entities)} entities>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self.text == other.text and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Any, tuple[str, str]]:
        return Report.from_json, (self.text, self.to_json())


def _range(found: dict[str, int] | None) -> Range | None:
    return None if found is None else Range(**found)


def _entity(
    *, roles: list[str], mentions: list[Any], affiliations: list[str] = [], members: list[str] = [], **rest: Any
) -> Entity:
    return Entity(
        roles=tuple(roles),
        mentions=tuple(Mention(**mention) for mention in mentions),
        affiliations=tuple(affiliations),
        members=tuple(members),
        **rest,
    )


def _quote(
    *,
    content: list[Any],
    cue: dict[str, Any] | None,
    source: dict[str, Any] | None,
    candidates: list[Any] = [],
    anonymity_reason: dict[str, int] | None = None,
    **rest: Any,
) -> Quote:
    return Quote(
        content=tuple(Range(**piece) for piece in content),
        cue=None if cue is None else Cue(**cue),
        source=None if source is None else Source(source["start"], source["end"], _range(source.get("name"))),
        candidates=tuple(Candidate(**candidate) for candidate in candidates),
        anonymity_reason=_range(anonymity_reason),
        **rest,
    )
