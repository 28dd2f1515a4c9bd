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
  checked: "Von der Redaktion geprüft.",
  checkedPart:
    "Von der Redaktion teilweise geprüft; das Übrige wurde automatisch erkannt und kann falsch sein.",
  automatic: "Automatisch erkannt, kann falsch sein.",
  about: "Wie diese Liste entsteht",
  show: "Zitate anzeigen von",
  everyone: "allen",
  alsoSays: "Weitere Zitate",
  previous: "Vorheriges Zitat",
  next: "Nächstes Zitat",
  close: "Schließen",
  otherLanguage: shared.otherLanguage,
  basis: shared.basis,
};
