/** The part of the sidebar's script that checks drafts, which is loaded when the check is first opened. */

import run from "virtual:whosaid-check-worker";
import { Checker } from "../core/check.js";
import { CHECK_FILE } from "../core/check-file.js";
import { checkUrl } from "../embed/script-url.js";
import { findWorkerMaker, runAsWorker } from "../embed/workers.js";

const script = { run, url: import.meta.url, hash: "#whosaid-check-worker" };

runAsWorker(script);

/** A checker whose module is beside the core. */
export async function makeChecker(core: string | null): Promise<Checker> {
  const make = await findWorkerMaker(script);
  return new Checker(checkUrl(core, CHECK_FILE), () => {
    if (!make) throw new Error("no worker is allowed");
    return make();
  });
}
