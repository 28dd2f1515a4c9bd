import type { Engine } from "../core/engine.js";
import { AppError } from "../core/errors.js";
import { messageFor, type Words } from "../texts/page.js";
import { describeResult } from "./describe.js";
import { isBlank, type State, setProgress, setReport, setStatus } from "./state.js";
import type { Store } from "./store.js";

/** Longer texts are analyzed once the user pauses, in UTF-16 units. */
const IMMEDIATE_LENGTH = 30_000;
/** The length of that pause, in milliseconds. */
const TYPING_PAUSE = 250;
/** How long an analysis may take before its progress is shown, in milliseconds. */
const PROGRESS_DELAY = 350;

/** Keeps the report in the store up to date with the text. */
export class Analysis {
  #store: Store<State>;
  #words: Words;
  #engine: Engine;
  #lastRun = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store<State>, words: Words, engine: Engine) {
    this.#store = store;
    this.#words = words;
    this.#engine = engine;
  }

  /** Analyzes the text soon, unless it changes before. */
  schedule(): void {
    clearTimeout(this.#timer);
    const pause = this.#store.state.text.length <= IMMEDIATE_LENGTH ? 0 : TYPING_PAUSE;
    this.#timer = setTimeout(() => void this.run(), pause);
  }

  /** Ignores the result of the analysis that is running. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#lastRun++;
    this.#store.update((state) => setProgress(state, null));
  }

  /** Stops the analysis that is running. */
  stop(): void {
    void this.#engine.stop();
  }

  /** Analyzes the text; resolves to whether the store received a report. */
  async run(): Promise<boolean> {
    this.discard();
    const run = this.#lastRun;
    const { text } = this.#store.state;
    if (isBlank(text)) {
      this.#store.update((state) => setStatus(state, ""));
      return false;
    }
    const isCurrent = () => run === this.#lastRun;
    const show = (share: number | null) =>
      isCurrent() && this.#store.update((state) => setProgress(state, share));
    let share = 0;
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      show(share);
    }, PROGRESS_DELAY);
    try {
      const report = await this.#engine.analyze(text, (done) => {
        share = done;
        if (isSlow) show(share);
      });
      if (!isCurrent()) return false;
      this.#store.update((state) => {
        const next = setReport(state, text, report);
        return next.article ? setStatus(next, describeResult(this.#words, next.article)) : next;
      });
      return true;
    } catch (error) {
      if (!isCurrent()) return false;
      const wasStopped = error instanceof AppError && error.code === "stopped";
      this.#store.update((state) =>
        setStatus(state, messageFor(this.#words, error), wasStopped ? "info" : "error"),
      );
      return false;
    } finally {
      clearTimeout(timer);
      show(null);
    }
  }
}
