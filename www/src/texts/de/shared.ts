import type { SharedTexts } from "../types.js";

export const shared: SharedTexts = {
  basis: {
    named: "beim Zitat genannt",
    pronoun: "vorher genannt, hier mit einem Pronomen gemeint",
    role: "vorher genannt, hier mit einer Beschreibung gemeint",
    described: "beim Zitat beschrieben, aber nicht genannt",
    continued: "setzt das vorige Zitat fort",
    enclosing: "spricht auch das umgebende Zitat",
    turn: "in einem Interview an der Reihe",
    unnamed: "der Artikel nennt hier keinen Namen",
    ambiguous: "die Wörter könnten mehrere Personen meinen",
    unknown: "aus dem Artikel geht nicht klar hervor, wer spricht",
  },
  otherLanguage: "Dieser Text ist anscheinend auf {language}. whosaid liest nur englische Artikel.",
};
