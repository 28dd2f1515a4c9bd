import type { Entity, Quote, TextRange } from "../core/report.js";
import type { Words } from "../texts/page.js";
import { make } from "../ui/elements.js";
import { languageTag } from "../ui/language.js";
import { type Mark, marksOf, type Segment, segments } from "../ui/ranges.js";
import { readingsOf } from "../ui/words.js";
import { type Article, quoteColorClasses } from "./article.js";
import { isDrawnUncertain } from "./candidates.js";
import { describeSpeaker } from "./describe.js";
import { SLICE, yieldToMain } from "./tasks.js";

/** Longer articles are drawn in parts of so many paragraphs, which the browser lays out when they come into view. */
const PART_LENGTH = 24;

/**
 * Draws the highlighted article into `element` and replaces what it contained.
 *
 * A long article is drawn in slices, so that the page stays responsive; `onSlice` receives the offset that the
 * drawing has reached, in UTF-16 units, and `signal` stops it.
 */
export async function drawArticle(
  element: HTMLElement,
  words: Words,
  article: Article,
  signal: AbortSignal,
  onSlice: (end: number) => void,
): Promise<void> {
  const { text, report } = article;
  const marks = marksOf(report);
  const highlights = new HighlightFactory(words, article);
  const hasParts = report.paragraphs.length > 10 * PART_LENGTH;
  let fragment = document.createDocumentFragment();
  let part: HTMLElement | null = null;
  let isFirstSlice = true;
  let firstMark = 0;
  let sliceStart = performance.now();
  const show = (end: number) => {
    if (isFirstSlice) element.replaceChildren(fragment);
    else element.append(fragment);
    isFirstSlice = false;
    fragment = document.createDocumentFragment();
    onSlice(end);
  };
  for (const [index, { start, end, role, language }] of report.paragraphs.entries()) {
    if (hasParts && index % PART_LENGTH === 0) {
      part = make("div", "part");
      fragment.append(part);
    }
    while (firstMark < marks.length && (marks[firstMark] as Mark).end <= start) firstMark++;
    const inside: Mark[] = [];
    for (let next = firstMark; next < marks.length && (marks[next] as Mark).start < end; next++) {
      if ((marks[next] as Mark).end > start) inside.push(marks[next] as Mark);
    }
    const paragraph = make("p", role);
    paragraph.dir = "auto";
    if (language) paragraph.lang = languageTag(language);
    paragraph.dataset.start = String(start);
    for (const segment of segments(inside, start, end)) {
      const pieces = drawWords(article, segment);
      if (segment.marks.length > 0) paragraph.append(highlights.make(pieces, segment));
      else paragraph.append(...pieces);
      if (performance.now() - sliceStart > 4 * SLICE) {
        await yieldToMain();
        if (signal.aborted) return;
        sliceStart = performance.now();
      }
    }
    (part ?? fragment).append(paragraph);
    if (performance.now() - sliceStart > SLICE) {
      show(end);
      await yieldToMain();
      if (signal.aborted) return;
      sliceStart = performance.now();
    }
  }
  show(text.length);
}

/** The words of a range; those in place of others know the length of the text that they replace. */
function drawWords(article: Article, range: TextRange): (string | HTMLElement)[] {
  return [...readingsOf(article, range)].map(({ start, end, words, replaced }) => {
    if (!replaced) return words;
    const element = make("span", "", words);
    element.dataset.replaces = String(end - start);
    return element;
  });
}

/** Makes the highlighted pieces of an article. */
class HighlightFactory {
  #words: Words;
  #article: Article;
  /** Quotes that have their focusable piece already. */
  #focusable = new Set<string>();

  constructor(words: Words, article: Article) {
    this.#words = words;
    this.#article = article;
  }

  /** Makes the piece that ends at an offset. */
  make(pieces: (string | HTMLElement)[], { end, marks }: Segment): HTMLElement {
    const span = make("span");
    span.append(...pieces);
    const quotes = marks.filter(({ part }) => part === "quote");
    for (const { part } of marks) span.classList.add(part);
    for (const mark of quotes) {
      const quote = this.#article.quotes.get(mark.id) as Quote;
      this.#makeFocusable(span, quote);
      const isLast = end === quote.content.at(-1)?.end;
      if (isLast && this.#article.correctedIds.has(mark.id)) span.classList.add("corrected-end");
    }
    // The innermost quote comes last and gives the colour.
    const innermost = quotes.at(-1);
    if (innermost) this.#addQuote(span, this.#article.quotes.get(innermost.id) as Quote);
    for (const { part, id } of marks) {
      if (part === "entity") this.#addEntity(span, this.#article.entities.get(id) as Entity);
    }
    return span;
  }

  #addQuote(span: HTMLElement, quote: Quote): void {
    const { correctedIds } = this.#article;
    span.classList.add(...quoteColorClasses(this.#article, quote).split(" "), quote.kind);
    span.classList.toggle("uncertain", isDrawnUncertain(this.#article, quote));
    span.classList.toggle("corrected", correctedIds.has(quote.id));
    span.dataset.quote = quote.id;
  }

  /** Makes the first piece of each quote a button. */
  #makeFocusable(span: HTMLElement, quote: Quote): void {
    if (this.#focusable.has(quote.id)) return;
    this.#focusable.add(quote.id);
    const speaker = describeSpeaker(this.#words, this.#article, quote);
    span.tabIndex = 0;
    span.setAttribute("role", "button");
    span.setAttribute("aria-expanded", "false");
    span.setAttribute("aria-controls", "card");
    span.setAttribute("aria-label", `${span.textContent} (${speaker})`);
  }

  #addEntity(span: HTMLElement, entity: Entity): void {
    span.classList.add(entity.kind);
    if (!entity.named) span.classList.add("unnamed");
    span.dataset.entity = entity.id;
    if (span.hasAttribute("role")) return;
    const [kind] = this.#words.texts.kinds[entity.kind];
    span.setAttribute("role", "mark");
    span.setAttribute("aria-description", `${entity.name}, ${kind}`);
  }
}
