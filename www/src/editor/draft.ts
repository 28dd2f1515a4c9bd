import type { Report, TextRange } from "../core/report.js";
import { type Article, createArticle, removedQuotes, withColorsOf } from "../ui/article.js";
import type { Correction } from "../ui/corrections/apply.js";
import {
  addStep,
  canRedo,
  canUndo,
  currentCorrections,
  type History,
  redoStep,
  revertStep,
  startHistory,
  undoStep,
} from "../ui/corrections/history.js";
import { type Edit, findEdit, moveBack, moveRange } from "../ui/edits.js";
import { makeReviewedReport, type Review, type ReviewedReport } from "../ui/reviewed-report.js";
import { CorrectionMover } from "./move-corrections.js";
import { restoreCorrections } from "./restore.js";

/** What made the files. */
const GENERATOR = "whosaid editor";

/** More edits than these become one. */
const MAX_EDITS = 200;

/**
 * A draft with its last report, which may be that of an earlier state of the text, and its corrections.
 *
 * Report and corrections always belong to the text of `article`; `toCurrent` leads from there into the present text.
 */
export class Draft {
  #text = "";
  /** What has changed since the text of the article, with the text after each change. */
  #edits: { readonly edit: Edit; readonly after: string }[] = [];
  #article: Article | null = null;
  #history: History = startHistory();
  #lost: ReadonlySet<Correction> = new Set();
  /** A reviewed report whose corrections wait for the first report. */
  #waiting: ReviewedReport | null = null;
  /** How many corrections of the last file are about words that the text no longer has. */
  #lostCount = 0;

  get text(): string {
    return this.#text;
  }

  get article(): Article | null {
    return this.#article;
  }

  get corrections(): readonly Correction[] {
    return currentCorrections(this.#history);
  }

  get canUndo(): boolean {
    return canUndo(this.#history);
  }

  get canRedo(): boolean {
    return canRedo(this.#history);
  }

  /** The reviewed report that waits for an analysis. */
  get waiting(): ReviewedReport | null {
    return this.#waiting;
  }

  /** Whether the report is that on the present text. */
  get isCurrent(): boolean {
    return this.#article?.text === this.#text;
  }

  /** Changes the text, and returns whether it is another one. */
  setText(text: string): boolean {
    const edit = findEdit(this.#text, text);
    if (!edit) return false;
    this.#text = text;
    this.#edits.push({ edit, after: text });
    if (this.#edits.length > MAX_EDITS) {
      const whole = findEdit(this.#article?.text ?? "", text);
      this.#edits = whole ? [{ edit: whole, after: text }] : [];
    }
    return true;
  }

  /** Takes the report on a text that the draft has, or had a moment ago. */
  setReport(text: string, report: Report): void {
    const before = this.#article?.text ?? "";
    const last = this.#edits.findLastIndex(({ after }) => after === text);
    const passed = this.#edits.slice(0, last + 1).map(({ edit }) => edit);
    this.#edits = this.#edits.slice(last + 1);
    if (this.#article && before !== text) this.#moveCorrections(before, text, passed);
    if (this.#waiting) {
      const { corrections, lost } = restoreCorrections(this.#waiting, text, report);
      this.#waiting = null;
      this.#lostCount = lost.length;
      this.#history = startHistory(corrections);
      this.#lost = new Set();
    }
    this.#setArticle(text, report);
  }

  /** Takes the corrections of a reviewed report in place of those that there are, with the next report. */
  restore(file: ReviewedReport | null): void {
    this.#waiting = file;
    this.#history = startHistory();
    this.#lost = new Set();
    this.#lostCount = 0;
  }

  correct(correction: Correction): void {
    this.#setHistory(addStep(this.#history, correction));
  }

  revert(index: number): void {
    this.#setHistory(revertStep(this.#history, index));
  }

  undo(): void {
    this.#setHistory(undoStep(this.#history));
  }

  redo(): void {
    this.#setHistory(redoStep(this.#history));
  }

  /** How many corrections of the last file have no place in the text; tells each only once. */
  takeLost(): number {
    const count = this.#lostCount;
    this.#lostCount = 0;
    return count;
  }

  /** Whether the words of a correction are nowhere in the text. */
  isLost(correction: Correction): boolean {
    return this.#lost.has(correction);
  }

  /** Where a range of the article is in the present text; null where it was deleted. */
  toCurrent(range: TextRange): TextRange | null {
    return moveRange(
      range,
      this.#edits.map(({ edit }) => edit),
    );
  }

  /** Where an offset of the present text was in the article. */
  toArticle(offset: number): number {
    return moveBack(
      offset,
      this.#edits.map(({ edit }) => edit),
    );
  }

  /** The file that keeps the report with its corrections; null before the first report. */
  async makeFile(now: Date): Promise<ReviewedReport | null> {
    const article = this.#article;
    if (!article) return null;
    const removed = removedQuotes(article);
    const isCorrected = article.correctedIds.size + removed.length > 0;
    const review: Review = isCorrected
      ? { extent: "some", at: now.toISOString() }
      : { extent: "none", at: null };
    const { text, report, correctedIds } = article;
    return makeReviewedReport(text, report, review, correctedIds, GENERATOR, removed);
  }

  #moveCorrections(before: string, after: string, edits: readonly Edit[]): void {
    const mover = new CorrectionMover(before, after, edits, this.#lost);
    const steps = this.#history.steps.map((step) => step.map((correction) => mover.move(correction)));
    this.#history = { ...this.#history, steps };
    this.#lost = mover.lost;
  }

  #setHistory(history: History): void {
    if (history === this.#history) return;
    this.#history = history;
    if (this.#article) this.#setArticle(this.#article.text, this.#article.original);
  }

  #setArticle(text: string, report: Report): void {
    const found = this.corrections.filter((correction) => !this.#lost.has(correction));
    const before = this.#article;
    const article = createArticle(text, report, found, before);
    this.#article = before && before.original !== report ? withColorsOf(article, before) : article;
  }
}
