import { contentOf } from "./ranges.js";
import { type Article, KINDS, reason } from "./voices.js";
import type { Quote, TextRange } from "./wasm/whosaid.js";

/** A file to be saved. */
export interface Exported {
  name: string;
  type: string;
  body: string;
}

/** The kinds of files there are, with what each is for. */
export const FORMATS = {
  json: "Report (JSON)",
  csv: "Table of quotes (CSV)",
  annotations: "Web Annotations (JSON-LD)",
  html: "Page with highlights (HTML)",
  markdown: "List of quotes (Markdown)",
} as const;

export type Format = keyof typeof FORMATS;

/** An article in one of the formats; `reading` is the drawn article. */
export function exported(format: Format, article: Article, reading: HTMLElement): Exported {
  switch (format) {
    case "json":
      return { name: "whosaid.json", type: "application/json", body: json(article) };
    case "csv":
      return { name: "whosaid.csv", type: "text/csv", body: csv(article) };
    case "annotations":
      return { name: "whosaid.jsonld", type: "application/ld+json", body: annotations(article) };
    case "html":
      return { name: "whosaid.html", type: "text/html", body: html(article, reading) };
    case "markdown":
      return { name: "whosaid.md", type: "text/markdown", body: markdown(article) };
  }
}

/** A quote with its attribution, as one puts it into a text of one's own. */
export function citation(article: Article, quote: Quote): string {
  const speaker = quote.speaker ? article.entities.get(quote.speaker) : undefined;
  const who = speaker ? [speaker.name, ...speaker.roles.slice(0, 1)].join(", ") : "speaker not named";
  return `${contentOf(article.text, quote)} — ${who}`;
}

function json({ text, report, touched }: Article): string {
  const mark = <Item extends { id: string }>(item: Item) =>
    touched.has(item.id) ? { ...item, corrected_by: "reader" } : item;
  const marked = { ...report, entities: report.entities.map(mark), quotes: report.quotes.map(mark), text };
  return JSON.stringify(marked, null, 2);
}

function csv(article: Article): string {
  const { text, report, touched, entities } = article;
  const head =
    "id,kind,speaker,roles,quote,cue,source,start,end,confidence,speaker_confidence,basis,anonymous,corrected_by";
  const words = (range: TextRange | null) => (range ? text.slice(range.start, range.end) : "");
  const rows = report.quotes.map((quote) => {
    const speaker = quote.speaker ? entities.get(quote.speaker) : undefined;
    return [
      quote.id,
      quote.kind,
      speaker?.name ?? "",
      speaker?.roles.join("; ") ?? "",
      contentOf(text, quote),
      words(quote.cue),
      words(quote.source),
      quote.content[0]?.start ?? "",
      quote.content.at(-1)?.end ?? "",
      quote.confidence,
      quote.speaker_confidence ?? "",
      quote.basis,
      quote.anonymous ? "yes" : "no",
      touched.has(quote.id) ? "reader" : "",
    ].map(cell);
  });
  // The mark at the start tells spreadsheets that this is UTF-8.
  return `\ufeff${[head, ...rows.map((row) => row.join(","))].join("\r\n")}\r\n`;
}

/** RFC 4180; what a spreadsheet would take for a formula is kept text by a quote mark before it. */
function cell(value: string | number): string {
  const text = String(value).replace(/\s+/g, " ");
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Web Annotation Data Model (W3C, 2017), one annotation for each quote and each mention of a name. */
function annotations(article: Article): string {
  const { text, report, touched } = article;
  const points = codePoints(text);
  const target = ({ start, end }: TextRange) => ({
    source: "urn:whosaid:article",
    selector: [
      {
        type: "TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
      { type: "TextPositionSelector", start: points(start), end: points(end) },
    ],
  });
  const creator = (id: string) =>
    touched.has(id)
      ? { creator: { type: "Person", name: "reader" } }
      : { creator: { type: "Software", name: "whosaid" } };
  const items: unknown[] = report.quotes.map((quote) => {
    const speaker = quote.speaker ? article.entities.get(quote.speaker) : undefined;
    const body: unknown[] = [{ type: "TextualBody", purpose: "classifying", value: `${quote.kind} quote` }];
    if (speaker) body.push({ type: "TextualBody", purpose: "identifying", value: speaker.name });
    body.push({ type: "TextualBody", purpose: "describing", value: reason(quote, touched) });
    const targets = quote.content.map(target);
    return {
      id: `urn:whosaid:${quote.id}`,
      type: "Annotation",
      motivation: "classifying",
      ...creator(quote.id),
      body,
      target: targets,
    };
  });
  for (const entity of report.entities.filter((entity) => entity.named)) {
    for (const [number, mention] of entity.mentions.entries()) {
      items.push({
        id: `urn:whosaid:${entity.id}:${number + 1}`,
        type: "Annotation",
        motivation: "identifying",
        ...creator(entity.id),
        body: [
          { type: "TextualBody", purpose: "identifying", value: entity.name },
          { type: "TextualBody", purpose: "tagging", value: entity.kind },
        ],
        target: target(mention),
      });
    }
  }
  const page = { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items };
  return JSON.stringify(page, null, 2);
}

/** Turns places in UTF-16 units into code points, which must be asked for in any order. */
function codePoints(text: string): (unit: number) => number {
  const pairs: number[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) pairs.push(at++);
  }
  if (pairs.length === 0) return (unit) => unit;
  return (unit) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] as number) < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  };
}

