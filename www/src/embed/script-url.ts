/** Where the widget's script was loaded from, in whatever way. */

import { CORE_FILE } from "../core/core-file.js";

declare const __MODULE_URL__: string | undefined;

/** The address of this script; empty where it cannot be told. */
export const scriptUrl: string = findScriptUrl();

function findScriptUrl(): string {
  if (__MODULE_URL__) return __MODULE_URL__;
  if (typeof document === "undefined") return typeof location === "undefined" ? "" : location.href;
  const { currentScript } = document;
  if (currentScript && "src" in currentScript && currentScript.src) return String(currentScript.src);
  // As a module, a script has no element, but the place of an error names it.
  const place = /(?:https?|file|[a-z]+-extension):\/\/[^\s()]+?(?=:\d+:\d+)/.exec(
    new Error().stack ?? "",
  )?.[0];
  if (place && place !== location.href.replace(/#.*/, "")) return place;
  return document.querySelector<HTMLScriptElement>('script[src*="who-said"]')?.src ?? place ?? "";
}

/** Under which the npm package leaves the address at which a bundler has put the core. */
const BUNDLED_CORE = Symbol.for("whosaid.core");
const BUNDLED_CHECK = Symbol.for("whosaid.check");

/** The address of the core: what the website says, where a bundler has put it, or beside this script. */
export function coreUrl(given: string | null): URL {
  const bundled = (globalThis as { [BUNDLED_CORE]?: string })[BUNDLED_CORE];
  if (given) return new URL(given, document.baseURI);
  return bundled ? new URL(bundled, document.baseURI) : new URL(CORE_FILE, scriptUrl || document.baseURI);
}

/** The address of the check's module: where a bundler has put it, or beside the core. */
export function checkUrl(givenCore: string | null, name: string): URL {
  const bundled = (globalThis as { [BUNDLED_CHECK]?: string })[BUNDLED_CHECK];
  return bundled && !givenCore ? new URL(bundled, document.baseURI) : new URL(name, coreUrl(givenCore));
}
