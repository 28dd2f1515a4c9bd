import type { CheckSettings, Finding } from "../core/check.js";
import type { AppError } from "../core/errors.js";
import type { EditorWords } from "../texts/editor.js";
import { messageFor } from "../texts/page.js";
import type { Article } from "../ui/article.js";
import { makeButton } from "../ui/elements.js";
import { hint } from "../ui/lists.js";

/** What the tab of the check shows. */
export interface CheckView {
  /** How many findings are listed; null where that is not known. */
  readonly count: number | null;
  draw(): HTMLElement[];
}

/** Who wants the findings. */
export interface CheckHost {
  words(): EditorWords;
  article(): Article | null;
  core(): string | null;
  settings(): CheckSettings;
  /** Adds a style sheet to those of the sidebar. */
  addStyles(styles: string): void;
  /** The writer wants to see the place of a finding in the article. */
  show(finding: Finding): void;
  /** The writer wants the fix of a finding in the article. */
  fix(finding: Finding, article: Article): void;
  /** There is another view. */
  changed(): void;
  /** What has been dismissed is to be kept. */
  dismissed(): void;
}

/** What the tab shows while there is nothing to check. */
export function blankView(host: CheckHost): CheckView {
  return { count: null, draw: () => [hint(host.words().texts.panel.emptyCheck)] };
}

/** What the tab shows where the check has failed; its button tries again. */
export function failureView(host: CheckHost, error: AppError, again: () => void): CheckView {
  const words = host.words();
  const message = hint(messageFor(words, error));
  const retry = makeButton("plain", words.editor.retry, again);
  return { count: null, draw: () => [message, retry] };
}
