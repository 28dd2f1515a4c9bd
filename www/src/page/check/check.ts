import { Checker, type Finding, type Fix } from "../../core/check.js";
import { CHECK_FILE } from "../../core/check-file.js";
import { loadCheckTexts } from "../../texts/check.js";
import { fill } from "../../texts/format.js";
import { messageFor, type Words } from "../../texts/page.js";
import type { CheckTexts } from "../../texts/types.js";
import type { Article } from "../../ui/article.js";
import { Dismissals } from "../../ui/check/dismissals.js";
import { listFindings } from "../../ui/check/findings-list.js";
import { applyFix, fixedWords } from "../../ui/check/passages.js";
import { redrawFindings } from "../../ui/check/redraw.js";
import { make, makeButton } from "../../ui/elements.js";
import { hint, noteLanguage } from "../../ui/lists.js";
import type { Actions } from "../actions.js";
import { get } from "../dom.js";
import type { ArticleField } from "../field/article-field.js";
import type { ReadingView } from "../reading-view.js";
import { type State, setTarget, showView } from "../state.js";
import type { Store } from "../store.js";
import { readDismissed, writeDismissed } from "./dismissed.js";
import { forgetRevealed, revealInArticle, revealInField } from "./reveal.js";
import { readSettings, writeSettings } from "./settings.js";
import { settingsForm } from "./settings-form.js";

/** How long text, corrections and settings must be unchanged before they are checked, in milliseconds. */
const PAUSE = 300;

/** The parts of the page that the check works with. */
export interface CheckedPage {
  readonly store: Store<State>;
  readonly words: Words;
  readonly actions: Actions;
  readonly reading: ReadingView;
  readonly field: ArticleField;
}

/** Fills the tab of the check, and keeps it up to date. */
export async function openCheck(page: CheckedPage): Promise<void> {
  new CheckTab(page, await loadCheckTexts(page.words.texts.language));
}

class CheckTab {
  #page: CheckedPage;
  #texts: CheckTexts;
  #tab = get("tab-check");
  #list = make("div");
  #checker = new Checker(
    new URL(CHECK_FILE, document.baseURI),
    () => new Worker(new URL("../../core/check-worker.ts", import.meta.url), { type: "module" }),
  );
  #settings = readSettings();
  #dismissals = new Dismissals(readDismissed());
  /** The last article that was checked, and what was found. */
  #checked: { article: Article; findings: readonly Finding[] } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Withdraws the check that is running or waits for its turn. */
  #abort = new AbortController();

  constructor(page: CheckedPage, texts: CheckTexts) {
    this.#page = page;
    this.#texts = texts;
    const form = settingsForm(texts, this.#settings, (settings) => {
      this.#settings = settings;
      writeSettings(settings);
      this.#schedule();
    });
    get("check").replaceChildren(this.#list, form);
    const { store } = page;
    store.watch(
      ({ article }) => article,
      () => this.#schedule(),
    );
    store.watch(
      ({ text }) => text,
      () => this.#markStale(),
    );
    store.watch(
      ({ remember }) => remember,
      () => this.#keepDismissed(),
    );
    store.watch(({ view }) => view, forgetRevealed);
    void this.#run();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#timer = setTimeout(() => void this.#run(), PAUSE);
  }

  async #run(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const { words, store } = this.#page;
    const { article } = store.state;
    const note = article && noteLanguage(words, article);
    if (!article || note) {
      this.#checked = null;
      this.#show(note ?? [hint(words.texts.panel.emptyCheck)], null);
      return;
    }
    if (!this.#checked) this.#show([hint(this.#texts.checking)], null);
    try {
      const findings = await this.#checker.check(article.text, article.report, this.#settings, signal);
      if (signal.aborted) return;
      this.#checked = { article, findings };
      if (this.#dismissals.follow(article.text)) this.#keepDismissed();
      this.#draw();
    } catch (error) {
      if (signal.aborted) return;
      this.#checked = null;
      const retry = makeButton("plain", this.#texts.retry, () => void this.#run());
      this.#show([make("p", "failed", messageFor(words, error)), retry], null);
    }
  }

  #draw(): void {
    if (!this.#checked) return;
    const { words } = this.#page;
    const { article, findings } = this.#checked;
    const sorted = this.#dismissals.sort(findings);
    const parts = listFindings(words, this.#texts, article.text, sorted, {
      reveal: (finding, button) => void this.#reveal(article, finding, button),
      fix: ({ fix }) => fix && this.#fix(article, fix),
      dismiss: (finding) => this.#changeDismissed(() => this.#dismissals.add(finding)),
      showDismissed: () => this.#changeDismissed(() => this.#dismissals.restore(findings)),
    });
    this.#show(parts, sorted.shown.length);
    this.#markStale();
  }

  /** Shows parts in place of the list, and a count at the tab. */
  #show(parts: readonly HTMLElement[], count: number | null): void {
    const { words } = this.#page;
    this.#tab.replaceChildren(words.texts.panel.check);
    if (count !== null) this.#tab.append(make("small", "", ` ${words.format.number(count)}`));
    redrawFindings(this.#list, parts, this.#tab);
  }

  /** Fixes are for the text that was checked; until the next check, they do nothing. */
  #markStale(): void {
    const isStale = this.#page.store.state.text !== this.#checked?.article.text;
    for (const button of this.#list.querySelectorAll(".fix"))
      button.setAttribute("aria-disabled", String(isStale));
  }

  async #reveal(article: Article, finding: Finding, button: HTMLElement): Promise<void> {
    const { store, reading, field } = this.#page;
    store.update((state) => setTarget(showView(state, state.view), null));
    for (const other of this.#list.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    if (store.state.view === "text") revealInField(field, finding);
    else if (store.state.article?.text === article.text) await revealInArticle(reading, finding);
  }

  #fix({ text }: Article, fix: Fix): void {
    const { store, actions } = this.#page;
    if (store.state.text !== text) return;
    const message = fill(this.#texts.fixed, { words: fixedWords(text, fix) });
    void actions.edit(applyFix(text, fix), message);
  }

  #changeDismissed(act: () => void): void {
    act();
    this.#keepDismissed();
    this.#draw();
  }

  #keepDismissed(): void {
    writeDismissed(this.#page.store.state.remember ? this.#dismissals.kept : []);
  }
}
