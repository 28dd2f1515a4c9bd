import { count, make, makeButton } from "./elements.js";
import { contentOf } from "./ranges.js";
import { type Article, hueClass, hueOf, isUnsure, KINDS, reason, type Voice } from "./voices.js";
import type { Entity, EntityKind, Marked, Quote } from "./wasm/whosaid.js";

/** How many quotes or names a list shows before it asks. */
const FIRST = 60;

const SEEMS: Record<Marked["seems"], string> = {
  title: "a title",
  name: "a name",
  term: "a term",
  translation: "a translation",
  scare: "words kept at a distance",
};

/** Draws the three lists: who speaks, every quote in order, who and what is named. */
export function drawPanel(
  lists: { speakers: HTMLElement; quotes: HTMLElement; names: HTMLElement },
  article: Article,
): void {
  drawSpeakers(lists.speakers, article);
  drawQuotes(lists.quotes, article);
  drawNames(lists.names, article);
}

function drawSpeakers(element: HTMLElement, article: Article): void {
  const { voices } = article;
  if (voices.length === 0) {
    element.replaceChildren(make("p", "hint", "Nobody is quoted in this text."));
    return;
  }
  const total = voices.reduce((sum, voice) => sum + voice.words, 0);
  const heading = make("h2", "visually-hidden", "Speakers, whoever says most first");
  element.replaceChildren(heading, ...listed(voices, (voice) => drawVoice(article, voice, total)));
}

function drawVoice(article: Article, voice: Voice, total: number): HTMLElement {
  const { speaker, quotes, words, hue } = voice;
  const section = make("section", `voice ${hueOf(hue)}`);
  section.append(make("h3", "", speaker?.name ?? "Nobody named"));
  if (speaker && !speaker.named) section.append(make("p", "role", nameless(speaker)));
  const about = [...(speaker?.roles ?? []), speaker?.party, speaker?.age && `aged ${speaker.age}`];
  const described = about.filter(Boolean).join("; ");
  if (described) section.append(make("p", "role", described));
  const share = total > 0 ? Math.round((100 * words) / total) : 0;
  section.append(
    make("p", "share", `${count(quotes.length, "quote")}, ${count(words, "word")} (${share} %)`),
  );
  const bar = make("div", "bar");
  const filled = make("i");
  filled.style.width = `${share}%`;
  bar.append(filled);
  section.append(
    bar,
    list(quotes, (quote) => quoteButton(article, quote)),
  );
  return section;
}

function nameless({ kind }: Entity): string {
  return kind === "person" || kind === "group" ? "without a name" : `${KINDS[kind][0]}, without a name`;
}

function drawQuotes(element: HTMLElement, article: Article): void {
  const { report } = article;
  const parts: HTMLElement[] = [];
  if (report.quotes.length === 0) parts.push(make("p", "hint", "Nobody is quoted in this text."));
  else {
    const each = (quote: Quote) => {
      const button = quoteButton(article, quote);
      const speaker = quote.speaker ? article.entities.get(quote.speaker)?.name : null;
      button.prepend(make("b", "", speaker ?? "Nobody named"));
      return button;
    };
    const quotes = list(report.quotes, each, (quote) => `voice ${hueClass(article, quote.speaker)}`);
    quotes.classList.add("in-order");
    parts.push(make("h2", "visually-hidden", "Quotes in the order of the text"), quotes);
  }
  const anonymous = report.quotes.filter((quote) => quote.anonymous);
  if (anonymous.length > 0) {
    parts.push(make("h2", "", "Sources kept nameless"));
    parts.push(
      list(anonymous, (quote) => {
        const source = quote.source ? article.text.slice(quote.source.start, quote.source.end) : "";
        const button = quoteButton(article, quote, source);
        const why = quote.anonymity_reason;
        if (why) button.append(make("small", "", `because: ${article.text.slice(why.start, why.end)}`));
        return button;
      }),
    );
  }
  if (report.marked.length > 0) {
    parts.push(make("h2", "", "In marks, but not speech"));
    parts.push(
      list(report.marked, ({ start, end, seems }) => {
        const item = make("span", "", article.text.slice(start, end));
        item.append(make("small", "", SEEMS[seems]));
        return item;
      }),
    );
  }
  element.replaceChildren(...parts);
}

function quoteButton(article: Article, quote: Quote, words?: string): HTMLButtonElement {
  const button = make("button", "", shorten(words ?? contentOf(article.text, quote)));
  button.type = "button";
  button.dataset.quote = quote.id;
  const unsure = quote.speaker && isUnsure(quote, article.touched);
  button.classList.toggle("unsure", Boolean(unsure));
  const notes = [quote.kind, reason(quote, article.touched), unsure && "unsure"];
  button.append(make("small", "", notes.filter(Boolean).join(" · ")));
  return button;
}

function drawNames(element: HTMLElement, article: Article): void {
  const named = article.report.entities.filter((entity) => entity.named && !entity.members);
  if (named.length === 0) {
    element.replaceChildren(make("p", "hint", "Nobody and nothing is named in this text."));
    return;
  }
  const parts: HTMLElement[] = [];
  for (const [kind, [, title]] of Object.entries(KINDS) as [EntityKind, [string, string]][]) {
    const entities = named.filter((entity) => entity.kind === kind);
    if (entities.length === 0) continue;
    entities.sort((a, b) => b.mentions.length - a.mentions.length);
    const heading = make("h2", "", title);
    heading.append(make("small", "", ` ${entities.length}`));
    const names = list(entities, nameButton);
    names.classList.add("names");
    parts.push(heading, names);
  }
  element.replaceChildren(...parts);
}

function nameButton(entity: Entity): HTMLButtonElement {
  const button = make("button", "", entity.name);
  button.type = "button";
  button.dataset.entity = entity.id;
  if (entity.mentions.length > 1) button.append(make("small", "", ` ${entity.mentions.length}`));
  return button;
}

function list<Item>(
  items: readonly Item[],
  draw: (item: Item) => HTMLElement,
  className: (item: Item) => string = () => "",
): HTMLElement {
  const element = make("ul");
  element.append(
    ...listed(items, (item) => {
      const entry = make("li", className(item));
      entry.append(draw(item));
      return entry;
    }),
  );
  return element;
}

/** The first items, and a button that shows the others. */
function listed<Item>(items: readonly Item[], draw: (item: Item) => HTMLElement): HTMLElement[] {
  const shown = items.slice(0, FIRST).map(draw);
  if (items.length > FIRST) {
    const more = makeButton("plain more", `Show ${items.length - FIRST} more`, () => {
      const rest = items.slice(FIRST, FIRST + 1000);
      more.replaceWith(...rest.map(draw));
    });
    shown.push(more);
  }
  return shown;
}

function shorten(content: string): string {
  return content.length > 150 ? `${content.slice(0, 140).replace(/\s+\S*$/, "")} …` : content;
}
