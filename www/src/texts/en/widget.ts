import type { Labels } from "../types.js";
import { shared } from "./shared.js";

export const labels: Labels = {
  title: "Who said what",
  read: "Show who said what",
  reading: "Analyzing …",
  failed: "This article could not be analyzed. Try again later.",
  nobody: "Unknown speaker",
  noQuotes: "This article contains no quotes.",
  unsure: "uncertain",
  quote: "quote",
  quotes: "quotes",
  checked: "Checked by the editors.",
  checkedPart: "Partly checked by the editors; the rest was found automatically and can be wrong.",
  automatic: "Found automatically, can be wrong.",
  about: "How this list is made",
  show: "Show quotes of",
  everyone: "everyone",
  alsoSays: "Also quoted",
  previous: "Previous quote",
  next: "Next quote",
  close: "Close",
  otherLanguage: shared.otherLanguage,
  basis: shared.basis,
};
