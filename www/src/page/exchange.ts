/**
 * Puts newly drawn nodes in the place of an element's children. Those that look the same stay, with their focus and their
 * layout, and so do the elements around those that differ.
 */
export function exchangeChildren(element: Element, drawn: readonly Node[]): void {
  const old = [...element.childNodes];
  let start = 0;
  while (start < old.length && start < drawn.length && isSame(old[start], drawn[start])) start++;
  let oldEnd = old.length;
  let drawnEnd = drawn.length;
  while (oldEnd > start && drawnEnd > start && isSame(old[oldEnd - 1], drawn[drawnEnd - 1])) {
    oldEnd--;
    drawnEnd--;
  }
  const next = old[oldEnd] ?? null;
  for (let index = start; index < Math.max(oldEnd, drawnEnd); index++) {
    const before = index < oldEnd ? old[index] : undefined;
    const after = index < drawnEnd ? drawn[index] : undefined;
    if (!after) before?.remove();
    else if (!before) element.insertBefore(after, next);
    else exchange(before, after);
  }
}

function exchange(old: ChildNode, drawn: Node): void {
  if (isSame(old, drawn)) return;
  if (isContainer(old) && isContainer(drawn) && old.localName === drawn.localName) {
    for (const name of old.getAttributeNames()) if (!drawn.hasAttribute(name)) old.removeAttribute(name);
    for (const name of drawn.getAttributeNames()) old.setAttribute(name, drawn.getAttribute(name) ?? "");
    exchangeChildren(old, [...drawn.childNodes]);
  } else old.replaceWith(drawn);
}

/** Whether two nodes look and act the same; each button that shows more has its own items. */
function isSame(old: Node | undefined, drawn: Node | undefined): boolean {
  if (!old || !drawn?.isEqualNode(old)) return false;
  return !(drawn instanceof Element) || (!drawn.matches(".more") && !drawn.querySelector(".more"));
}

/** Whether an element can take other attributes and children: it listens to nothing, and its style is that of its class. */
function isContainer(node: Node): node is Element {
  return (
    node instanceof Element && /^(section|ul|li|div)$/.test(node.localName) && !node.hasAttribute("style")
  );
}
