import { CORE_FILE } from "../core/core-file.js";
import { Engine } from "../core/engine.js";
import { AppError } from "../core/errors.js";
import { setTrustedTypes } from "../core/trusted-types.js";
import { loadWords } from "../texts/page.js";
import { Actions } from "./actions.js";
import { Analysis } from "./analysis.js";
import { Card } from "./card.js";
import { connectLegend } from "./legend.js";
import { keptArticle, readLink } from "./link.js";
import { Navigation } from "./navigation.js";
import { connectPanel } from "./panel-view.js";
import { ReadingView } from "./reading-view.js";
import { connectSaveMenu } from "./save-menu.js";
import { connectShortcuts } from "./shortcuts.js";
import { editText, INITIAL_STATE, replaceText, type State, setRemember } from "./state.js";
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
  const actions = new Actions(store, words, analysis);
  const field = connectTextView(store, analysis);
  const reading = new ReadingView(store, words);
  const panel = connectPanel(store, words);
  const card = new Card(reading.element, words, () => store.state.article, {
    correct: (correction, message) => actions.correct(correction, message),
    copy: (text) => void actions.copy(text),
  });
  const navigation = new Navigation(store, words, reading, card, panel, actions);
  connectStatus(store, () => analysis.stop());
  connectLegend(store, words);
  connectToolbar(store, words, analysis, actions, navigation, field, reading.element);
  connectSaveMenu(store, words, actions, reading);
  connectShortcuts(store, actions, navigation);
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
  const open = async () => {
    const linked = await readLink(new URL(location.href)).catch((error) => {
      actions.fail(error);
      return null;
    });
    if (linked) {
      await actions.openText(linked.text, linked.corrections);
      if (linked.hasUnknown) actions.fail(new AppError("linkNewer"));
      return;
    }
    const kept = restore();
    if (kept) {
      // The text first, since what is on the page is kept from then on.
      store.update((state) => setRemember(replaceText(state, kept.text, kept.corrections), true));
      return actions.openText(kept.text, kept.corrections);
    }
    // Browsers keep what was typed while the script was loading, or before a reload.
    if (field.value !== store.state.text) {
      store.update((state) => editText(state, field.value));
      await analysis.run();
    }
  };
  window.addEventListener("hashchange", () => void open());
  await open();
}

setTrustedTypes();
void start();
if ("serviceWorker" in navigator && import.meta.env.PROD) {
  window.addEventListener("load", () => void navigator.serviceWorker.register("offline.js").catch(() => {}));
}
