import type { SharedTexts } from "../types.js";

export const shared: SharedTexts = {
  basis: {
    named: "beim Zitat genannt",
    pronoun: "vorher genannt, hier mit einem Pronomen gemeint",
    role: "vorher genannt, hier mit einer Beschreibung gemeint",
    described: "beim Zitat beschrieben, aber nicht genannt",
    continued: "setzt das vorige Zitat fort",
    enclosing: "spricht auch das umgebende Zitat",
    turn: "fragt oder antwortet in einem Interview",
    unnamed: "wir haben keinen Namen gefunden",
    ambiguous: "wir konnten nicht erkennen, welche von mehreren Personen gemeint ist",
    unknown: "wir konnten nicht erkennen, wer das sagt",
  },
  otherLanguage: "Dieser Text ist anscheinend auf {language}. whosaid liest nur englische Artikel.",
};
