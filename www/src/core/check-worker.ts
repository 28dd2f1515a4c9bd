import type { CheckAnswer, CheckMessage, CheckRequest } from "./check-protocol.js";
import type { ReportPart } from "./protocol.js";
import { joinReport } from "./report-parts.js";
import { check, initSync } from "./wasm-check/check.js";

let module: WebAssembly.Module | undefined;
let isLoaded = false;
let parts: ReportPart[] = [];

function send(answer: CheckAnswer): void {
  self.postMessage(answer);
}

function answer({ id, text, report, settings }: CheckRequest): CheckAnswer {
  const whole = joinReport(parts, report);
  parts = [];
  try {
    if (!isLoaded) initSync({ module: module as WebAssembly.Module });
    isLoaded = true;
    return { id, findings: check(text, whole, settings) };
  } catch (error) {
    const isRefused = error instanceof Error && !(error instanceof WebAssembly.RuntimeError) && isLoaded;
    return isRefused ? { id, reason: error.message } : { id, crash: true };
  }
}

self.onmessage = ({ data }: MessageEvent<CheckMessage>) => {
  if (data instanceof WebAssembly.Module) module = data;
  else if ("part" in data) parts.push(data.part);
  else send(answer(data));
};
send("started");
