import { expect, test } from "vitest";
import { codePointOffsets, toAnnotations } from "../../src/page/exports/annotations.js";
import { citation } from "../../src/page/exports/citation.js";
import { toCsv } from "../../src/page/exports/csv.js";
import { fileNameOf } from "../../src/page/exports/file-name.js";
import { toJson } from "../../src/page/exports/json.js";
import { toMarkdown } from "../../src/page/exports/markdown.js";
import { toQuotations } from "../../src/page/exports/quotations.js";
import { toReviewedReport } from "../../src/page/exports/reviewed.js";
import { loadWords } from "../../src/texts/page.js";
import { createArticle } from "../../src/ui/article.js";
import type { Correction } from "../../src/ui/corrections/apply.js";
import { describePassage } from "../../src/ui/corrections/passage.js";
import { describeMentions, describeResult, describeRoles, explainQuote } from "../../src/ui/describe.js";
import { makeReport, rangeOf, TEXT } from "./fixtures.js";

const english = await loadWords(["en"]);
const german = await loadWords(["de"]);
const correction: Correction = {
  kind: "speaker",
  quote: describePassage(TEXT, rangeOf("“No,”")),
  name: '=Mona "Mo" Ray',
};
const article = createArticle(TEXT, makeReport());
const corrected = createArticle(TEXT, makeReport(), [correction]);
const quote = (index: number) => article.report.quotes[index] as (typeof article.report.quotes)[number];

test("JSON holds the report and the text, and marks corrections", () => {
  const report = JSON.parse(toJson(corrected));
  expect(report.text).toBe(TEXT);
  expect(report.quotes.map(({ corrected_by }: { corrected_by?: string }) => corrected_by)).toEqual([
    undefined,
    "reader",
    undefined,
  ]);
});

test("CSV has a row for each quote; cells are quoted and formulas disarmed", () => {
  const rows = toCsv(corrected).split("\r\n");
  expect(rows[0]).toMatch(/^\ufeffid,kind,speaker,/);
  expect(rows).toHaveLength(5);
  expect(rows[1]).toContain('Anna Berg,mayor,"“We are glad,”"');
  expect(rows[2]).toContain('"\'=Mona ""Mo"" Ray"');
  expect(rows[2]).toMatch(/,reader$/);
});

test("annotations select their words, in code points", () => {
  const emoji = "👋 👋 “Yes,” said Ada.";
  const start = emoji.indexOf("“");
  const range = { start, end: start + 6 };
  const report = { ...makeReport(), entities: [], quotes: [{ ...quote(2), content: [range] }] };
  const { items } = JSON.parse(toAnnotations(english, createArticle(emoji, report)));
  const [words, position] = items[0].target[0].selector;
  expect(words.exact).toBe("“Yes,”");
  expect([...emoji].slice(position.start, position.end).join("")).toBe("“Yes,”");
  expect(codePointOffsets(emoji)(start)).toBe(start - 2);
});

test("Markdown lists quotes by speaker and escapes markup", () => {
  const list = toMarkdown(english, corrected);
  expect(list).toMatch(
    /^# Who said what\n\n## Anna Berg\n\nperson, mayor, 3 words\n\n- “We are glad,” \(direct\)\n/,
  );
  expect(list).toContain("- “No,” (direct, corrected by the reader)");
  expect(toMarkdown(german, article)).toContain("## Sprecher unbekannt\n\n3 Wörter");
  const starred = makeReport();
  Object.assign(starred.entities[0] as object, { name: "A*B_[x]" });
  expect(toMarkdown(english, createArticle(TEXT, starred))).toContain("## A\\*B\\_\\[x\\]");
});

