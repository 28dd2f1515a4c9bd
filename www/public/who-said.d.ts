/** Types of the `<who-said>` element and its events; made by `npm run contracts`. */

/** The unit in which a report counts. */
export type Offsets =
  /** UTF-16 code units, as JavaScript strings count. */
  | "utf-16"
  /** Unicode code points, as Python strings count. */
  | "codepoint"
  /** Bytes of UTF-8, as Rust strings count. */
  | "byte";

/** A paragraph and what it is in the article. */
export interface Paragraph {
  /** Where it starts. */
  start: number;
  /** Where it has ended. */
  end: number;
  /** Its role in the article. */
  role: ParagraphRole;
  /** Its language, as a code of ISO 639-1, where it is not the article's. A paragraph that is not in English has no names and no quotes. */
  language?: string;
}

/** The role of a paragraph in the article. */
export type ParagraphRole =
  /** Running text. */
  | "body"
  /** The article's title, or a heading inside it. */
  | "headline"
  /** The author (`By Jane Doe`). */
  | "byline"
  /** Place and date, alone on a line. */
  | "dateline"
  /** The agency or photographer, alone on a line (`AFP`). */
  | "credit"
  /** The caption of a picture. */
  | "caption"
  /** Separators, links to other articles, calls to subscribe. */
  | "boilerplate";

/** Somebody or something that the article names. */
export interface Entity {
  /** `e1`, `e2`, … in the order of the first mention. */
  id: string;
  /** Its kind. */
  kind: EntityKind;
  /** The fullest form found. */
  name: string;
  /** Whether it has a name; otherwise `name` is a description such as `police spokesman`. */
  named: boolean;
  /** Offices and trades, as the article words them. */
  roles: string[];
  /** The `id`s of the organisations and places that its roles name. */
  affiliations?: string[];
  /** The `id`s of those who speak together, where the entity is several that are named side by side. */
  members?: string[];
  /** A person's age in years, where the article gives it. */
  age?: number;
  /** A person's party, where the article gives it. */
  party?: string;
  /** Every mention, in the order of the text. */
  mentions: Mention[];
  /** How often such an entity and its kind are right, from 0 to 1. */
  confidence: number;
  /** A date or time in ISO 8601 (`2019-03-05`), a sum as its amount and ISO 4217 currency (`3000000 USD`); only where the text makes it certain. */
  normalized?: string;
}

/** The kind of a named entity. */
export type EntityKind =
  | "person"
  | "organization"
  | "place"
  | "facility"
  | "group"
  | "event"
  | "date"
  | "time"
  | "money"
  | "product"
  | "work"
  | "law"
  | "language";

/** One place where an entity is mentioned. */
export interface Mention {
  /** Where it starts. */
  start: number;
  /** Where it has ended. */
  end: number;
  /** How it refers to the entity. */
  form: MentionForm;
}

/** How a mention refers to its entity. */
export type MentionForm =
  /** By a name, full or short. */
  | "name"
  /** By a description: `the secretary general`. */
  | "nominal"
  /** By a pronoun. */
  | "pronoun";

/** Somebody's words or thoughts. */
export interface Quote {
  /** `q1`, `q2`, … in the order of the text. */
  id: string;
  /** How much of it stands between quotation marks. */
  kind: QuoteKind;
  /** What was said, in one or more pieces, quotation marks included. */
  content: TextRange[];
  /** The reporting words. */
  cue: Cue | null;
  /** The phrase that names or describes the speaker. */
  source: Source | null;
  /** The `id` of the speaker's entity; null where the text does not tell surely. */
  speaker: string | null;
  /** How often such a quote is right in content, cue and source, from 0 to 1. */
  confidence: number;
  /** How often such a speaker is right where the quote is, from 0 to 1; null where no speaker is given. */
  speaker_confidence: number | null;
  /** Who may have said it, best first, where no speaker is sure enough or another one is likely too; at most three. Their names may be shown as a guess, never as the speaker. */
  candidates?: SpeakerCandidate[];
  /** Whether the article keeps the source anonymous. */
  anonymous?: boolean;
  /** Where the article says why the source is anonymous. */
  anonymity_reason?: TextRange;
  /** The `id` of the quote that this one lies in. */
  within: string | null;
  /** How the speaker was found, or why it was not. */
  basis: Basis;
  /** The rule that decided, such as `unique-role`. It says more than `basis`, but rules come and go with versions of the library: fall back on `basis` for a name that you do not know. */
  rule: string;
}

