import type { TextRange } from "../../core/report.js";

/**
 * Finds words in a text, whatever their capitals, from a selection on: there or after it, only after it, or before it. At
 * either end the search goes on at the other one.
 */
export function findWords(
  text: string,
  words: string,
  { start, end }: TextRange,
  from: "here" | "next" | "previous",
): TextRange | null {
  if (words === "") return null;
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "giu");
  const next = (at: number): TextRange | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match && { start: match.index, end: match.index + match[0].length };
  };
  if (from !== "previous") return next(from === "here" ? start : end) ?? next(0);
  let before: TextRange | null = null;
  let last: TextRange | null = null;
  for (let found = next(0); found; found = next(found.end)) {
    last = found;
    if (found.start < start) before = found;
    else if (before) break;
  }
  return before ?? last;
}
