import type { Correction } from "./apply.js";

/** Lists of corrections that undo and redo move between; never changed in place. */
export interface History {
  readonly steps: readonly (readonly Correction[])[];
  readonly position: number;
}

/** A history that begins with these corrections. */
export function startHistory(corrections: readonly Correction[] = []): History {
  return { steps: [[...corrections]], position: 0 };
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

/** Adds a correction and discards the steps that were undone. */
export function addStep(history: History, correction: Correction): History {
  const kept = history.steps.slice(0, history.position + 1);
  const steps = [...kept, [...currentCorrections(history), correction]];
  return { steps, position: steps.length - 1 };
}

export function undoStep(history: History): History {
  return canUndo(history) ? { ...history, position: history.position - 1 } : history;
}

export function redoStep(history: History): History {
  return canRedo(history) ? { ...history, position: history.position + 1 } : history;
}
