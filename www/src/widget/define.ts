import { WhoSaid } from "./element.js";
import type { ScriptParts } from "./script-parts.js";

/** Defines `<who-said>`, unless another script has done so. */
export function define(parts: ScriptParts): void {
  WhoSaid.parts = parts;
  if (typeof customElements !== "undefined" && !customElements.get("who-said"))
    customElements.define("who-said", WhoSaid);
}
