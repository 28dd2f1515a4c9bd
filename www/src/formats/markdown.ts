import { marked } from "marked";
import { cleaned, textOfBlocks } from "./blocks.js";

/** The words of a Markdown text, without its signs. */
export async function textOfMarkdown(markdown: string): Promise<string> {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, "");
  return textOfBlocks(cleaned(await marked.parse(body)));
}
