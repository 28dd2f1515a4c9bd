import type { Answer, Question } from "./engine.js";
import { Analyzer, initSync } from "./wasm/whosaid.js";

/** First the compiled core arrives, then texts; a broken core is loaded anew. */
let module: WebAssembly.Module | undefined;
let analyzer: Analyzer | undefined;

function load(compiled: WebAssembly.Module): void {
  module = compiled;
  initSync({ module: compiled });
  analyzer = new Analyzer();
}

self.onmessage = (event: MessageEvent<WebAssembly.Module | Question>) => {
  if (event.data instanceof WebAssembly.Module) {
    load(event.data);
    self.postMessage("ready");
    // Weights are unpacked when first needed: now, while nobody waits.
    analyzer?.analyze("“Yes,” he said.");
    return;
  }
  const { number, text } = event.data;
  let answer: Answer;
  try {
    const progress = (share: number) => self.postMessage({ number, progress: share } satisfies Answer);
    analyzer ??= new Analyzer();
    answer = { number, report: analyzer.analyze(text, undefined, progress) };
  } catch (error) {
    const message =
      error instanceof RangeError
        ? "The text is too long for this browser's memory."
        : "The text could not be analyzed.";
    answer = { number, error: `${message} It is still in the field; try a part of it.` };
    if (module && error instanceof WebAssembly.RuntimeError) load(module);
  }
  self.postMessage(answer);
};
