import type { Labels } from "../types.js";
import { shared } from "./shared.js";

export const labels: Labels = {
  title: "Qui a dit quoi",
  read: "Montrer qui a dit quoi",
  reading: "Analyse en cours …",
  failed: "Cet article n’a pas pu être analysé. Réessayez plus tard.",
  nobody: "Locuteur inconnu",
  noQuotes: "Cet article ne contient pas de citations.",
  unsure: "incertain",
  quote: "citation",
  quotes: "citations",
  otherLanguage: shared.otherLanguage,
  basis: shared.basis,
};
