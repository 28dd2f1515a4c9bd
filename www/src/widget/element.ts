import type { Labels } from "../texts/types.js";
import { labelsFor } from "../texts/widget-labels.js";
import type { Review, ReviewedReport } from "../ui/reviewed-report.js";
import { groupBySpeaker } from "../ui/speakers.js";
import { nextTask } from "../ui/tasks.js";
import { countWords } from "../ui/words.js";
import type { Analysis } from "./analysis.js";
import { anchorReport } from "./anchoring.js";
import { checkSelectors, isSameReport } from "./article-report.js";
import { type ArticleText, readArticle } from "./article-text.js";
import { type AnalyzedArticle, ArticleView } from "./article-view.js";
import { ArticleWatch } from "./article-watch.js";
import { findArticle } from "./find-article.js";
import { canHighlight } from "./highlights.js";
import type { MoreArticles } from "./more-articles.js";
import { makeReadingPanel, makeStartPanel, type PanelWords } from "./panel.js";
import { loadReport } from "./report-file.js";
import type { Reading, ScriptParts } from "./script-parts.js";
import type { ArticleQuote, ArticleReport, ReportDetail, WhoSaidElement } from "./types.js";
import { WidgetError } from "./widget-error.js";

/** How far below the window an article may be when its analysis begins. */
const VISIBLE_MARGIN = "200px";

