import { make } from "./elements.js";
import { type Mark, marksOf, segments } from "./ranges.js";
import { type Article, hueClass, isUnsure, KINDS } from "./voices.js";
import type { Entity, Quote } from "./wasm/whosaid.js";

/** How long one slice of drawing may hold up the page, in milliseconds. */
const SLICE = 12;

/**
 * Draws the annotated article into `element`, which holds nothing else.
 *
 * A long one is drawn in slices, so that the page stays awake; `stop` gives up the rest.
 */
export async function drawArticle(element: HTMLElement, article: Article, stop: AbortSignal): Promise<void> {
  const { text, report } = article;
  const marks = marksOf(report);
  const spans = new Spans(article);
  let fragment = document.createDocumentFragment();
  let drawn = false;
  let first = 0;
  let since = performance.now();
  const show = () => {
    if (drawn) element.append(fragment);
    else element.replaceChildren(fragment);
    drawn = true;
    fragment = document.createDocumentFragment();
  };
  for (const { start, end, role } of report.paragraphs) {
    while (first < marks.length && (marks[first] as Mark).end <= start) first++;
    const inside: Mark[] = [];
    for (let at = first; at < marks.length && (marks[at] as Mark).start < end; at++) {
      if ((marks[at] as Mark).end > start) inside.push(marks[at] as Mark);
    }
    const paragraph = make("p", role);
    paragraph.dir = "auto";
    paragraph.dataset.start = String(start);
    for (const segment of segments(inside, start, end)) {
      const piece = text.slice(segment.start, segment.end);
      paragraph.append(segment.marks.length > 0 ? spans.span(piece, segment.marks) : piece);
      if (performance.now() - since > 4 * SLICE) {
        await breath();
        if (stop.aborted) return;
        since = performance.now();
      }
    }
    fragment.append(paragraph);
    if (performance.now() - since > SLICE) {
      show();
      await breath();
      if (stop.aborted) return;
      since = performance.now();
    }
  }
  show();
}

/** Draws only the colours, behind the field in which the text is written. */
export function drawMirror(element: HTMLElement, article: Article): void {
  const { text, report } = article;
  const fragment = document.createDocumentFragment();
  const quotes = marksOf(report).filter((mark) => mark.part === "quote");
  for (const segment of segments(quotes, 0, text.length)) {
    const piece = text.slice(segment.start, segment.end);
    const mark = segment.marks.at(-1);
    const quote = mark && article.quotes.get(mark.id);
    if (!quote) {
      fragment.append(piece);
      continue;
    }
    const span = make("span", `quote ${hueClass(article, quote.speaker)}`, piece);
    span.classList.toggle("indirect", quote.kind === "indirect");
    span.classList.toggle("unsure", isUnsure(quote, article.touched));
    fragment.append(span);
  }
  // A line break at the end of a block has no height of its own.
  fragment.append("\n");
  element.replaceChildren(fragment);
}

/** Lets the browser answer the reader before more is done. */
function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** Makes the pieces of an article under their marks. */
class Spans {
  #article: Article;
  #seen = new Set<string>();

  constructor(article: Article) {
    this.#article = article;
  }

  span(piece: string, marks: Mark[]): HTMLElement {
    const span = make("span", "", piece);
    for (const mark of marks) {
      span.classList.add(mark.part);
      if (mark.part === "quote") this.#addQuote(span, this.#article.quotes.get(mark.id) as Quote);
      else if (mark.part === "entity") this.#addEntity(span, this.#article.entities.get(mark.id) as Entity);
    }
    return span;
  }

  #addQuote(span: HTMLElement, quote: Quote): void {
    const { touched, entities } = this.#article;
    // The innermost quote comes last and gives the colour.
    for (const name of [...span.classList].filter((name) => name.startsWith("hue-")))
      span.classList.remove(name);
    span.classList.remove("nobody", "late", "unsure", "direct", "mixed", "indirect");
    span.classList.add(...hueClass(this.#article, quote.speaker).split(" "), quote.kind);
    span.classList.toggle("unsure", isUnsure(quote, touched));
    span.classList.toggle("corrected", touched.has(quote.id));
    span.dataset.quote = quote.id;
    if (this.#seen.has(quote.id)) return;
    this.#seen.add(quote.id);
    const speaker = quote.speaker ? entities.get(quote.speaker)?.name : null;
    span.tabIndex = 0;
    span.setAttribute("role", "button");
    span.setAttribute("aria-haspopup", "dialog");
    span.setAttribute("aria-label", `${span.textContent} (${speaker ?? "speaker not named"})`);
  }

  #addEntity(span: HTMLElement, entity: Entity): void {
    span.classList.add(entity.kind);
    if (!entity.named) span.classList.add("unnamed");
    span.dataset.entity = entity.id;
    if (span.hasAttribute("role")) return;
    span.setAttribute("role", "mark");
    span.setAttribute("aria-description", `${entity.name}, ${KINDS[entity.kind][0]}`);
  }
}
