import run from "virtual:whosaid-worker";
import { scriptUrl } from "./script-url.js";
import type { WorkerScript } from "./workers.js";

/** The worker that analyzes, in the script of an element. */
export const analysisWorkerScript: WorkerScript = { run, url: scriptUrl, hash: "#whosaid-worker" };
