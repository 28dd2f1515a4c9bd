import type { TextRange } from "../core/report.js";

/** One change of a text: what stood from `start` to `end` before now ends at `newEnd`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** The one change that makes a text of another; null where they are the same. */
export function findEdit(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return slide(before, after, { start, end: before.length - same, newEnd: after.length - same });
}

/**
 * Where words alone were cut or added, the same result has several readings, of which the one that begins a word is the likely one: `“a” b`
 * is cut from `“a” b “c”` rather than `a” b “`.
 */
function slide(before: string, after: string, edit: Edit): Edit {
  const { start, end, newEnd } = edit;
  if (start !== end && start !== newEnd) return edit;
  const longer = start === newEnd ? before : after;
  const length = Math.max(end, newEnd) - start;
  for (let by = 0; by <= start; by++) {
    const at = start - by;
    if (at === 0 || /\s/.test(longer.charAt(at - 1)))
      return { start: at, end: end - by, newEnd: newEnd - by };
    if (longer.charCodeAt(at - 1) !== longer.charCodeAt(at - 1 + length)) break;
  }
  return edit;
}

/** Where a range is after some edits; null where nothing of it is left. */
export function moveRange(range: TextRange, edits: readonly Edit[]): TextRange | null {
  let { start, end } = range;
  for (const edit of edits) {
    const shift = edit.newEnd - edit.end;
    if (edit.end <= start) {
      start += shift;
      end += shift;
    } else if (edit.start < end) {
      if (edit.start <= start && end <= edit.end) return null;
      // Of words that were replaced across an edge, the new ones are outside.
      if (edit.start < start) start = edit.newEnd;
      end = edit.end < end ? end + shift : edit.start;
    }
  }
  return { start, end };
}

/** Where an offset was before some edits; within new words, where they begin. */
export function moveBack(offset: number, edits: readonly Edit[]): number {
  let at = offset;
  for (const { start, end, newEnd } of edits.toReversed()) {
    if (at >= newEnd) at += end - newEnd;
    else if (at > start) at = start;
  }
  return at;
}
