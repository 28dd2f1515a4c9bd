import type { Entity, Quote, Report, TextRange } from "./wasm/whosaid.js";

/** A passage as it can be found again after the text around it has changed. */
export interface Anchor {
  exact: string;
  before: string;
  after: string;
  /** Where it stood, in UTF-16 units. */
  at: number;
}

/** One thing that the reader knows better than the analysis. */
export type Correction =
  | { kind: "speaker"; quote: Anchor; name: string | null }
  | { kind: "not-quote"; quote: Anchor }
  | { kind: "quote"; quote: Anchor; name: string | null }
  | { kind: "rename"; from: string; to: string }
  | { kind: "join"; name: string; into: string }
  | { kind: "part"; mention: Anchor; name: string };

/** A report after corrections, and the ids of what they touched. */
export interface Corrected {
  report: Report;
  touched: ReadonlySet<string>;
}

/** How much of the text around a passage helps to find it again, in UTF-16 units. */
const CONTEXT = 48;

/** The anchor of a passage. */
export function anchor(text: string, { start, end }: TextRange): Anchor {
  return {
    exact: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
    at: start,
  };
}

/** Where a passage stands now: of several like it, the one with the most familiar surroundings. */
export function find(text: string, { exact, before, after, at }: Anchor): TextRange | null {
  if (exact === "") return null;
  let best: { start: number; score: number; far: number } | null = null;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    let score = 0;
    while (score < before.length && text[start - 1 - score] === before[before.length - 1 - score]) score++;
    let behind = 0;
    while (behind < after.length && text[end + behind] === after[behind]) behind++;
    score += behind;
    const far = Math.abs(start - at);
    if (!best || score > best.score || (score === best.score && far < best.far)) best = { start, score, far };
  }
  return best && { start: best.start, end: best.start + exact.length };
}

/** The report with the reader's corrections; those whose passage is gone wait until it is back. */
export function correct(text: string, original: Report, corrections: readonly Correction[]): Corrected {
  const touched = new Set<string>();
  if (corrections.length === 0) return { report: original, touched };
  const report = structuredClone(original);
  for (const correction of corrections) apply(text, report, correction, touched);
  return { report, touched };
}

function apply(text: string, report: Report, correction: Correction, touched: Set<string>): void {
  switch (correction.kind) {
    case "speaker": {
      const quote = quoteAt(report, find(text, correction.quote));
      if (quote) setSpeaker(report, quote, correction.name, touched);
      return;
    }
    case "not-quote": {
      const quote = quoteAt(report, find(text, correction.quote));
      if (!quote) return;
      report.quotes = report.quotes.filter((other) => other !== quote);
      for (const other of report.quotes) if (other.within === quote.id) other.within = quote.within;
      return;
    }
    case "quote":
      addQuote(text, report, correction, touched);
      return;
    case "rename": {
      const entity = entityNamed(report, correction.from);
      if (!entity) return;
      entity.name = correction.to;
      touched.add(entity.id);
      return;
    }
    case "join":
      join(report, correction, touched);
      return;
    case "part":
      part(text, report, correction, touched);
      return;
  }
}

function setSpeaker(report: Report, quote: Quote, name: string | null, touched: Set<string>): void {
  quote.speaker = name === null ? null : personNamed(report, name, touched).id;
  quote.speaker_confidence = name === null ? null : 1;
  touched.add(quote.id);
}

