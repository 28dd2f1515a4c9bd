/** What each page of the comparison puts into its window. */
export interface Contestant {
  /** Finds entities and quotes with their places, and returns how many there are. */
  analyze(text: string): number;
  /** Bytes outside the JavaScript heap. */
  memory(): number;
}

declare global {
  interface Window {
    contestant?: Contestant;
  }
}

/** Offers a contestant once it is ready. */
export function offer(contestant: Contestant): void {
  window.contestant = contestant;
}
