import type { Entity, Quote, Report, TextRange } from "../core/report.js";

/** What the file says that it is. */
export const REVIEWED_FORMAT = "whosaid-reviewed-report";

/** The version of the form; it changes when the meaning of a field does. */
export const REVIEWED_VERSION = 1;

/** How much surrounding text a selector contains on either side, in UTF-16 units. */
const CONTEXT = 32;

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
  ? { [Key in keyof Type]: Anchored<Type[Key]> } & AnchoredRange
  : Type extends object
    ? { [Key in keyof Type]: Anchored<Type[Key]> }
    : Type;

/** A quote of a reviewed report; `corrected` where somebody has corrected it. */
export type ReviewedQuote = Anchored<Quote> & { corrected?: true };

/** An entity of a reviewed report; `corrected` where somebody has corrected it. */
export type ReviewedEntity = Anchored<Entity> & { corrected?: true };

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

/** Makes the file for a text and the report on it, in UTF-16 units; `removed` are quotes that somebody has removed. */
export async function makeReviewedReport(
  text: string,
  report: Report,
  review: Review,
  correctedIds: ReadonlySet<string>,
  generator: string,
  removed: readonly Quote[] = [],
): Promise<ReviewedReport> {
  const mark = <Item extends Quote | Entity>(item: Item) => ({
    ...(addSelectors(item, text) as Anchored<Item>),
    ...(correctedIds.has(item.id) ? { corrected: true as const } : {}),
  });
  return {
    format: REVIEWED_FORMAT,
    version: REVIEWED_VERSION,
    generator,
    text: { sha256: await sha256(text), length: text.length },
    review,
    report: {
      version: report.version,
      language: report.language,
      offsets: "utf-16",
      entities: report.entities.map(mark) as ReviewedEntity[],
      quotes: report.quotes.map(mark) as ReviewedQuote[],
      ...(removed.length > 0 && {
        removed: removed.flatMap(({ content }) => addSelectors(content, text) as AnchoredRange[]),
      }),
    },
  };
}

/** A copy of a value in which every place has its selector. */
function addSelectors(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((item) => addSelectors(item, text));
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, addSelectors(inner, text)]),
  );
  const { start, end } = value as Partial<TextRange>;
  return start === undefined || end === undefined ? copy : { ...copy, selector: select(text, start, end) };
}

function select(text: string, start: number, end: number): TextQuoteSelector {
  return {
    type: "TextQuoteSelector",
    exact: text.slice(start, end),
    // No half of a character that two units stand for.
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ""),
    suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ""),
  };
}

/** Null outside of secure contexts, where browsers have no hashes. */
async function sha256(text: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
