import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { createLink, readLink } from "../../src/page/link.js";

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
