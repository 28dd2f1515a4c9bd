import { AnalysisWorker, WorkerForbidden, WorkerLost } from "./analysis-worker.js";
import { AppError } from "./errors.js";
import { compileCore } from "./module.js";
import type { Report } from "./report.js";
import init, { Analyzer } from "./wasm/whosaid.js";

/** How often a text is tried before it is taken for the reason why workers are lost. */
const ATTEMPTS = 2;

/** What may happen during an analysis. */
export interface AnalysisOptions {
  /** Receives the share that is done, from 0 to 1. */
  onProgress?: (share: number) => void;
  /** Called when the worker was lost and the text is analyzed again by another one. */
  onRestart?: () => void;
  /** An analysis that is not needed any more is not begun; it rejects with the code `stopped`. */
  signal?: AbortSignal;
}

interface PendingAnalysis extends AnalysisOptions {
  text: string;
  resolve: (report: Report) => void;
  reject: (error: unknown) => void;
}

/**
 * Analyzes texts, one after another, in a worker, or, where the page allows no worker, in the page itself.
 *
 * A worker that ends, or does not answer, is replaced, and the text is analyzed again. If that fails as well, the
 * analysis rejects, and the same text is not tried another time.
 */
export class Engine {
  #coreUrl: URL;
  #createWorker: () => Worker;
  #module: Promise<WebAssembly.Module> | undefined;
  #worker: Promise<AnalysisWorker | null> | undefined;
  /** The worker that is analyzing. */
  #busy: AnalysisWorker | undefined;
  /** Whether a worker has ever been ready; then a website allows them. */
  #hasWorked = false;
  /** Whether a worker was lost since the last analysis. */
  #wasLostIdle = false;
  /** Whether no worker is kept ready for the next analysis. */
  #isResting = false;
  #pending: PendingAnalysis[] = [];
  #isWorking = false;
  /** The text on which workers were lost. */
  #fatalText: string | undefined;
  /** Analyzes in the page itself. */
  #analyzer: Analyzer | undefined;

  constructor(coreUrl: URL, createWorker: () => Worker) {
    this.#coreUrl = coreUrl;
    this.#createWorker = createWorker;
    this.#prepare();
  }

  /** The compiled core, which the page can use too; one that could not be loaded is loaded again. */
  get module(): Promise<WebAssembly.Module> {
    if (!this.#module) {
      const module = compileCore(this.#coreUrl);
      this.#module = module;
      module.catch(() => {
        this.#module = undefined;
      });
    }
    return this.#module;
  }

  /** Whether a text would be analyzed at once. */
  get isReady(): boolean {
    return this.#hasWorked || this.#analyzer !== undefined;
  }

  /** Resolves to the report on a text. Rejects with an {@link AppError}. */
  analyze(text: string, options: AnalysisOptions = {}): Promise<Report> {
    this.#isResting = false;
    return new Promise((resolve, reject) => {
      this.#pending.push({ ...options, text, resolve, reject });
      void this.#work();
    });
  }

  /** Stops every analysis, which rejects with the code `stopped`, and starts a new worker. */
  stop(): void {
    const stopped = new AppError("stopped");
    for (const { reject } of this.#pending.splice(0)) reject(stopped);
    this.#busy?.end(stopped);
  }

  /** Stops every analysis and ends the worker; the next analysis starts another. */
  rest(): void {
    this.#isResting = true;
    this.stop();
    const worker = this.#worker;
    this.#worker = undefined;
    const end = (worker: AnalysisWorker | null) => {
      if (!worker) return;
      worker.onIdleLoss = undefined;
      worker.end(new AppError("stopped"));
    };
    worker?.then(end, () => {});
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let next = this.#pending[0]; next; next = this.#pending[0]) {
      try {
        next.resolve(await this.#answer(next));
      } catch (error) {
        next.reject(error);
      }
      if (this.#pending[0] === next) this.#pending.shift();
    }
    this.#isWorking = false;
  }

  async #answer(analysis: PendingAnalysis): Promise<Report> {
    const { text, onProgress, onRestart, signal } = analysis;
    for (let attempt = 1; ; attempt++) {
      if (signal?.aborted) throw new AppError("stopped");
      if (text === this.#fatalText) throw new AppError("engineCrashed");
      const worker = await this.#ready();
      if (!worker) return this.#analyzeHere(text);
      if (!this.#pending.includes(analysis)) throw new AppError("stopped");
      this.#wasLostIdle = false;
      this.#busy = worker;
      try {
        return await worker.analyze(text, onProgress);
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
        if (attempt === ATTEMPTS) this.#fatalText = text;
        else onRestart?.();
      } finally {
        this.#busy = undefined;
        if (worker.isEnded) {
          this.#worker = undefined;
          this.#prepare();
        }
      }
    }
  }

  /** Where no worker is allowed. */
  async #analyzeHere(text: string): Promise<Report> {
    try {
      if (!this.#analyzer) {
        await init({ module_or_path: await this.module });
        this.#analyzer = new Analyzer();
      }
      return this.#analyzer.analyze(text);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError(error instanceof RangeError ? "textTooLong" : "analysisFailed");
    }
  }

  /** Starts a worker before it is needed; a failure is reported by the next analysis. */
  #prepare(): void {
    if (!this.#isResting) this.#ready().catch(() => {});
  }

  /** The worker once it is ready, or null where none is allowed. Rejects with an {@link AppError}. */
  #ready(): Promise<AnalysisWorker | null> {
    if (!this.#worker) {
      const worker = this.#start();
      this.#worker = worker;
      worker.catch(() => {
        if (this.#worker === worker) this.#worker = undefined;
      });
    }
    return this.#worker;
  }

  async #start(): Promise<AnalysisWorker | null> {
    for (let attempt = 1; ; attempt++) {
      try {
        const worker = new AnalysisWorker(this.#createWorker);
        await this.#load(worker);
        worker.onIdleLoss = () => this.#replaceIdle();
        this.#hasWorked = true;
        performance.mark?.("whosaid-ready");
        return worker;
      } catch (error) {
        if (error instanceof AppError) throw error;
        // Where a worker was lost, the page itself would be as well.
        if (error instanceof WorkerForbidden && !this.#hasWorked) return null;
        if (attempt === ATTEMPTS) throw new AppError("engineNotStarted");
      }
    }
  }

  /** Gives a worker the core, which may take long to arrive. */
  async #load(worker: AnalysisWorker): Promise<void> {
    try {
      await worker.load(await this.module);
    } catch (error) {
      worker.end(error as Error);
      throw error;
    }
  }

  /** Replaces a worker that ended between two analyses, once until the next one. */
  #replaceIdle(): void {
    this.#worker = undefined;
    if (this.#wasLostIdle) return;
    this.#wasLostIdle = true;
    this.#prepare();
  }
}
