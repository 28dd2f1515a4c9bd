import type { Review } from "../ui/reviewed-report.js";
import { colorNames } from "../ui/speaker-colors.js";
import type { SpeakerSummary } from "../ui/speakers.js";
import { nextTask, Pacer } from "../ui/tasks.js";
import type { ArticleText } from "./article-text.js";
import { Highlights } from "./highlights.js";
import { ACTIVE_PRIORITY, marksOf } from "./marks.js";
import { arrange, makePanel, type PanelWords } from "./panel.js";
import { STYLES } from "./panel-style.js";
import { placeQuietly } from "./placement.js";
import type { ScriptParts } from "./script-parts.js";
import type { ArticleQuote, ArticleReport, LostQuote } from "./types.js";

/** An article that has been analyzed. */
export interface AnalyzedArticle {
  readonly article: ArticleText;
  readonly report: ArticleReport;
  readonly speakers: readonly SpeakerSummary[];
  /** Null for a report that was made in the page. */
  readonly review: Review | null;
  readonly lost: LostQuote[];
}

/** Shows one article's report: the highlights, the list and the cards. */
export class ArticleView {
  #host: HTMLElement;
  #parts: ScriptParts;
  #words: () => PanelWords;
  #makeNotice: (words: PanelWords) => HTMLElement | null;
  #highlights = new Highlights();
  #active = new Highlights();
  /** What is shown; set by `show` and `move`. */
  analyzed: AnalyzedArticle | undefined;
  #painting = 0;
  #drawing = 0;
  /** The speaker whose quotes alone are shown; undefined for all, null for the unknown one. */
  #only: string | null | undefined;
  #root: Element | undefined;

  /** `makeNotice` makes what stands in place of the list, or null where the list is to be shown, or nothing. */
  constructor(
    host: HTMLElement,
    parts: ScriptParts,
    words: () => PanelWords,
    makeNotice: (words: PanelWords) => HTMLElement | null,
  ) {
    this.#host = host;
    this.#parts = parts;
    this.#words = words;
    this.#makeNotice = makeNotice;
  }

  /** Removes the report, and stops what shows it; the list stays until it is drawn. */
  reset(): void {
    this.#painting++;
    this.#highlights.clear();
    this.#active.clear();
    this.analyzed = undefined;
    this.#only = undefined;
    this.listen(undefined);
  }

  /** Stops what draws the list. */
  stop(): void {
    this.#drawing++;
    this.reset();
  }

  /** Shows a report; the list stays as it is where the report says the same as the one before it. */
  async show(analyzed: AnalyzedArticle, isSame: boolean): Promise<void> {
    this.analyzed = analyzed;
    if (!isSame) {
      this.#active.clear();
      // Ids are those of one report.
      this.#only = undefined;
      await this.draw();
      await nextTask();
      if (this.analyzed !== analyzed) return;
    }
    await this.paint();
  }

  /** Takes over where the same words stand now. */
  async move(article: ArticleText): Promise<void> {
    const before = this.analyzed;
    if (!before) return;
    this.analyzed = { ...before, article };
    if (!article.hasSameNodesAs(before.article)) await this.paint();
  }

  ranges({ content }: Pick<ArticleQuote, "content">): Range[] {
    return content.flatMap(({ start, end }) => this.analyzed?.article.ranges(start, end) ?? []);
  }

  /** Highlights the report again, and removes the old highlights when the new ones stand. */
  async paint(): Promise<void> {
    if (!this.analyzed) return;
    const painting = ++this.#painting;
    const { article, report, speakers } = this.analyzed;
    const kinds = this.#host.getAttribute("kinds")?.split(/[\s,]+/);
    const hasColors = !kinds || kinds.includes("speaker");
    const next = new Highlights(hasColors);
    const pacer = new Pacer();
    const colors = hasColors ? colorNames(speakers) : new Map<string, string>();
    for (const [name, { start, end }, priority] of marksOf(report, colors, this.#only)) {
      if (!name.startsWith("speaker-") && kinds && !kinds.includes(name)) continue;
      if (pacer.isDue) {
        await pacer.pause();
        if (painting !== this.#painting) return next.clear();
      }
      for (const range of article.ranges(start, end)) next.add(name, range, priority);
    }
    next.show(this.#highlights);
    this.#highlights = next;
  }

  /** Draws the panel into the shadow root, or nothing where `panel` is off. */
  async draw(): Promise<void> {
    if (typeof this.#host.attachShadow !== "function") return;
    const drawing = ++this.#drawing;
    await this.#parts.loadLabels(this.#host.getAttribute("lang"));
    if (drawing !== this.#drawing) return;
    const words = this.#words();
    const panel = await this.#makePanel(words);
    // A list may have taken long to make, and to place it takes a layout.
    if (panel && this.analyzed) await nextTask();
    if (drawing !== this.#drawing) return;
    if (!panel && !this.#host.shadowRoot && this.#host.hasAttribute("for")) return;
    const root = this.#shadow();
    const slot = document.createElement("slot");
    const isAround = !this.#host.hasAttribute("for");
    // Widgets for further articles stand below the list of the first one.
    if (!isAround) slot.name = "more";
    if (panel)
      placeQuietly(this.#host, (how, height) => {
        const list = arrange(panel, words.labels, how, height);
        root.replaceChildren(...(isAround ? [slot, list] : [list, slot]));
        return panel;
      });
    else root.replaceChildren(slot);
  }

  /** The shadow root, which a widget has from the first panel or card on. */
  #shadow(): ShadowRoot {
    if (this.#host.shadowRoot) return this.#host.shadowRoot;
    const root = this.#host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets.push(sheet);
    if (!this.#host.hasAttribute("for")) root.append(document.createElement("slot"));
    return root;
  }

  async #makePanel(words: PanelWords): Promise<HTMLElement | null> {
    const notice = this.#makeNotice(words);
    if (notice || !this.analyzed || this.#host.getAttribute("panel") === "off") return notice;
    const { report, speakers, review } = this.analyzed;
    return makePanel(report, words, {
      speakers,
      review,
      about: this.#host.getAttribute("about"),
      only: this.#only,
      choose: (only) => {
        this.#only = only;
        void this.paint();
      },
      select: (index) => this.#select(report.quotes[index]),
    });
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
    const before = this.analyzed?.report;
    const { showCard } = await this.#parts.loadCards();
    if (!this.analyzed || this.analyzed.report !== before) return;
    showCard(quote, words, {
      root: this.#shadow(),
      speakers: this.analyzed.speakers,
      quotes: this.#shownQuotes(),
      words: this.#words(),
      select: (other) => this.#select(other),
    });
  }

  #shownQuotes(): ArticleQuote[] {
    const quotes = this.analyzed?.report.quotes ?? [];
    return this.#only === undefined ? quotes : quotes.filter(({ speaker }) => speaker === this.#only);
  }

  /** Listens to clicks on the words of an article. */
  listen(root: Element | undefined): void {
    if (root === this.#root) return;
    this.#root?.removeEventListener("click", this.#pick);
    this.#root = root;
    root?.addEventListener("click", this.#pick);
  }

  #pick = async (event: Event): Promise<void> => {
    const [target] = event.composedPath();
    const { pickQuote } = await this.#parts.loadCards();
    if (!this.analyzed || !(target instanceof Node) || !("closest" in target)) return;
    const picked = pickQuote(
      event as MouseEvent,
      target as Element,
      this.analyzed.article,
      this.#shownQuotes(),
    );
    if (picked) this.#select(picked.quote, picked.words);
  };
}
