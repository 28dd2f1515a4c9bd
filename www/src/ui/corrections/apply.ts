import type { Entity, Mention, Quote, Report, TextRange } from "../../core/report.js";
import { wordsAt } from "../words.js";
import { findPassage, type Passage } from "./passage.js";

/**
 * One correction by the user.
 *
 * Kept articles and links contain these fields, so that their names stay.
 */
export type Correction =
  | { kind: "speaker"; quote: Passage; name: string | null; as?: NewKind }
  | { kind: "not-quote"; quote: Passage }
  | { kind: "quote"; quote: Passage; name: string | null }
  | { kind: "edges"; quote: Passage; pieces: Passage[] }
  | { kind: "rename"; from: string; to: string }
  | { kind: "join"; name: string; into: string }
  | { kind: "part"; mention: Passage; name: string; as?: NewKind };

/** The kinds of somebody whom a correction adds to the article. */
export const NEW_KINDS = ["person", "organization", "group"] as const;

export type NewKind = (typeof NEW_KINDS)[number];

type CorrectionOf<Kind extends Correction["kind"]> = Extract<Correction, { kind: Kind }>;

/** A report after corrections, and the ids of the quotes and entities that they changed. */
export interface CorrectedReport {
  report: Report;
  correctedIds: ReadonlySet<string>;
}

/** Applies corrections to a copy of a report; one whose passage is not in the text has no effect. */
export function applyCorrections(
  text: string,
  original: Report,
  corrections: readonly Correction[],
): CorrectedReport {
  const correctedIds = new Set<string>();
  if (corrections.length === 0) return { report: original, correctedIds };
  const report = copy(original);
  for (const correction of corrections) apply(text, report, correction, correctedIds);
  return { report, correctedIds };
}

/** A copy whose quotes, candidates and entities can be changed; what they consist of is shared, and only ever replaced. */
function copy(report: Report): Report {
  const quotes = report.quotes.map((quote) => ({
    ...quote,
    ...(quote.candidates && { candidates: quote.candidates.map((candidate) => ({ ...candidate })) }),
  }));
  return { ...report, quotes, entities: report.entities.map((entity) => ({ ...entity })) };
}

function apply(text: string, report: Report, correction: Correction, correctedIds: Set<string>): void {
  switch (correction.kind) {
    case "speaker": {
      const quote = quoteAt(report, findPassage(text, correction.quote));
      if (quote) setSpeaker(report, quote, correction.name, correctedIds, correction.as);
      return;
    }
    case "not-quote": {
      const quote = quoteAt(report, findPassage(text, correction.quote));
      if (!quote) return;
      report.quotes = report.quotes.filter((other) => other !== quote);
      for (const other of report.quotes) if (other.within === quote.id) other.within = quote.within;
      return;
    }
    case "quote":
      addQuote(text, report, correction, correctedIds);
      return;
    case "edges":
      moveEdges(text, report, correction, correctedIds);
      return;
    case "rename": {
      const entity = entityNamed(report, correction.from);
      if (!entity) return;
      entity.name = correction.to;
      correctedIds.add(entity.id);
      return;
    }
    case "join":
      mergeEntities(report, correction, correctedIds);
      return;
    case "part":
      splitEntity(text, report, correction, correctedIds);
      return;
  }
}

function setSpeaker(
  report: Report,
  quote: Quote,
  name: string | null,
  correctedIds: Set<string>,
  kind?: NewKind,
): void {
  quote.speaker = name === null ? null : findOrAddEntity(report, name, correctedIds, kind).id;
  quote.speaker_confidence = name === null ? null : 1;
  delete quote.candidates;
  correctedIds.add(quote.id);
}

