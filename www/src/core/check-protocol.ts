import type { CheckSettings, RuleId, Severity } from "./check-rules.js";
import type { ReportPart } from "./protocol.js";
import type { Report, TextRange } from "./report.js";

/** An edit that mends a finding for certain; an empty range inserts. */
export interface Fix extends TextRange {
  readonly replacement: string;
}

/** One place that a rule would not publish as it is; places are in UTF-16 units. */
export interface Finding extends TextRange {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What is wrong, in an English sentence. */
  readonly message: string;
  readonly fix?: Fix;
}

/** What is to be checked; what `report` has of each list follows the parts that were sent before it. */
export interface CheckRequest {
  readonly id: number;
  readonly text: string;
  readonly report: Report;
  readonly settings: CheckSettings;
}

/** What the checker sends to its worker after the compiled module. */
export type CheckMessage = WebAssembly.Module | { readonly part: ReportPart } | CheckRequest;

/**
 * What the worker sends back: `started` when its script runs, then an answer to each request.
 *
 * `reason` says what is wrong with the report or the settings; after `crash`, the worker answers no more.
 */
export type CheckAnswer =
  | "started"
  | { readonly id: number; readonly findings: readonly Finding[] }
  | { readonly id: number; readonly reason: string }
  | { readonly id: number; readonly crash: true };
