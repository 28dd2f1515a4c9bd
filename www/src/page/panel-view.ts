import type { Words } from "../texts/page.js";
import { currentCorrections } from "../ui/corrections/history.js";
import { isGoneFrom, listCorrections } from "../ui/corrections-list.js";
import { make } from "../ui/elements.js";
import { hint, listNames, listQuotes, listSpeakers, noteLanguage } from "../ui/lists.js";
import { connectTabs } from "../ui/tabs.js";
import type { Actions } from "./actions.js";
import { get, piecesOf } from "./dom.js";
import type { State, Target } from "./state.js";
import type { Store } from "./store.js";

/** Draws the lists beside the article and marks the target in them. */
export function connectPanel(store: Store<State>, words: Words, actions: Actions): HTMLElement {
  const { texts } = words;
  const panel = get("panel");
  const lists = [
    { element: get("speakers"), draw: listSpeakers, empty: texts.panel.emptySpeakers },
    { element: get("quotes"), draw: listQuotes, empty: texts.panel.emptyQuotes },
    { element: get("names"), draw: listNames, empty: texts.panel.emptyNames },
  ];

  const markTarget = (target: Target | null) => {
    for (const element of panel.querySelectorAll("[aria-current]")) element.removeAttribute("aria-current");
    if (!target) return;
    for (const entry of piecesOf(panel, target)) entry.setAttribute("aria-current", "true");
  };
  const drawList = ({ element, draw, empty }: (typeof lists)[number]) => {
    const { article } = store.state;
    const list = article ? (noteLanguage(words, article) ?? draw(words, article)) : [hint(empty)];
    element.replaceChildren(...list);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Draws the list that is seen, and then the others. */
  const drawLists = () => {
    clearTimeout(timer);
    const isSeen = ({ element }: (typeof lists)[number]) => !element.hidden;
    for (const list of lists) if (isSeen(list)) drawList(list);
    markTarget(store.state.target);
    timer = setTimeout(() => {
      for (const list of lists) if (!isSeen(list)) drawList(list);
      markTarget(store.state.target);
    });
  };

  const showTab = connectTabs(panel);
  const tab = get("tab-corrections");
  const drawCorrections = () => {
    const { text, history } = store.state;
    const corrections = currentCorrections(history);
    const list = get("corrections");
    const hadFocus = list.contains(document.activeElement);
    tab.replaceChildren(
      texts.panel.corrections,
      make("small", "", ` ${words.format.number(corrections.length)}`),
    );
    showTab(tab, corrections.length > 0);
    list.replaceChildren(
      ...listCorrections(
        words,
        corrections,
        (correction) => isGoneFrom(text, correction),
        (index) => actions.revert(index),
      ),
    );
    // The button that was pressed is gone; the next one takes its place.
    if (hadFocus) (list.querySelector("button") ?? get("tab-speakers")).focus({ preventScroll: true });
  };

  store.watch(({ history }) => history, drawCorrections);
  store.watch(({ text }) => text, drawCorrections);
  store.watch(({ article }) => article, drawLists);
  store.watch(({ target }) => target, markTarget);
  drawLists();
  return panel;
}

/** Scrolls the panel, but not the page, to the entry of a quote or an entity. */
export function scrollPanelTo(panel: HTMLElement, target: Target): void {
  const entry = piecesOf(panel, target).find((element) => element.checkVisibility());
  const tabs = panel.querySelector(".tabs");
  if (!entry || !tabs) return;
  const box = entry.getBoundingClientRect();
  const visible = panel.getBoundingClientRect();
  const top = visible.top + tabs.clientHeight + 16;
  if (box.top < top) panel.scrollTop += box.top - top;
  else if (box.bottom > visible.bottom) panel.scrollTop += box.bottom - visible.bottom;
}
