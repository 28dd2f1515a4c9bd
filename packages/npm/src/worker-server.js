/** What runs in a worker. */
import { Analyzer, init } from "./analyzer.js";

/** Returns the function that receives messages; answers go to `send`. */
export function serve(send) {
  let analyzer;
  return async ({ module, id, text, offsets, hasProgress }) => {
    if (module) {
      analyzer = init(module).then(() => new Analyzer());
      return;
    }
    try {
      const onProgress = hasProgress ? (progress) => send({ id, progress }) : undefined;
      send({ id, report: (await analyzer).analyze(text, { offsets, onProgress }) });
    } catch (error) {
      send({ id, error: String(error?.message ?? error) });
    }
  };
}
