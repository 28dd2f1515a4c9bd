import { AppError } from "./errors.js";
import type { AnalysisRequest, ReportPart, WorkerMessage } from "./protocol.js";
import type { Report } from "./report.js";
import { joinReport } from "./report-parts.js";

/** How long a worker may be silent while it works, in seconds, and how much longer for each million UTF-16 units. */
const PATIENCE = 10;
const PATIENCE_PER_MILLION = 2;
/** How long its script may take to arrive, in seconds. */
const SCRIPT_PATIENCE = 60;

/** A worker has ended, or has been silent for too long. */
export class WorkerLost extends Error {
  override name = "WorkerLost";
}

/** The website allows no worker, or its script cannot be loaded. */
export class WorkerForbidden extends Error {
  override name = "WorkerForbidden";
}

/** What somebody waits for: the worker's start, or the report on a text. */
interface Task {
  id: number;
  parts: ReportPart[];
  progress: ((share: number) => void) | undefined;
  resolve: (report: Report | null) => void;
  reject: (error: Error) => void;
}

/** One worker, which does one task at a time and is given up when it falls silent during one. */
export class AnalysisWorker {
  #worker: Worker;
  #task: Task | null = null;
  #lastId = 0;
  #isStarted = false;
  /** Why the worker has ended. */
  #ended: Error | null = null;
  /** How many seconds the worker has been silent, and how many it may be. */
  #silence = 0;
  #patience = 0;
  #clock: ReturnType<typeof setInterval> | undefined;
  /** Called when the worker is lost between two tasks. */
  onIdleLoss: (() => void) | undefined;

  /** Starts a worker. Throws a {@link WorkerForbidden} where none is allowed. */
  constructor(create: () => Worker) {
    try {
      this.#worker = create();
    } catch {
      throw new WorkerForbidden();
    }
    this.#worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => this.#receive(data);
    this.#worker.onerror = (event) => {
      event.preventDefault?.();
      this.end(this.#isStarted ? new WorkerLost() : new WorkerForbidden());
    };
    this.#worker.onmessageerror = () => this.end(new WorkerLost());
  }

  /** Whether the worker answers no more. */
  get isEnded(): boolean {
    return this.#ended !== null;
  }

  /** Gives the worker its compiled core; resolves when it is ready. Rejects as `analyze` does. */
  async load(module: WebAssembly.Module): Promise<void> {
    await this.#begin(module, this.#isStarted ? PATIENCE : SCRIPT_PATIENCE);
  }

  /** Resolves to the report. Rejects with a {@link WorkerLost}, or an {@link AppError} about the text. */
  async analyze(text: string, progress?: (share: number) => void): Promise<Report> {
    const patience = PATIENCE + Math.ceil((PATIENCE_PER_MILLION * text.length) / 1e6);
    const id = ++this.#lastId;
    const report = await this.#begin({ id, text } satisfies AnalysisRequest, patience, progress);
    return report as Report;
  }

  /** Ends the worker; whoever waits for it receives the error. */
  end(error: Error): void {
    if (this.#ended) return;
    this.#ended = error;
    this.#worker.terminate();
    if (this.#task) this.#finish().reject(error);
    else this.onIdleLoss?.();
  }

  #begin(message: unknown, patience: number, progress?: Task["progress"]): Promise<Report | null> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#task = { id: this.#lastId, parts: [], progress, resolve, reject };
      this.#silence = 0;
      this.#patience = patience;
      // Seconds are counted, since a computer that slept has no silent worker.
      this.#clock = setInterval(() => ++this.#silence > this.#patience && this.end(new WorkerLost()), 1000);
      this.#worker.postMessage(message);
    });
  }

  #finish(): Task {
    clearInterval(this.#clock);
    const task = this.#task as Task;
    this.#task = null;
    return task;
  }

  #receive(message: WorkerMessage): void {
    if (this.#ended) return;
    this.#silence = 0;
    if (message === "started") {
      this.#isStarted = true;
      this.#patience = Math.min(this.#patience, PATIENCE);
      return;
    }
    if (message === "ready") {
      if (this.#task) this.#finish().resolve(null);
      return;
    }
    if ("failure" in message) {
      this.end(new AppError(message.failure));
      return;
    }
    const task = this.#task;
    if (!task || message.id !== task.id) return;
    if ("progress" in message) task.progress?.(message.progress);
    else if ("part" in message) task.parts.push(message.part);
    else if ("report" in message) this.#finish().resolve(joinReport(task.parts, message.report));
    else this.end(message.error === "crash" ? new WorkerLost() : new AppError(message.error));
  }
}
