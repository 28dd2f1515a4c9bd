import type { SharedTexts } from "../types.js";

export const shared: SharedTexts = {
  basis: {
    named: "named beside the quote",
    pronoun: "named earlier, referred to by a pronoun here",
    role: "named earlier, referred to by a description here",
    described: "described beside the quote, but not named",
    continued: "continues the previous quote",
    enclosing: "also the speaker of the surrounding quote",
    turn: "answers or asks in an interview",
    unnamed: "we found no name for this speaker",
    ambiguous: "we could not tell which of several people this is",
    unknown: "we could not tell who says this",
  },
  otherLanguage: "This text seems to be in {language}. whosaid reads English articles only.",
};
