import type { TextRange } from "../../core/report.js";
import { type Article, speakerOf } from "../../ui/article.js";
import { contentOf, wordsAt } from "../../ui/words.js";

const HEADER =
  "id,kind,speaker,roles,quote,cue,source,start,end,confidence,speaker_confidence,basis,anonymous,corrected_by";

/** A table with a row for each quote (RFC 4180). */
export function toCsv(article: Article): string {
  const { report, correctedIds } = article;
  const wordsOf = (range: TextRange | null) => (range ? wordsAt(article, range) : "");
  const rows = report.quotes.map((quote) => {
    const speaker = speakerOf(article, quote);
    return [
      quote.id,
      quote.kind,
      speaker?.name ?? "",
      speaker?.roles.join("; ") ?? "",
      contentOf(article, quote),
      wordsOf(quote.cue),
      wordsOf(quote.source),
      quote.content[0]?.start ?? "",
      quote.content.at(-1)?.end ?? "",
      percent(quote.confidence),
      percent(quote.speaker_confidence),
      quote.basis,
      quote.anonymous ? "yes" : "no",
      correctedIds.has(quote.id) ? "reader" : "",
    ]
      .map(toCell)
      .join(",");
  });
  // The byte order mark tells spreadsheets that this is UTF-8.
  return `\ufeff${[HEADER, ...rows].join("\r\n")}\r\n`;
}

/** A probability as spreadsheets read it, for example `98%`. */
function percent(share: number | null): string {
  return share === null ? "" : `${Math.round(100 * share)}%`;
}

/**
 * Quotes a cell where needed; apostrophes keep a spreadsheet from evaluating text as a formula, also where it takes
 * semicolons or tabs for the ends of cells (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function toCell(value: string | number): string {
  const text = String(value).replace(/\s+/g, " ");
  const safe = typeof value === "string" ? text.replace(FORMULA, "$1'") : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Where a formula would begin: at the start of a cell, or behind what may be taken for one, whatever cannot be seen there. */
const FORMULA = /(^[\s\p{C}"']*|[;|][\s\p{C}"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;
