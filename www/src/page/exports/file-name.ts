import { wordsAt } from "../../ui/words.js";
import type { Article } from "../article.js";

/** Longer names are cut after a word, in UTF-16 units. */
const LONGEST_NAME = 70;

/** A file's name, without its ending, after the article's headline; `whosaid` where it has none. */
export function fileNameOf(article: Article): string {
  const headline = article.report.paragraphs.find(({ role }) => role === "headline");
  if (!headline) return "whosaid";
  // Characters that a system forbids in names, or that mean something there.
  const words = wordsAt(article, headline)
    .replace(/[\p{C}\\/:*?"<>|“”]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const name = words.length > LONGEST_NAME ? words.slice(0, LONGEST_NAME + 1).replace(/\s+\S*$/, "") : words;
  return name.slice(0, LONGEST_NAME) || "whosaid";
}
