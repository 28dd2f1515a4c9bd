import type { CheckSettings, Finding } from "../core/check.js";
import { AppError } from "../core/errors.js";
import type { EditorWords } from "../texts/editor.js";
import { messageFor } from "../texts/page.js";
import type { Article } from "../ui/article.js";
import type { DismissedFinding } from "../ui/check/dismissals.js";
import { makeButton } from "../ui/elements.js";
import { hint } from "../ui/lists.js";
import type { OpenCheck } from "./open-check.js";

/** What the tab of the check shows. */
export interface CheckView {
  /** How many findings are listed; null where that is not known. */
  readonly count: number | null;
  draw(): HTMLElement[];
}

/** Who wants the findings. */
export interface CheckHost {
  words(): EditorWords;
  article(): Article | null;
  core(): string | null;
  settings(): CheckSettings;
  /** Adds a style sheet to those of the sidebar. */
  addStyles(styles: string): void;
  /** The writer wants to see the place of a finding in the article. */
  show(finding: Finding): void;
  /** The writer wants the fix of a finding in the article. */
  fix(finding: Finding, article: Article): void;
  /** There is another view. */
  changed(): void;
  /** What has been dismissed is to be kept. */
  dismissed(): void;
}

/** The check of a draft, whose script is loaded when its tab is first opened. */
export class DraftCheck {
  #host: CheckHost;
  #view: CheckView;
  #open: OpenCheck | undefined;
  #dismissed: readonly DismissedFinding[] = [];
  /** Changes whenever what is being loaded is to have no effect any more. */
  #epoch = 0;

  constructor(host: CheckHost) {
    this.#host = host;
    this.#view = { count: null, draw: () => [hint(host.words().texts.panel.emptyCheck)] };
  }

  get view(): CheckView {
    return this.#open?.view ?? this.#view;
  }

  /** What the writer has dismissed. */
  get dismissed(): DismissedFinding[] {
    return this.#open?.dismissed ?? [...this.#dismissed];
  }

  set dismissed(findings: readonly DismissedFinding[]) {
    if (this.#open) this.#open.dismissed = findings;
    else this.#dismissed = findings;
  }

  /** Loads the check, or tries again. */
  async open(): Promise<void> {
    if (this.#open) return this.#open.retry();
    const epoch = this.#epoch;
    const part = await import("./check-part.js").catch(() => null);
    if (this.#open || epoch !== this.#epoch) return;
    if (part) {
      this.#open = part.openCheck(this.#host, this.#dismissed);
      return this.#open.update();
    }
    const words = this.#host.words();
    const message = hint(messageFor(words, new AppError("checkUnavailable")));
    const retry = makeButton("plain", words.editor.retry, () => void this.open());
    this.#view = { count: null, draw: () => [message, retry] };
    this.#host.changed();
  }

  /** Checks the article as it is now, if the check is open. */
  update(): void {
    this.#open?.update();
  }

  /** Ends the worker. */
  stop(): void {
    this.#epoch++;
    this.#open?.stop();
  }
}
