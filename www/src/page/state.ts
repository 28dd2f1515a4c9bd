import type { Report } from "../core/report.js";
import { type Article, createArticle } from "./article.js";
import type { Correction } from "./corrections/apply.js";
import {
  addStep,
  currentCorrections,
  type History,
  redoStep,
  startHistory,
  undoStep,
} from "./corrections/history.js";

/** The text field, or the article with its highlights. */
export type View = "text" | "reading";

/** A quote or an entity that the user picked. */
export interface Target {
  readonly kind: "quote" | "entity";
  readonly id: string;
}

/** A message below the article; announcements and errors are read out at once, the others after a pause. */
export interface Status {
  readonly message: string;
  readonly tone: "info" | "announcement" | "error";
}

/** Everything the page shows; changed only by the transitions below. */
export interface State {
  readonly view: View;
  /** What the text field contains. */
  readonly text: string;
  /** The last report and the text it belongs to. */
  readonly analysis: { readonly text: string; readonly report: Report } | null;
  readonly history: History;
  /** The last report with the corrections applied. */
  readonly article: Article | null;
  /** The share of a slow analysis that is done, from 0 to 1. */
  readonly progress: number | null;
  readonly status: Status;
  readonly target: Target | null;
  /** The kinds of highlights that are switched off. */
  readonly hiddenKinds: ReadonlySet<string>;
  /** Whether article and corrections are kept on this device. */
  readonly remember: boolean;
  /** Whether `j` and `k` move between quotes (WCAG 2.1.4). */
  readonly singleKeyShortcuts: boolean;
}

/** Kinds that are frequent and rarely of interest. */
const HIDDEN_AT_FIRST = ["date", "time", "money", "language"];

export const INITIAL_STATE: State = {
  view: "text",
  text: "",
  analysis: null,
  history: startHistory(),
  article: null,
  progress: null,
  status: { message: "", tone: "info" },
  target: null,
  hiddenKinds: new Set(HIDDEN_AT_FIRST),
  remember: false,
  singleKeyShortcuts: true,
};

/** Whether a text has nothing to analyze. */
export function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** Changes the text; the last report stays until the next one, except that a blank text has none. */
export function editText(state: State, text: string): State {
  if (text === state.text) return state;
  if (!isBlank(text)) return { ...state, text };
  return { ...state, text, analysis: null, article: null, target: null };
}

/** Replaces the text and the corrections; line ends become those of a text field. */
export function replaceText(state: State, text: string, corrections: readonly Correction[] = []): State {
  const history = startHistory(corrections);
  return { ...editText(state, text.replace(/\r\n?/g, "\n")), history, target: null };
}

/** Empties the page, and no longer keeps anything on this device. */
export function clear(state: State): State {
  return { ...replaceText(state, ""), view: "text", remember: false };
}

/** Stores the report on a text. */
export function setReport(state: State, text: string, report: Report): State {
  return withArticle({ ...state, analysis: { text, report } });
}

export function addCorrection(state: State, correction: Correction): State {
  return withArticle({ ...state, history: addStep(state.history, correction) });
}

export function undo(state: State): State {
  return withHistory(state, undoStep(state.history));
}

export function redo(state: State): State {
  return withHistory(state, redoStep(state.history));
}

export function showView(state: State, view: View): State {
  return state.view === view ? state : { ...state, view };
}

export function setTarget(state: State, target: Target | null): State {
  return { ...state, target };
}

export function setProgress(state: State, progress: number | null): State {
  return state.progress === progress ? state : { ...state, progress };
}

export function setStatus(state: State, message: string, tone: Status["tone"] = "info"): State {
  return { ...state, status: { message, tone } };
}

/** Shows or hides the highlights of one kind. */
export function showKind(state: State, kind: string, shown: boolean): State {
  const hiddenKinds = new Set(state.hiddenKinds);
  if (shown) hiddenKinds.delete(kind);
  else hiddenKinds.add(kind);
  return { ...state, hiddenKinds };
}

export function setRemember(state: State, remember: boolean): State {
  return { ...state, remember };
}

export function setSingleKeyShortcuts(state: State, singleKeyShortcuts: boolean): State {
  return { ...state, singleKeyShortcuts };
}

/** The quote after or before the current one; null at either end. */
export function neighbourQuote({ article, target }: State, step: 1 | -1): Target | null {
  const quotes = article?.report.quotes ?? [];
  const index = quotes.findIndex(({ id }) => target?.kind === "quote" && id === target.id);
  const next = index >= 0 ? index + step : step > 0 ? 0 : quotes.length - 1;
  const quote = quotes[next];
  return quote ? { kind: "quote", id: quote.id } : null;
}

function withHistory(state: State, history: History): State {
  return history === state.history ? state : withArticle({ ...state, history });
}

function withArticle(state: State): State {
  const { analysis, history } = state;
  if (!analysis) return state;
  return { ...state, article: createArticle(analysis.text, analysis.report, currentCorrections(history)) };
}
