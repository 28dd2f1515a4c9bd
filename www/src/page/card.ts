import type { Entity, Quote } from "../core/report.js";
import type { Words } from "../texts/page.js";
import { describeSpeaker } from "../ui/describe.js";
import { makeButton } from "../ui/elements.js";
import { isNarrow, placeCard } from "./card-position.js";
import { type CardActions, makeEntitySection, makeQuoteSection, type OpenPart } from "./card-sections.js";
import { get } from "./dom.js";
import { firstFocusable, lastFocusable, nextFocusable } from "./focus-order.js";
import type { State } from "./state.js";
import type { Store } from "./store.js";

/** How long the pointer rests on a highlight before its card shows, in milliseconds. */
const HOVER_DELAY = 260;
/** How long the card stays after the pointer has left, in milliseconds. */
const LEAVE_DELAY = 520;

/**
 * The card about one highlight: who speaks, how we know, how sure that is, and the corrections.
 *
 * It is a non-modal popover, which the pointer, a click or Enter opens. From an open card's highlight, the Tab key moves
 * into the card and from there to what follows the highlight, which closes the card, as does Escape.
 */
export class Card {
  #element = get("card");
  #reading: HTMLElement;
  #words: Words;
  #store: Store<State>;
  #actions: CardActions;
  #target: HTMLElement | null = null;
  /** The highlight that the pointer is on, and where in the window it was last. */
  #hovered: HTMLElement | null = null;
  #pointer: { x: number; y: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    reading: HTMLElement,
    words: Words,
    store: Store<State>,
    actions: Omit<CardActions, "resized">,
  ) {
    this.#reading = reading;
    this.#words = words;
    this.#store = store;
    this.#actions = { ...actions, resized: () => this.#place() };
    this.#listenToPointer();
    this.#listenToFocus();
    window.addEventListener("resize", () => (this.#hasFocus() ? this.#place() : this.hide()));
    document.addEventListener("scroll", () => this.#place(), { passive: true });
  }

  /** The highlight whose card is open. */
  get target(): HTMLElement | null {
    return this.#target;
  }

  /** Shows the card of a highlight; the focus stays where it is, unless something is open in the card. */
  show(target: HTMLElement, open?: OpenPart): void {
    clearTimeout(this.#timer);
    const { article, hiddenKinds } = this.#store.state;
    const visible = <Item extends Quote | Entity>(item?: Item) =>
      item && !hiddenKinds.has(item.kind) ? item : undefined;
    const quote = visible(article?.quotes.get(target.dataset.quote ?? ""));
    const entity = visible(article?.entities.get(target.dataset.entity ?? ""));
    if (!article || (!quote && !entity)) {
      this.hide();
      return;
    }
    const sections: HTMLElement[] = [];
    if (entity && entity.id !== quote?.speaker)
      sections.push(makeEntitySection(this.#words, article, entity, target, this.#actions));
    if (quote) sections.push(makeQuoteSection(this.#words, article, quote, this.#actions, open));
    const name = quote ? describeSpeaker(this.#words, article, quote) : entity?.name;

    this.#unlink();
    this.#target = target;
    target.classList.add("has-card");
    target.setAttribute("aria-details", this.#element.id);
    if (target.getAttribute("role") === "button") target.setAttribute("aria-expanded", "true");
    const closeButton = makeButton("plain icon close", "×", () => this.#close());
    closeButton.setAttribute("aria-label", this.#words.texts.card.close);
    this.#element.replaceChildren(...sections, closeButton);
    this.#element.setAttribute("aria-label", name ?? "");
    this.#element.hidden = false;
    // Fails where the card is open already.
    if (!this.#isOpen()) this.#element.showPopover?.();
    this.#place();
    this.#uncover(target);
    if (open) this.#element.querySelector<HTMLElement>("[autofocus], .ask input")?.focus();
  }

  /** Shows the card of a highlight and moves the focus into it. */
  enter(target: HTMLElement): void {
    this.show(target);
    firstFocusable(this.#element)?.focus();
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#unlink();
    if (this.#isOpen()) this.#element.hidePopover();
    this.#element.hidden = true;
  }

  /** Closes the card, and leads the focus in it back to the words. */
  #close(): void {
    const target = this.#hasFocus() ? this.#target : null;
    this.hide();
    if (target) focusHighlight(target);
  }

  /** Scrolls words that the card covers, where it is at the foot of the window, above it. */
  #uncover(target: HTMLElement): void {
    if (!isNarrow()) return;
    const covered = target.getBoundingClientRect().bottom - this.#element.getBoundingClientRect().top;
    if (covered > 0) scrollBy({ top: covered + 16 });
  }

  #isOpen(): boolean {
    return this.#element.matches(":popover-open");
  }

  #unlink(): void {
    const target = this.#target;
    this.#target = null;
    if (!target) return;
    target.classList.remove("has-card");
    target.removeAttribute("aria-details");
    if (target.hasAttribute("aria-expanded")) target.setAttribute("aria-expanded", "false");
  }

  #hasFocus(): boolean {
    return this.#element.contains(document.activeElement);
  }

  /** Calls `act` after a delay, unless the focus is in the card by then. */
  #later(act: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => !this.#hasFocus() && act(), delay);
  }

  #place(): void {
    if (this.#target && !this.#element.hidden) placeCard(this.#element, this.#target);
  }

  #listenToPointer(): void {
    const hideLater = () => this.#later(() => this.hide(), LEAVE_DELAY);
    // Browsers report a pointer at rest too, when the article moves or appears under it.
    document.addEventListener("pointermove", (event) => {
      const isMoved = this.#isMoved(event);
      this.#pointer = { x: event.clientX, y: event.clientY };
      if (!isMoved || !this.#reading.contains(event.target as Node)) return;
      const target = highlightAt(event.target);
      if (event.pointerType === "touch" || target === this.#hovered) return;
      this.#hovered = target;
      if (target) this.#later(() => !this.#isSelecting() && this.show(target), HOVER_DELAY);
      else hideLater();
    });
    this.#reading.addEventListener("pointerleave", (event) => {
      this.#hovered = null;
      if (this.#isMoved(event)) hideLater();
    });
    // The card would cover the buttons beside the selection.
    document.addEventListener("selectionchange", () => {
      if (this.#isSelecting() && !this.#hasFocus()) this.hide();
    });
    this.#element.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.#element.addEventListener("pointerleave", (event) => {
      if (this.#isMoved(event)) hideLater();
    });
    document.addEventListener("pointerdown", (event) => {
      const pressed = event.target as Node;
      if (!this.#element.contains(pressed) && !this.#reading.contains(pressed)) this.hide();
    });
  }

  /** Whether words of the article are selected. */
  #isSelecting(): boolean {
    const selection = getSelection();
    return selection?.isCollapsed === false && this.#reading.contains(selection.anchorNode);
  }

  /** Whether the pointer is elsewhere than before; of the first event, that cannot be told. */
  #isMoved({ clientX, clientY }: PointerEvent): boolean {
    const before = this.#pointer;
    return before !== null && (before.x !== clientX || before.y !== clientY);
  }

  #listenToFocus(): void {
    document.addEventListener("focusin", (event) => {
      const focused = event.target as Node;
      if (focused !== this.#target && !this.#element.contains(focused)) this.hide();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#escape(event);
      else if (event.key === "Tab" && this.#target) this.#moveFocus(event, this.#target);
    });
  }

  #escape(event: KeyboardEvent): void {
    if (this.#element.hidden) return;
    event.preventDefault();
    this.#close();
  }

  /** Treats the card as if it followed its highlight in the document. */
  #moveFocus(event: KeyboardEvent, target: HTMLElement): void {
    const focused = document.activeElement;
    let next: HTMLElement | undefined;
    if (!event.shiftKey && focused === target) next = firstFocusable(this.#element);
    else if (!event.shiftKey && focused === lastFocusable(this.#element))
      next = nextFocusable(target, this.#element);
    else if (event.shiftKey && focused === firstFocusable(this.#element)) next = target;
    if (!next) return;
    event.preventDefault();
    if (focused !== target) this.hide();
    if (next === target) focusHighlight(target);
    else next.focus();
  }
}

/** Moves the focus to a highlight, also to one that the Tab key does not reach. */
export function focusHighlight(highlight: HTMLElement): void {
  if (highlight.tabIndex < 0) highlight.tabIndex = -1;
  highlight.focus({ preventScroll: true });
}

/** The highlight of the drawn article that an event happened on. */
export function highlightAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element
    ? target.closest<HTMLElement>("#reading [data-quote], #reading [data-entity]")
    : null;
}
