import type { Report } from "../core/report.js";
import { countWidgets, forgetEngine, getEngine } from "../embed/engines.js";
import { coreUrl } from "../embed/script-url.js";
import { noWorkerNote } from "../texts/en/widget-errors.js";
import { contentOf } from "../ui/words.js";
import { diagnose, noteViolations } from "./failures.js";
import type { ArticleReport } from "./types.js";

/** Finds out who said what, with a core whose address a website may give. */
export interface Analysis {
  /** Counts a widget in or out; where none is left, the workers end. */
  countWidgets(change: 1 | -1): void;
  /** Begins to load the core. */
  prepare(core: string | null): void;
  analyze(text: string, core: string | null): Promise<ArticleReport>;
  /** What a failure is about, as an error for developers; the next analysis loads the core again. */
  explainFailure(error: unknown, core: string | null): Promise<Error>;
}

/** The analysis by the core, which is loaded with the first article. */
export const analysis: Analysis = {
  countWidgets,
  prepare(core) {
    noteViolations();
    // Without this, a failure is an unhandled rejection until the text is read.
    getEngine(coreUrl(core)).catch(() => {});
  },
  async analyze(text, core) {
    const { engine, hasWorker } = await getEngine(coreUrl(core));
    if (!hasWorker) console.warn(noWorkerNote);
    return makeReport(text, await engine.analyze(text));
  },
  explainFailure(error, core) {
    const url = coreUrl(core);
    forgetEngine(url);
    return diagnose(error, url);
  },
};

/** Adds the text and the words of its quotes to a report. */
function makeReport(text: string, report: Report): ArticleReport {
  const quotes = report.quotes.map((quote) => ({ ...quote, words: contentOf({ text, report }, quote) }));
  return { ...report, text, quotes };
}
