/** A range of the text, end exclusive, in the report's units. */
export interface TextRange {
  start: number;
  end: number;
}
export interface Paragraph extends TextRange {
  role: "body" | "headline" | "byline" | "dateline" | "credit" | "caption" | "furniture";
}
export interface Mention extends TextRange {
  form: "name" | "nominal" | "pronoun";
}
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
/** Somebody or something that the article names. */
export interface Entity {
  id: string;
  kind: EntityKind;
  name: string;
  /** Whether it has a name; otherwise "name" is a description such as "police spokesman". */
  named: boolean;
  roles: string[];
  /** The ids of the organisations and places that its roles name. */
  affiliations?: string[];
  /** The ids of those who speak together, where the entity is several that are named side by side. */
  members?: string[];
  /** In years, where the article gives it. */
  age?: number;
  party?: string;
  mentions: Mention[];
  confidence: number;
  /** A date or time in ISO 8601, or a sum as amount and ISO 4217 currency, where that is certain. */
  normal?: string;
}
export type Basis =
  | "named"
  | "pronoun"
  | "role"
  | "described"
  | "continued"
  | "enclosing"
  | "turn"
  | "unnamed"
  | "ambiguous"
  | "unknown";
export type Stance =
  | "neutral"
  | "supportive"
  | "sceptical"
  | "denying"
  | "asking"
  | "ordering"
  | "believing"
  | "intending";
/** The reporting words, and what they say of the speaker's attitude. */
export interface Cue extends TextRange {
  /** The dictionary form of the verb or noun; ":" where a sign stands for it. */
  lemma: string;
  stance: Stance;
  /** Whether it was not said: "never said", "declined to confirm". */
  negated: boolean;
  tense?: "future" | "possible";
}
/** The phrase that tells who speaks. */
export interface Source extends TextRange {
  /** The part that names the speaker. */
  name?: TextRange;
}
/** A passage in marks that is no speech. */
export interface Marked extends TextRange {
  kind: "marked";
  seems: "title" | "name" | "term" | "translation" | "scare";
}
/** Somebody's words or thoughts. */
export interface Quote {
  id: string;
  kind: "direct" | "mixed" | "indirect";
  content: TextRange[];
  cue: Cue | null;
  source: Source | null;
  speaker: string | null;
  /** How often such a quote is right, from 0 to 1. */
  confidence: number;
  /** How often such a speaker is right where the quote is; null without a speaker. */
  speaker_confidence: number | null;
  /** Present where the source is kept nameless. */
  anonymous?: boolean;
  /** Where the article says why it is kept nameless. */
  anonymity_reason?: TextRange;
  within: string | null;
  basis: Basis;
  /** The rule that decided, such as "unique-role". Fall back on `basis` for a name that you do not know. */
  rule: string;
}
/** What to read in place of a range of the text that belongs to its layout or encoding, not to its words. */
export interface Replacement extends TextRange {
  /** The words to read there; empty where there are none. */
  text: string;
}
/** Who said what in one article. */
export interface Report {
  version: string;
  language: string;
  offsets: "utf-16" | "codepoint" | "byte";
  paragraphs: Paragraph[];
  entities: Entity[];
  quotes: Quote[];
  marked: Marked[];
  /** What to read in place of ranges of the text, in order and without overlaps. */
  replacements?: Replacement[];
}