test("quotes for search engines are direct, sure and of somebody with a name", () => {
  const namesIn = (from: typeof article) =>
    JSON.parse(toQuotations(from))["@graph"].map(
      ({ text, creator }: { text: string; creator: { name: string } }) => `${creator.name}: ${text}`,
    );
  expect(namesIn(article)).toEqual(["Anna Berg: We are glad", "Tom Hale: No"]);
  expect(JSON.parse(toQuotations(article))["@graph"][0].creator.jobTitle).toBe("mayor");
  const unsure = makeReport();
  Object.assign(unsure.quotes[0] as object, { speaker_confidence: 0.3 });
  expect(namesIn(createArticle(TEXT, unsure))).toEqual(["Tom Hale: No"]);
  const hostile = makeReport();
  Object.assign(hostile.entities[0] as object, { name: "</script><b>" });
  expect(toQuotations(createArticle(TEXT, hostile))).not.toContain("<");
});

test("a reviewed report has the corrections, and says what was checked and when", async () => {
  const now = new Date("2026-11-26T12:00:00Z");
  const { name, body } = await toReviewedReport(corrected, "some", now);
  const file = JSON.parse(body);
  expect(name).toBe("article.whosaid.json");
  expect(file.review).toEqual({ extent: "some", at: "2026-11-26T12:00:00.000Z" });
  expect(file.report.quotes[1].corrected).toBe(true);
  const speaker = file.report.entities.find(({ id }: { id: string }) => id === file.report.quotes[1].speaker);
  expect(speaker.name).toBe('=Mona "Mo" Ray');
  expect(JSON.parse((await toReviewedReport(article, "none", now)).body).review.at).toBeNull();
});

test("a citation names the speaker with a role", () => {
  expect(citation(english, article, quote(0))).toBe("“We are glad,” — Anna Berg, mayor");
  expect(citation(english, article, quote(2))).toBe("“We are glad,” — Unknown speaker");
});

test("the words of the page say that an article is not in English, and nothing where that is not known", () => {
  const describe = (words: typeof english, language: string) =>
    describeResult(words, createArticle(TEXT, { ...makeReport(), language, quotes: [], entities: [] }));
  expect(describe(english, "de")).toBe(
    "This text seems to be in German. whosaid reads English articles only.",
  );
  expect(describe(german, "es")).toBe(
    "Dieser Text ist anscheinend auf Spanisch. whosaid liest nur englische Artikel.",
  );
  expect(describe(english, "und")).toBe("No quotes found in this text.");
  expect(describe(english, "en")).toBe("No quotes found in this text.");
});

test("the words of the page say what was found", () => {
  expect(describeResult(english, article)).toBe("3 quotes, 2 speakers.");
  expect(describeResult(german, article)).toBe("3 Zitate, 2 Sprecher.");
  const anna = article.report.entities[0] as (typeof article.report.entities)[number];
  expect(describeMentions(english, article, anna)).toBe("Mentioned twice, quoted once; 85% confident.");
  expect(describeMentions(german, article, anna)).toBe(
    "Erwähnt: zweimal, zitiert: einmal; 85\u00a0% sicher.",
  );
  expect(describeRoles(english, { ...anna, party: "Greens", age: 61 })).toBe("mayor, Greens, age 61");
  expect(explainQuote(english, article, quote(0))).toBe("named beside the quote");
  expect(explainQuote(english, article, { ...quote(0), anonymous: true })).toMatch(/ · anonymous source$/);
  expect(explainQuote(english, corrected, quote(1))).toBe("corrected by you");
});

test("files are named after the headline, without what systems forbid in names", () => {
  const nameOf = (text: string, role: "headline" | "byline" = "headline") =>
    fileNameOf(createArticle(text, { ...makeReport(), paragraphs: [{ start: 0, end: text.length, role }] }));
  expect(nameOf("Mayor: “No” to new/old library?")).toBe("Mayor No to new old library");
  expect(nameOf(" ..\\..\u0007 ")).toBe("whosaid");
  expect(nameOf(`${"long ".repeat(30)}end`)).toMatch(/^(long )+long$/);
  expect(nameOf("x".repeat(300))).toHaveLength(70);
  expect(nameOf("By Nora Feld", "byline")).toBe("whosaid");
  expect(fileNameOf(article)).toBe("We are glad, said Anna Berg, the mayor. No, said Tom Hale. Berg left");
});

test("the table has whole percentages", () => {
  expect(toCsv(article)).toMatch(/,90%,80%,named,/);
});
