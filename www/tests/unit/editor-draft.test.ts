import { expect, test } from "vitest";
import type { Quote, Report } from "../../src/core/report.js";
import { Draft } from "../../src/editor/draft.js";
import type { Correction } from "../../src/ui/corrections/apply.js";
import { describePassage } from "../../src/ui/corrections/passage.js";
import { findEdit, moveBack, moveRange } from "../../src/ui/edits.js";
import type { ReviewedReport } from "../../src/ui/reviewed-report.js";
import { makeReport, makeReportWithCandidates, rangeOf, TEXT } from "./fixtures.js";

const NOW = new Date("2026-11-27T12:00:00Z");

/** The report as an analysis of the text after one edit gives it; quotes that were cut are missing. */
function reportOn(text: string, report: Report = makeReport(), before = TEXT): Report {
  const edit = findEdit(before, text);
  const edits = edit ? [edit] : [];
  const quotes = report.quotes.flatMap((quote): Quote[] => {
    const content = quote.content.map((range) => moveRange(range, edits));
    if (content.includes(null)) return [];
    return [{ ...quote, content: content.filter((range) => range !== null), source: null }];
  });
  const entities = report.entities.map((entity) => ({
    ...entity,
    mentions: entity.mentions.flatMap((mention) => {
      const moved = moveRange(mention, edits);
      return moved ? [{ ...mention, ...moved }] : [];
    }),
  }));
  return { ...report, quotes, entities };
}

function openDraft(report = makeReport()): Draft {
  const draft = new Draft();
  draft.setText(TEXT);
  draft.setReport(TEXT, report);
  return draft;
}

/** Makes one edit, and analyzes the text. */
const edit = (draft: Draft, text: string) => {
  const { article } = draft;
  draft.setText(text);
  draft.setReport(text, text === TEXT ? makeReport() : reportOn(text, article?.original, article?.text));
};

const speaker = (words: string, name: string | null, time = 1): Correction => ({
  kind: "speaker",
  quote: describePassage(TEXT, rangeOf(words, time)),
  name,
});

/** Who says what, as the draft shows it. */
const said = ({ article }: Draft) =>
  (article?.report.quotes ?? []).map(({ content, speaker }) => {
    const words = content.map(({ start, end }) => article?.text.slice(start, end)).join(" … ");
    return `${speaker && article?.entities.get(speaker)?.name}: ${words}`;
  });

/** Stores the draft's file as a host does, and opens it again with a text. */
async function reopen(draft: Draft, text: string, report = reportOn(text)): Promise<Draft> {
  const file: ReviewedReport = JSON.parse(JSON.stringify(await draft.makeFile(NOW)));
  const opened = new Draft();
  opened.setText(text);
  opened.restore(file);
  opened.setReport(text, report);
  return opened;
}

test("an edit is found, and leads ranges and offsets through it", () => {
  expect(findEdit("abc", "abc")).toBeNull();
  expect(findEdit("", "abc")).toEqual({ start: 0, end: 0, newEnd: 3 });
  const typed = [findEdit("one two", "one more two") ?? { start: 0, end: 0, newEnd: 0 }];
  expect(moveRange({ start: 4, end: 7 }, typed)).toEqual({ start: 9, end: 12 });
  expect(moveRange({ start: 0, end: 3 }, typed)).toEqual({ start: 0, end: 3 });
  expect(moveRange({ start: 2, end: 7 }, typed)).toEqual({ start: 2, end: 12 });
  expect(moveRange({ start: 4, end: 7 }, [{ start: 3, end: 8, newEnd: 3 }])).toBeNull();
  expect(moveBack(9, typed)).toBe(4);
  expect(moveBack(6, typed)).toBe(4);
  expect(moveBack(2, typed)).toBe(2);
});

test("a correction stays with its words while the text around and within them is edited", () => {
  const draft = openDraft();
  draft.correct(speaker("“No,”", "Anna Berg"));
  edit(draft, `A first sentence. ${TEXT}`);
  expect(said(draft)).toContain("Anna Berg: “No,”");
  edit(draft, `A first sentence. ${TEXT.replace("“No,”", "“No, never,”")}`);
  expect(said(draft)).toContain("Anna Berg: “No, never,”");
});

test("a correction of words that occur twice does not pass to the other ones when its own are cut", () => {
  const draft = openDraft();
  draft.correct(speaker("“We are glad,”", "Tom Hale"));
  const cut = TEXT.replace("“We are glad,” said Anna Berg, the mayor. ", "");
  edit(draft, cut);
  expect(said(draft)).toEqual(["Tom Hale: “No,”", "null: “We are glad,”"]);
  expect(draft.corrections.filter((one) => draft.isLost(one))).toHaveLength(1);
  edit(draft, TEXT);
  expect(said(draft)[0]).toBe("Tom Hale: “We are glad,”");
  expect(draft.corrections.some((one) => draft.isLost(one))).toBe(false);
});

test("corrections that were undone move with the text too", () => {
  const draft = openDraft();
  draft.correct(speaker("“No,”", "Anna Berg"));
  draft.undo();
  edit(draft, `A first sentence. ${TEXT}`);
  draft.redo();
  expect(said(draft)).toContain("Anna Berg: “No,”");
});

