import { type Article, quoteColorClasses } from "../ui/article.js";
import { isDrawnUncertain } from "../ui/candidates.js";
import { contentOf, wordsAt } from "../ui/words.js";

/** All that the lists show of an article, so that lists that would look the same are not drawn again. */
export function lookOf(article: Article): string {
  const { report, speakers, correctedIds } = article;
  return JSON.stringify([
    report.language,
    speakers.map(({ speaker, words, colorIndex }) => [
      speaker && [speaker.id, speaker.name, speaker.named, speaker.roles, speaker.party, speaker.age],
      words,
      colorIndex,
    ]),
    report.quotes.map((quote) => [
      quote.id,
      quote.kind,
      quote.speaker,
      quote.basis,
      quote.rule,
      quote.candidates,
      quote.anonymous && quote.source && wordsAt(article, quote.source),
      correctedIds.has(quote.id),
      isDrawnUncertain(article, quote),
      quoteColorClasses(article, quote),
      contentOf(article, quote),
    ]),
    report.marked.map((marked) => [marked.seems, wordsAt(article, marked)]),
  ]);
}
