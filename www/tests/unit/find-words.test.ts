import { expect, test } from "vitest";
import { findWords } from "../../src/page/field/find-words.js";

const TEXT = "Rain (a lot). It will rain. RAIN!";
const AT = [0, 22, 28].map((start) => ({ start, end: start + 4 }));

test("words are found whatever their capitals, from the selection on, and round the ends", () => {
  const [first, second, third] = AT as [never, never, never];
  expect(findWords(TEXT, "rain", first, "here")).toEqual(first);
  expect(findWords(TEXT, "rain", first, "next")).toEqual(second);
  expect(findWords(TEXT, "rain", third, "next")).toEqual(first);
  expect(findWords(TEXT, "rain", third, "previous")).toEqual(second);
  expect(findWords(TEXT, "rain", first, "previous")).toEqual(third);
});

test("signs mean themselves", () => {
  const selection = { start: 0, end: 0 };
  expect(findWords(TEXT, "(a lot).", selection, "here")).toEqual({ start: 5, end: 13 });
  for (const sign of "\\^$.*+?()[]{}|/-")
    expect(findWords(`a ${sign} b`, sign, selection, "next")).toEqual({ start: 2, end: 3 });
});

test("what is not there is not found, and nothing is found nowhere", () => {
  for (const words of ["snow", ""])
    for (const from of ["here", "next", "previous"] as const)
      expect(findWords(TEXT, words, { start: 4, end: 4 }, from)).toBeNull();
});
