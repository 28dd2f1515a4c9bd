import type { Quote, TextRange } from "../../core/report.js";
import { type AnalyzedText, readingsOf } from "../words.js";

/** Which edge of a quote moves. */
export type Edge = "start" | "end";

/** How far from an edge a word is looked for, in UTF-16 units. */
const REACH = 200;
const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}'’-]*[\p{L}\p{N}\p{M}])?/gu;
/** What moves as one: words with their punctuation; dashes between words stand alone. */
const PIECE = /[^\s–—]+|[–—]+/gu;

/** The range without blanks at its ends, and with the whole of the words that it cuts; null where nothing is left. */
export function wholeWords(analyzed: AnalyzedText, range: TextRange): TextRange | null {
  const selected = analyzed.text.slice(range.start, range.end);
  let start = range.start + (selected.length - selected.trimStart().length);
  let end = range.end - (selected.length - selected.trimEnd().length);
  if (start >= end) return null;
  for (const word of piecesAround(analyzed, start, WORD))
    if (word.start < start && start < word.end) start = word.start;
  for (const word of piecesAround(analyzed, end, WORD))
    if (word.start < end && end < word.end) end = word.end;
  return { start, end };
}

/**
 * The pieces of a quote after one edge has moved by a word, forward or back; null where that would leave a piece empty,
 * reach another piece or leave the text.
 */
export function moveEdge(analyzed: AnalyzedText, quote: Quote, edge: Edge, step: 1 | -1): TextRange[] | null {
  const index = edge === "start" ? 0 : quote.content.length - 1;
  const piece = quote.content[index];
  if (!piece) return null;
  const places = piecesAround(analyzed, piece[edge], PIECE).map((word) => word[edge]);
  const place =
    step > 0 ? places.find((at) => at > piece[edge]) : places.filter((at) => at < piece[edge]).at(-1);
  if (place === undefined) return null;
  const moved = { ...piece, [edge]: place };
  const overlaps = (other: TextRange) =>
    other !== piece && other.start < moved.end && moved.start < other.end;
  if (moved.start >= moved.end || quote.content.some(overlaps)) return null;
  return quote.content.map((other) => (other === piece ? moved : other));
}

/** The pieces of a quote after those that a range touches have become that range. */
export function replacePieces({ content }: Quote, range: TextRange): TextRange[] {
  const kept = content.filter(({ start, end }) => end <= range.start || range.end <= start);
  return [...kept, { start: range.start, end: range.end }].sort((a, b) => a.start - b.start);
}

/** The ranges near an offset that match a pattern; a word that the layout cut in two counts as one. */
function piecesAround(analyzed: AnalyzedText, offset: number, pattern: RegExp): TextRange[] {
  const from = Math.max(0, offset - REACH);
  let read = "";
  for (const { start, end, words, replaced } of readingsOf(analyzed, { start: from, end: offset + REACH }))
    read += replaced ? (words === "" ? "x" : " ").repeat(end - start) : words;
  return [...read.matchAll(pattern)].map(({ 0: word, index }) => ({
    start: from + index,
    end: from + index + word.length,
  }));
}
