import { PlainField } from "./plain-field.js";
import type { FieldEvents, TextField } from "./text-field.js";

/** From this length on, in UTF-16 units, browsers take too long to lay a `<textarea>` out with each key. */
const LONG = 500_000;

/** The field for the article: a `<textarea>`, or for a long text an editor that lays out only what is in view. */
export class ArticleField implements FieldEvents {
  onInput: FieldEvents["onInput"] = () => {};
  onPaste: FieldEvents["onPaste"] = () => false;
  #plain = new PlainField(this);
  /** The field that is shown now. */
  current: TextField = this.#plain;
  /** The text of the `<textarea>` before it changed. */
  #last = "";
  #isOpening = false;

  constructor() {
    // Browsers bring back what a `<textarea>` contained, when one goes back to the page, without an event.
    this.#plain.element.addEventListener("focus", () => this.show(this.value));
  }

  /** Whether the editor is shown, whose value takes time to make. */
  get isLong(): boolean {
    return this.current !== this.#plain;
  }

  get value(): string {
    return this.current.value;
  }

  /** Shows a text, which was typed here or is another one, in the kind of field that its length needs. */
  show(text: string): void {
    let before = this.#last;
    if (this.value !== text) {
      if (text.length < LONG) {
        this.current.close?.();
        this.current = this.#plain;
      }
      this.current.value = before = text;
      this.current.element.dataset.typed = "no";
    }
    this.#last = this.isLong ? "" : text;
    this.#plain.fit(this.#last);
    // Where the editor cannot be loaded, it is not tried again with each key.
    if (before === text || before.length < LONG) void this.#openLong(before);
  }

  /** Puts the editor in the place of a `<textarea>` with a long text; what was typed since `before` is its first step of undo. */
  async #openLong(before: string): Promise<void> {
    if (this.isLong || this.#isOpening || this.#plain.length < LONG) return;
    this.#isOpening = true;
    // Without the editor, the `<textarea>` answers slowly.
    const loaded = await import("./long-field.js").catch(() => null);
    this.#isOpening = false;
    if (!loaded || this.#plain.length < LONG) return;
    this.current = new loaded.LongField(this, this.#plain, before);
    this.#last = "";
  }
}
