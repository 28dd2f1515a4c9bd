import { expect, test } from "vitest";
import type { Entity, Quote, TextRange } from "../../src/core/report.js";
import { createArticle } from "../../src/ui/article.js";
import { applyCorrections, type Correction } from "../../src/ui/corrections/apply.js";
import { moveEdge, replacePieces, wholeWords } from "../../src/ui/corrections/edges.js";
import {
  addStep,
  currentCorrections,
  revertStep,
  startHistory,
  undoStep,
} from "../../src/ui/corrections/history.js";
import { findNames, findSimilar } from "../../src/ui/corrections/names.js";
import { describePassage, findPassage } from "../../src/ui/corrections/passage.js";
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

test("a pronoun is split off alone, other mentions by their words", () => {
  const report = makeReport();
  const berg = report.entities[0] as (typeof report.entities)[number];
  const she = { ...rangeOf("left"), form: "pronoun" as const };
  berg.mentions.push(she);
  const split = (words: string, time?: number) =>
    applyCorrections(TEXT, report, [{ kind: "part", mention: passage(words, time), name: "Tom Hale" }])
      .report;
  expect(split("left").entities.map(({ mentions }) => mentions.length)).toEqual([2, 2]);
  expect(split("left").entities[1]?.mentions).toContainEqual(she);
  expect(split("Berg", 2).entities[0]?.mentions).toContainEqual(she);
});

test("somebody new is of the kind that the user chose; of a kind that is none of these, a person", () => {
  const quote = passage("“No,”");
  const kindOf = (as: string) =>
    apply({ kind: "speaker", quote, name: "The Herald", as } as Correction).report.entities.at(-1)?.kind;
  expect([kindOf("organization"), kindOf("group"), kindOf("date")]).toEqual([
    "organization",
    "group",
    "person",
  ]);
});

test("the edges of a quote move, and what is inside them then is within it", () => {
  const pieces = [passage("“We are glad,” said Anna Berg, the mayor. “No,” said")];
  const { report, correctedIds } = apply({ kind: "edges", quote: passage("“We are glad,”"), pieces });
  expect(report.quotes[0]?.content).toEqual([
    rangeOf("“We are glad,” said Anna Berg, the mayor. “No,” said"),
  ]);
  expect(report.quotes[1]?.within).toBe("q1");
  expect([...correctedIds]).toEqual(["q1"]);
  const gone = { exact: "nowhere", before: "", after: "", at: 0 };
  for (const none of [[], [gone]])
    expect(apply({ kind: "edges", quote: passage("“No,”"), pieces: none }).report).toEqual(makeReport());
});

const analyzed = { text: TEXT, report: makeReport() };

test("a selection becomes whole words without blanks around them", () => {
  const { start } = rangeOf("Anna Berg");
  expect(wholeWords(analyzed, { start: start + 2, end: start + 6 })).toEqual(rangeOf("Anna Berg"));
  expect(wholeWords(analyzed, rangeOf(" said Anna "))).toEqual(rangeOf("said Anna"));
  expect(wholeWords(analyzed, rangeOf("“No,”"))).toEqual(rangeOf("“No,”"));
  expect(wholeWords(analyzed, rangeOf(" "))).toBeNull();
  expect(wholeWords(analyzed, { start: TEXT.length - 3, end: TEXT.length + 9 })).not.toBeNull();
});

