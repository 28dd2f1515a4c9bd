import { type Mark, marksOf, segments } from "./ranges.js";
import { certainty, SURE, type Voice } from "./voices.js";
import type { Entity, Quote, Report } from "./wasm/whosaid.js";

/** Draws the annotated article; `element` holds nothing else. */
export function drawArticle(element: HTMLElement, text: string, report: Report, voices: Voice[]): void {
  const quotes = new Map(report.quotes.map((quote) => [quote.id, quote]));
  const entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  const hues = new Map(voices.map((voice) => [voice.speaker?.id ?? null, voice.hue]));
  const marks = marksOf(report);
  const seen = new Set<string>();
  const fragment = document.createDocumentFragment();
  let first = 0;
  for (const { start, end, role } of report.paragraphs) {
    while (
      first < marks.length &&
      (marks[first] as Mark).end <= start &&
      (marks[first] as Mark).start < start
    )
      first++;
    const inside: Mark[] = [];
    for (let at = first; at < marks.length && (marks[at] as Mark).start < end; at++) {
      if ((marks[at] as Mark).end > start) inside.push(marks[at] as Mark);
    }
    const paragraph = document.createElement("p");
    paragraph.className = role;
    paragraph.dir = "auto";
    for (const segment of segments(inside, start, end)) {
      const piece = text.slice(segment.start, segment.end);
      paragraph.append(segment.marks.length > 0 ? span(piece, segment.marks) : piece);
    }
    fragment.append(paragraph);
  }
  element.replaceChildren(fragment);

  function span(piece: string, marks: Mark[]): HTMLElement {
    const span = document.createElement("span");
    span.textContent = piece;
    for (const mark of marks) {
      span.classList.add(mark.part);
      if (mark.part === "quote") addQuote(span, quotes.get(mark.id) as Quote);
      else if (mark.part === "entity") addEntity(span, entities.get(mark.id) as Entity);
    }
    return span;
  }

  function addQuote(span: HTMLElement, quote: Quote): void {
    const hue = hues.get(quote.speaker) ?? null;
    // The innermost quote comes last and gives the colour.
    for (const name of [...span.classList].filter((name) => name.startsWith("hue-")))
      span.classList.remove(name);
    span.classList.remove("nobody", "unsure", "indirect");
    span.classList.add(hue === null ? "nobody" : `hue-${hue}`);
    if (certainty(quote) < SURE) span.classList.add("unsure");
    if (quote.kind === "indirect") span.classList.add("indirect");
    span.dataset.quote = quote.id;
    const speaker = quote.speaker ? entities.get(quote.speaker)?.name : null;
    span.title = speaker ?? "Speaker not named";
    if (!seen.has(quote.id)) {
      seen.add(quote.id);
      span.tabIndex = 0;
      span.setAttribute("role", "button");
      span.setAttribute("aria-label", `${speaker ?? "Speaker not named"}: ${span.textContent}`);
    }
  }

  function addEntity(span: HTMLElement, entity: Entity): void {
    span.classList.add(entity.kind);
    span.dataset.entity = entity.id;
    if (!span.title) span.title = [entity.name, entity.kind, ...entity.roles].join(" · ");
  }
}
