import DOMPurify from "dompurify";

const BLOCKS =
  "address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul";
const IS_BLOCK = new Set(BLOCKS.split(" "));
const SKIPPED = new Set(["script", "style", "template", "noscript", "head", "svg", "math"]);

/** The text below a node that is not rendered, each block on a line of its own. */
export function textOfBlocks(root: Node): string {
  const lines: string[] = [""];
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.nodeValue ?? "";
      return;
    }
    const name = node.nodeName.toLowerCase();
    if (SKIPPED.has(name)) return;
    const block = IS_BLOCK.has(name) || name === "br";
    if (block) lines.push("");
    for (const child of node.childNodes) visit(child);
    if (block) lines.push("");
  };
  visit(root);
  const trimmed = lines.map((line) => line.replace(/[\s\u00a0]+/g, " ").trim());
  return trimmed.filter((line) => line !== "").join("\n\n");
}

/** Parses HTML without its scripts and event handlers. */
export function sanitize(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true });
}
