/** Characters that are not seen. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/;

/** What sites and editors write in different ways. */
const SAME: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "‚": "'",
  "–": "-",
  "—": "-",
  "‑": "-",
  "…": "...",
};

/** A text in which white space, quotation marks, dashes and the like are all the same, and the way back. */
export class PlainText {
  readonly text: string;
  #origins: Uint32Array;

  constructor(original: string) {
    let plain = "";
    const origins: number[] = [];
    let isBlank = false;
    for (let at = 0; at < original.length; at++) {
      const unit = original[at] as string;
      if (/\s/.test(unit)) {
        if (!isBlank) {
          plain += " ";
          origins.push(at);
        }
        isBlank = true;
        continue;
      }
      if (unit > "~" && UNSEEN.test(unit)) continue;
      isBlank = false;
      const same = unit > "~" ? (SAME[unit] ?? unit) : unit;
      plain += same;
      for (let count = same.length; count > 0; count--) origins.push(at);
    }
    origins.push(original.length);
    this.text = plain;
    this.#origins = Uint32Array.from(origins);
  }

  /** Where a unit of the plain text begins in the original. */
  originOf(index: number): number {
    return this.#origins[index] as number;
  }

  /** Where the unit before an index has ended in the original. */
  endBefore(index: number): number {
    return index === 0 ? 0 : (this.#origins[index - 1] as number) + 1;
  }
}

/** Words as they stand in a plain text. */
export const plain = (words: string): string => new PlainText(words).text;
