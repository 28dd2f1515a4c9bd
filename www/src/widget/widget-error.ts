import type { widgetErrors } from "../texts/en/widget-errors.js";
import { fill } from "../texts/format.js";
import type { WhoSaidError } from "./types.js";

/** The messages by their codes. */
export type Messages = typeof widgetErrors;

/** A failure, whose message for developers is filled in when it is reported. */
export class WidgetError extends Error implements WhoSaidError {
  override name = "WhoSaidError";
  readonly code: keyof Messages;
  #details: Readonly<Record<string, string>>;

  constructor(code: keyof Messages, details: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.#details = details;
  }

  /** Fills in the message. */
  explain(messages: Messages): this {
    this.message = fill(messages[this.code], this.#details);
    return this;
  }
}
