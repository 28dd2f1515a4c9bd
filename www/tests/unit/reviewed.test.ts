import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import search from "approx-string-match";
import { expect, test } from "vitest";
import type { Quote, Report } from "../../src/core/report.js";
import { faultOf } from "../../src/ui/check-reviewed.js";
import { makeReviewedReport, type Review } from "../../src/ui/reviewed-report.js";
import { anchorReport } from "../../src/widget/anchoring.js";
import { readReport } from "../../src/widget/report-file.js";
import { makeReport, rangeOf, TEXT } from "./fixtures.js";

const CHECKED: Review = { extent: "all", at: "2026-11-26T12:00:00Z" };

/** The file for the text of the fixtures. */
const makeFile = (report: Report = makeReport(), corrected: string[] = []) =>
  makeReviewedReport(TEXT, report, CHECKED, new Set(corrected), "whosaid test");

/** What is found in a text, and what is lost. */
async function findIn(text: string, file = makeFile()) {
  const { report, lost } = await anchorReport(await file, text, search);
  return {
    found: report.quotes.map(({ id, content, speaker }) => {
      const words = content.map(({ start, end }) => text.slice(start, end)).join(" … ");
      return `${id} ${speaker}: ${words}`;
    }),
    lost: lost.map(({ id, missing }) => `${id} ${missing}`),
    report,
  };
}

const ALL = ["q1 e1: “We are glad,”", "q2 e2: “No,”", "q3 null: “We are glad,”"];

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs", name), "utf8"));

