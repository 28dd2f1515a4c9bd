/** The part of the sidebar's script that checks drafts, which is loaded when the check is first opened. */

import run from "virtual:whosaid-check-worker";
import { Checker } from "../core/check.js";
import { CHECK_FILE } from "../core/check-file.js";
import { checkUrl } from "../embed/script-url.js";
import { findWorkerMaker, runAsWorker } from "../embed/workers.js";
import type { CheckHost } from "./check-host.js";
import { OpenCheck } from "./open-check.js";

const script = { run, url: import.meta.url, hash: "#whosaid-check-worker" };

runAsWorker(script);

/** Makes the check of a draft; `dismissed` is what the host has kept. */
export function openCheck(host: CheckHost, dismissed: unknown): OpenCheck {
  return new OpenCheck(host, () => makeChecker(host.core()), dismissed);
}

/** A checker whose module is beside the core. */
async function makeChecker(core: string | null): Promise<Checker> {
  const make = await findWorkerMaker(script);
  return new Checker(checkUrl(core, CHECK_FILE), () => {
    if (!make) throw new Error("no worker is allowed");
    return make();
  });
}
