import type { TextRange } from "../../core/report.js";
import { get } from "../dom.js";
import type { FieldEvents, TextField } from "./text-field.js";

/** Longer texts are coloured in the reading view only, in UTF-16 units. */
export const LONGEST_MIRRORED = 60_000;

/** A `<textarea>`, over a copy of its text that shows the quotes' colours. */
export class PlainField implements TextField {
  readonly element = get<HTMLTextAreaElement>("text");
  #mirror = get("mirror");

  constructor(events: FieldEvents) {
    this.element.addEventListener("input", () => events.onInput());
    this.element.addEventListener("paste", (event) => {
      if (events.onPaste(event)) event.preventDefault();
    });
  }

  get value(): string {
    return this.element.value;
  }

  set value(text: string) {
    this.element.value = text;
  }

  get length(): number {
    return this.element.textLength;
  }

  get selection(): TextRange {
    return { start: this.element.selectionStart, end: this.element.selectionEnd };
  }

  focus(options?: FocusOptions): void {
    this.element.focus(options);
  }

  selectionBox(): DOMRect | undefined {
    // The copy behind the field has the same lines.
    const range = document.createRange();
    const nodes = document.createTreeWalker(this.#mirror, NodeFilter.SHOW_TEXT);
    let left = this.element.selectionEnd;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const { length } = node as Text;
      if (left > length) {
        left -= length;
        continue;
      }
      range.setStart(node, Math.max(0, left - 1));
      range.setEnd(node, left);
      return [...range.getClientRects()].at(-1);
    }
    return undefined;
  }

  /** Makes the field as high as a text, or has it scroll by itself. */
  fit(text: string): void {
    const isLong = text.length > LONGEST_MIRRORED;
    this.element.classList.toggle("long", isLong);
    // The copy gives the field its height, before it has colours too.
    if (isLong) this.#mirror.replaceChildren();
    else if (this.#mirror.textContent !== `${text}\n`) this.#mirror.replaceChildren(`${text}\n`);
  }
}
