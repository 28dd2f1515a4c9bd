import type { Offsets, Report } from "./report.js";

export type * from "./report.js";

/** The compiled core, its bytes, or where to load it from. */
export type CoreSource = WebAssembly.Module | BufferSource | Response | URL | string;

export interface AnalysisOptions {
  /** The unit in which the report counts; `utf-16`, as JavaScript strings do, if left out. */
  offsets?: Offsets;
  /** Called after each stage with the share of the work that is done, from 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Loads the core, which every analysis needs. Call it to load early, or with a core of your own.
 *
 * A core that could not be loaded is loaded again by the next call.
 */
export function init(source?: CoreSource | Promise<CoreSource>): Promise<void>;

/** Loads the core if that is still to do, and analyzes an article. Rejects with a `TypeError` for wrong arguments. */
export function analyze(text: string, options?: AnalysisOptions): Promise<Report>;

/**
 * Analyzes one text after another: faster where they share words, much faster where the next one is the last with a few
 * sentences changed. The reports are those of `analyze`.
 */
export class Analyzer {
  /** Throws where the core is not loaded yet. */
  constructor();
  /** Loads the core if that is still to do. */
  static create(): Promise<Analyzer>;
  /** Throws a `TypeError` for wrong arguments. */
  analyze(text: string, options?: AnalysisOptions): Report;
  /** Gives its memory back; the analyzer cannot be used any more. */
  free(): void;
}

/** The text of an element as a reader sees it, for browsers; the core must be loaded. */
export class PageText {
  constructor(element: Element);
  readonly text: string;
  /** The part of the page that shows the text from `start` to `end`, in UTF-16 units; nothing where the page shows none of it. */
  range(start: number, end: number): Range | undefined;
  /** Gives its memory back. */
  free(): void;
}
