import { REASONS } from "./voices.js";
import type { Basis } from "./wasm/whosaid.js";

/** Every word that the widget shows. */
export interface Labels {
  title: string;
  read: string;
  reading: string;
  nobody: string;
  noQuotes: string;
  unsure: string;
  quote: string;
  quotes: string;
  basis: Record<Basis, string>;
}

const ENGLISH: Labels = {
  title: "Who said what",
  read: "Show who said what",
  reading: "Reading …",
  nobody: "Nobody named",
  noQuotes: "Nobody is quoted here.",
  unsure: "unsure",
  quote: "quote",
  quotes: "quotes",
  basis: REASONS,
};

const GERMAN: Labels = {
  title: "Wer sagt was",
  read: "Zeigen, wer was sagt",
  reading: "Wird gelesen …",
  nobody: "Niemand genannt",
  noQuotes: "Hier wird niemand zitiert.",
  unsure: "unsicher",
  quote: "Zitat",
  quotes: "Zitate",
  basis: {
    named: "beim Zitat genannt",
    pronoun: "zuvor genannt, hier mit Fürwort",
    role: "zuvor genannt, hier mit Amt oder Alter",
    described: "beim Zitat beschrieben, ohne Namen",
    continued: "setzt das Zitat davor fort",
    enclosing: "spricht in diesem Zitat",
    turn: "an der Reihe in einem Interview",
    unnamed: "der Artikel nennt hier keinen Namen",
    ambiguous: "die Worte passen auf mehrere",
    unknown: "der Artikel sagt es nicht klar",
  },
};

const FRENCH: Labels = {
  title: "Qui a dit quoi",
  read: "Montrer qui a dit quoi",
  reading: "Lecture en cours …",
  nobody: "Personne n’est nommé",
  noQuotes: "Personne n’est cité ici.",
  unsure: "incertain",
  quote: "citation",
  quotes: "citations",
  basis: {
    named: "nommé à côté de la citation",
    pronoun: "nommé plus haut, ici par un pronom",
    role: "nommé plus haut, ici par sa fonction ou son âge",
    described: "décrit à côté de la citation, sans nom",
    continued: "suite de la citation précédente",
    enclosing: "parle dans cette citation",
    turn: "son tour dans un entretien",
    unnamed: "l’article ne donne pas de nom ici",
    ambiguous: "les mots conviennent à plusieurs",
    unknown: "l’article ne le dit pas clairement",
  },
};

const SPANISH: Labels = {
  title: "Quién dijo qué",
  read: "Mostrar quién dijo qué",
  reading: "Leyendo …",
  nobody: "Nadie nombrado",
  noQuotes: "Aquí no se cita a nadie.",
  unsure: "inseguro",
  quote: "cita",
  quotes: "citas",
  basis: {
    named: "nombrado junto a la cita",
    pronoun: "nombrado antes, aquí con un pronombre",
    role: "nombrado antes, aquí por su cargo o edad",
    described: "descrito junto a la cita, sin nombre",
    continued: "continúa la cita anterior",
    enclosing: "habla dentro de esta cita",
    turn: "su turno en una entrevista",
    unnamed: "el artículo no da aquí un nombre",
    ambiguous: "las palabras convienen a varios",
    unknown: "el artículo no lo dice con claridad",
  },
};

const LANGUAGES: Record<string, Labels> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

/** The words in a language, given by its BCP 47 tag; in English where we have none in that one. */
export function labelsIn(language: string | null): Labels {
  return LANGUAGES[language?.toLowerCase().split("-")[0] ?? "en"] ?? ENGLISH;
}
