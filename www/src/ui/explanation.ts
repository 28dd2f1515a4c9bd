import type { Quote } from "../core/report.js";
import type { PageTexts } from "../texts/types.js";

/**
 * How we know who is speaking: the words for the rule that found the speaker, or those for the basis where the rule has
 * none, or found nobody.
 */
export function explain(
  texts: Pick<PageTexts, "basis" | "rules">,
  quote: Pick<Quote, "basis" | "rule" | "speaker">,
): string {
  const { basis, rule, speaker } = quote;
  const specific = speaker !== null && Object.hasOwn(texts.rules, rule) ? texts.rules[rule] : undefined;
  return specific ?? texts.basis[basis];
}
