import { contentOf, countWords } from "./ranges.js";
import type { Basis, Entity, Quote, Report } from "./wasm/whosaid.js";

/** Somebody who speaks, with all that they say. */
export interface Voice {
  /** Null for the quotes whose speaker is not known. */
  speaker: Entity | null;
  /** The colour's number, from 0; the unknown have none. */
  hue: number | null;
  quotes: Quote[];
  words: number;
}

/** How many colours there are before they begin again. */
export const HUES = 8;

/** Below this a quote is shown as unsure. */
export const SURE = 0.5;

/** The speakers of a report, whoever says most first, the unknown last. */
export function voicesOf(text: string, report: Report): Voice[] {
  const voices = new Map<string | null, Voice>();
  for (const quote of report.quotes) {
    let voice = voices.get(quote.speaker);
    if (!voice) {
      const speaker = report.entities.find((entity) => entity.id === quote.speaker) ?? null;
      voice = { speaker, hue: null, quotes: [], words: 0 };
      voices.set(quote.speaker, voice);
    }
    voice.quotes.push(quote);
    // Words of a quote within another are counted once, with the outer one.
    if (quote.within === null) voice.words += countWords(contentOf(text, quote));
  }
  const sorted = [...voices.values()].sort(
    (a, b) => Number(a.speaker === null) - Number(b.speaker === null) || b.words - a.words,
  );
  for (const [number, voice] of sorted.entries()) voice.hue = voice.speaker ? number % HUES : null;
  return sorted;
}

const REASONS: Record<Basis, string> = {
  named: "named beside the quote",
  pronoun: "named earlier, here “he” or “she”",
  role: "named earlier, here by role",
  described: "described beside the quote, without a name",
  continued: "goes on from the quote before",
  enclosing: "speaks inside this quote",
  turn: "the turn of an interview",
  unnamed: "the article gives no name here",
  ambiguous: "the words fit more than one person",
  unknown: "the article does not say clearly",
};

/** How sure a quote is together with its speaker. */
export function certainty(quote: Quote): number {
  return quote.confidence * (quote.speaker_confidence ?? 1);
}

/** How we know who speaks, in words for the reader. */
export function reason(quote: Quote): string {
  const anonymous = quote.anonymous ? " · asked not to be named" : "";
  return REASONS[quote.basis] + anonymous;
}
