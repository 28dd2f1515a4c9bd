/** The analysis in a worker, for whatever kind of worker an environment has. */
import { checkArguments } from "./analyzer.js";

/**
 * @param channel what a worker is reduced to: `send(message)`, `end()`, and `listen({ onMessage, onError })`
 * @param module a promise of the compiled core
 */
export function connect(channel, module) {
  const pending = new Map();
  let lastId = 0;
  let ended;
  const end = (error) => {
    if (ended) return;
    ended = error;
    channel.end();
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  channel.listen({
    onMessage({ id, progress, report, error }) {
      const task = pending.get(id);
      if (!task) return;
      if (progress !== undefined) return task.onProgress?.(progress);
      pending.delete(id);
      if (error === undefined) task.resolve(report);
      else task.reject(new Error(error));
    },
    onError: (reason) => end(new Error(`the whosaid worker has ended: ${reason}`)),
  });
  const ready = module.then((module) => !ended && channel.send({ module }));
  ready.catch(end);
  return {
    async analyze(text, options = {}) {
      checkArguments(text, options);
      await ready;
      if (ended) throw ended;
      const { offsets, onProgress } = options;
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject, onProgress });
        channel.send({ id, text, offsets, hasProgress: onProgress !== undefined });
      });
    },
    terminate: () => end(new Error("the whosaid worker was terminated")),
  };
}
