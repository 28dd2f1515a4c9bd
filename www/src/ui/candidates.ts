import type { Entity, Quote } from "../core/report.js";
import type { Article } from "./article.js";
import { confidenceOf, isUncertain } from "./speakers.js";

/** Somebody who may have said a quote, with the probability from 0 to 1. */
export interface Candidate {
  readonly entity: Entity;
  readonly confidence: number;
}

/** Who else than its speaker may have said a quote, best first. */
export function candidatesOf({ entities }: Article, { candidates = [], speaker }: Quote): Candidate[] {
  return candidates.flatMap(({ entity: id, confidence }) => {
    const entity = entities.get(id);
    return entity && id !== speaker ? [{ entity, confidence }] : [];
  });
}

/** Who probably said a quote that has no speaker. */
export function guessOf(article: Article, quote: Quote): Candidate | undefined {
  return quote.speaker === null ? candidatesOf(article, quote)[0] : undefined;
}

/** The confidence that a quote and its speaker, or the probable one, are right; null without either. */
export function confidenceIn(article: Article, quote: Quote): number | null {
  if (quote.speaker !== null) return confidenceOf(quote);
  const guess = guessOf(article, quote);
  return guess ? quote.confidence * guess.confidence : null;
}

/** Whether a quote is drawn as uncertain: by its confidence, or since its speaker is a guess. */
export function isDrawnUncertain(article: Article, quote: Quote): boolean {
  return isUncertain(quote, article.correctedIds) || guessOf(article, quote) !== undefined;
}
