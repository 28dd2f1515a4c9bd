import type { CheckSettings, Finding } from "../core/check.js";
import type { AppError } from "../core/errors.js";
import type { Quote, Report, TextRange } from "../core/report.js";
import { type EditorWords, ENGLISH_EDITOR, loadEditorWords } from "../texts/editor.js";
import { messageFor } from "../texts/page.js";
import type { Article } from "../ui/article.js";
import type { DismissedFinding } from "../ui/check/dismissals.js";
import type { ReviewedReport } from "../ui/reviewed-report.js";
import { nextTask } from "../ui/tasks.js";
import { DraftAnalysis } from "./analysis.js";
import { Draft } from "./draft.js";
import { DraftCheck } from "./draft-check.js";
import { Panel, type PanelStatus } from "./panel.js";
import { quoteAround, speakersOf, toDraftReport } from "./published.js";
import { storedFaultOf } from "./restore.js";
import { STYLES } from "./style.js";
import type {
  ChangeDetail,
  DraftReport,
  DraftSpeaker,
  EditorErrorDetail,
  WhoSaidEditorElement,
} from "./types.js";

/** How long an analysis may take before that is shown, in milliseconds. */
const BUSY_DELAY = 600;

/** Outside of pages, such as on a server, the class is there but cannot be used. */
const Base = typeof HTMLElement === "undefined" ? (class {} as typeof HTMLElement) : HTMLElement;

/**
 * A sidebar that says who says what in a draft while somebody writes it, in any editor.
 *
 * The host sets `text` after each change and selects the words that `who-said-show` names. Offsets are UTF-16 units of `text`. Where the
 * host stores drafts, it stores `reviewedReport` and `dismissedFindings` with them, at each `who-said-change`, and sets them again when the
 * draft is opened. Nothing leaves the browser.
 *
 * @tag who-said-editor
 * @attr {string} core - The address of the core; without it, the core is beside the script.
 * @attr {'en' | 'de' | 'fr' | 'es'} lang - The language of the sidebar’s words; without it, that of the page, or English.
 * @attr {'light' | 'dark'} theme - The sidebar’s colours; without it, they follow `color-scheme`.
 * @fires {CustomEvent<ShowDetail>} who-said-show - The host should select words of the draft.
 * @fires {CustomEvent<ChangeDetail>} who-said-change - There is a new report, or corrections or dismissed findings have changed.
 * @fires {CustomEvent<FixDetail>} who-said-fix - The host should replace words of the draft, as a finding of the check says.
 * @fires {CustomEvent<EditorErrorDetail>} who-said-error - The draft could not be analyzed, or its stored corrections could not be read.
 * @csspart panel - The whole sidebar.
 * @csspart status - The line that says how the analysis stands.
 * @csspart tab - The tab of a list.
 * @csspart speaker - A speaker’s name.
 * @csspart quote - The button of a quote.
 * @csspart finding - The button of a finding.
 * @csspart foot - The line with the last change and the buttons that undo and redo.
 * @cssprop --whosaid-font - The font.
 * @cssprop --whosaid-ink - The text colour.
 * @cssprop --whosaid-paper - The background.
 * @cssprop --whosaid-line - The colour of borders.
 * @cssprop --whosaid-accent - The colour of buttons and of the focus.
 * @cssprop --whosaid-radius - The border radius.
 * @cssprop --whosaid-speaker-1 - The colour of the first speaker; `--whosaid-speaker-2` to `8` are those of the next ones.
 */
export class WhoSaidEditor extends Base implements WhoSaidEditorElement {
  static observedAttributes = ["core", "lang"];

