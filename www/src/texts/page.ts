import { AppError } from "../core/errors.js";
import { page as english } from "./en/page.js";
import { Format, fill } from "./format.js";
import { chooseLanguage, type Language } from "./languages.js";
import type { PageTexts } from "./types.js";

/** The texts of the page in one language, and how that language writes numbers and lists. */
export interface Words {
  readonly texts: PageTexts;
  readonly format: Format;
}

/** Loads languages other than English, each as a chunk of its own. */
const LOADERS: Record<Exclude<Language, "en">, () => Promise<{ page: PageTexts }>> = {
  de: () => import("./de/page.js"),
  fr: () => import("./fr/page.js"),
  es: () => import("./es/page.js"),
};

/** Pairs texts with their language's formats. */
export function wordsOf(texts: PageTexts): Words {
  return { texts, format: new Format(texts.language) };
}

/** The texts in the best of the preferred languages; in English also where a chunk cannot be loaded. */
export async function loadWords(preferred: readonly string[]): Promise<Words> {
  const language = chooseLanguage(preferred);
  if (language === "en") return wordsOf(english);
  const loaded = await LOADERS[language]().catch(() => ({ page: english }));
  return wordsOf(loaded.page);
}

/** The text at a dotted path such as `toolbar.open`. */
export function textAt(texts: PageTexts, path: string): string {
  let found: unknown = texts;
  for (const key of path.split(".")) found = (found as Record<string, unknown> | undefined)?.[key];
  if (typeof found !== "string") throw new Error(`no text called ${path}`);
  return found;
}

/** What to tell the user about a failure. */
export function messageFor({ texts }: Words, error: unknown): string {
  if (error instanceof AppError) return fill(texts.errors[error.code], error.details);
  return error instanceof Error ? error.message : String(error);
}
