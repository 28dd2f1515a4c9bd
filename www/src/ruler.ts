import { make } from "./elements.js";
import { type Article, hueClass } from "./voices.js";

/** More stripes than this would only hide one another. */
const MOST = 600;

/** Draws where in the article who speaks, as stripes along it; the list of quotes says the same in words. */
export function drawRuler(element: HTMLElement, article: Article): void {
  const { text, report } = article;
  const fragment = document.createDocumentFragment();
  for (const quote of report.quotes.slice(0, MOST)) {
    for (const { start, end } of quote.content) {
      const stripe = make("i", hueClass(article, quote.speaker));
      stripe.classList.toggle("indirect", quote.kind === "indirect");
      stripe.style.top = `${(100 * start) / text.length}%`;
      stripe.style.height = `${Math.max(0.4, (100 * (end - start)) / text.length)}%`;
      stripe.dataset.quote = quote.id;
      fragment.append(stripe);
    }
  }
  element.replaceChildren(fragment);
}
