import type { Actions } from "./actions.js";
import { get, NARROW } from "./dom.js";
import type { ArticleField } from "./field/article-field.js";
import type { Navigation } from "./navigation.js";
import { canRedo, canUndo, isBlank, type State, showLists, showView } from "./state.js";
import type { Store } from "./store.js";

/** Connects the buttons above the article that do not open anything. */
export function connectToolbar(
  store: Store<State>,
  actions: Actions,
  navigation: Navigation,
  field: ArticleField,
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

function connectViews(store: Store<State>, field: ArticleField): void {
  const textButton = get<HTMLButtonElement>("show-text");
  const readingButton = get<HTMLButtonElement>("show-reading");
  textButton.addEventListener("click", () => {
    store.update((state) => showView(state, "text"));
    field.current.focus();
  });
  readingButton.addEventListener("click", () => store.update((state) => showView(state, "reading")));
  const listsButton = get<HTMLButtonElement>("show-lists");
  listsButton.addEventListener("click", () => {
    store.update((state) => showLists(state, true));
    scrollTo({ top: 0, behavior: "instant" });
  });
  const narrow = matchMedia(NARROW);
  narrow.addEventListener("change", () => {
    if (!narrow.matches) store.update((state) => showLists(state, false));
  });
  const show = () => {
    const { view, listsShown } = store.state;
    textButton.setAttribute("aria-pressed", String(view === "text" && !listsShown));
    readingButton.setAttribute("aria-pressed", String(view === "reading" && !listsShown));
    listsButton.setAttribute("aria-pressed", String(listsShown));
    document.body.classList.toggle("lists", listsShown);
  };
  store.watch(({ view }) => view, show);
  store.watch(({ listsShown }) => listsShown, show);
  store.watch(
    ({ text }) => isBlank(text),
    (blank) => {
      readingButton.disabled = listsButton.disabled = blank;
      if (blank) store.update((state) => showLists(state, false));
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
