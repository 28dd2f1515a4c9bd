import { importOrFail } from "../formats/import.js";
import { fill } from "../texts/format.js";
import { messageFor, type Words } from "../texts/page.js";
import type { Correction } from "../ui/corrections/apply.js";
import { currentCorrections } from "../ui/corrections/history.js";
import type { Analysis } from "./analysis.js";
import type { ArticleField } from "./field/article-field.js";
import { landOnArticle, landOnField } from "./landing.js";
import { forgetArticle } from "./link.js";
import {
  addCorrection,
  canRedo,
  canUndo,
  clear,
  isBlank,
  redo,
  reopen,
  replaceText,
  revertCorrection,
  type State,
  setStatus,
  undo,
} from "./state.js";
import type { Store } from "./store.js";

/** How a text is opened. */
export interface Opening {
  readonly corrections?: readonly Correction[];
  /** Whether the text is kept on this device; as before, if absent. */
  readonly remember?: boolean;
  /** What to say where it replaces another text. */
  readonly message?: string;
}

/** What several parts of the page do: open texts, correct, undo, tell the user. */
export class Actions {
  #store: Store<State>;
  #words: Words;
  #analysis: Analysis;
  #field: ArticleField;
  #lastFile = 0;

  constructor(store: Store<State>, words: Words, analysis: Analysis, field: ArticleField) {
    this.#store = store;
    this.#words = words;
    this.#analysis = analysis;
    this.#field = field;
  }

  /** Shows a message in view and has it read out at once; `undo` takes back what it tells of. */
  announce(message: string, undo?: () => void): void {
    this.#store.update((state) => setStatus(state, message, "announcement", undo));
  }

  /** Shows what failed. */
  fail(error: unknown): void {
    this.#store.update((state) => setStatus(state, messageFor(this.#words, error), "error"));
  }

  /** Replaces the text, analyzes it and shows the result from its headline on. */
  async openText(text: string, { corrections = [], remember, message }: Opening = {}): Promise<void> {
    this.#lastFile++;
    const before = this.#store.state.text;
    this.#store.update((state) => replaceText(state, text, corrections, remember));
    if (!isBlank(before)) this.#announceReplaced(message ?? this.#words.texts.status.replaced);
    await this.showResult();
  }

  /** Puts a text with an edit in place of the present one, with its corrections; `message` says what has changed. */
  async edit(text: string, message: string): Promise<void> {
    this.#lastFile++;
    this.#store.update((state) => replaceText(state, text, currentCorrections(state.history)));
    this.#announceReplaced(message);
    await this.#analysis.run();
  }

  /** Analyzes the text and shows the article from its headline on. */
  async showResult(): Promise<void> {
    if (await this.#analysis.run("reading")) landOnArticle();
  }

  /** Opens the text of a file; the text before it stays if that fails. */
  async openFile(file: File): Promise<void> {
    const current = ++this.#lastFile;
    this.#analysis.discard();
    const message = fill(this.#words.texts.status.opening, { name: file.name });
    this.#store.update((state) => setStatus(state, message));
    try {
      const { textOf } = await importOrFail(() => import("../formats/files.js"));
      const text = await textOf(file);
      if (current === this.#lastFile) await this.openText(text);
    } catch (error) {
      if (current === this.#lastFile) this.fail(error);
    }
  }

  /** Empties the page, and forgets what is kept on this device. */
  clear(): void {
    this.#store.update(clear);
    forgetArticle();
    void this.#analysis.run();
    landOnField(this.#field);
    this.#announceReplaced(this.#words.texts.status.cleared);
  }

  /** Makes a correction; `message` says what has changed, to screen readers alone where an open card shows it. */
  correct(correction: Correction, message: string, isShown = false): void {
    this.#store.update((state) => addCorrection(state, correction));
    const tone = isShown ? "spoken" : "announcement";
    this.#store.update((state) => setStatus(state, message, tone, () => this.undo()));
  }

  /** Takes back one correction of the list. */
  revert(index: number): void {
    this.#store.update((state) => revertCorrection(state, index));
    this.announce(this.#words.texts.changes.reverted, () => this.undo());
  }

  undo(): void {
    if (canUndo(this.#store.state)) this.#move(undo, this.#words.texts.changes.undone);
  }

  redo(): void {
    if (canRedo(this.#store.state)) this.#move(redo, this.#words.texts.changes.redone);
  }

  /** Copies text to the clipboard. */
  async copy(text: string): Promise<void> {
    const { copied, copyFailed } = this.#words.texts.status;
    this.announce(
      await navigator.clipboard.writeText(text).then(
        () => copied,
        () => copyFailed,
      ),
    );
  }

  #announceReplaced(message: string): void {
    this.announce(message, () => this.#move(reopen, this.#words.texts.changes.undone));
  }

  /** Moves through the history, and analyzes and shows the text that it may bring back. */
  #move(transition: (state: State) => State, message: string): void {
    const before = this.#store.state.text;
    this.#store.update(transition);
    const { text, view, analysis } = this.#store.state;
    this.announce(message);
    if (text === before) return;
    this.#lastFile++;
    this.#analysis.discard();
    if (isBlank(text) || analysis?.text !== text) void this.#analysis.run();
    if (view === "reading") landOnArticle();
    else landOnField(this.#field);
  }
}
