import { expect, test } from "vitest";
import { cutReport, joinReport } from "../../src/core/report-parts.js";
import { makeReport } from "./fixtures.js";

const REPORT = makeReport();

test("a report of an article is sent as it is", () => {
  const { parts, rest } = cutReport(REPORT);
  expect(parts).toEqual([]);
  expect(joinReport(parts, rest)).toEqual(REPORT);
});

test("the parts of a long report make the same report", () => {
  const [quote] = REPORT.quotes;
  if (!quote) throw new Error("the fixture has no quote");
  const quotes = Array.from({ length: 2500 }, (_, index) => ({ ...quote, id: `q${index}` }));
  const long = { ...REPORT, quotes };
  const { parts, rest } = cutReport(long);
  expect(parts.map((part) => part.quotes?.length)).toEqual([1000, 1000, 500]);
  expect(joinReport(parts, rest)).toEqual(long);
});
