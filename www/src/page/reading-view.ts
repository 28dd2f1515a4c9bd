import type { Words } from "../texts/page.js";
import type { Article } from "../ui/article.js";
import { languageTag } from "../ui/language.js";
import { get, piecesOf, QUOTE_BUTTON, wholesOf } from "./dom.js";
import { drawArticle, redrawChanges } from "./draw-article.js";
import { drawRuler } from "./ruler.js";
import { offsetOf } from "./selection.js";
import { isShown, type State, type Target } from "./state.js";
import type { Store } from "./store.js";
import { afterPaint } from "./tasks.js";

/** The article with its highlights, and the ruler beside it. */
export class ReadingView {
  readonly element = get("reading");
  readonly ruler = get("ruler");
  #store: Store<State>;
  #words: Words;
  /** The article that is drawn or being drawn. */
  #article: Article | null = null;
  #drawing: Promise<void> = Promise.resolve();
  #abort = new AbortController();
  #isComplete = false;
  #withdrawRuler = () => {};
  /** The offset that the drawing has reached, and who waits for a later one. */
  #reached = 0;
  #waiting: { end: number; resolve: () => void }[] = [];

  constructor(store: Store<State>, words: Words) {
    this.#store = store;
    this.#words = words;
    store.watch(
      ({ view }) => view,
      (view) => {
        const isReading = view === "reading";
        this.element.hidden = this.ruler.hidden = !isReading;
        if (isReading) void this.draw();
      },
    );
    store.watch(
      ({ article }) => article,
      (article) => {
        if (!article) this.#clear();
        else if (store.state.view === "reading") void this.draw();
      },
    );
    store.watch(
      ({ target }) => target,
      () => this.markTarget(),
    );
    store.watch(
      ({ hiddenKinds }) => hiddenKinds,
      () => this.#markShown(),
    );
    store.watch(
      ({ speakerShown }) => speakerShown,
      () => this.#markShown(),
    );
  }

  /** Draws the current article unless that is done; resolves when all of it is there. */
  draw(): Promise<void> {
    const { article } = this.#store.state;
    if (!article || article === this.#article) return this.#drawing;
    const before = this.#article;
    if (before && this.#isComplete && before.original === article.original) {
      this.#article = article;
      redrawChanges(this.element, this.#words, before, article);
      this.#drawRulerLater();
      this.markTarget();
      this.#markShown();
      return this.#drawing;
    }
    this.#abandon();
    this.#article = article;
    this.element.lang = languageTag(article.report.language);
    this.#drawRulerLater();
    const { signal } = this.#abort;
    const onSlice = (end: number) => {
      this.#reached = end;
      this.#release(end);
    };
    this.#drawing = drawArticle(this.element, this.#words, article, signal, onSlice).then(() => {
      if (signal.aborted) return;
      this.#isComplete = true;
      this.markTarget();
      this.#markShown();
    });
    return this.#drawing;
  }

  /** Draws the ruler after the article, in which a change is seen first. */
  #drawRulerLater(): void {
    this.#withdrawRuler();
    this.#withdrawRuler = afterPaint(() => {
      if (!this.#article) return;
      drawRuler(this.ruler, this.#article);
      this.#markSpeaker(this.ruler);
    });
  }

  /** The drawn pieces of a quote or an entity, once the first of them is there. */
  async findPieces(target: Target): Promise<HTMLElement[]> {
    void this.draw();
    await this.#drawnUntil(endOf(this.#store.state.article, target));
    return piecesOf(this.element, target);
  }

  /** Resolves when the drawing of the current article has passed an offset. */
  drawnTo(offset: number): Promise<void> {
    void this.draw();
    return this.#drawnUntil(Math.min(offset + 1, this.#article?.text.length ?? 0));
  }

  /** The drawn highlight that begins at an offset. */
  highlightAt(offset: number): HTMLElement | undefined {
    const before = ({ dataset }: HTMLElement) => Number(dataset.start) <= offset;
    const paragraph = [...this.element.querySelectorAll<HTMLElement>("[data-start]")].filter(before).at(-1);
    const highlights = paragraph?.querySelectorAll<HTMLElement>("[data-quote], [data-entity]") ?? [];
    return [...highlights].find((highlight) => offsetOf(highlight) === offset);
  }

  #drawnUntil(end: number): Promise<void> {
    if (!this.#article || end <= this.#reached) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ end, resolve }));
  }

  #release(end: number): void {
    const ready = this.#waiting.filter((waiting) => waiting.end <= end);
    this.#waiting = this.#waiting.filter((waiting) => waiting.end > end);
    for (const { resolve } of ready) resolve();
  }

  /** Stops the drawing, and leaves what is there until the next one replaces it. */
  #abandon(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#article = null;
    this.#isComplete = false;
    this.#reached = 0;
    this.#release(Number.POSITIVE_INFINITY);
  }

  #clear(): void {
    this.#abandon();
    this.element.replaceChildren();
    this.ruler.replaceChildren();
  }

  /** Marks the quotes of the speaker who is shown alone. */
  #markSpeaker(view: HTMLElement): void {
    const { speakerShown } = this.#store.state;
    view.classList.toggle("one-speaker", speakerShown !== null);
    for (const piece of view.querySelectorAll<HTMLElement>("[data-quote]")) {
      const isOfSpeaker = speakerShown !== null && piece.dataset.speaker === (speakerShown.id ?? "");
      piece.classList.toggle("of-speaker", isOfSpeaker);
    }
  }

  /** Takes the quotes that are not shown out of the order of the Tab key, and marks those of the speaker shown. */
  #markShown(): void {
    const { state } = this.#store;
    for (const view of [this.element, this.ruler]) this.#markSpeaker(view);
    for (const piece of this.element.querySelectorAll<HTMLElement>(QUOTE_BUTTON)) {
      const quote = this.#article?.quotes.get(piece.dataset.quote ?? "");
      const tabIndex = quote && isShown(state, quote) ? 0 : -1;
      if (piece.tabIndex !== tabIndex) piece.tabIndex = tabIndex;
    }
  }

  /** Marks the target in what is drawn of it, with one ring around all pieces of a quote. */
  markTarget(): void {
    for (const element of this.element.querySelectorAll(".current, .ring"))
      element.classList.remove("current", "ring");
    const { target } = this.#store.state;
    if (!target) return;
    const pieces = piecesOf(this.element, target);
    for (const piece of pieces) piece.classList.add("current");
    const ringed = target.kind === "quote" ? wholesOf(this.element, target.id) : pieces;
    for (const element of ringed) element.classList.add("ring");
  }
}

/** Where the first piece of a quote or an entity ends, in UTF-16 units. */
function endOf(article: Article | null, { kind, id }: Target): number {
  const ranges = kind === "quote" ? article?.quotes.get(id)?.content : article?.entities.get(id)?.mentions;
  return Math.min(...(ranges ?? []).map(({ end }) => end), article?.text.length ?? 0);
}
