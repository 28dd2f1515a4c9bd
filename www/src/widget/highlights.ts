import { highlightRules } from "../ui/speaker-colors.js";
import type { Tree } from "./article-text.js";
import STYLES from "./highlights.css?compact";

/**
 * Highlights that the widgets of a page share (CSS Custom Highlight API).
 *
 * Each name is one `Highlight` in the registry of the range's window, made with the first range and removed with the
 * last. Highlights of the website are never changed.
 */

const PREFIX = "whosaid-";

/** The style sheet of a tree, how many widgets need it, and how many of them colour speakers. */
interface UsedSheet {
  readonly sheet: CSSStyleSheet;
  users: number;
  coloring: number;
}

const sheets = new WeakMap<Tree, UsedSheet>();

/** Whether the browser can highlight text without changing the page. */
export function canHighlight(): boolean {
  return (
    typeof CSS !== "undefined" &&
    "highlights" in CSS &&
    typeof Highlight === "function" &&
    "adoptedStyleSheets" in document
  );
}

/** The ranges of one name in one window. */
interface Group {
  readonly view: Window & typeof globalThis;
  readonly key: string;
  /** Not in the registry while ranges are collected; there it is shared by widgets. */
  readonly highlight: Highlight;
  readonly ranges: Range[];
}

/**
 * The highlights of one widget.
 *
 * Ranges are collected first and shown together, since the browser paints an article again after each change.
 */
export class Highlights {
  #groups: Group[] = [];
  #trees = new Set<Tree>();
  #isShown = false;
  readonly #hasColors: boolean;

  /** `hasColors` where the colours of speakers are among them. */
  constructor(hasColors = false) {
    this.#hasColors = hasColors;
  }

  /** Collects a range under a name such as `direct`; higher priorities are painted on top. */
  add(name: string, range: Range, priority = 0): void {
    const view = viewOf(range);
    if (!view) return;
    const tree = range.startContainer.getRootNode() as Tree;
    if (!this.#trees.has(tree)) {
      this.#trees.add(tree);
      // Styles before ranges: both in one frame would be a long task.
      addSheet(tree, this.#hasColors);
    }
    const key = PREFIX + name;
    let group = this.#groups.find((group) => group.key === key && group.view === view);
    if (!group) {
      group = { view, key, highlight: new view.Highlight(), ranges: [] };
      group.highlight.priority = priority;
      this.#groups.push(group);
    }
    group.highlight.add(range);
    group.ranges.push(range);
  }

  /** Shows what has been collected, and removes what it replaces. */
  show(replaced: Highlights): void {
    this.#isShown = true;
    for (const { view, key, highlight, ranges } of this.#groups) {
      const registry = view.CSS.highlights;
      const shown = registry.get(key);
      const old = replaced.#take(view, key);
      if (!shown || shown.size === old.length) {
        registry.set(key, highlight);
        continue;
      }
      for (const range of old) shown.delete(range);
      for (const range of ranges) shown.add(range);
    }
    replaced.clear();
  }

  /** Removes everything the widget has added to the page. */
  clear(): void {
    if (this.#isShown) {
      for (const { view, key, ranges } of this.#groups) {
        const shown = view.CSS.highlights.get(key);
        if (!shown || ranges.length === 0) continue;
        if (shown.size > ranges.length) for (const range of ranges) shown.delete(range);
        else view.CSS.highlights.delete(key);
      }
    }
    for (const tree of this.#trees) removeSheet(tree, this.#hasColors);
    this.#isShown = false;
    this.#groups = [];
    this.#trees.clear();
  }

  /** Gives up the ranges that are shown under a name. */
  #take(view: Window, key: string): Range[] {
    const group = this.#groups.find((group) => group.key === key && group.view === view);
    return this.#isShown ? (group?.ranges.splice(0) ?? []) : [];
  }
}

function addSheet(tree: Tree, hasColors: boolean): void {
  const view = (tree.nodeType === Node.DOCUMENT_NODE ? (tree as Document) : (tree.ownerDocument as Document))
    .defaultView;
  if (!view || !("adoptedStyleSheets" in tree)) return;
  let used = sheets.get(tree);
  if (!used) {
    used = { sheet: new (view as Window & typeof globalThis).CSSStyleSheet(), users: 0, coloring: 0 };
    sheets.set(tree, used);
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, used.sheet];
  }
  if (hasColors && ++used.coloring === 1) used.sheet.replaceSync(STYLES + highlightRules());
  else if (used.users === 0) used.sheet.replaceSync(STYLES);
  used.users++;
}

function removeSheet(tree: Tree, hadColors: boolean): void {
  const used = sheets.get(tree);
  if (!used) return;
  if (hadColors && --used.coloring === 0) used.sheet.replaceSync(STYLES);
  if (--used.users > 0) return;
  tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== used.sheet);
  sheets.delete(tree);
}

/** The window that shows a range; none for a document that has left the page. */
function viewOf(range: Range): (Window & typeof globalThis) | null {
  return range.startContainer.ownerDocument?.defaultView ?? null;
}
