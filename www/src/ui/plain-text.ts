/** What sites and editors write in different ways, and its one form; what is not seen has none. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/[^\S\ufeff]+/g, " "],
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ""],
  [/[“”„«»]/g, '"'],
  [/[‘’‚]/g, "'"],
  [/[–—‑]/g, "-"],
  [/…/g, "..."],
];

const VARIANTS = RegExp(FORMS.map(([{ source }]) => source).join("|"), "g");

/** Words with white space, quotation marks, dashes and the like in one form, whatever a site or an editor made of them. */
export const plain = (words: string): string =>
  FORMS.reduce((changed, [variants, form]) => changed.replace(variants, form), words);

/** A whole text in this form, and the way back. */
export class PlainText {
  readonly text: string;
  /** Where each unit begins in the original. */
  #origins: Uint32Array;

  constructor(original: string) {
    let text = "";
    let at = 0;
    const origins = new Uint32Array(original.length * 3 + 1);
    const add = (words: string, origin: number, step: 0 | 1) => {
      for (let unit = 0; unit < words.length; unit++) origins[text.length + unit] = origin + unit * step;
      text += words;
    };
    for (const { 0: variant, index } of original.matchAll(VARIANTS)) {
      add(original.slice(at, index), at, 1);
      add(plain(variant), index, 0);
      at = index + variant.length;
    }
    add(original.slice(at), at, 1);
    origins[text.length] = original.length;
    this.text = text;
    this.#origins = origins;
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
