import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createLink, readLink, type SavedArticle } from "../../src/page/link.js";
import { applyCorrections } from "../../src/ui/corrections/apply.js";
import { record } from "../reliability.mjs";
import { makeReport, TEXT } from "./fixtures.js";

/** How many payloads of links are tried. */
const RUNS = 2000;

/** How long a test of many links may take on a busy machine, in milliseconds. */
const SLOW = 60_000;

const page = new URL("https://example.org/site/?a=1#old");

test("a link holds text and corrections behind the #", async () => {
  const saved = {
    text: "“Ja”, sagte Änne 👋",
    corrections: [{ kind: "rename" as const, from: "A", to: "B" }],
  };
  const link = await createLink(saved, page);
  expect(link.href).toMatch(/^https:\/\/example\.org\/site\/\?a=1#article=[\w-]+$/);
  expect(await readLink(link)).toEqual({ ...saved, hasUnknown: false });
});

test("a link made by an earlier version is readable; unknown corrections are left out", async () => {
  const passage = { exact: "Yes", before: "“", after: "”", at: 1 };
  const corrections = [
    { kind: "speaker", quote: passage, name: null },
    { kind: "not-quote", quote: passage },
    { kind: "quote", quote: passage, name: "A" },
    { kind: "join", name: "A", into: "B" },
    { kind: "part", mention: passage, name: "C" },
  ];
  const json = JSON.stringify({ text: "“Yes”", corrections: [...corrections, { kind: "later" }] });
  const link = new URL(`#article=${deflateRawSync(json).toString("base64url")}`, page);
  expect(await readLink(link)).toEqual({ text: "“Yes”", corrections, hasUnknown: true });
});

test("a page without an article has none, a damaged link is an error", async () => {
  expect(await readLink(page)).toBeNull();
  for (const damaged of ["garbage!", "", deflateRawSync('{"text":1}').toString("base64url")])
    await expect(readLink(new URL(`#article=${damaged}`, page))).rejects.toMatchObject({
      code: "linkDamaged",
    });
});

const base64 = (bytes: Uint8Array | Buffer) => Buffer.from(bytes).toString("base64url");

test("anything in a link is an article that can be corrected, or a damaged link", {
  timeout: SLOW,
}, async () => {
  const passage = fc.record({
    exact: fc.string(),
    before: fc.string(),
    after: fc.string(),
    at: fc.anything(),
  });
  const field = fc.oneof(passage, fc.string(), fc.constant(null), fc.anything());
  const kind = fc.constantFrom(
    "speaker",
    "not-quote",
    "quote",
    "rename",
    "join",
    "part",
    "__proto__",
    "toString",
  );
  const correction = fc.record(
    { kind, quote: field, mention: field, name: field, from: field, to: field, into: field },
    { requiredKeys: [] },
  );
  const article = fc.record({
    text: fc.oneof(fc.constant(TEXT), fc.string({ unit: "binary" }), fc.anything()),
    corrections: fc.oneof(fc.array(fc.oneof(correction, fc.anything())), fc.anything()),
  });
  const payload = fc.oneof(
    { weight: 6, arbitrary: article.map((value) => base64(deflateRawSync(JSON.stringify(value) ?? ""))) },
    fc.anything().map((value) => base64(deflateRawSync(JSON.stringify(value) ?? ""))),
    fc.uint8Array({ maxLength: 200 }).map(base64),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => base64(deflateRawSync(bytes))),
    fc.string(),
  );
  let read = 0;
  const check = async (code: string) => {
    const link = new URL(page);
    link.hash = `article=${code}`;
    const saved = await readLink(link).catch((error) => {
      expect(error).toMatchObject({ code: "linkDamaged" });
      return null;
    });
    if (!saved) return;
    read++;
    expect(typeof saved.text).toBe("string");
    applyCorrections(saved.text, makeReport(), saved.corrections);
    applyCorrections(TEXT, makeReport(), saved.corrections);
  };
  await fc.assert(fc.asyncProperty(payload, check), { seed: 20_260_101, numRuns: RUNS });
  expect(read).toBeGreaterThan(RUNS / 10);
  record("Any link is an article or an error", "generated payloads of links", RUNS, 0);
});

test("a link survives all texts and corrections", { timeout: SLOW }, async () => {
  const text = fc.string({ unit: "grapheme" });
  const passage = fc.record({ exact: text, before: text, after: text, at: fc.nat() });
  const name = fc.option(text);
  const correction = fc.oneof(
    fc.record({ kind: fc.constantFrom("speaker", "quote"), quote: passage, name }),
    fc.record({ kind: fc.constant("not-quote"), quote: passage }),
    fc.record({ kind: fc.constant("rename"), from: text, to: text }),
    fc.record({ kind: fc.constant("join"), name: text, into: text }),
    fc.record({ kind: fc.constant("part"), mention: passage, name: text }),
  );
  const article = fc.record({ text, corrections: fc.array(correction, { maxLength: 8 }) });
  const check = async (generated: unknown) => {
    const saved = generated as SavedArticle;
    const link = await createLink(saved, page);
    expect(await readLink(link)).toEqual({ ...saved, hasUnknown: false });
  };
  await fc.assert(fc.asyncProperty(article, check), { seed: 20_260_102, numRuns: 300 });
  record("A link gives back its article and all corrections", "generated articles", 300, 0);
});

test("a short link that holds very much is damaged", { timeout: SLOW }, async () => {
  const link = new URL(page);
  link.hash = `article=${base64(deflateRawSync(Buffer.alloc(30_000_000, " ")))}`;
  await expect(readLink(link)).rejects.toMatchObject({ code: "linkDamaged" });
});
