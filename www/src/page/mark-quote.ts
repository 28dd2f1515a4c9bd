import type { Quote, TextRange } from "../core/report.js";
import type { Words } from "../texts/page.js";
import type { Article } from "../ui/article.js";
import { quoteAt } from "../ui/corrections/apply.js";
import { replacePieces, wholeWords } from "../ui/corrections/edges.js";
import { describePassage } from "../ui/corrections/passage.js";
import type { Actions } from "./actions.js";
import { get } from "./dom.js";
import type { ArticleField } from "./field/article-field.js";
import type { Navigation } from "./navigation.js";
import { selectedRange, selectionBox } from "./selection.js";
import type { State } from "./state.js";
import type { Store } from "./store.js";

/** How long a selection rests before its buttons appear, in milliseconds. */
const PAUSE = 200;
/** The space between the selection and its buttons, in CSS pixels; the handles of a phone are there. */
const GAP = 6;
const TOUCH_GAP = 22;

/** What can be made of a selection. */
interface Selected {
  readonly range: TextRange;
  /** The quote that takes these edges. */
  readonly quote: Quote | null;
  /** Whether it can be a quote of its own: it is outside all quotes, or inside one. */
  readonly isNew: boolean;
}

/**
 * Connects what marks selected words as a quote: buttons beside the selection, the same in the toolbar.
 *
 * Returns what a key does with the selection.
 */
export function connectMarkQuote(
  store: Store<State>,
  { texts }: Words,
  actions: Actions,
  navigation: Navigation,
  field: ArticleField,
  reading: HTMLElement,
): () => void {
  const toolbarButton = get<HTMLButtonElement>("add-quote");
  const beside = get("selection");
  const markButton = get("mark-quote");
  const edgesButton = get("set-edges");
  let selected: Selected | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;
  let isTouch = false;

  const read = () => {
    const range = selectedRange(field, reading);
    if (!range) return null;
    const { article, text } = store.state;
    return article?.text === text ? understand(article, range) : null;
  };
  const place = () => {
    const box = selected && selectionBox(field, reading);
    beside.hidden = !box || box.bottom < 0 || box.top > innerHeight;
    if (!box) return;
    const below = box.bottom + (isTouch ? TOUCH_GAP : GAP);
    const { offsetWidth: width, offsetHeight: height } = beside;
    const top = below + height < innerHeight ? below : box.top - height - GAP;
    const left = Math.min(box.right - width / 2, document.documentElement.clientWidth - width - GAP);
    beside.style.translate = `${Math.max(GAP, left)}px ${Math.max(GAP, top)}px`;
  };
  const show = () => {
    clearTimeout(timer);
    if (beside.contains(document.activeElement) && selected) return;
    selected = read();
    toolbarButton.hidden = !selected;
    toolbarButton.textContent = selected?.isNew === false ? texts.toolbar.setEdges : texts.toolbar.addQuote;
    markButton.hidden = !selected?.isNew;
    edgesButton.hidden = !selected?.quote;
    beside.hidden = !selected || isPressed;
    if (!beside.hidden) place();
  };
  const showSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  };

  const mark = ({ range }: Selected) => {
    const quote = describePassage(store.state.text, range);
    actions.correct({ kind: "quote", quote, name: null }, texts.changes.quoteAdded, true);
    const { article } = store.state;
    const added = article && quoteAt(article.report, range);
    if (added) void navigation.reveal({ kind: "quote", id: added.id }, "speaker");
  };
  const setEdges = ({ range, quote }: Selected) => {
    const { text } = store.state;
    if (!quote) return;
    const pieces = replacePieces(quote, range).map((piece) => describePassage(text, piece));
    const first = describePassage(text, quote.content[0] as TextRange);
    actions.correct({ kind: "edges", quote: first, pieces }, texts.changes.edgesMoved);
    void navigation.reveal({ kind: "quote", id: quote.id });
  };
  const use = (act: (selected: Selected) => void) => {
    const used = selected ?? read();
    selected = null;
    beside.hidden = true;
    if (!used) return;
    getSelection()?.removeAllRanges();
    act(used);
    show();
  };
  const useFirst = () => use((used) => (used.isNew ? mark : setEdges)(used));

  document.addEventListener("selectionchange", showSoon);
  document.addEventListener("select", showSoon);
  for (const type of ["pointerdown", "pointerup", "pointercancel"] as const)
    document.addEventListener(type, (event) => {
      isPressed =
        type === "pointerdown" && event.pointerType === "mouse" && !beside.contains(event.target as Node);
      isTouch = event.pointerType === "touch";
      showSoon();
    });
  document.addEventListener("scroll", () => !beside.hidden && place(), { passive: true });
  // To ask for the selection lays the page out, which can wait where none is shown.
  const update = () => (selected ? show() : showSoon());
  store.watch(({ article }) => article, update);
  store.watch(({ text }) => text, update);
  store.watch(({ view }) => view, show);
  for (const button of [toolbarButton, markButton, edgesButton]) {
    // Keeps the selection when the button is pressed.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
  }
  toolbarButton.addEventListener("click", useFirst);
  markButton.addEventListener("click", () => use(mark));
  edgesButton.addEventListener("click", () => use(setEdges));
  return useFirst;
}

/** What a selection of whole words means for the quotes that it touches; null where it changes nothing. */
function understand(article: Article, selection: TextRange): Selected | null {
  const range = wholeWords(article, selection);
  if (!range) return null;
  const touched = article.report.quotes.filter(({ content }) =>
    content.some(({ start, end }) => start < range.end && range.start < end),
  );
  const isSame = ({ start, end }: TextRange) => start === range.start && end === range.end;
  if (touched.some(({ content }) => content.some(isSame))) return null;
  const isInside = touched.every(({ content }) =>
    content.some(({ start, end }) => start <= range.start && range.end <= end),
  );
  return { range, quote: touched.length > 0 ? quoteAt(article.report, range) : null, isNew: isInside };
}
