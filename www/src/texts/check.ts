import { check as english } from "./en/check.js";
import { chooseLanguage, type Language } from "./languages.js";
import type { CheckTexts } from "./types.js";

const LOADERS: Record<Exclude<Language, "en">, () => Promise<{ check: CheckTexts }>> = {
  de: () => import("./de/check.js"),
  fr: () => import("./fr/check.js"),
  es: () => import("./es/check.js"),
};

/** The texts of the check in the page's language; in English also where a chunk cannot be loaded. */
export async function loadCheckTexts(tag: string): Promise<CheckTexts> {
  const language = chooseLanguage([tag]);
  if (language === "en") return english;
  return LOADERS[language]().then(
    ({ check }) => check,
    () => english,
  );
}
