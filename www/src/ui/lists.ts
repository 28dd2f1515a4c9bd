import type { EntityKind, Quote } from "../core/report.js";
import { fill } from "../texts/format.js";
import { OWN_LANGUAGE_NOTES } from "../texts/own-language.js";
import type { Words } from "../texts/page.js";
import { type Article, colorClasses, quoteColorClasses } from "./article.js";
import { guessOf, isDrawnUncertain } from "./candidates.js";
import { describeRoles, describeSpeaker, describeUnnamed, explainQuote } from "./describe.js";
import { make, makeButton } from "./elements.js";
import { describeLanguage } from "./language.js";
import type { SpeakerSummary } from "./speakers.js";
import { contentOf, wordsAt } from "./words.js";

/** How many items a list shows at first, and how many more the button adds. */
const PAGE_SIZE = 60;
const NEXT_PAGE_SIZE = 1000;
/** Longer quotes are shortened, in UTF-16 units. */
const LONGEST_QUOTE = 150;

/** Adds to the entry of a quote what a list does not have itself, such as buttons. */
export type AddToQuote = (entry: HTMLElement, quote: Quote) => void;

/** The list of speakers, each with a share of the words and the quotes. */
export function listSpeakers(words: Words, article: Article, add?: AddToQuote): HTMLElement[] {
  const { texts } = words;
  const { speakers } = article;
  if (speakers.length === 0) return [hint(texts.panel.noQuotes)];
  const total = speakers.reduce((sum, summary) => sum + summary.words, 0);
  const heading = make("h2", "visually-hidden", texts.panel.speakersByWords);
  return [
    heading,
    ...firstItems(words, speakers, (summary) => speakerSection(words, article, summary, total, add)),
  ];
}

function speakerSection(
  words: Words,
  article: Article,
  { speaker, quotes, words: spoken, colorIndex }: SpeakerSummary,
  total: number,
  add?: AddToQuote,
): HTMLElement {
  const { texts, format } = words;
  const section = make("section", `speaker ${colorClasses(colorIndex)}`);
  const heading = make("h3");
  const button = makeButton("", speaker?.name ?? texts.speakerUnknown);
  button.dataset.shows = speaker?.id ?? "";
  button.setAttribute("aria-pressed", "false");
  if (colorIndex !== null) button.dataset.number = String(colorIndex + 1);
  heading.append(button);
  section.append(heading);
  if (speaker && !speaker.named) section.append(make("p", "role", describeUnnamed(words, speaker)));
  const roles = speaker ? describeRoles(words, speaker) : "";
  if (roles) section.append(make("p", "role", roles));
  const share = total > 0 ? spoken / total : 0;
  const count = format.plural(texts.counts.quotes, quotes.length);
  const counted =
    spoken === 0
      ? count
      : fill(texts.panel.speakerShare, {
          quotes: count,
          words: format.plural(texts.counts.words, spoken),
          share: format.percent(share),
        });
  const bar = make("div", "bar");
  const filled = make("i");
  filled.style.width = `${100 * share}%`;
  bar.append(filled);
  const draw = (quote: Quote) =>
    guessOf(article, quote) ? namedQuoteButton(words, article, quote) : quoteButton(words, article, quote);
  const list = makeList(words, quotes, draw, undefined, add);
  section.append(make("p", "share", counted), bar, list);
  return section;
}

/** The list of quotes, anonymous sources and other text in quotation marks. */
export function listQuotes(words: Words, article: Article, add?: AddToQuote): HTMLElement[] {
  const { texts } = words;
  const { report } = article;
  const parts: HTMLElement[] = [];
  if (report.quotes.length === 0) parts.push(hint(texts.panel.noQuotes));
  else {
    const draw = (quote: Quote) => namedQuoteButton(words, article, quote);
    const colors = (quote: Quote) => `speaker ${quoteColorClasses(article, quote)}`;
    const list = makeList(words, report.quotes, draw, colors, add);
    list.classList.add("in-order");
    parts.push(make("h2", "visually-hidden", texts.panel.quotesInOrder), list);
  }
  const anonymous = report.quotes.filter((quote) => quote.anonymous);
  if (anonymous.length > 0) {
    const draw = (quote: Quote) => {
      const source = quote.source ? wordsAt(article, quote.source) : "";
      const button = quoteButton(words, article, quote, source);
      const why = quote.anonymity_reason;
      if (why) {
        const reason = fill(texts.panel.anonymityReason, { words: wordsAt(article, why) });
        button.append(make("small", "", reason));
      }
      return button;
    };
    parts.push(make("h2", "", texts.panel.anonymousSources), makeList(words, anonymous, draw));
  }
  if (report.marked.length > 0) {
    const list = makeList(words, report.marked, (marked) => {
      const item = make("span", "", wordsAt(article, marked));
      item.append(make("small", "", texts.panel.nonQuotations[marked.seems]));
      return item;
    });
    parts.push(make("h2", "", texts.panel.otherQuotationMarks), list);
  }
  return parts;
}

