import type { RuleTexts } from "../types.js";

export const rules: RuleTexts = {
  coordination: "varios que hablan juntos, mencionados junto a la cita",
  epithet: "el único protagonista cercano del artículo, al que aquí se alude con una descripción",
  "interview-answer": "respuesta en una entrevista con esta persona",
  "just-quoted": "citado en la frase anterior, aquí con un pronombre",
  "only-candidate": "la única persona cercana a la que puede referirse el pronombre",
  organization: "la única organización del artículo a la que corresponde esta descripción",
  "previous-speaker": "habló o actuó justo antes, aquí con un pronombre",
  "speaker-ranking": "el hablante más probable, según quién se menciona y quién habla cerca",
  ranking: "nombrado antes, y la persona más probable para este pronombre",
  "relative-clause": "nombrado justo antes de «who» en la misma frase",
  "sentence-subject": "descrito en la frase anterior, aquí con un pronombre",
  "singular-they": "habló antes, aquí con «they»",
  "speaking-organization": "habló por última vez, aquí con «they» o «it»",
  "unique-role": "el único del artículo con esta función",
};
