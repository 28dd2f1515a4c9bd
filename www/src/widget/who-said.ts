import type { TextRange } from "../core/report.js";
import { noWorkerNote } from "../texts/en/widget.js";
import { Format } from "../texts/format.js";
import type { Labels } from "../texts/types.js";
import { labelsFor } from "../texts/widget.js";
import { checkSelectors, isSameReport, makeReport } from "./article-report.js";
import { type ArticleText, readArticle } from "./article-text.js";
import { ArticleWatch } from "./article-watch.js";
import { countWidgets, forgetEngine, getEngine } from "./engines.js";
import { diagnose, noteViolations, WidgetError } from "./failures.js";
import { findArticle } from "./find-article.js";
import { canHighlight, Highlights } from "./highlights.js";
import { arrange, makePanel, makeReadingPanel, makeStartPanel, type PanelWords } from "./panel.js";
import { STYLES } from "./panel-style.js";
import { placeQuietly } from "./placement.js";
import { coreUrl } from "./script-url.js";
import { nextTask, Pacer } from "./tasks.js";
import type { ArticleQuote, ArticleReport, ReportDetail, WhoSaidElement } from "./types.js";
import { runAsWorker } from "./workers.js";

/** How far below the window an article may be when its analysis begins. */
const VISIBLE_MARGIN = "200px";

/** How long an article may be missing before that is an error, in milliseconds. */
const MISSING_TIME = 2_000;

/** An article that has been analyzed. */
interface AnalyzedArticle {
  readonly article: ArticleText;
  readonly report: ArticleReport;
}

/** Outside of pages, such as in a worker or on a server, the class is there but cannot be used. */
const Base = typeof HTMLElement === "undefined" ? (class {} as typeof HTMLElement) : HTMLElement;

