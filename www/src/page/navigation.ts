import type { Words } from "../texts/page.js";
import type { Actions } from "./actions.js";
import { type Card, focusHighlight, highlightAt } from "./card.js";
import { isNarrow } from "./card-position.js";
import type { OpenPart } from "./card-sections.js";
import { piecesOf, QUOTE_BUTTON } from "./dom.js";
import { scrollPanelTo } from "./panel-view.js";
import type { ReadingView } from "./reading-view.js";
import { offsetOf } from "./selection.js";
import {
  neighbourQuote,
  type State,
  setTarget,
  shownQuotes,
  showSpeaker,
  showView,
  type Target,
} from "./state.js";
import type { Store } from "./store.js";

/** Leads from the panel and the ruler to the article and back. */
export class Navigation {
  #store: Store<State>;
  #words: Words;
  #reading: ReadingView;
  #card: Card;
  #actions: Actions;
  /** Which mention of an entity is shown, from 0. */
  #mention = 0;

  constructor(
    store: Store<State>,
    words: Words,
    reading: ReadingView,
    card: Card,
    panel: HTMLElement,
    actions: Actions,
  ) {
    this.#store = store;
    this.#words = words;
    this.#reading = reading;
    this.#card = card;
    this.#actions = actions;
    for (const element of [panel, reading.ruler]) {
      element.addEventListener("click", (event) => {
        const target = targetAt(event.target);
        if (target) void this.reveal(target);
      });
    }
    store.watch(
      ({ article }) => article,
      () => card.hide(),
    );
    reading.element.addEventListener("click", (event) => {
      const highlight = highlightAt(event.target);
      if (!highlight) return card.hide();
      // A click that ends a selection is none on a highlight.
      if (getSelection()?.isCollapsed === false) return;
      card.show(highlight);
      const target = targetAt(highlight);
      // The legend may hide what was clicked.
      if (!target || card.target !== highlight) return;
      store.update((state) => setTarget(state, target));
      scrollPanelTo(panel, target);
    });
    reading.element.addEventListener("keydown", (event) => {
      const highlight = highlightAt(event.target);
      if (!highlight || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      card.enter(highlight);
    });
  }

  /** Calls what draws the article anew, and leads the focus back to the words that had it, or whose card had it. */
  async keepFocus(redraw: () => void, open?: OpenPart): Promise<void> {
    const reading = this.#reading.element;
    const highlight = this.#card.target ?? highlightAt(document.activeElement);
    const isName = highlight?.matches(`[data-entity][role=button]:not(${QUOTE_BUTTON})`);
    const quote = isName ? undefined : highlight?.dataset.quote;
    const offset = highlight ? offsetOf(highlight) : 0;
    redraw();
    if (!highlight || this.#store.state.view !== "reading") return;
    await this.#reading.drawnTo(offset);
    const pieces = quote ? piecesOf(reading, { kind: "quote", id: quote }) : [];
    const piece = pieces.find((piece) => piece.matches(QUOTE_BUTTON)) ?? this.#reading.highlightAt(offset);
    if (piece) focusHighlight(piece);
    else reading.focus({ preventScroll: true });
    if (piece && open) this.#card.show(piece, open);
    else this.#card.hide();
  }

  /** Shows a quote or an entity in the article, with its card; an entity that is shown already, where it is next. */
  async reveal(target: Target, open?: OpenPart): Promise<void> {
    const piece = await this.#scrollTo(target);
    if (!piece) return;
    focusHighlight(piece);
    this.#card.show(piece, open);
  }

  /** Makes the quotes of one speaker stand out and goes to the first of them. */
  async showSpeaker(id: string | null): Promise<void> {
    this.#store.update((state) => setTarget(showSpeaker(showView(state, "reading"), { id }), null));
    const target = neighbourQuote(this.#store.state, 1);
    const piece = target && (await this.#scrollTo(target));
    if (piece) focusHighlight(piece);
  }

  /** Goes to the next or the previous quote, and leaves the focus where it is. */
  async step(step: 1 | -1): Promise<void> {
    const target = neighbourQuote(this.#store.state, step);
    if (target) await this.#scrollTo(target);
  }

  /** Scrolls to a quote or an entity, and returns the piece that stands for it. */
  async #scrollTo(target: Target): Promise<HTMLElement | undefined> {
    const { target: before } = this.#store.state;
    const isAgain = target.kind === "entity" && before?.kind === "entity" && before.id === target.id;
    this.#mention = isAgain ? this.#mention + 1 : 0;
    this.#store.update((state) => setTarget(showView(state, "reading"), target));
    const pieces = await this.#reading.findPieces(target);
    if (this.#store.state.target !== target) return undefined;
    this.#reading.markTarget();
    const piece =
      target.kind === "entity"
        ? pieces[this.#mention % pieces.length]
        : (pieces.find((piece) => piece.matches(QUOTE_BUTTON)) ?? pieces[0]);
    // In a narrow window the card covers the lower half.
    piece?.scrollIntoView({ block: isNarrow() ? "start" : "center" });
    return piece;
  }

  /** Shows the next or the previous quote. */
  moveToNeighbour(step: 1 | -1): void {
    const { article } = this.#store.state;
    if (!article || shownQuotes(this.#store.state).length === 0) return;
    const target = neighbourQuote(this.#store.state, step);
    const { lastQuote, firstQuote } = this.#words.texts.status;
    if (target) void this.reveal(target);
    else this.#actions.announce(step > 0 ? lastQuote : firstQuote);
  }
}

/** What an element of the panel, the ruler or the article stands for. */
function targetAt(element: EventTarget | null): Target | null {
  const found = (element as Element | null)?.closest<HTMLElement>("[data-quote], [data-entity]");
  const { quote, entity } = found?.dataset ?? {};
  if (quote) return { kind: "quote", id: quote };
  return entity ? { kind: "entity", id: entity } : null;
}
