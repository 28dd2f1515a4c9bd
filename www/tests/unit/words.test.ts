import { expect, test } from "vitest";
import type { Quote, Replacement, TextRange } from "../../src/core/report.js";
import { toAnnotations } from "../../src/page/exports/annotations.js";
import { citation } from "../../src/page/exports/citation.js";
import { toCsv } from "../../src/page/exports/csv.js";
import { toMarkdown } from "../../src/page/exports/markdown.js";
import { loadWords } from "../../src/texts/page.js";
import { createArticle } from "../../src/ui/article.js";
import { describePassage } from "../../src/ui/corrections/passage.js";
import { contentOf, countWords, readingsOf, wordsAt } from "../../src/ui/words.js";
import { makeReport, rangeOf, TEXT } from "./fixtures.js";

const WRAPPED = "“A co-\nordinated\n> ef\u00adfort,&rdquo; said\n> Anna\n> Berg. Anna Berg left.";

function wrapped(passage: string): TextRange {
  const start = WRAPPED.indexOf(passage);
  return { start, end: start + passage.length };
}

const replacements: Replacement[] = [
  { ...wrapped("-\n"), text: "" },
  { ...wrapped("\n> ef"), end: wrapped("\n> ef").end - 2, text: " " },
  { ...wrapped("\u00ad"), text: "" },
  { ...wrapped("&rdquo;"), text: "”" },
  { ...wrapped("\n> Anna"), end: wrapped("\n> Anna").end - 4, text: " " },
  { ...wrapped("\n> Berg"), end: wrapped("\n> Berg").end - 4, text: " " },
];
const content = wrapped("“A co-\nordinated\n> ef\u00adfort,&rdquo;");
const name = wrapped("Anna\n> Berg");

function makeWrapped() {
  const report = makeReport();
  const quote = {
    ...(report.quotes[0] as Quote),
    content: [content],
    source: name,
    anonymity_reason: name,
  };
  const [anna] = report.entities;
  const mentions = [name, wrapped("Anna Berg")].map((range) => ({ ...range, form: "name" as const }));
  return { ...report, quotes: [quote], entities: [{ ...anna, mentions }] as never, replacements };
}

const article = createArticle(WRAPPED, makeWrapped());
const quote = article.report.quotes[0] as Quote;

test("words are read without what belongs to the layout", () => {
  expect(contentOf(article, quote)).toBe("“A coordinated effort,”");
  expect(wordsAt(article, name)).toBe("Anna Berg");
  expect(article.speakers[0]?.words).toBe(3);
});

test("a range is covered by its readings, however it is cut", () => {
  const whole = [...readingsOf(article, { start: 0, end: WRAPPED.length })]
    .map(({ words }) => words)
    .join("");
  expect(whole).toBe("“A coordinated effort,” said Anna Berg. Anna Berg left.");
  for (let middle = 0; middle <= WRAPPED.length; middle++) {
    const parts = [
      ...readingsOf(article, { start: 0, end: middle }),
      ...readingsOf(article, { start: middle, end: WRAPPED.length }),
    ];
    expect(parts.map(({ words }) => words).join("")).toBe(whole);
    let at = 0;
    for (const { start, end, words, replaced } of parts) {
      expect(start).toBe(at);
      if (!replaced) expect(words).toBe(WRAPPED.slice(start, end));
      at = end;
    }
    expect(at).toBe(WRAPPED.length);
  }
});

test("a report without replacements is read as it is, but for blanks", () => {
  const plain = { text: "“We  are\nglad,” he said", report: makeReport() };
  expect(wordsAt(plain, { start: 0, end: 16 })).toBe("“We are glad,”");
});

test("pieces of a quote are joined, words are counted", () => {
  const analyzed = { text: TEXT, report: makeReport() };
  const pieces = { ...quote, content: [rangeOf("We are"), rangeOf("Tom Hale")] };
  expect(contentOf(analyzed, pieces)).toBe("We are … Tom Hale");
  expect(countWords("“Don’t go to Zürich-West in 2024,” – she said.")).toBe(8);
});

test("exports have the words as they are read; annotations select them as they stand", async () => {
  const words = await loadWords(["en"]);
  expect(citation(words, article, quote)).toBe("“A coordinated effort,” — Anna Berg, mayor");
  expect(toMarkdown(words, article)).toContain("- “A coordinated effort,” (direct)");
  expect(toCsv(article)).toContain('"“A coordinated effort,”",,Anna Berg,');
  const [annotation] = JSON.parse(toAnnotations(words, article)).items;
  expect(annotation.target[0].selector[0].exact).toBe(WRAPPED.slice(content.start, content.end));
});

test("a correction applies to the same words, however they are wrapped", () => {
  const corrected = createArticle(WRAPPED, makeWrapped(), [
    { kind: "part", mention: describePassage(WRAPPED, wrapped("Anna Berg")), name: "Anna Lee" },
  ]);
  expect(corrected.report.entities.map((entity) => [entity.name, entity.mentions.length])).toEqual([
    ["Anna Lee", 2],
  ]);
});
