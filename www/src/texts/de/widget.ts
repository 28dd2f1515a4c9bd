import type { Labels } from "../types.js";
import { shared } from "./shared.js";

export const labels: Labels = {
  title: "Wer sagt was",
  read: "Zeigen, wer was sagt",
  reading: "Wird analysiert …",
  failed: "Dieser Artikel konnte nicht analysiert werden. Versuchen Sie es später noch einmal.",
  nobody: "Sprecher unbekannt",
  noQuotes: "Dieser Artikel enthält keine Zitate.",
  unsure: "unsicher",
  quote: "Zitat",
  quotes: "Zitate",
  otherLanguage: shared.otherLanguage,
  basis: shared.basis,
};
