import type { Words } from "../../texts/page.js";
import type { Article } from "../article.js";
import { toAnnotations } from "./annotations.js";
import { toCsv } from "./csv.js";
import type { ExportedFile, ExportFormat } from "./formats.js";
import { toHtml } from "./html.js";
import { toJson } from "./json.js";
import { toMarkdown } from "./markdown.js";
import { toQuotations } from "./quotations.js";

/** Exports an article; `reading` is the article as drawn. */
export function exportArticle(
  format: ExportFormat,
  words: Words,
  article: Article,
  reading: HTMLElement,
): ExportedFile {
  switch (format) {
    case "json":
      return { name: "whosaid.json", type: "application/json", body: toJson(article) };
    case "csv":
      return { name: "whosaid.csv", type: "text/csv", body: toCsv(article) };
    case "annotations":
      return { name: "whosaid.jsonld", type: "application/ld+json", body: toAnnotations(words, article) };
    case "html":
      return { name: "whosaid.html", type: "text/html", body: toHtml(words, article, reading) };
    case "markdown":
      return { name: "whosaid.md", type: "text/markdown", body: toMarkdown(words, article) };
    case "quotations":
      return { name: "quotations.jsonld", type: "application/ld+json", body: toQuotations(article) };
  }
}
