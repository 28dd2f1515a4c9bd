import init, { analyze, type Report } from "./wasm/whosaid.js";

/** What the engine asks its worker. */
export interface Question {
  number: number;
  text: string;
}

/** What the worker answers. */
export type Answer = { number: number; report: Report } | { number: number; error: string };

/** Analyzes texts in a worker, or, where the page allows none, in the page itself. */
export class Engine {
  /** The compiled core, ready to be used in the page too. */
  readonly module: Promise<WebAssembly.Module>;
  #worker: Promise<Worker | null>;
  #asked = new Map<number, { done: (report: Report) => void; failed: (error: Error) => void }>();
  #number = 0;

  constructor(core: URL, createWorker: () => Worker) {
    this.module = compile(core);
    // Whoever analyzes first hears of a failure; nobody else must.
    this.module.catch(() => {});
    this.#worker = this.#start(createWorker);
  }

  /** The report on `text`; fails with a message for the reader. */
  async analyze(text: string): Promise<Report> {
    const module = await this.module;
    const worker = await this.#worker;
    if (!worker) {
      await init({ module_or_path: module });
      return analyze(text);
    }
    const number = ++this.#number;
    return new Promise((done, failed) => {
      this.#asked.set(number, { done, failed });
      worker.postMessage({ number, text } satisfies Question);
    });
  }

  /** Stops the worker; what is still being analyzed is given up. */
  async close(): Promise<void> {
    (await this.#worker)?.terminate();
    this.#fail("The analysis was stopped.");
  }

  async #start(createWorker: () => Worker): Promise<Worker | null> {
    let worker: Worker;
    try {
      worker = createWorker();
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
    worker.onmessage = (event: MessageEvent<Answer>) => this.#answer(event.data);
    worker.onerror = () =>
      this.#fail("The analysis stopped unexpectedly. Your text is unharmed; try a part of it.");
    return worker;
  }

  #answer(answer: Answer): void {
    const asked = this.#asked.get(answer.number);
    this.#asked.delete(answer.number);
    if ("report" in answer) asked?.done(answer.report);
    else asked?.failed(new Error(answer.error));
  }

  #fail(message: string): void {
    for (const asked of this.#asked.values()) asked.failed(new Error(message));
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
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
