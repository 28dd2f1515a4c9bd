import type { Entity } from "../../core/report.js";
import { type Article, speakerOf } from "../../ui/article.js";
import { isUncertain } from "../../ui/speakers.js";
import { contentOf } from "../../ui/words.js";

/** The direct quotes with their speakers, as schema.org's Quotation; what is uncertain is left out. */
export function toQuotations(article: Article): string {
  const { report, correctedIds } = article;
  const quotations = report.quotes
    .filter((quote) => quote.kind === "direct" && !isUncertain(quote, correctedIds))
    .flatMap((quote) => {
      const creator = describeCreator(speakerOf(article, quote));
      return creator
        ? [{ "@type": "Quotation", text: withoutMarks(contentOf(article, quote)), creator }]
        : [];
    });
  const data = { "@context": "https://schema.org", "@graph": quotations };
  // Inside a page, `</script>` would end the element.
  return JSON.stringify(data, null, 2).replaceAll("<", "\\u003c");
}

/** Null for a speaker that has no name. */
function describeCreator(speaker: Entity | undefined): object | null {
  if (!speaker?.named) return null;
  const { kind, name, roles } = speaker;
  if (kind === "person") return { "@type": "Person", name, ...(roles[0] ? { jobTitle: roles[0] } : {}) };
  return kind === "organization" || kind === "group" ? { "@type": "Organization", name } : null;
}

/** Words without the quotation marks around them, and the comma before the closing one. */
function withoutMarks(words: string): string {
  const inner = /^[“”"«»„‘’'‚](.*?),*[“”"«»„‘’'‚]?$/su.exec(words)?.[1];
  return (inner ?? words).replace(/,$/, "");
}
