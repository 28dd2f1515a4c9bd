import { labels as english } from "./en/widget.js";
import { chooseLanguage, type Language } from "./languages.js";
import type { Labels } from "./types.js";

/** English is always there; a script adds the others, or loads them. */
const known = new Map<Language, Labels>([["en", english]]);

/** Makes the labels in a language known. */
export function addLabels(language: Language, labels: Labels | undefined): void {
  if (labels) known.set(language, labels);
}

/** The language of the labels for a BCP 47 language tag. */
export const chooseLabels = (tag: string | null): Language => chooseLanguage([tag ?? "en"]);

/** The widget's labels for a BCP 47 language tag; English where there are none in that language. */
export function labelsFor(tag: string | null): { language: Language; labels: Labels } {
  const language = chooseLabels(tag);
  const labels = known.get(language);
  return labels ? { language, labels } : { language: "en", labels: english };
}
