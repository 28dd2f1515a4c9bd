import { expect, test } from "vitest";
import { Format, fill } from "../../src/texts/format.js";

const [english, german, french, spanish] = ["en", "de", "fr", "es"].map((tag) => new Format(tag)) as [
  Format,
  Format,
  Format,
  Format,
];

test("percentages follow the language", () => {
  expect(english.percent(0.98)).toBe("98%");
  // Nothing but all of it is 100%.
  expect([0.984, 0.997, 1].map((share) => english.percent(share))).toEqual(["98%", "99%", "100%"]);
  // German, French and Spanish have a space that does not break.
  for (const format of [german, french, spanish]) expect(format.percent(0.98)).toMatch(/^98[\u00a0\u202f]%$/);
});

test("numbers follow the language", () => {
  expect(english.number(12_345)).toBe("12,345");
  expect(german.number(12_345)).toBe("12.345");
});

test("plural forms follow the language, exact counts first", () => {
  const quotes = { one: "{count} quote", other: "{count} quotes" };
  expect([0, 1, 2].map((count) => english.plural(quotes, count))).toEqual([
    "0 quotes",
    "1 quote",
    "2 quotes",
  ]);
  expect(french.plural({ one: "{count} citation", other: "{count} citations" }, 0)).toBe("0 citation");
  const times = { 1: "once", 2: "twice", other: "{count} times" };
  expect([1, 2, 1000].map((count) => english.plural(times, count))).toEqual(["once", "twice", "1,000 times"]);
});

test("languages are named in each language", () => {
  expect([english, german, french, spanish].map((format) => format.languageName("de"))).toEqual([
    "German",
    "Deutsch",
    "allemand",
    "alemán",
  ]);
});

test("lists leave out what is absent", () => {
  expect(english.list(["mayor", "", null, undefined, false, "chair"])).toBe("mayor, chair");
  expect(german.list(["A", "B", "C"])).toBe("A, B und C");
  expect(english.list([])).toBe("");
});

test("placeholders are filled once and unknown ones stay", () => {
  expect(fill("{a} and {b} and {c}", { a: "{b}", b: "$&" })).toBe("{b} and $& and {c}");
});
