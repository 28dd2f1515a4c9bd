import { importOrFail } from "../formats/import.js";
import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import { currentCorrections } from "../ui/corrections/history.js";
import { makeButton } from "../ui/elements.js";
import type { Actions } from "./actions.js";
import { get } from "./dom.js";
import { EXPORT_FORMATS, type ExportedFile } from "./exports/formats.js";
import { createLink, forgetArticle, keepArticle, keptArticle, type SavedArticle } from "./link.js";
import { connectPublishing } from "./publish.js";
import type { ReadingView } from "./reading-view.js";
import { isBlank, type State, setRemember, showView } from "./state.js";
import type { Store } from "./store.js";

/** Longer links may be cut off by mail programs, in characters. */
const LONGEST_SAFE_LINK = 8000;
/** How long a browser may take to begin a download, in milliseconds. */
const DOWNLOAD_TIME = 10_000;

/** Connects the menu that exports, links, prints and keeps the article. */
export function connectSaveMenu(
  store: Store<State>,
  words: Words,
  actions: Actions,
  reading: ReadingView,
): void {
  const menu = get<HTMLDetailsElement>("save");
  const linkButton = get("link");
  const close = () => {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector("summary")?.focus();
  };

  for (const format of EXPORT_FORMATS) {
    const button = makeButton("plain", words.texts.exports[format], async () => {
      close();
      if (!store.state.article) return actions.announce(words.texts.status.nothingToSave);
      try {
        const { exportArticle } = await loadExports();
        await reading.draw();
        const { article } = store.state;
        if (article) download(exportArticle(format, words, article, reading.element), words, actions);
      } catch (error) {
        actions.fail(error);
      }
    });
    button.dataset.format = format;
    linkButton.before(button);
  }
  connectPublishing(store, words, actions, (file) => {
    download(file, words, actions);
    close();
  });
  linkButton.addEventListener("click", () => {
    close();
    if (isBlank(store.state.text)) actions.announce(words.texts.status.nothingToSave);
    else void copyLink(store.state, words, actions);
  });
  get("print").addEventListener("click", async () => {
    close();
    if (!store.state.article) return actions.announce(words.texts.status.nothingToSave);
    store.update((state) => showView(state, "reading"));
    await reading.draw();
    print();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target as Node)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  connectRemember(store, words, actions, close);
  // Loaded in advance, so that saving needs no network; a failure is reported when something is saved.
  loadExports().catch(() => {});
}

/** Loads the exports, which the first display of the page does not need. */
function loadExports() {
  return importOrFail(() => import("./exports/exports.js"));
}

function savedArticle({ text, history }: State): SavedArticle {
  return { text, corrections: [...currentCorrections(history)] };
}

function download({ name, type, body }: ExportedFile, words: Words, actions: Actions): void {
  const url = URL.createObjectURL(new Blob([body], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_TIME);
  actions.announce(fill(words.texts.status.saved, { name }));
}

async function copyLink(state: State, { texts }: Words, actions: Actions): Promise<void> {
  try {
    const { href } = await createLink(savedArticle(state), new URL(location.href));
    await navigator.clipboard.writeText(href);
    const notes = [texts.status.linkCopied, href.length > LONGEST_SAFE_LINK && texts.status.linkLong];
    actions.announce(notes.filter(Boolean).join(" "));
  } catch {
    actions.fail(new Error(texts.status.linkFailed));
  }
}

/** Keeps the article on this device for as long as the box is checked. */
function connectRemember(store: Store<State>, { texts }: Words, actions: Actions, close: () => void): void {
  const box = get<HTMLInputElement>("remember");
  const keep = () => {
    if (!store.state.remember) return;
    try {
      keepArticle(savedArticle(store.state));
    } catch (error) {
      store.update((state) => setRemember(state, false));
      actions.fail(error);
    }
  };
  const readKept = () => {
    try {
      return keptArticle();
    } catch {
      // What is damaged cannot be put back.
      return null;
    }
  };
  box.addEventListener("change", () => {
    close();
    const before = readKept();
    const set = (remember: boolean) => store.update((state) => setRemember(state, remember));
    const wanted = box.checked;
    set(wanted);
    // Keeping it may have failed.
    if (store.state.remember !== wanted) return;
    if (!wanted) forgetArticle();
    const { kept, keptInstead, notKept } = texts.status;
    const isOther = before !== null && before.text !== store.state.text;
    actions.announce(wanted ? (isOther ? keptInstead : kept) : notKept, () => {
      set(!wanted);
      if (before) keepArticle(before);
      else forgetArticle();
    });
  });
  store.watch(
    ({ remember }) => remember,
    (remember) => {
      box.checked = remember;
      if (remember) keep();
    },
  );
  store.watch(({ article }) => article, keep);
}