test("while somebody writes, places lead into the present text and back", () => {
  const draft = openDraft();
  draft.setText(`New. ${TEXT}`);
  draft.setText(`Newer. ${TEXT}`);
  expect(draft.isCurrent).toBe(false);
  const range = rangeOf("“No,”");
  expect(draft.toCurrent(range)).toEqual({ start: range.start + 7, end: range.end + 7 });
  expect(draft.toArticle(range.start + 7)).toBe(range.start);
});

test("a thousand edits before a report are followed as well", () => {
  const draft = openDraft();
  draft.correct(speaker("“No,”", "Anna Berg"));
  for (let length = 1; length <= 1000; length++) draft.setText("x".repeat(length) + TEXT);
  const text = "x".repeat(1000) + TEXT;
  expect(draft.toCurrent(rangeOf("“No,”"))?.start).toBe(rangeOf("“No,”").start + 1000);
  draft.setReport(text, reportOn(text));
  expect(said(draft)).toContain("Anna Berg: “No,”");
});

test("a stored file brings back other speakers, new ones, accepted ones, and what is no quote", async () => {
  const draft = openDraft(makeReportWithCandidates());
  draft.correct({ ...speaker("“No,”", "The Town Club"), as: "organization" } as Correction);
  draft.correct(speaker("“We are glad,”", "Tom Hale", 2));
  draft.correct({ kind: "not-quote", quote: describePassage(TEXT, rangeOf("“We are glad,”")) });
  expect(said(draft)).toEqual(["The Town Club: “No,”", "Tom Hale: “We are glad,”"]);

  const before = `A headline\n\n${TEXT}`;
  const opened = await reopen(draft, before, reportOn(before, makeReportWithCandidates()));
  expect(said(opened)).toEqual(said(draft));
  const club = opened.article?.report.entities.find(({ name }) => name === "The Town Club");
  expect(club?.kind).toBe("organization");
  expect(opened.canUndo).toBe(true);

  // And once more, so that nothing is worn off.
  const again = new Draft();
  again.setText(TEXT);
  again.restore(JSON.parse(JSON.stringify(await opened.makeFile(NOW))));
  again.setReport(TEXT, makeReportWithCandidates());
  expect(said(again)).toEqual(said(draft));
});

test("a stored file is found again by words that were edited, and says what it does not find", async () => {
  const draft = openDraft();
  const words = "“We are very glad indeed about this,”";
  const text = TEXT.replace("“We are glad,”", words);
  edit(draft, text);
  draft.correct({
    kind: "speaker",
    quote: describePassage(text, { start: 0, end: words.length }),
    name: "Tom Hale",
  });
  const edited = text.replace("very glad indeed", "so glad indeed");
  const opened = await reopen(draft, edited);
  expect(said(opened)[0]).toBe("Tom Hale: “We are so glad indeed about this,”");
  expect(opened.takeLost()).toBe(0);

  const other = text.slice(text.indexOf("“No,”"));
  const gone = await reopen(draft, other);
  expect(gone.takeLost()).toBe(1);
  expect(said(gone)[0]).toBe("Tom Hale: “No,”");
});

test("names that were corrected, merged or taken apart elsewhere are so again", async () => {
  const draft = openDraft();
  draft.correct({ kind: "rename", from: "Anna Berg", to: "Anne Berg" });
  expect(said(await reopen(draft, TEXT))).toEqual(said(draft));

  const merged = openDraft();
  merged.correct({ kind: "join", name: "Tom Hale", into: "Anna Berg" });
  expect(said(await reopen(merged, TEXT))).toEqual(said(merged));

  const split = openDraft();
  split.correct({ kind: "part", mention: describePassage(TEXT, rangeOf("Berg", 2)), name: "Otto Berg" });
  const names = ({ article }: Draft) => article?.report.entities.map(({ name }) => name);
  expect(names(await reopen(split, TEXT))).toEqual(names(split));
});

test("a file says that something was checked only where somebody has corrected something", async () => {
  const draft = openDraft();
  expect((await draft.makeFile(NOW))?.review).toEqual({ extent: "none", at: null });
  draft.correct({ kind: "not-quote", quote: describePassage(TEXT, rangeOf("“No,”")) });
  const file = await draft.makeFile(NOW);
  expect(file?.review).toEqual({ extent: "some", at: NOW.toISOString() });
  expect(file?.report.removed?.map(({ selector }) => selector.exact)).toEqual(["“No,”"]);
});

test("speakers keep their colours while the shares of words change", () => {
  const draft = openDraft();
  const colors = () =>
    Object.fromEntries(
      draft.article?.speakers.map(({ speaker, colorIndex }) => [speaker?.name, colorIndex]) ?? [],
    );
  const before = colors();
  edit(draft, TEXT.replace("“No,”", "“No, no, no, and once more no, never in all my life,”"));
  expect(draft.article?.speakers[0]?.speaker?.name).toBe("Tom Hale");
  expect(colors()).toEqual(before);
});
