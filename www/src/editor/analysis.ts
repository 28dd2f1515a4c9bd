import { AppError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import { countWidgets, forgetEngine, getEngine } from "../embed/engines.js";
import { coreUrl } from "../embed/script-url.js";

/** How long a writer must pause before the text is analyzed, in milliseconds; without a worker, longer. */
const PAUSE = 250;
const PAUSE_WITHOUT_WORKER = 1500;
/** An analysis begins at the latest so long after a change, in milliseconds, although the writer does not pause. */
const LONGEST_DELAY = 2000;

/** Who wants the reports. */
export interface AnalysisHost {
  text(): string;
  /** The address of the core, or null. */
  core(): string | null;
  /** An analysis has begun; `isLoading` where the analyzer is not there yet. */
  begun(isLoading: boolean): void;
  done(text: string, report: Report): Promise<void>;
  failed(error: AppError): void;
}

/** Keeps the report up to date with a text that changes, with one analysis at a time. */
export class DraftAnalysis {
  #host: AnalysisHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the text changed that is not analyzed yet. */
  #changedAt: number | null = null;
  #isRunning = false;
  #isDue = false;
  #isStopped = true;
  /** Changes whenever what is going on is to have no effect any more. */
  #epoch = 0;
  #hasReport = false;
  #hasWorker = true;

  constructor(host: AnalysisHost) {
    this.#host = host;
  }

  /** Begins to load the analyzer, and analyzes the text. */
  start(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    countWidgets(1);
    getEngine(coreUrl(this.#host.core())).catch(() => {});
    this.changed();
  }

  /** Ends everything; nothing is reported any more. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#epoch++;
    this.#isRunning = false;
    this.#isDue = false;
    this.#changedAt = null;
    clearTimeout(this.#timer);
    countWidgets(-1);
  }

  /** Analyzes the text when the writer pauses; the first one at once. */
  changed(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#changedAt ??= now;
    const pause = this.#hasReport ? (this.#hasWorker ? PAUSE : PAUSE_WITHOUT_WORKER) : 0;
    const delay = Math.min(pause, Math.max(0, this.#changedAt + LONGEST_DELAY - now));
    this.#timer = setTimeout(() => void this.#run(), delay);
  }

  /** Tries again with an analyzer that is loaded again. */
  retry(): void {
    forgetEngine(coreUrl(this.#host.core()));
    this.#hasReport = false;
    this.changed();
  }

  async #run(): Promise<void> {
    this.#changedAt = null;
    if (this.#isRunning) {
      this.#isDue = true;
      return;
    }
    this.#isRunning = true;
    const epoch = this.#epoch;
    do {
      this.#isDue = false;
      await this.#analyze(epoch);
    } while (this.#isDue && epoch === this.#epoch);
    if (epoch === this.#epoch) this.#isRunning = false;
  }

  async #analyze(epoch: number): Promise<void> {
    const text = this.#host.text();
    const core = coreUrl(this.#host.core());
    if (text.trim() === "") return;
    try {
      const { engine, hasWorker } = await getEngine(core);
      if (epoch !== this.#epoch) return;
      this.#hasWorker = hasWorker;
      this.#host.begun(!engine.isReady);
      const report = await engine.analyze(text);
      if (epoch !== this.#epoch) return;
      this.#hasReport = true;
      await this.#host.done(text, report);
    } catch (error) {
      if (epoch !== this.#epoch) return;
      this.#host.failed(error instanceof AppError ? error : new AppError("analysisFailed"));
      if (!(error instanceof AppError)) console.error(error);
    }
  }
}
