import type search from "approx-string-match";
import type { Entity, Quote, TextRange } from "../core/report.js";
import { PlaceFinder } from "../ui/place-finder.js";
import type { ReviewedEntity, ReviewedQuote, ReviewedReport } from "../ui/reviewed-report.js";
import { Pacer } from "../ui/tasks.js";
import type { ArticleReport, LostQuote } from "./types.js";

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
  const finder = new PlaceFinder(text, fuzzySearch);
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
  finder: PlaceFinder,
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
  finder: PlaceFinder,
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
