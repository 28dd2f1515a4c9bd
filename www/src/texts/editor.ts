import { editor as english, page as englishPage } from "./en/editor.js";
import { chooseLanguage, type Language } from "./languages.js";
import { type Words, wordsOf } from "./page.js";
import type { EditorTexts, PageTexts } from "./types.js";

/** The texts of the sidebar for editors in one language. */
export interface EditorWords extends Words {
  readonly editor: EditorTexts;
}

/** Loads languages other than English, each as a chunk of its own. */
const LOADERS: Record<Exclude<Language, "en">, () => Promise<{ editor: EditorTexts; page: PageTexts }>> = {
  de: () => import("./de/editor.js"),
  fr: () => import("./fr/editor.js"),
  es: () => import("./es/editor.js"),
};

export const ENGLISH_EDITOR: EditorWords = { ...wordsOf(englishPage), editor: english };

/** The texts for a BCP 47 language tag; in English also where a chunk cannot be loaded. */
export async function loadEditorWords(tag: string): Promise<EditorWords> {
  const language = chooseLanguage([tag]);
  if (language === "en") return ENGLISH_EDITOR;
  const loaded = await LOADERS[language]().catch(() => null);
  return loaded ? { ...wordsOf(loaded.page), editor: loaded.editor } : ENGLISH_EDITOR;
}
