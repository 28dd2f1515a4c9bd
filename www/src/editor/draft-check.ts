import type { Checker, CheckSettings, Finding } from "../core/check.js";
import { AppError } from "../core/errors.js";
import type { Article } from "../ui/article.js";

/** What the check of a draft has found. */
export type CheckState =
  /** Nobody has opened the check yet. */
  | { readonly kind: "closed" }
  /** There is nothing to check. */
  | { readonly kind: "blank" }
  /** What was found before stays until the check is done. */
  | { readonly kind: "busy"; readonly findings: readonly Finding[] | null }
  /** Places count in the article. */
  | { readonly kind: "done"; readonly findings: readonly Finding[]; readonly article: Article }
  | { readonly kind: "error"; readonly error: AppError };

/** Who wants the findings. */
export interface CheckHost {
  article(): Article | null;
  core(): string | null;
  settings(): CheckSettings;
  changed(): void;
}

/** Checks a draft after each report, from when the check is first opened. */
export class DraftCheck {
  #host: CheckHost;
  #state: CheckState = { kind: "closed" };
  #checker: Promise<Checker> | undefined;
  #isRunning = false;
  #isDue = false;
  /** Changes whenever what is going on is to have no effect any more. */
  #epoch = 0;

  constructor(host: CheckHost) {
    this.#host = host;
  }

  get state(): CheckState {
    return this.#state;
  }

  /** Loads the check, or tries again. */
  open(): void {
    if (this.#state.kind === "closed" || this.#state.kind === "error") void this.#run();
  }

  /** Checks the article as it is now, if the check is open. */
  update(): void {
    if (this.#state.kind !== "closed") void this.#run();
  }

  /** Ends the worker. */
  stop(): void {
    this.#epoch++;
    this.#isRunning = false;
    this.#checker?.then((checker) => checker.rest()).catch(() => {});
    this.#checker = undefined;
    if (this.#state.kind === "busy") this.#state = { kind: "closed" };
  }

  async #run(): Promise<void> {
    const { kind } = this.#state;
    if (kind === "closed" || kind === "error") this.#set({ kind: "busy", findings: null });
    if (this.#isRunning) {
      this.#isDue = true;
      return;
    }
    this.#isRunning = true;
    const epoch = this.#epoch;
    do {
      this.#isDue = false;
      const next = await this.#check();
      if (epoch !== this.#epoch) return;
      this.#set(next);
    } while (this.#isDue);
    this.#isRunning = false;
  }

  async #check(): Promise<CheckState> {
    const article = this.#host.article();
    if (!article) return { kind: "blank" };
    try {
      this.#checker ??= import("./check-part.js").then(
        ({ makeChecker }) => makeChecker(this.#host.core()),
        () => Promise.reject(new AppError("checkUnavailable")),
      );
      const checker = await this.#checker;
      const findings = await checker.check(article.text, article.report, this.#host.settings());
      return { kind: "done", findings, article };
    } catch (error) {
      this.#checker = undefined;
      return { kind: "error", error: error instanceof AppError ? error : new AppError("checkFailed") };
    }
  }

  #set(state: CheckState): void {
    this.#state = state;
    this.#host.changed();
  }
}
