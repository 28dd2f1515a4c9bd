import type { Article } from "../../ui/article.js";

/** The report with its text; what the user corrected has `corrected_by`. */
export function toJson({ text, report, correctedIds }: Article): string {
  const mark = <Item extends { id: string }>(item: Item) =>
    correctedIds.has(item.id) ? { ...item, corrected_by: "reader" } : item;
  const marked = { ...report, entities: report.entities.map(mark), quotes: report.quotes.map(mark), text };
  return JSON.stringify(marked, null, 2);
}
