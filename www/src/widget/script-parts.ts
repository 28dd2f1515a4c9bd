import type search from "approx-string-match";
import type { Analysis } from "./analysis.js";
import type { PartChoice, Parts } from "./article-text.js";
import type { showCard } from "./card.js";
import type { MoreArticles } from "./more-articles.js";
import type { pickQuote } from "./pick.js";
import type { Messages } from "./widget-error.js";

/** How articles are read. */
export interface Reading {
  makeParts(root: Element, choice: PartChoice): Parts;
  /** Finds words that have been edited; null where only words that are as they were are found. */
  readonly search: typeof search | null;
}

/** What opens cards. */
export interface Cards {
  readonly showCard: typeof showCard;
  readonly pickQuote: typeof pickQuote;
}

/** What a script of `<who-said>` has, or loads when it is needed. */
export interface ScriptParts {
  /** How articles with a reviewed report are read first. */
  readonly firstReading: Reading;
  /** How articles without one are read, and those in which some of it is not found. */
  loadReading(): Promise<Reading>;
  loadAnalysis(): Promise<Analysis>;
  loadCards(): Promise<Cards>;
  /** What reads further articles. */
  loadMore(): Promise<{ MoreArticles: typeof MoreArticles }>;
  /** The messages about failures. */
  loadMessages(): Promise<Messages>;
  /** Makes the labels in the language of a BCP 47 tag known, where there are some. */
  loadLabels(tag: string | null): Promise<void>;
}