/** How much of a quote stands between quotation marks. */
export type QuoteKind =
  /** All of it. */
  | "direct"
  /** A part of it. */
  | "mixed"
  /** Nothing. */
  | "indirect";

/** A range of the text, end exclusive, in the report's units. */
export interface TextRange {
  /** Where it starts. */
  start: number;
  /** Where it has ended. */
  end: number;
}

/** The reporting words, and what they say of the speaker's attitude. */
export interface Cue {
  /** Where they start. */
  start: number;
  /** Where they have ended. */
  end: number;
  /** The dictionary form of the reporting verb or noun; `:` where a sign stands for it. */
  lemma: string;
  /** The attitude they express. */
  stance: Stance;
  /** Whether it was *not* said: `never said`, `declined to confirm`. */
  negated: boolean;
  /** Whether it was not simply said: `will say`, `might say`. */
  tense?: Tense;
}

/** The attitude of a speaker, or of the reporter, to what is said. */
export type Stance =
  /** `said`, `according to` */
  | "neutral"
  /** `praised`, `confirmed` */
  | "supportive"
  /** `claimed`, `questioned`, `criticised` */
  | "sceptical"
  /** `denied`, `rejected` */
  | "denying"
  /** `asked`, `wondered` */
  | "asking"
  /** `ordered`, `urged` */
  | "ordering"
  /** `believes`, `hopes` */
  | "believing"
  /** `vowed`, `plans` */
  | "intending";

/** The time or mood of speech that is not simply past or present. */
export type Tense =
  /** It is yet to come: `will say`, `is expected to announce`. */
  | "future"
  /** It may or might be: `could say`, `would argue`. */
  | "possible";

/** The phrase that names or describes the speaker. */
export interface Source {
  /** Where it starts. */
  start: number;
  /** Where it has ended. */
  end: number;
  /** The part that names the speaker, where there is one. */
  name?: TextRange;
}

/** Somebody who may have said a quote. */
export interface SpeakerCandidate {
  /** The `id` of the entity. */
  entity: string;
  /** How often such a speaker is right, from 0 to 1. */
  confidence: number;
}

/** How the speaker of a quote was found, or why there is none. */
export type Basis =
  /** The source is a name. */
  | "named"
  /** The source is a pronoun that was resolved. */
  | "pronoun"
  /** The source is a description that fits one entity only. */
  | "role"
  /** The source is a description of somebody without a name. */
  | "described"
  /** The quote continues the previous one. */
  | "continued"
  /** The source is `I`, in a quote inside another one. */
  | "enclosing"
  /** The label of a turn in an interview names the speaker. */
  | "turn"
  /** The source stands for nobody in particular; there is no speaker. */
  | "unnamed"
  /** The source is a pronoun or a name that fits several people; there is no speaker. */
  | "ambiguous"
  /** The text does not tell; there is no speaker. */
  | "unknown";

/** A passage in quotation marks that is not speech. */
export interface Marked {
  /** Always the same, to tell it from quotes. */
  kind: MarkedKind;
  /** Where it starts. */
  start: number;
  /** Where it has ended. */
  end: number;
  /** What it seems to be. */
  seems: NonQuotationKind;
}

/** The kind of a passage in quotation marks that is not speech. */
export type MarkedKind =
  /** It stands in quotation marks. */
  "marked";

