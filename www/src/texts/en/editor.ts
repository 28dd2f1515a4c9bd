import type { EditorTexts } from "../types.js";

export { page } from "./page.js";

export const editor: EditorTexts = {
  label: "Who said what",
  loading: "Loading the analyzer …",
  analyzing: "Analyzing …",
  retry: "Try again",
  correct: "Correct …",
  correctQuote: "Correct: {quote}",
  errors: {
    unavailable:
      "The analyzer could not be loaded. Your draft is not affected. Check your connection, then try again.",
    mismatch: "This sidebar and its analyzer have different versions. Save your draft and reload the page.",
    failed: "This draft could not be analyzed. Your draft is not affected: go on writing, or try again.",
    storedDamaged:
      "The corrections stored with this draft cannot be read. Corrections that you make now are stored in their place.",
    storedNewer:
      "The corrections stored with this draft were made with a later version of whosaid. Reload the page to get that version; corrections that you make now are stored in their place.",
  },
  note: "The analysis can make mistakes: check it before you publish. Uncertain quotes have a dashed line.",
  lost: {
    one: "{count} stored correction is about words that are no longer in the text.",
    other: "{count} stored corrections are about words that are no longer in the text.",
  },
};
