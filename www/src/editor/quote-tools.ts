import type { Quote, TextRange } from "../core/report.js";
import type { EditorWords } from "../texts/editor.js";
import { fill } from "../texts/format.js";
import { type Article, speakerOf } from "../ui/article.js";
import { makeCandidateRows } from "../ui/candidate-buttons.js";
import { guessOf, isDrawnUncertain } from "../ui/candidates.js";
import type { Correction, NewKind } from "../ui/corrections/apply.js";
import { describePassage } from "../ui/corrections/passage.js";
import { make, makeButton } from "../ui/elements.js";
import { type NameAnswer, NamePicker } from "../ui/name-picker.js";
import { contentOf } from "../ui/words.js";

/** How much of a quote a button's name contains, in UTF-16 units. */
const LONGEST_NAME = 60;

/** What the tools read and do. */
export interface ToolsHost {
  readonly words: EditorWords;
  article(): Article | null;
  correct(correction: Correction, message: string): void;
}

/**
 * The buttons that correct quotes in the lists, of which those of one quote are open.
 *
 * What is open stays, with what was typed there, when the lists are drawn anew; it is then about the same quote of the new report.
 */
export class QuoteTools {
  #host: ToolsHost;
  #open: { id: string; readonly element: HTMLElement } | null = null;

  constructor(host: ToolsHost) {
    this.#host = host;
  }

  /** Which quote's buttons are open. */
  get openId(): string | null {
    return this.#open?.id ?? null;
  }

  /** What is open is about the quote with another id from now on; without one, it is closed. */
  follow(id: string | null): void {
    if (this.#open && id !== null) this.#open.id = id;
    else this.#open = null;
  }

  /** Adds the buttons to the entry of a quote in a list. */
  add(entry: HTMLElement, quote: Quote): void {
    const article = this.#host.article();
    if (!article) return;
    const { editor } = this.#host.words;
    const name = contentOf(article, quote).slice(0, LONGEST_NAME);
    const toggle = makeButton("correct", "⋯", () => this.#toggle(entry, toggle, quote.id));
    toggle.dataset.corrects = quote.id;
    toggle.title = editor.correct;
    toggle.setAttribute("aria-label", fill(editor.correctQuote, { quote: name }));
    const isOpen = this.#open?.id === quote.id;
    toggle.setAttribute("aria-expanded", String(isOpen));
    entry.classList.add("with-tools");
    entry.append(toggle);
    const accept = this.#makeAccept(article, quote);
    if (accept) entry.append(accept);
    if (isOpen && this.#open) entry.append(this.#open.element);
  }

  close(): void {
    const entry = this.#open?.element.parentElement;
    this.#open?.element.remove();
    this.#open = null;
    entry?.querySelector(".correct")?.setAttribute("aria-expanded", "false");
  }

  #toggle(entry: HTMLElement, toggle: HTMLElement, id: string): void {
    const wasOpen = this.#open?.element.parentElement === entry;
    this.close();
    if (wasOpen) return;
    const element = make("div", "tools");
    this.#open = { id, element };
    this.#fill(element);
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      const button = element.parentElement?.querySelector<HTMLElement>(".correct");
      this.close();
      button?.focus();
    });
    toggle.setAttribute("aria-expanded", "true");
    entry.append(element);
    element.querySelector("button")?.focus({ preventScroll: true });
    element.scrollIntoView?.({ block: "nearest" });
  }

  /** The quote that is open, in the article as it is now. */
  #current(): { article: Article; quote: Quote } | null {
    const article = this.#host.article();
    const quote = article?.quotes.get(this.#open?.id ?? "");
    return article && quote ? { article, quote } : null;
  }

  #fill(element: HTMLElement): void {
    const current = this.#current();
    if (!current) return;
    const { article, quote } = current;
    const { texts } = this.#host.words;
    const actions = make("div", "actions");
    actions.append(makeButton("plain", texts.card.changeSpeaker, () => this.#ask(element)));
    if (quote.speaker !== null || guessOf(article, quote))
      actions.append(makeButton("plain", texts.speakerUnknown, () => this.#setSpeaker(null)));
    actions.append(
      makeButton("plain", texts.card.notQuote, () => {
        const now = this.#current();
        if (now) this.#correct({ kind: "not-quote", quote: passageOf(now) }, texts.changes.quoteRemoved);
      }),
    );
    const rows = makeCandidateRows(this.#host.words, article, quote, (name) => this.#setSpeaker(name));
    // The button that accepts the first one is always there.
    element.append(actions, ...(guessOf(article, quote) ? rows.slice(1) : rows));
  }

  /** Asks for a name below the buttons. */
  #ask(element: HTMLElement): void {
    const current = this.#current();
    if (!current) return;
    const { texts } = this.#host.words;
    const self = speakerOf(current.article, current.quote);
    element.querySelector(".ask")?.remove();
    const answer = (answer: NameAnswer) => {
      if (answer.kind === "known") this.#setSpeaker(answer.entity.name);
      else if (answer.kind === "new") this.#setSpeaker(answer.name, answer.as);
    };
    const question = { label: texts.card.askSpeaker, mode: "known or new", self } as const;
    const picker = new NamePicker(this.#host.words, current.article, question, answer, () => {});
    element.append(picker.element);
    picker.focus();
  }

  /** A button that accepts who is only probably, or not certainly, the speaker. */
  #makeAccept(article: Article, quote: Quote): HTMLElement | null {
    const name = (guessOf(article, quote)?.entity ?? speakerOf(article, quote))?.name;
    if (name === undefined || !isDrawnUncertain(article, quote)) return null;
    const { card, changes } = this.#host.words.texts;
    const button = makeButton("plain accept", card.accept, () => {
      const now = this.#host.article();
      const wanted = now?.quotes.get(quote.id);
      if (!now || !wanted) return;
      const passage = passageOf({ article: now, quote: wanted });
      this.#correct({ kind: "speaker", quote: passage, name }, fill(changes.speakerSet, { name }));
    });
    button.dataset.corrects = quote.id;
    button.setAttribute("aria-label", fill(card.acceptSpeaker, { name }));
    return button;
  }

  #setSpeaker(name: string | null, as?: NewKind): void {
    const now = this.#current();
    if (!now) return;
    const { changes } = this.#host.words.texts;
    const message = name === null ? changes.speakerRemoved : fill(changes.speakerSet, { name });
    this.#correct({ kind: "speaker", quote: passageOf(now), name, ...(as && { as }) }, message);
  }

  #correct(correction: Correction, message: string): void {
    // The button that was pressed goes, and the focus must not go with it.
    this.#open?.element.parentElement?.querySelector<HTMLElement>(".correct")?.focus({ preventScroll: true });
    this.close();
    this.#host.correct(correction, message);
  }
}

function passageOf({ article, quote }: { article: Article; quote: Quote }) {
  return describePassage(article.text, quote.content[0] as TextRange);
}
