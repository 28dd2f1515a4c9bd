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
  const unmatched = new Map<string, ChildNode[]>();
  for (const node of old.slice(start, oldEnd)) {
    const key = keyOf(node);
    unmatched.set(key, [...(unmatched.get(key) ?? []), node]);
  }
  const wanted = drawn.slice(start, drawnEnd);
  const matched = wanted.map((node) => unmatched.get(keyOf(node))?.shift());
  for (const nodes of unmatched.values()) for (const node of nodes) node.remove();
  let next: ChildNode | null = start > 0 ? (old[start - 1] as ChildNode).nextSibling : element.firstChild;
  for (const [index, after] of wanted.entries()) {
    const before = matched[index];
    if (before && before === next) next = before.nextSibling;
    else element.insertBefore(before ?? after, next);
    if (before) exchange(before, after);
  }
}

/** What an entry of a list is about. */
function keyOf(node: Node): string {
  if (!(node instanceof HTMLElement)) return node.nodeName;
  const named = "[data-shows], [data-quote], [data-entity]";
  const { shows, quote, entity } =
    (node.matches(named) ? node : node.querySelector<HTMLElement>(named))?.dataset ?? {};
  return `${node.localName} ${shows ?? ""} ${quote ?? ""} ${entity ?? ""}`;
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
