import type { SharedTexts } from "../types.js";

export const shared: SharedTexts = {
  basis: {
    named: "nombrado junto a la cita",
    pronoun: "nombrado antes, aquí con un pronombre",
    role: "nombrado antes, aquí con una descripción",
    described: "descrito junto a la cita, pero sin nombre",
    continued: "continúa la cita anterior",
    enclosing: "también pronuncia la cita que la contiene",
    turn: "pregunta o responde en una entrevista",
    unnamed: "no hemos encontrado el nombre",
    ambiguous: "no hemos podido saber a cuál de varias personas se refiere",
    unknown: "no hemos podido saber quién lo dice",
  },
  otherLanguage: "Este texto parece estar en {language}. whosaid solo lee artículos en inglés.",
};
