import type { Quote } from "../core/report.js";
import { type Article, quoteColorClasses } from "../ui/article.js";
import { make } from "../ui/elements.js";
import { exchangeChildren } from "./exchange.js";

/** More stripes than this would only cover one another; of more quotes, as many are chosen all over the article. */
const MAX_QUOTES = 600;

/** Draws where the quotes are as coloured stripes; the list of quotes says the same in words. */
export function drawRuler(element: HTMLElement, article: Article): void {
  const { text, report } = article;
  const stripes: HTMLElement[] = [];
  const step = Math.max(1, report.quotes.length / MAX_QUOTES);
  for (let index = 0; index < report.quotes.length; index += step) {
    const quote = report.quotes[Math.floor(index)] as Quote;
    for (const { start, end } of quote.content) {
      const stripe = make("i", `stripe ${quoteColorClasses(article, quote)}`);
      stripe.classList.add(quote.kind);
      stripe.style.top = `${(100 * start) / text.length}%`;
      stripe.style.height = `${Math.max(0.4, (100 * (end - start)) / text.length)}%`;
      stripe.dataset.quote = quote.id;
      stripe.dataset.speaker = quote.speaker ?? "";
      stripes.push(stripe);
    }
  }
  exchangeChildren(element, stripes);
}
