import type { Finding } from "../../core/check.js";
import { describePassage, type Passage } from "../../ui/corrections/passage.js";
import { DISMISSED_KEY } from "../link.js";

/** A finding that the user does not want to see again; its passage tells it from the same words elsewhere. */
export interface Dismissal {
  readonly rule: string;
  readonly message: string;
  readonly passage: Passage;
}

export function describeFinding(text: string, { rule, message, ...range }: Finding): Dismissal {
  return { rule, message, passage: describePassage(text, range) };
}

/** Whether a finding is one of those that were dismissed: the same words, with the same text before or after them. */
export function isDismissed(text: string, finding: Finding, dismissals: readonly Dismissal[]): boolean {
  const { rule, message, passage } = describeFinding(text, finding);
  return dismissals.some(
    (one) =>
      one.rule === rule &&
      one.message === message &&
      one.passage.exact === passage.exact &&
      (one.passage.before === passage.before || one.passage.after === passage.after),
  );
}

/** Those that were kept with the article on this device. */
export function readDismissals(): Dismissal[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(DISMISSED_KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isDismissal) : [];
  } catch {
    return [];
  }
}

/** Keeps them while the article is kept. */
export function writeDismissals(dismissals: readonly Dismissal[]): void {
  try {
    if (dismissals.length === 0) localStorage.removeItem(DISMISSED_KEY);
    else localStorage.setItem(DISMISSED_KEY, JSON.stringify(dismissals));
  } catch {
    // Where storage is forbidden, they last as long as the page.
  }
}

function isDismissal(value: unknown): value is Dismissal {
  const { rule, message, passage } = (value ?? {}) as Partial<Record<string, unknown>>;
  const { exact, before, after } = (passage ?? {}) as Partial<Record<string, unknown>>;
  return [rule, message, exact, before, after].every((part) => typeof part === "string");
}
