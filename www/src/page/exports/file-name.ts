import type { Article } from "../../ui/article.js";
import { wordsAt } from "../../ui/words.js";

/** Longer names are cut after a word, in UTF-16 units. */
const LONGEST_NAME = 70;

/** A file's name, without its ending, after the article's headline or else its first words. */
export function fileNameOf(article: Article): string {
  const { paragraphs } = article.report;
  const withRole = (wanted: string) => paragraphs.find(({ role }) => role === wanted);
  const headline = withRole("headline") ?? withRole("body");
  if (!headline) return "whosaid";
  // Characters that a system forbids in names, or that mean something there.
  const words = wordsAt(article, headline)
    .replace(/[\p{C}\\/:*?"<>|“”]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+/, "");
  const name = words.length > LONGEST_NAME ? words.slice(0, LONGEST_NAME + 1).replace(/\s+\S*$/, "") : words;
  return name.slice(0, LONGEST_NAME).replace(/[\s.]+$/, "") || "whosaid";
}
