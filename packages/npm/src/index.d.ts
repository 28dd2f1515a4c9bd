import type { Report } from "./report.js";
import type { AnalysisOptions } from "./slim.js";

export * from "./slim.js";

/** An analysis beside the program, one text at a time. */
export interface AnalysisWorker {
  /** Resolves to the report. Rejects with a `TypeError` for wrong arguments, and with an `Error` where the worker ends. */
  analyze(text: string, options?: AnalysisOptions): Promise<Report>;
  /** Ends the worker; what it has not answered rejects. */
  terminate(): void;
}

/** Starts a worker, in browsers, Node.js, Deno and Bun. */
export function createWorker(): AnalysisWorker;
