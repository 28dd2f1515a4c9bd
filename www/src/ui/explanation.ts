import type { Basis } from "../core/report.js";
import type { AttributionTexts } from "../texts/types.js";

/** What is known about how a speaker was found; reports may name the rule that decided. */
export interface Attribution {
  readonly basis: Basis;
  readonly rule?: string;
}

/** How we know who is speaking: the text of the rule, or of the basis where the rule has none. */
export function explain(texts: AttributionTexts, { basis, rule }: Attribution): string {
  const specific = rule !== undefined && Object.hasOwn(texts.rules, rule) ? texts.rules[rule] : undefined;
  return specific ?? texts.basis[basis];
}
