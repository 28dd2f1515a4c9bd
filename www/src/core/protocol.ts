import type { Report } from "./report.js";

/** What the engine sends to its worker after the compiled core. */
export interface AnalysisRequest {
  id: number;
  text: string;
}

/** The lists of a report, of which those of a long text arrive in parts. */
export const REPORT_LISTS = ["paragraphs", "entities", "quotes", "marked", "replacements"] as const;

/** The next items of some lists of a report. */
export type ReportPart = Partial<Pick<Report, (typeof REPORT_LISTS)[number]>>;

/**
 * What the worker sends back.
 *
 * `started` comes when its script runs, `ready` when the core is there. Progress is a share from 0 to 1. A report
 * follows the parts of its lists that were sent before it. After an error, the worker answers no more.
 */
export type WorkerMessage =
  | "started"
  | "ready"
  | { failure: "engineMismatch" }
  | { id: number; progress: number }
  | { id: number; part: ReportPart }
  | { id: number; report: Report }
  | { id: number; error: "textTooLong" | "crash" };
