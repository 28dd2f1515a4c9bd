import { appendFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Records how often a promise was tried with a load or a fault, how often it was broken, and what was measured, if anything,
 * with its unit; where `cargo xtask reliability` collects no counts, this does nothing.
 * @param {string} promise
 * @param {string} load
 * @param {number} tries
 * @param {number} lost
 * @param {string} [measured]
 */
export function record(promise, load, tries, lost, measured = "") {
  const folder = process.env.WHOSAID_RELIABILITY;
  if (!folder) return;
  const row = JSON.stringify({ promise, load, tries, lost, measured });
  appendFileSync(join(folder, `www-${process.pid}.jsonl`), `${row}\n`);
}
