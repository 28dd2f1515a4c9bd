/** How long a part of a longer work may keep the page from answering, in milliseconds. */
export const SLICE = 12;

/** Lets the browser handle events before more work is done. */
export function yieldToMain(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
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
