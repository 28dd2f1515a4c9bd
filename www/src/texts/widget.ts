import { labels as german } from "./de/widget.js";
import { labels as english } from "./en/widget.js";
import { labels as spanish } from "./es/widget.js";
import { labels as french } from "./fr/widget.js";
import { chooseLanguage, type Language } from "./languages.js";
import type { Labels } from "./types.js";

const LABELS: Record<Language, Labels> = { en: english, de: german, fr: french, es: spanish };

/** The widget's labels for a BCP 47 language tag; English where there are none in that language. */
export function labelsFor(tag: string | null): { language: Language; labels: Labels } {
  const language = chooseLanguage([tag ?? "en"]);
  return { language, labels: LABELS[language] };
}
