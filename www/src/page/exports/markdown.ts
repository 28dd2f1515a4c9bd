import type { Words } from "../../texts/page.js";
import type { Article } from "../../ui/article.js";
import { describeUnnamed } from "../../ui/describe.js";
import { contentOf } from "../../ui/words.js";

/** A list of quotes under their speakers. */
export function toMarkdown(words: Words, article: Article): string {
  const { texts, format } = words;
  const lines = [`# ${texts.exports.heading}`, ""];
  for (const { speaker, quotes, words: spoken } of article.speakers) {
    const counted = format.plural(texts.counts.words, spoken);
    const about = speaker
      ? [
          speaker.named ? texts.kinds[speaker.kind][0] : describeUnnamed(words, speaker),
          ...speaker.roles,
          counted,
        ]
      : [counted];
    lines.push(`## ${escapeMarkdown(speaker?.name ?? texts.speakerUnknown)}`, "");
    lines.push(escapeMarkdown(about.join(", ")), "");
    for (const quote of quotes) {
      const notes = [
        texts.quoteKinds[quote.kind],
        article.correctedIds.has(quote.id) && texts.correctedByReader,
      ];
      lines.push(`- ${escapeMarkdown(contentOf(article, quote))} (${notes.filter(Boolean).join(", ")})`);
    }
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

const REFERENCES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Writes text so that it stays text; no backslash before `<`, since one may become part of an address that ends there. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/([\\`*_[\]#|~])/g, "\\$1")
    .replace(/[&<>]/g, (character) => REFERENCES[character] as string);
}
