"""Who said what in news articles: quotes, their speakers and named entities.

>>> import whosaid
>>> report = whosaid.analyze("“We will rebuild,” Mayor Jane Doe said.")
>>> quote = report.quotes[0]
>>> report.speaker(quote).name, report.content(quote), quote.kind
('Jane Doe', '“We will rebuild,”', 'direct')

Everything runs in this process; no text leaves it. Articles are in English. All offsets count code points, as Python's
strings do, so that `text[start:end]` are the words at a range.
"""

from whosaid._analysis import Analyzer, analyze, analyze_arrow, analyze_many
from whosaid._native import ARROW_SCHEMA, AnalysisError, RecordBatch
from whosaid._report import (
    Candidate,
    Cue,
    Entity,
    Marked,
    Mention,
    Paragraph,
    Quote,
    Range,
    Replacement,
    Report,
    Source,
)

__all__ = [
    "ARROW_SCHEMA",
    "AnalysisError",
    "Analyzer",
    "Candidate",
    "Cue",
    "Entity",
    "Marked",
    "Mention",
    "Paragraph",
    "Quote",
    "Range",
    "RecordBatch",
    "Replacement",
    "Report",
    "Source",
    "analyze",
    "analyze_arrow",
    "analyze_many",
]
