import { expect, test } from "vitest";
import type { Finding, RuleId } from "../../src/core/check.js";
import { Dismissals } from "../../src/ui/check/dismissals.js";

const TEXT = `The old cinema in Wexley opens again on Friday.

“We have waited for this for years," said Maria Hernandez, the manager. Hernandes will open the doors herself.

Later, Hernandes left the town for good, and nobody has seen the owner of the cinema since.`;

function findingIn(text: string, words: string, change: Partial<Finding> = {}, time = 1): Finding {
  let start = -1;
  for (let found = 0; found < time; found++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`no ${words}`);
  const rule: RuleId = "name-spelling";
  const message = `${words} is spelled Hernandez elsewhere.`;
  return { rule, severity: "error", message, start, end: start + words.length, ...change };
}

/** Dismisses words of a text, the first or a later time. */
function dismiss(words: string, change: Partial<Finding> = {}, time = 1): Dismissals {
  const dismissals = new Dismissals();
  dismissals.follow(TEXT);
  dismissals.add(findingIn(TEXT, words, change, time));
  return dismissals;
}

/** Whether a finding is hidden once the text is another one. */
function isHidden(dismissals: Dismissals, text: string, finding: Finding): boolean {
  dismissals.follow(text);
  return dismissals.sort([finding]).hidden.length === 1;
}

/** What a host stores, and opens on another day. */
const reopen = (dismissals: Dismissals) => new Dismissals(JSON.parse(JSON.stringify(dismissals.kept)));

test("of two findings with the same words, the one that was dismissed is hidden", () => {
  const findings = [findingIn(TEXT, "Hernandes"), findingIn(TEXT, "Hernandes", {}, 2)];
  const dismissals = dismiss("Hernandes");
  expect(dismissals.sort(findings)).toEqual({ shown: [findings[1]], hidden: [findings[0]] });
  expect(dismissals.sort([findingIn(TEXT, "Hernandes", { rule: "full-name" })]).hidden).toEqual([]);
  dismissals.restore(findings);
  expect(dismissals.sort(findings).hidden).toEqual([]);
  expect(dismissals.kept).toEqual([]);
});

test("it stays dismissed while everything around it is written anew, step by step", () => {
  const dismissals = dismiss("Hernandes");
  const steps = [
    ["The old cinema", "A headline.\n\nThe old cinema"],
    ["the manager. ", "who manages it. On the day, "],
    [" will open the doors herself.", " opens them."],
    [
      '“We have waited for this for years," said Maria Hernandez, ',
      "It has been long, says Maria Hernandez, ",
    ],
    ["Later, Hernandes left the town", "Then Hernandes went"],
  ] as const;
  let text = TEXT;
  for (const [before, after] of steps) {
    expect(text).toContain(before);
    text = text.replace(before, after);
    expect(isHidden(dismissals, text, findingIn(text, "Hernandes"))).toBe(true);
    expect(isHidden(dismissals, text, findingIn(text, "Hernandes", {}, 2))).toBe(false);
  }
  const opened = reopen(dismissals);
  expect(isHidden(opened, text, findingIn(text, "Hernandes"))).toBe(true);
  expect(isHidden(opened, text, findingIn(text, "Hernandes", {}, 2))).toBe(false);
});

test("what is kept changes when the words move, and only then", () => {
  const dismissals = dismiss("Hernandes");
  const kept = JSON.stringify(dismissals.kept);
  expect(dismissals.follow(TEXT)).toBe(false);
  const longer = `${TEXT}\n\nAn end that is far away from it.`;
  expect(dismissals.follow(longer)).toBe(false);
  expect(dismissals.follow(`First. ${longer}`)).toBe(true);
  expect(JSON.stringify(dismissals.kept)).not.toBe(kept);
  const opened = reopen(dismissals);
  expect(opened.follow(`First. ${longer}`)).toBe(false);
  expect(opened.kept).toEqual(dismissals.kept);
});

test("it is shown again where it says something else, but not where only a share has changed", () => {
  const other = findingIn(TEXT, "Hernandes", { message: "Hernandes is spelled Hernandos elsewhere." });
  expect(isHidden(dismiss("Hernandes"), TEXT, other)).toBe(false);
  const rule = "dominant-speaker";
  const share = (percent: number) =>
    ({ rule, message: `Maria says ${percent}% of all quoted words.` }) as const;
  const dominant = dismiss("“We have", share(61));
  expect(isHidden(dominant, TEXT, findingIn(TEXT, "“We have", share(74)))).toBe(true);
  // It stands at the first quote, and another one may become the first.
  expect(isHidden(dominant, TEXT, findingIn(TEXT, "The old", share(74)))).toBe(true);
});

test("words that are cut are dismissed again when they come back", () => {
  const dismissals = dismiss("Hernandes");
  const without = TEXT.replace(" Hernandes will open the doors herself.", "");
  expect(isHidden(dismissals, without, findingIn(without, "Hernandes"))).toBe(false);
  for (const text of ["", "Another article.", TEXT]) dismissals.follow(text);
  expect(isHidden(dismissals, TEXT, findingIn(TEXT, "Hernandes"))).toBe(true);
  expect(isHidden(dismissals, TEXT, findingIn(TEXT, "Hernandes", {}, 2))).toBe(false);
});

test("a mark alone is followed, and found again by what stands around it", () => {
  const mark = { rule: "quotation-marks", message: "This mark is straight." } as const;
  const dismissals = dismiss('"', mark);
  const edited = TEXT.replace("for years", "for ten long years");
  expect(isHidden(dismissals, edited, findingIn(edited, '"', mark))).toBe(true);
  const opened = reopen(dismissals);
  const later = edited.replace("The old", "An old");
  expect(isHidden(opened, later, findingIn(later, '"', mark))).toBe(true);
  const elsewhere = 'Quite another article has a mark" as well.';
  expect(isHidden(opened, elsewhere, findingIn(elsewhere, '"', mark))).toBe(false);
});

test("half of an emoji is never kept, since not every store takes it", () => {
  const text = `${"🐝".repeat(30)} Hernandes ${"🐝".repeat(30)}`;
  for (const shift of ["", "x"]) {
    const dismissals = new Dismissals();
    dismissals.follow(shift + text + shift);
    dismissals.add(findingIn(shift + text + shift, "Hernandes"));
    expect(JSON.stringify(dismissals.kept)).not.toMatch(/\\ud/);
  }
});

test("what was not kept by it is left out", () => {
  const [sound] = dismiss("Hernandes").kept;
  const broken = [null, 3, "x", {}, { ...sound, passage: null }, { ...sound, passage: { exact: "x" } }];
  expect(new Dismissals([...broken, sound]).kept).toEqual([sound]);
  for (const value of [undefined, null, 3, "x", { length: 2 }])
    expect(new Dismissals(value).kept).toEqual([]);
});