const PAGE_STYLE = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.7 Georgia,serif;color:#1f2328;background:#fff}
h1{font-size:1.2rem}table{border-collapse:collapse;font:0.9rem/1.5 system-ui,sans-serif;width:100%}td,th{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid #ddd}
p{white-space:pre-wrap}.quote{background:oklch(93% .05 var(--hue,0));box-shadow:inset 0 -2px oklch(55% .13 var(--hue,0))}.late{background:oklch(95.5% .025 var(--hue,0));box-shadow:none;border-bottom:2px dotted oklch(42% .1 var(--hue,0))}.nobody{background:#ecebe6;box-shadow:inset 0 -2px #76787b}
.indirect{background:none}.unsure{background:none;outline:1px dashed #76787b}.source{font-weight:650}.cue{font-style:italic}.person{text-decoration:underline}
.headline{font-size:1.35em;font-weight:600}${[215, 45, 150, 330, 95, 280, 185, 15].map((hue, number) => `.hue-${number}{--hue:${hue}}`).join("")}`;

function html(article: Article, reading: HTMLElement): string {
  const page = document.implementation.createHTMLDocument("Who said what");
  page.documentElement.lang = "en";
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  page.head.prepend(charset);
  const text = page.importNode(reading, true);
  for (const element of text.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (name !== "class" && name !== "dir") element.removeAttribute(name);
    }
    if (element.classList.contains("corrected")) element.setAttribute("title", "corrected by the reader");
  }
  const heading = page.createElement("h1");
  heading.textContent = "Who said what";
  const table = page.createElement("table");
  const row = (cells: string[], name: "td" | "th") => {
    const line = table.insertRow();
    for (const words of cells) line.append(Object.assign(page.createElement(name), { textContent: words }));
  };
  row(["Speaker", "Quote", "How we know"], "th");
  for (const quote of article.report.quotes) {
    const speaker = quote.speaker ? article.entities.get(quote.speaker)?.name : undefined;
    const how = article.touched.has(quote.id) ? "corrected by the reader" : reason(quote);
    row([speaker ?? "not named", contentOf(article.text, quote), `${quote.kind}; ${how}`], "td");
  }
  const main = page.createElement("main");
  main.append(...text.childNodes);
  page.body.append(main, heading, table);
  // Our own content policy would refuse the style as an element, and nothing in it needs escaping.
  const styled = page.documentElement.outerHTML.replace("</head>", `<style>${PAGE_STYLE}</style></head>`);
  return `<!doctype html>\n${styled}\n`;
}

function markdown(article: Article): string {
  const literal = (text: string) => text.replace(/([\\`*_[\]<>#|])/g, "\\$1");
  const parts = ["# Who said what", ""];
  for (const { speaker, quotes, words } of article.voices) {
    const roles = speaker && speaker.roles.length > 0 ? `, ${speaker.roles.join("; ")}` : "";
    parts.push(`## ${literal(speaker?.name ?? "Nobody named")}`, "");
    const kind = speaker && !speaker.named ? "no name given, " : "";
    const about = speaker ? `${kind}${KINDS[speaker.kind][0]}${roles}, ` : "";
    parts.push(`${literal(about)}${words} words`, "");
    for (const quote of quotes) {
      const mine = article.touched.has(quote.id) ? ", corrected by the reader" : "";
      parts.push(`- ${literal(contentOf(article.text, quote))} (${quote.kind}${mine})`);
    }
    parts.push("");
  }
  return `${parts.join("\n").trimEnd()}\n`;
}
