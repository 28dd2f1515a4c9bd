import type { SharedTexts } from "../types.js";

export const shared: SharedTexts = {
  basis: {
    named: "named beside the quote",
    pronoun: "named earlier, referred to by a pronoun here",
    role: "named earlier, referred to by a description here",
    described: "described beside the quote, but not named",
    continued: "continues the previous quote",
    enclosing: "also the speaker of the surrounding quote",
    turn: "this person’s turn in an interview",
    unnamed: "the article does not name the speaker",
    ambiguous: "the words could refer to more than one person",
    unknown: "the article does not make clear who is speaking",
  },
  otherLanguage: "This text seems to be in {language}. whosaid reads English articles only.",
};
