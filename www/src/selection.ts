import { placeOf } from "./card.js";
import type { TextRange } from "./wasm/whosaid.js";

/** What the reader has selected of the article, in the field or in the drawn text. */
export function selected(field: HTMLTextAreaElement, reading: HTMLElement): TextRange | null {
  if (!field.hidden && !field.closest("[hidden]")) {
    const { selectionStart: start, selectionEnd: end } = field;
    return start < end ? { start, end } : null;
  }
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!reading.contains(range.commonAncestorContainer)) return null;
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}

function place(container: Node, offset: number): number {
  if (container.nodeType === Node.TEXT_NODE) return placeOf(container) + offset;
  const child = container.childNodes[offset];
  if (child instanceof HTMLElement && child.dataset.start) return Number(child.dataset.start);
  if (child) return placeOf(child);
  const last = container.lastChild;
  if (!last) return 0;
  const base = last instanceof HTMLElement && last.dataset.start ? Number(last.dataset.start) : placeOf(last);
  return base + (last.textContent?.length ?? 0);
}
