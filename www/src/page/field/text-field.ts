import type { TextRange } from "../../core/report.js";

/** What a field tells of. */
export interface FieldEvents {
  /** The user changed the text. */
  onInput(): void;
  /** Something is pasted; returns whether the field is to leave that alone. */
  onPaste(event: ClipboardEvent): boolean;
}

/** An element in which the user writes the text, and which fires `select` like a `<textarea>`; all places are in UTF-16 units. */
export interface TextField {
  readonly element: HTMLElement;
  /** The text; what puts another one in its place is not undone by the field itself. */
  value: string;
  readonly length: number;
  readonly selection: TextRange;
  focus(options?: FocusOptions): void;
  /** Selects a passage, scrolls to it and gives the field the focus; a `<textarea>` needs no help for that. */
  reveal?(passage: TextRange): void;
  /** Gives way to the `<textarea>`. */
  close?(): void;
  /** Where in the window the selection ends, if that is in view. */
  selectionBox(): DOMRect | undefined;
}
