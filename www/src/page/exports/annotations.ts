import type { TextRange } from "../../core/report.js";
import type { Words } from "../../texts/page.js";
import { type Article, speakerOf } from "../../ui/article.js";
import { explainQuote } from "../../ui/describe.js";

/** How much surrounding text a selector contains, in UTF-16 units. */
const CONTEXT = 32;

/** An annotation for each quote and each mention of a name (Web Annotation Data Model, W3C, 2017). */
export function toAnnotations(words: Words, article: Article): string {
  const { text, report, correctedIds } = article;
  const toCodePoints = codePointOffsets(text);
  const target = ({ start, end }: TextRange) => ({
    source: "urn:whosaid:article",
    selector: [
      {
        type: "TextQuoteSelector",
        // As the text has it, so that the words are found again.
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - CONTEXT), start),
        suffix: text.slice(end, end + CONTEXT),
      },
      { type: "TextPositionSelector", start: toCodePoints(start), end: toCodePoints(end) },
    ],
  });
  const creator = (id: string) =>
    correctedIds.has(id) ? { type: "Person", name: "reader" } : { type: "Software", name: "whosaid" };
  const body = (purpose: string, value: string) => ({ type: "TextualBody", purpose, value });

  const quotes = report.quotes.map((quote) => {
    const speaker = speakerOf(article, quote);
    return {
      id: `urn:whosaid:${quote.id}`,
      type: "Annotation",
      motivation: "classifying",
      creator: creator(quote.id),
      body: [
        body("classifying", `${quote.kind} quote`),
        ...(speaker ? [body("identifying", speaker.name)] : []),
        {
          ...body("describing", explainQuote(words, article, quote, words.texts.correctedByReader)),
          language: words.texts.language,
        },
      ],
      target: quote.content.map(target),
    };
  });
  const mentions = report.entities
    .filter(({ named }) => named)
    .flatMap((entity) =>
      entity.mentions.map((mention, index) => ({
        id: `urn:whosaid:${entity.id}:${index + 1}`,
        type: "Annotation",
        motivation: "identifying",
        creator: creator(entity.id),
        body: [body("identifying", entity.name), body("tagging", entity.kind)],
        target: target(mention),
      })),
    );
  const page = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationPage",
    items: [...quotes, ...mentions],
  };
  return JSON.stringify(page, null, 2);
}

/** Returns a function that converts UTF-16 offsets into code points, in any order. */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let index = 0; index + 1 < text.length; index++) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) pairs.push(index++);
  }
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