/** What a quoted span is that is not speech. */
export type NonQuotationKind =
  /** The title of a book, a film, a song, a programme. */
  | "title"
  /** A name, or a nickname within one. */
  | "name"
  /** A word that is mentioned rather than used: `the word “probably”`, `the so-called “fix”`. */
  | "term"
  /** The meaning of a foreign word. */
  | "translation"
  /** A scare quote, from which the reporter keeps a distance. */
  | "scare";

/**
 * What to read in place of a range of the text that belongs to its layout or encoding, not to its words.
 *
 * A line end inside a paragraph is read as a space, a soft hyphen as nothing, `&ldquo;` as `“`.
 */
export interface Replacement {
  /** Where the range starts. */
  start: number;
  /** Where it has ended. */
  end: number;
  /** The words to read there; empty where there are none. */
  text: string;
}

/** Who said what in one article. */
export interface Report {
  /** The version of this form. */
  version: string;
  /** The language of the article, as a code of ISO 639-1 (`en`, `de`). An article that is not in English has paragraphs, but no names and no quotes; one whose language cannot be told (`und`) is analyzed as English. */
  language: string;
  /** The unit in which all places are counted. */
  offsets: Offsets;
  /** The article's paragraphs. */
  paragraphs: Paragraph[];
  /** The people, organizations and other things that it names or that speak in it. */
  entities: Entity[];
  /** The quotes, in the order of the text. */
  quotes: Quote[];
  /** Passages in quotation marks that are not speech. */
  marked: Marked[];
  /** What to read in place of ranges of the text, in order and without overlaps. */
  replacements?: Replacement[];
}

/** What can fail; the texts have a message for each. */
export type ErrorCode =
  | "engineUnavailable"
  | "engineNotFound"
  | "engineUnsupported"
  | "engineDamaged"
  | "engineMismatch"
  | "engineNotStarted"
  | "engineCrashed"
  | "textTooLong"
  | "analysisFailed"
  | "stopped"
  | "checkUnavailable"
  | "checkRefused"
  | "checkFailed"
  | "fileTooLarge"
  | "fileExpands"
  | "fileEmpty"
  | "fileOldFormat"
  | "fileUnsupported"
  | "fileBinary"
  | "fileDamaged"
  | "fileNoArticle"
  | "readerUnavailable"
  | "pdfLocked"
  | "pdfScanned"
  | "linkDamaged"
  | "linkNewer"
  | "keptDamaged"
  | "storageUnavailable";

/** The words that the widget shows; a website may replace them one by one. */
export interface Labels {
  /** The panel's heading. */
  title: string;
  /** The button that starts the analysis. */
  read: string;
  /** Shown while the article is being analyzed. */
  reading: string;
  /** Shown where the user asked for the analysis and it failed. */
  failed: string;
  /** Shown in place of a speaker's name. */
  nobody: string;
  noQuotes: string;
  /** Shown in place of the quotes where the article is not in English; `{language}` is the name of its language. */
  otherLanguage: string;
  /** Marks a quote whose speaker is uncertain. */
  unsure: string;
  /** The word after a count that takes the singular. */
  quote: string;
  /** The word after every other count. */
  quotes: string;
  /** Shown where somebody has checked the whole report. */
  checked: string;
  /** Shown where somebody has checked a part of the report. */
  checkedPart: string;
  /** Shown where nobody has checked the report. */
  automatic: string;
  /** The link to the address in `about`. */
  about: string;
  /** The heading of the choice of one speaker. */
  show: string;
  /** The choice of all speakers. */
  everyone: string;
  /** Above what else a speaker says. */
  alsoSays: string;
  previous: string;
  next: string;
  close: string;
  /** How the speaker was found. */
  basis: Record<Basis, string>;
}

/** How much of a report somebody has checked. */
export type ReviewExtent = "all" | "some" | "none";

/** What somebody has checked, and when. */
export interface Review {
  extent: ReviewExtent;
  /** The time in ISO 8601; null where nothing was checked. */
  at: string | null;
}

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
