import { AppError } from "./errors.js";
import type { Report } from "./report.js";
import init, { Analyzer } from "./wasm/whosaid.js";

/** What the engine sends to its worker. */
export interface AnalysisRequest {
  id: number;
  text: string;
}

/** What the worker sends back; progress is a share from 0 to 1. */
export type AnalysisResponse =
  | { id: number; report: Report }
  | { id: number; error: "textTooLong" | "analysisFailed" }
  | { id: number; progress: number };

interface PendingRequest {
  resolve: (report: Report) => void;
  reject: (error: Error) => void;
  progress: ((share: number) => void) | undefined;
}

/** Analyzes texts in a worker, or, where the page allows no worker, in the page itself. */
export class Engine {
  /** The compiled core, which the page can use too. */
  readonly module: Promise<WebAssembly.Module>;
  #createWorker: () => Worker;
  #worker: Promise<Worker | null>;
  #pending = new Map<number, PendingRequest>();
  #lastId = 0;
  /** Analyzes in the page itself. */
  #analyzer: Analyzer | undefined;

  constructor(coreUrl: URL, createWorker: () => Worker) {
    this.module = compile(coreUrl);
    // A failure is reported by the first analysis.
    this.module.catch(() => {});
    this.#createWorker = createWorker;
    this.#worker = this.#startWorker();
  }

  /**
   * Analyzes a text and resolves to its report.
   *
   * `progress` receives the share that is done, from 0 to 1. Rejects with an {@link AppError}.
   */
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
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, progress });
      worker.postMessage({ id, text } satisfies AnalysisRequest);
    });
  }

  /** Stops every analysis, which rejects with the code `stopped`, and starts a new worker. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = worker.then((worker) => {
      worker?.terminate();
      return this.#startWorker();
    });
    await worker;
    this.#rejectAll(new AppError("stopped"));
  }

  async #startWorker(): Promise<Worker | null> {
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
    worker.onmessage = (event: MessageEvent<AnalysisResponse>) => this.#receive(event.data);
    worker.onerror = () => this.#rejectAll(new AppError("engineCrashed"));
    return worker;
  }

  #receive(response: AnalysisResponse): void {
    const request = this.#pending.get(response.id);
    if ("progress" in response) {
      request?.progress?.(response.progress);
      return;
    }
    this.#pending.delete(response.id);
    if ("report" in response) request?.resolve(response.report);
    else request?.reject(new AppError(response.error));
  }

  #rejectAll(error: Error): void {
    for (const request of this.#pending.values()) request.reject(error);
    this.#pending.clear();
  }
}

/** Compiles while streaming; a host that serves wasm with another content type is supported too. */
async function compile(coreUrl: URL): Promise<WebAssembly.Module> {
  let response: Response;
  try {
    response = await fetch(coreUrl);
  } catch {
    throw new AppError("engineUnavailable");
  }
  if (!response.ok)
    throw new AppError("engineNotFound", { status: String(response.status), path: coreUrl.pathname });
  try {
    return response.headers.get("content-type")?.startsWith("application/wasm")
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    throw new AppError("engineUnsupported");
  }
}
