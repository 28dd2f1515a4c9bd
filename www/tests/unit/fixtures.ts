import type { Entity, Quote, Report, TextRange } from "../../src/core/report.js";

export const TEXT =
  "“We are glad,” said Anna Berg, the mayor. “No,” said Tom Hale. Berg left. “We are glad,” said a voter.";

/** The range of the words in TEXT, the first or a later time. */
export function rangeOf(words: string, time = 1): TextRange {
  let start = -1;
  for (let found = 0; found < time; found++) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new Error(`no “${words}” in the text`);
  return { start, end: start + words.length };
}

function quote(id: string, content: TextRange, speaker: string | null, source: TextRange): Quote {
  return {
    id,
    kind: "direct",
    content: [content],
    cue: null,
    source,
    speaker,
    confidence: 0.9,
    speaker_confidence: speaker === null ? null : 0.8,
    within: null,
    basis: speaker === null ? "unnamed" : "named",
    rule: speaker === null ? "unnamed-source" : "name",
  };
}

function person(id: string, name: string, roles: string[], mentions: TextRange[]): Entity {
  return {
    id,
    kind: "person",
    name,
    named: true,
    roles,
    mentions: mentions.map((range) => ({ ...range, form: "name" })),
    confidence: 0.85,
  };
}

/** The same report, in which Tom Hale may have said what the voter says, or else Anna Berg. */
export function makeReportWithCandidates(): Report {
  const report = makeReport();
  const candidates = [
    { entity: "e2", confidence: 0.62 },
    { entity: "e1", confidence: 0.31 },
  ];
  Object.assign(report.quotes[2] as object, { candidates });
  return report;
}

/** A report on TEXT: Anna Berg, Tom Hale, and a voter who is not named. */
export function makeReport(): Report {
  return {
    version: "3",
    language: "en",
    offsets: "utf-16",
    paragraphs: [{ start: 0, end: TEXT.length, role: "body" }],
    entities: [
      person("e1", "Anna Berg", ["mayor"], [rangeOf("Anna Berg"), rangeOf("Berg", 2)]),
      person("e2", "Tom Hale", [], [rangeOf("Tom Hale")]),
    ],
    quotes: [
      quote("q1", rangeOf("“We are glad,”"), "e1", rangeOf("Anna Berg")),
      quote("q2", rangeOf("“No,”"), "e2", rangeOf("Tom Hale")),
      quote("q3", rangeOf("“We are glad,”", 2), null, rangeOf("a voter")),
    ],
    marked: [],
  };
}
