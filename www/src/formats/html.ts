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
  const headline = headlineOf(page, article.title?.trim() ?? "");
  return headline && !body.startsWith(headline) ? `${headline}\n\n${body}` : body;
}

/** The heading of the article: the one that the page's title repeats, or its only one; else that title. */
function headlineOf(page: Document, title: string): string {
  const headings = [...page.querySelectorAll("h1")]
    .map((heading) => (heading.textContent ?? "").replace(/\s+/g, " ").trim())
    .filter((heading) => heading !== "");
  const [only] = headings.length === 1 ? headings : [];
  return headings.find((heading) => title.includes(heading)) ?? only ?? title;
}
