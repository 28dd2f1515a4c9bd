import type { TextRange } from "../../core/report.js";
import { focusHighlight } from "../card.js";
import { isNarrow } from "../card-position.js";
import type { ArticleField } from "../field/article-field.js";
import type { ReadingView } from "../reading-view.js";

/** The highlight's name; check.css has its style. */
const HIGHLIGHT = "finding";

/** Shows a passage of the drawn article, and moves the focus to it. */
export async function revealInArticle(reading: ReadingView, range: TextRange): Promise<void> {
  await reading.drawnTo(range.start);
  const drawn = drawnRange(reading.element, range);
  if (!drawn) return;
  if (globalThis.Highlight) CSS.highlights.set(HIGHLIGHT, new Highlight(drawn));
  const paragraph = paragraphOf(reading.element, range.start) as HTMLElement;
  const pieces = [...paragraph.querySelectorAll<HTMLElement>("[role=button]")];
  const piece = pieces.find((piece) => drawn.intersectsNode(piece)) ?? paragraph;
  focusHighlight(piece);
  const shown = drawn.startContainer.parentElement ?? piece;
  // In a narrow window, what is opened from here covers the lower half.
  shown.scrollIntoView({ block: isNarrow() ? "start" : "center" });
}

/** Selects a passage of the text field. */
export function revealInField({ current }: ArticleField, passage: TextRange): void {
  if (current.reveal) {
    current.reveal(passage);
    return;
  }
  const { start, end } = passage;
  const element = current.element as HTMLTextAreaElement;
  current.focus({ preventScroll: true });
  element.setSelectionRange(start, end);
  const box = current.selectionBox();
  if (box) scrollBy({ top: box.top - innerHeight / 2, behavior: "instant" });
  // A long text has no copy behind it, and the field scrolls by itself.
  else element.scrollTop = (element.scrollHeight * start) / current.length - element.clientHeight / 2;
}

/** No passage of the article is shown any more. */
export function forgetRevealed(): void {
  if (globalThis.Highlight) CSS.highlights.delete(HIGHLIGHT);
}

/** The paragraph of the drawn article at an offset. */
function paragraphOf(reading: HTMLElement, offset: number): HTMLElement | undefined {
  return [...reading.querySelectorAll<HTMLElement>("[data-start]")]
    .filter(({ dataset }) => Number(dataset.start) <= offset)
    .at(-1);
}

function drawnRange(reading: HTMLElement, { start, end }: TextRange): Range | null {
  const first = pointAt(reading, start, false);
  const last = pointAt(reading, end, true);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(...last);
  return range;
}

/** The place of an offset in the drawn article; one between two pieces is at the end of the first, or else before the second. */
function pointAt(reading: HTMLElement, offset: number, isEnd: boolean): [Node, number] | null {
  const paragraph = paragraphOf(reading, isEnd ? offset - 1 : offset);
  if (!paragraph) return null;
  let at = Number(paragraph.dataset.start);
  let last: [Node, number] | null = null;
  const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node instanceof HTMLElement) {
      at += Number(node.dataset.replaces ?? 0);
      continue;
    }
    const { length } = node as Text;
    // Words in place of others are shown as a whole.
    if (node.parentElement?.dataset.replaces) {
      if (at >= offset) return [node, isEnd ? length : 0];
      continue;
    }
    last = [node, length];
    if (isEnd ? offset <= at + length : offset < at + length) return [node, Math.max(0, offset - at)];
    at += length;
  }
  return last;
}