test("a file is as its schema says, and the schema refuses others", async () => {
  const ajv = new Ajv2020({ strict: false, formats: { uint: true, uint8: true, float: true, double: true } });
  ajv.addSchema({ ...schemaOf("report.schema.json"), $id: "report.schema.json" });
  const check = ajv.compile(schemaOf("reviewed-report.schema.json"));
  const file = await makeFile(makeReport(), ["q2", "e1"]);
  expect(check(file), JSON.stringify(check.errors)).toBe(true);
  expect(file.report.quotes.map(({ corrected }) => corrected)).toEqual([undefined, true, undefined]);
  expect(file.text.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(check({ ...file, version: 2 })).toBe(false);
  const removed = file.report.quotes[0]?.content;
  expect(check({ ...file, report: { ...file.report, removed } }), JSON.stringify(check.errors)).toBe(true);
  expect(check({ ...file, report: { ...file.report, removed: [{}] } })).toBe(false);
  expect(check({ ...file, report: { ...file.report, quotes: [{}] } })).toBe(false);
  const [first] = file.report.quotes[0]?.content ?? [];
  expect(check(JSON.parse(JSON.stringify(file).replaceAll(JSON.stringify(first?.selector), "{}")))).toBe(
    false,
  );
}, 30_000);

test("quotes that somebody has removed stand in the file, and a file with others is refused", async () => {
  const report = makeReport();
  const [removed, ...quotes] = report.quotes;
  const file = await makeReviewedReport(TEXT, { ...report, quotes }, CHECKED, new Set(), "whosaid test", [
    removed as Quote,
  ]);
  expect(file.report.removed?.map(({ selector }) => selector.exact)).toEqual(["“We are glad,”"]);
  expect(faultOf(file)).toBeNull();
  const wrong = { ...file, report: { ...file.report, removed: [{ start: 0 }] } };
  expect(faultOf(wrong)).toBe("bad");
  for (const value of [null, undefined, 5, "{}", [], {}, { ...file, report: null }])
    expect(faultOf(value)).toBe("bad");
  expect(faultOf({ ...file, version: 2 })).toBe("newer");
});

test("an article that is as it was has all its quotes, in its own words", async () => {
  const { found, lost, report } = await findIn(TEXT);
  expect(found).toEqual(ALL);
  expect(lost).toEqual([]);
  expect(report.entities).toEqual(makeReport().entities);
  expect(report.quotes.map(({ source }) => source)).toEqual(makeReport().quotes.map(({ source }) => source));
});

test("other quotation marks, blanks and unseen characters change nothing", async () => {
  const text = `  ${TEXT.replaceAll(/[“”]/g, '"').replaceAll(" ", "\n\u00a0 ").replace("glad", "gl\u00adad")}`;
  const { found, lost } = await findIn(text);
  expect(lost).toEqual([]);
  expect(found[0]).toBe('q1 e1: "We\n\u00a0 are\n\u00a0 gl\u00adad,"');
});

test("a quote is found wherever it moved, and edited words nearly", async () => {
  const moved = `An introduction was added, long after the review. ${TEXT} And more at the end.`;
  expect((await findIn(moved)).found).toEqual(ALL);
  const edited = TEXT.replace("We are glad", "We were glad");
  expect((await findIn(edited)).found[0]).toBe("q1 e1: “We were glad,”");
});

test("words that are gone are left out and told", async () => {
  const { found, lost } = await findIn(TEXT.replace("“No,” said Tom Hale. ", ""));
  expect(found).toEqual([ALL[0], ALL[2]]);
  expect(lost).toEqual(["q2 words"]);
});

test("a quote whose speaker was corrected in the article is not shown under the old name", async () => {
  const { found, lost } = await findIn(TEXT.replace("said Tom Hale", "said Ann Roe"));
  expect(found).toEqual([ALL[0], ALL[2]]);
  expect(lost).toEqual(["q2 source"]);
  const pronoun = makeReport();
  Object.assign(pronoun.quotes[1] as object, {
    speaker: "e1",
    basis: "pronoun",
    source: rangeOf("Tom Hale"),
  });
  const changed = TEXT.replace("Anna Berg", "Ola Vik");
  expect((await findIn(changed, makeFile(pronoun))).lost).toContain("q2 speaker");
});

test("the same words elsewhere are not taken for the quote", async () => {
  const other = "Nobody knows. “No,” is all that a sign over the door says. ";
  const { found, lost } = await findIn(other);
  expect(found).toEqual([]);
  expect(lost).toHaveLength(3);
  const { report } = await findIn(`${other}${TEXT}`);
  expect(report.quotes[1]?.content[0]?.start).toBe(other.length + rangeOf("“No,”").start);
});

test("whatever is done to an article, a quote keeps its words and its speaker's name beside it", async () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 300; round++) {
    let text = TEXT;
    for (let edit = 0; edit <= random(6); edit++) {
      const at = random(text.length);
      const insert = ["", "Ann Roe", " not ", "”", "“", "x"][random(6)] ?? "";
      text = text.slice(0, at) + insert + text.slice(at + random(12));
    }
    const { report, lost } = await findIn(text);
    expect(report.quotes.length + lost.length).toBe(3);
    for (const { id, source } of report.quotes) {
      const expected = { q1: "Anna Berg", q2: "Tom Hale", q3: "a voter" }[id];
      expect(text.slice(source?.start, source?.end)).toBe(expected);
    }
  }
});

test("files of later versions, and what is no such file, have a clear message", async () => {
  const json = JSON.stringify(await makeFile());
  expect(readReport(json, "a.json").version).toBe(1);
  const codeOf = (text: string) => {
    try {
      readReport(text, "a.json");
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(codeOf(json.replace('"version":1,', '"version":2,'))).toBe("newerReport");
  for (const text of [
    "",
    "[]",
    "null",
    "{",
    '{"format":"whosaid-reviewed-report"}',
    json.replace('"exact":"', '"inexact":"'),
  ])
    expect(codeOf(text), text.slice(0, 40)).toBe("badReport");
  expect(codeOf(json.replace('"extent":"all"', '"extent":"most"'))).toBe("badReport");
  expect(codeOf(json.replace('"roles":["mayor"]', '"roles":[{}]'))).toBe("badReport");
});
