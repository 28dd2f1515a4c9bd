import type { Entity, Quote, Report } from "../core/report.js";
import { type SpeakerSummary, summarizeSpeakers } from "../ui/speakers.js";
import { applyCorrections, type Correction } from "./corrections/apply.js";

/** An analyzed article as the page shows it, with the user's corrections applied. */
export interface Article {
  text: string;
  report: Report;
  /** The ids of the quotes and entities that the user corrected. */
  correctedIds: ReadonlySet<string>;
  speakers: SpeakerSummary[];
  entities: ReadonlyMap<string, Entity>;
  quotes: ReadonlyMap<string, Quote>;
  /** The colour's number for each speaker's id, and for null. */
  colorIndexes: ReadonlyMap<string | null, number | null>;
}

/** Applies the corrections and collects what the views look up. */
export function createArticle(
  text: string,
  original: Report,
  corrections: readonly Correction[] = [],
): Article {
  const { report, correctedIds } = applyCorrections(text, original, corrections);
  const speakers = summarizeSpeakers(text, report);
  return {
    text,
    report,
    correctedIds,
    speakers,
    entities: new Map(report.entities.map((entity) => [entity.id, entity])),
    quotes: new Map(report.quotes.map((quote) => [quote.id, quote])),
    colorIndexes: new Map(speakers.map(({ speaker, colorIndex }) => [speaker?.id ?? null, colorIndex])),
  };
}

/** The speaker of a quote, if one is known. */
export function speakerOf(article: Article, quote: Quote): Entity | undefined {
  return quote.speaker === null ? undefined : article.entities.get(quote.speaker);
}

/** How many colours there are before they repeat; `speaker-colors.css` defines them. */
export const COLOR_COUNT = 8;

/** The CSS classes of a speaker's colour; colours that repeat look different from the first time. */
export function colorClasses(colorIndex: number | null | undefined): string {
  if (colorIndex === null || colorIndex === undefined) return "no-speaker";
  return `color-${colorIndex % COLOR_COUNT}${colorIndex >= COLOR_COUNT ? " repeated" : ""}`;
}

/** The CSS classes for the speaker of a quote. */
export function quoteColorClasses(article: Article, quote: Quote): string {
  return colorClasses(article.colorIndexes.get(quote.speaker));
}
