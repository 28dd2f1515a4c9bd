import type { Report, TextRange } from "../core/report.js";

/** One thing to highlight in the text. */
export interface Mark extends TextRange {
  part: "quote" | "cue" | "source" | "entity";
  /** The id of the quote or the entity. */
  id: string;
}

/** A part of the text that is covered by the same marks. */
export interface Segment extends TextRange {
  marks: Mark[];
}

/** Every highlight of a report, ordered by start, the longer first. */
export function marksOf(report: Report): Mark[] {
  const marks: Mark[] = [];
  for (const quote of report.quotes) {
    for (const range of quote.content) marks.push({ ...range, part: "quote", id: quote.id });
    if (quote.cue) marks.push({ start: quote.cue.start, end: quote.cue.end, part: "cue", id: quote.id });
    // Of a long source phrase, only the name is highlighted.
    const source = quote.source?.name ?? quote.source;
    if (source) marks.push({ start: source.start, end: source.end, part: "source", id: quote.id });
  }
  for (const entity of report.entities) {
    for (const { start, end } of entity.mentions) marks.push({ start, end, part: "entity", id: entity.id });
  }
  return marks.filter((mark) => mark.start < mark.end).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Cuts `start..end` wherever a mark begins or ends; marks are sorted and may overlap. */
export function* segments(marks: readonly Mark[], start: number, end: number): Generator<Segment> {
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) cuts.add(mark.start);
    if (mark.end > start && mark.end < end) cuts.add(mark.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  let open: Mark[] = [];
  let next = 0;
  for (let index = 0; index + 1 < sorted.length; index++) {
    const from = sorted[index] as number;
    const to = sorted[index + 1] as number;
    while (next < marks.length && (marks[next] as Mark).start <= from) open.push(marks[next++] as Mark);
    open = open.filter((mark) => mark.end > from);
    yield { start: from, end: to, marks: open.slice() };
  }
}
