import search from "approx-string-match";
import type { Entity, Report, TextRange } from "../core/report.js";
import { type Correction, NEW_KINDS, quoteAt } from "../ui/corrections/apply.js";
import { describePassage } from "../ui/corrections/passage.js";
import { PlaceFinder } from "../ui/place-finder.js";
import type { ReviewedEntity, ReviewedQuote, ReviewedReport } from "../ui/reviewed-report.js";

/** What a reviewed report tells of corrections, for a text that may have been edited since. */
export interface Restored {
  readonly corrections: Correction[];
  /** The corrected words that the text no longer has. */
  readonly lost: string[];
}

/** Makes the corrections of a reviewed report again, for a text and the report on it before corrections. */
export function restoreCorrections(file: ReviewedReport, text: string, report: Report): Restored {
  const finder = new PlaceFinder(text, search);
  const { entities, quotes, removed = [] } = file.report;
  const names = new Map(entities.map((entity) => [entity.id, entity]));
  const lost: string[] = [];
  const corrections: Correction[] = [];
  const passageOf = (range: TextRange) => describePassage(text, range);

  for (const entity of entities)
    if (entity.corrected) corrections.push(...correctEntity(finder, entity, entities, text, report));

  const gone = new Set<string>();
  for (const place of removed) {
    const quote = quoteAt(report, finder.find(place, true));
    const [first] = quote?.content ?? [];
    if (!quote || !first || gone.has(quote.id)) continue;
    gone.add(quote.id);
    corrections.push({ kind: "not-quote", quote: passageOf(first) });
  }

  for (const quote of quotes) {
    if (!quote.corrected) continue;
    const places = quote.content.map((place) => finder.find(place, true));
    const [first] = places;
    if (!first || places.includes(null)) {
      lost.push(wordsOf(quote));
      continue;
    }
    corrections.push(...correctEdges(quote, places as TextRange[], text, report));
    const speaker = quote.speaker === null ? undefined : names.get(quote.speaker);
    const as = NEW_KINDS.find((kind) => kind === speaker?.kind);
    corrections.push({
      kind: "speaker",
      quote: passageOf(first),
      name: speaker?.name ?? null,
      ...(as && { as }),
    });
  }
  return { corrections, lost };
}

/** Adds a quote that the analysis does not find, or gives one the edges that it had. */
function correctEdges(
  quote: ReviewedQuote,
  places: readonly TextRange[],
  text: string,
  report: Report,
): Correction[] {
  const pieces = places.map((place) => describePassage(text, place));
  const [first] = places as [TextRange];
  const [passage] = pieces;
  const found = quoteAt(report, first);
  if (!passage) return [];
  if (!found) {
    const added: Correction = { kind: "quote", quote: passage, name: null };
    return pieces.length > 1 ? [added, { kind: "edges", quote: passage, pieces }] : [added];
  }
  const isAsItWas = quote.content.every(({ selector }, index) => selector.exact === pieces[index]?.exact);
  const hasSameEdges =
    found.content.length === places.length &&
    found.content.every(
      ({ start, end }, index) => start === places[index]?.start && end === places[index]?.end,
    );
  // Words that were edited have the edges that the analysis finds now.
  if (hasSameEdges || !isAsItWas || !found.content[0]) return [];
  return [{ kind: "edges", quote: describePassage(text, found.content[0]), pieces }];
}

/** Renames an entity, merges others with it, or takes it out of another one, as its mentions tell. */
function correctEntity(
  finder: PlaceFinder,
  entity: ReviewedEntity,
  others: readonly ReviewedEntity[],
  text: string,
  report: Report,
): Correction[] {
  const places = entity.mentions.map((mention) => finder.find(mention)).filter((place) => place !== null);
  const shared = (found: Entity) =>
    found.mentions.filter((mention) =>
      places.some(({ start, end }) => mention.start < end && start < mention.end),
    );
  const counted = report.entities
    .map((found) => ({ found, count: shared(found).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const own = counted.find(({ found }) => found.name === entity.name)?.found ?? counted[0]?.found;
  const [mention] = places;
  if (!own || !mention) return [];
  if (own.name !== entity.name && others.some(({ name }) => name === own.name)) {
    const as = NEW_KINDS.find((kind) => kind === entity.kind);
    const passage = describePassage(text, mention);
    return [{ kind: "part", mention: passage, name: entity.name, ...(as && { as }) }];
  }
  const merged = counted.filter(
    ({ found, count }) => found !== own && count === found.mentions.length && found.name !== own.name,
  );
  const joins = merged.map(({ found }): Correction => ({ kind: "join", name: found.name, into: own.name }));
  return own.name === entity.name ? joins : [...joins, { kind: "rename", from: own.name, to: entity.name }];
}

function wordsOf({ content }: ReviewedQuote): string {
  return content.map(({ selector }) => selector.exact).join(" … ");
}
