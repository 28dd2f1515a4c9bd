import { contentOf } from "./ranges.js";
import { certainty, reason, SURE, type Voice } from "./voices.js";
import type { Entity, EntityKind, Marked, Report } from "./wasm/whosaid.js";

const KINDS: Partial<Record<EntityKind, string>> = {
  person: "People",
  organization: "Organisations",
  place: "Places",
  group: "Groups",
  facility: "Buildings",
  event: "Events",
  work: "Works",
  law: "Laws",
};

/** Makes an element with text in it. */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/** Draws the list of speakers, with what each said, and the names. */
export function drawPanel(element: HTMLElement, text: string, report: Report, voices: Voice[]): void {
  element.replaceChildren();
  const total = voices.reduce((sum, voice) => sum + voice.words, 0);
  element.append(make("h2", "", "Who speaks"));
  if (voices.length === 0) element.append(make("p", "hint", "Nobody is quoted in this text."));
  for (const voice of voices) element.append(drawVoice(text, voice, total));
  const named = report.entities.filter((entity) => entity.named && KINDS[entity.kind]);
  if (named.length > 0) element.append(make("h2", "", "Who and what is named"));
  for (const [kind, title] of Object.entries(KINDS)) {
    const entities = named.filter((entity) => entity.kind === kind);
    if (entities.length > 0) element.append(make("h3", "kind", title), drawNames(entities));
  }
  if (report.marked.length > 0) {
    element.append(make("h2", "", "In marks, but not speech"), drawMarked(text, report.marked));
  }
}

const SEEMS: Record<Marked["seems"], string> = {
  title: "a title",
  name: "a name",
  term: "a term",
  translation: "a translation",
  scare: "words kept at a distance",
};

function drawMarked(text: string, marked: Marked[]): HTMLElement {
  const list = make("ul", "names");
  for (const one of marked) {
    const item = make("li", "", text.slice(one.start, one.end));
    item.append(make("small", "", ` ${SEEMS[one.seems]}`));
    list.append(item);
  }
  return list;
}

function drawVoice(text: string, voice: Voice, total: number): HTMLElement {
  const section = make("section", `voice ${voice.hue === null ? "nobody" : `hue-${voice.hue}`}`);
  const { speaker, quotes, words } = voice;
  section.append(make("h3", "", speaker?.name ?? "Nobody named"));
  if (speaker && speaker.roles.length > 0) section.append(make("p", "role", speaker.roles.join("; ")));
  const share = total > 0 ? Math.round((100 * words) / total) : 0;
  const count = `${quotes.length} ${quotes.length === 1 ? "quote" : "quotes"}`;
  section.append(make("p", "share", `${count}, ${words} ${words === 1 ? "word" : "words"} (${share} %)`));
  const bar = make("div", "bar");
  const filled = make("i", "");
  filled.style.width = `${share}%`;
  bar.append(filled);
  section.append(bar);
  const list = make("ul", "");
  for (const quote of quotes) {
    const button = make("button", "", shorten(contentOf(text, quote)));
    button.type = "button";
    button.dataset.quote = quote.id;
    const sure = quote.speaker && certainty(quote) < SURE ? " · unsure" : "";
    button.append(make("small", "", `${quote.kind} · ${reason(quote)}${sure}`));
    const item = make("li", "");
    item.append(button);
    list.append(item);
  }
  section.append(list);
  return section;
}

function drawNames(entities: Entity[]): HTMLElement {
  const list = make("ul", "names");
  for (const entity of entities) {
    const button = make("button", "", entity.name);
    button.type = "button";
    button.dataset.entity = entity.id;
    if (entity.mentions.length > 1) button.append(make("small", "", ` ${entity.mentions.length}`));
    const item = make("li", "");
    item.append(button);
    list.append(item);
  }
  return list;
}

function shorten(content: string): string {
  return content.length > 150 ? `${content.slice(0, 140).replace(/\s+\S*$/, "")} …` : content;
}
