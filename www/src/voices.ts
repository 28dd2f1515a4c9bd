import { type Correction, correct } from "./corrections.js";
import { contentOf, countWords } from "./ranges.js";
import type { Basis, Entity, EntityKind, Quote, Report } from "./wasm/whosaid.js";

/** Somebody who speaks, with all that they say. */
export interface Voice {
  /** Null for the quotes whose speaker is not known. */
  speaker: Entity | null;
  /** The colour's number, from 0, the eighth one's next in another shade; the unknown have none. */
  hue: number | null;
  quotes: Quote[];
  words: number;
}

/** An analyzed article as the page shows it, the reader's corrections applied. */
export interface Article {
  text: string;
  report: Report;
  /** The ids of quotes and entities that the reader corrected. */
  touched: ReadonlySet<string>;
  voices: Voice[];
  entities: ReadonlyMap<string, Entity>;
  quotes: ReadonlyMap<string, Quote>;
  /** For each speaker's id, and for null, the colour's number. */
  hues: ReadonlyMap<string | null, number | null>;
}

/** How many colours there are before they begin again. */
export const HUES = 8;

/** Below this a quote is shown as unsure. */
export const SURE = 0.5;

/** Puts an article together. */
export function articleOf(text: string, original: Report, corrections: readonly Correction[] = []): Article {
  const { report, touched } = correct(text, original, corrections);
  const voices = voicesOf(text, report);
  return {
    text,
    report,
    touched,
    voices,
    hues: new Map(voices.map((voice) => [voice.speaker?.id ?? null, voice.hue])),
    entities: new Map(report.entities.map((entity) => [entity.id, entity])),
    quotes: new Map(report.quotes.map((quote) => [quote.id, quote])),
  };
}

/** The speakers of a report, whoever says most first, the unknown last. */
export function voicesOf(text: string, report: Report): Voice[] {
  const voices = new Map<string | null, Voice>();
  const entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  for (const quote of report.quotes) {
    let voice = voices.get(quote.speaker);
    if (!voice) {
      const speaker = quote.speaker === null ? null : (entities.get(quote.speaker) ?? null);
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
  for (const [number, voice] of sorted.entries()) voice.hue = voice.speaker ? number : null;
  return sorted;
}

/** The classes that give a speaker's colour: whoever comes after the eighth has a shade and a line of their own. */
export function hueClass(article: Article, speaker: string | null): string {
  return hueOf(article.hues.get(speaker) ?? null);
}

/** The same, of a colour's number. */
export function hueOf(hue: number | null): string {
  if (hue === null) return "nobody";
  return `hue-${hue % HUES}${hue >= HUES ? " late" : ""}`;
}

/** What each kind of entity is called, one and many. */
export const KINDS: Record<EntityKind, readonly [string, string]> = {
  person: ["person", "People"],
  organization: ["organisation", "Organisations"],
  place: ["place", "Places"],
  group: ["group", "Groups"],
  facility: ["building", "Buildings"],
  event: ["event", "Events"],
  work: ["work", "Works"],
  law: ["law", "Laws"],
  product: ["product", "Products"],
  language: ["language", "Languages"],
  date: ["date", "Dates"],
  time: ["time", "Times"],
  money: ["sum of money", "Sums of money"],
};

/** How we know who speaks, or why we do not, in words for the reader. */
export const REASONS: Record<Basis, string> = {
  named: "named beside the quote",
  pronoun: "named earlier, here by a pronoun",
  role: "named earlier, here only described",
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
export function reason(quote: Quote, touched?: ReadonlySet<string>): string {
  if (touched?.has(quote.id)) return "as you corrected it";
  const anonymous = quote.anonymous ? " · asked not to be named" : "";
  return REASONS[quote.basis] + anonymous;
}

/** Whether a quote is to look unsure. */
export function isUnsure(quote: Quote, touched?: ReadonlySet<string>): boolean {
  return !touched?.has(quote.id) && certainty(quote) < SURE;
}
