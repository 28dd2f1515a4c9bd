import type search from "approx-string-match";
import type { Entity, Quote, TextRange } from "../core/report.js";
import type {
  AnchoredRange,
  ReviewedEntity,
  ReviewedQuote,
  ReviewedReport,
  TextQuoteSelector,
} from "../ui/reviewed-report.js";
import { PlainText, plain } from "./plain-text.js";
import { Pacer } from "./tasks.js";
import type { ArticleReport, LostQuote } from "./types.js";

/** Words of this length need nothing around them to be found, in UTF-16 units. */
const LONG = 40;

/** How much around shorter words must be as it was. */
const LEAST_CONTEXT = 12;

/** Shorter words are found as they are or not at all. */
const LEAST_FUZZY = 12;

/** How much of a quote may have been edited. */
const MOST_EDITED = 0.2;

/** How many units around a place weigh as much as one edited unit in it. */
const ERROR_COST = 4;

/** How far from where it is expected a place is looked for first; less than a repetition is away. */
const NEAR = 40;

/** How far a source may have moved away from its quote, in UTF-16 units. */
const MOST_MOVED = 200;

/** A reviewed report in a text as it is now. */
export interface AnchoredReport {
  readonly report: ArticleReport;
  /** The quotes that the text no longer has, or no longer attributes as it did. */
  readonly lost: LostQuote[];
}

/**
 * Finds the places of a reviewed report in a text that may have been edited since, with or without a search for edited words.
 *
 * A quote stays only if its words are found, exactly or nearly, and with them what told whose they are: the source, and where
 * that is no name, the name before it.
 */
export async function anchorReport(
  { report }: ReviewedReport,
  text: string,
  fuzzySearch: typeof search | null,
): Promise<AnchoredReport> {
  const finder = new Finder(text, fuzzySearch);
  const pacer = new Pacer();
  const entities: Entity[] = [];
  /** The names of each entity: where they were, and whether they are still there. */
  const names = new Map<string, { start: number; isFound: boolean }[]>();
  for (const entity of report.entities) {
    if (pacer.isDue) await pacer.pause();
    const known: { start: number; isFound: boolean }[] = [];
    names.set(entity.id, known);
    entities.push(findMentions(finder, entity, known));
  }
  const quotes: Quote[] = [];
  const lost: LostQuote[] = [];
  for (const quote of report.quotes) {
    if (pacer.isDue) await pacer.pause();
    const found = findQuote(finder, quote, names.get(quote.speaker ?? "") ?? []);
    if (typeof found !== "string") quotes.push(found);
    else
      lost.push({
        id: quote.id,
        words: quote.content.map(({ selector }) => selector.exact).join(" … "),
        missing: found,
      });
  }
  const kept = new Set(quotes.map(({ id }) => id));
  for (const quote of quotes) if (quote.within && !kept.has(quote.within)) quote.within = null;
  quotes.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  const wordsAt = ({ start, end }: TextRange) => text.slice(start, end).replace(/\s+/g, " ");
  const withWords = quotes.map((quote) => ({ ...quote, words: quote.content.map(wordsAt).join(" … ") }));
  const { version, language, offsets } = report;
  const about = { version, language, offsets, paragraphs: [], marked: [] };
  return { report: { ...about, text, entities, quotes: withWords }, lost };
}

function findMentions(
  finder: Finder,
  entity: ReviewedEntity,
  names: { start: number; isFound: boolean }[],
): Entity {
  const { corrected: _, ...rest } = entity;
  const mentions = [];
  for (const { selector, ...mention } of entity.mentions) {
    const place = finder.find({ ...mention, selector });
    if (mention.form === "name") names.push({ start: mention.start, isFound: place !== null });
    if (place) mentions.push({ ...mention, ...place });
  }
  return { ...rest, mentions };
}

