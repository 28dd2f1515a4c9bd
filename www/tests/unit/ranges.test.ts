import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COLOR_COUNT, colorClasses } from "../../src/ui/article.js";
import { type Mark, marksOf, segments } from "../../src/ui/ranges.js";
import { confidenceOf, isUncertain, summarizeSpeakers } from "../../src/ui/speakers.js";
import { makeReport, TEXT } from "./fixtures.js";

test("segments cover the text, and each has exactly the marks over it", () => {
  const marks: Mark[] = [
    { start: 0, end: 10, part: "quote", id: "q1" },
    { start: 2, end: 6, part: "entity", id: "e1" },
    { start: 4, end: 12, part: "cue", id: "q1" },
  ];
  const found = [...segments(marks, 0, 14)];
  expect(found.map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [2, 4],
    [4, 6],
    [6, 10],
    [10, 12],
    [12, 14],
  ]);
  for (const { start, end, marks: over } of found)
    expect(over).toEqual(marks.filter((mark) => mark.start < end && start < mark.end));
});

test("marks come in the order of the text, the longer first, without empty ones", () => {
  const report = makeReport();
  report.quotes[0]?.content.push({ start: 5, end: 5 });
  const starts = marksOf(report).map(({ start, end }) => [start, -end]);
  expect(starts).toEqual(starts.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  expect(marksOf(report).every(({ start, end }) => start < end)).toBe(true);
});

test("speakers are ordered by words, the unknown last and without a colour", () => {
  const summary = summarizeSpeakers(TEXT, makeReport());
  expect(summary.map(({ speaker, words, colorIndex }) => [speaker?.name, words, colorIndex])).toEqual([
    ["Anna Berg", 3, 0],
    ["Tom Hale", 1, 1],
    [undefined, 3, null],
  ]);
});

test("words of a quote within another of the same speaker are not counted twice", () => {
  const report = makeReport();
  const [outer, inner] = report.quotes;
  Object.assign(inner as object, { within: "q1" });
  expect(summarizeSpeakers(TEXT, report)[1]?.words).toBeGreaterThan(0);
  Object.assign(inner as object, { speaker: outer?.speaker });
  const before = summarizeSpeakers(TEXT, makeReport())[0]?.words;
  expect(summarizeSpeakers(TEXT, report)[0]?.words).toBe(before);
});

test("a quote is uncertain where it is unlikely together with its speaker, unless corrected", () => {
  const quote = { ...makeReport().quotes[0], confidence: 0.7, speaker_confidence: 0.7 } as never;
  expect(confidenceOf(quote)).toBeCloseTo(0.49);
  expect(isUncertain(quote)).toBe(true);
  expect(isUncertain(quote, new Set(["q1"]))).toBe(false);
});

test("the style sheet has as many colours as the page uses, and repeated ones look different", () => {
  const css = readFileSync(new URL("../../src/ui/styles/speaker-colors.css", import.meta.url), "utf8");
  expect(css.match(/\.color-\d+/g)).toHaveLength(COLOR_COUNT);
  const classes = Array.from({ length: 2 * COLOR_COUNT }, (_, index) => colorClasses(index));
  expect(new Set(classes).size).toBe(2 * COLOR_COUNT);
  expect(colorClasses(null)).toBe("no-speaker");
});
