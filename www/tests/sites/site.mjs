/**
 * Makes whole pages from an article and a site's structure.
 *
 * @typedef {import("./articles.mjs").Article} Article
 * @typedef {object} Structure
 * @property {string} name the site or system whose structure it follows
 * @property {string} selector what the widget's `for` says there
 * @property {(article: Article, paragraph: (index: number) => string, rest: (from: number, open?: string, close?: string) => string) => string} body
 *   the markup of the page; `paragraph` is one paragraph's inside, `rest` all from one on, each in `open` and `close`
 * @property {string} [style]
 * @property {string[]} [own] words that are the article's own too, such as a quote in a block
 * @property {string} [script] what the page's own script does
 */

import { AGENCIES } from "./agencies.mjs";
import { ARTICLES } from "./articles.mjs";
import { PUBLISHERS } from "./publishers.mjs";
import { SYSTEMS } from "./systems.mjs";
import { WORDPRESS } from "./wordpress.mjs";

/** @type {Structure[]} */
export const STRUCTURES = [...WORDPRESS, ...SYSTEMS, ...AGENCIES, ...PUBLISHERS];

const plain = (/** @type {string} */ html) => html.replace(/<[^>]*>/g, "");

/**
 * A structure's page, with the lines that must be read and those that may be.
 * @param {Structure} structure
 */
export function makePage(structure) {
  const index = STRUCTURES.indexOf(structure);
  const article = /** @type {Article} */ (ARTICLES[index % ARTICLES.length]);
  const { paragraphs, headline, byline } = article;
  const paragraph = (/** @type {number} */ at) => paragraphs[at] ?? "";
  const rest = (/** @type {number} */ from, open = "<p>", close = "</p>") =>
    paragraphs
      .slice(from)
      .map((text) => `${open}${text}${close}`)
      .join("\n");
  const body = structure.body(article, paragraph, rest);
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${headline}</title><style>${structure.style ?? ""}</style></head>
<body>
${body}
<who-said for="${structure.selector}"></who-said>
${structure.script ? `<script>${structure.script}</script>` : ""}
<script src="/site/who-said.js"></script>
</body>
</html>`;
  return {
    html,
    own: [...paragraphs.map(plain), ...(structure.own ?? [])],
    optional: [headline, byline, "Monday, 4 May", "The harbour on Sunday. Photo: Lea Brandt"],
  };
}

/**
 * What is wrong with the lines that were read of a page: those missing, and those that are not the article's.
 * @param {string} text
 * @param {ReturnType<typeof makePage>} page
 */
export function compare(text, { own, optional }) {
  const lines = text.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return {
    missing: own.filter((line) => lines.filter((other) => other === line).length !== 1),
    foreign: lines.filter((line) => !own.includes(line) && !optional.includes(line)),
  };
}
