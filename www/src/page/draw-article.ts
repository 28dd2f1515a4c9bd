import type { Entity, Quote, Report, TextRange } from "../core/report.js";
import type { Words } from "../texts/page.js";
import { type Article, quoteColorClasses, speakerNumber } from "../ui/article.js";
import { isDrawnUncertain } from "../ui/candidates.js";
import { describeSpeaker } from "../ui/describe.js";
import { make } from "../ui/elements.js";
import { languageTag } from "../ui/language.js";
import { type Mark, marksOf, type Segment, segments } from "../ui/ranges.js";
import { readingsOf } from "../ui/words.js";
import { SLICE, yieldToMain } from "./tasks.js";

/** Longer articles are drawn in parts of so many paragraphs, which the browser lays out when they come into view. */
const PART_LENGTH = 24;

/** A paragraph with the marks inside it. */
interface MarkedParagraph {
  readonly paragraph: Report["paragraphs"][number];
  readonly marks: readonly Mark[];
  /** The quotes that begin here. */
  readonly beginning: ReadonlySet<string>;
}

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
  const drawing = new ParagraphFactory(words, article);
  const hasParts = article.report.paragraphs.length > 10 * PART_LENGTH;
  let fragment = document.createDocumentFragment();
  let part: HTMLElement | null = null;
  let isFirstSlice = true;
  let sliceStart = performance.now();
  const show = (end: number) => {
    if (isFirstSlice) element.replaceChildren(fragment);
    else element.append(fragment);
    isFirstSlice = false;
    fragment = document.createDocumentFragment();
    onSlice(end);
  };
  let index = 0;
  for (const marked of markedParagraphs(article)) {
    if (hasParts && index++ % PART_LENGTH === 0) {
      part = make("div", "part");
      fragment.append(part);
    }
    const drawn = drawing.begin(marked);
    for (const filling = drawing.fill(drawn, marked); !filling.next().done; ) {
      if (performance.now() - sliceStart > 4 * SLICE) {
        await yieldToMain();
        if (signal.aborted) return;
        sliceStart = performance.now();
      }
    }
    (part ?? fragment).append(drawn);
    if (performance.now() - sliceStart > SLICE) {
      show(marked.paragraph.end);
      await yieldToMain();
      if (signal.aborted) return;
      sliceStart = performance.now();
    }
  }
  show(article.text.length);
}

/** Draws those paragraphs anew that look different than in another article with the same text, which is drawn. */
export function redrawChanges(element: HTMLElement, words: Words, before: Article, article: Article): void {
  const drawing = new ParagraphFactory(words, article);
  const drawnBefore = new ParagraphFactory(words, before);
  const drawn = element.querySelectorAll<HTMLElement>("[data-start]");
  const earlier = markedParagraphs(before);
  let index = 0;
  for (const marked of markedParagraphs(article)) {
    const old = earlier.next().value as MarkedParagraph;
    const current = drawn[index++];
    if (!current || drawing.describe(marked) === drawnBefore.describe(old)) continue;
    const replacement = drawing.begin(marked);
    for (const filling = drawing.fill(replacement, marked); !filling.next().done; );
    current.replaceWith(replacement);
  }
}

