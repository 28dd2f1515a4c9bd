import type { Tree } from "./article-text.js";

/**
 * The element that a selector names, seen from an element of the page: in its own tree, in those around it, in the open
 * shadow trees of the page, and in its frames of the same origin. Null where there is none; a `DOMException` where the
 * selector is not valid.
 */
export function findArticle(from: Element, selector: string): Element | null {
  let tree = from.getRootNode() as Tree | Element;
  for (;;) {
    const found = "querySelector" in tree ? tree.querySelector(selector) : null;
    if (found) return contentOf(found);
    const host = (tree as ShadowRoot).host;
    if (!host) break;
    tree = host.getRootNode() as Tree;
  }
  const found = findInside(from.ownerDocument, selector);
  return found && contentOf(found);
}

/** The trees in which an article may arrive: those around an element, and the page's. */
export function treesAround(from: Element): Tree[] {
  const trees: Tree[] = [];
  for (let node: Node | undefined = from; node; ) {
    const tree = node.getRootNode() as Tree;
    trees.push(tree);
    node = "host" in tree ? tree.host : undefined;
  }
  return trees;
}

/** Looks into open shadow trees and frames. */
function findInside(tree: Tree, selector: string): Element | null {
  for (const element of tree.querySelectorAll("*")) {
    const inner = element.shadowRoot ?? (element.localName === "iframe" ? documentOf(element) : null);
    if (!inner || element.localName === "who-said") continue;
    const found = inner.querySelector(selector) ?? findInside(inner, selector);
    if (found) return found;
  }
  return null;
}

/** An element, or the page inside a frame. */
function contentOf(element: Element): Element {
  return (element.localName === "iframe" && documentOf(element)?.body) || element;
}

/** The document in a frame, where the page may see it. */
export function documentOf(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
