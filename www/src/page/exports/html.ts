import type { Words } from "../../texts/page.js";
import { languageTag } from "../../ui/language.js";
import { contentOf } from "../../ui/words.js";
import { type Article, speakerOf } from "../article.js";
import { explainQuote } from "../describe.js";
import speakerColors from "../styles/speaker-colors.css?inline";

const STYLE = `:root{color-scheme:light}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.7 Georgia,serif;color:#1f2328;background:#fff}
h1{font-size:1.2rem}table{border-collapse:collapse;font:0.9rem/1.5 system-ui,sans-serif;width:100%}td,th{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid #ddd}
p{white-space:pre-wrap}.quote{background:var(--fill);box-shadow:inset 0 -2px var(--edge)}.repeated{box-shadow:none;border-bottom:2px dotted var(--edge)}
.indirect{background:none}.uncertain{background:none;outline:1px dashed var(--edge)}.source{font-weight:650}.cue{font-style:italic}.person{text-decoration:underline}
.headline{font-size:1.35em;font-weight:600}`;

/** What is kept of the drawn article’s elements. */
const KEPT_ATTRIBUTES = ["class", "dir", "lang"];

/** A page of its own: the article as drawn, and a table of its quotes. */
export function toHtml(words: Words, article: Article, reading: HTMLElement): string {
  const { texts } = words;
  const page = document.implementation.createHTMLDocument(texts.exports.heading);
  page.documentElement.lang = texts.language;
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  // The saved page needs its own style and nothing else.
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  page.head.prepend(charset, policy);

  const main = page.createElement("main");
  main.lang = languageTag(article.report.language);
  const copy = page.importNode(reading, true);
  for (const element of copy.querySelectorAll("[data-replaces]"))
    element.replaceWith(element.textContent ?? "");
  for (const element of copy.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (!KEPT_ATTRIBUTES.includes(name)) element.removeAttribute(name);
    }
    if (element.classList.contains("corrected")) element.setAttribute("title", texts.correctedByReader);
  }
  main.append(...copy.childNodes);

  const heading = page.createElement("h1");
  heading.textContent = texts.exports.heading;
  const table = page.createElement("table");
  const addRow = (cells: string[], name: "td" | "th") => {
    const row = table.insertRow();
    for (const text of cells) row.append(Object.assign(page.createElement(name), { textContent: text }));
  };
  addRow([texts.exports.speaker, texts.exports.quote, texts.exports.howWeKnow], "th");
  for (const quote of article.report.quotes) {
    const explanation = explainQuote(words, article, quote, texts.correctedByReader);
    addRow(
      [
        speakerOf(article, quote)?.name ?? texts.speakerUnknown,
        contentOf(article, quote),
        `${texts.quoteKinds[quote.kind]}; ${explanation}`,
      ],
      "td",
    );
  }
  page.body.append(main, heading, table);
  // The page's own content policy would block a style element; nothing in the style needs escaping.
  const style = `<style>${speakerColors}${STYLE}</style></head>`;
  return `<!doctype html>\n${page.documentElement.outerHTML.replace("</head>", () => style)}\n`;
}