test("an edge moves by a word with its marks, and no further than the quote's own words or another piece", () => {
  const quote = (...content: TextRange[]) => ({ ...makeReport().quotes[0], content }) as Quote;
  const first = rangeOf("“We are glad,”");
  const said = rangeOf("“We are glad,” said");
  expect(moveEdge(analyzed, quote(first), "end", 1)).toEqual([said]);
  expect(moveEdge(analyzed, quote(said), "end", -1)).toEqual([first]);
  expect(moveEdge(analyzed, quote(first), "start", 1)).toEqual([rangeOf("are glad,”")]);
  expect(moveEdge(analyzed, quote(first), "start", -1)).toBeNull();
  expect(moveEdge(analyzed, quote(rangeOf("“We")), "end", -1)).toBeNull();
  const pieces = [rangeOf("“No,” said"), rangeOf("Tom Hale")];
  expect(moveEdge(analyzed, quote(...pieces), "start", -1)?.[1]).toEqual(pieces[1]);
  expect(moveEdge(analyzed, quote(rangeOf("“No,”"), rangeOf("said")), "start", 1)).toBeNull();
});

test("a selection replaces the pieces that it touches", () => {
  const quote = { ...makeReport().quotes[0], content: [rangeOf("“We are"), rangeOf("“No,”")] } as Quote;
  expect(replacePieces(quote, rangeOf("glad,” said Anna Berg, the mayor. “No"))).toEqual([
    rangeOf("“We are"),
    rangeOf("glad,” said Anna Berg, the mayor. “No"),
  ]);
});

test("edges that are moved again count as one correction, undone step by step", () => {
  const edges = (from: string, to: string): Correction => ({
    kind: "edges",
    quote: passage(from),
    pieces: [passage(to)],
  });
  let history = addStep(startHistory(), edges("“No,”", "“No,” said"));
  history = addStep(history, edges("“No,” said", "“No,” said Tom"));
  expect(currentCorrections(history)).toEqual([edges("“No,”", "“No,” said Tom")]);
  expect(currentCorrections(undoStep(history))).toEqual([edges("“No,”", "“No,” said")]);
  history = addStep(history, edges("“We are glad,”", "“We are glad,” said"));
  expect(currentCorrections(history)).toHaveLength(2);
});

test("a correction is taken back alone; a history that begins with some is undone one by one", () => {
  const corrections: Correction[] = ["A", "B", "C"].map((from) => ({ kind: "rename", from, to: "D" }));
  const history = startHistory(corrections);
  expect(currentCorrections(undoStep(history))).toEqual(corrections.slice(0, 2));
  const reverted = revertStep(history, 1);
  expect(currentCorrections(reverted)).toEqual([corrections[0], corrections[2]]);
  expect(currentCorrections(undoStep(reverted))).toEqual(corrections);
});

test("speakers keep their colours through corrections, and new ones get others", () => {
  const colors = (...corrections: Correction[]) =>
    createArticle(TEXT, makeReport(), corrections).colorIndexes;
  const before = colors();
  const after = colors(
    { kind: "speaker", quote: passage("“We are glad,”"), name: "Mona Ray" },
    { kind: "speaker", quote: passage("“We are glad,”", 2), name: "Anna Berg" },
  );
  expect([after.get("e1"), after.get("e2")]).toEqual([before.get("e1"), before.get("e2")]);
  expect([...before.values()]).not.toContain(after.get("e3"));
});

test("names are found by any of their words, whatever their case and accents, people first", () => {
  const names = ["Oslo", "Zoë Müller", "Howard Newby", "Łukasz O’Brien", "Jean-Luc Picard"].map(
    (name, index) => ({
      ...(makeReport().entities[0] as Entity),
      id: `e${index + 1}`,
      name,
      kind: index === 0 ? ("place" as const) : ("person" as const),
    }),
  );
  const found = (typed: string) => findNames(names, typed).map(({ name }) => name);
  expect(found("")).toEqual(names.slice(1).map(({ name }) => name));
  expect(found("MULLER zoe")).toEqual(["Zoë Müller"]);
  expect(found("lukasz o'b")).toEqual(["Łukasz O’Brien"]);
  expect(found("luc")).toEqual(["Jean-Luc Picard"]);
  expect(found("os")).toEqual(["Oslo"]);
  expect(found("ewby")).toEqual([]);
  expect(findSimilar(names, "Ann Newby").map(({ name }) => name)).toEqual(["Howard Newby"]);
});
