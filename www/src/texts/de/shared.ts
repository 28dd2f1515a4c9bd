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
  rules: {
    coordination: "mehrere, die gemeinsam sprechen, beim Zitat erwähnt",
    epithet:
      "die einzige Person in der Nähe, von der der Artikel handelt, hier mit einer Beschreibung gemeint",
    "interview-answer": "eine Antwort in einem Interview mit dieser Person",
    "just-quoted": "im Satz davor zitiert, hier mit einem Pronomen gemeint",
    "only-candidate": "die einzige Person in der Nähe, auf die das Pronomen passt",
    organization: "die einzige Organisation im Artikel, auf die diese Beschreibung passt",
    "previous-speaker": "sprach oder handelte unmittelbar davor, hier mit einem Pronomen gemeint",
    "speaker-ranking": "passt am besten nach allem, wer davor und danach erwähnt wird und spricht",
    ranking: "vorher genannt und für das Pronomen hier die wahrscheinlichste Person",
    "relative-clause": "im selben Satz unmittelbar vor „who“ genannt",
    "sentence-subject": "im Satz davor beschrieben, hier mit einem Pronomen gemeint",
    "singular-they": "sprach vorher, hier mit „they“ gemeint",
    "speaking-organization": "sprach zuletzt, hier mit „they“ oder „it“ gemeint",
    "unique-role": "im Artikel hat nur diese Person oder Stelle diese Funktion",
  },
  otherLanguage: "Dieser Text ist anscheinend auf {language}. whosaid liest nur englische Artikel.",
};
