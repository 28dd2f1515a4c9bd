import { Engine } from "../core/engine.js";
import { analysisWorkerScript } from "./analysis-worker-script.js";
import { findWorkerMaker } from "./workers.js";

/** An engine, and whether it works beside the page. */
export interface SharedEngine {
  readonly engine: Engine;
  readonly hasWorker: boolean;
}

/** The engines of the page's widgets: one for each address of a core. */
const engines = new Map<string, Promise<SharedEngine>>();

/** The engine that all widgets share whose core has this address. */
export function getEngine(core: URL): Promise<SharedEngine> {
  const shared = engines.get(core.href) ?? startEngine(core);
  engines.set(core.href, shared);
  return shared;
}

/** How long the workers stay after the last widget has left the page, in milliseconds; some are only moved. */
const REST_DELAY = 1000;

/** How many widgets are on the page. */
let widgetCount = 0;
let restTimer: ReturnType<typeof setTimeout> | undefined;

/** Counts a widget in or out; where none is left, the workers end. */
export function countWidgets(change: 1 | -1): void {
  widgetCount += change;
  clearTimeout(restTimer);
  if (widgetCount === 0) restTimer = setTimeout(endWorkers, REST_DELAY);
}

function endWorkers(): void {
  for (const shared of engines.values()) {
    shared.then(({ engine }) => engine.rest()).catch(() => {});
  }
}

/** Forgets an engine that could not be loaded, so that the next analysis tries again. */
export function forgetEngine(core: URL): void {
  engines.delete(core.href);
}

async function startEngine(core: URL): Promise<SharedEngine> {
  const make = await findWorkerMaker(analysisWorkerScript);
  const engine = new Engine(core, () => {
    if (!make) throw new Error("no worker is allowed");
    return make();
  });
  return { engine, hasWorker: make !== null };
}