function addQuote(
  text: string,
  report: Report,
  correction: Extract<Correction, { kind: "quote" }>,
  touched: Set<string>,
): void {
  const place = find(text, correction.quote);
  if (!place) return;
  const quote: Quote = {
    id: unused("q", report.quotes),
    kind: /^\s*[“”"«»„‘]/.test(correction.quote.exact) ? "direct" : "indirect",
    content: [place],
    cue: null,
    source: null,
    speaker: null,
    confidence: 1,
    speaker_confidence: null,
    within: null,
    basis: "unknown",
  };
  setSpeaker(report, quote, correction.name, touched);
  const next = report.quotes.findIndex((other) => (other.content[0]?.start ?? 0) > place.start);
  report.quotes.splice(next < 0 ? report.quotes.length : next, 0, quote);
}

function join(report: Report, { name, into }: { name: string; into: string }, touched: Set<string>): void {
  const gone = entityNamed(report, name);
  const kept = entityNamed(report, into);
  if (!gone || !kept || gone === kept) return;
  kept.mentions = [...kept.mentions, ...gone.mentions].sort((a, b) => a.start - b.start);
  kept.roles = [...new Set([...kept.roles, ...gone.roles])];
  for (const quote of report.quotes) if (quote.speaker === gone.id) quote.speaker = kept.id;
  report.entities = report.entities.filter((entity) => entity !== gone);
  touched.add(kept.id);
}

function part(
  text: string,
  report: Report,
  correction: Extract<Correction, { kind: "part" }>,
  touched: Set<string>,
): void {
  const place = find(text, correction.mention);
  const covers = ({ start, end }: TextRange) => place && start <= place.start && place.end <= end;
  const old = report.entities.find((entity) => entity.mentions.some(covers));
  if (!old) return;
  const wording = correction.mention.exact;
  const moves = (mention: TextRange) => text.slice(mention.start, mention.end) === wording;
  const moved = old.mentions.filter(moves);
  const person = personNamed(report, correction.name, touched, old.kind);
  if (person === old) return;
  old.mentions = old.mentions.filter((mention) => !moves(mention));
  person.mentions = [...person.mentions, ...moved].sort((a, b) => a.start - b.start);
  touched.add(person.id).add(old.id);
  for (const quote of report.quotes) {
    const named = quote.source?.name ?? quote.source;
    const said = named && moved.some((mention) => mention.start < named.end && named.start < mention.end);
    if (quote.speaker === old.id && said) {
      quote.speaker = person.id;
      touched.add(quote.id);
    }
  }
  if (old.mentions.length === 0) report.entities = report.entities.filter((entity) => entity !== old);
}

/** The quote that shares most with a place, the innermost of equals. */
export function quoteAt(report: Report, place: TextRange | null): Quote | null {
  if (!place) return null;
  let best: Quote | null = null;
  let most = 0;
  for (const quote of report.quotes) {
    let shared = 0;
    let all = 0;
    for (const { start, end } of quote.content) {
      shared += Math.max(0, Math.min(end, place.end) - Math.max(start, place.start));
      all += end - start;
    }
    const share = shared === 0 ? 0 : shared / (all + place.end - place.start - shared);
    if (share > 0 && share >= most) [best, most] = [quote, share];
  }
  return best;
}

function entityNamed(report: Report, name: string): Entity | undefined {
  return report.entities.find((entity) => entity.name === name);
}

function personNamed(
  report: Report,
  name: string,
  touched: Set<string>,
  kind: Entity["kind"] = "person",
): Entity {
  const known = entityNamed(report, name);
  if (known) return known;
  const id = unused("e", report.entities);
  const person: Entity = { id, kind, name, named: true, roles: [], mentions: [], confidence: 1 };
  report.entities.push(person);
  touched.add(id);
  return person;
}

function unused(letter: string, taken: { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (ids.has(letter + number)) number++;
  return letter + number;
}

/** Corrections with steps back and forth. */
export class History {
  #steps: Correction[][] = [[]];
  #at = 0;

  /** The corrections in force. */
  get current(): readonly Correction[] {
    return this.#steps[this.#at] ?? [];
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at + 1 < this.#steps.length;
  }

  /** Adds a correction; steps that were undone are gone. */
  add(correction: Correction): void {
    this.#steps.splice(this.#at + 1, this.#steps.length, [...this.current, correction]);
    this.#at++;
  }

  undo(): void {
    if (this.canUndo) this.#at--;
  }

  redo(): void {
    if (this.canRedo) this.#at++;
  }

  /** Starts anew from these corrections. */
  reset(corrections: readonly Correction[] = []): void {
    this.#steps = [[...corrections]];
    this.#at = 0;
  }
}
