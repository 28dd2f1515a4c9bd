import type { Fix } from "../../core/check.js";
import type { TextRange } from "../../core/report.js";

/** Longer passages are shortened, in UTF-16 units. */
const LONGEST = 90;
/** Passages up to this length, such as a mark, are shown with the words around them. */
const SHORTEST = 2;

/** A range from the beginning of its first word to the end of its last. */
function wholeWords(text: string, { start, end }: TextRange): TextRange {
  while (start > 0 && !/\s/.test(text[start - 1] as string)) start--;
  while (end < text.length && !/\s/.test(text[end] as string)) end++;
  return { start, end };
}

/** The words that a finding is about, in one line. */
export function excerpt(text: string, range: TextRange): string {
  const isShort = range.end - range.start <= SHORTEST;
  const { start, end } = isShort ? wholeWords(text, range) : range;
  const words = text
    .slice(start, Math.min(end, start + 2 * LONGEST))
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, LONGEST).replace(/\s+\S*$/, "")} …`;
}

/** The words that a fix changes, as they are after it. */
export function fixedWords(text: string, fix: Fix): string {
  const { start, end } = wholeWords(text, fix);
  return text.slice(start, fix.start) + fix.replacement + text.slice(fix.end, end);
}

/** The text after a fix. */
export function applyFix(text: string, { start, end, replacement }: Fix): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
