import type { SharedTexts } from "../types.js";

export const shared: SharedTexts = {
  basis: {
    named: "nombrado junto a la cita",
    pronoun: "nombrado antes, aquí con un pronombre",
    role: "nombrado antes, aquí con una descripción",
    described: "descrito junto a la cita, pero sin nombre",
    continued: "continúa la cita anterior",
    enclosing: "también pronuncia la cita que la contiene",
    turn: "su turno en una entrevista",
    unnamed: "el artículo no da aquí un nombre",
    ambiguous: "las palabras pueden referirse a varias personas",
    unknown: "el artículo no deja claro quién habla",
  },
  otherLanguage: "Este texto parece estar en {language}. whosaid solo lee artículos en inglés.",
};
