import type { Quote } from "../core/report.js";
import type { SharedTexts } from "../texts/types.js";

/** How we know who is speaking: the text of the rule, or of the basis where the rule has none. */
export function explain(texts: SharedTexts, { basis, rule }: Pick<Quote, "basis" | "rule">): string {
  const specific = Object.hasOwn(texts.rules, rule) ? texts.rules[rule] : undefined;
  return specific ?? texts.basis[basis];
}
