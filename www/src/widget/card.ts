import { make, makeButton } from "../ui/elements.js";
import { colorName } from "../ui/speaker-colors.js";
import { isUncertain, type SpeakerSummary } from "../ui/speakers.js";
import STYLES from "./card.css?compact";
import { makeLine, type PanelWords } from "./panel.js";
import type { ArticleQuote } from "./types.js";

/** How many other quotes of a speaker a card has. */
const MOST_OTHERS = 3;

/** Space between the words and the card, and between the card and the edge, in CSS pixels. */
const GAP = 6;

/** What a card needs of the widget. */
export interface CardContext {
  /** The shadow root, which takes the card. */
  readonly root: ShadowRoot;
  readonly speakers: readonly SpeakerSummary[];
  /** The quotes that are shown, in the order of the text. */
  readonly quotes: readonly ArticleQuote[];
  readonly words: PanelWords;
  /** Goes to a quote and opens its card. */
  select(quote: ArticleQuote | undefined): void;
}

/** Shows the card of a quote at words of the page, in place of another card; browsers without popovers show none. */
export function showCard(quote: ArticleQuote, words: Range, context: CardContext): void {
  const { root, speakers } = context;
  const summary = speakers.find(({ quotes }) => quotes.some(({ id }) => id === quote.id));
  if (!summary || !("popover" in root.host)) return;
  root.querySelector(".card")?.remove();
  if (!styled.has(root)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets.push(sheet);
    styled.add(root);
  }
  const card = makeCard(quote, summary, context);
  root.append(card);
  open(card, words);
}

const styled = new WeakSet<ShadowRoot>();

/** Makes the card of a quote: who said it, how that is known, and what else they say. */
function makeCard(
  quote: ArticleQuote,
  summary: SpeakerSummary,
  { quotes: shown, words: { labels }, select }: CardContext,
): HTMLElement {
  const { speaker, quotes } = summary;
  // After the last quote comes the first.
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === quote.id);
    select(shown.at((at + by) % shown.length));
  };
  const card = make("div", `card ${colorName(summary)}`);
  card.part.add("card");
  card.popover = "auto";
  card.role = "dialog";
  card.tabIndex = -1;
  const name = makeLine("h3", speaker?.name ?? labels.nobody);
  card.setAttribute("aria-label", name.textContent ?? "");
  card.append(name);
  if (speaker && speaker.roles.length > 0) card.append(makeLine("small", speaker.roles.join(", ")));
  const known = [labels.basis[quote.basis], quote.speaker !== null && isUncertain(quote) && labels.unsure];
  card.append(makeLine("p", known.filter(Boolean).join(" · ")));
  const others = speaker ? quotes.filter(({ id }) => id !== quote.id).slice(0, MOST_OTHERS) : [];
  if (others.length > 0) {
    const list = make("ul");
    list.setAttribute("aria-label", labels.alsoSays);
    for (const other of others as ArticleQuote[]) {
      const item = make("li");
      const button = makeButton("", other.words, () => select(other));
      button.dir = "auto";
      item.append(button);
      list.append(item);
    }
    card.append(makeLine("small", labels.alsoSays), list);
  }
  const steps = make("div", "steps");
  const addStep = (sign: string, label: string, act: () => void) => {
    const button = makeButton("", sign, act);
    button.setAttribute("aria-label", label);
    button.title = label;
    steps.append(button);
  };
  addStep("‹", labels.previous, () => step(-1));
  addStep("›", labels.next, () => step(1));
  addStep("×", labels.close, () => card.hidePopover());
  card.append(steps);
  card.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") step(-1);
    else if (key === "ArrowRight") step(1);
  });
  return card;
}

/** Opens a card at words of the page, below them or, where there is no room, above, and moves the focus into it. */
function open(card: HTMLElement, words: Range): void {
  card.showPopover();
  const place = placeOf(words);
  const { width, height } = card.getBoundingClientRect();
  const hasRoom = place.bottom + GAP + height <= innerHeight || place.top < height + GAP;
  const top = hasRoom ? place.bottom + GAP : place.top - height - GAP;
  const left = Math.max(GAP, Math.min(place.left, document.documentElement.clientWidth - width - GAP));
  card.style.insetBlockStart = `${Math.max(0, top + scrollY)}px`;
  card.style.left = `${left + scrollX}px`;
  card.focus({ preventScroll: true });
}

/** Where words are in the window, also those in a frame. */
function placeOf(words: Range): DOMRect {
  const [rect = words.getBoundingClientRect()] = words.getClientRects();
  let { x, y } = rect;
  let view = words.startContainer.ownerDocument?.defaultView;
  for (; view && view !== window && view.frameElement; view = view.parent as typeof view) {
    const frame = view.frameElement.getBoundingClientRect();
    x += frame.x + view.frameElement.clientLeft;
    y += frame.y + view.frameElement.clientTop;
  }
  return new DOMRect(x, y, rect.width, rect.height);
}
