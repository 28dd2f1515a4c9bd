import { Readability } from "@mozilla/readability";
import { AppError } from "../core/errors.js";
import { parseInert } from "../core/trusted-types.js";
import { sanitize, textOfBlocks } from "./blocks.js";

/** The article of a saved page with its headline, or all of its text where no article is found. */
export function textOfHtml(html: string, name: string): string {
  const { page, article } = parseInert(() => {
    const page = new DOMParser().parseFromString(html, "text/html");
    return { page, article: new Readability(page.cloneNode(true) as Document).parse() };
  });
  if (!article?.content) {
    const text = textOfBlocks(sanitize(page.body.innerHTML));
    if (!text) throw new AppError("fileNoArticle", { name });
    return text;
  }
  const body = textOfBlocks(sanitize(article.content));
  const title = article.title?.trim();
  return title && !body.startsWith(title) ? `${title}\n\n${body}` : body;
}
