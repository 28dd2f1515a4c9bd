import search from "approx-string-match";
import type { TextRange } from "../core/report.js";
import type { Correction } from "../ui/corrections/apply.js";
import { describePassage, findPassage, type Passage } from "../ui/corrections/passage.js";
import { type Edit, moveRange } from "../ui/edits.js";
import { PlaceFinder } from "../ui/place-finder.js";

/**
 * Carries corrections from one state of a text to the next.
 *
 * Their words are followed through the edits. Words that were cut out, or replaced as a whole, are looked for by what stands around them;
 * a correction whose words are nowhere is lost until they come back.
 */
export class CorrectionMover {
  #before: string;
  #after: string;
  #edits: readonly Edit[];
  #finder: PlaceFinder | undefined;
  #moved = new Map<Correction, Correction>();
  readonly #lostBefore: ReadonlySet<Correction>;
  /** The corrections whose words are nowhere in the text. */
  readonly lost = new Set<Correction>();

  constructor(before: string, after: string, edits: readonly Edit[], lostBefore: ReadonlySet<Correction>) {
    this.#before = before;
    this.#after = after;
    this.#edits = edits;
    this.#lostBefore = lostBefore;
  }

  /** The correction as it is in the new text. */
  move(correction: Correction): Correction {
    const known = this.#moved.get(correction);
    if (known) return known;
    const moved = this.#move(correction);
    if (!moved) this.lost.add(correction);
    const result = moved ?? correction;
    this.#moved.set(correction, result);
    return result;
  }

  #move(correction: Correction): Correction | null {
    const wasLost = this.#lostBefore.has(correction);
    const move = (passage: Passage) => this.#place(passage, wasLost);
    switch (correction.kind) {
      case "rename":
      case "join":
        return correction;
      case "part": {
        const mention = move(correction.mention);
        return mention && { ...correction, mention };
      }
      case "edges": {
        const quote = move(correction.quote);
        const pieces = correction.pieces.map(move);
        if (!quote || pieces.includes(null)) return null;
        return { ...correction, quote, pieces: pieces as Passage[] };
      }
      default: {
        const quote = move(correction.quote);
        return quote && { ...correction, quote };
      }
    }
  }

  #place(passage: Passage, wasLost: boolean): Passage | null {
    const before = wasLost ? null : findPassage(this.#before, passage);
    const moved = before && moveRange(before, this.#edits);
    const range = moved && this.#hasWords(moved) ? moved : this.#search(passage);
    return range && describePassage(this.#after, range);
  }

  /** Whether more than a quotation mark is left of a passage. */
  #hasWords({ start, end }: TextRange): boolean {
    return /[\p{L}\p{N}]/u.test(this.#after.slice(start, end));
  }

  #search({ exact, before, after, at }: Passage): TextRange | null {
    this.#finder ??= new PlaceFinder(this.#after, search);
    const selector = { type: "TextQuoteSelector", exact, prefix: before, suffix: after } as const;
    return this.#finder.find({ start: at, end: at + exact.length, selector }, true);
  }
}
