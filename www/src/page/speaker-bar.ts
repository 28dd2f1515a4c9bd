import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import { colorClasses } from "../ui/article.js";
import { get } from "./dom.js";
import type { Navigation } from "./navigation.js";
import { type State, showLists, shownQuotes, showSpeaker } from "./state.js";
import type { Store } from "./store.js";
import { afterPaint } from "./tasks.js";

/** Connects the speakers' names in the list, and the bar that steps through what one of them says. */
export function connectSpeakerBar(
  store: Store<State>,
  { texts, format }: Words,
  navigation: Navigation,
): void {
  const bar = get("speaker-bar");
  const panel = get("panel");
  const previous = get("speaker-previous");
  const next = get("speaker-next");
  /** Whether the lists filled the window, and where they were scrolled to. */
  let origin = { listsShown: false, top: 0 };

  const buttonOf = (id: string) => panel.querySelector<HTMLElement>(`[data-shows="${CSS.escape(id)}"]`);
  const leave = () => {
    const { speakerShown } = store.state;
    if (!speakerShown) return;
    store.update((state) => showLists(showSpeaker(state, null), origin.listsShown));
    get("tab-speakers").click();
    if (origin.listsShown) scrollTo({ top: origin.top, behavior: "instant" });
    const button = buttonOf(speakerShown.id ?? "");
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: "nearest", behavior: "instant" });
  };

  const show = () => {
    const { article, speakerShown, target } = store.state;
    bar.hidden = speakerShown === null;
    document.documentElement.classList.toggle("has-bar", speakerShown !== null);
    for (const button of panel.querySelectorAll<HTMLElement>("[data-shows]")) {
      const isPressed = speakerShown !== null && button.dataset.shows === (speakerShown.id ?? "");
      if (button.ariaPressed !== String(isPressed)) button.ariaPressed = String(isPressed);
    }
    if (!speakerShown || !article) return;
    const name = article.entities.get(speakerShown.id ?? "")?.name ?? texts.speakerUnknown;
    const quotes = shownQuotes(store.state);
    const index = quotes.findIndex(({ id }) => target?.kind === "quote" && id === target.id);
    bar.className = colorClasses(article.colorIndexes.get(speakerShown.id));
    get("speaker-name").textContent = name;
    get("speaker-count").textContent =
      index < 0
        ? format.plural(texts.counts.quotes, quotes.length)
        : fill(texts.speakerBar.position, {
            index: format.number(index + 1),
            count: format.number(quotes.length),
          });
    // Still focusable at either end, so that the focus has a place there.
    previous.setAttribute("aria-disabled", String(index === 0));
    next.setAttribute("aria-disabled", String(index === quotes.length - 1));
  };

  panel.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-shows]");
    if (!button) return;
    const id = button.dataset.shows || null;
    if (store.state.speakerShown?.id === id) return leave();
    origin = { listsShown: store.state.listsShown, top: scrollY };
    void navigation.showSpeaker(id);
  });
  previous.addEventListener("click", () => void navigation.step(-1));
  next.addEventListener("click", () => void navigation.step(1));
  get("speaker-close").addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    // An open card or menu is closed first.
    if (event.key !== "Escape" || event.defaultPrevented || (event.target as Element).closest("#save[open]"))
      return;
    leave();
  });
  store.watch(({ speakerShown }) => speakerShown, show);
  store.watch(({ target }) => target, show);
  store.watch(({ hiddenKinds }) => hiddenKinds, show);
  // The list of speakers is drawn then.
  store.watch(
    ({ article }) => article,
    () => afterPaint(show),
  );
}
