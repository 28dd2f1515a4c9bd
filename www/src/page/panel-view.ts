import type { Words } from "../texts/page.js";
import { currentCorrections } from "../ui/corrections/history.js";
import { isGoneFrom, listCorrections } from "../ui/corrections-list.js";
import { make } from "../ui/elements.js";
import { hint, listNames, listQuotes, listSpeakers, noteLanguage } from "../ui/lists.js";
import { connectTabs } from "../ui/tabs.js";
import type { Actions } from "./actions.js";
import { get, piecesOf } from "./dom.js";
import { exchangeChildren } from "./exchange.js";
import type { State, Target } from "./state.js";
import type { Store } from "./store.js";
import { afterPaint } from "./tasks.js";

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
  /** Those whose lists are of an earlier article; they are drawn when their tab is shown. */
  const stale = new Set(lists);
  /** Draws the list that is seen, unless that is done. */
  const drawSeen = () => {
    const { article, target } = store.shown;
    for (const list of stale) {
      const { element, draw, empty } = list;
      if (element.hidden) continue;
      stale.delete(list);
      const drawn = article ? (noteLanguage(words, article) ?? draw(words, article)) : [hint(empty)];
      exchangeChildren(element, drawn);
      markTarget(target);
    }
  };
  let isCorrectionsStale = true;
  let withdraw = () => {};
  /** Draws what is out of date after the article, in which a correction is seen first. */
  const drawLater = () => {
    panel.ariaBusy = "true";
    withdraw();
    withdraw = afterPaint(() => {
      if (isCorrectionsStale) drawCorrections();
      drawSeen();
      panel.ariaBusy = null;
    });
  };
  const drawLists = () => {
    for (const list of lists) stale.add(list);
    drawLater();
  };

  const showTab = connectTabs(panel, { selected: drawSeen });
  const tab = get("tab-corrections");
  const drawCorrections = () => {
    isCorrectionsStale = false;
    const { text, history } = store.shown;
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

  const changeCorrections = () => {
    isCorrectionsStale = true;
    // A button that has been pressed is not to be there for another press.
    if (get("corrections").hidden) drawLater();
    else drawCorrections();
  };
  store.watch(({ history }) => history, changeCorrections);
  store.watch(({ text }) => text, changeCorrections);
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
