import type { TextRange } from "../core/report.js";

/** The part of the text that is selected in the text field or in the drawn article, or null. */
export function selectedRange(field: HTMLTextAreaElement, reading: HTMLElement): TextRange | null {
  if (reading.hidden) {
    const { selectionStart: start, selectionEnd: end } = field;
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
  return start + before.toString().length;
}

function offsetAt(container: Node, offset: number): number {
  if (container.nodeType === Node.TEXT_NODE) return offsetOf(container) + offset;
  const child = container.childNodes[offset];
  if (child) return offsetOf(child);
  const last = container.lastChild;
  return last ? offsetOf(last) + (last.textContent?.length ?? 0) : offsetOf(container);
}
