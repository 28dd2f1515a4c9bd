import { importOrFail } from "../formats/import.js";
import type { Words } from "../texts/page.js";
import { makeButton } from "../ui/elements.js";
import type { Actions } from "./actions.js";
import { get } from "./dom.js";
import type { ExportedFile } from "./exports/formats.js";
import type { State } from "./state.js";
import type { Store } from "./store.js";

/** Adds the menu's entry that makes a reviewed report, after asking what has been checked; `save` takes the file. */
export function connectPublishing(
  store: Store<State>,
  words: Words,
  actions: Actions,
  save: (file: ExportedFile) => void,
): void {
  const button = makeButton("plain", words.texts.publish.open, async () => {
    if (!store.state.article) return actions.announce(words.texts.status.nothingToSave);
    try {
      const { ask, toReviewedReport } = await importOrFail(() => import("./exports/reviewed.js"));
      ask(store.state.article, words, async (extent) => {
        const { article } = store.state;
        if (article) save(await toReviewedReport(article, extent, new Date()));
      });
    } catch (error) {
      actions.fail(error);
    }
  });
  button.id = "publish";
  get("link").before(button);
}
