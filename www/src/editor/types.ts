import type { CheckSettings, RuleId } from "../core/check-rules.js";
import type { ErrorCode } from "../core/errors.js";
import type { Quote, Report, TextRange } from "../core/report.js";
import type { DismissedFinding } from "../ui/check/dismissals.js";
import type { ReviewedReport } from "../ui/reviewed-report.js";

/** A quote of a draft. */
export interface DraftQuote extends Quote {
  /** What is quoted; pieces of a quote that is interrupted are joined by an ellipsis. */
  words: string;
  /** Whether quote or speaker may be wrong, and nobody has corrected them. */
  uncertain: boolean;
  /** Whether somebody has corrected the quote. */
  corrected: boolean;
}

/** The report on a draft, with corrections. */
export interface DraftReport extends Report {
  /** The text in which all places count; while somebody writes, it can be some moments older than the draft. */
  text: string;
  quotes: DraftQuote[];
}

/** Somebody who speaks in a draft. */
export interface DraftSpeaker {
  /** The id of the entity; null for the quotes whose speaker is not known. */
  id: string | null;
  /** Null where no speaker is known. */
  name: string | null;
  words: number;
  /** The share of all quoted words, from 0 to 1. */
  share: number;
  /** The ids of the quotes. */
  quotes: string[];
  /** The number of the colour, from 0, which the speaker keeps while the draft changes; null where no speaker is known. */
  color: number | null;
}

/** What `who-said-show` brings: words of the draft that the host should select. Places count in the present `text`. */
export interface ShowDetail {
  /** The id of the quote; null where there are several, as with all quotes of a speaker. */
  quote: string | null;
  /** Where the first range begins. */
  start: number;
  /** Where the last range ends. */
  end: number;
  /** All ranges; several where something stands in between. */
  ranges: TextRange[];
}

/** What `who-said-change` brings. */
export interface ChangeDetail {
  /** What is new: the report on a changed text, corrections, or what has been dismissed of the check. */
  reason: "report" | "corrections" | "dismissed";
  /** Undefined where the text is blank. */
  report: DraftReport | undefined;
  /** What the host stores with the draft; null where the text is blank. */
  reviewedReport: ReviewedReport | null;
  /** What the writer has dismissed of the check, which the host stores with the draft as well. */
  dismissedFindings: DismissedFinding[];
}

/** What `who-said-fix` brings: an edit that mends what the check has found. Places count in the present `text`. */
export interface FixDetail extends TextRange {
  replacement: string;
  rule: RuleId;
  /** What is wrong, in English. */
  message: string;
}

/** What `who-said-error` brings. */
export interface EditorErrorDetail {
  code: ErrorCode | "storedDamaged" | "storedNewer";
  /** What the sidebar tells the writer. */
  message: string;
}

/** The `<who-said-editor>` element. */
export interface WhoSaidEditorElement extends HTMLElement {
  /** The plain text of the draft. Set it after each change; the analysis follows in a pause. */
  get text(): string;
  set text(text: string);
  /** The report with corrections; undefined before the first one, and where the text is blank. */
  readonly report: DraftReport | undefined;
  /** Who speaks in the draft, by the number of words. */
  readonly speakers: DraftSpeaker[];
  /** The file that keeps report and corrections. Set a stored one when a draft is opened, and null where it has none. */
  get reviewedReport(): ReviewedReport | null;
  set reviewedReport(file: ReviewedReport | null);
  /** The house's rules for the check, by the names of `whosaid-check.toml`; what is absent is as usual. */
  get checkSettings(): CheckSettings;
  set checkSettings(settings: CheckSettings | null);
  /**
   * What the writer has dismissed of the check, as plain JSON. It stays dismissed while the draft is edited. Set what was stored when a
   * draft is opened, and an empty list where there is nothing.
   */
  get dismissedFindings(): DismissedFinding[];
  set dismissedFindings(findings: readonly DismissedFinding[] | null);
  /** Where a quote is in the present text; places that were deleted since the report are left out. */
  ranges(quote: Pick<Quote, "content">): TextRange[];
  /** Marks the quote at an offset of the text in the list, such as that of the caret, and returns its id; null for none. */
  select(offset: number | null): string | null;
  /** Takes back the last correction. */
  undo(): void;
  /** Makes the correction again that was taken back. */
  redo(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "who-said-editor": WhoSaidEditorElement;
  }
  interface HTMLElementEventMap {
    /** The host should select words of the draft. */
    "who-said-show": CustomEvent<ShowDetail>;
    /** There is a new report, or corrections or dismissed findings have changed. */
    "who-said-change": CustomEvent<ChangeDetail>;
    /** The host should replace words of the draft. */
    "who-said-fix": CustomEvent<FixDetail>;
    /** The draft could not be analyzed, or its stored corrections could not be read. */
    "who-said-error": CustomEvent<EditorErrorDetail>;
  }
}
