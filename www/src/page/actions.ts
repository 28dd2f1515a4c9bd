import { importOrFail } from "../formats/import.js";
import { fill } from "../texts/format.js";
import { messageFor, type Words } from "../texts/page.js";
import type { Analysis } from "./analysis.js";
import type { Correction } from "./corrections/apply.js";
import { canRedo, canUndo } from "./corrections/history.js";
import { addCorrection, redo, replaceText, type State, setStatus, undo } from "./state.js";
import type { Store } from "./store.js";

/** What several parts of the page do: open texts, correct, tell the user. */
export class Actions {
  #store: Store<State>;
  #words: Words;
  #analysis: Analysis;
  #lastFile = 0;

  constructor(store: Store<State>, words: Words, analysis: Analysis) {
    this.#store = store;
    this.#words = words;
    this.#analysis = analysis;
  }

  /** Shows a message and has it read out at once. */
  announce(message: string): void {
    this.#store.update((state) => setStatus(state, message, "announcement"));
  }

  /** Shows what failed. */
  fail(error: unknown): void {
    this.#store.update((state) => setStatus(state, messageFor(this.#words, error), "error"));
  }

  /** Replaces the text, analyzes it and shows the result. */
  async openText(text: string, corrections: readonly Correction[] = []): Promise<void> {
    this.#lastFile++;
    this.#store.update((state) => replaceText(state, text, corrections));
    await this.#analysis.run("reading");
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

  /** Makes a correction; `message` says what has changed. */
  correct(correction: Correction, message: string): void {
    this.#store.update((state) => addCorrection(state, correction));
    this.announce(fill(this.#words.texts.changes.undoHint, { change: message }));
  }

  undo(): void {
    if (!canUndo(this.#store.state.history)) return;
    this.#store.update(undo);
    this.announce(this.#words.texts.changes.undone);
  }

  redo(): void {
    if (!canRedo(this.#store.state.history)) return;
    this.#store.update(redo);
    this.announce(this.#words.texts.changes.redone);
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
}
