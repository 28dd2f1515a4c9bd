import type { Labels } from "../types.js";
import { shared } from "./shared.js";

export const labels: Labels = {
  title: "Who said what",
  read: "Show who said what",
  reading: "Analyzing …",
  nobody: "Unknown speaker",
  noQuotes: "This article contains no quotes.",
  unsure: "uncertain",
  quote: "quote",
  quotes: "quotes",
  otherLanguage: shared.otherLanguage,
  basis: shared.basis,
};

/** Messages of `whosaid-error`, which are for developers and therefore in English only. */
export const widgetErrors = {
  cannotHighlight: "This browser cannot highlight text without changing the page.",
  noElement: "<who-said> found no element that matches “{selector}” on this page.",
  badSelector: "“{selector}” is not a valid CSS selector.",
} as const;
