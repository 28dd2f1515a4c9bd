import type { Quote } from "../core/report.js";
import type { EditorWords } from "../texts/editor.js";
import type { Article } from "../ui/article.js";
import { redrawFindings } from "../ui/check/redraw.js";
import type { Correction } from "../ui/corrections/apply.js";
import { listCorrections } from "../ui/corrections-list.js";
import { describeResult } from "../ui/describe.js";
import { make, makeButton } from "../ui/elements.js";
import { type AddToQuote, hint, listQuotes, listSpeakers, noteLanguage } from "../ui/lists.js";
import { connectTabs } from "../ui/tabs.js";
import type { CheckView } from "./check-host.js";
import { followQuote } from "./follow.js";
import { lookOf } from "./look.js";
import { QuoteTools } from "./quote-tools.js";

/** What the panel shows. */
export interface PanelState {
  /** Null where there is no report, or the text is blank. */
  readonly article: Article | null;
  readonly corrections: readonly Correction[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly check: CheckView;
  isLost(correction: Correction): boolean;
}

/** What the panel does. */
export interface PanelActions {
  show(quotes: readonly Quote[]): void;
  correct(correction: Correction): void;
  revert(index: number): void;
  undo(): void;
  redo(): void;
  retry(): void;
  openCheck(): void;
}

/** How the analysis stands. */
export type PanelStatus =
  | { readonly kind: "ready" }
  | { readonly kind: "busy"; readonly message: string; readonly progress?: number }
  | { readonly kind: "error"; readonly message: string; readonly canRetry: boolean };

/** One list with its tab. */
export interface Section {
  readonly tab: HTMLButtonElement;
  readonly panel: HTMLElement;
  /** Whether the list is to be drawn when it is seen. */
  isDue: boolean;
  draw(): HTMLElement[];
}

/** The lists of speakers, quotes and corrections, and how the analysis stands. */
export class Panel {
  readonly element = make("section", "report-lists");
  #words: EditorWords;
  #actions: PanelActions;
  #state: PanelState = {
    article: null,
    corrections: [],
    canUndo: false,
    canRedo: false,
    check: { count: null, draw: () => [] },
    isLost: () => false,
  };
  #status = make("p", "status");
  #result = make("span");
  #retry: HTMLButtonElement;
  #message = make("span");
  #undo: HTMLButtonElement;
  #redo: HTMLButtonElement;
  #scroll = make("div", "scroll");
  #tabs = make("div", "tabs");
  #sections: Section[] = [];
  #corrections: Section;
  #check: Section;
  #showTab: ReturnType<typeof connectTabs>;
  #tools: QuoteTools;
  #current: string | null = null;
  #look = "";

