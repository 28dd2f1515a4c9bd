import type { RuleTexts } from "../types.js";

export const rules: RuleTexts = {
  coordination: "mehrere, die gemeinsam sprechen, beim Zitat erwähnt",
  epithet: "die einzige Hauptperson des Artikels in der Nähe, hier mit einer Beschreibung gemeint",
  "interview-answer": "eine Antwort in einem Interview mit dieser Person",
  "just-quoted": "im Satz davor zitiert, hier mit einem Pronomen gemeint",
  "only-candidate": "die einzige Person in der Nähe, auf die das Pronomen passt",
  organization: "die einzige Organisation im Artikel, auf die diese Beschreibung passt",
  "previous-speaker": "sprach oder handelte unmittelbar davor, hier mit einem Pronomen gemeint",
  "speaker-ranking": "am wahrscheinlichsten, gemessen daran, wer in der Nähe erwähnt wird und spricht",
  ranking: "vorher genannt und für das Pronomen hier die wahrscheinlichste Person",
  "relative-clause": "im selben Satz unmittelbar vor „who“ genannt",
  "sentence-subject": "im Satz davor beschrieben, hier mit einem Pronomen gemeint",
  "singular-they": "sprach vorher, hier mit „they“ gemeint",
  "speaking-organization": "sprach zuletzt, hier mit „they“ oder „it“ gemeint",
  "unique-role": "im Artikel hat nur diese Person oder Stelle diese Funktion",
};