/** A quote below its speaker or its probable one. */
function namedQuoteButton(words: Words, article: Article, quote: Quote): HTMLButtonElement {
  const button = quoteButton(words, article, quote);
  button.prepend(make("b", "", describeSpeaker(words, article, quote)));
  return button;
}

function quoteButton(
  words: Words,
  article: Article,
  quote: Quote,
  label = contentOf(article, quote),
): HTMLButtonElement {
  const { texts } = words;
  const button = makeButton("", shorten(label));
  button.dataset.quote = quote.id;
  button.dataset.kind = quote.kind;
  const uncertain = isDrawnUncertain(article, quote);
  button.classList.toggle("uncertain", uncertain);
  const notes = [
    texts.quoteKinds[quote.kind],
    explainQuote(words, article, quote),
    uncertain && texts.uncertain,
  ];
  button.append(make("small", "", notes.filter(Boolean).join(" · ")));
  return button;
}

/** The panel's list of names by kind, the most frequent first. */
export function listNames(words: Words, article: Article): HTMLElement[] {
  const { texts, format } = words;
  const named = article.report.entities.filter((entity) => entity.named && !entity.members);
  if (named.length === 0) return [hint(texts.panel.noNames)];
  const parts: HTMLElement[] = [];
  for (const kind of Object.keys(texts.kinds) as EntityKind[]) {
    const entities = named.filter((entity) => entity.kind === kind);
    if (entities.length === 0) continue;
    entities.sort((a, b) => b.mentions.length - a.mentions.length);
    const heading = make("h2", `of-${kind}`, texts.kinds[kind][1]);
    heading.append(make("small", "", ` ${format.number(entities.length)}`));
    const names = makeList(words, entities, ({ id, name, mentions }) => {
      const button = makeButton("", name);
      button.dataset.entity = id;
      if (mentions.length > 1) button.append(make("small", "", ` ${format.number(mentions.length)}`));
      return button;
    });
    names.classList.add("names", `of-${kind}`);
    parts.push(heading, names);
  }
  return parts;
}

/** The note that an article is not in English, also in its own language; null where it is, or may be. */
export function noteLanguage({ texts, format }: Words, { report }: Article): HTMLElement[] | null {
  const note = describeLanguage(texts.otherLanguage, format, report);
  if (!note) return null;
  const own = report.language === texts.language ? undefined : OWN_LANGUAGE_NOTES[report.language];
  if (!own) return [hint(note)];
  const translated = hint(own);
  translated.lang = report.language;
  translated.dir = "auto";
  return [hint(note), translated];
}

/** A muted remark in place of a list. */
export function hint(text: string): HTMLElement {
  return make("p", "hint", text);
}

function makeList<Item>(
  words: Words,
  items: readonly Item[],
  draw: (item: Item) => HTMLElement,
  className: (item: Item) => string = () => "",
  add?: (entry: HTMLElement, item: Item) => void,
): HTMLElement {
  const list = make("ul");
  const drawItem = (item: Item) => {
    const entry = make("li", className(item));
    entry.append(draw(item));
    add?.(entry, item);
    return entry;
  };
  list.append(...firstItems(words, items, drawItem));
  return list;
}

/** The first items, and a button that shows more. */
export function firstItems<Item>(
  { texts, format }: Words,
  items: readonly Item[],
  draw: (item: Item) => HTMLElement,
): HTMLElement[] {
  const shown = items.slice(0, PAGE_SIZE).map(draw);
  if (items.length > PAGE_SIZE) {
    const label = format.plural(texts.panel.more, items.length - PAGE_SIZE);
    const more = makeButton("plain more", label, () => {
      more.replaceWith(...items.slice(PAGE_SIZE, PAGE_SIZE + NEXT_PAGE_SIZE).map(draw));
    });
    shown.push(more);
  }
  return shown;
}

function shorten(content: string): string {
  if (content.length <= LONGEST_QUOTE) return content;
  return `${content.slice(0, LONGEST_QUOTE - 10).replace(/\s+\S*$/, "")} …`;
}
