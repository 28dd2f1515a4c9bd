import type { Actions } from "./actions.js";
import { get } from "./dom.js";
import type { Navigation } from "./navigation.js";
import { canRedo, canUndo, isBlank, type State, showView } from "./state.js";
import type { Store } from "./store.js";

/** Connects the buttons above the article that do not open anything. */
export function connectToolbar(
  store: Store<State>,
  actions: Actions,
  navigation: Navigation,
  field: HTMLTextAreaElement,
): void {
  connectViews(store, field);
  connectHistory(store, actions, navigation);
  const clearButton = get<HTMLButtonElement>("clear");
  clearButton.addEventListener("click", () => actions.clear());
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

/** The arrows appear with the first step that can be undone. */
function connectHistory(store: Store<State>, actions: Actions, navigation: Navigation): void {
  const undoButton = get<HTMLButtonElement>("undo");
  const redoButton = get<HTMLButtonElement>("redo");
  undoButton.addEventListener("click", () => navigation.keepFocus(() => actions.undo()));
  redoButton.addEventListener("click", () => navigation.keepFocus(() => actions.redo()));
  const show = () => {
    undoButton.disabled = !canUndo(store.state);
    redoButton.disabled = !canRedo(store.state);
    undoButton.hidden = redoButton.hidden = undoButton.disabled && redoButton.disabled;
  };
  store.watch(({ history }) => history, show);
  store.watch(({ earlier }) => earlier, show);
  store.watch(({ later }) => later, show);
}
