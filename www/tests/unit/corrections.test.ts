import { expect, test } from "vitest";
import { applyCorrections, type Correction } from "../../src/page/corrections/apply.js";
import { describePassage, findPassage } from "../../src/page/corrections/passage.js";
import { makeReport, makeReportWithCandidates, rangeOf, TEXT } from "./fixtures.js";

const apply = (...corrections: Correction[]) => applyCorrections(TEXT, makeReport(), corrections);
const passage = (words: string, time?: number) => describePassage(TEXT, rangeOf(words, time));

test("a passage is found again by its surroundings after the text has changed", () => {
  const second = passage("“We are glad,”", 2);
  expect(findPassage(TEXT, second)).toEqual(rangeOf("“We are glad,”", 2));
  const longer = `A new beginning. ${TEXT}`;
  const { start } = rangeOf("“We are glad,”", 2);
  expect(findPassage(longer, second)?.start).toBe(start + 17);
  expect(findPassage("Something else.", second)).toBeNull();
  expect(findPassage(TEXT, { ...second, exact: "" })).toBeNull();
});

test("of places that match equally well, the nearest is found", () => {
  const text = "one two one two one";
  expect(findPassage(text, { exact: "one", before: "", after: "", at: 9 })?.start).toBe(8);
});

test("without corrections, the report is the original", () => {
  const report = makeReport();
  expect(applyCorrections(TEXT, report, []).report).toBe(report);
});

test("a speaker is changed to a known or a new name, or removed; the original stays as it is", () => {
  const original = makeReport();
  const quote = passage("“No,”");
  const known = applyCorrections(TEXT, original, [{ kind: "speaker", quote, name: "Anna Berg" }]);
  expect(known.report.quotes[1]).toMatchObject({ speaker: "e1", speaker_confidence: 1 });
  expect([...known.correctedIds]).toEqual(["q2"]);
  expect(original).toEqual(makeReport());
  const added = apply({ kind: "speaker", quote, name: "Mona Ray" });
  expect(added.report.entities.at(-1)).toMatchObject({ id: "e3", name: "Mona Ray", kind: "person" });
  const removed = apply({ kind: "speaker", quote, name: null });
  expect(removed.report.quotes[1]).toMatchObject({ speaker: null, speaker_confidence: null });
});

test("a quote whose speaker is set or removed has no candidates any more", () => {
  const original = makeReportWithCandidates();
  const quote = passage("“We are glad,”", 2);
  for (const name of ["Tom Hale", "Mona Ray", null]) {
    const { report } = applyCorrections(TEXT, original, [{ kind: "speaker", quote, name }]);
    expect(report.quotes[2]).not.toHaveProperty("candidates");
  }
  expect(original).toEqual(makeReportWithCandidates());
});

test("a candidate becomes the entity that takes its place, once", () => {
  const candidates = (correction: Correction) =>
    applyCorrections(TEXT, makeReportWithCandidates(), [correction]).report.quotes[2]?.candidates;
  expect(candidates({ kind: "join", name: "Tom Hale", into: "Anna Berg" })).toEqual([
    { entity: "e1", confidence: 0.31 },
  ]);
  expect(candidates({ kind: "part", mention: passage("Tom Hale"), name: "Thomas Hale" })).toEqual([
    { entity: "e3", confidence: 0.62 },
    { entity: "e1", confidence: 0.31 },
  ]);
});

test("a quote is added in the order of the text, direct where it begins with a quotation mark", () => {
  const { report } = apply({ kind: "quote", quote: passage("Berg left"), name: null });
  expect(report.quotes.map(({ id }) => id)).toEqual(["q1", "q2", "q4", "q3"]);
  expect(report.quotes[2]).toMatchObject({ kind: "indirect", content: [rangeOf("Berg left")] });
});

test("a removed quote hands what is within it to the one around it", () => {
  const report = makeReport();
  Object.assign(report.quotes[1] as object, { within: "q1" });
  const removal: Correction = { kind: "not-quote", quote: passage("“We are glad,”") };
  const corrected = applyCorrections(TEXT, report, [removal]).report;
  expect(corrected.quotes.map(({ id, within }) => [id, within])).toEqual([
    ["q2", null],
    ["q3", null],
  ]);
});

test("two entities become one, with the mentions in order", () => {
  const { report } = apply({ kind: "join", name: "Tom Hale", into: "Anna Berg" });
  expect(report.entities.map(({ name }) => name)).toEqual(["Anna Berg"]);
  expect(report.entities[0]?.mentions.map(({ start }) => start)).toEqual(
    [rangeOf("Anna Berg"), rangeOf("Tom Hale"), rangeOf("Berg", 2)].map(({ start }) => start),
  );
  expect(report.quotes[1]?.speaker).toBe("e1");
});

test("an entity is split by the words of a mention, and its quotes follow", () => {
  const one = apply({ kind: "part", mention: passage("Berg", 2), name: "Karl Berg" }).report;
  expect(one.entities.map(({ name, mentions }) => [name, mentions.length])).toEqual([
    ["Anna Berg", 1],
    ["Tom Hale", 1],
    ["Karl Berg", 1],
  ]);
  expect(one.quotes[0]?.speaker).toBe("e1");
  const all = apply({ kind: "part", mention: passage("Tom Hale"), name: "Thomas Hale" }).report;
  expect(all.entities.map(({ name }) => name)).toEqual(["Anna Berg", "Thomas Hale"]);
  expect(all.quotes[1]?.speaker).toBe(all.entities[1]?.id);
});

test("a correction whose passage is gone has no effect", () => {
  const gone = { exact: "nowhere", before: "", after: "", at: 0 };
  const { report, correctedIds } = apply(
    { kind: "not-quote", quote: gone },
    { kind: "quote", quote: gone, name: null },
    { kind: "rename", from: "Nobody", to: "Somebody" },
    { kind: "join", name: "Nobody", into: "Anna Berg" },
  );
  expect(report).toEqual(makeReport());
  expect(correctedIds.size).toBe(0);
});
