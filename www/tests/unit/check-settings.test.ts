import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULE_IDS, RULES } from "../../src/core/check-rules.js";
import type { TextRange } from "../../src/core/report.js";
import { choiceFor, setChoice, setLimit, setWords, validateSettings } from "../../src/page/check/settings.js";
import { applyFix, excerpt, fixedWords } from "../../src/ui/check/passages.js";

test("the rules and their severities are those that the documentation describes", () => {
  const documentation = readFileSync(new URL("../../../docs/check.md", import.meta.url), "utf8");
  const sections = [...documentation.matchAll(/^### (\S+)\n\n`(\w+)`/gm)].map(([, id, severity]) => [
    id,
    severity,
  ]);
  expect(sections).toEqual(RULE_IDS.map((id) => [id, RULES[id]]));
});

describe("settings", () => {
  test("a rule that is as usual leaves nothing", () => {
    const off = setChoice({}, "missing-role", "off");
    expect(off).toEqual({ rules: { "missing-role": "off" } });
    expect(choiceFor(off, "missing-role")).toBe("off");
    expect(choiceFor(off, "name-spelling")).toBe("error");
    expect(setChoice(off, "missing-role", "suggestion")).toEqual({ rules: {} });
  });

  test("limits are whole numbers within their bounds", () => {
    const share = (value: number) =>
      setLimit({}, "share-of-one-speaker", value).limits?.["share-of-one-speaker"];
    expect([share(70.4), share(-3), share(900), share(Number.NaN)]).toEqual([70, 1, 100, 60]);
  });

  test("words are separated by commas", () => {
    expect(setWords({}, "loaded-verbs", " claim,, admit , ").words).toEqual({
      "loaded-verbs": ["claim", "admit"],
    });
  });

  test("of what was kept, only settings are used", () => {
    const kept = {
      rules: { "missing-role": "off", "name-spelling": "loud", constructor: "off" },
      words: { "known-names": ["Beyoncé", 3], "loaded-verbs": "claim" },
      limits: { "share-of-one-speaker": 1e9, "words-for-two-sources": "many" },
      other: 1,
    };
    expect(validateSettings(kept)).toEqual({
      rules: { "missing-role": "off" },
      words: { "known-names": ["Beyoncé", "3"] },
      limits: { "share-of-one-speaker": 100 },
    });
    for (const value of [null, 3, "x", [], { rules: null }]) expect(validateSettings(value)).toEqual({});
  });
});

const text = '“Never, said Ann Hernandes. “No," said Ann Hernandez.\n\nHernandes left.';

function rangeOf(words: string): TextRange {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe("words of findings", () => {
  test("a mark is shown with the words that it stands at, a passage in one line and not too long", () => {
    expect(excerpt(text, rangeOf('"'))).toBe('“No,"');
    expect(excerpt("a\n  b", { start: 0, end: 5 })).toBe("a b");
    expect(excerpt("word ".repeat(100), { start: 0, end: 500 }).length).toBeLessThan(95);
  });

  test("a fix changes whole words", () => {
    const at = text.indexOf('"');
    const curly = { start: at, end: at + 1, replacement: "”" };
    expect(fixedWords(text, curly)).toBe("“No,”");
    expect(applyFix(text, curly)).toBe(text.replace('"', "”"));
    const inserted = { start: 7, end: 7, replacement: "”" };
    expect(fixedWords(text, inserted)).toBe("“Never,”");
    expect(applyFix(text, inserted).startsWith("“Never,” said")).toBe(true);
  });
});
