import type { Words } from "../../texts/page.js";
import type { Article } from "../../ui/article.js";
import { toAnnotations } from "./annotations.js";
import { toCsv } from "./csv.js";
import { fileNameOf } from "./file-name.js";
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
  const name = fileNameOf(article);
  switch (format) {
    case "json":
      return { name: `${name}.json`, type: "application/json", body: toJson(article) };
    case "csv":
      return { name: `${name}.csv`, type: "text/csv", body: toCsv(article) };
    case "annotations":
      return { name: `${name}.jsonld`, type: "application/ld+json", body: toAnnotations(words, article) };
    case "html":
      return { name: `${name}.html`, type: "text/html", body: toHtml(words, article, reading) };
    case "markdown":
      return { name: `${name}.md`, type: "text/markdown", body: toMarkdown(words, article) };
    case "quotations":
      return { name: `${name}-quotations.jsonld`, type: "application/ld+json", body: toQuotations(article) };
  }
}