function addQuote(
  text: string,
  report: Report,
  correction: CorrectionOf<"quote">,
  correctedIds: Set<string>,
): void {
  const range = findPassage(text, correction.quote);
  if (!range) return;
  const quote: Quote = {
    id: unusedId("q", report.quotes),
    kind: /^\s*[“”"«»„‘]/.test(correction.quote.exact) ? "direct" : "indirect",
    content: [range],
    cue: null,
    source: null,
    speaker: null,
    confidence: 1,
    speaker_confidence: null,
    within: null,
    basis: "unknown",
    rule: "no-source",
  };
  setSpeaker(report, quote, correction.name, correctedIds);
  const next = report.quotes.findIndex((other) => (other.content[0]?.start ?? 0) > range.start);
  report.quotes.splice(next < 0 ? report.quotes.length : next, 0, quote);
}

/** Gives a quote other edges; quotes that are inside it from then on are within it. */
function moveEdges(
  text: string,
  report: Report,
  { quote: passage, pieces }: CorrectionOf<"edges">,
  correctedIds: Set<string>,
): void {
  const quote = quoteAt(report, findPassage(text, passage));
  const ranges = pieces.map((piece) => findPassage(text, piece));
  if (!quote || ranges.length === 0 || ranges.some((range) => !range)) return;
  quote.content = ranges as TextRange[];
  correctedIds.add(quote.id);
  const isInside = ({ start, end }: TextRange) => quote.content.some((r) => r.start <= start && end <= r.end);
  for (const other of report.quotes) {
    if (other !== quote && other.within === quote.within && other.content.every(isInside))
      other.within = quote.id;
  }
}

function mergeEntities(
  report: Report,
  { name, into }: CorrectionOf<"join">,
  correctedIds: Set<string>,
): void {
  const removed = entityNamed(report, name);
  const kept = entityNamed(report, into);
  if (!removed || !kept || removed === kept) return;
  kept.mentions = [...kept.mentions, ...removed.mentions].sort((a, b) => a.start - b.start);
  kept.roles = [...new Set([...kept.roles, ...removed.roles])];
  replaceEntity(report, removed, kept);
  correctedIds.add(kept.id);
}

/** Removes an entity; the other one speaks, or may speak, what it did. */
function replaceEntity(report: Report, removed: Entity, other: Entity): void {
  report.entities = report.entities.filter((entity) => entity !== removed);
  for (const quote of report.quotes) {
    if (quote.speaker === removed.id) quote.speaker = other.id;
    const candidate = quote.candidates?.find(({ entity }) => entity === removed.id);
    if (!candidate) continue;
    if (quote.candidates?.some(({ entity }) => entity === other.id))
      quote.candidates = quote.candidates.filter((kept) => kept !== candidate);
    else candidate.entity = other.id;
  }
}

/**
 * Moves every mention with the same words, and the quotes attributed by them, to another entity; of pronouns, which
 * mean others elsewhere, only the one.
 */
function splitEntity(
  text: string,
  report: Report,
  correction: CorrectionOf<"part">,
  correctedIds: Set<string>,
): void {
  const range = findPassage(text, correction.mention);
  if (!range) return;
  const covers = ({ start, end }: TextRange) => start <= range.start && range.end <= end;
  const old = report.entities.find((entity) => entity.mentions.some(covers));
  const chosen = old?.mentions.find(covers);
  if (!old || !chosen) return;
  const words = wordsAt({ text, report }, range);
  const moves = (mention: Mention) =>
    chosen.form === "pronoun"
      ? mention === chosen
      : mention.form !== "pronoun" && wordsAt({ text, report }, mention) === words;
  const moved = old.mentions.filter(moves);
  const kind = correction.as ?? NEW_KINDS.find((known) => known === old.kind);
  const target = findOrAddEntity(report, correction.name, correctedIds, kind);
  if (target === old) return;
  old.mentions = old.mentions.filter((mention) => !moves(mention));
  target.mentions = [...target.mentions, ...moved].sort((a, b) => a.start - b.start);
  correctedIds.add(target.id).add(old.id);
  for (const quote of report.quotes) {
    const source = quote.source?.name ?? quote.source;
    const isMoved = source && moved.some(({ start, end }) => start < source.end && source.start < end);
    if (quote.speaker === old.id && isMoved) {
      quote.speaker = target.id;
      delete quote.candidates;
      correctedIds.add(quote.id);
    }
  }
  if (old.mentions.length === 0) replaceEntity(report, old, target);
}

/** The quote that overlaps a range most, relative to their joint length; the innermost of equals. */
export function quoteAt(report: Report, range: TextRange | null): Quote | null {
  if (!range) return null;
  let best: Quote | null = null;
  let largest = 0;
  for (const quote of report.quotes) {
    let shared = 0;
    let length = 0;
    for (const { start, end } of quote.content) {
      shared += Math.max(0, Math.min(end, range.end) - Math.max(start, range.start));
      length += end - start;
    }
    const overlap = shared === 0 ? 0 : shared / (length + range.end - range.start - shared);
    if (overlap > 0 && overlap >= largest) [best, largest] = [quote, overlap];
  }
  return best;
}

function entityNamed(report: Report, name: string): Entity | undefined {
  return report.entities.find((entity) => entity.name === name);
}

function findOrAddEntity(report: Report, name: string, correctedIds: Set<string>, wanted?: NewKind): Entity {
  const kind = NEW_KINDS.find((known) => known === wanted) ?? "person";
  const known = entityNamed(report, name);
  if (known) return known;
  const id = unusedId("e", report.entities);
  const entity: Entity = { id, kind, name, named: true, roles: [], mentions: [], confidence: 1 };
  report.entities.push(entity);
  correctedIds.add(id);
  return entity;
}

function unusedId(letter: string, used: { id: string }[]): string {
  const ids = new Set(used.map(({ id }) => id));
  let number = used.length + 1;
  while (ids.has(letter + number)) number++;
  return letter + number;
}
