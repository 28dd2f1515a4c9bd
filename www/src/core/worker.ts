import type { AnalysisRequest, AnalysisResponse } from "./engine.js";
import { Analyzer, initSync } from "./wasm/whosaid.js";

/** The compiled core, which arrives first; it is loaded again after a crash. */
let module: WebAssembly.Module | undefined;
let analyzer: Analyzer | undefined;

function load(compiled: WebAssembly.Module): void {
  module = compiled;
  initSync({ module: compiled });
  analyzer = new Analyzer();
}

self.onmessage = (event: MessageEvent<WebAssembly.Module | AnalysisRequest>) => {
  if (event.data instanceof WebAssembly.Module) {
    load(event.data);
    self.postMessage("ready");
    // Weights are decompressed on first use: do it before anybody waits.
    analyzer?.analyze("“Yes,” he said.");
    return;
  }
  const { id, text } = event.data;
  let response: AnalysisResponse;
  try {
    const progress = (share: number) => self.postMessage({ id, progress: share } satisfies AnalysisResponse);
    analyzer ??= new Analyzer();
    response = { id, report: analyzer.analyze(text, undefined, progress) };
  } catch (error) {
    response = { id, error: error instanceof RangeError ? "textTooLong" : "analysisFailed" };
    if (module && error instanceof WebAssembly.RuntimeError) load(module);
  }
  self.postMessage(response);
};