/** How long an article may be missing before that is an error, in milliseconds. */
const MISSING_TIME = 2_000;

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
 * @attr {'all'} articles - With `all`, every article that `for` names in the element’s own tree is read when it comes into view, also those that arrive later; otherwise the first one only.
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
    "articles",
  ];

  /** What the script has, or loads. */
  static parts: ScriptParts;

  #view = new ArticleView(
    this,
    WhoSaid.parts,
    () => this.#words(),
    (words) => this.#makeNotice(words),
  );
  #labels: Partial<Labels> = {};
  #watch: ArticleWatch | undefined;
  #visibilityObserver: IntersectionObserver | undefined;
  #missing: ReturnType<typeof setTimeout> | undefined;
  /** Changes whenever what is going on is to have no effect any more. */
  #epoch = 0;
  #isStarted = false;
  #hasFailed = false;
  #running: Promise<void> | undefined;
  #isDue = false;
  #analysis: Analysis | undefined;
  #more: MoreArticles | undefined;

  /** The article itself, in place of the one that `for` names; set before the element is in the page. */
  article: Element | undefined;

  /** The text that has been analyzed: the article's own words, as the page shows them. */
  get text(): string | undefined {
    return this.#view.analyzed?.report.text;
  }

  /** The report on the article, once there is one. */
  get report(): ArticleReport | undefined {
    return this.#view.analyzed?.report;
  }

  /** What somebody has checked of the report, and when; null for a report that was made in the page. */
  get review(): Review | null {
    return this.#view.analyzed?.review ?? null;
  }

  /** The words that the panel shows. Set some of them to replace these and keep the others. */
  get labels(): Labels {
    return this.#words().labels;
  }

  set labels(labels: Partial<Labels>) {
    this.#labels = labels;
    if (this.isConnected) void this.#view.draw();
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
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || document.readyState === "loading" || before === now) return;
    if (name === "kinds") {
      void this.#view.paint();
    } else if (name === "lang" || name === "panel" || name === "about") {
      void this.#view.draw();
    } else this.#restart(name === "report" && this.#isStarted);
  }

  /** The parts of the page that show a quote of the report; several where something stands in between. */
  ranges(quote: Pick<ArticleQuote, "content">): Range[] {
    return this.#view.ranges(quote);
  }

  /** Analyzes the article as it is now and highlights it; resolves also when that fails. */
  async analyze(): Promise<void> {
    this.#isStarted = true;
    this.#hasFailed = false;
    void this.#view.draw();
    await this.#update(true);
  }

  /** Removes every highlight, until `analyze` is called. */
  clear(): void {
    this.#stop();
    void this.#view.draw();
  }

  #words(): PanelWords {
    const { language, labels } = labelsFor(this.getAttribute("lang"));
    const basis = { ...labels.basis, ...this.#labels.basis };
    return { labels: { ...labels, ...this.#labels, basis }, language };
  }

  /** The article that `for` names; null where there is none. */
  #find(): Element | null {
    if (this.article) return this.article;
    const selector = this.getAttribute("for");
    return selector ? findArticle(this, selector) : this;
  }

  /** Analyzes the article when the attribute `when` says. */
  #start(): void {
    const when = this.#isStarted ? null : this.getAttribute("when");
    if (when === "click") {
      void this.#view.draw();
      return;
    }
    if (when === "visible") {
      try {
        const root = this.#find();
        if (root) this.#watchVisibility(root);
        else this.#wait(null, "noElement");
        return;
      } catch {
        // The analysis reports the same error.
      }
    }
    this.#isStarted = true;
    void this.#update();
  }

  #watchVisibility(root: Element): void {
    this.#visibilityObserver?.disconnect();
    this.#visibilityObserver = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#restart(true);
      },
      { rootMargin: VISIBLE_MARGIN },
    );
    this.#visibilityObserver.observe(root);
  }

  #stop(): void {
    this.#epoch++;
    this.#view.stop();
    this.#more?.stop();
    this.#watch?.stop();
    this.#visibilityObserver?.disconnect();
    clearTimeout(this.#missing);
    this.#isStarted = this.#hasFailed = this.#isDue = false;
    this.#running = this.#missing = this.#more = this.#watch = undefined;
  }

  #restart(isStarted: boolean): void {
    this.#stop();
    this.#isStarted = isStarted;
    this.#start();
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
      if (this.getAttribute("articles") === "all") void this.#findMore(epoch);
      // A script may add a report to the element after the element to the page.
      await nextTask();
      if (epoch !== this.#epoch) return;
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
      if (this.text === article.text && !isAsked) {
        await this.#view.move(article);
        return;
      }
      const { report, lost } = anchored ?? { report: await this.#analyze(article.text), lost: [] };
      if (epoch !== this.#epoch) return;
      await nextTask();
      if (epoch !== this.#epoch) return;
      const speakers = groupBySpeaker(report, ({ words }) => countWords(words));
      this.#view.listen(root);
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
    const choice = {
      exclude: this.getAttribute("exclude") || null,
      include: this.getAttribute("include") || null,
    };
    return readArticle(root, makeParts(root, choice));
  }

  #analyze(text: string): Promise<ArticleReport> {
    const analysis = this.#analysis as Analysis;
    return analysis.analyze(text, this.getAttribute("core"));
  }

  /** Shows a new report; one that says the same as the one before it is not announced. */
  async #show(epoch: number, analyzed: AnalyzedArticle, isAsked: boolean): Promise<void> {
    const before = this.report;
    const isSame = !isAsked && before !== undefined && isSameReport(before, analyzed.report);
    await this.#view.show(analyzed, isSame);
    if (isSame || epoch !== this.#epoch) return;
    const { report, review, lost } = analyzed;
    const detail: ReportDetail = { ...report, review, lost, ranges: (quote) => this.ranges(quote) };
    this.#fire("whosaid-report", detail);
  }

  /** Has the further articles read that `for` names. */
  async #findMore(epoch: number): Promise<void> {
    const { MoreArticles } = await WhoSaid.parts.loadMore();
    if (epoch === this.#epoch) this.#more ??= new MoreArticles(this);
  }

  /** Waits for an article to arrive; one that stays away is an error. */
  #wait(root: Element | null, code: "noElement" | "noText", isAsked = false): void {
    this.#view.reset();
    const watch = this.#watchArticle();
    watch.watch(root);
    void this.#view.draw();
    const selector = this.getAttribute("for") ?? "who-said";
    const report = () => void this.#fail(new WidgetError(code, { selector }), true);
    if (isAsked) report();
    else this.#missing ??= setTimeout(report, MISSING_TIME);
  }

  #watchArticle(): ArticleWatch {
    this.#watch ??= new ArticleWatch(
      this,
      () => this.#find(),
      (hasOtherReport) => {
        if (hasOtherReport) this.#restart(this.#isStarted);
        else if (this.#isStarted) void this.#update();
        else this.#start();
      },
    );
    return this.#watch;
  }

  /** Reports a failure; `goesOn` where the widget waits for the article. */
  async #fail(error: Error, goesOn = false): Promise<void> {
    this.#view.reset();
    if (!goesOn) this.#isStarted = false;
    this.#hasFailed = true;
    void this.#view.draw();
    if (error instanceof WidgetError) error.explain(await WhoSaid.parts.loadMessages());
    // What an old browser cannot do is no mistake of the page.
    const isMistake = !(error instanceof WidgetError && error.code === "cannotHighlight");
    console[isMistake ? "error" : "warn"](error.message);
    this.#fire("whosaid-error", error);
  }

  /** The button that starts the analysis, or the note that it is running. */
  #makeNotice({ labels }: PanelWords): HTMLElement | null {
    if (this.getAttribute("when") !== "click") return null;
    if (!this.#isStarted || this.#hasFailed)
      return makeStartPanel(labels, this.#hasFailed, () => void this.analyze());
    return this.report || this.getAttribute("panel") === "off" ? null : makeReadingPanel(labels);
  }

  #fire(name: "whosaid-report" | "whosaid-error", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
