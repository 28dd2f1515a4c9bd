import { AppError } from "../core/errors.js";
import type { DismissedFinding } from "../ui/check/dismissals.js";
import { blankView, type CheckHost, type CheckView, failureView } from "./check-host.js";
import type { OpenCheck } from "./open-check.js";

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
    this.#view = blankView(host);
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
    this.#view = failureView(this.#host, new AppError("checkUnavailable"), () => void this.open());
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
