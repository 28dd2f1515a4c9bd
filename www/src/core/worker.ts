import type { AnalysisRequest, WorkerMessage } from "./protocol.js";
import { cutReport } from "./report-parts.js";
import { Analyzer, initSync } from "./wasm/whosaid.js";

let analyzer: Analyzer | undefined;

function send(message: WorkerMessage): void {
  self.postMessage(message);
}

function load(module: WebAssembly.Module): void {
  try {
    initSync({ module });
    analyzer = new Analyzer();
  } catch {
    // The module has other functions than this script calls.
    send({ failure: "engineMismatch" });
    return;
  }
  send("ready");
  // Weights are decompressed on first use: do it before anybody waits.
  analyzer.analyze("“Yes,” he said.");
}

function analyze({ id, text }: AnalysisRequest): void {
  try {
    const report = analyzer?.analyze(text, undefined, (progress: number) => send({ id, progress }));
    if (!report) throw new Error("the core has not arrived yet");
    const { parts, rest } = cutReport(report);
    for (const part of parts) send({ id, part });
    send({ id, report: rest });
  } catch (error) {
    send({ id, error: error instanceof RangeError ? "textTooLong" : "crash" });
  }
}

self.onmessage = ({ data }: MessageEvent<WebAssembly.Module | AnalysisRequest>) => {
  if (data instanceof WebAssembly.Module) load(data);
  else analyze(data);
};
send("started");
