import type { RuleId, Severity } from "../core/check-rules.js";
import type { ErrorCode } from "../core/errors.js";
import type { Basis, EntityKind, Marked, Quote } from "../core/report.js";
import type { PluralForms } from "./format.js";

/** What page and widget share. */
export interface SharedTexts {
  /** How a speaker was found, or why there is none. */
  readonly basis: Readonly<Record<Basis, string>>;
  /** `{language}` is the name of a language. */
  readonly otherLanguage: string;
}

/** A phrase for each `rule` that has its own where it found a speaker; the others use `basis`. */
export type RuleTexts = Readonly<Record<string, string>>;

/**
 * Messages about what failed and what to do.
 *
 * `{name}` is a file's name, `{format}` its format; `{status}` and `{path}` are those of a failed request;
 * `{reason}` is English.
 */
export type ErrorTexts = Readonly<Record<ErrorCode, string>>;

/** All words of the page in one language. */
export interface PageTexts extends SharedTexts {
  readonly rules: RuleTexts;
  /** The BCP 47 tag of these texts. */
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly tagline: string;
  readonly toolbar: {
    readonly label: string;
    readonly view: string;
    readonly text: string;
    readonly reading: string;
    readonly open: string;
    readonly file: string;
    readonly sample: string;
    readonly clear: string;
    readonly addQuote: string;
    readonly setEdges: string;
    /** Names the buttons beside a selection. */
    readonly selection: string;
    readonly undo: string;
    readonly redo: string;
    readonly dismiss: string;
    readonly save: string;
    readonly copyLink: string;
    readonly print: string;
    readonly remember: string;
  };
  readonly article: {
    readonly label: string;
    readonly field: string;
    readonly placeholder: string;
    readonly drop: string;
    readonly reading: string;
    readonly progress: string;
    readonly stop: string;
  };
  readonly panel: {
    readonly label: string;
    readonly lists: string;
    readonly speakers: string;
    readonly quotes: string;
    readonly names: string;
    readonly corrections: string;
    readonly check: string;
    readonly emptySpeakers: string;
    readonly emptyQuotes: string;
    readonly emptyNames: string;
    readonly emptyCheck: string;
    readonly noQuotes: string;
    readonly noNames: string;
    readonly speakersByWords: string;
    readonly quotesInOrder: string;
    readonly anonymousSources: string;
    /** `{words}` quotes the article. */
    readonly anonymityReason: string;
    readonly otherQuotationMarks: string;
    readonly nonQuotations: Readonly<Record<Marked["seems"], string>>;
    /** `{quotes}` and `{words}` are counted, `{share}` is a percentage. */
    readonly speakerShare: string;
    readonly unnamed: string;
    readonly more: PluralForms;
  };
  readonly legend: {
    readonly label: string;
    readonly direct: string;
    readonly mixed: string;
    readonly indirect: string;
    readonly source: string;
    readonly cue: string;
  };
  /** Kinds of entities: one of them, and many. */
  readonly kinds: Readonly<Record<EntityKind, readonly [string, string]>>;
  readonly quoteKinds: Readonly<Record<Quote["kind"], string>>;
  readonly counts: {
    readonly quotes: PluralForms;
    readonly words: PluralForms;
    readonly speakers: PluralForms;
    readonly mentioned: PluralForms;
    readonly quoted: PluralForms;
  };
  readonly speakerUnknown: string;
  /** `{name}` is a guess, more likely right than wrong, or less. */
  readonly probably: string;
  readonly perhaps: string;
  readonly age: string;
  readonly uncertain: string;
  readonly corrected: string;
  readonly correctedByReader: string;
  readonly anonymous: string;
  /** The bar that steps through the quotes of one speaker. */
  readonly speakerBar: {
    readonly label: string;
    /** `{index}` and `{count}` are numbers. */
    readonly position: string;
    readonly previous: string;
    readonly next: string;
    readonly close: string;
  };
  readonly card: {
    readonly close: string;
    readonly quoteKinds: Readonly<Record<Quote["kind"], string>>;
    /** Before candidates other than the speaker or the probable one. */
    readonly or: string;
    readonly accept: string;
    /** What the buttons do, for screen readers; contains the words that are seen. */
    readonly acceptSpeaker: string;
    readonly howWeKnow: string;
    readonly confidence: string;
    readonly mentioned: string;
    readonly mentionedAndQuoted: string;
    readonly confident: string;
    readonly copy: string;
    readonly changeSpeaker: string;
    readonly edges: string;
    readonly start: string;
    readonly end: string;
    /** Moves an edge by one word back, and forward. */
    readonly moveEdge: Readonly<Record<"start" | "end", readonly [string, string]>>;
    readonly notQuote: string;
    readonly rename: string;
    readonly merge: string;
    readonly split: string;
    readonly askSpeaker: string;
    readonly askName: string;
    /** `{name}` is who is merged. */
    readonly askMerge: string;
    readonly askSplit: string;
    readonly save: string;
  };
  /** What the field that asks for a name says; `{name}` is what was typed, or who is in the article. */
  readonly picker: {
    readonly add: string;
    readonly askKind: string;
    readonly askMerge: string;
    readonly merge: string;
    readonly same: string;
    readonly unknown: string;
    readonly empty: string;
  };
  /** The list of corrections; `{quote}` and `{mention}` quote the article. */
  readonly corrections: {
    readonly speaker: string;
    readonly noSpeaker: string;
    readonly quote: string;
    readonly notQuote: string;
    readonly edges: string;
    readonly rename: string;
    readonly merge: string;
    readonly split: string;
    readonly gone: string;
    readonly revert: string;
    /** For screen readers; `{change}` is one of the texts above. */
    readonly revertOne: string;
  };
  readonly changes: {
    readonly quoteAdded: string;
    readonly quoteRemoved: string;
    readonly speakerSet: string;
    readonly speakerRemoved: string;
    readonly renamed: string;
    readonly merged: string;
    readonly split: string;
    readonly edgesMoved: string;
    readonly reverted: string;
    /** For screen readers; `{change}` is one of the sentences above. */
    readonly undoHint: string;
    readonly undone: string;
    readonly redone: string;
  };
  readonly status: {
    /** `{quotes}` and `{speakers}` are counted. */
    readonly found: string;
    readonly opening: string;
    readonly replaced: string;
    readonly sampleOpened: string;
    readonly linkOpened: string;
    readonly cleared: string;
    readonly kept: string;
    readonly keptInstead: string;
    readonly notKept: string;
    /** The core takes long to arrive. */
    readonly loading: string;
    /** The worker was lost once. */
    readonly restarted: string;
    readonly saved: string;
    readonly nothingToSave: string;
    readonly firstQuote: string;
    readonly lastQuote: string;
    readonly linkCopied: string;
    readonly linkLong: string;
    readonly linkFailed: string;
    readonly copied: string;
    readonly copyFailed: string;
  };
  readonly shortcuts: {
    readonly label: string;
    readonly enter: string;
    readonly escape: string;
    readonly next: string;
    readonly previous: string;
    readonly mark: string;
    readonly enable: string;
  };
  readonly disclaimer: string;
  readonly exports: {
    readonly json: string;
    readonly csv: string;
    readonly annotations: string;
    readonly html: string;
    readonly markdown: string;
    readonly quotations: string;
    readonly heading: string;
    readonly speaker: string;
    readonly quote: string;
    readonly howWeKnow: string;
  };
  /** The file for a website, and what has been checked of it. */
  readonly publish: {
    readonly open: string;
    readonly title: string;
    readonly hint: string;
    readonly question: string;
    readonly all: string;
    readonly some: string;
    readonly none: string;
    readonly save: string;
    readonly cancel: string;
  };
  readonly errors: ErrorTexts;
}

