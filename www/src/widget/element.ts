import { Format } from "../texts/format.js";
import type { Labels } from "../texts/types.js";
import { labelsFor } from "../texts/widget-labels.js";
import type { Review, ReviewedReport } from "../ui/reviewed-report.js";
import { colorNames } from "../ui/speaker-colors.js";
import { groupBySpeaker, type SpeakerSummary } from "../ui/speakers.js";
import { nextTask, Pacer } from "../ui/tasks.js";
import { countWords } from "../ui/words.js";
import type { Analysis } from "./analysis.js";
import { anchorReport } from "./anchoring.js";
import { checkSelectors, isSameReport } from "./article-report.js";
import { type ArticleText, readArticle } from "./article-text.js";
import { ArticleWatch } from "./article-watch.js";
import { findArticle } from "./find-article.js";
import { canHighlight, Highlights } from "./highlights.js";
import { ACTIVE_PRIORITY, marksOf } from "./marks.js";
import { arrange, makePanel, makeReadingPanel, makeStartPanel, type PanelWords } from "./panel.js";
import { STYLES } from "./panel-style.js";
import { placeQuietly } from "./placement.js";
import { loadReport } from "./report-file.js";
import type { Reading, ScriptParts } from "./script-parts.js";
import type { ArticleQuote, ArticleReport, LostQuote, ReportDetail, WhoSaidElement } from "./types.js";
import { WidgetError } from "./widget-error.js";

/** How far below the window an article may be when its analysis begins. */
const VISIBLE_MARGIN = "200px";

/** How long an article may be missing before that is an error, in milliseconds. */
const MISSING_TIME = 2_000;

/** An article that has been analyzed. */
interface AnalyzedArticle {
  readonly article: ArticleText;
  readonly report: ArticleReport;
  readonly speakers: readonly SpeakerSummary[];
  /** Null for a report that was made in the page. */
  readonly review: Review | null;
  readonly lost: LostQuote[];
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
 * @attr {string} kinds - What is highlighted, of `direct`, `mixed`, `indirect`, `source`, `cue`, `entity` and `speaker`, the speakers’ colours; everything without the attribute.
 * @attr {'en' | 'de' | 'fr' | 'es'} lang - The language of the panel’s words, English without the attribute.
 * @attr {'off'} panel - With `off`, the list of speakers is not shown.
 * @attr {string} report - The address of a reviewed report, which is shown instead of an analysis; it may also stand inside the element, as `<script type="application/json">`.
 * @attr {'reviewed-only'} mode - Forbids to analyze an article that has no reviewed report.
 * @attr {string} about - The address of the website’s own words about the list, to which the list has a link.
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
 * @csspart origin - The line that says whether somebody has checked the list.
 * @csspart legend - The choice of one speaker.
 * @csspart card - The card at the words of a quote.
 * @csspart start - The button that starts the analysis.
 * @csspart opener - The button that opens the list, where the list would move what the reader sees.
 * @cssprop --whosaid-direct - The background of direct quotes, where `kinds` leaves out `speaker`.
 * @cssprop --whosaid-mixed - The background of mixed quotes, where `kinds` leaves out `speaker`.
 * @cssprop --whosaid-indirect - The background of indirect quotes, where `kinds` leaves out `speaker`.
 * @cssprop --whosaid-source - The underline of sources.
 * @cssprop --whosaid-cue - The underline of reporting words.
 * @cssprop --whosaid-entity - The underline of names.
 * @cssprop --whosaid-speaker-1 - The colour of the speaker who says most; `--whosaid-speaker-2` to `16` are those of the next ones.
 * @cssprop --whosaid-active - The background of the quote picked in the list.
 * @cssprop --whosaid-font - The font of the list.
 * @cssprop --whosaid-ink - The text colour of the list, with `theme`.
 * @cssprop --whosaid-paper - The background of the list, with `theme`.
 * @cssprop --whosaid-line - The border colour of the list.
 * @cssprop --whosaid-radius - The border radius of the list.
 */
export class WhoSaid extends Base implements WhoSaidElement {
  static observedAttributes = [
    "for",
    "include",
    "exclude",
    "core",
    "kinds",
    "lang",
    "panel",
    "when",
    "report",
    "mode",
    "about",
  ];

  /** What the script has, or loads. */
  static parts: ScriptParts;

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
  #analysis: Analysis | undefined;
  /** The speaker whose quotes alone are shown; undefined for all, null for the unknown one. */
  #only: string | null | undefined;
  #root: Element | undefined;

  /** The text that has been analyzed: the article's own words, as the page shows them. */
  get text(): string | undefined {
    return this.#analyzed?.report.text;
  }

  /** The report on the article, once there is one. */
  get report(): ArticleReport | undefined {
    return this.#analyzed?.report;
  }

