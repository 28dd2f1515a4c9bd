import { Readability } from "@mozilla/readability";
import { cleaned, textOfBlocks } from "./blocks.js";

/** The article of a saved page, its headline first; all of its text where no article stands out. */
export function textOfHtml(html: string, name: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  const article = new Readability(page.cloneNode(true) as Document).parse();
  if (!article?.content) {
    const text = textOfBlocks(cleaned(page.body.innerHTML));
    if (!text) throw new Error(`${name} holds no article. Copy its text from the browser and paste it.`);
    return text;
  }
  const body = textOfBlocks(cleaned(article.content));
  const title = article.title?.trim();
  return title && !body.startsWith(title) ? `${title}\n\n${body}` : body;
}
