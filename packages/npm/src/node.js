/** The entry for Node.js, Deno and Bun, also where a bundler has moved it. */
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { loadModule, setFinder } from "./analyzer.js";
import { connect } from "./worker-client.js";

export { Analyzer, analyze, init } from "./analyzer.js";
export { PageText } from "./core.js";

/** The file beside this one; bundlers, which do not leave it there, have the core as a script. */
async function readCore() {
  const file = "./__CORE_FILE__";
  try {
    return await readFile(new URL(file, import.meta.url));
  } catch {
    return (await import("./inline.js")).default;
  }
}

setFinder(readCore);

export function createWorker() {
  const file = "./node-worker.js";
  const worker = new Worker(new URL(file, import.meta.url));
  return connect(
    {
      send: (message) => worker.postMessage(message),
      end: () => void worker.terminate(),
      listen({ onMessage, onError }) {
        worker.on("message", onMessage);
        worker.on("error", (error) => onError(error.message));
        worker.on("exit", (code) => onError(`exit code ${code}`));
      },
    },
    loadModule(),
  );
}