/** The quote as it stands now, or what of it is missing. */
function findQuote(
  finder: Finder,
  reviewed: ReviewedQuote,
  names: readonly { start: number; isFound: boolean }[],
): Quote | LostQuote["missing"] {
  const { corrected, cue, source, anonymity_reason, ...rest } = reviewed;
  const content: TextRange[] = [];
  for (const piece of reviewed.content) {
    const place = finder.find(piece, true);
    if (!place) return "words";
    content.push(place);
  }
  const first = content[0];
  const before = reviewed.content[0];
  if (!first || !before) return "words";
  const quote: Quote = { ...rest, content, cue: null, source: null };
  if (source) {
    const place = finder.find(source);
    const hasMoved =
      place && Math.abs(place.start - first.start - (source.start - before.start)) > MOST_MOVED;
    const name = source.name && finder.find(source.name);
    if (!place || hasMoved || (source.name && !name)) return "source";
    quote.source = name ? { ...place, name } : place;
  }
  if (quote.speaker !== null && !corrected && reviewed.basis !== "named") {
    const earlier = names.filter(({ start }) => start <= before.start).at(-1) ?? names[0];
    if (earlier && !earlier.isFound) return "speaker";
  }
  if (cue) {
    const { selector, ...about } = cue;
    const place = finder.find({ ...about, selector });
    quote.cue = place && { ...about, ...place };
  }
  const reason = anonymity_reason && finder.find(anonymity_reason);
  if (reason) quote.anonymity_reason = reason;
  return quote;
}

/** Finds places in one text. */
class Finder {
  #text: string;
  /** Made when the first place is not found as it was. */
  #haystack: PlainText | undefined;
  /** How far the last place that was found has moved: in the text, and in its plain form. */
  #shift = 0;
  #plainShift = 0;

  #search: typeof search | null;

  constructor(text: string, fuzzySearch: typeof search | null) {
    this.#search = fuzzySearch;
    this.#text = text;
  }

  /** Where the words of a place are now; `fuzzily` where they may have been edited. */
  find({ start, selector }: AnchoredRange, fuzzily = false): TextRange | null {
    // Nearly always, everything is as it was, about where it is expected.
    const unchanged = findNear(this.#text, selector, start + this.#shift);
    if (unchanged >= 0) {
      this.#shift = unchanged - start;
      return { start: unchanged, end: unchanged + selector.exact.length };
    }
    const exact = plain(selector.exact);
    if (exact.trim() === "") return null;
    const prefix = plain(selector.prefix);
    const suffix = plain(selector.suffix);
    this.#haystack ??= new PlainText(this.#text);
    const haystack = this.#haystack;
    const { text } = haystack;
    const near = findNear(text, { exact, prefix, suffix }, start + this.#plainShift);
    if (near >= 0) return this.#found(haystack, near, near + exact.length, start);
    const context = Math.min(LEAST_CONTEXT, prefix.length + suffix.length);
    let found: { from: number; to: number; score: number; distance: number } | undefined;
    const consider = (from: number, to: number, errors: number) => {
      const same = countSameBefore(text, from, prefix) + countSameAfter(text, to, suffix);
      if (same < context && (errors > 0 || exact.length < LONG)) return;
      const score = same - ERROR_COST * errors;
      const distance = Math.abs(haystack.originOf(from) - start - this.#shift);
      if (!found || score > found.score || (score === found.score && distance < found.distance))
        found = { from, to, score, distance };
    };
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
      consider(at, at + exact.length, 0);
    if (!found && fuzzily && this.#search && exact.length >= LEAST_FUZZY) {
      const most = Math.floor(exact.length * MOST_EDITED);
      // The search returns the best matches only, and those that are exact have been refused.
      const rest = text.replaceAll(exact, "\0".repeat(exact.length));
      for (const match of this.#search(rest, exact, most)) consider(match.start, match.end, match.errors);
    }
    if (!found) return null;
    return this.#found(haystack, found.from, found.to, start);
  }

  #found(haystack: PlainText, from: number, to: number, before: number): TextRange {
    const start = haystack.originOf(from);
    this.#shift = start - before;
    this.#plainShift = from - before;
    return { start, end: haystack.endBefore(to) };
  }
}

/** Where words begin that stand about where they are expected, with all that surrounds them; -1 where they do not. */
function findNear(
  text: string,
  { exact, prefix, suffix }: Omit<TextQuoteSelector, "type">,
  expected: number,
): number {
  const whole = prefix + exact + suffix;
  const from = Math.max(0, expected - prefix.length - NEAR);
  const at = text.slice(from, from + whole.length + 2 * NEAR).indexOf(whole);
  return at < 0 ? at : from + at + prefix.length;
}

function countSameBefore(text: string, at: number, prefix: string): number {
  let count = 0;
  while (count < prefix.length && count < at && text[at - 1 - count] === prefix[prefix.length - 1 - count])
    count++;
  return count;
}

function countSameAfter(text: string, at: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && text[at + count] === suffix[count]) count++;
  return count;
}
