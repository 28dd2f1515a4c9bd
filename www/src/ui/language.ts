import type { Report } from "../core/report.js";
import { type Format, fill } from "../texts/format.js";

/**
 * The note that an article is in another language than English, which is therefore not analyzed; null where it is in
 * English, or where its language is not known.
 */
export function describeLanguage(
  template: string,
  format: Pick<Format, "languageName">,
  { language }: Report,
): string | null {
  if (language === "en" || language === "und") return null;
  return fill(template, { language: format.languageName(language) });
}

/** The value of `lang` for the language of an article or a paragraph; empty where it is not known. */
export function languageTag(language: string): string {
  return language === "und" ? "" : language;
}
