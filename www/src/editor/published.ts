import type { Quote } from "../core/report.js";
import type { Article } from "../ui/article.js";
import { isDrawnUncertain } from "../ui/candidates.js";
import { contentOf } from "../ui/words.js";
import type { DraftReport, DraftSpeaker } from "./types.js";

/** The report as hosts get it. */
export function toDraftReport(article: Article): DraftReport {
  const { text, report, correctedIds } = article;
  const quotes = report.quotes.map((quote) => ({
    ...quote,
    words: contentOf(article, quote),
    uncertain: isDrawnUncertain(article, quote),
    corrected: correctedIds.has(quote.id),
  }));
  return { ...report, text, quotes };
}

/** The speakers as hosts get them. */
export function speakersOf({ speakers }: Article): DraftSpeaker[] {
  const total = speakers.reduce((sum, { words }) => sum + words, 0);
  return speakers.map(({ speaker, words, quotes, colorIndex }) => ({
    id: speaker?.id ?? null,
    name: speaker?.name ?? null,
    words,
    share: total > 0 ? words / total : 0,
    quotes: quotes.map(({ id }) => id),
    color: colorIndex,
  }));
}

/** The innermost quote around an offset of the article. */
export function quoteAround({ report }: Article, offset: number): Quote | null {
  let best: Quote | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const quote of report.quotes) {
    for (const { start, end } of quote.content) {
      if (start > offset || offset > end || end - start >= shortest) continue;
      best = quote;
      shortest = end - start;
    }
  }
  return best;
}
