import type { Quote, Report } from "../core/report.js";
import { type Article, createArticle } from "../ui/article.js";
import type { Correction } from "../ui/corrections/apply.js";
import {
  addStep,
  canRedo as canRedoStep,
  canUndo as canUndoStep,
  currentCorrections,
  discardUndone,
  type History,
  redoStep,
  revertStep,
  startHistory,
  undoStep,
} from "../ui/corrections/history.js";

/** The text field, or the article with its highlights. */
export type View = "text" | "reading";

/** A quote or an entity that the user picked. */
export interface Target {
  readonly kind: "quote" | "entity";
  readonly id: string;
}

/**
 * A message. Results stand below the article and are read out after a pause; announcements and errors are shown in
 * view and read out at once; what is only spoken is seen elsewhere, for example in an open card.
 */
export interface Status {
  readonly message: string;
  readonly tone: "info" | "announcement" | "spoken" | "error";
  /** Takes back what the message tells of. */
  readonly undo?: (() => void) | undefined;
}

/** A text that another one has replaced, as undo brings it back. */
interface Snapshot {
  readonly view: View;
  readonly text: string;
  readonly analysis: State["analysis"];
  readonly history: History;
  readonly remember: boolean;
}

/** Whose quotes are shown alone; null are those without a speaker. */
export interface SpeakerShown {
  readonly id: string | null;
}

/** Everything the page shows; changed only by the transitions below. */
export interface State {
  readonly view: View;
  /** What the text field contains. */
  readonly text: string;
  /** The last report and the text it belongs to. */
  readonly analysis: { readonly text: string; readonly report: Report } | null;
  readonly history: History;
  /** What undo and redo bring back once the corrections of this text are exhausted, nearest last and first. */
  readonly earlier: readonly Snapshot[];
  readonly later: readonly Snapshot[];
  /** The last report with the corrections applied. */
  readonly article: Article | null;
  /** The share of a slow analysis that is done, from 0 to 1. */
  readonly progress: number | null;
  readonly status: Status;
  readonly target: Target | null;
  /** Whose quotes stand out while all others fade. */
  readonly speakerShown: SpeakerShown | null;
  /** Whether a narrow window shows the lists instead of the text or the article. */
  readonly listsShown: boolean;
  /** The kinds of highlights that are switched off. */
  readonly hiddenKinds: ReadonlySet<string>;
  /** Whether article and corrections are kept on this device. */
  readonly remember: boolean;
  /** Whether `j` and `k` move between quotes (WCAG 2.1.4). */
  readonly singleKeyShortcuts: boolean;
}

/** How many replaced texts undo can bring back. */
const MAX_EARLIER = 20;

/** Kinds that are frequent and rarely of interest. */
const HIDDEN_AT_FIRST = ["date", "time", "money", "language"];

export const INITIAL_STATE: State = {
  view: "text",
  text: "",
  analysis: null,
  history: startHistory(),
  earlier: [],
  later: [],
  article: null,
  progress: null,
  status: { message: "", tone: "info" },
  target: null,
  speakerShown: null,
  listsShown: false,
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
  return { ...state, text, analysis: null, article: null, target: null, speakerShown: null };
}

/**
 * Replaces the text and the corrections; undo brings the text before it back. Line ends become those of a text field.
 */
export function replaceText(
  state: State,
  text: string,
  corrections: readonly Correction[] = [],
  remember = state.remember,
): State {
  const history = startHistory(corrections);
  // What was undone before is not redone after this.
  const earlier = withPresent({ ...state, history: discardUndone(state.history) }).slice(-MAX_EARLIER);
  const replaced = editText(state, text.replace(/\r\n?/g, "\n"));
  return { ...replaced, history, earlier, later: [], remember, target: null, speakerShown: null };
}

/** Empties the page, and no longer keeps anything on this device. */
export function clear(state: State): State {
  return showView(replaceText(state, "", [], false), "text");
}

/** Puts the text back that the present one has replaced. */
export function reopen(state: State): State {
  const snapshot = state.earlier.at(-1);
  if (!snapshot) return state;
  const later = [snapshotOf(state), ...state.later];
  return restore({ ...state, earlier: state.earlier.slice(0, -1), later }, snapshot);
}