  /** What somebody has checked of the report, and when; null for a report that was made in the page. */
  get review(): Review | null {
    return this.#analyzed?.review ?? null;
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
    this.#analysis?.countWidgets(1);
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
    this.#analysis?.countWidgets(-1);
    this.#stop();
    this.#reset();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || document.readyState === "loading" || before === now) return;
    if (name === "kinds") {
      if (this.#analyzed) void this.#paint();
    } else if (name === "lang" || name === "panel" || name === "about") {
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
    this.#only = undefined;
    this.#listen(undefined);
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
    try {
      if (!canHighlight()) throw new WidgetError("cannotHighlight");
      checkSelectors(this);
      const root = this.#find();
      if (!root) {
        this.#wait(null, "noElement", isAsked);
        return;
      }
      const watch = this.#watchArticle();
      watch.watch(root);
      const file = await this.#loadSource(epoch);
      const reading = file ? WhoSaid.parts.firstReading : await WhoSaid.parts.loadReading();
      await nextTask();
      if (epoch !== this.#epoch) return;
      let article = await this.#readArticle(root, reading);
      let anchored = file && (await anchorReport(file, article.text, reading.search));
      if (file && anchored && anchored.lost.length > 0 && !reading.search) {
        // What interrupts the article, or has been edited, takes a closer look.
        const closer = await WhoSaid.parts.loadReading();
        article = await this.#readArticle(root, closer);
        anchored = await anchorReport(file, article.text, closer.search);
      }
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
        this.#analyzed = { ...before, article };
        if (!article.hasSameNodesAs(before.article)) await this.#paint();
        return;
      }
      const { report, lost } = anchored ?? { report: await this.#analyze(article.text), lost: [] };
      if (epoch !== this.#epoch) return;
      await nextTask();
      if (epoch !== this.#epoch) return;
      const speakers = groupBySpeaker(report, ({ words }) => countWords(words));
      this.#listen(root);
      await this.#show(epoch, { article, report, speakers, review: file?.review ?? null, lost }, isAsked);
    } catch (error) {
      if (epoch !== this.#epoch) return;
      const isExplained = error instanceof WidgetError || !this.#analysis;
      const core = this.getAttribute("core");
      const reason = isExplained ? error : await this.#analysis?.explainFailure(error, core);
      await this.#fail(reason as Error);
    }
  }

  /** The reviewed report; null where there is none, and the analysis begins to load. */
  async #loadSource(epoch: number): Promise<ReviewedReport | null> {
    const file = await loadReport(this);
    if (file || epoch !== this.#epoch) return file;
    if (this.getAttribute("mode") === "reviewed-only") throw new WidgetError("noReport");
    const analysis = await WhoSaid.parts.loadAnalysis();
    if (!this.#analysis) {
      this.#analysis = analysis;
      if (this.isConnected) analysis.countWidgets(1);
    }
    analysis.prepare(this.getAttribute("core"));
    return null;
  }

  #readArticle(root: Element, { makeParts }: Reading): Promise<ArticleText> {
    const choice = { exclude: this.getAttribute("exclude"), include: this.getAttribute("include") };
    return readArticle(root, makeParts(root, choice));
  }

  #analyze(text: string): Promise<ArticleReport> {
    const analysis = this.#analysis as Analysis;
    return analysis.analyze(text, this.getAttribute("core"));
  }

  /** Shows a new report; one that says the same as the one before it is not announced. */
  async #show(epoch: number, analyzed: AnalyzedArticle, isAsked: boolean): Promise<void> {
    const isSame =
      !isAsked && this.#analyzed !== undefined && isSameReport(this.#analyzed.report, analyzed.report);
    this.#analyzed = analyzed;
    if (!isSame) {
      this.#active.clear();
      // Ids are those of one report.
      this.#only = undefined;
    }
    if (isSame) {
      await this.#paint();
      return;
    }
    await this.#draw();
    await nextTask();
    if (epoch !== this.#epoch) return;
    await this.#paint();
    if (epoch !== this.#epoch) return;
    const { report, review, lost } = analyzed;
    const detail: ReportDetail = { ...report, review, lost, ranges: (quote) => this.ranges(quote) };
    this.#fire("whosaid-report", detail);
  }

  /** Waits for an article to arrive; one that stays away is an error. */
  #wait(root: Element | null, code: "noElement" | "noText", isAsked = false): void {
    this.#reset();
    const watch = this.#watchArticle();
    watch.watch(root);
    void this.#draw();
    const selector = this.getAttribute("for") ?? "who-said";
    const report = () => void this.#fail(new WidgetError(code, { selector }), true);
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
  async #fail(error: Error, goesOn = false): Promise<void> {
    this.#reset();
    if (!goesOn) this.#isStarted = false;
    this.#hasFailed = true;
    void this.#draw();
    if (error instanceof WidgetError) error.explain(await WhoSaid.parts.loadMessages());
    // What an old browser cannot do is no mistake of the page.
    const isMistake = !(error instanceof WidgetError && error.code === "cannotHighlight");
    console[isMistake ? "error" : "warn"](error.message);
    this.#fire("whosaid-error", error);
  }

  #fire(name: "whosaid-report" | "whosaid-error", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Highlights the report again, and removes the old highlights when the new ones stand. */
  async #paint(): Promise<void> {
    if (!this.#analyzed) return;
    const painting = ++this.#painting;
    const { article, report, speakers } = this.#analyzed;
    const kinds = this.getAttribute("kinds")?.split(/[\s,]+/);
    const next = new Highlights();
    const pacer = new Pacer();
    const hasColors = !kinds || kinds.includes("speaker");
    const colors = hasColors ? colorNames(speakers) : new Map<string, string>();
    for (const [name, { start, end }, priority] of marksOf(report, colors, this.#only)) {
      if (!name.startsWith("speaker-") && kinds && !kinds.includes(name)) continue;
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
    await WhoSaid.parts.loadLabels(this.getAttribute("lang"));
    if (drawing !== this.#drawing) return;
    const words = this.#words();
    const panel = await this.#makePanel(words);
    // A list may have taken long to make, and to place it takes a layout.
    if (panel && this.#analyzed) await nextTask();
    if (drawing !== this.#drawing) return;
    if (!panel && !this.shadowRoot && this.hasAttribute("for")) return;
    const root = this.#shadow();
    const slot = this.hasAttribute("for") ? [] : [document.createElement("slot")];
    if (panel)
      placeQuietly(this, (how, height) => {
        root.replaceChildren(...slot, arrange(panel, words.labels, how, height));
        return panel;
      });
    else root.replaceChildren(...slot);
  }

  /** The shadow root, which a widget has from the first panel or card on. */
  #shadow(): ShadowRoot {
    if (this.shadowRoot) return this.shadowRoot;
    const root = this.attachShadow({ mode: "open" });
    addStyles(root, STYLES);
    if (!this.hasAttribute("for")) root.append(document.createElement("slot"));
    return root;
  }

  async #makePanel(words: PanelWords): Promise<HTMLElement | null> {
    const isOnClick = this.getAttribute("when") === "click";
    if (isOnClick && (!this.#isStarted || this.#hasFailed))
      return makeStartPanel(words.labels, this.#hasFailed, () => void this.analyze());
    if (this.getAttribute("panel") === "off") return null;
    if (this.#analyzed) {
      const { report, speakers, review } = this.#analyzed;
      return makePanel(report, words, {
        speakers,
        review,
        about: this.getAttribute("about"),
        only: this.#only,
        choose: (only) => {
          this.#only = only;
          void this.#paint();
        },
        select: (index) => this.#select(report.quotes[index]),
      });
    }
    return isOnClick ? makeReadingPanel(words.labels) : null;
  }

  /** Highlights a quote, scrolls to it, and opens its card. */
  #select(quote: ArticleQuote | undefined, words?: Range): void {
    if (!quote) return;
    const ranges = this.ranges(quote);
    const active = new Highlights();
    for (const range of ranges) active.add("active", range, ACTIVE_PRIORITY);
    active.show(this.#active);
    this.#active = active;
    const [first] = ranges;
    if (!words) first?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    const place = words ?? first;
    if (place) void this.#openCard(quote, place);
  }

  async #openCard(quote: ArticleQuote, words: Range): Promise<void> {
    const epoch = this.#epoch;
    const { showCard } = await WhoSaid.parts.loadCards();
    if (epoch !== this.#epoch || !this.#analyzed) return;
    showCard(quote, words, {
      root: this.#shadow(),
      speakers: this.#analyzed.speakers,
      quotes: this.#shownQuotes(),
      words: this.#words(),
      select: (other) => this.#select(other),
    });
  }

  #shownQuotes(): ArticleQuote[] {
    const quotes = this.report?.quotes ?? [];
    return this.#only === undefined ? quotes : quotes.filter(({ speaker }) => speaker === this.#only);
  }

  /** Listens to clicks on the words of an article. */
  #listen(root: Element | undefined): void {
    if (root === this.#root) return;
    this.#root?.removeEventListener("click", this.#pick);
    this.#root = root;
    root?.addEventListener("click", this.#pick);
  }

  #pick = async (event: Event): Promise<void> => {
    const [target] = event.composedPath();
    const { pickQuote } = await WhoSaid.parts.loadCards();
    if (!this.#analyzed || !(target instanceof Node) || !("closest" in target)) return;
    const picked = pickQuote(
      event as MouseEvent,
      target as Element,
      this.#analyzed.article,
      this.#shownQuotes(),
    );
    if (picked) this.#select(picked.quote, picked.words);
  };
}

function addStyles(root: ShadowRoot, styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets.push(sheet);
}
