import init, { Analyzer, type Report } from "./wasm/whosaid.js";

/** What the engine asks its worker. */
export interface Question {
  number: number;
  text: string;
}

/** What the worker answers; progress is a share from 0 to 1. */
export type Answer =
  | { number: number; report: Report }
  | { number: number; error: string }
  | { number: number; progress: number };

/** An analysis that was given up. */
export class Stopped extends Error {
  constructor() {
    super("The analysis was stopped.");
  }
}

interface Asked {
  done: (report: Report) => void;
  failed: (error: Error) => void;
  progress: ((share: number) => void) | undefined;
}

/** Analyzes texts in a worker, or, where the page allows none, in the page itself. */
export class Engine {
  /** The compiled core, ready to be used in the page too. */
  readonly module: Promise<WebAssembly.Module>;
  #createWorker: () => Worker;
  #worker: Promise<Worker | null>;
  #asked = new Map<number, Asked>();
  #number = 0;
  /** What analyzes in the page itself. */
  #analyzer: Analyzer | undefined;

  constructor(core: URL, createWorker: () => Worker) {
    this.module = compile(core);
    // Whoever analyzes first hears of a failure; nobody else must.
    this.module.catch(() => {});
    this.#createWorker = createWorker;
    this.#worker = this.#start();
  }

  /** The report on `text`; fails with a message for the reader. */
  async analyze(text: string, progress?: (share: number) => void): Promise<Report> {
    const module = await this.module;
    const worker = await this.#worker;
    if (!worker) {
      if (!this.#analyzer) {
        await init({ module_or_path: module });
        this.#analyzer = new Analyzer();
      }
      return this.#analyzer.analyze(text);
    }
    const number = ++this.#number;
    return new Promise((done, failed) => {
      this.#asked.set(number, { done, failed, progress });
      worker.postMessage({ number, text } satisfies Question);
    });
  }

  /** Gives up what is being analyzed, and is ready for the next text. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = worker.then((worker) => {
      worker?.terminate();
      return this.#start();
    });
    await worker;
    this.#fail(new Stopped());
  }

  async #start(): Promise<Worker | null> {
    let worker: Worker;
    try {
      worker = this.#createWorker();
    } catch {
      return null;
    }
    const ready = new Promise<boolean>((resolve) => {
      worker.onmessage = () => resolve(true);
      worker.onerror = () => resolve(false);
    });
    const module = await this.module.catch(() => null);
    if (!module) return worker;
    worker.postMessage(module);
    if (!(await ready)) {
      worker.terminate();
      return null;
    }
    performance.mark?.("whosaid-ready");
    worker.onmessage = (event: MessageEvent<Answer>) => this.#answer(event.data);
    worker.onerror = () =>
      this.#fail(new Error("The analysis stopped unexpectedly. Your text is unharmed; try a part of it."));
    return worker;
  }

  #answer(answer: Answer): void {
    const asked = this.#asked.get(answer.number);
    if ("progress" in answer) {
      asked?.progress?.(answer.progress);
      return;
    }
    this.#asked.delete(answer.number);
    if ("report" in answer) asked?.done(answer.report);
    else asked?.failed(new Error(answer.error));
  }

  #fail(error: Error): void {
    for (const asked of this.#asked.values()) asked.failed(error);
    this.#asked.clear();
  }
}

/** Compiles while streaming; a host that serves wasm under a wrong type is met half-way. */
async function compile(core: URL): Promise<WebAssembly.Module> {
  let response: Response;
  try {
    response = await fetch(core);
  } catch {
    throw new Error("The analyzer could not be loaded. Check the connection and reload the page.");
  }
  if (!response.ok)
    throw new Error(`The analyzer could not be loaded (${response.status} for ${core.pathname}).`);
  try {
    return response.headers.get("content-type")?.startsWith("application/wasm")
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    throw new Error(
      "The analyzer does not run here. It needs Chrome or Edge 91, Firefox 89, Safari 16.4, or newer; if yours is, reload the page.",
    );
  }
}
