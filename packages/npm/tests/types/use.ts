import { createElement } from "react";
import { type AnalysisWorker, Analyzer, analyze, createWorker, init, type Quote, type Report } from "whosaid";
import type { ChangeDetail, WhoSaidEditorElement } from "whosaid/editor";
import core from "whosaid/inline";
import { mapText, type PositionRange, rangesAt } from "whosaid/prosemirror";
import { WhoSaid } from "whosaid/react";
import { init as initSlim } from "whosaid/slim";
import type { ReportDetail, WhoSaidElement } from "whosaid/widget";

const report: Report = await analyze("“It works,” Ada Byron said.", { offsets: "codepoint" });
const quotes: readonly Quote[] = report.quotes;
export const speakers: (string | null)[] = quotes.map(({ speaker }) => speaker);

const analyzer = await Analyzer.create();
export const again: Report = analyzer.analyze("");
analyzer.free();

const worker: AnalysisWorker = createWorker();
await worker.analyze("", { onProgress: (share: number) => share });
worker.terminate();

await init();
await initSlim(core);
await initSlim(fetch("https://example.org/core.wasm"));

// @ts-expect-error: a number is no text
void analyze(5);
// @ts-expect-error: no such unit
void analyze("", { offsets: "utf-8" });

const element: WhoSaidElement | null = document.querySelector("who-said");
element?.addEventListener("whosaid-report", (event) => event.detail.quotes.length);

export const component = createElement(WhoSaid, {
  for: "article",
  onReport: ({ quotes }: ReportDetail) => void quotes.length,
  onError: ({ code, message }) => void [code, message],
});

const sidebar: WhoSaidEditorElement | null = document.querySelector("who-said-editor");
sidebar?.addEventListener("who-said-change", ({ detail }: CustomEvent<ChangeDetail>) => {
  sidebar.reviewedReport = detail.reviewedReport;
  sidebar.dismissedFindings = detail.dismissedFindings;
});

export function places(doc: Parameters<typeof mapText>[0]): PositionRange[] {
  return rangesAt(mapText(doc), 0, 1);
}
