import type { ErrorCode } from "../core/errors.js";
import type { Quote, Report } from "../core/report.js";
import type { Labels } from "../texts/types.js";
import type { Review } from "../ui/reviewed-report.js";

/** A quote with its words. */
export interface ArticleQuote extends Quote {
  /** What is quoted; pieces of a quote that is interrupted are joined by an ellipsis. */
  words: string;
}

/** The report on an article of a page. */
export interface ArticleReport extends Report {
  /** The article's text, in which all places of the report count. */
  text: string;
  quotes: ArticleQuote[];
}

/** A quote of a reviewed report that is not shown, since the article has been edited. */
export interface LostQuote {
  id: string;
  /** Its words when it was reviewed. */
  words: string;
  /** What the article no longer has: the words, the source, or the name that told who speaks. */
  missing: "words" | "source" | "speaker";
}

/** What `whosaid-report` brings. */
export interface ReportDetail extends ArticleReport {
  /** What somebody has checked, and when; null for a report that was made in the page. */
  review: Review | null;
  /** The quotes of a reviewed report that the article no longer has. */
  lost: LostQuote[];
  /** The parts of the page that show a quote. */
  ranges(quote: Pick<Quote, "content">): Range[];
}

/** What can fail on a page. */
export type WhoSaidErrorCode =
  /** The browser cannot highlight. */
  | "cannotHighlight"
  /** No element matches `for`. */
  | "noElement"
  /** The element has no text, or none that can be read. */
  | "noText"
  /** `for`, `exclude` or `include` is not a valid selector. */
  | "badSelector"
  /** There is no reviewed report, and `mode` allows no other. */
  | "noReport"
  /** The reviewed report's server cannot be reached. */
  | "reportUnreachable"
  /** The reviewed report is not there. */
  | "reportNotFound"
  /** The file is not a reviewed report. */
  | "badReport"
  /** The reviewed report is of a later version. */
  | "newerReport"
  /** The script that analyzes is not there. */
  | "noAnalysis"
  /** The content policy forbids to load the core. */
  | "blockedConnection"
  /** The content policy forbids WebAssembly. */
  | "blockedCompilation"
  /** The core is of another origin, which does not share it. */
  | "blockedByCors"
  /** The core's server cannot be reached. */
  | "unreachable"
  /** The core is not there. */
  | "notFound"
  /** Something else is in the core's place. */
  | "notWasm"
  /** The browser cannot compile the core. */
  | "cannotCompile";

/** Why an article could not be analyzed; the message says what to do. */
export interface WhoSaidError extends Error {
  /** None for a failure that is not foreseen. */
  readonly code?: WhoSaidErrorCode | ErrorCode;
}

/** The attributes of `<who-said>`, for JSX. */
export interface WhoSaidAttributes {
  for?: string;
  include?: string;
  exclude?: string;
  kinds?: string;
  lang?: string;
  panel?: "off";
  theme?: "light" | "dark";
  when?: "visible" | "click";
  core?: string;
  report?: string;
  mode?: "reviewed-only";
  about?: string;
  articles?: "all";
}

/** The `<who-said>` element. */
export interface WhoSaidElement extends HTMLElement {
  /** The text that has been analyzed: the article's own words, as the page shows them. */
  readonly text: string | undefined;
  /** The report on the article, once there is one. */
  readonly report: ArticleReport | undefined;
  /** The article itself, in place of the one that `for` names; set before the element is in the page. */
  article: Element | undefined;
  /** The words that the panel shows. Set some of them to replace these and keep the others. */
  get labels(): Labels;
  set labels(labels: Partial<Labels>);
  /** What somebody has checked of the report, and when; null for a report that was made in the page. */
  readonly review: Review | null;
  /** The parts of the page that show a quote of the report; several where something stands in between. */
  ranges(quote: Pick<Quote, "content">): Range[];
  /** Analyzes the article as it is now and highlights it; resolves also when that fails. */
  analyze(): Promise<void>;
  /** Removes every highlight, until `analyze` is called. */
  clear(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "who-said": WhoSaidElement;
  }
  interface HTMLElementEventMap {
    /** An article has been analyzed, and something in its report is new. */
    "whosaid-report": CustomEvent<ReportDetail>;
    /** An article could not be analyzed. */
    "whosaid-error": CustomEvent<WhoSaidError>;
  }
  interface DocumentEventMap {
    /** An article has been analyzed, and something in its report is new. */
    "whosaid-report": CustomEvent<ReportDetail>;
    /** An article could not be analyzed. */
    "whosaid-error": CustomEvent<WhoSaidError>;
  }
}
