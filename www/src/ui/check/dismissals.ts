import type { Finding } from "../../core/check.js";
import type { TextRange } from "../../core/report.js";
import { describePassage, type Passage } from "../corrections/passage.js";
import { findEdit, moveRange } from "../edits.js";
import { PlaceFinder } from "../place-finder.js";

/** A finding of the check that the writer does not want to see again, as it is kept. */
export interface DismissedFinding {
  readonly rule: string;
  /** What is wrong, in English. */
  readonly message: string;
  /** The words that it is about, with the text around them. */
  readonly passage: Passage;
}

/** Findings in the order of the text, apart. */
export interface SortedFindings {
  readonly shown: readonly Finding[];
  readonly hidden: readonly Finding[];
}

/** Rules with one finding about the article as a whole, which stands at the first of its quotes. */
const ABOUT_ARTICLE = /^(single-source|dominant-speaker)$/;

/** What has been dismissed of the findings in one text, while that text changes. */
export class Dismissals {
  #text: string | null = null;
  #all: readonly { readonly finding: DismissedFinding; readonly place: TextRange | null }[];

  /** Takes what was kept; what is no dismissed finding is left out. */
  constructor(kept: unknown = []) {
    const found = Array.isArray(kept) ? kept.filter(isDismissedFinding) : [];
    this.#all = found.map((finding) => ({ finding, place: null }));
  }

  /** What is to be kept. */
  get kept(): DismissedFinding[] {
    return this.#all.map(({ finding }) => finding);
  }

  /**
   * Goes on to another state of the text, and returns whether what is to be kept has changed.
   *
   * Words are followed through the edit, or else looked for. Those that are nowhere in the text wait for another state that has them.
   */
  follow(text: string): boolean {
    const before = this.#text;
    if (before === text) return false;
    const edit = before === null ? null : findEdit(before, text);
    let finder: PlaceFinder | undefined;
    let hasChanged = false;
    this.#text = text;
    this.#all = this.#all.map(({ finding, place }) => {
      const moved = edit && place && moveRange(place, [edit]);
      if (moved && hasContent(text, moved, finding.passage)) {
        const passage = describePassage(text, moved);
        hasChanged ||= JSON.stringify(passage) !== JSON.stringify(finding.passage);
        return { finding: { ...finding, passage }, place: moved };
      }
      finder ??= new PlaceFinder(text, null);
      return { finding, place: findPlace(finder, finding.passage) };
    });
    return hasChanged;
  }

  /** Tells the findings in the text that were dismissed from the others. */
  sort(findings: readonly Finding[]): SortedFindings {
    const hidden = findings.filter((finding) => this.#all.some((one) => isSame(one, finding)));
    return { shown: findings.filter((finding) => !hidden.includes(finding)), hidden };
  }

  /** Dismisses a finding in the text. */
  add({ rule, message, start, end }: Finding): void {
    const place = { start, end };
    const finding = { rule, message, passage: describePassage(this.#text ?? "", place) };
    this.#all = [...this.#all, { finding, place }];
  }

  /** Forgets that findings were dismissed. */
  restore(findings: readonly Finding[]): void {
    this.#all = this.#all.filter((one) => !findings.some((finding) => isSame(one, finding)));
  }
}

function isSame(
  { finding, place }: { finding: DismissedFinding; place: TextRange | null },
  { rule, message, start, end }: Finding,
): boolean {
  if (finding.rule !== rule || withoutShares(finding.message) !== withoutShares(message)) return false;
  if (ABOUT_ARTICLE.test(rule)) return true;
  return place !== null && (place.start === start || (place.start < end && start < place.end));
}

/** A speaker's share changes with every quote. */
function withoutShares(message: string): string {
  return message.replace(/\d+%/g, "%");
}

/** Whether more is left of a passage than a mark, unless it never was more. */
function hasContent(text: string, { start, end }: TextRange, { exact }: Passage): boolean {
  const word = /[\p{L}\p{N}]/u;
  return word.test(text.slice(start, end)) || !word.test(exact);
}

function findPlace(finder: PlaceFinder, { exact, before, after, at }: Passage): TextRange | null {
  const selector = { type: "TextQuoteSelector", exact, prefix: before, suffix: after } as const;
  return finder.find({ start: at, end: at + exact.length, selector });
}

function isDismissedFinding(value: unknown): value is DismissedFinding {
  const { rule, message, passage } = (value ?? {}) as Partial<Record<string, unknown>>;
  const { exact, before, after, at } = (passage ?? {}) as Partial<Record<string, unknown>>;
  return (
    [rule, message, exact, before, after].every((part) => typeof part === "string") && Number.isFinite(at)
  );
}