/** Stores the report on a text. */
export function setReport(state: State, text: string, report: Report): State {
  const speakerShown = state.analysis?.text === text ? state.speakerShown : null;
  return withArticle({ ...state, analysis: { text, report }, speakerShown });
}

export function addCorrection(state: State, correction: Correction): State {
  return withArticle({ ...state, history: addStep(state.history, correction), later: [] });
}

/** Takes one correction back and leaves the others. */
export function revertCorrection(state: State, index: number): State {
  return withArticle({ ...state, history: revertStep(state.history, index), later: [] });
}

export function canUndo({ history, earlier }: State): boolean {
  return canUndoStep(history) || earlier.length > 0;
}

export function canRedo({ history, later }: State): boolean {
  return canRedoStep(history) || later.length > 0;
}

/** Takes back the last correction, or brings the text before this one back. */
export function undo(state: State): State {
  return canUndoStep(state.history) ? withHistory(state, undoStep(state.history)) : reopen(state);
}

export function redo(state: State): State {
  if (canRedoStep(state.history)) return withHistory(state, redoStep(state.history));
  const [snapshot, ...later] = state.later;
  if (!snapshot) return state;
  return restore({ ...state, earlier: withPresent(state), later }, snapshot);
}

export function showView(state: State, view: View): State {
  if (state.view === view && !state.listsShown) return state;
  return { ...state, view, listsShown: false, speakerShown: view === "reading" ? state.speakerShown : null };
}

/** Shows the lists in a narrow window, or leaves them. */
export function showLists(state: State, listsShown: boolean): State {
  return state.listsShown === listsShown ? state : { ...state, listsShown };
}

/** Makes the quotes of one speaker stand out, or those of all. */
export function showSpeaker(state: State, speakerShown: SpeakerShown | null): State {
  return state.speakerShown === speakerShown ? state : { ...state, speakerShown };
}

/** Whether neither the legend nor a speaker that is shown alone hides a quote. */
export function isShown({ hiddenKinds, speakerShown }: State, { kind, speaker }: Quote): boolean {
  return !hiddenKinds.has(kind) && (speakerShown === null || speakerShown.id === speaker);
}

/** The quotes that are shown. */
export function shownQuotes(state: State): Quote[] {
  return (state.article?.report.quotes ?? []).filter((quote) => isShown(state, quote));
}

export function setTarget(state: State, target: Target | null): State {
  return { ...state, target };
}

export function setProgress(state: State, progress: number | null): State {
  return state.progress === progress ? state : { ...state, progress };
}

export function setStatus(
  state: State,
  message: string,
  tone: Status["tone"] = "info",
  undo?: () => void,
): State {
  return { ...state, status: { message, tone, undo } };
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

/** The quote after or before the current one, of those that are shown; null at either end. */
export function neighbourQuote(state: State, step: 1 | -1): Target | null {
  const quotes = state.article?.report.quotes ?? [];
  const { target } = state;
  const current = quotes.findIndex(({ id }) => target?.kind === "quote" && id === target.id);
  let index = current >= 0 ? current + step : step > 0 ? 0 : quotes.length - 1;
  while (quotes[index] && !isShown(state, quotes[index] as Quote)) index += step;
  const quote = quotes[index];
  return quote ? { kind: "quote", id: quote.id } : null;
}

function withHistory(state: State, history: History): State {
  return history === state.history ? state : withArticle({ ...state, history });
}

/** The earlier texts and the present one, unless that is blank. */
function withPresent(state: State): readonly Snapshot[] {
  return isBlank(state.text) ? state.earlier : [...state.earlier, snapshotOf(state)];
}

function snapshotOf({ view, text, analysis, history, remember }: State): Snapshot {
  return { view, text, analysis, history, remember };
}

function restore(state: State, snapshot: Snapshot): State {
  // The report may be that of a text still earlier.
  const analysis = snapshot.analysis?.text === snapshot.text ? snapshot.analysis : null;
  return withArticle({ ...state, ...snapshot, analysis, article: null, target: null, speakerShown: null });
}

function withArticle(state: State): State {
  const { analysis, history } = state;
  if (!analysis) return state;
  const article = createArticle(analysis.text, analysis.report, currentCorrections(history), state.article);
  const isGone = !article.speakers.some(({ speaker }) => (speaker?.id ?? null) === state.speakerShown?.id);
  return { ...state, article, speakerShown: isGone ? null : state.speakerShown };
}
