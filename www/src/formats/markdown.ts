import { marked } from "marked";
import { sanitize, textOfBlocks } from "./blocks.js";

/** The text of a Markdown file, without front matter and markup. */
export async function textOfMarkdown(markdown: string): Promise<string> {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, "");
  return textOfBlocks(sanitize(await marked.parse(body)));
}
