import { type Article, quoteColorClasses } from "../ui/article.js";
import { isDrawnUncertain } from "../ui/candidates.js";
import { make } from "../ui/elements.js";
import { marksOf, segments } from "../ui/ranges.js";

/** Draws the text with the quotes' colours alone, behind the text field. */
export function drawMirror(element: HTMLElement, article: Article): void {
  const { text, report } = article;
  const fragment = document.createDocumentFragment();
  const marks = marksOf(report).filter(({ part }) => part === "quote");
  for (const segment of segments(marks, 0, text.length)) {
    const piece = text.slice(segment.start, segment.end);
    const innermost = segment.marks.at(-1);
    const quote = innermost && article.quotes.get(innermost.id);
    if (!quote) {
      fragment.append(piece);
      continue;
    }
    const span = make("span", `quote ${quoteColorClasses(article, quote)}`, piece);
    span.classList.toggle("indirect", quote.kind === "indirect");
    span.classList.toggle("uncertain", isDrawnUncertain(article, quote));
    fragment.append(span);
  }
  // A line break at the end of a block has no height of its own.
  fragment.append("\n");
  element.replaceChildren(fragment);
}
