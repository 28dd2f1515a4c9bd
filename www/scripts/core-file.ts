import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A module as it is served. */
export interface ServedModule {
  name: string;
  source: Buffer;
}

/**
 * The core as it is served, with a hash of its content in its name: page and widget of one version never load the core of
 * another, whatever a cache holds.
 */
export function coreFile(): ServedModule {
  return served("whosaid", "wasm/whosaid_bg.wasm");
}

/** The module of the check as it is served, named as the core is. */
export function checkFile(): ServedModule {
  return served("check", "wasm-check/check_bg.wasm");
}

function served(name: string, path: string): ServedModule {
  const source = readFileSync(new URL(`../src/core/${path}`, import.meta.url));
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 10);
  return { name: `${name}-${hash}.wasm`, source };
}
