import { ACCEPTED } from "../formats/accepted.js";
import { SAMPLE } from "../sample.js";
import type { Words } from "../texts/page.js";
import type { Actions } from "./actions.js";
import type { Analysis } from "./analysis.js";
import { canRedo, canUndo } from "./corrections/history.js";
import { describePassage } from "./corrections/passage.js";
import { get } from "./dom.js";
import type { Navigation } from "./navigation.js";
import { selectedRange } from "./selection.js";
import { clear, isBlank, type State, showView } from "./state.js";
import type { Store } from "./store.js";

/** Connects the buttons above the article, and files that are dropped on the page. */
export function connectToolbar(
  store: Store<State>,
  words: Words,
  analysis: Analysis,
  actions: Actions,
  navigation: Navigation,
  field: HTMLTextAreaElement,
  reading: HTMLElement,
): void {
  connectViews(store, field);
  connectOpening(actions);
  connectHistory(store, actions);
  connectAddQuote(store, words, actions, navigation, field, reading);
  const clearButton = get<HTMLButtonElement>("clear");
  clearButton.addEventListener("click", () => {
    store.update(clear);
    void analysis.run();
    field.focus();
  });
  store.watch(
    ({ text }) => isBlank(text),
    (blank) => {
      clearButton.disabled = blank;
    },
  );
}

function connectViews(store: Store<State>, field: HTMLTextAreaElement): void {
  const textButton = get<HTMLButtonElement>("show-text");
  const readingButton = get<HTMLButtonElement>("show-reading");
  textButton.addEventListener("click", () => {
    store.update((state) => showView(state, "text"));
    field.focus();
  });
  readingButton.addEventListener("click", () => store.update((state) => showView(state, "reading")));
  store.watch(
    ({ view }) => view,
    (view) => {
      textButton.setAttribute("aria-pressed", String(view === "text"));
      readingButton.setAttribute("aria-pressed", String(view === "reading"));
    },
  );
  store.watch(
    ({ text }) => isBlank(text),
    (blank) => {
      readingButton.disabled = blank;
    },
  );
}

function connectOpening(actions: Actions): void {
  const input = get<HTMLInputElement>("file");
  input.accept = ACCEPTED;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) void actions.openFile(file);
  });
  get("open").addEventListener("click", () => input.click());
  get("sample").addEventListener("click", () => void actions.openText(SAMPLE));
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void actions.openFile(file);
  });
}

/** The arrows appear with the first correction. */
function connectHistory(store: Store<State>, actions: Actions): void {
  const undoButton = get<HTMLButtonElement>("undo");
  const redoButton = get<HTMLButtonElement>("redo");
  undoButton.addEventListener("click", () => actions.undo());
  redoButton.addEventListener("click", () => actions.redo());
  store.watch(
    ({ history }) => history,
    (history) => {
      undoButton.disabled = !canUndo(history);
      redoButton.disabled = !canRedo(history);
      undoButton.hidden = redoButton.hidden = undoButton.disabled && redoButton.disabled;
    },
  );
}

/** The button that marks the selected words as a quote. */
function connectAddQuote(
  store: Store<State>,
  { texts }: Words,
  actions: Actions,
  navigation: Navigation,
  field: HTMLTextAreaElement,
  reading: HTMLElement,
): void {
  const button = get<HTMLButtonElement>("add-quote");
  const show = () => {
    const { article, text } = store.state;
    button.hidden = article?.text !== text || !selectedRange(field, reading);
  };
  document.addEventListener("selectionchange", show);
  field.addEventListener("select", show);
  store.watch(({ article }) => article, show);
  store.watch(({ text }) => text, show);
  store.watch(({ view }) => view, show);
  // Keeps the selection when the button is pressed.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const range = selectedRange(field, reading);
    const { text } = store.state;
    if (!range) return;
    const quote = describePassage(text, range);
    actions.correct({ kind: "quote", quote, name: null }, texts.changes.quoteAdded);
    const isAdded = ({ start }: { start: number }) => start === range.start;
    const added = store.state.article?.report.quotes.find(({ content }) => content.some(isAdded));
    if (added) void navigation.reveal({ kind: "quote", id: added.id });
  });
}
