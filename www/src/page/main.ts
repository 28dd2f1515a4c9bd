import { CORE_FILE } from "../core/core-file.js";
import { Engine } from "../core/engine.js";
import { AppError } from "../core/errors.js";
import { setTrustedTypes } from "../core/trusted-types.js";
import { loadWords } from "../texts/page.js";
import { Actions } from "./actions.js";
import { Analysis } from "./analysis.js";
import { Card } from "./card.js";
import { connectCheckTab } from "./check-tab.js";
import { ArticleField } from "./field/article-field.js";
import { connectLegend } from "./legend.js";
import { keptArticle, readLink } from "./link.js";
import { connectMarkQuote } from "./mark-quote.js";
import { Navigation } from "./navigation.js";
import { connectOpening } from "./opening.js";
import { connectPanel } from "./panel-view.js";
import { ReadingView } from "./reading-view.js";
import { connectSaveMenu } from "./save-menu.js";
import { connectShortcuts } from "./shortcuts.js";
import { connectSpeakerBar } from "./speaker-bar.js";
import { editText, INITIAL_STATE, replaceText, type State } from "./state.js";
import { connectStatus } from "./status-view.js";
import { Store } from "./store.js";
import { connectTextView } from "./text-view.js";
import { connectToolbar } from "./toolbar.js";
import { translate } from "./translate.js";

/** Connects the parts of the page and opens what the link or this device holds. */
async function start(): Promise<void> {
  // Loading the core does not wait for the texts.
  const engine = new Engine(
    new URL(CORE_FILE, document.baseURI),
    () => new Worker(new URL("../core/worker.ts", import.meta.url), { type: "module" }),
  );
  const words = await loadWords(navigator.languages);
  if (words.texts.language !== "en") {
    document.documentElement.lang = words.texts.language;
    translate(document, words.texts);
  }

  const store = new Store<State>(INITIAL_STATE);
  const analysis = new Analysis(store, words, engine);
  const field = new ArticleField();
  const actions = new Actions(store, words, analysis, field);
  connectTextView(store, analysis, actions, field);
  const reading = new ReadingView(store, words);
  const panel = connectPanel(store, words, actions);
  const card = new Card(reading.element, words, store, {
    correct: (correction, message, open) =>
      void navigation.keepFocus(() => actions.correct(correction, message, open !== undefined), open),
    copy: (text) => void actions.copy(text),
  });
  const navigation: Navigation = new Navigation(store, words, reading, card, panel, actions);
  connectStatus(store, words, field, () => analysis.stop());
  connectLegend(store, words);
  connectCheckTab(store, words, actions, reading, field);
  connectSpeakerBar(store, words, navigation);
  connectOpening(words, actions);
  connectToolbar(store, actions, navigation, field);
  connectSaveMenu(store, words, actions, reading);
  const markQuote = connectMarkQuote(store, words, actions, navigation, field, reading.element);
  connectShortcuts(store, actions, navigation, markQuote);
  store.watch(
    ({ view }) => view,
    () => card.hide(),
  );

  const restore = () => {
    try {
      return keptArticle();
    } catch (error) {
      actions.fail(error);
      return null;
    }
  };
  const open = async (isFirst: boolean) => {
    const linked = await readLink(new URL(location.href)).catch((error) => {
      actions.fail(error);
      return null;
    });
    const kept = isFirst ? restore() : null;
    if (linked) {
      // A link leaves what is kept on this device as it is; undo leads back to it.
      if (kept) store.update((state) => replaceText(state, kept.text, kept.corrections, true));
      const { text, corrections } = linked;
      const message = words.texts.status.linkOpened;
      await actions.openText(text, { corrections, remember: false, message });
      if (linked.hasUnknown) actions.fail(new AppError("linkNewer"));
      return;
    }
    if (kept) return actions.openText(kept.text, { corrections: kept.corrections, remember: true });
    // Browsers keep what was typed while the script was loading, or before a reload.
    if (isFirst && field.value !== store.state.text) {
      store.update((state) => editText(state, field.value));
      await analysis.run();
    }
  };
  window.addEventListener("hashchange", () => void open(false));
  await open(true);
}

setTrustedTypes();
void start();
if ("serviceWorker" in navigator && import.meta.env.PROD) {
  window.addEventListener("load", () => void navigator.serviceWorker.register("offline.js").catch(() => {}));
}
