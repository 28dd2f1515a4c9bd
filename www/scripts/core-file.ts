import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * The core as it is served, with a hash of its content in its name: page and widget of one version never load the core of
 * another, whatever a cache holds.
 */
export function coreFile(): { name: string; source: Buffer } {
  const source = readFileSync(new URL("../src/core/wasm/whosaid_bg.wasm", import.meta.url));
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 10);
  return { name: `whosaid-${hash}.wasm`, source };
}
