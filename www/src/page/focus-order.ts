const FOCUSABLE = "a[href], button:enabled, input:enabled, textarea:enabled, summary, [tabindex='0']";

/** The elements below `root` that the Tab key reaches, in the order of the document. */
function* focusableIn(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>(FOCUSABLE)) {
    if (element.tabIndex >= 0 && element.checkVisibility()) yield element;
  }
}

/** The first element below `root` that the Tab key reaches. */
export function firstFocusable(root: ParentNode): HTMLElement | undefined {
  return focusableIn(root).next().value ?? undefined;
}

/** The last element below `root` that the Tab key reaches. */
export function lastFocusable(root: ParentNode): HTMLElement | undefined {
  return [...focusableIn(root)].at(-1);
}

/** The element that the Tab key reaches after `element`, apart from those inside `skipped`. */
export function nextFocusable(element: Element, skipped: Element): HTMLElement | undefined {
  for (const candidate of focusableIn(document)) {
    const follows = element.compareDocumentPosition(candidate) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (follows && !skipped.contains(candidate)) return candidate;
  }
  return undefined;
}
