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
  roles: string[];
  mentions: Mention[];
  confidence: number;
  /** A date or time in ISO 8601, or a sum as amount and ISO 4217 currency, where that is certain. */
  normal?: string;
}
export type Basis = "named" | "pronoun" | "role" | "continued" | "enclosing" | "unnamed" | "unknown";
/** Somebody's words or thoughts. */
export interface Quote {
  id: string;
  kind: "direct" | "mixed" | "indirect";
  content: TextRange[];
  cue: TextRange | null;
  source: TextRange | null;
  speaker: string | null;
  confidence: number;
  within: string | null;
  basis: Basis;
}
/** Who said what in one article. */
export interface Report {
  version: string;
  language: string;
  offsets: "utf-16" | "codepoint" | "byte";
  paragraphs: Paragraph[];
  entities: Entity[];
  quotes: Quote[];
}
