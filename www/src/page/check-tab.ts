import { AppError } from "../core/errors.js";
import type { Words } from "../texts/page.js";
import { hint } from "../ui/lists.js";
import type { Actions } from "./actions.js";
import { get } from "./dom.js";
import type { ArticleField } from "./field/article-field.js";
import type { ReadingView } from "./reading-view.js";
import type { State } from "./state.js";
import type { Store } from "./store.js";

/** Loads the check before publishing when its tab is first opened; from then on it follows the article. */
export function connectCheckTab(
  store: Store<State>,
  words: Words,
  actions: Actions,
  reading: ReadingView,
  field: ArticleField,
): void {
  const tab = get("tab-check");
  const controller = new AbortController();
  let isLoading = false;
  const open = async () => {
    if (isLoading) return;
    isLoading = true;
    try {
      const { openCheck } = await import("./check/check.js");
      await openCheck({ store, words, actions, reading, field });
      controller.abort();
    } catch {
      isLoading = false;
      actions.fail(new AppError("checkUnavailable"));
    }
  };
  get("check").replaceChildren(hint(words.texts.panel.emptyCheck));
  // Arrow keys select a tab by moving the focus to it.
  for (const type of ["click", "focus"])
    tab.addEventListener(type, () => void open(), { signal: controller.signal });
}
