/**
 * Highlights that the widgets of a page share (CSS Custom Highlight API).
 *
 * Each name is one `Highlight` in the document's registry, made with the first range and removed with the
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

let sheet: CSSStyleSheet | undefined;
let users = 0;

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
  #isAttached = false;

  /** Highlights a range under a name such as `direct`; higher priorities are painted on top. */
  add(name: string, range: Range, priority = 0): void {
    this.#attach();
    const key = PREFIX + name;
    let highlight = CSS.highlights.get(key);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(key, highlight);
    }
    highlight.add(range);
    const ranges = this.#ranges.get(name) ?? new Set();
    this.#ranges.set(name, ranges.add(range));
  }

  /** Removes the widget's ranges under one name. */
  remove(name: string): void {
    const key = PREFIX + name;
    const highlight = CSS.highlights.get(key);
    for (const range of this.#ranges.get(name) ?? []) highlight?.delete(range);
    this.#ranges.delete(name);
    if (highlight && highlight.size === 0) CSS.highlights.delete(key);
  }

  /** Removes everything the widget has added to the page. */
  clear(): void {
    for (const name of [...this.#ranges.keys()]) this.remove(name);
    if (!this.#isAttached) return;
    this.#isAttached = false;
    if (--users === 0) {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  }

  #attach(): void {
    if (this.#isAttached) return;
    this.#isAttached = true;
    if (users++ > 0) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}
