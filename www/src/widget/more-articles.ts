import type { Tree } from "./article-text.js";
import type { WhoSaidElement } from "./types.js";

/** The attributes that widgets for further articles have as well. */
const SHARED = ["for", "exclude", "include", "core", "kinds", "lang", "panel", "about", "theme"];

/**
 * Reads the articles after the first one that a widget's selector names, also those that arrive later, each by a widget of
 * its own inside the first one's element.
 *
 * An article within another one, such as a comment, is part of that one.
 */
export class MoreArticles {
  #widget: WhoSaidElement;
  #tree: Tree;
  #widgets = new Map<Element, WhoSaidElement>();
  #observer = new MutationObserver(() => this.#update());

  constructor(widget: WhoSaidElement) {
    this.#widget = widget;
    this.#tree = widget.getRootNode() as Tree;
    this.#observer.observe(this.#tree, { childList: true, subtree: true });
    this.#update();
  }

  /** Removes what has been added. */
  stop(): void {
    this.#observer.disconnect();
    for (const widget of this.#widgets.values()) widget.remove();
    this.#widgets.clear();
  }

  #update(): void {
    // A reviewed report is that of the first article.
    const articles = this.#widget.getAttribute("mode") === "reviewed-only" ? [] : this.#find();
    for (const [article, widget] of this.#widgets) {
      if (articles.includes(article)) continue;
      widget.remove();
      this.#widgets.delete(article);
    }
    for (const article of articles) {
      if (this.#widgets.has(article)) continue;
      const widget = this.#makeWidget(article);
      this.#widgets.set(article, widget);
      this.#widget.append(widget);
    }
  }

  #find(): Element[] {
    const selector = this.#widget.getAttribute("for");
    if (!selector) return [];
    const found = [...this.#tree.querySelectorAll(selector)];
    return found.filter((one) => !one.parentElement?.closest(selector)).slice(1);
  }

  #makeWidget(article: Element): WhoSaidElement {
    const widget = document.createElement("who-said");
    for (const name of SHARED) {
      const value = this.#widget.getAttribute(name);
      if (value !== null) widget.setAttribute(name, value);
    }
    widget.setAttribute("when", "visible");
    widget.slot = "more";
    widget.article = article;
    widget.labels = this.#widget.labels;
    return widget;
  }
}
