import type { TextRange } from "../core/report.js";
import type { ArticleField } from "./field/article-field.js";

/** The part of the text that is selected in the text field or in the drawn article, or null. */
export function selectedRange({ current }: ArticleField, reading: HTMLElement): TextRange | null {
  if (reading.hidden) {
    const { start, end } = current.selection;
    return start < end ? { start, end } : null;
  }
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!reading.contains(range.commonAncestorContainer)) return null;
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}

/** Where in the window the selection ends, if that can be told. */
export function selectionBox({ current }: ArticleField, reading: HTMLElement): DOMRect | undefined {
  if (reading.hidden) return current.selectionBox();
  const selection = getSelection();
  return selection?.rangeCount ? [...selection.getRangeAt(0).getClientRects()].at(-1) : undefined;
}

/** Where in the text a node of the drawn article begins, in UTF-16 units. */
export function offsetOf(node: Node): number {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-start]");
  if (!paragraph) return 0;
  const start = Number(paragraph.dataset.start);
  if (paragraph === node) return start;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEndBefore(node);
  const isBefore = (other: Node) => {
    const position = other.compareDocumentPosition(node);
    return (
      (position & Node.DOCUMENT_POSITION_FOLLOWING) > 0 && !(position & Node.DOCUMENT_POSITION_CONTAINED_BY)
    );
  };
  const replaced = replacementsIn(paragraph).filter(isBefore);
  return start + before.toString().length + hiddenLength(replaced);
}

function offsetAt(container: Node, offset: number): number {
  if (container.nodeType === Node.TEXT_NODE) {
    const { parentElement: parent } = container;
    // Words in place of others are selected as a whole.
    if (parent?.dataset.replaces)
      return offsetOf(parent) + (offset > 0 ? Number(parent.dataset.replaces) : 0);
    return offsetOf(container) + offset;
  }
  const child = container.childNodes[offset];
  if (child) return offsetOf(child);
  const last = container.lastChild;
  return last ? offsetOf(last) + lengthOf(last) : offsetOf(container);
}

/** How long the text is that a node of the drawn article shows, in UTF-16 units. */
function lengthOf(node: Node): number {
  const replaced = node instanceof Element ? replacementsIn(node) : [];
  return (node.textContent?.length ?? 0) + hiddenLength(replaced);
}

/** An element and those inside it that show other words than those of the text. */
function replacementsIn(element: Element): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>("[data-replaces]")];
  return element instanceof HTMLElement && element.dataset.replaces ? [element, ...inside] : inside;
}

/** How much longer the text is than what these elements show. */
function hiddenLength(replaced: readonly HTMLElement[]): number {
  return replaced.reduce(
    (sum, { dataset, textContent }) => sum + Number(dataset.replaces) - (textContent?.length ?? 0),
    0,
  );
}
