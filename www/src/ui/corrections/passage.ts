import type { TextRange } from "../../core/report.js";

/**
 * A passage, described by its words so that it can be found again after the text around it has changed
 * (as in the TextQuoteSelector of the W3C Web Annotation Data Model).
 *
 * Kept articles and links contain these fields.
 */
export interface Passage {
  exact: string;
  before: string;
  after: string;
  /** Where it was, in UTF-16 units. */
  at: number;
}

/** How much of the surrounding text is kept on either side, in UTF-16 units. */
const CONTEXT = 48;

/** Describes the passage at a range of the text. */
export function describePassage(text: string, { start, end }: TextRange): Passage {
  return {
    exact: text.slice(start, end),
    // No half of a character that two units stand for, which could not be stored everywhere.
    before: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ""),
    after: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ""),
    at: start,
  };
}

/**
 * Finds a passage in a text, or returns null.
 *
 * Of several places with the same words, the one whose surroundings match best wins, then the nearest one.
 */
export function findPassage(text: string, { exact, before, after, at }: Passage): TextRange | null {
  if (exact === "") return null;
  let best: { start: number; score: number; distance: number } | null = null;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    let score = 0;
    while (score < before.length && text[start - 1 - score] === before[before.length - 1 - score]) score++;
    let following = 0;
    while (following < after.length && text[end + following] === after[following]) following++;
    score += following;
    const distance = Math.abs(start - at);
    if (!best || score > best.score || (score === best.score && distance < best.distance))
      best = { start, score, distance };
  }
  return best && { start: best.start, end: best.start + exact.length };
}
