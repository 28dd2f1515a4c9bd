import { Engine } from "./engine.js";
import { canHighlight, Highlights } from "./highlights.js";
import init, { PageText, type Quote, type Report, type TextRange } from "./wasm/whosaid.js";
import { type Labels, labelsIn } from "./widget-labels.js";
import { drawStart, drawWidget, STYLES } from "./widget-panel.js";
import InlineWorker from "./worker.ts?worker&inline";

/** The script's own place: the core lies beside it. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** How long a changing article is left to settle before it is read anew, in milliseconds. */
const SETTLED = 400;

let shared: Engine | undefined;

/** One engine serves every widget of a page. */
function engine(): Engine {
  const found = script || document.querySelector<HTMLScriptElement>('script[src*="who-said.js"]')?.src;
  shared ??= new Engine(new URL("whosaid.wasm", found || document.baseURI), () => new InlineWorker());
  return shared;
}

/** What has been read of one article, and what it gave. */
interface Reading {
  page: PageText;
  text: string;
  report: Report;
}

/**
 * `<who-said for="article">` highlights who said what in the first element
 * that the selector finds; without `for`, in what it encloses. The page's own
 * elements stay as they are. An article that changes is read anew.
 *
 * Attributes: `for`, `kinds` (which of `direct mixed indirect source cue entity` to highlight), `panel="off"`,
 * `theme` (`light` or `dark`), `lang` (of the panel's words), `when` (`visible` or `click`). Fires `whosaid-report` and `whosaid-error`.
 */
export class WhoSaid extends HTMLElement {
  static observedAttributes = ["for", "kinds", "lang", "panel", "when"];

  #highlights = new Highlights();
  #reading: Reading | undefined;
  #number = 0;
  #labels: Partial<Labels> = {};
  #changes = new MutationObserver((records) => this.#changed(records));
  #watched: Element | null = null;
  #seen: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #started = false;

  /** The report on the article, once there is one. */
  get report(): Report | undefined {
    return this.#reading?.report;
  }

  /** The words that the widget shows; given some, it keeps its own for the others. */
  get labels(): Labels {
    const own = labelsIn(this.getAttribute("lang"));
    return { ...own, ...this.#labels, basis: { ...own.basis, ...this.#labels.basis } };
  }

  set labels(labels: Partial<Labels>) {
    this.#labels = labels;
    if (this.isConnected) this.#draw();
  }

  connectedCallback(): void {
    // A page may have set the words before this script came.
    if (Object.hasOwn(this, "labels")) {
      const { labels } = this;
      Reflect.deleteProperty(this, "labels");
      this.labels = labels;
    }
    // Elements that follow in the document may not be there yet.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.#begin(), { once: true });
    } else {
      this.#begin();
    }
  }

