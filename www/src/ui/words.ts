import type { Quote, Replacement, Report, TextRange } from "../core/report.js";

/** A text with the report on it. */
export interface AnalyzedText {
  readonly text: string;
  readonly report: Report;
}

/** A part of the text, and what is read there. */
export interface Reading extends TextRange {
  words: string;
  /** Whether the words are others than those of the text. */
  replaced: boolean;
}

/** Cuts a range into parts that are read as they are and parts that the report replaces. */
export function* readingsOf({ text, report }: AnalyzedText, { start, end }: TextRange): Generator<Reading> {
  const replacements = report.replacements ?? [];
  let at = start;
  for (let index = firstOverlap(replacements, start); index < replacements.length; index++) {
    const replacement = replacements[index] as Replacement;
    if (replacement.start >= end) break;
    if (at < replacement.start)
      yield { start: at, end: replacement.start, words: text.slice(at, replacement.start), replaced: false };
    const from = Math.max(at, replacement.start);
    at = Math.min(end, replacement.end);
    // A replacement that lies only partly in the range is read where it starts.
    const words = replacement.start >= start ? replacement.text : "";
    yield { start: from, end: at, words, replaced: true };
  }
  if (at < end) yield { start: at, end, words: text.slice(at, end), replaced: false };
}

/** The words at a range without marks of the layout, and each run of blanks as one space. */
export function wordsAt(analyzed: AnalyzedText, range: TextRange): string {
  let words = "";
  for (const reading of readingsOf(analyzed, range)) words += reading.words;
  return words.replace(/\s+/g, " ").trim();
}

/** The words of a quote, its pieces joined by an ellipsis. */
export function contentOf(analyzed: AnalyzedText, quote: Quote): string {
  return quote.content.map((range) => wordsAt(analyzed, range)).join(" … ");
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** How many words a text has. */
export function countWords(text: string): number {
  let count = 0;
  // A list of all matches would be thrown away at once.
  for (WORD.lastIndex = 0; WORD.test(text); ) count++;
  return count;
}

/** By a quote's content, which its copies share. */
const quotedWords = new WeakMap<Quote["content"], number>();

/** How many words a quote has; counted once for each content. */
export function countQuotedWords(analyzed: AnalyzedText, quote: Quote): number {
  let count = quotedWords.get(quote.content);
  if (count === undefined) {
    count = countWords(contentOf(analyzed, quote));
    quotedWords.set(quote.content, count);
  }
  return count;
}

/** The index of the first replacement that ends after an offset. */
function firstOverlap(replacements: readonly Replacement[], offset: number): number {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replacements[middle] as Replacement).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
