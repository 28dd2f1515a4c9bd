import type { ArticleText } from "./article-text.js";
import type { ArticleQuote } from "./types.js";

/** What has a use of its own for a click. */
const INTERACTIVE =
  "a[href], button, input, select, textarea, label, summary, audio, video, [contenteditable], [role=button]";

/** How far beside the words a click may be, in CSS pixels. */
const TOLERANCE = 3;

interface CaretDocument {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options: { shadowRoots: ShadowRoot[] },
  ): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** A quote under a click, and the words that were clicked. */
export interface Picked {
  readonly quote: ArticleQuote;
  readonly words: Range;
}

/** The innermost quote at the place of a click; null where there is none, or where the click is for something else. */
export function pickQuote(
  event: MouseEvent,
  target: Element,
  article: ArticleText,
  quotes: readonly ArticleQuote[],
): Picked | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return null;
  if (target.closest(INTERACTIVE)) return null;
  const page = target.ownerDocument;
  // Somebody who selects words does not ask for a card.
  if (page.defaultView?.getSelection()?.isCollapsed === false) return null;
  const caret = findCaret(page, event.clientX, event.clientY, article);
  if (!caret) return null;
  let picked: Picked | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const quote of quotes) {
    const length = quote.words.length;
    if (length >= shortest) continue;
    const words = quote.content
      .flatMap(({ start, end }) => article.ranges(start, end))
      .find((range) => isAt(range, caret, event));
    if (words) [picked, shortest] = [{ quote, words }, length];
  }
  return picked;
}

function findCaret(page: Document, x: number, y: number, { trees }: ArticleText): [Node, number] | null {
  const finder = page as CaretDocument;
  if (finder.caretPositionFromPoint) {
    const shadowRoots = [...trees].filter((tree): tree is ShadowRoot => "host" in tree);
    const found = finder.caretPositionFromPoint(x, y, { shadowRoots });
    return found && [found.offsetNode, found.offset];
  }
  const found = finder.caretRangeFromPoint?.(x, y);
  return found ? [found.startContainer, found.startOffset] : null;
}

/** Whether a range has the caret, and its words are where the click was: the caret is the nearest one also beside the text. */
function isAt(range: Range, [node, offset]: [Node, number], { clientX: x, clientY: y }: MouseEvent): boolean {
  if (range.startContainer.getRootNode() !== node.getRootNode() || !range.isPointInRange(node, offset))
    return false;
  return [...range.getClientRects()].some(
    (rect) =>
      x >= rect.left - TOLERANCE &&
      x <= rect.right + TOLERANCE &&
      y >= rect.top - TOLERANCE &&
      y <= rect.bottom + TOLERANCE,
  );
}
