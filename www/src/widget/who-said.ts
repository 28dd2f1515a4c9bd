import { Engine } from "../core/engine.js";
import { AppError } from "../core/errors.js";
import type { Quote, Report, TextRange } from "../core/report.js";
import init, { PageText } from "../core/wasm/whosaid.js";
import InlineWorker from "../core/worker.ts?worker&inline";
import { errors } from "../texts/en/errors.js";
import { widgetErrors } from "../texts/en/widget.js";
import { Format, fill } from "../texts/format.js";
import type { Labels } from "../texts/types.js";
import { labelsFor } from "../texts/widget.js";
import { canHighlight, Highlights } from "./highlights.js";
import { makePanel, makeStartPanel, type PanelWords, STYLES } from "./panel.js";
import type { WhoSaidElement } from "./types.js";

/** The address of this script; the core is in the same folder. */
const scriptUrl = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** How long a changed article must stay as it is before it is analyzed again, in milliseconds. */
const SETTLE_TIME = 400;

/** How far below the window an article may be when its analysis begins. */
const VISIBLE_MARGIN = "200px";

/** How long the worker stays after the last widget has left the page, in milliseconds; some are only moved. */
const REST_DELAY = 1000;

let sharedEngine: Engine | undefined;
/** How many widgets are on the page. */
let widgetCount = 0;
let restTimer: ReturnType<typeof setTimeout> | undefined;

/** The engine that all widgets of a page share. */
function getEngine(): Engine {
  const found = scriptUrl || document.querySelector<HTMLScriptElement>('script[src*="who-said.js"]')?.src;
  sharedEngine ??= new Engine(new URL("whosaid.wasm", found || document.baseURI), () => new InlineWorker());
  return sharedEngine;
}

/** Counts a widget in or out; where none is left, the worker ends. */
function countWidgets(change: 1 | -1): void {
  widgetCount += change;
  clearTimeout(restTimer);
  if (widgetCount === 0) restTimer = setTimeout(() => sharedEngine?.rest(), REST_DELAY);
}

/** An article that has been analyzed. */
interface AnalyzedPage {
  page: PageText;
  text: string;
  report: Report;
}

/**
 * Highlights who said what in an article of the page, without changing the page's elements.
 *
 * An article that changes is analyzed again.
 *
 * @tag who-said
 * @attr {string} for - A CSS selector for the article; without it, the article is what the element contains.
 * @attr {string} kinds - What is highlighted, of `direct`, `mixed`, `indirect`, `source`, `cue` and `entity`; everything without the attribute.
 * @attr {'en' | 'de' | 'fr' | 'es'} lang - The language of the panel’s words, English without the attribute.
 * @attr {'off'} panel - With `off`, the list of speakers is not shown.
 * @attr {'light' | 'dark'} theme - The panel’s colours; without the attribute they follow the page.
 * @attr {'visible' | 'click'} when - Analyzes the article when it comes into view, or when the user asks, instead of immediately.
 * @fires {CustomEvent<Report>} whosaid-report - An article has been analyzed.
 * @fires {CustomEvent<Error>} whosaid-error - An article could not be analyzed.
 * @slot - The article, where there is no `for`.
 * @csspart panel - The list with its heading.
 * @csspart title - The heading.
 * @csspart speaker - A speaker’s name.
 * @csspart role - A speaker’s roles and number of quotes.
 * @csspart quote - The button of a quote.
 * @csspart start - The button that starts the analysis.
 * @cssprop --whosaid-direct - The background of direct quotes.
 * @cssprop --whosaid-mixed - The background of mixed quotes.
 * @cssprop --whosaid-indirect - The background of indirect quotes.
 * @cssprop --whosaid-source - The underline of sources.
 * @cssprop --whosaid-cue - The underline of reporting words.
 * @cssprop --whosaid-entity - The underline of names.
 * @cssprop --whosaid-active - The background of the quote picked in the list.
 * @cssprop --whosaid-font - The font of the list.
 * @cssprop --whosaid-ink - The text colour of the list, with `theme`.
 * @cssprop --whosaid-paper - The background of the list, with `theme`.
 * @cssprop --whosaid-line - The border colour of the list.
 * @cssprop --whosaid-radius - The border radius of the list.
 */
export class WhoSaid extends HTMLElement implements WhoSaidElement {
  static observedAttributes = ["for", "kinds", "lang", "panel", "when"];

  #highlights = new Highlights();
  #analyzed: AnalyzedPage | undefined;
  #lastAnalysis = 0;
  #labels: Partial<Labels> = {};
  #changeObserver = new MutationObserver((records) => this.#handleChanges(records));
  #observed: Element | null = null;
  #visibilityObserver: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStarted = false;

  /** The report on the article, once there is one. */
  get report(): Report | undefined {
    return this.#analyzed?.report;
  }

  /** The words that the panel shows. Set some of them to replace these and keep the others. */
  get labels(): Labels {
    return this.#words().labels;
  }

  set labels(labels: Partial<Labels>) {
    this.#labels = labels;
    if (this.isConnected) this.#draw();
  }

