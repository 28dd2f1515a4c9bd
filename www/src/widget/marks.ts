import type { TextRange } from "../core/report.js";
import type { ArticleReport } from "./types.js";

/** What to highlight: its name, its place, and the priority of its name. */
export type Mark = readonly [name: string, place: TextRange, priority: number];

/** The priority of the quote that the reader has picked. */
export const ACTIVE_PRIORITY = 5;

/** What is highlighted of a report; with `only`, what is about this speaker. `colors` leads from speakers to their colours. */
export function* marksOf(
  { quotes, entities }: ArticleReport,
  colors: ReadonlyMap<string | null, string>,
  only: string | null | undefined,
): Generator<Mark> {
  for (const quote of quotes) {
    if (only !== undefined && quote.speaker !== only) continue;
    const color = colors.get(quote.speaker);
    for (const piece of quote.content) {
      yield [quote.kind, piece, 1];
      if (color) yield [color, piece, 2];
    }
    if (quote.cue) yield ["cue", quote.cue, 3];
    if (quote.source) yield ["source", quote.source.name ?? quote.source, 4];
  }
  for (const { id, named, mentions } of entities) {
    if (!named || (only !== undefined && id !== only)) continue;
    for (const mention of mentions) if (mention.form === "name") yield ["entity", mention, 0];
  }
}