  disconnectedCallback(): void {
    this.#stop();
    this.#clear();
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected || document.readyState === "loading") return;
    if (name === "for" || name === "when") {
      this.#stop();
      this.#clear();
      this.#begin();
    } else if (this.#reading) {
      this.#highlights.clear();
      this.#highlight(this.#reading);
      this.#draw();
    } else this.#draw();
  }

  /** Reads the article as it is now and highlights it; settles when that is done, or has failed. */
  async analyze(): Promise<void> {
    const number = ++this.#number;
    this.#started = true;
    this.#draw();
    try {
      if (!canHighlight()) throw new Error("This browser cannot highlight text without altering the page.");
      const article = this.#article();
      if (!article)
        throw new Error(`<who-said> finds no element “${this.getAttribute("for")}” on this page.`);
      const core = engine();
      await init({ module_or_path: await core.module });
      if (number !== this.#number) return;
      this.#watch(article);
      const page = new PageText(article);
      const text = page.text;
      const report = await core.analyze(text);
      if (number !== this.#number) {
        page.free();
        return;
      }
      this.#clear();
      this.#reading = { page, text, report };
      this.#highlight(this.#reading);
      this.#draw();
      this.#fire("whosaid-report", report);
    } catch (error) {
      if (number !== this.#number) return;
      this.#clear();
      this.#started = false;
      this.#draw();
      this.#fire("whosaid-error", error);
    }
  }

  /** Takes every highlight away, until `analyze` is called. */
  clear(): void {
    this.#stop();
    this.#clear();
    this.#draw();
  }

  #article(): Element | null {
    const selector = this.getAttribute("for");
    if (!selector) return this;
    try {
      return document.querySelector(selector);
    } catch {
      throw new Error(`“${selector}” is no CSS selector.`);
    }
  }

  #fire(name: "whosaid-report" | "whosaid-error", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** At once, when the article comes into view, or when the reader asks. */
  #begin(): void {
    const when = this.getAttribute("when");
    if (when === "click") {
      this.#draw();
      return;
    }
    if (when !== "visible" || typeof IntersectionObserver !== "function") {
      void this.analyze();
      return;
    }
    let article: Element | null = null;
    try {
      article = this.#article();
    } catch {
      // Reading it will tell why.
    }
    if (!article) {
      void this.analyze();
      return;
    }
    this.#draw();
    this.#seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#seen?.disconnect();
        void this.analyze();
      },
      { rootMargin: "200px" },
    );
    this.#seen.observe(article);
  }

  #stop(): void {
    this.#number++;
    this.#started = false;
    clearTimeout(this.#timer);
    this.#seen?.disconnect();
    this.#changes.disconnect();
    this.#watched = null;
  }

  #clear(): void {
    this.#highlights.clear();
    this.#reading?.page.free();
    this.#reading = undefined;
  }

  /** A live article grows while it is read. */
  #watch(article: Element): void {
    if (this.#watched === article) return;
    this.#changes.disconnect();
    this.#watched = article;
    this.#changes.observe(article, { childList: true, characterData: true, subtree: true });
  }

  #changed(records: MutationRecord[]): void {
    const own = (node: Node) => node === this || (node instanceof Element && node.localName === "who-said");
    const foreign = records.some(
      ({ type, addedNodes, removedNodes }) =>
        type !== "childList" || ![...addedNodes, ...removedNodes].every(own),
    );
    if (!foreign) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.isConnected && void this.analyze(), SETTLED);
  }

  #highlight({ page, report }: Reading): void {
    const kinds = this.getAttribute("kinds")?.split(/[\s,]+/);
    const add = (name: string, place: TextRange, priority: number) => {
      if (kinds && !kinds.includes(name)) return;
      const range = page.range(place.start, place.end);
      if (range) this.#highlights.add(name, range, priority);
    };
    for (const quote of report.quotes) {
      for (const piece of quote.content) add(quote.kind, piece, 1);
      if (quote.cue) add("cue", quote.cue, 2);
      if (quote.source) add("source", quote.source.name ?? quote.source, 3);
    }
    for (const entity of report.entities.filter((entity) => entity.named)) {
      for (const mention of entity.mentions) if (mention.form === "name") add("entity", mention, 0);
    }
  }

  /** Draws the panel into the widget's own shadow, or nothing where there is to be none. */
  #draw(): void {
    if (typeof this.attachShadow !== "function") return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (root.adoptedStyleSheets.length === 0) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
      root.adoptedStyleSheets = [sheet];
    }
    const parts: HTMLElement[] = [];
    if (!this.hasAttribute("for")) parts.push(document.createElement("slot"));
    const reading = this.#reading;
    const clicks = this.getAttribute("when") === "click";
    if (clicks && !this.#started) parts.push(drawStart(this.labels, () => void this.analyze()));
    else if (this.getAttribute("panel") !== "off") {
      if (reading)
        parts.push(drawWidget(reading.text, reading.report, this.labels, (quote) => this.#point(quote)));
      else if (clicks) parts.push(drawStart(this.labels, null));
    }
    root.replaceChildren(...parts);
  }

  /** Shows where in the page a quote stands. */
  #point({ content }: Quote): void {
    this.#highlights.clearOne("active");
    let first: Range | undefined;
    for (const { start, end } of content) {
      const range = this.#reading?.page.range(start, end);
      if (!range) continue;
      this.#highlights.add("active", range, 4);
      first ??= range;
    }
    first?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }
}

if (typeof customElements !== "undefined" && !customElements.get("who-said"))
  customElements.define("who-said", WhoSaid);
