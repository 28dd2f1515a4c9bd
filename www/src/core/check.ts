import type { CheckAnswer, CheckMessage, Finding } from "./check-protocol.js";
import type { CheckSettings } from "./check-rules.js";
import { AppError } from "./errors.js";
import { compileCore } from "./module.js";
import type { Report } from "./report.js";
import { cutReport } from "./report-parts.js";
import init, { check } from "./wasm-check/check.js";

export type { Finding, Fix } from "./check-protocol.js";
export type { CheckSettings, RuleId, Severity } from "./check-rules.js";

/** How long the worker may take for a text, in seconds, and how much longer for each million UTF-16 units. */
const PATIENCE = 10;
const PATIENCE_PER_MILLION = 5;

/** No worker is allowed, or its script cannot be loaded. */
class NoWorker extends Error {}

/**
 * Checks drafts, one after another, in a worker, or, where the page allows no worker, in the page itself.
 *
 * Nothing is loaded before the first check. What could not be loaded is loaded again by the next one, and a worker that
 * failed is replaced.
 */
export class Checker {
  #url: URL;
  #createWorker: () => Worker;
  #module: Promise<WebAssembly.Module> | undefined;
  #worker: CheckWorker | undefined;
  /** Whether the page itself checks, and has the module for it. */
  #isHere = false;
  #last: Promise<unknown> = Promise.resolve();

  /** `url` is that of the module, `createWorker` starts `check-worker.ts`. */
  constructor(url: URL, createWorker: () => Worker) {
    this.#url = url;
    this.#createWorker = createWorker;
  }

  /**
   * Resolves to what the rules find, in the order of the text; `report` is the one on this text, after corrections.
   * Rejects with an {@link AppError}: `checkUnavailable`, `checkRefused` or `checkFailed`.
   */
  check(text: string, report: Report, settings: CheckSettings = {}): Promise<readonly Finding[]> {
    const findings = this.#last.then(() => this.#check(text, report, settings));
    this.#last = findings.catch(() => {});
    return findings;
  }

  /** Ends the worker; the next check starts another. */
  rest(): void {
    this.#worker?.end(new AppError("checkFailed"));
    this.#worker = undefined;
  }

  async #check(text: string, report: Report, settings: CheckSettings): Promise<readonly Finding[]> {
    const module = await this.#load();
    if (!this.#isHere) {
      try {
        if (!this.#worker || this.#worker.isEnded) this.#worker = new CheckWorker(this.#createWorker, module);
        return await this.#worker.check(text, report, settings);
      } catch (error) {
        if (!(error instanceof NoWorker)) throw error;
      }
      await init({ module_or_path: module });
      this.#isHere = true;
    }
    try {
      return check(text, report, settings);
    } catch (error) {
      throw error instanceof WebAssembly.RuntimeError
        ? new AppError("checkFailed")
        : new AppError("checkRefused", { reason: (error as Error).message });
    }
  }

  async #load(): Promise<WebAssembly.Module> {
    this.#module ??= compileCore(this.#url);
    try {
      return await this.#module;
    } catch {
      this.#module = undefined;
      throw new AppError("checkUnavailable");
    }
  }
}

/** A worker that checks one text at a time. */
class CheckWorker {
  #worker: Worker;
  #isStarted = false;
  #ended: Error | null = null;
  #lastId = 0;
  #waiting: { resolve: (findings: readonly Finding[]) => void; reject: (error: Error) => void } | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(create: () => Worker, module: WebAssembly.Module) {
    try {
      this.#worker = create();
    } catch {
      throw new NoWorker();
    }
    this.#worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => this.#receive(data);
    this.#worker.onerror = (event) => {
      event.preventDefault?.();
      this.end(this.#isStarted ? new AppError("checkFailed") : new NoWorker());
    };
    this.#send(module);
  }

  get isEnded(): boolean {
    return this.#ended !== null;
  }

  async check(text: string, report: Report, settings: CheckSettings): Promise<readonly Finding[]> {
    const { parts, rest } = cutReport(report);
    for (const part of parts) {
      this.#send({ part });
      // Copying a part takes milliseconds.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#waiting = { resolve, reject };
      // Seconds are counted, since a computer that slept has no silent worker.
      let patience = PATIENCE + (PATIENCE_PER_MILLION * text.length) / 1e6;
      this.#clock = setInterval(() => --patience < 0 && this.end(new AppError("checkFailed")), 1000);
      this.#send({ id: ++this.#lastId, text, report: rest, settings });
    });
  }

  /** Ends the worker; whoever waits for it receives the error. */
  end(error: Error): void {
    if (this.#ended) return;
    this.#ended = error;
    this.#worker.terminate();
    this.#finish()?.reject(error);
  }

  #send(message: CheckMessage): void {
    this.#worker.postMessage(message);
  }

  #finish() {
    clearInterval(this.#clock);
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  #receive(answer: CheckAnswer): void {
    if (answer === "started") {
      this.#isStarted = true;
      return;
    }
    if (answer.id !== this.#lastId) return;
    if ("findings" in answer) this.#finish()?.resolve(answer.findings);
    else if ("reason" in answer)
      this.#finish()?.reject(new AppError("checkRefused", { reason: answer.reason }));
    else this.end(new AppError("checkFailed"));
  }
}
