/** The script of `<who-said-editor>`, as a module with parts that it loads when they are needed. */

import { analysisWorkerScript } from "../embed/analysis-worker-script.js";
import { runAsWorker } from "../embed/workers.js";
import { WhoSaidEditor } from "./element.js";

runAsWorker(analysisWorkerScript);
if (typeof customElements !== "undefined" && !customElements.get("who-said-editor"))
  customElements.define("who-said-editor", WhoSaidEditor);

export { WhoSaidEditor };