  connectedCallback(): void {
    countWidgets(1);
    // A page may have set the property before this script was loaded.
    if (Object.hasOwn(this, "labels")) {
      const { labels } = this;
      Reflect.deleteProperty(this, "labels");
      this.labels = labels;
    }
    // Elements that follow in the document may not be parsed yet.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.#start(), { once: true });
    } else {
      this.#start();
    }
  }

  disconnectedCallback(): void {
    countWidgets(-1);
    this.#stop();
    this.#reset();
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected || document.readyState === "loading") return;
    if (name === "for" || name === "when") {
      this.#stop();
      this.#reset();
      this.#start();
      return;
    }
    if (this.#analyzed) {
      this.#highlights.clear();
      this.#highlight(this.#analyzed);
    }
    this.#draw();
  }

  /** Analyzes the article as it is now and highlights it; resolves also when that fails. */
  async analyze(): Promise<void> {
    const analysis = ++this.#lastAnalysis;
    this.#isStarted = true;
    this.#draw();
    try {
      if (!canHighlight()) throw new Error(widgetErrors.cannotHighlight);
      const article = this.#findArticle();
      const engine = getEngine();
      await init({ module_or_path: await engine.module });
      if (analysis !== this.#lastAnalysis) return;
      this.#observe(article);
      const page = new PageText(article);
      const text = page.text;
      const report = await engine.analyze(text);
      if (analysis !== this.#lastAnalysis) {
        page.free();
        return;
      }
      this.#reset();
      this.#analyzed = { page, text, report };
      this.#highlight(this.#analyzed);
      this.#draw();
      this.#fire("whosaid-report", report);
    } catch (error) {
      if (analysis !== this.#lastAnalysis) return;
      this.#reset();
      this.#isStarted = false;
      this.#draw();
      this.#fire("whosaid-error", describeError(error));
    }
  }

  /** Removes every highlight, until `analyze` is called. */
  clear(): void {
    this.#stop();
    this.#reset();
    this.#draw();
  }

  #words(): PanelWords {
    const { language, labels } = labelsFor(this.getAttribute("lang"));
    const basis = { ...labels.basis, ...this.#labels.basis };
    return { labels: { ...labels, ...this.#labels, basis }, format: new Format(language) };
  }

  /** The article that `for` names; an error where there is none. */
  #findArticle(): Element {
    const selector = this.getAttribute("for");
    if (!selector) return this;
    let article: Element | null;
    try {
      article = document.querySelector(selector);
    } catch {
      throw new Error(fill(widgetErrors.badSelector, { selector }));
    }
    if (!article) throw new Error(fill(widgetErrors.noElement, { selector }));
    return article;
  }

  #fire(name: "whosaid-report" | "whosaid-error", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Analyzes the article when the attribute `when` says. */
  #start(): void {
    const when = this.getAttribute("when");
    if (when === "click") {
      this.#draw();
      return;
    }
    if (when !== "visible" || typeof IntersectionObserver !== "function") {
      void this.analyze();
      return;
    }
    let article: Element;
    try {
      article = this.#findArticle();
    } catch {
      // The analysis reports the same error.
      void this.analyze();
      return;
    }
    this.#draw();
    this.#visibilityObserver = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#visibilityObserver?.disconnect();
        void this.analyze();
      },
      { rootMargin: VISIBLE_MARGIN },
    );
    this.#visibilityObserver.observe(article);
  }

  #stop(): void {
    this.#lastAnalysis++;
    this.#isStarted = false;
    clearTimeout(this.#timer);
    this.#visibilityObserver?.disconnect();
    this.#changeObserver.disconnect();
    this.#observed = null;
  }

  #reset(): void {
    this.#highlights.clear();
    this.#analyzed?.page.free();
    this.#analyzed = undefined;
  }

  #observe(article: Element): void {
    if (this.#observed === article) return;
    this.#changeObserver.disconnect();
    this.#observed = article;
    this.#changeObserver.observe(article, { childList: true, characterData: true, subtree: true });
  }

  /** Analyzes an article again once its changes have settled; changes by widgets do not count. */
  #handleChanges(records: MutationRecord[]): void {
    const isWidget = (node: Node) =>
      node === this || (node instanceof Element && node.localName === "who-said");
    const hasChanged = records.some(
      ({ type, addedNodes, removedNodes }) =>
        type !== "childList" || ![...addedNodes, ...removedNodes].every(isWidget),
    );
    if (!hasChanged) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.isConnected && void this.analyze(), SETTLE_TIME);
  }

  #highlight({ page, report }: AnalyzedPage): void {
    const kinds = this.getAttribute("kinds")?.split(/[\s,]+/);
    const add = (name: string, { start, end }: TextRange, priority: number) => {
      if (kinds && !kinds.includes(name)) return;
      const range = page.range(start, end);
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

  /** Draws the panel into the shadow root, or nothing where `panel` is off. */
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
    const words = this.#words();
    const isOnClick = this.getAttribute("when") === "click";
    if (isOnClick && !this.#isStarted) parts.push(makeStartPanel(words.labels, () => void this.analyze()));
    else if (this.getAttribute("panel") !== "off") {
      if (this.#analyzed) {
        parts.push(makePanel(this.#analyzed, words, (quote) => this.#show(quote)));
      } else if (isOnClick) parts.push(makeStartPanel(words.labels, null));
    }
    root.replaceChildren(...parts);
  }

  /** Highlights a quote and scrolls to it. */
  #show({ content }: Quote): void {
    this.#highlights.remove("active");
    let first: Range | undefined;
    for (const { start, end } of content) {
      const range = this.#analyzed?.page.range(start, end);
      if (!range) continue;
      this.#highlights.add("active", range, 4);
      first ??= range;
    }
    first?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }
}

/** An error with a message for developers. */
function describeError(error: unknown): unknown {
  return error instanceof AppError ? new Error(fill(errors[error.code], error.details)) : error;
}

if (typeof customElements !== "undefined" && !customElements.get("who-said"))
  customElements.define("who-said", WhoSaid);
