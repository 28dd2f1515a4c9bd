import type { Report } from "../core/report.js";
import type { Labels } from "../texts/types.js";

/** The `<who-said>` element. */
export interface WhoSaidElement extends HTMLElement {
  /** The report on the article, once there is one. */
  readonly report: Report | undefined;
  /** The words that the panel shows. Set some of them to replace these and keep the others. */
  get labels(): Labels;
  set labels(labels: Partial<Labels>);
  /** Analyzes the article as it is now and highlights it; resolves also when that fails. */
  analyze(): Promise<void>;
  /** Removes every highlight, until `analyze` is called. */
  clear(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "who-said": WhoSaidElement;
  }
  interface HTMLElementEventMap {
    /** An article has been analyzed. */
    "whosaid-report": CustomEvent<Report>;
    /** An article could not be analyzed. */
    "whosaid-error": CustomEvent<Error>;
  }
}
