import { expect, test } from "vitest";
import { toAnnotations } from "../../src/page/exports/annotations.js";
import { citation } from "../../src/page/exports/citation.js";
import { toCsv } from "../../src/page/exports/csv.js";
import { toJson } from "../../src/page/exports/json.js";
import { toMarkdown } from "../../src/page/exports/markdown.js";
import * as transitions from "../../src/page/state.js";
import { LANGUAGES } from "../../src/texts/languages.js";
import { loadWords } from "../../src/texts/page.js";
import { createArticle } from "../../src/ui/article.js";
import { candidatesOf, guessOf, isDrawnUncertain } from "../../src/ui/candidates.js";
import { describePassage } from "../../src/ui/corrections/passage.js";
import { describeResult, describeSpeaker } from "../../src/ui/describe.js";
import { makeReport, makeReportWithCandidates, rangeOf, TEXT } from "./fixtures.js";

const words = await loadWords(["en"]);
const article = createArticle(TEXT, makeReportWithCandidates());
const open = quoteOf(article);

function quoteOf({ report }: typeof article) {
  return report.quotes[2] as (typeof report.quotes)[number];
}

test("the best candidate is the guess where there is no speaker", () => {
  expect(candidatesOf(article, open).map(({ entity }) => entity.name)).toEqual(["Tom Hale", "Anna Berg"]);
  expect(guessOf(article, open)).toMatchObject({ entity: { id: "e2" }, confidence: 0.62 });
  expect(isDrawnUncertain(article, open)).toBe(true);
});

test("a speaker is no candidate of the same quote, and leaves nothing to guess", () => {
  const spoken = { ...open, speaker: "e2", speaker_confidence: 0.62 };
  expect(candidatesOf(article, spoken).map(({ entity }) => entity.name)).toEqual(["Anna Berg"]);
  expect(guessOf(article, spoken)).toBeUndefined();
  expect(isDrawnUncertain(article, spoken)).toBe(false);
});

test("a quote without candidates is as before", () => {
  const plain = createArticle(TEXT, makeReport());
  expect(guessOf(plain, quoteOf(plain))).toBeUndefined();
  expect(isDrawnUncertain(plain, quoteOf(plain))).toBe(false);
  expect(describeSpeaker(words, plain, quoteOf(plain))).toBe("Unknown speaker");
});

test("accepting a candidate makes a speaker of it; undo brings the candidates back", () => {
  const analyzed = transitions.setReport(
    transitions.editText(transitions.INITIAL_STATE, TEXT),
    TEXT,
    makeReportWithCandidates(),
  );
  const quote = describePassage(TEXT, rangeOf("“We are glad,”", 2));
  const accepted = transitions.addCorrection(analyzed, { kind: "speaker", quote, name: "Tom Hale" });
  const after = accepted.article as typeof article;
  expect(describeSpeaker(words, after, quoteOf(after))).toBe("Tom Hale");
  expect(isDrawnUncertain(after, quoteOf(after))).toBe(false);
  expect(toCsv(after)).toMatch(/q3,direct,Tom Hale,.*,reader/);
  const undone = transitions.undo(accepted).article as typeof article;
  expect(describeSpeaker(words, undone, quoteOf(undone))).toBe("Probably Tom Hale");
});

test("a guess that is more likely wrong than right is only perhaps", async () => {
  const report = makeReportWithCandidates();
  const quote = report.quotes[2] as (typeof report.quotes)[number];
  quote.candidates = [{ entity: "e2", confidence: 0.38 }];
  const unlikely = createArticle(TEXT, report);
  const guesses = LANGUAGES.map(async (language) =>
    describeSpeaker(await loadWords([language]), unlikely, quote),
  );
  expect(await Promise.all(guesses)).toEqual([
    "Perhaps Tom Hale",
    "Vielleicht Tom Hale",
    "Peut-être Tom Hale",
    "Quizás Tom Hale",
  ]);
});

test("each language has its own word for a guess, and writes its percentage", async () => {
  const guesses = LANGUAGES.map(async (language) => {
    const words = await loadWords([language]);
    const guess = `${describeSpeaker(words, article, open)} (${words.format.percent(0.62)})`;
    return guess.replace(/\s/gu, " ");
  });
  expect(await Promise.all(guesses)).toEqual([
    "Probably Tom Hale (62%)",
    "Vermutlich Tom Hale (62 %)",
    "Probablement Tom Hale (62 %)",
    "Probablemente Tom Hale (62 %)",
  ]);
});

test("the accessible name of each button contains what is seen on it (WCAG 2.5.3)", async () => {
  for (const language of LANGUAGES) {
    const { card } = (await loadWords([language])).texts;
    expect(card.acceptSpeaker.toLowerCase()).toContain(card.accept.toLowerCase());
  }
});

test("counts and exports are the same with candidates as without, except the report itself", () => {
  const plain = createArticle(TEXT, makeReport());
  expect(describeResult(words, article)).toBe(describeResult(words, plain));
  expect(article.speakers.map(({ speaker }) => speaker?.name)).toEqual(
    plain.speakers.map(({ speaker }) => speaker?.name),
  );
  expect(toCsv(article)).toBe(toCsv(plain));
  expect(toMarkdown(words, article)).toBe(toMarkdown(words, plain));
  expect(toAnnotations(words, article)).toBe(toAnnotations(words, plain));
  expect(citation(words, article, open)).toBe(citation(words, plain, quoteOf(plain)));
  expect(JSON.parse(toJson(article)).quotes[2].candidates).toEqual(open.candidates);
});
