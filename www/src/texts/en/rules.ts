import type { RuleTexts } from "../types.js";

export const rules: RuleTexts = {
  coordination: "several people who speak together, mentioned beside the quote",
  epithet: "the only main person of the article nearby, referred to by a description here",
  "interview-answer": "an answer in an interview with this person",
  "just-quoted": "quoted in the sentence before, referred to by a pronoun here",
  "only-candidate": "the only person nearby whom the pronoun fits",
  organization: "the only organization in the article that this description fits",
  "previous-speaker": "spoke or acted just before, referred to by a pronoun here",
  "speaker-ranking": "the most likely speaker, judging by who is mentioned and who speaks nearby",
  ranking: "named earlier, and the most likely person for the pronoun here",
  "relative-clause": "named just before “who” in the same sentence",
  "sentence-subject": "described in the sentence before, referred to by a pronoun here",
  "singular-they": "spoke before, referred to as “they” here",
  "speaking-organization": "spoke last, referred to as “they” or “it” here",
  "unique-role": "the only one in the article with this role",
};