function* markedParagraphs({ report }: Article): Generator<MarkedParagraph> {
  const marks = marksOf(report);
  const begun = new Set<string>();
  let first = 0;
  for (const paragraph of report.paragraphs) {
    const { start, end } = paragraph;
    while (first < marks.length && (marks[first] as Mark).end <= start) first++;
    const inside: Mark[] = [];
    const beginning = new Set<string>();
    for (let next = first; next < marks.length && (marks[next] as Mark).start < end; next++) {
      const mark = marks[next] as Mark;
      if (mark.end <= start) continue;
      inside.push(mark);
      if (mark.part !== "quote" || begun.has(mark.id)) continue;
      begun.add(mark.id);
      beginning.add(mark.id);
    }
    yield { paragraph, marks: inside, beginning };
  }
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

/** Draws the paragraphs of an article. */
class ParagraphFactory {
  #words: Words;
  #article: Article;

  constructor(words: Words, article: Article) {
    this.#words = words;
    this.#article = article;
  }

  /** What a paragraph looks like, as a string to compare. */
  describe({ marks, beginning }: MarkedParagraph): string {
    const described = marks.map(({ start, end, part, id }) => {
      const mark = `${part} ${id} ${start} ${end} `;
      if (part === "entity") {
        const { kind, named, name } = this.#article.entities.get(id) as Entity;
        return `${mark}${kind} ${named} ${name}`;
      }
      if (part !== "quote") return mark;
      const quote = this.#article.quotes.get(id) as Quote;
      const classes = this.#quoteClasses(quote).join(" ");
      return `${mark}${classes} ${beginning.has(id)} ${describeSpeaker(this.#words, this.#article, quote)}`;
    });
    return described.join("\n");
  }

  /** Makes an empty paragraph. */
  begin({ paragraph: { start, role, language } }: MarkedParagraph): HTMLElement {
    const paragraph = make("p", role);
    paragraph.dir = "auto";
    if (language) paragraph.lang = languageTag(language);
    if (role === "headline") {
      paragraph.setAttribute("role", "heading");
      paragraph.setAttribute("aria-level", "2");
    }
    paragraph.dataset.start = String(start);
    return paragraph;
  }

  /** Fills a paragraph piece by piece, so that the drawing of a long one can pause. */
  *fill(element: HTMLElement, { paragraph, marks, beginning }: MarkedParagraph): Generator<void> {
    const wholes = new WholeQuotes(element);
    /** The quotes without a button so far, with their first piece here. */
    const waiting = new Map<string, HTMLElement | null>([...beginning].map((id) => [id, null]));
    for (const segment of segments(marks, paragraph.start, paragraph.end)) {
      const words = drawWords(this.#article, segment);
      const quotes = segment.marks.flatMap(({ part, id }) => (part === "quote" ? [id] : []));
      const place = wholes.enter(quotes);
      if (segment.marks.length === 0) place.append(...words);
      else {
        const piece = this.#makePiece(words, segment);
        place.append(piece);
        for (const id of quotes) {
          if (!waiting.has(id)) continue;
          if (id === quotes.at(-1) && canBeQuoteButton(piece)) {
            this.#makeFocusable(piece, id);
            waiting.delete(id);
          } else waiting.set(id, waiting.get(id) ?? piece);
        }
      }
      yield;
    }
    for (const [id, piece] of waiting) {
      if (piece && piece.dataset.number === undefined) this.#makeFocusable(piece, id);
    }
  }

  #makePiece(words: (string | HTMLElement)[], { end, marks }: Segment): HTMLElement {
    const span = make("span");
    span.append(...words);
    const quotes = marks.filter(({ part }) => part === "quote");
    for (const { part } of marks) span.classList.add(part);
    for (const { id } of quotes) {
      const quote = this.#article.quotes.get(id) as Quote;
      const isLast = end === quote.content.at(-1)?.end;
      if (isLast && this.#article.correctedIds.has(id)) span.classList.add("corrected-end");
    }
    // The innermost quote comes last and gives the colour.
    const innermost = quotes.at(-1);
    if (innermost) {
      const quote = this.#article.quotes.get(innermost.id) as Quote;
      span.classList.add(...this.#quoteClasses(quote));
      span.dataset.quote = quote.id;
      span.dataset.speaker = quote.speaker ?? "";
    }
    for (const { part, id } of marks) {
      if (part === "entity") this.#addEntity(span, this.#article.entities.get(id) as Entity);
    }
    return span;
  }

  #quoteClasses(quote: Quote): string[] {
    const classes = [...quoteColorClasses(this.#article, quote).split(" "), quote.kind];
    if (isDrawnUncertain(this.#article, quote)) classes.push("uncertain");
    if (this.#article.correctedIds.has(quote.id)) classes.push("corrected");
    return classes;
  }

  /** Makes a piece of a quote its button; `QUOTE_BUTTON` selects it. */
  #makeFocusable(span: HTMLElement, id: string): void {
    const quote = this.#article.quotes.get(id) as Quote;
    const speaker = describeSpeaker(this.#words, this.#article, quote);
    span.tabIndex = 0;
    span.setAttribute("role", "button");
    span.setAttribute("aria-expanded", "false");
    span.setAttribute("aria-controls", "card");
    span.setAttribute("aria-label", `${speaker}: ${span.textContent?.trim()}`);
    span.dataset.number = speakerNumber(this.#article, quote);
  }

  #addEntity(span: HTMLElement, entity: Entity): void {
    span.classList.add(entity.kind);
    if (!entity.named) span.classList.add("unnamed");
    span.dataset.entity = entity.id;
    const [kind] = this.#words.texts.kinds[entity.kind];
    const description = `${entity.name}, ${kind}`;
    if (entity.named) {
      // Screen readers find it among the buttons; the Tab key reaches it by the list of names.
      span.tabIndex = -1;
      span.setAttribute("role", "button");
      span.setAttribute("aria-expanded", "false");
      span.setAttribute("aria-controls", "card");
    } else span.setAttribute("role", "mark");
    span.setAttribute("aria-description", description);
  }
}

/** Whether a piece is no name, which is a button of its own, and has words. */
function canBeQuoteButton(piece: HTMLElement): boolean {
  return piece.getAttribute("role") !== "button" && /[\p{L}\p{N}]/u.test(piece.textContent ?? "");
}

/** Elements around all pieces of each quote in a paragraph, so that one ring can surround them. */
class WholeQuotes {
  #open: { id: string; element: HTMLElement }[] = [];
  #paragraph: HTMLElement;

  constructor(paragraph: HTMLElement) {
    this.#paragraph = paragraph;
  }

  /** The element for a piece that is inside these quotes, the outermost first. */
  enter(ids: readonly string[]): HTMLElement {
    const shared = this.#open.findIndex(({ id }, depth) => id !== ids[depth]);
    if (shared >= 0) this.#open.length = shared;
    for (const id of ids.slice(this.#open.length)) {
      const element = make("span", "whole");
      element.dataset.whole = id;
      this.#innermost.append(element);
      this.#open.push({ id, element });
    }
    return this.#innermost;
  }

  get #innermost(): HTMLElement {
    return this.#open.at(-1)?.element ?? this.#paragraph;
  }
}
