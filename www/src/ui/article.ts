import type { Entity, Quote, Report } from "../core/report.js";
import { applyCorrections, type Correction } from "./corrections/apply.js";
import { type SpeakerSummary, summarizeSpeakers } from "./speakers.js";

/** An analyzed article as the page shows it, with the user's corrections applied. */
export interface Article {
  text: string;
  /** The report before corrections. */
  original: Report;
  report: Report;
  /** The ids of the quotes and entities that the user corrected. */
  correctedIds: ReadonlySet<string>;
  speakers: SpeakerSummary[];
  entities: ReadonlyMap<string, Entity>;
  quotes: ReadonlyMap<string, Quote>;
  /** The colour's number for each speaker's id, and for null. */
  colorIndexes: Colors;
}

/**
 * Applies the corrections and collects what the views look up; speakers keep the colours that they have in the article
 * before, if that comes from the same report.
 */
export function createArticle(
  text: string,
  original: Report,
  corrections: readonly Correction[] = [],
  before: Article | null = null,
): Article {
  const { report, correctedIds } = applyCorrections(text, original, corrections);
  const colors = new Map(before?.original === original ? before.colorIndexes : []);
  for (const [id, color] of colorsOf(summarizeSpeakers(text, original))) colors.set(id, color);
  const speakers = keepColors(summarizeSpeakers(text, report), colors);
  return {
    text,
    original,
    report,
    correctedIds,
    speakers,
    entities: new Map(report.entities.map((entity) => [entity.id, entity])),
    quotes: new Map(report.quotes.map((quote) => [quote.id, quote])),
    colorIndexes: colorsOf(speakers),
  };
}

type Colors = ReadonlyMap<string | null, number | null>;

function colorsOf(speakers: readonly SpeakerSummary[]): Colors {
  return new Map(speakers.map(({ speaker, colorIndex }) => [speaker?.id ?? null, colorIndex]));
}

/** Gives speakers the colours that they had, and new ones those that are free. */
function keepColors(speakers: readonly SpeakerSummary[], colors: Colors): SpeakerSummary[] {
  const used = new Set(colors.values());
  let next = 0;
  return speakers.map((summary) => {
    if (!summary.speaker) return summary;
    let colorIndex = colors.get(summary.speaker.id) ?? null;
    if (colorIndex === null) {
      while (used.has(next)) next++;
      used.add(next);
      colorIndex = next;
    }
    return { ...summary, colorIndex };
  });
}

/** The same article, in which speakers have the colours that others of their name have in the article before. */
export function withColorsOf(article: Article, before: Article): Article {
  const byName = new Map(before.speakers.map(({ speaker, colorIndex }) => [speaker?.name, colorIndex]));
  const colors = new Map<string | null, number | null>();
  for (const { speaker } of article.speakers) {
    const color = speaker && byName.get(speaker.name);
    if (speaker && color !== undefined) colors.set(speaker.id, color);
  }
  const speakers = keepColors(article.speakers, colors);
  return { ...article, speakers, colorIndexes: colorsOf(speakers) };
}

/** The quotes of the analysis that corrections have removed. */
export function removedQuotes({ original, quotes }: Article): Quote[] {
  return original.quotes.filter(({ id }) => !quotes.has(id));
}

/** The speaker of a quote, if one is known. */
export function speakerOf(article: Article, quote: Quote): Entity | undefined {
  return quote.speaker === null ? undefined : article.entities.get(quote.speaker);
}

/** The number of a quote's speaker by words, from 1, where colours cannot tell speakers apart; empty without one. */
export function speakerNumber(article: Article, quote: Quote): string {
  const index = article.colorIndexes.get(quote.speaker);
  return index === null || index === undefined ? "" : String(index + 1);
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
