/** Types of the `<who-said-editor>` element and its events; made by `npm run contracts`. */

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

/** How much a finding matters. */
export type Severity = "error" | "warning" | "suggestion";

/** A rule of the check. */
export type RuleId =
  | "unattributed-quote"
  | "full-name"
  | "missing-role"
  | "name-spelling"
  | "quotation-marks"
  | "repeated-quote"
  | "anonymous-source"
  | "single-source"
  | "dominant-speaker"
  | "loaded-verb"
  | "ambiguous-pronoun"
  | "headline-quote"
  | "conflicting-details"
  | "paraphrase-mismatch";

/** The house's settings, by the names of `whosaid-check.toml`; what is absent is as usual. */
export interface CheckSettings {
  readonly rules?: Readonly<Partial<Record<RuleId, Severity | "off">>>;
  readonly words?: {
    /** Reporting verbs, in their dictionary form, that say more than the house wants to. */
    readonly "loaded-verbs"?: readonly string[];
    /** People who need neither a full name nor a role, and names that are spelled as they should be. */
    readonly "known-names"?: readonly string[];
  };
  readonly limits?: {
    /** The greatest share of all quoted words, in whole percent, that one speaker may have. */
    readonly "share-of-one-speaker"?: number;
    /** The words from which on an article should have a second source. */
    readonly "words-for-two-sources"?: number;
  };
}

/**
 * A passage, described by its words so that it can be found again after the text around it has changed
 * (as in the TextQuoteSelector of the W3C Web Annotation Data Model).
 *
 * Kept articles and links contain these fields.
 */
export interface Passage {
  exact: string;
  before: string;
  after: string;
  /** Where it was, in UTF-16 units. */
  at: number;
}

/** A finding of the check that the writer does not want to see again, as it is kept. */
export interface DismissedFinding {
  readonly rule: string;
  /** What is wrong, in English. */
  readonly message: string;
  /** The words that it is about, with the text around them. */
  readonly passage: Passage;
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

/** How much of a report somebody has checked. */
export type ReviewExtent = "all" | "some" | "none";

/** What somebody has checked, and when. */
export interface Review {
  extent: ReviewExtent;
  /** The time in ISO 8601; null where nothing was checked. */
  at: string | null;
}

/** Finds words again by themselves and by what stands around them (Web Annotation Data Model, W3C, 2017). */
export interface TextQuoteSelector {
  type: "TextQuoteSelector";
  exact: string;
  prefix: string;
  suffix: string;
}

/** A place in the text that was reviewed, with its selector. */
export interface AnchoredRange extends TextRange {
  selector: TextQuoteSelector;
}

/** A type whose places have selectors. */
export type Anchored<Type> = Type extends TextRange
  ? {
      [Key in keyof Type]: Anchored<Type[Key]>;
    } & AnchoredRange
  : Type extends object
    ? {
        [Key in keyof Type]: Anchored<Type[Key]>;
      }
    : Type;

/** A quote of a reviewed report; `corrected` where somebody has corrected it. */
export type ReviewedQuote = Anchored<Quote> & {
  corrected?: true;
};

/** An entity of a reviewed report; `corrected` where somebody has corrected it. */
export type ReviewedEntity = Anchored<Entity> & {
  corrected?: true;
};

/** A report with its corrections, made to be published beside the article; docs/reviewed-report.schema.json describes it. */
export interface ReviewedReport {
  format: "whosaid-reviewed-report";
  version: number;
  /** What made the file. */
  generator: string;
  /** The text that was reviewed. */
  text: {
    /** Of its UTF-8, in hexadecimal digits; null where the browser could not compute it. */
    sha256: string | null;
    /** In UTF-16 units. */
    length: number;
  };
  review: Review;
  report: {
    /** The version of the report's form. */
    version: string;
    language: string;
    offsets: "utf-16";
    entities: ReviewedEntity[];
    quotes: ReviewedQuote[];
    /** Words that the analysis takes for quotes, and somebody has said are none; absent where there are none. */
    removed?: AnchoredRange[];
  };
}

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
