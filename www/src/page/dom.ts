import type { Target } from "./state.js";

/** Windows in which the lists are a view of their own; layout.css has the same width. */
export const NARROW = "(max-width: 52rem)";

/** The piece of a drawn quote that is its button; names inside the quote are others. */
export const QUOTE_BUTTON = "[data-number]";

/** The page's element with this id. */
export function get<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}`);
  return element as Type;
}

/** The elements below `root` that belong to a quote or an entity. */
export function piecesOf(root: ParentNode, { kind, id }: Target): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-${kind}="${CSS.escape(id)}"]`)];
}

/** The elements below `root` that each surround all pieces of a quote in one paragraph. */
export function wholesOf(root: ParentNode, id: string): NodeListOf<HTMLElement> {
  return root.querySelectorAll(`[data-whole="${CSS.escape(id)}"]`);
}
