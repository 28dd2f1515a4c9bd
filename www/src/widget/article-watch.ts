import type { ArticleText, Tree } from "./article-text.js";
import { treesAround } from "./find-article.js";

/** How long an article must stay as it is before it is read again, in milliseconds. */
const QUIET = 400;

/** How long a change waits at most, in milliseconds. */
const LONGEST_WAIT = 2_000;

/** The attributes that can show or hide a part of an article. */
const ATTRIBUTES = ["class", "hidden", "aria-hidden", "open", "slot", "data-nosnippet"];

const CHANGES = { childList: true, characterData: true, subtree: true, attributeFilter: ATTRIBUTES };

/**
 * Watches where an article is, or may arrive, and calls once its changes have settled.
 *
 * Changes by widgets do not count, nor do those in parts that are not read.
 */
export class ArticleWatch {
  #widget: Element;
  #find: () => Element | null;
  #changed: (hasOtherReport: boolean) => void;
  #observer = new MutationObserver((records) => this.#handle(records));
  #root: Element | null = null;
  #text: ArticleText | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #frames = new Map<Element, () => void>();
  #isWatching = false;

  /**
   * `find` returns the article as the page is now; `changed` is called when its changes have settled, and at once where
   * another report is inside the widget.
   */
  constructor(widget: Element, find: () => Element | null, changed: (hasOtherReport: boolean) => void) {
    this.#widget = widget;
    this.#find = find;
    this.#changed = changed;
  }

  /** Watches for an article, and for the changes of the one there is. */
  watch(root: Element | null): void {
    if (this.#isWatching && root === this.#root) return;
    this.#observer.disconnect();
    this.#root = root;
    this.#text = undefined;
    this.#isWatching = true;
    // An article that the widget contains needs no search.
    if (root !== this.#widget)
      for (const tree of treesAround(this.#widget))
        this.#observer.observe(tree, { childList: true, subtree: true });
    if (root) {
      this.#observer.observe(root, CHANGES);
      // The place of an article in another tree can be taken by another one.
      const own = root.getRootNode() as Tree;
      if (root !== this.#widget) this.#observer.observe(own, { childList: true, subtree: true });
    }
    this.#watchFrames();
  }

  /** Watches the shadow trees that hold an article's text as well, and no more what is not read. */
  setText(text: ArticleText): void {
    this.#text = text;
    for (const tree of text.trees)
      if (tree.nodeType === Node.DOCUMENT_FRAGMENT_NODE && tree !== this.#root?.getRootNode())
        this.#observer.observe(tree, CHANGES);
  }

  /** Stops watching. */
  stop(): void {
    this.#isWatching = false;
    this.#observer.disconnect();
    this.#root = null;
    this.#text = undefined;
    this.#cancel();
    for (const forget of this.#frames.values()) forget();
    this.#frames.clear();
  }

  /** A frame replaces its document, which no observer sees. */
  #watchFrames(): void {
    if (this.#root === this.#widget) return;
    for (const frame of this.#widget.ownerDocument.querySelectorAll("iframe")) {
      if (this.#frames.has(frame)) continue;
      const loaded = () => this.#findAgain();
      frame.addEventListener("load", loaded);
      this.#frames.set(frame, () => frame.removeEventListener("load", loaded));
    }
    for (const [frame, forget] of this.#frames) {
      if (frame.isConnected) continue;
      forget();
      this.#frames.delete(frame);
    }
  }

  #findAgain(): void {
    if (this.#isWatching && this.#find() !== this.#root) this.#schedule();
  }

  #handle(records: MutationRecord[]): void {
    if (records.some((record) => this.#isReport(record))) {
      this.#changed(true);
      return;
    }
    let mayHaveMoved = false;
    for (const record of records) {
      if (this.#isInArticle(record.target)) {
        if (this.#counts(record)) {
          this.#schedule();
          return;
        }
      } else if (record.type === "childList" && !isByWidget(record)) mayHaveMoved = true;
    }
    if (!mayHaveMoved) return;
    this.#watchFrames();
    this.#findAgain();
  }

  /** Whether a report has come into the widget or left it, or has other words. */
  #isReport({ target, addedNodes, removedNodes }: MutationRecord): boolean {
    const isInWidget = (node: Node) => target === this.#widget || node.parentNode === this.#widget;
    return [target, ...addedNodes, ...removedNodes].some(
      (node) => (node as Element).localName === "script" && isInWidget(node),
    );
  }

  #isInArticle(node: Node): boolean {
    if (!this.#root) return false;
    if (this.#root.contains(node)) return true;
    const tree = node.getRootNode();
    return tree !== this.#root.getRootNode() && (this.#text?.trees.has(tree as Tree) ?? false);
  }

  #counts(record: MutationRecord): boolean {
    if (isByWidget(record)) return false;
    if (record.target === this.#widget && record.type === "attributes") return false;
    if (!this.#text) return true;
    for (let node: Node | null = record.target; node && node !== this.#root; node = node.parentNode) {
      if (!this.#text.leftOut.has(node)) continue;
      // An attribute can make a part that was left out one of the article.
      return record.type === "attributes" && node === record.target;
    }
    return true;
  }

  #schedule(): void {
    clearTimeout(this.#quiet);
    const act = () => {
      this.#cancel();
      this.#changed(false);
    };
    this.#quiet = setTimeout(act, QUIET);
    this.#latest ??= setTimeout(act, LONGEST_WAIT);
  }

  #cancel(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#latest = undefined;
  }
}

/** Whether a change only adds or removes widgets. */
function isByWidget({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  const isWidget = (node: Node) => (node as Element).localName === "who-said";
  return type === "childList" && [...addedNodes, ...removedNodes].every(isWidget);
}
