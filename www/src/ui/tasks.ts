/** How long work may go on before the page gets its turn, in milliseconds. */
const SLICE = 10;

/** Cuts long work into tasks, between which the page can answer its reader. */
export class Pacer {
  #start = performance.now();

  /** Whether the page should get its turn. */
  get isDue(): boolean {
    return performance.now() - this.#start > SLICE;
  }

  /** Resolves in another task. */
  async pause(): Promise<void> {
    await nextTask();
    this.#start = performance.now();
  }
}

/** Resolves in another task, after input that waits. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
