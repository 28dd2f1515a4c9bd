/** A phrase that depends on a count, by CLDR plural category or by an exact count such as `"1"`. */
export interface PluralForms {
  readonly other: string;
  readonly [category: string]: string;
}

/** Replaces each `{name}` in a template by the value of that name. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Writes numbers, shares, counted phrases and lists as a language does. */
export class Format {
  #number: Intl.NumberFormat;
  #percent: Intl.NumberFormat;
  #plural: Intl.PluralRules;
  #list: Intl.ListFormat;
  #languages: Intl.DisplayNames;

  /** Takes a BCP 47 language tag. */
  constructor(language: string) {
    this.#number = new Intl.NumberFormat(language);
    this.#percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
    this.#plural = new Intl.PluralRules(language);
    this.#list = new Intl.ListFormat(language, { type: "unit", style: "short" });
    this.#languages = new Intl.DisplayNames(language, { type: "language" });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** Writes a share from 0 to 1 as a whole percentage; only all of it is 100%. */
  percent(share: number): string {
    return this.#percent.format(share < 1 ? Math.min(share, 0.99) : share);
  }

  /** Chooses the form for a count and puts the count in place of `{count}`. */
  plural(forms: PluralForms, count: number): string {
    const form = forms[String(count)] ?? forms[this.#plural.select(count)] ?? forms.other;
    return fill(form, { count: this.number(count) });
  }

  /** The name of the language with a BCP 47 tag, or the tag where it has none. */
  languageName(tag: string): string {
    return this.#languages.of(tag) ?? tag;
  }

  /** Joins the items that are there; absent ones and empty strings are left out. */
  list(items: readonly (string | number | false | null | undefined)[]): string {
    return this.#list.format(items.filter(Boolean).map(String));
  }
}
