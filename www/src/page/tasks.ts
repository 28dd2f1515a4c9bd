/** How long a part of a longer work may keep the page from answering, in milliseconds. */
export const SLICE = 12;

/** Lets the browser handle events before more work is done. */
export function yieldToMain(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** How long a frame may take that shows what has changed, in milliseconds; pages that are not seen have none. */
const FRAME_TIME = 300;

/** Calls `act` once the changes so far have been painted; returns what prevents that. */
export function afterPaint(act: () => void): () => void {
  let timer = setTimeout(act, FRAME_TIME);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(act);
  });
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}

/** Calls `act` for each item, in slices; ends early where `isWanted` says so. */
export async function forEachInSlices<Item>(
  items: readonly Item[],
  act: (item: Item) => void,
  isWanted: () => boolean,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    act(item);
    if (performance.now() - start < SLICE) continue;
    await yieldToMain();
    if (!isWanted()) return;
    start = performance.now();
  }
}
