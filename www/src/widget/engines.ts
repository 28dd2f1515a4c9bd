import { Engine } from "../core/engine.js";
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

/** Forgets an engine that could not be loaded, so that the next analysis tries again. */
export function forgetEngine(core: URL): void {
  engines.delete(core.href);
}

async function startEngine(core: URL): Promise<SharedEngine> {
  const make = await findWorkerMaker();
  const engine = new Engine(core, () => {
    if (!make) throw new Error("no worker is allowed");
    return make();
  });
  return { engine, hasWorker: make !== null };
}
