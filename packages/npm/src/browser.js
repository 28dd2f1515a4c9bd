/** The entry for browsers: bundlers find the core and the worker by their URLs. */
import { loadModule, setFinder } from "./analyzer.js";
import { connect } from "./worker-client.js";

export { Analyzer, analyze, init } from "./analyzer.js";
export { PageText } from "./core.js";

setFinder(() => new URL("./__CORE_FILE__", import.meta.url));

export function createWorker() {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  return connect(
    {
      send: (message) => worker.postMessage(message),
      end: () => worker.terminate(),
      listen({ onMessage, onError }) {
        worker.onmessage = ({ data }) => onMessage(data);
        worker.onerror = (event) => onError(event.message ?? "its script cannot be loaded");
      },
    },
    loadModule(),
  );
}
