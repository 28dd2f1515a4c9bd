import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mapText, offsetAt, positionAt, rangesAt, textOf } from "../../src/editor/prosemirror.js";

const schema = getSchema([StarterKit]);

const text = (words: string, ...marks: string[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const block = (type: string, ...content: unknown[]) => ({ type, content });
const documentOf = (...content: unknown[]) => Node.fromJSON(schema, { type: "doc", content });

const DOCUMENT = documentOf(
  { type: "heading", attrs: { level: 1 }, content: [text("A headline")] },
  block(
    "paragraph",
    text("“It is "),
    text("the quietest", "bold"),
    text(" room,” said "),
    text("Lund", "italic"),
  ),
  block("paragraph"),
  { type: "horizontalRule" },
  block("blockquote", block("paragraph", text("“Two"), { type: "hardBreak" }, text("lines”"))),
  block(
    "bulletList",
    block("listItem", block("paragraph", text("one 🐝"))),
    block("listItem", block("paragraph", text("two"))),
  ),
);

test("blocks are joined by an empty line, hard breaks are line ends, marks are nothing", () => {
  expect(textOf(DOCUMENT)).toBe(
    "A headline\n\n“It is the quietest room,” said Lund\n\n\n\n“Two\nlines”\n\none 🐝\n\ntwo",
  );
  expect(textOf(documentOf(block("paragraph")))).toBe("");
});

test("a range of the text has its words in the document, a range for each block", () => {
  const map = mapText(DOCUMENT);
  const wordsAt = (words: string) => {
    const start = map.text.indexOf(words);
    return rangesAt(map, start, start + words.length).map(({ from, to }) =>
      DOCUMENT.textBetween(from, to, "|", (leaf) => (leaf.type.name === "hardBreak" ? "\n" : "*")),
    );
  };
  expect(wordsAt("“It is the quietest room,”")).toEqual(["“It is the quietest room,”"]);
  expect(wordsAt("“Two\nlines”\n\none")).toEqual(["“Two\nlines”", "one"]);
  expect(wordsAt("🐝")).toEqual(["🐝"]);
  expect(rangesAt(map, 0, 0)).toEqual([]);
  const inserted = positionAt(map, map.text.indexOf("quietest"));
  expect(DOCUMENT.textBetween(inserted, inserted + 8)).toBe("quietest");
});

test("every offset leads to a position and back, in any document", () => {
  const paragraph = fc
    .array(
      fc.oneof(
        fc.string({ minLength: 1 }).map((words) => text(words)),
        fc.constant({ type: "hardBreak" }),
      ),
    )
    .map((content) => block("paragraph", ...content));
  const quote = fc.array(paragraph, { minLength: 1 }).map((content) => block("blockquote", ...content));
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, quote), { minLength: 1 }), (content) => {
      const doc = documentOf(...content);
      const map = mapText(doc);
      for (let offset = 0; offset < map.text.length; offset++) {
        for (const { from } of rangesAt(map, offset, offset + 1)) {
          const words = doc.textBetween(from, from + 1, "", (leaf) =>
            leaf.type.name === "hardBreak" ? "\n" : "",
          );
          // Many calls of expect take seconds.
          if (
            offsetAt(map, positionAt(map, offset)) !== offset ||
            offsetAt(map, from) !== offset ||
            map.text[offset] !== words
          )
            expect([offset, words]).toEqual([]);
        }
      }
      for (let position = 0; position <= doc.content.size; position++) {
        const offset = offsetAt(map, position);
        if (offset < 0 || offset > map.text.length) expect(offset).toBe(0);
      }
    }),
    { seed: 7, numRuns: 60 },
  );
});
