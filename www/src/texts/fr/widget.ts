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
  checked: "Vérifié par la rédaction.",
  checkedPart:
    "Vérifié en partie par la rédaction ; le reste a été trouvé automatiquement et peut être erroné.",
  automatic: "Trouvé automatiquement, peut être erroné.",
  about: "Comment cette liste est établie",
  show: "Afficher les citations de",
  everyone: "tout le monde",
  alsoSays: "Autres citations",
  previous: "Citation précédente",
  next: "Citation suivante",
  close: "Fermer",
  otherLanguage: shared.otherLanguage,
  basis: shared.basis,
};
