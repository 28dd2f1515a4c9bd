import type { Quote } from "../../core/report.js";
import type { Words } from "../../texts/page.js";
import { type Article, speakerOf } from "../../ui/article.js";
import { contentOf } from "../../ui/words.js";

/** A quote with its attribution, ready to be pasted into another text. */
export function citation({ texts }: Words, article: Article, quote: Quote): string {
  const speaker = speakerOf(article, quote);
  const name = speaker ? [speaker.name, ...speaker.roles.slice(0, 1)].join(", ") : texts.speakerUnknown;
  return `${contentOf(article, quote)} — ${name}`;
}
