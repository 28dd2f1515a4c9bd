import type { Words } from "../../texts/page.js";
import { type Article, colorClasses, speakerOf } from "../../ui/article.js";
import { explainQuote } from "../../ui/describe.js";
import { languageTag } from "../../ui/language.js";
import speakerColors from "../../ui/styles/speaker-colors.css?inline";
import { contentOf } from "../../ui/words.js";
import exported from "../styles/exported.css?inline";
import uncertain from "../styles/uncertain.css?inline";

/** What is kept of the drawn article’s elements. */
const KEPT_ATTRIBUTES = ["class", "dir", "lang"];

/** A page of its own: whose quotes have which colour, the article as drawn, and a table of its quotes. */
export function toHtml(words: Words, article: Article, reading: HTMLElement): string {
  const { texts } = words;
  const page = document.implementation.createHTMLDocument("");
  page.documentElement.lang = texts.language;
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  // The saved page needs its own style, with the hatching in it, and nothing else.
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  page.head.prepend(charset, policy);
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = "", className = "") => {
    const element = page.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const main = make("main");
  main.lang = languageTag(article.report.language);
  main.append(...copyArticle(page, words, reading).childNodes);
  const headline = main.querySelector("h1")?.textContent?.trim();
  page.title = [headline, texts.exports.heading].filter(Boolean).join(" – ");

  const key = make("ul", "", "key");
  for (const { speaker, colorIndex, quotes } of article.speakers) {
    const name = make("span", speaker?.name ?? texts.speakerUnknown, `speaker ${colorClasses(colorIndex)}`);
    const item = make("li");
    item.append(name, ` ${words.format.plural(texts.counts.quotes, quotes.length)}`);
    key.append(item);
  }
  const legend = make("ul", "", "notes");
  const samples: [string, string][] = [
    ["quote no-speaker direct", texts.legend.direct],
    ["quote no-speaker mixed", texts.legend.mixed],
    ["quote no-speaker indirect", texts.legend.indirect],
    ["quote no-speaker uncertain", texts.uncertain],
    ["source", texts.legend.source],
    ["cue", texts.legend.cue],
    ["person", texts.kinds.person[1]],
  ];
  for (const [className, label] of samples) {
    const item = make("li");
    item.append(make("span", label, className));
    legend.append(item);
  }

  const table = make("table");
  const addRow = (cells: string[], name: "td" | "th") => {
    const row = table.insertRow();
    for (const text of cells) row.append(make(name, text));
  };
  addRow([texts.exports.speaker, texts.exports.quote, texts.exports.howWeKnow], "th");
  for (const quote of article.report.quotes) {
    const explanation = explainQuote(words, article, quote, texts.correctedByReader);
    const cells = [speakerOf(article, quote)?.name ?? texts.speakerUnknown, contentOf(article, quote)];
    addRow([...cells, `${texts.quoteKinds[quote.kind]}; ${explanation}`], "td");
  }
  page.body.append(
    make("h2", texts.panel.speakers),
    key,
    legend,
    main,
    make("h2", texts.exports.heading),
    table,
    make("p", texts.disclaimer, "about"),
  );
  // The page's own content policy would block a style element; nothing in the style needs escaping.
  const style = `<style>${speakerColors}${exported}${uncertain}</style></head>`;
  return `<!doctype html>\n${page.documentElement.outerHTML.replace("</head>", () => style)}\n`;
}

/** The drawn article without what only the page needs; its headline is a heading. */
function copyArticle(page: Document, { texts }: Words, reading: HTMLElement): HTMLElement {
  const copy = page.importNode(reading, true);
  for (const element of copy.querySelectorAll("[data-replaces]"))
    element.replaceWith(element.textContent ?? "");
  for (const element of copy.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (!KEPT_ATTRIBUTES.includes(name)) element.removeAttribute(name);
    }
    for (const name of ["of-speaker", "current", "ring", "has-card"]) element.classList.remove(name);
    if (element.classList.contains("corrected")) element.setAttribute("title", texts.correctedByReader);
  }
  const headline = copy.querySelector("p.headline");
  if (headline) {
    const heading = page.createElement("h1");
    heading.append(...headline.childNodes);
    headline.replaceWith(heading);
  }
  return copy;
}
