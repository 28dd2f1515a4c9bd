import { readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { ReviewedReport } from "../../src/ui/reviewed-report.js";

const SIDEBAR = new URL("../../../integrations/wordpress/whosaid/sidebar/", import.meta.url);

interface Block {
  name: string;
  clientId: string;
  attributes: Record<string, string>;
  innerBlocks: Block[];
}
interface Draft {
  text: string;
  parts: { clientId: string; attribute: string; start: number; end: number }[];
}
interface Place {
  clientId: string;
  attribute: string;
}
interface DraftScript {
  createReader(
    plainText: (value: string) => string,
    attributesOf: (name: string) => object,
  ): (blocks: Block[]) => Draft;
  locate(
    draft: Draft,
    range: { start: number; end: number },
  ): (Place & { start: number; end: number }) | null;
  offsetOf(draft: Draft, place: Place & { offset: number }): number | null;
}
interface ReviewScript {
  read(json: string): ReviewedReport | null;
  next(made: ReviewedReport | null, stored: ReviewedReport | null, reason: "report" | "corrections"): string;
  mark(made: ReviewedReport | null, isAll: boolean, now: Date): string;
}

interface RichTextValue {
  text: string;
  formats: (string[] | undefined)[];
}
interface WordsScript {
  replace(
    richText: object,
    value: string,
    range: { start: number; end: number },
    replacement: string,
    options: object,
  ): RichTextValue | null;
}

/** Runs a script of the plug-in as a page does, and returns what it adds to the window. */
function load<Script>(file: string, name: string): Script {
  const window: Record<string, unknown> = {};
  runInNewContext(readFileSync(new URL(file, SIDEBAR), "utf8"), { window, WeakMap, JSON, Map });
  return window[name] as Script;
}

const { createReader, locate, offsetOf } = load<DraftScript>("draft.js", "whosaidDraft");
const words = load<WordsScript>("words.js", "whosaidWords");
const { read, next, mark } = load<ReviewScript>("review.js", "whosaidReview");

const ATTRIBUTES: Record<string, object> = {
  "core/paragraph": { content: { source: "html" }, dropCap: { type: "boolean" } },
  "core/quote": { value: { source: "html", multiline: "p" }, citation: { source: "html" } },
  "core/image": { url: { source: "attribute" }, caption: { source: "rich-text" } },
  "core/code": { content: { source: "html" } },
};

let count = 0;
const block = (name: string, attributes: Record<string, string>, innerBlocks: Block[] = []): Block => ({
  name: `core/${name}`,
  clientId: `b${++count}`,
  attributes,
  innerBlocks,
});
const paragraph = (content: string) => block("paragraph", { content });

let conversions = 0;
const readDraft = createReader(
  (value) => {
    conversions++;
    return value.replaceAll(/<[^>]*>/g, "");
  },
  (name) => ATTRIBUTES[name] ?? {},
);

describe("the text of a draft in blocks", () => {
  test("has all rich text in the order in which it is read, with places that lead back", () => {
    const inner = paragraph("“It <em>works</em>,” she said.");
    const quote = block("quote", { value: "<p>old</p>", citation: "Ada Byron" }, [inner]);
    const blocks = [
      paragraph("One."),
      block("group", {}, [block("columns", {}, [quote])]),
      block("image", { url: "x", caption: "A \ufffc hive" }),
    ];
    const draft = readDraft(blocks);
    expect(draft.text).toBe("One.\n\n“It works,” she said.\n\nAda Byron\n\nA   hive");
    for (const [words, clientId, attribute] of [
      ["works", inner.clientId, "content"],
      ["Byron", quote.clientId, "citation"],
      ["hive", blocks[2]?.clientId, "caption"],
    ] as const) {
      const start = draft.text.indexOf(words);
      const place = locate(draft, { start, end: start + words.length });
      expect(place).toMatchObject({ clientId, attribute });
      expect(place && offsetOf(draft, { ...place, offset: place.start })).toBe(start);
    }
  });

  test("leaves out what is empty, code, and what is no rich text", () => {
    const draft = readDraft([
      paragraph(""),
      block("code", { content: "“x,” said y" }),
      block("unknown", { content: "x" }),
      paragraph(" "),
    ]);
    expect(draft).toEqual({ text: "", parts: [] });
    expect(locate(draft, { start: 0, end: 1 })).toBeNull();
    expect(offsetOf(draft, { clientId: "b1", attribute: "content", offset: 0 })).toBeNull();
  });

  test("cuts a range off where its block ends, and has none for what stands between blocks", () => {
    const [one, two] = [paragraph("abc"), paragraph("def")];
    const draft = readDraft([one, two]);
    expect(locate(draft, { start: 1, end: 8 })).toMatchObject({ clientId: one.clientId, start: 1, end: 3 });
    expect(locate(draft, { start: 4, end: 8 })).toMatchObject({ clientId: two.clientId, start: 0, end: 3 });
    expect(locate(draft, { start: 3, end: 5 })).toBeNull();
    expect(locate(draft, { start: 8, end: 9 })).toBeNull();
    expect(offsetOf(draft, { clientId: one.clientId, attribute: "content", offset: 4 })).toBeNull();
  });

  test("leads to where something can be inserted, also at the edges of a block", () => {
    const [one, two] = [paragraph("abc"), paragraph("def")];
    const draft = readDraft([one, two]);
    const at = (offset: number) => locate(draft, { start: offset, end: offset });
    expect(at(0)).toMatchObject({ clientId: one.clientId, start: 0, end: 0 });
    expect(at(3)).toMatchObject({ clientId: one.clientId, start: 3, end: 3 });
    expect(at(4)).toBeNull();
    expect(at(5)).toMatchObject({ clientId: two.clientId, start: 0, end: 0 });
    expect(at(8)).toMatchObject({ clientId: two.clientId, start: 3, end: 3 });
    expect(at(9)).toBeNull();
  });

  test("is read again only where it changed", () => {
    const blocks = Array.from({ length: 300 }, (_, index) => paragraph(`Paragraph ${index}.`));
    readDraft(blocks);
    conversions = 0;
    blocks[150] = { ...(blocks[150] as Block), attributes: { content: "Changed." } };
    expect(readDraft(blocks).text).toContain("Changed.");
    expect(conversions).toBe(1);
  });
});

describe("words that are replaced in rich text", () => {
  /** Rich text in which capitals are bold and digits stand in a link. */
  const richText = {
    create: ({ html }: { html: string }): RichTextValue => ({
      text: html,
      formats: Array.from(html, (one) =>
        /[A-Z]/.test(one) ? ["bold"] : /\d/.test(one) ? ["link"] : undefined,
      ),
    }),
    insert: (before: RichTextValue, added: RichTextValue, start: number, end: number): RichTextValue => ({
      text: before.text.slice(0, start) + added.text + before.text.slice(end),
      formats: [...before.formats.slice(0, start), ...added.formats, ...before.formats.slice(end)],
    }),
    toHTMLString: ({ value }: { value: RichTextValue }) => value,
  };
  const replace = (text: string, old: string, replacement: string) => {
    const start = text.indexOf(old);
    const changed = words.replace(richText, text, { start, end: start + old.length }, replacement, {});
    return changed && [changed.text, changed.formats.map((formats) => formats?.[0]?.[0] ?? "-").join("")];
  };

  test("have the formats of those in whose place they stand, and all others keep theirs", () => {
    expect(replace("abCDef12", "CDe", "Cxyz")).toEqual(["abCxyzf12", "--bbbb-ll"]);
    expect(replace("abCDef12", "12", "123")).toEqual(["abCDef123", "--bb--ll-"]);
    expect(replace("abCDef12", "ef12", "ef")).toEqual(["abCDef", "--bb--"]);
  });

  test("have formats in between only where those on both sides have them", () => {
    expect(replace("abCDef", "CD", "CxD")).toEqual(["abCxDef", "--bbb--"]);
    expect(replace("abCDef", "bC", "bxC")).toEqual(["abxCDef", "---bb--"]);
  });

  test("are not replaced where an image stands among them", () => {
    expect(replace("ab\ufffccd", "b\ufffcc", "x")).toBeNull();
    expect(replace("ab\ufffccd", "b\ufffcc", "b\ufffcx")).toEqual(["ab\ufffcxd", "-----"]);
  });
});

describe("what is stored of a report", () => {
  const file = JSON.parse(
    readFileSync(new URL("../../examples/reviewed/article.whosaid.json", import.meta.url), "utf8"),
  ) as ReviewedReport;
  const with_ = (review: ReviewedReport["review"], report = file.report): ReviewedReport => ({
    ...file,
    review,
    report,
  });
  const none = with_({ extent: "none", at: null });
  const some = with_({ extent: "some", at: "2026-02-02T00:00:00.000Z" });
  const all = with_({ extent: "all", at: "2026-01-01T00:00:00.000Z" });
  const fewer = { ...file.report, quotes: file.report.quotes.slice(1) };
  const extentOf = (json: string) => read(json)?.review.extent ?? "";

  test("is nothing as long as nobody has checked anything", () => {
    expect(next(none, null, "report")).toBe("");
    expect(next(null, all, "report")).toBe("");
    expect(next(some, null, "corrections")).toBe(JSON.stringify(some));
  });

  test("stays as it is where a report tells nothing new", () => {
    const later = with_({ extent: "some", at: "2026-03-03T00:00:00.000Z" });
    expect(next(later, some, "report")).toBe(JSON.stringify(some));
    expect(next(none, all, "report")).toBe(JSON.stringify(all));
  });

  test("is all checked only as long as quotes and speakers are the same", () => {
    const elsewhere = { ...none, text: { sha256: null, length: 7 } };
    expect(read(next(elsewhere, all, "report"))).toEqual({ ...elsewhere, review: all.review });
    expect(extentOf(next(with_(none.review, fewer), all, "report"))).toBe("some");
    const speaker = {
      ...file.report,
      quotes: file.report.quotes.map((quote) => ({ ...quote, speaker: null })),
    };
    expect(extentOf(next(with_(none.review, speaker), all, "report"))).toBe("some");
  });

  test("stays partly checked while the text changes, until the last correction is taken back", () => {
    expect(extentOf(next(with_(none.review, fewer), some, "report"))).toBe("some");
    expect(next(with_(none.review, fewer), some, "corrections")).toBe("");
  });

  test("follows the box that says that all is checked", () => {
    const now = new Date("2026-04-04T00:00:00Z");
    expect(read(mark(none, true, now))?.review).toEqual({ extent: "all", at: now.toISOString() });
    expect(mark(none, false, now)).toBe("");
    expect(extentOf(mark(some, false, now))).toBe("some");
    expect(mark(null, true, now)).toBe("");
  });

  test("is nothing where it cannot be read", () => {
    expect(read("{")).toBeNull();
    for (const json of ["", "[]", "null", "7", '{"review":{},"report":{}}']) expect(read(json)).toBeNull();
  });
});

test("every text of the plug-in is in the template of translations, and nothing else", () => {
  const plugin = new URL("../", SIDEBAR);
  const withoutBackslashes = (text: string) => text.replaceAll("\\'", "'");
  const texts = ["includes/", "sidebar/"].flatMap((folder) =>
    readdirSync(new URL(folder, plugin)).flatMap((name) => {
      const code = readFileSync(new URL(folder + name, plugin), "utf8");
      return [...code.matchAll(/__\(\s*(['"])(.*?)\1,\s*['"]whosaid['"],?\s*\)/gs)].map(([, , text = ""]) =>
        withoutBackslashes(text),
      );
    }),
  );
  const template = readFileSync(new URL("languages/whosaid.pot", plugin), "utf8");
  const known = [...template.matchAll(/^msgid "(.+)"$/gm)].map(([, text = ""]) => JSON.parse(`"${text}"`));
  expect(texts.length).toBeGreaterThan(30);
  expect(known.toSorted()).toEqual([...new Set(texts)].toSorted());
});
