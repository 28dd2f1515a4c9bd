import type { Tree } from "./article-text.js";

/**
 * Highlights that the widgets of a page share (CSS Custom Highlight API).
 *
 * Each name is one `Highlight` in the registry of the range's window, made with the first range and removed with the
 * last. Highlights of the website are never changed.
 */

const PREFIX = "whosaid-";

/** The styles of the highlights, which change no layout; a website sets the custom properties. */
const STYLES = `
::highlight(whosaid-direct) { background-color: var(--whosaid-direct, rgb(255 205 84 / 42%)); }
::highlight(whosaid-mixed) { background-color: var(--whosaid-mixed, rgb(255 205 84 / 30%)); }
::highlight(whosaid-indirect) { background-color: var(--whosaid-indirect, rgb(255 205 84 / 18%)); }
::highlight(whosaid-source) { text-decoration: underline 2px; text-decoration-color: var(--whosaid-source, currentColor); }
::highlight(whosaid-cue) { text-decoration: underline dashed 1px; text-decoration-color: var(--whosaid-cue, currentColor); }
::highlight(whosaid-entity) { text-decoration: underline dotted 1px; text-decoration-color: var(--whosaid-entity, currentColor); }
::highlight(whosaid-active) { background-color: var(--whosaid-active, rgb(40 140 160 / 38%)); }
`;

/** The style sheet of a tree, and how many widgets need it. */
const sheets = new WeakMap<Tree, { sheet: CSSStyleSheet; users: number }>();

/** Whether the browser can highlight text without changing the page. */
export function canHighlight(): boolean {
  return (
    typeof CSS !== "undefined" &&
    "highlights" in CSS &&
    typeof Highlight === "function" &&
    "adoptedStyleSheets" in document
  );
}

/** The highlights of one widget. */
export class Highlights {
  #ranges = new Map<string, Set<Range>>();
  #trees = new Set<Tree>();

  /** Highlights a range under a name such as `direct`; higher priorities are painted on top. */
  add(name: string, range: Range, priority = 0): void {
    const view = viewOf(range);
    if (!view) return;
    this.#style(range.startContainer.getRootNode() as Tree, view);
    const key = PREFIX + name;
    let highlight = view.CSS.highlights.get(key);
    if (!highlight) {
      highlight = new view.Highlight();
      highlight.priority = priority;
      view.CSS.highlights.set(key, highlight);
    }
    highlight.add(range);
    const ranges = this.#ranges.get(name) ?? new Set();
    this.#ranges.set(name, ranges.add(range));
  }

  /** Removes the widget's ranges under one name. */
  remove(name: string): void {
    const key = PREFIX + name;
    for (const range of this.#ranges.get(name) ?? []) {
      const registry = viewOf(range)?.CSS.highlights;
      const highlight = registry?.get(key);
      highlight?.delete(range);
      if (highlight?.size === 0) registry?.delete(key);
    }
    this.#ranges.delete(name);
  }

  /** Removes everything the widget has added to the page. */
  clear(): void {
    for (const name of [...this.#ranges.keys()]) this.remove(name);
    for (const tree of this.#trees) {
      const used = sheets.get(tree);
      if (!used || --used.users > 0) continue;
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== used.sheet);
      sheets.delete(tree);
    }
    this.#trees.clear();
  }

  #style(tree: Tree, view: Window & typeof globalThis): void {
    if (this.#trees.has(tree) || !("adoptedStyleSheets" in tree)) return;
    this.#trees.add(tree);
    const used = sheets.get(tree);
    if (used) {
      used.users++;
      return;
    }
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLES);
    sheets.set(tree, { sheet, users: 1 });
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  }
}

/** The window that shows a range; none for a document that has left the page. */
function viewOf(range: Range): (Window & typeof globalThis) | null {
  return range.startContainer.ownerDocument?.defaultView ?? null;
}
