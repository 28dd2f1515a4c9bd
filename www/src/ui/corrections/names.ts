import type { Entity } from "../../core/report.js";
import type { Article } from "../article.js";

const PEOPLE: readonly string[] = ["person", "organization", "group"];

/** A name without what people leave out when they type: case, accents, and the forms of apostrophes and dashes. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[‐‑–—.-]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Who may be meant where a name is asked: people and organisations first, those who speak and are named most before. */
export function namesOf({ report }: Article): Entity[] {
  const quotes = new Map<string, number>();
  for (const { speaker } of report.quotes) if (speaker) quotes.set(speaker, (quotes.get(speaker) ?? 0) + 1);
  const weight = ({ id, kind, mentions, named }: Entity) =>
    (PEOPLE.includes(kind) ? 1e6 : 0) + (named ? 1e5 : 0) + 100 * (quotes.get(id) ?? 0) + mentions.length;
  const isSomebody = ({ kind, id, members }: Entity) =>
    quotes.has(id) || (!members && !["date", "time", "money", "language"].includes(kind));
  return report.entities.filter(isSomebody).sort((a, b) => weight(b) - weight(a));
}

/**
 * The names that match what is typed, those that begin with it first; each word typed begins a word of the name. Without
 * anything typed, the people and organisations.
 */
export function findNames(entities: readonly Entity[], typed: string): Entity[] {
  const wanted = foldName(typed);
  if (wanted === "") return entities.filter(({ kind }) => PEOPLE.includes(kind));
  const words = wanted.split(" ");
  const found = entities.filter(({ name }) => {
    const known = foldName(name).split(" ");
    return words.every((word) => known.some((other) => other.startsWith(word)));
  });
  const rank = ({ name }: Entity) => {
    const folded = foldName(name);
    return folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : 2;
  };
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Names that share a word with what is typed, for example the family name. */
export function findSimilar(entities: readonly Entity[], typed: string): Entity[] {
  const words = foldName(typed)
    .split(" ")
    .filter(({ length }) => length > 2);
  return entities.filter(({ name }) =>
    foldName(name)
      .split(" ")
      .some((word) => words.includes(word)),
  );
}
