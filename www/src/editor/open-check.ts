import type { Checker, Finding } from "../core/check.js";
import { AppError } from "../core/errors.js";
import { loadCheckTexts } from "../texts/check.js";
import type { CheckTexts } from "../texts/types.js";
import type { Article } from "../ui/article.js";
import { Dismissals, type DismissedFinding } from "../ui/check/dismissals.js";
import { listFindings } from "../ui/check/findings-list.js";
import { hint, noteLanguage } from "../ui/lists.js";
import styles from "../ui/styles/check.css?inline";
import { blankView, type CheckHost, type CheckView, failureView } from "./check-host.js";

/** What the last check has found, in the language that it is told in. */
interface Checked {
  readonly article: Article;
  readonly findings: readonly Finding[];
  readonly texts: CheckTexts;
}

/** Checks a draft after each report, and lists what is found. */
export class OpenCheck {
  #host: CheckHost;
  #makeChecker: () => Promise<Checker>;
  #checker: Promise<Checker> | undefined;
  #view: CheckView;
  #dismissals: Dismissals;
  #checked: Checked | null = null;
  #isRunning = false;
  #isDue = false;
  /** Changes whenever what is going on is to have no effect any more. */
  #epoch = 0;

  constructor(host: CheckHost, makeChecker: () => Promise<Checker>, dismissed: unknown) {
    this.#host = host;
    this.#makeChecker = makeChecker;
    this.#dismissals = new Dismissals(dismissed);
    this.#view = blankView(host);
    host.addStyles(styles);
  }

  get view(): CheckView {
    return this.#view;
  }

  get dismissed(): DismissedFinding[] {
    return this.#dismissals.kept;
  }

  set dismissed(findings: readonly DismissedFinding[]) {
    this.#dismissals = new Dismissals(findings);
    if (!this.#checked) return;
    this.#dismissals.follow(this.#checked.article.text);
    this.#showFindings(this.#checked);
  }

  /** Checks the article as it is now. */
  update(): void {
    void this.#run();
  }

  /** Checks it again where nothing could be found. */
  retry(): void {
    if (this.#view.count === null) this.update();
  }

  /** Ends the worker. */
  stop(): void {
    this.#epoch++;
    this.#isRunning = false;
    this.#checker?.then((checker) => checker.rest()).catch(() => {});
    this.#checker = undefined;
  }

  async #run(): Promise<void> {
    if (this.#isRunning) {
      this.#isDue = true;
      return;
    }
    this.#isRunning = true;
    const epoch = this.#epoch;
    do {
      this.#isDue = false;
      await this.#check(epoch);
      if (epoch !== this.#epoch) return;
    } while (this.#isDue);
    this.#isRunning = false;
  }

  async #check(epoch: number): Promise<void> {
    const words = this.#host.words();
    const article = this.#host.article();
    const note = article && noteLanguage(words, article);
    if (!article || note) {
      this.#checked = null;
      return this.#show(note ? { count: null, draw: () => note } : blankView(this.#host));
    }
    try {
      const texts = await loadCheckTexts(words.texts.language);
      if (!this.#checked) this.#show({ count: null, draw: () => [hint(texts.checking)] });
      this.#checker ??= this.#makeChecker();
      const checker = await this.#checker;
      const findings = await checker.check(article.text, article.report, this.#host.settings());
      if (epoch !== this.#epoch) return;
      this.#checked = { article, findings, texts };
      const hasMoved = this.#dismissals.follow(article.text);
      this.#showFindings(this.#checked);
      if (hasMoved) this.#host.dismissed();
    } catch (error) {
      if (epoch !== this.#epoch) return;
      this.#fail(error instanceof AppError ? error : new AppError("checkFailed"));
    }
  }

  #fail(error: AppError): void {
    this.#checker = undefined;
    this.#checked = null;
    this.#show(failureView(this.#host, error, () => this.update()));
  }

  #showFindings({ article, findings, texts }: Checked): void {
    const sorted = this.#dismissals.sort(findings);
    const draw = () =>
      listFindings(this.#host.words(), texts, article.text, sorted, {
        reveal: (finding) => this.#host.show(finding),
        fix: (finding) => this.#host.fix(finding, article),
        dismiss: (finding) => this.#changeDismissed(() => this.#dismissals.add(finding)),
        showDismissed: () => this.#changeDismissed(() => this.#dismissals.restore(findings)),
      });
    this.#show({ count: sorted.shown.length, draw });
  }

  #changeDismissed(act: () => void): void {
    act();
    if (this.#checked) this.#showFindings(this.#checked);
    this.#host.dismissed();
  }

  #show(view: CheckView): void {
    this.#view = view;
    this.#host.changed();
  }
}
