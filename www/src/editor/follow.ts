import type { Article } from "../ui/article.js";
import { quoteAt } from "../ui/corrections/apply.js";
import { findEdit, moveRange } from "../ui/edits.js";

/** The id that a quote of an earlier article has in a later one; null where it is gone. */
export function followQuote(before: Article, after: Article, id: string): string | null {
  if (before.original === after.original) return after.quotes.has(id) ? id : null;
  const [first] = before.quotes.get(id)?.content ?? [];
  const edit = findEdit(before.text, after.text);
  const range = first && moveRange(first, edit ? [edit] : []);
  return quoteAt(after.report, range ?? null)?.id ?? null;
}
