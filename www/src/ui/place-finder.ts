import type search from "approx-string-match";
import type { TextRange } from "../core/report.js";
import { PlainText, plain } from "./plain-text.js";
import type { AnchoredRange, TextQuoteSelector } from "./reviewed-report.js";

/** Words of this length need nothing around them to be found, in UTF-16 units. */
const LONG = 40;

/** How much around shorter words must be as it was. */
const LEAST_CONTEXT = 12;

/** Shorter words are found as they are or not at all. */
const LEAST_FUZZY = 12;

/** How much of a quote may have been edited. */
const MOST_EDITED = 0.2;

/** How many units around a place weigh as much as one edited unit in it. */
const ERROR_COST = 4;

/** How far from where it is expected a place is looked for first; less than a repetition is away. */
const NEAR = 40;

/**
 * Finds the places of a reviewed report in one text, with or without a search for edited words: by their whole surroundings, by the
 * words with the best surroundings, or nearly.
 */
export class PlaceFinder {
  #text: string;
  /** Made when the first place is not found as it was. */
  #haystack: PlainText | undefined;
  /** How far the last place that was found has moved: in the text, and in its plain form. */
  #shift = 0;
  #plainShift = 0;

  #search: typeof search | null;

  constructor(text: string, fuzzySearch: typeof search | null) {
    this.#search = fuzzySearch;
    this.#text = text;
  }

  /** Where the words of a place are now; `fuzzily` where they may have been edited. */
  find({ start, selector }: AnchoredRange, fuzzily = false): TextRange | null {
    // Nearly always, everything is as it was, about where it is expected.
    const unchanged = findNear(this.#text, selector, start + this.#shift);
    if (unchanged >= 0) {
      this.#shift = unchanged - start;
      return { start: unchanged, end: unchanged + selector.exact.length };
    }
    const exact = plain(selector.exact);
    if (exact.trim() === "") return null;
    const prefix = plain(selector.prefix);
    const suffix = plain(selector.suffix);
    this.#haystack ??= new PlainText(this.#text);
    const haystack = this.#haystack;
    const { text } = haystack;
    const near = findNear(text, { exact, prefix, suffix }, start + this.#plainShift);
    if (near >= 0) return this.#found(haystack, near, near + exact.length, start);
    const context = Math.min(LEAST_CONTEXT, prefix.length + suffix.length);
    let found: { from: number; to: number; score: number; distance: number } | undefined;
    const consider = (from: number, to: number, errors: number) => {
      const same = countSameBefore(text, from, prefix) + countSameAfter(text, to, suffix);
      if (same < context && (errors > 0 || exact.length < LONG)) return;
      const score = same - ERROR_COST * errors;
      const distance = Math.abs(haystack.originOf(from) - start - this.#shift);
      if (!found || score > found.score || (score === found.score && distance < found.distance))
        found = { from, to, score, distance };
    };
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
      consider(at, at + exact.length, 0);
    if (!found && fuzzily && this.#search && exact.length >= LEAST_FUZZY) {
      const most = Math.floor(exact.length * MOST_EDITED);
      // The search returns the best matches only, and those that are exact have been refused.
      const rest = text.replaceAll(exact, "\0".repeat(exact.length));
      for (const match of this.#search(rest, exact, most)) consider(match.start, match.end, match.errors);
    }
    if (!found) return null;
    return this.#found(haystack, found.from, found.to, start);
  }

  #found(haystack: PlainText, from: number, to: number, before: number): TextRange {
    const start = haystack.originOf(from);
    this.#shift = start - before;
    this.#plainShift = from - before;
    return { start, end: haystack.endBefore(to) };
  }
}

/** Where words begin that stand about where they are expected, with all that surrounds them; -1 where they do not. */
function findNear(
  text: string,
  { exact, prefix, suffix }: Omit<TextQuoteSelector, "type">,
  expected: number,
): number {
  const whole = prefix + exact + suffix;
  const from = Math.max(0, expected - prefix.length - NEAR);
  const at = text.slice(from, from + whole.length + 2 * NEAR).indexOf(whole);
  return at < 0 ? at : from + at + prefix.length;
}

function countSameBefore(text: string, at: number, prefix: string): number {
  let count = 0;
  while (count < prefix.length && count < at && text[at - 1 - count] === prefix[prefix.length - 1 - count])
    count++;
  return count;
}

function countSameAfter(text: string, at: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && text[at + count] === suffix[count]) count++;
  return count;
}