  constructor(words: EditorWords, actions: PanelActions) {
    const { texts, editor } = words;
    this.#words = words;
    this.#actions = actions;
    this.#tools = new QuoteTools({
      words,
      article: () => this.#state.article,
      correct: (correction, message) => {
        this.#message.textContent = message;
        actions.correct(correction);
      },
    });
    this.#retry = makeButton("plain", editor.retry, () => actions.retry());
    this.#undo = makeButton("plain", texts.toolbar.undo, () => {
      this.#message.textContent = texts.changes.undone;
      actions.undo();
    });
    this.#redo = makeButton("plain", texts.toolbar.redo, () => {
      this.#message.textContent = texts.changes.redone;
      actions.redo();
    });
    const addTools: AddToQuote = (entry, quote) => this.#tools.add(entry, quote);
    const list = (draw: typeof listSpeakers, empty: string) => () => {
      const { article } = this.#state;
      return article ? (noteLanguage(words, article) ?? draw(words, article, addTools)) : [hint(empty)];
    };
    this.addSection("speakers", texts.panel.speakers, list(listSpeakers, texts.panel.emptySpeakers));
    this.addSection("quotes", texts.panel.quotes, list(listQuotes, texts.panel.emptyQuotes));
    this.#corrections = this.addSection("corrections", texts.panel.corrections, () =>
      listCorrections(words, this.#state.corrections, this.#state.isLost, (index) => {
        this.#message.textContent = texts.changes.reverted;
        actions.revert(index);
      }),
    );
    this.#check = this.addSection("check", texts.panel.check, () => this.#state.check.draw());
    this.#build();
    this.#showTab = connectTabs(this.element, { opened: (tab) => this.#open(tab) });
    this.#showTab(this.#corrections.tab, false);
  }

  /** Adds a list with its tab, after those that there are. */
  addSection(id: string, label: string, draw: () => HTMLElement[]): Section {
    const isFirst = this.#sections.length === 0;
    const tab = makeButton("", label);
    tab.id = `tab-${id}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("part", "tab");
    tab.setAttribute("aria-controls", id);
    tab.setAttribute("aria-selected", String(isFirst));
    tab.tabIndex = isFirst ? 0 : -1;
    const panel = make("div");
    panel.id = id;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.hidden = !isFirst;
    const section: Section = { tab, panel, draw, isDue: true };
    this.#sections.push(section);
    this.#tabs.append(tab);
    this.#scroll.append(panel);
    return section;
  }

  /** Draws what has changed; what is open, marked or has the focus stays so. */
  draw(state: PanelState): void {
    const before = this.#state.article;
    const { article } = state;
    const follow = (id: string) => (before && article ? followQuote(before, article, id) : null);
    const { check } = this.#state;
    this.#state = state;
    this.#drawFoot();
    if (check !== state.check) this.#drawCheck();
    const look = article ? lookOf(article) : "";
    if (look === this.#look && this.#look !== "") {
      this.#drawCorrections();
      return;
    }
    this.#look = look;
    const { openId } = this.#tools;
    if (openId !== null) this.#tools.follow(follow(openId));
    if (this.#current !== null) this.#current = follow(this.#current);
    const focus = this.#focus();
    for (const section of this.#sections) if (section !== this.#check) section.isDue = true;
    this.#drawCorrections();
    this.#drawSeen();
    focus(follow);
  }

  /** Shows how the analysis stands. */
  setStatus(status: PanelStatus): void {
    const { article } = this.#state;
    const result = article ? describeResult(this.#words, article) : "";
    const message = status.kind === "ready" ? result : status.message;
    if (this.#result.textContent !== message) this.#result.textContent = message;
    this.#status.dataset.kind = status.kind;
    this.#retry.hidden = !(status.kind === "error" && status.canRetry);
    this.#status.hidden = message === "";
    if (status.kind === "error") this.#status.setAttribute("role", "alert");
    else this.#status.removeAttribute("role");
    this.element.setAttribute("aria-busy", String(status.kind === "busy"));
  }

  /** Says something at the foot, such as what a correction has changed. */
  say(message: string): void {
    this.#message.textContent = message;
  }

  /** Marks a quote in the lists. */
  mark(id: string | null): void {
    this.#current = id;
    this.#drawMark();
  }

  /** Scrolls the list that is seen, but not the page, to the quote that is marked. */
  scrollToMark(): void {
    const entry = this.#scroll.querySelector("[role=tabpanel]:not([hidden]) [aria-current]");
    if (!entry) return;
    const box = entry.getBoundingClientRect();
    const seen = this.#scroll.getBoundingClientRect();
    if (box.top < seen.top) this.#scroll.scrollTop += box.top - seen.top - 8;
    else if (box.bottom > seen.bottom) this.#scroll.scrollTop += box.bottom - seen.bottom + 8;
  }

  #build(): void {
    const { texts, editor } = this.#words;
    this.element.setAttribute("aria-label", editor.label);
    this.element.setAttribute("part", "panel");
    this.element.lang = texts.language;
    this.#status.setAttribute("part", "status");
    this.#status.append(this.#result, " ", this.#retry);
    this.#status.hidden = true;
    this.#retry.hidden = true;
    this.#tabs.setAttribute("role", "tablist");
    this.#tabs.setAttribute("aria-label", texts.panel.lists);
    const foot = make("div", "foot");
    foot.setAttribute("part", "foot");
    this.#message.setAttribute("role", "status");
    foot.append(this.#message, this.#undo, this.#redo);
    const note = make("p", "disclaimer", editor.note);
    this.#scroll.append(note);
    this.element.append(this.#tabs, this.#status, this.#scroll, foot);
    this.#scroll.addEventListener("click", (event) => this.#pick(event.target as HTMLElement));
    this.#drawFoot();
    this.#drawSeen();
  }

  #pick(target: HTMLElement): void {
    const { article } = this.#state;
    const button = target.closest<HTMLElement>("[data-quote], [data-shows]");
    if (!article || !button) return;
    const { quote: id, shows } = button.dataset;
    const quotes =
      id === undefined
        ? article.report.quotes.filter(({ speaker }) => (speaker ?? "") === shows)
        : article.report.quotes.filter((quote) => quote.id === id);
    if (id !== undefined) {
      this.#current = id;
      this.#drawMark();
    }
    if (quotes.length > 0) this.#actions.show(quotes);
  }

  #open(tab: HTMLElement): void {
    this.#tools.close();
    this.#scroll.scrollTop = 0;
    if (tab === this.#check.tab) this.#actions.openCheck();
    const section = this.#sections.find((one) => one.tab === tab);
    if (section?.isDue) this.#drawSection(section);
    this.#drawMark();
  }

  #drawSeen(): void {
    for (const section of this.#sections)
      if (!section.panel.hidden && section.isDue) this.#drawSection(section);
    this.#drawMark();
  }

  #drawSection(section: Section): void {
    section.isDue = false;
    const { scrollTop } = this.#scroll;
    if (section === this.#check) redrawFindings(section.panel, section.draw(), section.tab);
    else section.panel.replaceChildren(...section.draw());
    for (const button of section.panel.querySelectorAll("[data-quote]")) button.setAttribute("part", "quote");
    for (const name of section.panel.querySelectorAll(".speaker h3")) name.setAttribute("part", "speaker");
    this.#scroll.scrollTop = scrollTop;
  }

  #drawCorrections(): void {
    const { corrections } = this.#state;
    const { tab, panel } = this.#corrections;
    const count = this.#words.format.number(corrections.length);
    tab.replaceChildren(this.#words.texts.panel.corrections, make("small", "", ` ${count}`));
    const wasSeen = !panel.hidden;
    this.#showTab(tab, corrections.length > 0);
    this.#corrections.isDue = true;
    if (!panel.hidden) this.#drawSection(this.#corrections);
    else if (wasSeen) this.#drawSeen();
  }

  #drawCheck(): void {
    const { count } = this.#state.check;
    const { tab, panel } = this.#check;
    const counted = count === null ? [] : [make("small", "", ` ${this.#words.format.number(count)}`)];
    tab.replaceChildren(this.#words.texts.panel.check, ...counted);
    this.#check.isDue = true;
    if (!panel.hidden) this.#drawSection(this.#check);
  }

  #drawFoot(): void {
    const root = this.element.getRootNode() as ShadowRoot;
    const hadFocus = root.activeElement === this.#undo || root.activeElement === this.#redo;
    this.#undo.hidden = !this.#state.canUndo;
    this.#redo.hidden = !this.#state.canRedo;
    if (hadFocus && !(root.activeElement as HTMLElement | null)?.checkVisibility())
      [this.#undo, this.#redo].find(({ hidden }) => !hidden)?.focus();
  }

  #drawMark(): void {
    for (const element of this.#scroll.querySelectorAll("[aria-current]"))
      element.removeAttribute("aria-current");
    if (this.#current === null) return;
    for (const element of this.#scroll.querySelectorAll(`[data-quote="${CSS.escape(this.#current)}"]`))
      element.setAttribute("aria-current", "true");
  }

  /** Remembers what has the focus; the function that it returns gives it back to what is there then. */
  #focus(): (follow: (id: string) => string | null) => void {
    const root = this.element.getRootNode() as ShadowRoot;
    const active = root.activeElement as HTMLElement | null;
    if (!active || !this.#scroll.contains(active)) return () => {};
    const { quote, corrects } = active.dataset;
    const entries = [...this.#scroll.querySelectorAll<HTMLElement>("[data-quote]")];
    const index = entries.indexOf(active.closest("li")?.querySelector("[data-quote]") ?? active);
    return (follow) => {
      // What is open has been kept, but the focus left it while it moved.
      if (active.isConnected && active.checkVisibility()) return active.focus({ preventScroll: true });
      const id = follow(quote ?? corrects ?? "");
      const name = corrects === undefined ? "quote" : "corrects";
      const same = id && this.#scroll.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(id)}"]`);
      const next = [...this.#scroll.querySelectorAll<HTMLElement>("[data-quote]")].filter((one) =>
        one.checkVisibility(),
      );
      const selected = this.#tabs.querySelector<HTMLElement>("[aria-selected=true]");
      (same || next[Math.min(index, next.length - 1)] || selected)?.focus({ preventScroll: true });
    };
  }
}
