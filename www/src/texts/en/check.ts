import type { CheckTexts } from "../types.js";

export const check: CheckTexts = {
  rules: {
    "unattributed-quote": [
      "Quote without a speaker",
      "Readers must be told who said the words between quotation marks.",
    ],
    "full-name": ["Full name", "A speaker is given with the full name first, and by surname after that."],
    "missing-role": [
      "Speaker not introduced",
      "Readers want to know who a speaker is, and why that person is asked.",
    ],
    "name-spelling": ["Name in two spellings", "A name has one spelling."],
    "quotation-marks": ["Quotation marks", "Readers must see where a quote starts and ends."],
    "repeated-quote": [
      "Quote repeated differently",
      "Words between quotation marks are what was said, so they are the same wherever they are quoted.",
    ],
    "anonymous-source": ["Anonymous source", "Readers are told why a source is not named."],
    "single-source": ["Only one source", "An article that rests on one source lets readers hear one side."],
    "dominant-speaker": [
      "One speaker dominates",
      "An article in which one speaker has most of the quoted words may be one-sided.",
    ],
    "loaded-verb": ["Loaded verb", "Verbs such as claim or admit tell what the writer thinks of the words."],
    "ambiguous-pronoun": ["Unclear pronoun", "Readers must not have to guess which of two people speaks."],
    "headline-quote": [
      "Quote in the headline",
      "Words between quotation marks in a headline are said by somebody in the article, in the same words.",
    ],
    "conflicting-details": [
      "Conflicting details",
      "A person has one age, one party and one office at a time.",
    ],
    "paraphrase-mismatch": [
      "Paraphrase and quote differ",
      "A paraphrase says what the quote beside it says.",
    ],
  },
  severities: { error: "Errors", warning: "Warnings", suggestion: "Suggestions" },
  checking: "Checking …",
  nothingFound: "No findings.",
  noProof: "The rules know only some kinds of mistakes; they do not replace a second reader.",
  allDismissed: "All findings are dismissed.",
  fix: "Fix",
  fixWords: "Fix: write {words}",
  fixed: "Changed to {words}.",
  dismiss: "Dismiss",
  dismissOne: "Dismiss: {rule}, {words}",
  dismissed: { one: "{count} dismissed finding", other: "{count} dismissed findings" },
  showDismissed: "Show again",
  retry: "Try again",
  settings: {
    label: "Rules and limits",
    rules: "Rules",
    choices: { off: "Off", suggestion: "Suggestion", warning: "Warning", error: "Error" },
    share: "Largest share of one speaker, in percent",
    length: "Words from which a second source is needed",
    verbs: "Loaded verbs, such as claim",
    names: "Names that need no introduction",
    commas: "Separate several by commas.",
    reset: "Reset to the usual settings",
  },
};
