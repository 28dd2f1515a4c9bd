import type { Entity, Quote, Report } from "../core/report.js";
import { countQuotedWords } from "./words.js";

/** A speaker with everything the article quotes. */
export interface SpeakerSummary {
  /** Null for the quotes whose speaker is not known. */
  speaker: Entity | null;
  /** The number of the speaker's colour, from 0; null for the unknown speaker. */
  colorIndex: number | null;
  quotes: Quote[];
  /** How many words are quoted; those of a quote within another of the same speaker count once. */
  words: number;
}

/** A quote whose confidence is below this is shown as uncertain. */
const UNCERTAIN_BELOW = 0.5;

/** The speakers of a report, by number of words, the unknown speaker last. */
export function summarizeSpeakers(text: string, report: Report): SpeakerSummary[] {
  return groupBySpeaker(report, (quote) => countQuotedWords({ text, report }, quote));
}

/** The same by any count of a quote's words. */
export function groupBySpeaker<Quoted extends Quote>(
  report: { readonly entities: readonly Entity[]; readonly quotes: readonly Quoted[] },
  count: (quote: Quoted) => number,
): SpeakerSummary[] {
  const summaries = new Map<string | null, SpeakerSummary>();
  const quotes = new Map(report.quotes.map((quote) => [quote.id, quote]));
  const entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  for (const quote of report.quotes) {
    let summary = summaries.get(quote.speaker);
    if (!summary) {
      const speaker = quote.speaker === null ? null : (entities.get(quote.speaker) ?? null);
      summary = { speaker, colorIndex: null, quotes: [], words: 0 };
      summaries.set(quote.speaker, summary);
    }
    summary.quotes.push(quote);
    if (!isWithinOwn(quote, quotes)) summary.words += count(quote);
  }
  const sorted = [...summaries.values()].sort(
    (a, b) => Number(a.speaker === null) - Number(b.speaker === null) || b.words - a.words,
  );
  for (const [index, summary] of sorted.entries()) summary.colorIndex = summary.speaker ? index : null;
  return sorted;
}

/** Whether a quote is inside another one of the same speaker. */
function isWithinOwn({ speaker, within }: Quote, quotes: ReadonlyMap<string, Quote>): boolean {
  let outer = within === null ? undefined : quotes.get(within);
  while (outer && outer.speaker !== speaker)
    outer = outer.within === null ? undefined : quotes.get(outer.within);
  return outer !== undefined;
}

/** The confidence that both a quote and its speaker are right, from 0 to 1. */
export function confidenceOf(quote: Quote): number {
  return quote.confidence * (quote.speaker_confidence ?? 1);
}

/** Whether a quote is shown as uncertain; one that the user corrected never is. */
export function isUncertain(quote: Quote, correctedIds?: ReadonlySet<string>): boolean {
  return !correctedIds?.has(quote.id) && confidenceOf(quote) < UNCERTAIN_BELOW;
}