  #draft = new Draft();
  #file: ReviewedReport | null = null;
  #words: EditorWords = ENGLISH_EDITOR;
  #panel: Panel | undefined;
  #status: PanelStatus = { kind: "ready" };
  #busy: ReturnType<typeof setTimeout> | undefined;
  /** The file that is being made; only the last one counts. */
  #making: Promise<ReviewedReport | null> | undefined;
  /** Changes with each language that is loaded. */
  #loading = 0;
  #caret: number | null = null;
  #analysis = new DraftAnalysis({
    text: () => this.text,
    core: () => this.getAttribute("core"),
    begun: (isLoading) => this.#showBusy(isLoading),
    done: (text, report) => this.#receive(text, report),
    failed: (error) => this.#fail(error),
  });

  #check = new DraftCheck({
    words: () => this.#words,
    article: () => this.#article,
    core: () => this.getAttribute("core"),
    settings: () => this.#checkSettings,
    addStyles: (styles) => this.#addStyles(styles),
    show: (finding) => this.#showRanges([finding], null),
    fix: (finding, article) => this.#fix(finding, article),
    changed: () => this.#draw(),
    dismissed: () => void this.#tellDismissed(),
  });
  #checkSettings: CheckSettings = {};

  /** The plain text of the draft. Set it after each change; the analysis follows in a pause. */
  get text(): string {
    return this.#draft.text;
  }

  set text(text: string) {
    const wasBlank = this.#isBlank;
    if (!this.#draft.setText(String(text))) return;
    if (this.#isBlank && !wasBlank) void this.#publish("report");
    if (!this.#isBlank) this.#analysis.changed();
  }

  /** The report with corrections; undefined before the first one, and where the text is blank. */
  get report(): DraftReport | undefined {
    const article = this.#article;
    return article ? toDraftReport(article) : undefined;
  }

  /** Who speaks in the draft, by the number of words. */
  get speakers(): DraftSpeaker[] {
    const article = this.#article;
    return article ? speakersOf(article) : [];
  }

  /** The file that keeps report and corrections. Set a stored one when a draft is opened, and null where it has none. */
  get reviewedReport(): ReviewedReport | null {
    return this.#draft.waiting ?? this.#file;
  }

  set reviewedReport(file: ReviewedReport | null) {
    if (file === this.reviewedReport) return;
    const fault = file === null ? null : storedFaultOf(file);
    this.#making = undefined;
    this.#file = null;
    this.#draft.restore(fault ? null : file);
    if (fault) this.#tell(fault === "newerReport" ? "storedNewer" : "storedDamaged");
    const { article, isCurrent } = this.#draft;
    if (!article) return;
    if (isCurrent) void this.#receive(article.text, article.original);
    else this.#analysis.changed();
  }

  /** The house's rules for the check, by the names of `whosaid-check.toml`; what is absent is as usual. */
  get checkSettings(): CheckSettings {
    return this.#checkSettings;
  }

  set checkSettings(settings: CheckSettings | null) {
    this.#checkSettings = settings ?? {};
    this.#check.update();
  }

  /** What the writer has dismissed of the check. Set what was stored when a draft is opened, and an empty list where there is nothing. */
  get dismissedFindings(): DismissedFinding[] {
    return this.#check.dismissed;
  }

  set dismissedFindings(findings: readonly DismissedFinding[] | null) {
    this.#check.dismissed = Array.isArray(findings) ? findings : [];
  }

  connectedCallback(): void {
    // A host may have set properties before this script was loaded.
    for (const name of ["text", "reviewedReport", "checkSettings", "dismissedFindings"] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Object.assign(this, { [name]: value });
    }
    void this.#build();
    this.#analysis.start();
  }

  disconnectedCallback(): void {
    this.#loading++;
    this.#making = undefined;
    clearTimeout(this.#busy);
    this.#analysis.stop();
    this.#check.stop();
    this.#status = { kind: "ready" };
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now) return;
    if (name === "lang") void this.#build();
    else this.#analysis.retry();
  }

  /** Where a quote is in the present text; places that were deleted since the report are left out. */
  ranges({ content }: Pick<Quote, "content">): TextRange[] {
    return content.flatMap((range) => this.#draft.toCurrent(range) ?? []);
  }

  /** Marks the quote at an offset of the text in the list, such as that of the caret, and returns its id; null for none. */
  select(offset: number | null): string | null {
    this.#caret = offset;
    const id = this.#quoteAtCaret();
    this.#panel?.mark(id);
    this.#panel?.scrollToMark();
    return id;
  }

  /** Takes back the last correction. */
  undo(): void {
    this.#change(() => this.#draft.undo());
  }

  /** Makes the correction again that was taken back. */
  redo(): void {
    this.#change(() => this.#draft.redo());
  }

  get #isBlank(): boolean {
    return this.#draft.text.trim() === "";
  }

  get #article(): Article | null {
    return this.#isBlank ? null : this.#draft.article;
  }

  /** Makes the panel in the language of the attribute. */
  async #build(): Promise<void> {
    const loading = ++this.#loading;
    const language = this.getAttribute("lang") ?? this.ownerDocument.documentElement.lang;
    const words = await loadEditorWords(language);
    if (loading !== this.#loading || (this.#panel && words === this.#words)) return;
    this.#words = words;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (root.adoptedStyleSheets.length === 0) this.#addStyles(STYLES);
    this.#panel = new Panel(words, {
      show: (quotes) => this.#show(quotes),
      correct: (correction) => this.#change(() => this.#draft.correct(correction)),
      revert: (index) => this.#change(() => this.#draft.revert(index)),
      undo: () => this.undo(),
      redo: () => this.redo(),
      retry: () => this.#analysis.retry(),
      openCheck: () => void this.#check.open(),
    });
    root.replaceChildren(this.#panel.element);
    this.#draw();
    this.#check.update();
  }

  #addStyles(styles: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.shadowRoot?.adoptedStyleSheets.push(sheet);
  }

  /** Takes a report, in tasks of their own: the draft, the lists, and then the file. */
  async #receive(text: string, report: Report): Promise<void> {
    await nextTask();
    if (!this.isConnected) return;
    this.#draft.setReport(text, report);
    clearTimeout(this.#busy);
    if (this.#status.kind !== "error" || this.#status.canRetry) this.#status = { kind: "ready" };
    const count = this.#draft.takeLost();
    if (count > 0) this.#panel?.say(this.#words.format.plural(this.#words.editor.lost, count));
    await nextTask();
    await this.#publish("report");
  }

  #change(act: () => void): void {
    const { corrections } = this.#draft;
    act();
    if (this.#draft.corrections === corrections) return;
    if (this.#status.kind === "error") this.#status = { kind: "ready" };
    void this.#publish("corrections");
  }

  /** Draws what is new, and tells the host when the file is made. */
  async #publish(reason: ChangeDetail["reason"]): Promise<void> {
    this.#draw();
    this.#check.update();
    const making = this.#article ? this.#draft.makeFile(new Date()) : Promise.resolve(null);
    this.#making = making;
    const file = await making;
    if (making !== this.#making) return;
    this.#file = file;
    this.#tellChange(reason, file);
  }

  /** Tells the host what has been dismissed, after the file that may be being made. */
  async #tellDismissed(): Promise<void> {
    await this.#making;
    this.#tellChange("dismissed", this.reviewedReport);
  }

  #tellChange(reason: ChangeDetail["reason"], reviewedReport: ReviewedReport | null): void {
    const { report, dismissedFindings } = this;
    this.#fire("who-said-change", { reason, report, reviewedReport, dismissedFindings });
  }

  #draw(): void {
    const draft = this.#draft;
    const { corrections, canUndo, canRedo } = draft;
    const isLost = draft.isLost.bind(draft);
    const check = this.#check.view;
    this.#panel?.draw({ article: this.#article, corrections, canUndo, canRedo, check, isLost });
    this.#panel?.setStatus(this.#status);
    if (this.#caret !== null) this.#panel?.mark(this.#quoteAtCaret());
  }

  #quoteAtCaret(): string | null {
    const article = this.#article;
    if (this.#caret === null || !article) return null;
    return quoteAround(article, this.#draft.toArticle(this.#caret))?.id ?? null;
  }

  #show(quotes: readonly Quote[]): void {
    const quote = quotes.length === 1 ? (quotes[0]?.id ?? null) : null;
    this.#showRanges(
      quotes.flatMap(({ content }) => content),
      quote,
    );
  }

  #showRanges(places: readonly TextRange[], quote: string | null): void {
    const ranges = this.ranges({ content: places.map(({ start, end }) => ({ start, end })) });
    const [first] = ranges;
    const last = ranges.at(-1);
    if (!first || !last) return;
    this.#fire("who-said-show", { quote, start: first.start, end: last.end, ranges });
  }

  /** Asks the host for an edit, unless the words have changed since the check. */
  #fix({ fix, rule, message }: Finding, article: Article): void {
    const place = fix && this.#draft.toCurrent(fix);
    const wordsIn = (text: string, { start, end }: TextRange) => text.slice(start, end);
    if (!place || wordsIn(this.text, place) !== wordsIn(article.text, fix)) return;
    this.#fire("who-said-fix", { ...place, replacement: fix.replacement, rule, message });
  }

  #showBusy(isLoading: boolean): void {
    clearTimeout(this.#busy);
    const { loading, analyzing } = this.#words.editor;
    const show = () => {
      this.#status = { kind: "busy", message: isLoading ? loading : analyzing };
      this.#panel?.setStatus(this.#status);
    };
    if (isLoading) show();
    else this.#busy = setTimeout(show, BUSY_DELAY);
  }

  #fail(error: AppError): void {
    clearTimeout(this.#busy);
    const { errors } = this.#words.editor;
    const { code } = error;
    const isUnavailable = /^engine(Unavailable|NotFound|Damaged|NotStarted)$/.test(code);
    const ownMessage =
      code === "engineUnsupported" || code === "textTooLong"
        ? messageFor(this.#words, error)
        : code === "engineMismatch"
          ? errors.mismatch
          : errors.failed;
    this.#showError(code, isUnavailable ? errors.unavailable : ownMessage, code !== "engineUnsupported");
  }

  #tell(code: "storedDamaged" | "storedNewer"): void {
    this.#showError(code, this.#words.editor.errors[code], false);
  }

  #showError(code: EditorErrorDetail["code"], message: string, canRetry: boolean): void {
    this.#status = { kind: "error", message, canRetry };
    this.#panel?.setStatus(this.#status);
    this.#fire("who-said-error", { code, message });
  }

  #fire<Name extends "who-said-show" | "who-said-change" | "who-said-fix" | "who-said-error">(
    name: Name,
    detail: HTMLElementEventMap[Name]["detail"],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
