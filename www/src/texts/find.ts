import { chooseLanguage, type Language } from "./languages.js";

/** The words of the bar that finds words in a long text. */
export interface FindTexts {
  readonly field: string;
  readonly next: string;
  readonly previous: string;
  readonly close: string;
  readonly nothing: string;
}

/** A few words, which need no chunk for each language. */
export const FIND_TEXTS: Readonly<Record<Language, FindTexts>> = {
  en: {
    field: "Find in the text",
    next: "Next place",
    previous: "Previous place",
    close: "Close search",
    nothing: "Not found",
  },
  de: {
    field: "Im Text suchen",
    next: "Nächste Stelle",
    previous: "Vorige Stelle",
    close: "Suche schließen",
    nothing: "Nicht gefunden",
  },
  fr: {
    field: "Chercher dans le texte",
    next: "Passage suivant",
    previous: "Passage précédent",
    close: "Fermer la recherche",
    nothing: "Introuvable",
  },
  es: {
    field: "Buscar en el texto",
    next: "Pasaje siguiente",
    previous: "Pasaje anterior",
    close: "Cerrar la búsqueda",
    nothing: "No encontrado",
  },
};

/** The words in the page's language. */
export function findTexts(tag: string): FindTexts {
  return FIND_TEXTS[chooseLanguage([tag])];
}
