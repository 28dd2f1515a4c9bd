import type { Entity, Quote } from "../core/report.js";
import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import { type Article, speakerOf } from "./article.js";
import { type Candidate, guessOf } from "./candidates.js";
import { explain } from "./explanation.js";
import { describeLanguage } from "./language.js";

/** The name of the speaker, or of the probable one, or that there is none. */
export function describeSpeaker({ texts }: Words, article: Article, quote: Quote): string {
  const guess = guessOf(article, quote);
  if (guess)
    return fill(guess.confidence < 0.5 ? texts.perhaps : texts.probably, { name: guess.entity.name });
  return speakerOf(article, quote)?.name ?? texts.speakerUnknown;
}

/** For example `Jane Doe (62%)`. */
export function describeCandidate({ format }: Words, { entity, confidence }: Candidate): string {
  return `${entity.name} (${format.percent(confidence)})`;
}

/** How we know who speaks a quote; `corrected` replaces the explanation of corrected quotes. */
export function explainQuote(
  { texts }: Words,
  article: Article,
  quote: Quote,
  corrected = texts.corrected,
): string {
  if (article.correctedIds.has(quote.id)) return corrected;
  const explanation = explain(texts, quote);
  return quote.anonymous ? `${explanation} · ${texts.anonymous}` : explanation;
}

/** How many quotes and speakers were found, or that the article is not in English. */
export function describeResult({ texts, format }: Words, { report, speakers }: Article): string {
  const otherLanguage = describeLanguage(texts.otherLanguage, format, report);
  if (otherLanguage) return otherLanguage;
  if (report.quotes.length === 0) return texts.panel.noQuotes;
  const known = speakers.filter(({ speaker }) => speaker).length;
  return fill(texts.status.found, {
    quotes: format.plural(texts.counts.quotes, report.quotes.length),
    speakers: format.plural(texts.counts.speakers, known),
  });
}

/** That a person has no name in the article; what else is described by a noun, by its kind. */
export function describeUnnamed({ texts }: Words, { kind }: Entity): string {
  return kind === "person" || kind === "group" ? texts.panel.unnamed : texts.kinds[kind][0];
}

/** Roles, party and age of an entity in one line, or an empty string. */
export function describeRoles({ texts, format }: Words, { roles, party, age }: Entity): string {
  const years = age !== undefined && fill(texts.age, { age: format.number(age) });
  return format.list([...roles, party, years]);
}

/** For example `Mentioned 3 times, quoted twice; 85% confident.` */
export function describeMentions({ texts, format }: Words, article: Article, entity: Entity): string {
  const quoted = article.report.quotes.filter(({ speaker }) => speaker === entity.id).length;
  const confidence = format.percent(entity.confidence);
  return fill(quoted > 0 ? texts.card.mentionedAndQuoted : texts.card.mentioned, {
    mentioned: format.plural(texts.counts.mentioned, entity.mentions.length),
    quoted: format.plural(texts.counts.quoted, quoted),
    certainty: article.correctedIds.has(entity.id)
      ? texts.corrected
      : fill(texts.card.confident, { confidence }),
  });
}