/**
 * Highlights who said what in an article of the page, without changing the page's elements.
 *
 * It follows its selector: an article that arrives late, is replaced or changes is analyzed as it is then.
 *
 * @tag who-said
 * @attr {string} for - A CSS selector for the article; without it, the article is what the element contains.
 * @attr {string} exclude - A CSS selector for what is left out besides navigation, advertisements, comments and the like.
 * @attr {string} include - A CSS selector for what is read although it would be left out.
 * @attr {string} core - The address of the core; without it, the core is beside the script.
 * @attr {string} kinds - What is highlighted, of `direct`, `mixed`, `indirect`, `source`, `cue` and `entity`; everything without the attribute.
 * @attr {'en' | 'de' | 'fr' | 'es'} lang - The language of the panel’s words, English without the attribute.
 * @attr {'off'} panel - With `off`, the list of speakers is not shown.
 * @attr {'light' | 'dark'} theme - The panel’s colours; without the attribute they follow the page.
 * @attr {'visible' | 'click'} when - Analyzes the article when it comes into view, or when the user asks, instead of immediately.
 * @fires {CustomEvent<ReportDetail>} whosaid-report - An article has been analyzed, and something in its report is new.
 * @fires {CustomEvent<WhoSaidError>} whosaid-error - An article could not be analyzed.
 * @slot - The article, where there is no `for`.
 * @csspart panel - The list with its heading.
 * @csspart title - The heading.
 * @csspart speaker - A speaker’s name.
 * @csspart role - A speaker’s roles and number of quotes.
 * @csspart quote - The button of a quote.
 * @csspart start - The button that starts the analysis.
 * @csspart opener - The button that opens the list, where the list would move what the reader sees.
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
export class WhoSaid extends Base implements WhoSaidElement {
  static observedAttributes = ["for", "include", "exclude", "core", "kinds", "lang", "panel", "when"];

  #highlights = new Highlights();
  #active = new Highlights();
  #analyzed: AnalyzedArticle | undefined;
  #labels: Partial<Labels> = {};
  #watch: ArticleWatch | undefined;
  #visibilityObserver: IntersectionObserver | undefined;
  #missing: ReturnType<typeof setTimeout> | undefined;
  /** Changes whenever what is going on is to have no effect any more. */
  #epoch = 0;
  #painting = 0;
  #drawing = 0;
  #isStarted = false;
  #hasFailed = false;
  #running: Promise<void> | undefined;
  #isDue = false;

  /** The text that has been analyzed: the article's own words, as the page shows them. */
  get text(): string | undefined {
    return this.#analyzed?.report.text;
  }

  /** The report on the article, once there is one. */
  get report(): ArticleReport | undefined {
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
    noteViolations();
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

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || document.readyState === "loading" || before === now) return;
    if (name === "kinds") {
      if (this.#analyzed) void this.#paint();
    } else if (name === "lang" || name === "panel") {
      this.#draw();
    } else {
      this.#stop();
      this.#reset();
      this.#start();
    }
  }

  /** The parts of the page that show a quote of the report; several where something stands in between. */
  ranges({ content }: Pick<ArticleQuote, "content">): Range[] {
    return content.flatMap(({ start, end }) => this.#analyzed?.article.ranges(start, end) ?? []);
  }

  /** Analyzes the article as it is now and highlights it; resolves also when that fails. */
  async analyze(): Promise<void> {
    this.#isStarted = true;
    this.#hasFailed = false;
    this.#draw();
    await this.#update(true);
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

  /** The article that `for` names; null where there is none. */
  #find(): Element | null {
    const selector = this.getAttribute("for");
    return selector ? findArticle(this, selector) : this;
  }

  /** Analyzes the article when the attribute `when` says. */
  #start(): void {
    const when = this.getAttribute("when");
    if (when === "click" && !this.#isStarted) {
      this.#draw();
      return;
    }
    if (when !== "visible" || this.#isStarted || typeof IntersectionObserver !== "function") {
      this.#isStarted = true;
      void this.#update();
      return;
    }
    let root: Element | null = null;
    try {
      root = this.#find();
    } catch {
      // The analysis reports the same error.
      void this.#update();
      return;
    }
    if (!root) {
      this.#wait(null, "noElement");
      return;
    }
    this.#visibilityObserver?.disconnect();
    this.#visibilityObserver = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#visibilityObserver?.disconnect();
        this.#isStarted = true;
        void this.#update();
      },
      { rootMargin: VISIBLE_MARGIN },
    );
    this.#visibilityObserver.observe(root);
  }

  #stop(): void {
    this.#epoch++;
    this.#painting++;
    this.#drawing++;
    this.#isStarted = false;
    this.#hasFailed = false;
    this.#running = undefined;
    this.#isDue = false;
    clearTimeout(this.#missing);
    this.#missing = undefined;
    this.#visibilityObserver?.disconnect();
    this.#watch?.stop();
    this.#watch = undefined;
  }

  #reset(): void {
    this.#painting++;
    this.#highlights.clear();
    this.#active.clear();
    this.#analyzed = undefined;
  }

  /** Brings highlights, panel and report up to date; one update follows the other, so that none is put off for ever. */
  #update(isAsked = false): Promise<void> {
    if (this.#running) {
      this.#isDue = true;
      return this.#running;
    }
    const epoch = this.#epoch;
    const run = async () => {
      do {
        this.#isDue = false;
        await this.#read(epoch, isAsked);
      } while (this.#isDue && epoch === this.#epoch);
      if (epoch === this.#epoch) this.#running = undefined;
    };
    this.#running = run();
    return this.#running;
  }

  async #read(epoch: number, isAsked: boolean): Promise<void> {
    const core = coreUrl(this.getAttribute("core"));
    try {
      if (!canHighlight()) throw new WidgetError("cannotHighlight");
      checkSelectors(this);
      const root = this.#find();
      if (!root) {
        this.#wait(null, "noElement", isAsked);
        return;
      }
      const engine = getEngine(core);
      // Without this, a failure is an unhandled rejection until the text is read.
      engine.catch(() => {});
      const watch = this.#watchArticle();
      watch.watch(root);
      await nextTask();
      if (epoch !== this.#epoch) return;
      const article = await readArticle(root, {
        exclude: this.getAttribute("exclude"),
        include: this.getAttribute("include"),
      });
      if (epoch !== this.#epoch) return;
      watch.setText(article);
      if (article.text.trim() === "") {
        this.#wait(root, "noText", isAsked);
        return;
      }
      clearTimeout(this.#missing);
      this.#missing = undefined;
      const before = this.#analyzed;
      if (before?.report.text === article.text && !isAsked) {
        this.#analyzed = { article, report: before.report };
        if (!article.hasSameNodesAs(before.article)) await this.#paint();
        return;
      }
      const { engine: analyzer, hasWorker } = await engine;
      if (!hasWorker) console.warn(noWorkerNote);
      const report = makeReport(article.text, await analyzer.analyze(article.text));
      if (epoch !== this.#epoch) return;
      await this.#show(epoch, { article, report }, isAsked);
    } catch (error) {
      if (epoch !== this.#epoch) return;
      forgetEngine(core);
      this.#fail(await diagnose(error, core));
    }
  }

  /** Shows a new report; one that says the same as the one before it is not announced. */
  async #show(epoch: number, analyzed: AnalyzedArticle, isAsked: boolean): Promise<void> {
    const isSame =
      !isAsked && this.#analyzed !== undefined && isSameReport(this.#analyzed.report, analyzed.report);
    this.#analyzed = analyzed;
    if (!isSame) this.#active.clear();
    if (isSame) {
      await this.#paint();
      return;
    }
    await this.#draw();
    await nextTask();
    if (epoch !== this.#epoch) return;
    await this.#paint();
    if (epoch !== this.#epoch) return;
    const detail: ReportDetail = { ...analyzed.report, ranges: (quote) => this.ranges(quote) };
    this.#fire("whosaid-report", detail);
  }

  /** Waits for an article to arrive; one that stays away is an error. */
  #wait(root: Element | null, code: "noElement" | "noText", isAsked = false): void {
    this.#reset();
    const watch = this.#watchArticle();
    watch.watch(root);
    void this.#draw();
    const selector = this.getAttribute("for") ?? "who-said";
    const report = () => this.#fail(new WidgetError(code, { selector }), true);
    if (isAsked) report();
    else this.#missing ??= setTimeout(report, MISSING_TIME);
  }

  #watchArticle(): ArticleWatch {
    this.#watch ??= new ArticleWatch(
      this,
      () => this.#find(),
      () => {
        if (!this.isConnected) return;
        if (this.#isStarted) void this.#update();
        else this.#start();
      },
    );
    return this.#watch;
  }

  /** Reports a failure; `goesOn` where the widget waits for the article. */
  #fail(error: Error, goesOn = false): void {
    this.#reset();
    if (!goesOn) this.#isStarted = false;
    this.#hasFailed = true;
    void this.#draw();
    // What an old browser cannot do is no mistake of the page.
    const isMistake = !(error instanceof WidgetError && error.code === "cannotHighlight");
    console[isMistake ? "error" : "warn"](error.message);
    this.#fire("whosaid-error", error);
  }

  #fire(name: "whosaid-report" | "whosaid-error", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Highlights the report anew, and removes the old highlights when the new ones stand. */
  async #paint(): Promise<void> {
    if (!this.#analyzed) return;
    const painting = ++this.#painting;
    const { article, report } = this.#analyzed;
    const kinds = this.getAttribute("kinds")?.split(/[\s,]+/);
    const next = new Highlights();
    const pacer = new Pacer();
    for (const [name, { start, end }, priority] of marksOf(report)) {
      if (kinds && !kinds.includes(name)) continue;
      if (pacer.isDue) {
        await pacer.pause();
        if (painting !== this.#painting) return;
      }
      for (const range of article.ranges(start, end)) next.add(name, range, priority);
    }
    next.show(this.#highlights);
    this.#highlights = next;
  }

  /** Draws the panel into the shadow root, or nothing where `panel` is off. */
  async #draw(): Promise<void> {
    if (typeof this.attachShadow !== "function") return;
    const drawing = ++this.#drawing;
    const words = this.#words();
    const panel = await this.#makePanel(words);
    // A list may have taken long to make, and to place it takes a layout.
    if (panel && this.#analyzed) await nextTask();
    if (drawing !== this.#drawing) return;
    if (!panel && !this.shadowRoot && this.hasAttribute("for")) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (root.adoptedStyleSheets.length === 0) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
      root.adoptedStyleSheets = [sheet];
    }
    const slot = this.hasAttribute("for") ? [] : [document.createElement("slot")];
    if (panel)
      placeQuietly(this, (how, height) => {
        root.replaceChildren(...slot, arrange(panel, words.labels, how, height));
        return panel;
      });
    else root.replaceChildren(...slot);
  }

  async #makePanel(words: PanelWords): Promise<HTMLElement | null> {
    const isOnClick = this.getAttribute("when") === "click";
    if (isOnClick && (!this.#isStarted || this.#hasFailed))
      return makeStartPanel(words.labels, this.#hasFailed, () => void this.analyze());
    if (this.getAttribute("panel") === "off") return null;
    if (this.#analyzed) return makePanel(this.#analyzed.report, words, (index) => this.#select(index));
    return isOnClick ? makeReadingPanel(words.labels) : null;
  }

  /** Highlights a quote and scrolls to it. */
  #select(index: number): void {
    const quote = this.report?.quotes[index];
    if (!quote) return;
    const ranges = this.ranges(quote);
    const active = new Highlights();
    for (const range of ranges) active.add("active", range, 4);
    active.show(this.#active);
    this.#active = active;
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }
}

/** What is highlighted of a report, with the priority of its name. */
function* marksOf(report: ArticleReport): Generator<[name: string, place: TextRange, priority: number]> {
  for (const quote of report.quotes) {
    for (const piece of quote.content) yield [quote.kind, piece, 1];
    if (quote.cue) yield ["cue", quote.cue, 2];
    if (quote.source) yield ["source", quote.source.name ?? quote.source, 3];
  }
  for (const entity of report.entities.filter((entity) => entity.named)) {
    for (const mention of entity.mentions) if (mention.form === "name") yield ["entity", mention, 0];
  }
}

runAsWorker();
if (typeof customElements !== "undefined" && !customElements.get("who-said"))
  customElements.define("who-said", WhoSaid);