/** What the sidebar for editors says besides the texts of the page. */
export interface EditorTexts {
  /** The name of the sidebar. */
  readonly label: string;
  readonly loading: string;
  readonly analyzing: string;
  readonly retry: string;
  readonly correct: string;
  /** For screen readers; `{quote}` is the beginning of a quote. */
  readonly correctQuote: string;
  /** What the sidebar cannot do, and what to do. */
  readonly errors: {
    readonly unavailable: string;
    readonly mismatch: string;
    readonly failed: string;
    readonly storedDamaged: string;
    readonly storedNewer: string;
  };
  /** Below the lists. */
  readonly note: string;
  /** How many stored corrections have no place in the text any more. */
  readonly lost: PluralForms;
}

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

/** The words of the check before publishing, which are loaded with it. */
export interface CheckTexts {
  /** What a rule is called, and why it is there. */
  readonly rules: Readonly<Record<RuleId, readonly [string, string]>>;
  /** The headings above findings. */
  readonly severities: Readonly<Record<Severity, string>>;
  readonly checking: string;
  readonly nothingFound: string;
  /** Follows where the rules that are on found nothing. */
  readonly noProof: string;
  readonly allDismissed: string;
  readonly fix: string;
  /** What the fix makes of the words, beside its button and for screen readers. */
  readonly fixWords: string;
  readonly fixed: string;
  readonly dismiss: string;
  /** For screen readers; `{words}` quotes the article, `{rule}` is a rule's name. */
  readonly dismissOne: string;
  readonly dismissed: PluralForms;
  readonly showDismissed: string;
  readonly retry: string;
  readonly settings: {
    readonly label: string;
    readonly rules: string;
    /** The choices for a rule. */
    readonly choices: Readonly<Record<Severity | "off", string>>;
    readonly share: string;
    readonly length: string;
    readonly verbs: string;
    readonly names: string;
    /** Below the two lists of words. */
    readonly commas: string;
    readonly reset: string;
  };
}
