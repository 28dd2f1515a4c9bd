import type { DismissedFinding } from "../../ui/check/dismissals.js";
import { DISMISSED_KEY } from "../link.js";

/** What was dismissed of the article that is kept on this device, as it was stored. */
export function readDismissed(): unknown {
  try {
    return JSON.parse(localStorage.getItem(DISMISSED_KEY) ?? "[]");
  } catch {
    return [];
  }
}

/** Keeps it while the article is kept. */
export function writeDismissed(dismissed: readonly DismissedFinding[]): void {
  try {
    if (dismissed.length === 0) localStorage.removeItem(DISMISSED_KEY);
    else localStorage.setItem(DISMISSED_KEY, JSON.stringify(dismissed));
  } catch {
    // Where storage is forbidden, it lasts as long as the page.
  }
}
