import type { Correction } from "./apply.js";
import type { Passage } from "./passage.js";

/** Lists of corrections that undo and redo move between; never changed in place. */
export interface History {
  readonly steps: readonly (readonly Correction[])[];
  readonly position: number;
}

/** A history in which these corrections were made one after the other. */
export function startHistory(corrections: readonly Correction[] = []): History {
  const steps = Array.from({ length: corrections.length + 1 }, (_, count) => corrections.slice(0, count));
  return { steps, position: corrections.length };
}

/** The corrections in effect. */
export function currentCorrections({ steps, position }: History): readonly Correction[] {
  return steps[position] ?? [];
}

export function canUndo({ position }: History): boolean {
  return position > 0;
}

export function canRedo({ steps, position }: History): boolean {
  return position + 1 < steps.length;
}

/** Adds a correction and discards the steps that were undone; edges that are moved again count as one correction. */
export function addStep(history: History, correction: Correction): History {
  const current = currentCorrections(history);
  const last = current.at(-1);
  if (last?.kind === "edges" && correction.kind === "edges" && isSame(last.pieces[0], correction.quote))
    return addList(history, [...current.slice(0, -1), { ...correction, quote: last.quote }]);
  return addList(history, [...current, correction]);
}

/** Adds a step in which the correction with this index is left out. */
export function revertStep(history: History, index: number): History {
  return addList(
    history,
    currentCorrections(history).filter((_, other) => other !== index),
  );
}

/** The history without the steps that were undone. */
export function discardUndone(history: History): History {
  return { ...history, steps: history.steps.slice(0, history.position + 1) };
}

export function undoStep(history: History): History {
  return canUndo(history) ? { ...history, position: history.position - 1 } : history;
}

export function redoStep(history: History): History {
  return canRedo(history) ? { ...history, position: history.position + 1 } : history;
}

function addList(history: History, corrections: readonly Correction[]): History {
  const steps = [...discardUndone(history).steps, corrections];
  return { steps, position: steps.length - 1 };
}

function isSame(one: Passage | undefined, other: Passage): boolean {
  return one?.at === other.at && one.exact === other.exact;
}
