import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import { get } from "./dom.js";
import type { ArticleField } from "./field/article-field.js";
import { type State, type Status, setStatus } from "./state.js";
import type { Store } from "./store.js";

/** How long results wait before they are read out, so that typing is not interrupted, in milliseconds. */
const QUIET_TIME = 1200;
/** How long an announcement is shown unless the pointer or the focus is on it, in milliseconds. */
const TOAST_TIME = 8000;

/** Shows messages and progress, and passes messages to screen readers. */
export function connectStatus(
  store: Store<State>,
  { texts }: Words,
  field: ArticleField,
  stop: () => void,
): void {
  const status = get("status");
  const message = get("message");
  const dismiss = get("dismiss");
  const announcement = get("announcement");
  const working = get("working");
  const progress = get<HTMLProgressElement>("progress");
  const moveFocusBack = () => {
    if (store.state.view === "text") field.current.focus({ preventScroll: true });
    else get("reading").focus({ preventScroll: true });
  };
  const toast = new Toast(moveFocusBack);
  let lastResult = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const showBelow = (text: string, failed = false) => {
    status.textContent = text;
    status.classList.toggle("failed", failed);
    message.classList.toggle("failed", failed);
    dismiss.hidden = !failed;
  };
  const showStatus = ({ message, tone, undo }: Status) => {
    if (tone === "announcement" || tone === "spoken") {
      showBelow(lastResult);
      if (tone === "spoken") toast.hide();
      else toast.show(message, undo);
    } else {
      showBelow(message, tone === "error");
      if (tone === "error") toast.hide();
      else lastResult = message;
    }
    const spoken = undo ? fill(texts.changes.undoHint, { change: message }) : message;
    clearTimeout(timer);
    const announce = () => {
      announcement.textContent = spoken;
    };
    if (tone === "info") timer = setTimeout(announce, QUIET_TIME);
    else announce();
  };

  store.watch(({ status }) => status, showStatus);
  store.watch(
    (state) => state.progress,
    (share) => {
      working.hidden = share === null;
      progress.value = share ?? 0;
    },
  );
  dismiss.addEventListener("click", () => {
    store.update((state) => setStatus(state, lastResult));
    moveFocusBack();
  });
  get("stop").addEventListener("click", stop);
}

/** A message in view that goes by itself, with a button that takes back what it tells of. */
class Toast {
  #element = get("toast");
  #text = get("toast-text");
  #undoButton = get("toast-undo");
  #moveFocusBack: () => void;
  #undo: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(moveFocusBack: () => void) {
    this.#moveFocusBack = moveFocusBack;
    this.#undoButton.addEventListener("click", () => {
      const undo = this.#undo;
      this.#close();
      undo?.();
    });
    get("toast-close").addEventListener("click", () => this.#close());
    for (const type of ["pointerenter", "focusin"])
      this.#element.addEventListener(type, () => clearTimeout(this.#timer));
    for (const type of ["pointerleave", "focusout"])
      this.#element.addEventListener(type, () => this.#hideLater());
  }

  show(message: string, undo?: () => void): void {
    this.hide();
    this.#text.textContent = message;
    this.#undo = undo;
    this.#undoButton.hidden = !undo;
    this.#element.hidden = false;
    // Above the card, which is in the top layer too.
    this.#element.showPopover?.();
    this.#hideLater();
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (this.#element.matches(":popover-open")) this.#element.hidePopover();
    this.#element.hidden = true;
  }

  /** Hides the message and gives the focus, which its buttons had, to the article or the text. */
  #close(): void {
    this.hide();
    this.#moveFocusBack();
  }

  #hideLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), TOAST_TIME);
  }
}
