import type { Engine } from "../core/engine.js";
import { AppError, type ErrorCode } from "../core/errors.js";
import { messageFor, type Words } from "../texts/page.js";
import { describeResult } from "../ui/describe.js";
import { countQuotedWords } from "../ui/words.js";
import { isBlank, type State, setProgress, setReport, setStatus, showView, type View } from "./state.js";
import type { Store } from "./store.js";
import { forEachInSlices } from "./tasks.js";

/** Longer texts are analyzed once the user pauses, in UTF-16 units. */
const IMMEDIATE_LENGTH = 30_000;
/** The length of that pause, in milliseconds. */
const TYPING_PAUSE = 250;
/** How long an analysis may take before its progress is shown, in milliseconds. */
const PROGRESS_DELAY = 350;

/** How long the core may take to arrive before that is said, in milliseconds. */
const LOADING_DELAY = 5000;
/** What a connection that has come back may mend. */
const CONNECTION_ERRORS: readonly ErrorCode[] = ["engineUnavailable", "engineNotFound", "engineDamaged"];

/** Keeps the report in the store up to date with the text. */
export class Analysis {
  #store: Store<State>;
  #words: Words;
  #engine: Engine;
  #lastRun = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Withdraws the analysis that is running or waits for its turn. */
  #abort = new AbortController();
  #failedForConnection = false;

  constructor(store: Store<State>, words: Words, engine: Engine) {
    this.#store = store;
    this.#words = words;
    this.#engine = engine;
    window.addEventListener("online", () => {
      if (this.#failedForConnection) void this.run();
    });
  }

  /** Analyzes the text, which has this length, soon, unless it changes before. */
  schedule(length: number): void {
    clearTimeout(this.#timer);
    const pause = length <= IMMEDIATE_LENGTH ? 0 : TYPING_PAUSE;
    this.#timer = setTimeout(() => void this.run(), pause);
  }

  /** Ignores the result of the analysis that is running. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#lastRun++;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#failedForConnection = false;
    this.#store.update((state) => setProgress(state, null));
  }

  /** Stops the analysis that is running. */
  stop(): void {
    this.#engine.stop();
  }

  /** Analyzes the text, and shows a view once its report is there; resolves to whether it is shown. */
  async run(view?: View): Promise<boolean> {
    this.discard();
    const run = this.#lastRun;
    const { text } = this.#store.state;
    if (isBlank(text)) {
      this.#store.update((state) => setStatus(state, ""));
      return false;
    }
    const isCurrent = () => run === this.#lastRun;
    const show = (share: number | null) =>
      isCurrent() && this.#store.update((state) => setProgress(state, share), true);
    let share = 0;
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      show(share);
    }, PROGRESS_DELAY);
    const { loading, restarted } = this.#words.texts.status;
    const tell = (message: string) => isCurrent() && this.#store.update((state) => setStatus(state, message));
    const loadingTimer = setTimeout(() => this.#engine.isReady || tell(loading), LOADING_DELAY);
    try {
      const report = await this.#engine.analyze(text, {
        signal: this.#abort.signal,
        onProgress: (done) => {
          share = done;
          if (isSlow) show(share);
        },
        onRestart: () => tell(restarted),
      });
      if (!isCurrent()) return false;
      // What takes long is done in advance, in slices.
      await forEachInSlices(report.quotes, (quote) => countQuotedWords({ text, report }, quote), isCurrent);
      if (!isCurrent()) return false;
      this.#store.update((state) => {
        // The view first: nothing of the other one is measured then.
        const next = setReport(view ? showView(state, view) : state, text, report);
        return next.article ? setStatus(next, describeResult(this.#words, next.article)) : next;
      });
      return true;
    } catch (error) {
      if (!isCurrent()) return false;
      const code = error instanceof AppError ? error.code : null;
      const wasStopped = code === "stopped";
      this.#failedForConnection = code !== null && CONNECTION_ERRORS.includes(code);
      this.#store.update((state) =>
        setStatus(state, messageFor(this.#words, error), wasStopped ? "info" : "error"),
      );
      return false;
    } finally {
      clearTimeout(timer);
      clearTimeout(loadingTimer);
      show(null);
    }
  }
}
