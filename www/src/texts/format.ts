/** A phrase that depends on a count, by CLDR plural category or by an exact count such as `"1"`. */
export interface PluralForms {
  readonly other: string;
  readonly [category: string]: string;
}

/** Replaces each `{name}` in a template by the value of that name. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** The name of the language with a BCP 47 tag, written in another one; the tag itself where it has none. */
export function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
}

/** Writes numbers, shares, counted phrases and lists as a language does; what is not needed is not loaded. */
export class Format {
  #language: string;
  #number: Intl.NumberFormat | undefined;
  #percent: Intl.NumberFormat | undefined;
  #plural: Intl.PluralRules | undefined;
  #list: Intl.ListFormat | undefined;

  /** Takes a BCP 47 language tag. */
  constructor(language: string) {
    this.#language = language;
  }

  number(value: number): string {
    this.#number ??= new Intl.NumberFormat(this.#language);
    return this.#number.format(value);
  }

  /** Writes a share from 0 to 1 as a whole percentage; only all of it is 100%. */
  percent(share: number): string {
    const options = { style: "percent", maximumFractionDigits: 0 } as const;
    this.#percent ??= new Intl.NumberFormat(this.#language, options);
    return this.#percent.format(share < 1 ? Math.min(share, 0.99) : share);
  }

  /** Chooses the form for a count and puts the count in place of `{count}`. */
  plural(forms: PluralForms, count: number): string {
    this.#plural ??= new Intl.PluralRules(this.#language);
    const form = forms[String(count)] ?? forms[this.#plural.select(count)] ?? forms.other;
    return fill(form, { count: this.number(count) });
  }

  languageName(tag: string): string {
    return languageName(tag, this.#language);
  }

  /** Joins the items that are there; absent ones and empty strings are left out. */
  list(items: readonly (string | number | false | null | undefined)[]): string {
    this.#list ??= new Intl.ListFormat(this.#language, { type: "unit", style: "short" });
    return this.#list.format(items.filter(Boolean).map(String));
  }
}
