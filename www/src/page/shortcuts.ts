import type { Actions } from "./actions.js";
import { get } from "./dom.js";
import type { Navigation } from "./navigation.js";
import { readSingleKeyShortcuts, writeSingleKeyShortcuts } from "./settings.js";
import { type State, setSingleKeyShortcuts } from "./state.js";
import type { Store } from "./store.js";

/** Connects the keyboard shortcuts, and the box that turns off those of a single key (WCAG 2.1.4). */
export function connectShortcuts(
  store: Store<State>,
  actions: Actions,
  navigation: Navigation,
  markQuote: () => void,
): void {
  const box = get<HTMLInputElement>("single-keys");
  store.watch(
    ({ singleKeyShortcuts }) => singleKeyShortcuts,
    (on) => {
      box.checked = on;
      writeSingleKeyShortcuts(on);
    },
  );
  box.addEventListener("change", () => store.update((state) => setSingleKeyShortcuts(state, box.checked)));
  store.update((state) => setSingleKeyShortcuts(state, readSingleKeyShortcuts()));

  document.addEventListener("keydown", (event) => {
    const field = event.target as HTMLElement;
    const isTyping = field.matches("textarea, .long-field, input:not([type=checkbox]), select");
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      // The field undoes typing itself; where nothing was typed, it is the page that put the text there, or took it.
      if ((isTyping && field.dataset.typed !== "no") || (key !== "z" && key !== "y")) return;
      event.preventDefault();
      const isRedo = key === "y" || event.shiftKey;
      void navigation.keepFocus(() => (isRedo ? actions.redo() : actions.undo()));
    } else if (isTyping) {
      return;
    } else if (store.state.singleKeyShortcuts) {
      if (event.key === "j") navigation.moveToNeighbour(1);
      else if (event.key === "k") navigation.moveToNeighbour(-1);
      else if (event.key === "q") markQuote();
    }
  });
}
