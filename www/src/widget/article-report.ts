import type { ArticleReport } from "./types.js";
import { WidgetError } from "./widget-error.js";

/** Whether two reports tell a reader the same, wherever it stands in the text. */
export function isSameReport(one: ArticleReport, other: ArticleReport): boolean {
  return tell(one) === tell(other);
}

/** All that a reader learns from a report. */
function tell({ language, quotes, entities, text }: ArticleReport): string {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const words = (place: { start: number; end: number } | null) => place && text.slice(place.start, place.end);
  return JSON.stringify([
    language,
    quotes.map(({ words: content, kind, speaker, cue, source, basis, confidence }) => [
      content,
      kind,
      speaker && names.get(speaker),
      words(cue),
      words(source),
      basis,
      Math.round(confidence * 10),
    ]),
    entities.filter(({ named }) => named).map(({ name, roles, mentions }) => [name, roles, mentions.length]),
  ]);
}

/** Throws where an attribute that holds a selector holds none. */
export function checkSelectors(widget: Element): void {
  for (const attribute of ["for", "include", "exclude"]) {
    const selector = widget.getAttribute(attribute);
    try {
      if (selector) widget.matches(selector);
    } catch {
      throw new WidgetError("badSelector", { selector: selector ?? "", attribute });
    }
  }
}
